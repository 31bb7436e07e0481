"""A served model against a labelled batch: the same decisions that users get, with their spread."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from tonecheck.checker import Checker
from tonecheck.core.taxonomy import Category
from tonecheck.training.dataset import Item

_ROUNDS = 1000
CATEGORIES = tuple(Category)


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure and its 95% bootstrap interval, clustered by document or pair."""

    value: float
    low: float
    high: float

    def __str__(self) -> str:
        return f"{self.value:.3f} ({self.low:.3f}-{self.high:.3f})"


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What was measured on one batch."""

    items: int
    macro_f1: Figure
    labels: dict[str, dict[str, Figure]]
    """Category, or 'any', to precision, recall and f1."""
    benign_flagged: Figure
    """Share of harmless items with a sure finding."""
    mundane_flagged: Figure
    pairs_right: Figure
    """Share of pairs of which both sides are judged right."""
    calibration_error: float
    """Expected calibration error over 10 bins, all categories."""
    traps: dict[str, tuple[int, float]]
    """Trap to number of harmless items and share flagged."""
    subtypes: dict[str, tuple[int, float]]
    """Subtype to number of items and share whose category was found."""
    unsure: float
    """Share of items with an unsure category."""
    errors: tuple[tuple[str, str, str], ...]
    """Item id, what was expected, what was said; worst first."""


def evaluate(checker: Checker, items: Sequence[Item]) -> Evaluation:
    """Judge `items` with `checker` and measure."""
    decisions = list(
        checker.decisions(
            [item.text for item in items],
            [item.context for item in items],
            channels=[item.channel for item in items],
            jurisdictions=[item.jurisdiction for item in items],
        )
    )
    scores = np.array([[d.scores[c] for c in CATEGORIES] for d in decisions])
    said = np.array([[c in d.labels for c in CATEGORIES] for d in decisions])
    truth = np.array([[c in item.labels for c in CATEGORIES] for item in items])
    groups = [item.group for item in items]
    benign: np.ndarray = np.logical_not(np.any(truth, axis=1))
    mundane: np.ndarray = np.logical_and(benign, [item.trap == "mundane" for item in items])
    right = (said == truth).all(1)

    def figure(measure: str, column: int) -> Figure:
        return _figure(lambda rows: _measure(measure, said, truth, rows, column), groups)

    labels = {
        str(name): {measure: figure(measure, column) for measure in ("precision", "recall", "f1")}
        for column, name in enumerate([*CATEGORIES, "any"])
    }
    pairs = sorted({item.group for item in items if item.pair})
    both = np.array([right[[i for i, g in enumerate(groups) if g == pair]].all() for pair in pairs])
    order = np.argsort(-np.abs(scores - truth).max(1))
    return Evaluation(
        items=len(items),
        macro_f1=_figure(
            lambda rows: float(np.mean([_measure("f1", said, truth, rows, c) for c in range(3)])), groups
        ),
        labels=labels,
        benign_flagged=_figure(lambda rows: _share(said[rows].any(1), np.asarray(benign)[rows]), groups),
        mundane_flagged=_figure(lambda rows: _share(said[rows].any(1), np.asarray(mundane)[rows]), groups),
        pairs_right=_figure(lambda rows: float(both[rows].mean()) if len(rows) else 0.0, pairs),
        calibration_error=_ece(scores.ravel(), truth.ravel()),
        traps=_traps(items, said, benign),
        subtypes=_subtypes(items, said),
        unsure=float(np.mean([bool(d.unsure) for d in decisions])),
        errors=tuple((items[i].id, _names(truth[i]), _names(said[i])) for i in order if not right[i])[:100],
    )


def _figure(measure: Callable[[np.ndarray], float], groups: Sequence[str]) -> Figure:
    """Measure on all rows, and on rows drawn again by group for the interval."""
    if not groups:
        return Figure(float("nan"), float("nan"), float("nan"))
    rng = np.random.default_rng(7)
    names = sorted(set(groups))
    members = {name: [i for i, g in enumerate(groups) if g == name] for name in names}
    drawn = []
    for _ in range(_ROUNDS):
        chosen = rng.choice(len(names), len(names))
        drawn.append(measure(np.array([i for c in chosen for i in members[names[c]]])))
    low, high = np.nanpercentile(drawn, [2.5, 97.5])
    return Figure(measure(np.arange(len(groups))), float(low), float(high))


def _measure(name: str, said: np.ndarray, truth: np.ndarray, rows: np.ndarray, column: int) -> float:
    own = said[rows].any(1) if column == 3 else said[rows, column]
    real = truth[rows].any(1) if column == 3 else truth[rows, column]
    hits = float((own & real).sum())
    if name == "precision":
        return hits / max(1.0, float(own.sum()))
    if name == "recall":
        return hits / max(1.0, float(real.sum()))
    return 2 * hits / max(1.0, float(own.sum() + real.sum()))


def _share(flagged: np.ndarray, among: np.ndarray) -> float:
    return float(flagged[among].mean()) if among.any() else float("nan")


def _ece(scores: np.ndarray, truth: np.ndarray) -> float:
    bins = np.minimum((scores * 10).astype(int), 9)
    return float(
        sum(
            (bins == b).mean() * abs(scores[bins == b].mean() - truth[bins == b].mean())
            for b in range(10)
            if (bins == b).any()
        )
    )


def _traps(items: Sequence[Item], said: np.ndarray, benign: np.ndarray) -> dict[str, tuple[int, float]]:
    flagged: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for index, item in enumerate(items):
        if benign[index]:
            total[item.trap or "none"] += 1
            flagged[item.trap or "none"] += bool(said[index].any())
    return {name: (total[name], flagged[name] / total[name]) for name in sorted(total)}


def _subtypes(items: Sequence[Item], said: np.ndarray) -> dict[str, tuple[int, float]]:
    from tonecheck.core.taxonomy import SUBTYPES

    found: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for index, item in enumerate(items):
        for name in item.subtypes:
            total[name] += 1
            found[name] += bool(said[index][CATEGORIES.index(SUBTYPES[name])])
    return {name: (total[name], found[name] / total[name]) for name in SUBTYPES if total[name]}


def _names(row: np.ndarray) -> str:
    return ", ".join(str(c) for c, yes in zip(CATEGORIES, row, strict=True) if yes) or "none"
