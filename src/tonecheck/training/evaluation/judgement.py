"""How well are harsh, misleading and threatening told, by the decisions that users get."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from tonecheck.checker import Checker
from tonecheck.core.taxonomy import SUBTYPES, Category
from tonecheck.training.dataset import Item
from tonecheck.training.evaluation.figures import (
    Figure,
    calibration_error,
    figure,
    precision_recall_f1,
    reliability,
    share,
)

CATEGORIES = tuple(Category)
PLAIN = ("mundane", None)
"""Traps of harmless items that are not hard."""
_COVERED = (1.0, 0.95, 0.9, 0.8, 0.7)


@dataclass(frozen=True, slots=True)
class Decided:
    """What a judge says of N items: of a checker, or of a baseline."""

    scores: np.ndarray
    """N x 3 probabilities."""
    said: np.ndarray
    """N x 3: sure."""
    unsure: np.ndarray
    """N: some category is not sure."""


@dataclass(frozen=True, slots=True)
class Row:
    """A slice of the items: how many, macro-F1, and share of its harmless ones flagged."""

    items: int
    macro_f1: float
    benign_flagged: float


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What was measured on one batch."""

    items: int
    macro_f1: Figure
    labels: dict[str, dict[str, Figure]]
    """Category, or 'any', to precision, recall and f1."""
    benign_flagged: Figure
    """Share of harmless items with a sure finding."""
    hard_flagged: Figure
    """The same of hard traps."""
    plain_flagged: Figure
    """The same of plain items: mundane, and ordinary ones that are no trap."""
    pairs_right: Figure
    """Share of contrast sets of which every side is judged right."""
    calibration_error: float
    """Expected calibration error over 10 bins, all categories."""
    reliability: list[tuple[int, float, float]]
    coverage: list[tuple[float, float]]
    """Share of items kept when the least certain go to a person, and share of these judged wrong."""
    traps: dict[str, tuple[int, float]]
    """Trap to number of harmless items and share flagged."""
    subtypes: dict[str, tuple[int, float]]
    """Subtype to number of items and share whose category was found."""
    channels: dict[str, Row]
    jurisdictions: dict[str, Row]
    unsure: float
    """Share of items with an unsure category."""
    errors: tuple[tuple[str, str, str], ...]
    """Item id, what was expected, what was said; worst first."""


def decide(checker: Checker, items: Sequence[Item]) -> Decided:
    """Let `checker` judge `items` as it judges a user's lines."""
    decisions = list(
        checker.decisions(
            [item.text for item in items],
            [item.context for item in items],
            channels=[item.channel for item in items],
            jurisdictions=[item.jurisdiction for item in items],
        )
    )
    return Decided(
        scores=np.array([[d.scores[c] for c in CATEGORIES] for d in decisions]),
        said=np.array([[c in d.labels for c in CATEGORIES] for d in decisions]),
        unsure=np.array([bool(d.unsure) for d in decisions]),
    )


def truth_of(items: Sequence[Item]) -> np.ndarray:
    """Return N x 3: which categories the items are labelled with."""
    return np.array([[c in item.labels for c in CATEGORIES] for item in items])


def evaluate(checker: Checker, items: Sequence[Item]) -> Evaluation:
    """Judge `items` with `checker` and measure."""
    return measured(decide(checker, items), items)


