"""What holds for every writer, whatever its format."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from tonecheck.core.errors import UnknownNameError
from tonecheck.core.taxonomy import CUES, DUTIES, STRENGTHS, Verdict
from tonecheck.writers import words
from tonecheck.writers.base import EmptyOutcomeError, Outcome, Style
from tonecheck.writers.registry import WRITERS, load

from .conftest import call_report, empty_report

STYLES = (Style(), Style(color=True, width=60, explain=True), Style(width=1), Style(width=500, explain=True))


@pytest.fixture(params=WRITERS)
def format_name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def written(name: str, *outcomes: Outcome, style: Style = STYLES[0]) -> str:
    """Return what a writer makes of outcomes."""
    return "".join(load(name, style).write(outcomes))


def test_name_is_the_one_in_the_registry(format_name: str) -> None:
    assert load(format_name).name == format_name


@pytest.mark.parametrize("style", STYLES)
def test_writes_everything_in_utf8(
    format_name: str,
    style: Style,
    letter: Outcome,
    call: Outcome,
    anchored: Outcome,
    empty: Outcome,
    failed: Outcome,
) -> None:
    text = written(format_name, letter, call, anchored, empty, failed, style=style)
    assert text.encode("utf-8")
    assert text.endswith("\n")
    for part in ("court", "call.txt", "StepChange", "Word 97"):
        if part != "StepChange" or format_name != "csv":
            assert part in text


def test_is_deterministic(
    format_name: str, letter: Outcome, call: Outcome, failed: Outcome, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = written(format_name, letter, call, failed)
    for name, value in {"COLUMNS": "33", "FORCE_COLOR": "1", "TERM": "dumb", "NO_COLOR": "1"}.items():
        monkeypatch.setenv(name, value)
    assert written(format_name, letter, call, failed) == first


def test_writes_no_outcome_and_empty_reports(format_name: str, empty: Outcome) -> None:
    assert isinstance(written(format_name), str)
    assert written(format_name, empty)
    assert written(format_name, empty, empty)


@pytest.mark.parametrize("verdict", Verdict)
def test_writes_every_verdict(format_name: str, verdict: Verdict) -> None:
    assert written(format_name, Outcome("a.txt", replace(empty_report(), verdict=verdict)))


def test_writes_ids_that_are_not_known_yet(format_name: str) -> None:
    report = call_report()
    cues = tuple(replace(cue, id="new-cue", turn=None) for cue in report.cues)
    strengths = tuple(replace(strength, id="new-strength") for strength in report.strengths)
    assert written(format_name, Outcome("a.txt", replace(report, cues=cues, strengths=strengths)))


def test_takes_outcomes_one_by_one(format_name: str, call: Outcome, failed: Outcome) -> None:
    def coming() -> Iterator[Outcome]:
        yield call
        yield failed

    assert "".join(load(format_name).write(coming())) == written(format_name, call, failed)


def test_passes_no_escape_sequence_of_a_document_on(format_name: str) -> None:
    report = call_report()
    evil = "\x1b[2Jboo\x07\u202e"
    findings = tuple(replace(found, message=evil, text=evil) for found in report.findings)
    document = replace(report.document, text=report.document.text.replace("Everybody", "\x1b]0;bad\x07"))
    text = written(format_name, Outcome(f"{evil}.txt", replace(report, findings=findings, document=document)))
    assert "\x1b" not in text
    assert "\x07" not in text


def test_an_outcome_needs_a_report_or_an_error() -> None:
    with pytest.raises(EmptyOutcomeError, match=r"a\.txt"):
        Outcome("a.txt")


def test_unknown_format_names_the_nearest() -> None:
    with pytest.raises(UnknownNameError, match="did you mean 'markdown'"):
        load("markdwon")


def test_every_id_of_the_taxonomy_has_words() -> None:
    assert set(words.CUES) == set(CUES)
    assert set(words.DUTIES) == set(DUTIES)
    assert set(words.STRENGTHS) == set(STRENGTHS)
    assert set(words.SYMBOLS) == set(words.DRAFT_VERDICTS) == set(words.CALL_VERDICTS) == set(Verdict)
    assert len(set(words.SYMBOLS.values())) == len(Verdict)


@pytest.mark.parametrize(
    ("probability", "said"),
    [(0.0, "under 1%"), (0.004, "under 1%"), (0.5, "50%"), (0.99, "99%"), (1.0, "over 99%")],
)
def test_a_likelihood_is_never_certain(probability: float, said: str) -> None:
    assert words.percent(probability) == said
