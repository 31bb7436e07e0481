"""Dropping a clause: what goes, what is left, and what cannot be parted."""

import pytest

from tonecheck.core.taxonomy import Action
from tonecheck.rewording.drop import Drop, Removal, softened, stands

from .tools import edits, request

DROPPED = [
    ("Please pay £40 by Friday, you deadbeat.", "you deadbeat", "Please pay £40 by Friday."),
    ("Please call us, or else you will regret it.", "or else you will regret it", "Please call us."),
    ("Pay £40 by Friday or we will tell your boss.", "we will tell your boss", "Please pay £40 by Friday."),
    ("The balance is £40; simple enough even for you.", "simple enough even for you", "The balance is £40."),
    ("Here is the statement, Mr Dunne, and you should be ashamed.", "you should be ashamed",
     "Here is the statement, Mr Dunne."),
    ("You are hopeless, so please read the letter again.", "You are hopeless",
     "Please read the letter again."),
    ("The payment of £25, you liar, was due on 3 May.", "you liar", "The payment of £25, was due on 3 May."),
    ("Shame on you - the account is £90 behind.", "Shame on you", "The account is £90 behind."),
]  # fmt: skip

KEPT = [
    ("If you do not pay by Friday, we will take your car.", "we will take your car"),
    ("We will take your car.", "We will take your car"),
    ("We have been kind, but my colleague is not.", "but my colleague is not"),
    ("They are big men, and they know your street.", "they know your street"),
    ("Our man comes at noon, he is not gentle.", "Our man comes at noon"),
    ("Don't be late, or the boys will visit.", "or the boys will visit"),
    ("Sure, and I'm the Pope.", "I'm the Pope"),
    ("Pay or cry.", "cry"),
]


@pytest.mark.parametrize(("before", "words", "after"), DROPPED)
def test_an_offending_clause_goes(before: str, words: str, after: str) -> None:
    texts = [proposal.text for proposal in Drop(edits()).propose(request(before, words=words))]
    assert after.replace("£25, was", "£25 was") in [text.replace("£25, was", "£25 was") for text in texts]


@pytest.mark.parametrize(("before", "words"), KEPT)
def test_what_cannot_be_parted_stays(before: str, words: str) -> None:
    assert list(Drop(edits()).propose(request(before, words=words))) == []


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Please call us.", True),
        ("The balance is £40.", True),
        ("If you can, please call us.", True),
        ("If you can.", False),
        ("Because of this.", False),
        ("A big red book.", False),
        ("Well.", False),
    ],
)
def test_a_sentence_stands_or_not(text: str, whole: bool) -> None:
    assert stands(text) is whole


def test_an_order_is_softened_and_nothing_else() -> None:
    assert softened("Pay £40.") == "Please pay £40."
    assert softened("Payment is due.") == "Payment is due."
    assert softened("We call.") == "We call."


@pytest.mark.parametrize(
    ("action", "after", "goes"),
    [
        (Action.REMOVE, " Please call us about the account.", True),
        (Action.REMOVE, "", False),
        (Action.REWORD, " Please call us about the account.", False),
    ],
)
def test_a_sentence_is_removed_only_in_company(action: Action, after: str, goes: bool) -> None:
    asked = request("You are pathetic.", "insult", action=action, after=after)
    assert bool(list(Removal().propose(asked))) is goes