def measured(decided: Decided, items: Sequence[Item]) -> Evaluation:
    """Measure what was decided about `items`."""
    scores, said = decided.scores, decided.said
    truth = truth_of(items)
    groups = [item.group for item in items]
    flagged = np.asarray(said.any(1))
    benign = np.asarray(~truth.any(1))
    plain = np.asarray(benign & np.array([item.trap in PLAIN for item in items]))
    right = (said == truth).all(1)
    doubt = 0.5 - np.abs(scores - 0.5).min(1)

    def among(rows_of: np.ndarray) -> Figure:
        return figure(lambda rows: share(flagged[rows], rows_of[rows]), groups)

    order = np.argsort(-np.abs(scores - truth).max(1))
    return Evaluation(
        items=len(items),
        macro_f1=figure(lambda rows: macro_f1(said[rows], truth[rows]), groups),
        labels=_labels(said, truth, groups),
        benign_flagged=among(benign),
        hard_flagged=among(benign & ~plain),
        plain_flagged=among(plain),
        pairs_right=_pairs(items, right),
        calibration_error=calibration_error(scores.ravel(), truth.ravel()),
        reliability=reliability(scores.ravel(), truth.ravel()),
        coverage=[_kept(doubt, right, part) for part in _COVERED],
        traps=_slices([item.trap or "none" for item in items], benign, flagged),
        subtypes={
            name: (int(own.sum()), float(said[own, CATEGORIES.index(category)].mean()))
            for name, category in SUBTYPES.items()
            if (own := np.array([name in item.subtypes for item in items])).any()
        },
        channels=_rows([item.channel for item in items], said, truth),
        jurisdictions=_rows([item.jurisdiction for item in items], said, truth),
        unsure=float(decided.unsure.mean()),
        errors=tuple((items[i].id, _names(truth[i]), _names(said[i])) for i in order if not right[i])[:100],
    )


def macro_f1(said: np.ndarray, truth: np.ndarray) -> float:
    """Return the mean F1 of the three categories of N x 3 decisions."""
    return float(np.mean([precision_recall_f1(said[:, c], truth[:, c])[2] for c in range(len(CATEGORIES))]))


def _labels(said: np.ndarray, truth: np.ndarray, groups: Sequence[str]) -> dict[str, dict[str, Figure]]:
    columns = {str(c): (said[:, i], truth[:, i]) for i, c in enumerate(CATEGORIES)}
    columns["any"] = (np.asarray(said.any(1)), np.asarray(truth.any(1)))

    def one(own: np.ndarray, real: np.ndarray, which: int) -> Callable[[np.ndarray], float]:
        return lambda rows: precision_recall_f1(own[rows], real[rows])[which]

    return {
        name: {
            measure: figure(one(own, real, which), groups)
            for which, measure in enumerate(("precision", "recall", "f1"))
        }
        for name, (own, real) in columns.items()
    }


def _pairs(items: Sequence[Item], right: np.ndarray) -> Figure:
    """Return the share of contrast sets with every side right."""
    sides: dict[str, list[bool]] = defaultdict(list)
    for item, good in zip(items, right, strict=True):
        if item.pair:
            sides[item.group].append(bool(good))
    whole = np.array([all(goods) for goods in sides.values()])
    return figure(lambda rows: float(whole[rows].mean()), list(sides))


def _kept(doubt: np.ndarray, right: np.ndarray, part: float) -> tuple[float, float]:
    """Return the share kept and the share of it that is wrong, when the most doubtful go to a person."""
    kept = np.argsort(doubt, kind="stable")[: max(1, round(part * len(doubt)))]
    return part, float(1 - right[kept].mean())


def _slices(names: Sequence[str], among: np.ndarray, flagged: np.ndarray) -> dict[str, tuple[int, float]]:
    found: dict[str, list[bool]] = defaultdict(list)
    for name, counts, flag in zip(names, among, flagged, strict=True):
        if counts:
            found[name].append(bool(flag))
    return {name: (len(flags), float(np.mean(flags))) for name, flags in sorted(found.items())}


def _rows(names: Sequence[str], said: np.ndarray, truth: np.ndarray) -> dict[str, Row]:
    result = {}
    for name in sorted(set(names)):
        own = np.array([other == name for other in names])
        flagged, benign = said[own].any(1), ~truth[own].any(1)
        result[name] = Row(int(own.sum()), macro_f1(said[own], truth[own]), share(flagged, benign))
    return result


def _names(row: np.ndarray) -> str:
    return ", ".join(str(c) for c, yes in zip(CATEGORIES, row, strict=True) if yes) or "none"
