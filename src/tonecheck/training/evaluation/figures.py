"""A figure with its spread, and the measures that several questions share."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

_ROUNDS = 1000


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure and its 95% bootstrap interval, clustered by document or pair."""

    value: float
    low: float
    high: float

    def __str__(self) -> str:
        return f"{self.value:.3f} ({self.low:.3f}-{self.high:.3f})"


def figure(measure: Callable[[np.ndarray], float], groups: Sequence[str]) -> Figure:
    """Measure on all rows, and on rows drawn again by group for the interval."""
    if not groups:
        return Figure(float("nan"), float("nan"), float("nan"))
    rng = np.random.default_rng(7)
    _, places = np.unique(np.array(groups), return_inverse=True)
    members = np.split(np.argsort(places, kind="stable"), np.cumsum(np.bincount(places))[:-1])
    drawn = []
    for _ in range(_ROUNDS):
        chosen = rng.choice(len(members), len(members))
        drawn.append(measure(np.concatenate([members[c] for c in chosen])))
    low, high = np.nanpercentile(drawn, [2.5, 97.5])
    return Figure(measure(np.arange(len(groups))), float(low), float(high))


def precision_recall_f1(said: np.ndarray, real: np.ndarray) -> tuple[float, float, float]:
    """Return the three of N decisions; 0 where there is nothing to divide by."""
    hits = float((said & real).sum())
    flagged, there = float(said.sum()), float(real.sum())
    return hits / max(1.0, flagged), hits / max(1.0, there), 2 * hits / max(1.0, flagged + there)


def share(flagged: np.ndarray, among: np.ndarray) -> float:
    """Return the share of `among` that is flagged; not a number where there is none."""
    return float(flagged[among].mean()) if among.any() else float("nan")


def calibration_error(scores: np.ndarray, truth: np.ndarray) -> float:
    """Return the expected calibration error of N probabilities, over ten equal bins."""
    return sum(count / len(scores) * abs(said - real) for count, said, real in reliability(scores, truth))


def reliability(scores: np.ndarray, truth: np.ndarray) -> list[tuple[int, float, float]]:
    """Return, by filled bin of ten: how many, what probability was said, how often it was true."""
    bins = np.minimum((scores * 10).astype(int), 9)
    return [
        (int((bins == b).sum()), float(scores[bins == b].mean()), float(truth[bins == b].mean()))
        for b in range(10)
        if (bins == b).any()
    ]
