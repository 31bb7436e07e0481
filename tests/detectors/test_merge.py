"""Where rules and model meet: one finding for one span and category, every origin kept."""

import math

import pytest

from tonecheck.core.document import Document, Span
from tonecheck.core.finding import Origin, Source
from tonecheck.core.taxonomy import Action, Category, Certainty, Severity
from tonecheck.detectors.base import Detection, Draft, Sighting
from tonecheck.detectors.merge import Merged, Merger, evidence, named
from tonecheck.model_files import Calibration, Thresholds
from tonecheck.segments.sentences import Segmenter

TEXT = "Pay now or the sheriff collects your telly."
DOCUMENT = Document.of(TEXT)
DRAFT = Draft(Segmenter().sentences(DOCUMENT), [""], "letter", "any")
THREAT = Category.THREATENING
CALIBRATION = dict.fromkeys(Category, Calibration(scale=1.0, bias=0.0, rule=2.0, verify=-1.0, exempt=-1.5))
THRESHOLDS = dict.fromkeys(Category, Thresholds(sure=0.6, unsure=0.3))
WITH_MODEL = Merger(CALIBRATION, THRESHOLDS)
RULES_ONLY = Merger({}, {})


def seen(
    start: int = 0, end: int = 10, kind: str = "rule", action: Action = Action.REWORD,
    exempt: str | None = None, severity: Severity = Severity.MEDIUM, category: Category = THREAT, name: str = "r",
) -> Sighting:  # fmt: skip
    return Sighting(
        sentence=0, span=Span(start, end), category=category, subtypes=("vague-menace",), action=action,
        severity=severity, origin=Origin(kind, name, "1", 0.9), message=f"by {name}", why="w",
        sources=(Source(f"law of {name}"),), suggest=None, exempt=exempt,
    )  # fmt: skip


def merge(merger: Merger, logit: float | None, *sightings: Sighting) -> Merged:
    logits = () if logit is None else ({c: logit if c is THREAT else -9.0 for c in Category},)
    return merger.merge(DOCUMENT, DRAFT, [Detection(sightings), Detection((), logits)])


def sigmoid(value: float) -> float:
    return 1 / (1 + math.exp(-value))


@pytest.mark.parametrize(
    ("sightings", "probability"),
    [
        ([], sigmoid(0.5)),
        ([seen(kind="model")], sigmoid(0.5)),
        ([seen()], sigmoid(2.5)),
        ([seen(), seen(3, 9, name="other")], sigmoid(2.5)),
        ([seen(action=Action.VERIFY)], sigmoid(-0.5)),
        ([seen(action=Action.VERIFY), seen()], sigmoid(2.5)),
        ([seen(exempt="negated")], sigmoid(-1.0)),
        ([seen(exempt="negated"), seen()], sigmoid(2.5)),
    ],
)
def test_the_probability_adds_up(sightings: list[Sighting], probability: float) -> None:
    assert WITH_MODEL.probability(THREAT, 0.5, sightings) == pytest.approx(probability)


def test_overlapping_sightings_are_one_finding_with_every_origin() -> None:
    merged = merge(WITH_MODEL, 1.0, seen(0, 10), seen(4, 30, kind="model", name="m"), seen(6, 8, name="r2"))
    (finding,) = merged.findings
    assert (finding.start, finding.end) == (0, 30)
    assert finding.text == TEXT[0:30]
    assert {origin.id for origin in finding.origin} == {"r", "m", "r2"}
    assert finding.message == "by r"
    assert [source.citation for source in finding.sources] == ["law of r", "law of r2"]
    assert finding.score == pytest.approx(sigmoid(3.0), abs=1e-4)
    assert merged.scores[0][THREAT] == pytest.approx(sigmoid(3.0))


def test_two_places_and_two_categories_are_findings_of_their_own() -> None:
    merged = merge(RULES_ONLY, None, seen(0, 3), seen(10, 20), seen(0, 3, category=Category.MISLEADING))
    assert [(f.start, f.category) for f in merged.findings] == [
        (0, Category.MISLEADING), (0, THREAT), (10, THREAT),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("logit", "certainty"),
    [(2.0, Certainty.SURE), (0.0, Certainty.UNSURE), (-0.5, Certainty.UNSURE), (-3.0, None)],
)
def test_three_answers(logit: float, certainty: Certainty | None) -> None:
    merged = merge(WITH_MODEL, logit, seen(kind="model"))
    assert [f.certainty for f in merged.findings] == ([certainty] if certainty else [])


@pytest.mark.parametrize(
    ("logit", "action"), [(0.0, Action.VERIFY), (-5.0, Action.VERIFY), (4.0, Action.REWORD)]
)
def test_a_question_stands_unless_the_model_is_sure(logit: float, action: Action) -> None:
    merged = merge(WITH_MODEL, logit, seen(kind="model", name="m"), seen(action=Action.VERIFY))
    assert [f.action for f in merged.findings] == [action]


def test_the_worst_rule_decides_severity_and_removal() -> None:
    merged = merge(
        RULES_ONLY,
        None,
        seen(severity=Severity.LOW),
        seen(severity=Severity.HIGH, action=Action.REMOVE, name="x"),
    )
    (finding,) = merged.findings
    assert (finding.severity, finding.action) == (Severity.HIGH, Action.REMOVE)


def test_labels_are_what_is_sure() -> None:
    scores = {Category.HARSH: 0.59, Category.MISLEADING: 0.3, Category.THREATENING: 0.6}
    assert WITH_MODEL.labels(scores) == (THREAT,)
    assert WITH_MODEL.unsure(scores) == (Category.HARSH, Category.MISLEADING)


def test_evidence() -> None:
    assert evidence([]) == (False, False, False)
    assert evidence([seen(exempt="quoted")]) == (False, False, True)
    assert evidence([seen(exempt="quoted"), seen()]) == (True, False, False)
    assert evidence([seen(kind="model")]) == (False, False, False)


def test_ids_count_equal_words_and_nothing_else() -> None:
    first, second = merge(RULES_ONLY, None, seen(0, 3), seen(10, 20)).findings
    ids = [f.id for f in named([first, first, second])]
    assert len(set(ids)) == 3
    assert ids[0] == named([second, first])[1].id
