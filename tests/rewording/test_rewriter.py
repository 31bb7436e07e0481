"""The rewriter: every subtype finds words, the best first, within its budget."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tonecheck.core.taxonomy import SUBTYPES, Action, Category
from tonecheck.rewording.base import Rescored, Rewording
from tonecheck.rewording.facts import facts_of
from tonecheck.rewording.keeping import added, lost
from tonecheck.rewording.rewriter import MOST, RESCORINGS

from .tools import CLEAN, REWRITER, request, reword

EXAMPLES = {
    "insult": ["You absolute clown, pay the £40.", "Even a toddler would follow this bill."],
    "shaming": ["Decent people pay what they owe.", "You broke your word on the £25, Priya."],
    "dismissive": ["Cancer or no cancer, the account runs.", "Cry me a river, the £90 is still due."],
    "pressure": ["Card number. Now.", "We will ring every hour until the £60 is here."],
    "commanding": ["Remit £310 forthwith.", "Telephone this office and have a card in your hand."],
    "legal-action": ["We will sue you on 4 May for the £600.", "The papers for the judge are ready."],
    "arrest-or-criminal": [
        "You will be in a cell by Friday.",
        "This £80 makes you a thief in the eyes of the law.",
    ],
    "violence": ["Our lads know your street.", "Pay the £70 or somebody gets hurt."],
    "exposure": ["Your boss hears about the £200 next.", "Imagine your mother reading this."],
    "asset-or-income": ["The car goes unless £450 is here by noon.", "Half your wages come to us first."],
    "vague-menace": ["You will not like what comes next.", "Ignore the £35 if you dare."],
    "false-authority": [
        "This is the county calling about £120.",
        "As officers of the Treasury we may enter.",
    ],
    "false-consequence": ["Your children owe this £900 too.", "Nobody will ever lend to you again."],
    "false-urgency": ["The 40% offer dies at noon.", "Decide before we hang up."],
    "amount-obscured": ["Send £1,940 plus accruals.", "The fees are no business of yours."],
    "rights-denied": ["Nobody gets to dispute a £60 bill.", "You signed, so you have no rights."],
    "concealed-purpose": ["A parcel worth £30 is waiting.", "This is only a survey about your bank."],
    "over-promise": ["Pay £99 and your file is spotless.", "Your score jumps the minute you pay."],
    "time-barred-debt": ["Your 2007 loan of £310 never dies.", "How old it is does not matter to us."],
}


@pytest.mark.parametrize("kind", ["letter", "sms", "call"])
@pytest.mark.parametrize(("subtype", "text"), [(s, text) for s, texts in EXAMPLES.items() for text in texts])
def test_every_subtype_gets_a_suggestion(subtype: str, text: str, kind: str) -> None:
    asked = request(text, subtype, kind=kind)
    suggestions = REWRITER.reword(asked).suggestions
    assert 1 <= len(suggestions) <= MOST
    for suggestion in suggestions:
        assert asked.document.text[suggestion.start : suggestion.end] == asked.sentence.text
        assert suggestion.text
        assert suggestion.action in ("edit", "reword")
        assert re.findall(r"\[([a-z][^\]]+)\]", suggestion.text) == list(suggestion.needs_input)


def test_the_examples_cover_the_taxonomy() -> None:
    assert set(EXAMPLES) == set(SUBTYPES)


def test_the_smallest_edit_comes_first_and_tells_what_it_keeps() -> None:
    best = reword("You must pay £40 on account ending 4471 immediately.", words="immediately").suggestions[0]
    assert best.action == "edit"
    assert best.text == "You must pay £40 on account ending 4471 by [date]."
    assert best.keeps == ("£40", "account ending 4471")
    assert best.needs_input == ("date",)
    assert best.scores_after == {str(category): 0.01 for category in Category}


def test_offsets_count_in_the_document_not_in_the_sentence() -> None:
    before = "Thank you for the call.\n\nThe balance is  £40. "
    asked = request("You\u2019re a disgrace.", "insult", before=before, action=Action.REMOVE)
    for suggestion in REWRITER.reword(asked).suggestions:
        assert asked.document.text[suggestion.start : suggestion.end] == "You\u2019re a disgrace."


def test_an_insult_in_a_letter_goes_and_one_in_a_call_shows_what_could_be_said() -> None:
    more = {"action": Action.REMOVE, "after": " The balance is £40."}
    assert reword("You are pathetic.", "insult", **more).suggestions[0].action == "remove"
    spoken = reword("You are pathetic.", "insult", kind="call", **more).suggestions
    assert spoken[0].action == "reword"
    assert spoken[0].text


def test_nothing_is_suggested_where_nothing_was_found() -> None:
    asked = request("The balance is £40.")
    from dataclasses import replace

    assert REWRITER.reword(replace(asked, findings=())) == Rewording()


def test_nothing_is_suggested_where_nothing_passes() -> None:
    asked = request("Pay the £40 or else.", "vague-menace")
    from dataclasses import replace

    strict = replace(asked, rescore=lambda text: Rescored(asked.findings, CLEAN.scores))
    rewording = REWRITER.reword(strict)
    assert rewording.suggestions == ()
    assert rewording.refusals
    assert all("still" in r.reason or "judged" in r.reason for r in rewording.refusals)


@pytest.mark.parametrize("verdict", [CLEAN, None])
def test_the_budget_is_kept(verdict: Rescored | None) -> None:
    asked = request("You must pay £40 immediately, you liar, or else we will tell your boss.", "commanding")
    calls: list[str] = []

    def rescore(text: str) -> Rescored:
        calls.append(text)
        return verdict or Rescored(asked.findings, CLEAN.scores)

    from dataclasses import replace

    REWRITER.reword(replace(asked, rescore=rescore))
    assert len(calls) <= RESCORINGS
    assert len(set(calls)) == len(calls)


def test_suggestions_differ() -> None:
    texts = [s.text for s in reword("You must pay £40 immediately, you liar.", "commanding").suggestions]
    assert len(texts) == len(set(texts)) == MOST


AMOUNTS = st.sampled_from(["£40", "$1,318.44", "€900", "Rs 500", "forty quid", "5k", "{{balance}}"])
DATES = st.sampled_from(
    ["by Friday", "by 3 March 2026", "within 14 days", "before noon", "by 5 pm tomorrow", "by {{due}}"]
)
PLACES = st.sampled_from(
    ["on account ending 4471", "under reference NLS-403177", "on invoice 3391", "for Tallis & Grey"]
)
CONTACTS = st.sampled_from(
    ["ring 0161 496 0333", "write to help@firm.example", "go to firm.example/pay", "call 555-0147"]
)
PEOPLE = st.sampled_from(["Mr Dunne, ", "Fiona, ", "Dear [NAME], ", ""])
HEAT = st.sampled_from(
    [
        "you fool",
        "or else",
        "or we will tell your boss",
        "you have been warned",
        "and nobody gets to dispute it",
    ]
)


@settings(max_examples=200, deadline=None)
@given(
    PEOPLE,
    AMOUNTS,
    PLACES,
    DATES,
    CONTACTS,
    HEAT,
    st.sampled_from(sorted(SUBTYPES)),
    st.sampled_from(["letter", "call"]),
)
def test_no_fact_is_ever_lost_or_invented(
    person: str, amount: str, place: str, date: str, contact: str, heat: str, subtype: str, kind: str
) -> None:
    text = f"{person}{'you' if person else 'You'} must pay {amount} {place} {date} or {contact}, {heat}."
    asked = request(text, subtype, words=heat, kind=kind)
    for suggestion in REWRITER.reword(asked).suggestions:
        assert lost([f for f in facts_of(text) if f.kind != "soft"], suggestion.text) == ()
        assert added(text, suggestion.text) == ()
        assert asked.document.text[suggestion.start : suggestion.end] == text


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=60))
def test_any_text_has_facts_that_slice_to_themselves(text: str) -> None:
    for fact in facts_of(text):
        assert text[fact.start : fact.end] == fact.text
