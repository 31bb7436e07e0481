"""Whole sentences: the bank keeps its promises, and the slots take every fact."""

import re

import pytest

from tonecheck.core.taxonomy import SUBTYPES
from tonecheck.rewording.base import Proposal, gaps
from tonecheck.rewording.claims import invented
from tonecheck.rewording.facts import facts_of
from tonecheck.rewording.keeping import lost
from tonecheck.rewording.own import Own
from tonecheck.rewording.realise import Realisation, Realise, realisations, topics_of
from tonecheck.rewording.slots import Material, fill
from tonecheck.rewording.surface import fault

from .tools import REWRITER, request

ALL = [sentence for sentences in realisations().values() for sentence in sentences]
FORMULAS = re.compile(
    r"understand how you feel|we appreciate|valued customer|do not hesitate|don't hesitate|please be advised"
    r"|kindly|immediately|failure|fail\b|must\b|demand|consequence|!|unfortunately|regret to|delighted"
    r"|happy to help",
    re.IGNORECASE,
)


def filled(sentence: Realisation) -> str:
    """Fill an entry with what it needs and nothing else."""
    material = Material()
    for slot, place in (
        ("{amount}", material.amounts),
        ("{year}", material.years),
        ("{name}", material.names),
    ):
        if slot in sentence.say:
            place.append({"{amount}": "£40", "{year}": "2008", "{name}": "Ridgeway"}[slot])
    if sentence.right:
        words = {"advice": "free advice", "other": "StepChange"}.get(sentence.right, sentence.right)
        material.rights.append((sentence.right, words))
    text = fill(sentence.say, material, "call" in sentence.kinds)
    assert text is not None
    return text


def test_the_bank_is_large_enough_and_covers_every_subtype() -> None:
    assert len(ALL) >= 150
    assert set(realisations()) == set(SUBTYPES)
    assert len({sentence.say for sentence in ALL}) == len(ALL)


@pytest.mark.parametrize("subtype", sorted(SUBTYPES))
def test_every_subtype_has_words_for_speech_and_writing(subtype: str) -> None:
    for kind in ("letter", "email", "sms", "chat", "call"):
        usable = [s for s in realisations()[subtype] if kind in s.kinds and not s.about and not s.right]
        assert len(usable) >= 2, kind


@pytest.mark.parametrize("sentence", ALL, ids=lambda sentence: sentence.say)
def test_an_entry_reads_well_and_claims_nothing(sentence: Realisation) -> None:
    text = filled(sentence)
    assert FORMULAS.search(text) is None
    assert invented("", text) is None
    assert fault(text, "It is.") is None
    assert len(text.split()) <= 32
    assert all(re.fullmatch(r"[a-z][a-z ]*", name) for name in gaps(text))


@pytest.mark.parametrize("sentence", ALL, ids=lambda sentence: sentence.say)
def test_an_entry_states_no_fact_of_its_own(sentence: Realisation) -> None:
    given = {"£40", "2008", "Ridgeway", "free advice", "StepChange", "dispute", "complain"}
    stray = [
        f for f in facts_of(filled(sentence)) if f.kind not in ("placeholder", "soft") and f.text not in given
    ]
    assert stray == []


FACTS = [
    "Pay £40, fool.",
    "Pay £40 by Friday, fool.",
    "Mr Dunne, pay £40 by noon tomorrow, fool.",
    "Pay £40 on account ending 4471 within 14 days or ring 0161 496 0333, fool.",
    "Your 2008 loan of $600 with Ridgeway National Credit is unpaid, fool.",
    "The payments of 3 March and 4 April were missed, fool.",
    "Pay {{balance}} by {{due_date}}, [NAME], fool.",
    "Write to help@firm.example about reference NLS-403177, fool.",
    "You cannot dispute the £40, fool, and StepChange cannot help.",
    "Interest of 12% runs on the £90, fool.",
]


@pytest.mark.parametrize("kind", ["letter", "call"])
@pytest.mark.parametrize("text", FACTS)
@pytest.mark.parametrize("subtype", sorted(SUBTYPES))
def test_every_realisation_takes_every_fact(text: str, subtype: str, kind: str) -> None:
    proposals = list(Realise().propose(request(text, subtype, words="fool", kind=kind)))
    assert proposals
    for proposal in proposals:
        assert lost([f for f in facts_of(text) if f.kind != "soft"], proposal.text) == (), proposal.text
        assert fault(proposal.text, text) is None, proposal.text


def test_a_realisation_with_fewer_gaps_comes_first() -> None:
    proposals = list(Realise().propose(request("We will sue you.", "legal-action")))
    counts = [len(gaps(proposal.text)) for proposal in proposals]
    assert counts == sorted(counts)


def test_neighbouring_sentences_are_not_answered_alike() -> None:
    first = request("You are pathetic.", "insult", after=" You are hopeless.")
    second = request("You are hopeless.", "insult", before="You are pathetic. ")
    assert next(iter(Realise().propose(first))).text != next(iter(Realise().propose(second))).text


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("You never paid.", "pay"),
        ("Your boss will hear.", "others"),
        ("The judge will decide.", "court"),
        ("I'm sorry for your loss and all that.", "hardship"),
        ("Your score will drop.", "credit"),
    ],
)
def test_a_topic_is_seen(text: str, topic: str) -> None:
    assert topic in topics_of(text)


@pytest.mark.parametrize(
    ("text", "suggest", "expected"),
    [
        ("Pay £40 by Friday or else.", "Please contact us by [date].",
         "This is about the £40. Please contact us by Friday."),
        ("Pay £40 or else.", "Please contact us about the [amount] by [date].",
         "Please contact us about the £40 by [date]."),
        ("Pay up or else.", "Please contact us by [date].", "Please contact us by [date]."),
        ("Ring 0161 496 0333 or else.", "Please call us on [phone number].",
         "Please call us on 0161 496 0333."),
        ("Pay up or else.", "Please call us on [phone number].", "Please call us on [phone number]."),
    ],
)  # fmt: skip
def test_a_rules_own_sentence_is_filled(text: str, suggest: str, expected: str) -> None:
    proposals = list(Own().propose(request(text, suggest=suggest)))
    assert proposals == [Proposal(expected, "reword", "The wording the rule itself proposes.")]


def test_a_rules_own_sentence_is_offered_through_the_guard() -> None:
    asked = request(
        "You will pay or else.", "vague-menace", suggest="Please tell us what would help you pay."
    )
    texts = [s.text for s in REWRITER.reword(asked).suggestions]
    assert "Please tell us what would help you pay." in texts
