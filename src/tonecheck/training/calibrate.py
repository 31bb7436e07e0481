"""The exported model and the rules to probabilities and thresholds, on a batch neither has learnt from."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize

from tonecheck.core.document import Document
from tonecheck.core.taxonomy import Category
from tonecheck.detectors.base import Detector, Draft
from tonecheck.detectors.merge import evidence
from tonecheck.model_files import Calibration, Thresholds
from tonecheck.segments.sentences import Segmenter
from tonecheck.training.dataset import Item
from tonecheck.training.evaluation.figures import precision_recall_f1

BENIGN_FLAGGED = 0.02
"""Share of harmless items that may be called sure in one category."""
BENIGN_UNSURE = 0.08
LEAST_SURE, MOST_SURE = 0.4, 0.7
"""Nothing less likely is called sure, whatever F1 would gain: people read the word. And a batch of a few
hundred items is too small to ask for more than the upper bound."""
_PULL = 0.02
"""How strongly weights are pulled to their priors; keeps rare evidence from running away."""
_PRIOR = np.array([1.0, 0.0, 4.0, -1.0, -1.0])
_BOUNDS = [(0.2, 2.0), (-4.0, 4.0), (0.5, 6.0), (-4.0, 0.0), (-4.0, 0.0)]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the detectors say of N items in one category."""

    features: np.ndarray
    """N x 5: logit, 1, a rule saw it, a rule asks, a rule's words are exempt."""
    truth: np.ndarray
    """N: 0 or 1."""


def gather(
    items: Sequence[Item], segmenter: Segmenter, detectors: Sequence[Detector]
) -> dict[Category, Evidence]:
    """Look at each item as the checker would, and keep its worst sentence's evidence by category."""
    rows: dict[Category, list[list[float]]] = {category: [] for category in Category}
    for item in items:
        sentences = segmenter.sentences(Document.of(item.text, kind=item.channel))
        draft = Draft(sentences, [item.context] * len(sentences), item.channel, item.jurisdiction)
        detections = [detector.detect(draft) for detector in detectors]
        logits = next((d.logits for d in detections if d.logits), ())
        for category in Category:
            best = [-9.0, 1.0, 0.0, 0.0, 0.0]
            for position in range(len(sentences)):
                own = [
                    s
                    for d in detections
                    for s in d.sightings
                    if s.sentence == position and s.category is category
                ]
                row = [logits[position][category], 1.0, *(float(flag) for flag in evidence(own))]
                if _prior(row) > _prior(best):
                    best = row
            rows[category].append(best)
    return {
        category: Evidence(
            np.array(rows[category]), np.array([float(category in item.labels) for item in items])
        )
        for category in Category
    }


def calibrate(found: Evidence) -> Calibration:
    """Fit the weights of model_files.Calibration."""
    fitted = penalised_fit(found.features, found.truth, _PRIOR, _BOUNDS)
    return Calibration(*(round(float(value), 4) for value in fitted))


def penalised_fit(
    features: np.ndarray, truth: np.ndarray, prior: np.ndarray, bounds: Sequence[tuple[float, float]]
) -> np.ndarray:
    """Return the weights of N x K `features` by likelihood, pulled to their `prior`, within `bounds`."""

    def loss(weights: np.ndarray) -> float:
        total = features @ weights
        likelihood = np.logaddexp(0, total) - truth * total
        return float(likelihood.mean() + _PULL * ((weights - prior) ** 2).mean())

    return np.asarray(minimize(loss, prior, method="L-BFGS-B", bounds=bounds).x)


def logistic(features: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """Return N probabilities of N x K `features`."""
    return np.asarray(1 / (1 + np.exp(-(features @ weights))))


def probabilities(found: Evidence, calibration: Calibration) -> np.ndarray:
    """Return the merged probabilities of N items. See detectors.merge."""
    weights = [calibration.scale, calibration.bias, calibration.rule, calibration.verify, calibration.exempt]
    return logistic(found.features, np.array(weights))


def thresholds(scores: np.ndarray, truth: np.ndarray, benign: np.ndarray) -> Thresholds:
    """Choose the best F1 that flags few of the harmless items; unsure below it, as far as noise allows."""
    grid = np.linspace(0.15, 0.9, 76)
    allowed = [
        t for t in grid if LEAST_SURE <= t <= MOST_SURE and (scores[benign] >= t).mean() <= BENIGN_FLAGGED
    ]
    allowed = allowed or [MOST_SURE]
    sure = max(allowed, key=lambda t: (precision_recall_f1(scores >= t, truth > 0)[2], t))
    low = [t for t in grid if t < sure and (scores[benign] >= t).mean() <= BENIGN_UNSURE]
    return Thresholds(sure=round(float(sure), 3), unsure=round(float(min(low, default=sure - 0.1)), 3))


def _prior(row: Sequence[float]) -> float:
    return float(np.dot(row, _PRIOR))
