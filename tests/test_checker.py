"""The line as a whole: what counts, what only asks, what is locked, and offsets that always lead back."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import tonecheck
from tonecheck.checker import Checker, RolesUnknownError
from tonecheck.core.document import QUOTED_REPLY
from tonecheck.core.errors import UnknownNameError
from tonecheck.core.report import Report
from tonecheck.core.taxonomy import Action, Category, Severity, Verdict

PIECES = st.sampled_from(
    (
        'You will be arrested.|Pay now or else.|you thief|£412.50|3 June|{{balance}}|[NAME]|Please call us.|"We '
        "will sue you.\"|won't|not|St. Mary|Agent: |Customer: |> |\n\n|\r\n|\t| |😀|\u200f|\ud800|\x00|’|…|ÄÖ|你好|---"
    ).split("|")
)
TEXT = st.lists(st.one_of(PIECES, st.text(max_size=8)), max_size=14).map("".join)
QUICK = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def leads_back(report: Report) -> None:
    """Assert that every offset of a report slices its text to what it quotes."""
    text = report.document.text
    for part in (*report.findings, *report.strengths, *report.cues):
        assert text[part.start : part.end] == part.text
    for piece in (*report.sentences, *report.document.unchecked):
        assert 0 <= piece.start <= piece.end <= len(text)
    for finding in report.findings:
        for suggestion in finding.suggestions:
            assert 0 <= suggestion.start <= suggestion.end <= len(text)
            assert "\ud800" not in suggestion.text


@given(TEXT)
@QUICK
def test_any_text_gets_an_answer_and_offsets_lead_back(checker: Checker, text: str) -> None:
    try:
        report = checker.check(text, jurisdiction="uk", explain=True)
    except RolesUnknownError:
        return
    assert report.document.text == text
    leads_back(report)


@given(TEXT)
@QUICK
def test_a_score_does_not_depend_on_its_neighbours(checker: Checker, text: str) -> None:
    alone = checker.score(["You will be arrested unless you pay."])[0]
    beside = checker.score([text, "You will be arrested unless you pay."])[1]
    assert alone == beside


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("Pay today or you will be arrested.", Category.THREATENING),
        ("You are a liar and a thief.", Category.HARSH),
        ("You have no right to dispute this debt.", Category.MISLEADING),
    ],
)
def test_finds_what_rules_and_model_see(checker: Checker, text: str, category: Category) -> None:
    report = checker.check(text, scope="fragment")
    assert report.verdict in (Verdict.STOP, Verdict.REVISE)
    own = [f for f in report.findings if f.category is category and f.sure]
    assert own
    assert {origin.kind for f in own for origin in f.origin} == {"rule", "model"}
    assert all(f.score == pytest.approx(report.scores[category], abs=1e-4) for f in own)
    assert any(category in s.labels for s in report.sentences)


@pytest.mark.parametrize(
    "text",
    [
        "You will not be arrested for owing this.",
        "Nobody can take your car over this bill.",
        'The text that said "you will be arrested" did not come from us.',
        "This is an attempt to collect a debt.",
        "Thank you for your payment of £40.00.",
        "We look forward to hearing from you.",
        "Your appointment is at 14 Court Street.",
    ],
)
def test_leaves_harmless_words_alone(checker: Checker, text: str) -> None:
    report = checker.check(text, scope="fragment")
    assert [f.text for f in report.findings if f.sure] == []
    assert report.verdict is not Verdict.STOP


def test_questions_never_enter_scores_or_labels(rules_only: Checker) -> None:
    text = "If we have not heard from you by 4 March we may apply to the county court."
    report = rules_only.check(text, jurisdiction="uk", scope="fragment")
    assert [f.action for f in report.findings] == [Action.VERIFY]
    assert report.verdict is Verdict.UNSURE
    assert set(report.scores.values()) == {0.0}
    assert report.sentences[0].labels == ()


def test_one_finding_for_one_span_and_category(checker: Checker) -> None:
    report = checker.check("Pay now or you will be arrested, you thief. " * 3, scope="fragment")
    places = [(f.start, f.end, f.category) for f in report.findings]
    assert len(places) == len(set(places))
    assert len({f.id for f in report.findings}) == len(report.findings)


def test_statutory_wording_is_locked_but_hides_no_threat(rules_only: Checker) -> None:
    locked = "This is an attempt to collect a debt."
    assert rules_only.check(locked, jurisdiction="us", scope="fragment").findings == ()
    both = "This is an attempt to collect a debt and you will be arrested if you do not pay."
    assert rules_only.check(both, jurisdiction="us", scope="fragment").findings


def test_duties_are_for_whole_documents(rules_only: Checker) -> None:
    text = "You owe £40."
    assert rules_only.check(text, kind="letter", jurisdiction="uk").duties
    assert rules_only.check(text, kind="letter", jurisdiction="uk", scope="fragment").duties == ()


def test_a_missing_required_duty_asks_for_revision(rules_only: Checker) -> None:
    report = rules_only.check("We are writing about £40 on your loan.", kind="letter", jurisdiction="uk")
    assert any(d.required and d.state == "missing" for d in report.duties)
    assert report.verdict is Verdict.REVISE


def test_only_the_senders_words_count(rules_only: Checker) -> None:
    text = (
        "Agent: Good morning, how can I help?\nCustomer: You thief, I will be arrested because of you!\n" * 2
    )
    report = rules_only.check(text)
    assert report.document.kind == "call"
    assert report.findings == ()


def test_an_agent_is_asked_for(rules_only: Checker) -> None:
    text = "Jane: You will be arrested.\nBo: What?\nJane: Yes.\nBo: Oh.\n"
    with pytest.raises(RolesUnknownError, match="--agent") as caught:
        rules_only.check(text, kind="call")
    assert caught.value.speakers == ("Jane", "Bo")
    assert rules_only.check(text, kind="call", agents=["Jane"]).findings
    assert rules_only.check(text, kind="call", agents=["Bo"]).findings == ()


def test_a_quoted_reply_is_heard_but_not_judged(rules_only: Checker) -> None:
    text = (
        "Hello Sam,\n\nThank you for writing.\n\nOn Mon, 3 May 2026, Sam <sam@example.org> wrote:\n"
        "> You are all thieves.\n> I don't want to be here any more.\n"
    )
    report = rules_only.check(text, kind="email", scope="fragment")
    assert report.findings == ()
    assert [gap.reason for gap in report.document.unchecked] == [QUOTED_REPLY]
    assert [(cue.id, cue.turn) for cue in report.cues][:1] == [("self-harm-risk", None)]


@pytest.mark.parametrize("wrong", [{"kind": "leter"}, {"jurisdiction": "ukk"}])
def test_unknown_names_are_guessed(rules_only: Checker, wrong: dict[str, str]) -> None:
    with pytest.raises(UnknownNameError, match="did you mean"):
        rules_only.check("Hello.", **wrong)  # type: ignore[arg-type]


def test_the_product_has_a_door() -> None:
    report = tonecheck.check("You must pay today or else.", kind="letter", jurisdiction="us")
    assert isinstance(report, tonecheck.Report)
    assert report.findings
    assert isinstance(tonecheck.Checker.load(), tonecheck.Checker)
    assert tonecheck.read(b"Dear Ms Hall").text == "Dear Ms Hall"


def test_a_suggestion_is_clean_and_keeps_the_facts(checker: Checker) -> None:
    text = "Stop making excuses and pay the £412.50 by 3 June, you deadbeat."
    suggestions = checker.reword(text)
    assert suggestions
    for suggestion in suggestions:
        assert "412.50" in suggestion.text
        assert "3 June" in suggestion.text
        again = checker.check(suggestion.text, scope="fragment")
        assert [f for f in again.findings if f.action is not Action.VERIFY] == []
        assert max(f.severity.rank for f in again.findings) < Severity.HIGH.rank if again.findings else True
