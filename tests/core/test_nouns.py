"""The nouns: places in a document, closed lists, and what makes a verdict."""

from dataclasses import FrozenInstanceError, replace

import pytest

from tonecheck.core.document import Anchor, Document, Span, Turn
from tonecheck.core.errors import ToneCheckError, UnknownNameError
from tonecheck.core.finding import Finding, Origin
from tonecheck.core.report import Duty, verdict
from tonecheck.core.taxonomy import (
    JURISDICTIONS,
    KINDS,
    SUBTYPES,
    Action,
    Category,
    Certainty,
    Role,
    Severity,
    Verdict,
    known_jurisdiction,
    known_kind,
)

FINDING = Finding(
    start=0,
    end=3,
    text="Pay",
    category=Category.HARSH,
    subtypes=("commanding",),
    action=Action.REWORD,
    severity=Severity.MEDIUM,
    score=0.9,
    certainty=Certainty.SURE,
    origin=(Origin("rule", "r", "1", 0.9),),
    message="m",
    why="w",
)
HIGH = replace(FINDING, severity=Severity.HIGH)
UNSURE = replace(HIGH, certainty=Certainty.UNSURE)
QUESTION = replace(HIGH, action=Action.VERIFY)
MISSING = Duty("identity", required=True, state="missing")
GOOD_PRACTICE = Duty("identity", required=False, state="missing")


@pytest.mark.parametrize(
    ("findings", "duties", "said"),
    [
        ([], [], Verdict.SEND),
        ([], [GOOD_PRACTICE], Verdict.SEND),
        ([UNSURE], [], Verdict.UNSURE),
        ([QUESTION], [], Verdict.UNSURE),
        ([], [MISSING], Verdict.REVISE),
        ([UNSURE], [MISSING], Verdict.REVISE),
        ([FINDING], [], Verdict.REVISE),
        ([FINDING, UNSURE], [], Verdict.REVISE),
        ([FINDING, HIGH], [MISSING], Verdict.STOP),
    ],
)
def test_verdict(findings: list[Finding], duties: list[Duty], said: Verdict) -> None:
    assert verdict(findings, duties) is said


def test_places() -> None:
    document = Document.of("Dear Jo,\n😀 pay\n")
    assert (document.line(10), document.column(11)) == (2, 3)
    assert document.where(10) == "line 2"
    anchored = replace(document, anchors=(Anchor(0, "page 1"), Anchor(9, "page 2")))
    assert [anchored.where(offset) for offset in (0, 8, 9, 14)] == ["page 1", "page 1", "page 2", "page 2"]
    assert document.turn_at(3) == Turn(0, 0, len(document.text))
    assert document.turn_at(99) is None


def test_a_document_cannot_be_altered() -> None:
    with pytest.raises(FrozenInstanceError):
        Document.of("x").text = "y"  # type: ignore[misc]


@pytest.mark.parametrize(
    ("one", "other", "overlap"),
    [((0, 3), (3, 5), False), ((0, 3), (2, 5), True), ((2, 3), (0, 9), True), ((1, 1), (0, 2), True)],
)
def test_overlap(one: tuple[int, int], other: tuple[int, int], overlap: bool) -> None:
    assert Span(*one).overlaps(Span(*other)) is overlap


def test_the_closed_lists() -> None:
    assert len(SUBTYPES) == 19
    assert set(SUBTYPES.values()) == set(Category)
    assert [s.rank for s in (Severity.LOW, Severity.MEDIUM, Severity.HIGH)] == [0, 1, 2]
    assert [role for role in Role if role.judged] == [Role.AGENT, Role.BOT, Role.SUPERVISOR]
    assert all(known_kind(name) == name for name in KINDS)
    assert all(known_jurisdiction(name) == name for name in JURISDICTIONS)


def test_an_unknown_name_says_the_nearest_or_all() -> None:
    with pytest.raises(UnknownNameError, match="unknown kind 'emial': did you mean 'email'"):
        known_kind("emial")
    with pytest.raises(ToneCheckError, match="choose one of: any, us, uk"):
        known_jurisdiction("zzz")
