"""Model and rules to the probabilities of cues and strengths, and from where on each is shown."""

from collections.abc import Sequence

import numpy as np

from tonecheck.core.document import Document
from tonecheck.core.taxonomy import CUES, STRENGTHS
from tonecheck.detectors.signals import SignalFinder
from tonecheck.model_files import SignalCalibration
from tonecheck.segments.sentences import Segmenter
from tonecheck.training.calibrate import logistic, penalised_fit
from tonecheck.training.dataset import Item
from tonecheck.training.evaluation.figures import precision_recall_f1

RECALL_WANTED = {"self-harm-risk": 0.99}
"""A cue that is missed costs more than one too many, and this one most of all."""
CUE_RECALL_WANTED = 0.93
MOST_FALSE = {"self-harm-risk": 0.06}
"""Share of turns without a cue in which it may be shown: half of the turns we calibrate on only look
like it, which turns of real calls hardly ever do."""
CUE_MOST_FALSE = 0.04
_PRIOR = np.array([1.0, 0.0, 2.0])
_BOUNDS = [(0.2, 2.0), (-5.0, 5.0), (0.0, 5.0)]
_FEWEST = 10
"""Fewer examples than this calibrate nothing: such a signal is left to its rules."""
_RULES_ONLY = SignalCalibration(scale=0.0, bias=-2.0, rule=4.0, shown=0.5)


def gather_signals(
    items: Sequence[Item], segmenter: Segmenter, finder: SignalFinder
) -> dict[str, tuple[np.ndarray, np.ndarray]]:
    """Return, by signal, N x 3 features (logit, 1, a rule sees it) and N truths, where it counts."""
    rows: dict[str, list[list[float]]] = {name: [] for name in (*CUES, *STRENGTHS)}
    truth: dict[str, list[float]] = {name: [] for name in rows}
    for item in items:
        names = CUES if not item.role.judged else STRENGTHS if item.strengths_marked else ()
        if not names:
            continue
        sentences = segmenter.sentences(Document.of(item.text, kind=item.channel))
        found = finder.evidence(sentences, item.context)
        for name in names:
            rows[name].append([found[name].logit or 0.0, 1.0, float(found[name].span is not None)])
            truth[name].append(float(name in item.cues or name in item.strengths))
    return {name: (np.array(rows[name]), np.array(truth[name])) for name in rows if rows[name]}


def calibrate_signals(found: dict[str, tuple[np.ndarray, np.ndarray]]) -> dict[str, SignalCalibration]:
    """Fit each signal by penalised likelihood, and choose where it is shown."""
    return {
        name: _fitted(name, *found[name])
        if name in found and found[name][1].sum() >= _FEWEST
        else _RULES_ONLY
        for name in (*CUES, *STRENGTHS)
    }


def _fitted(name: str, features: np.ndarray, truth: np.ndarray) -> SignalCalibration:
    weights = penalised_fit(features, truth, _PRIOR, _BOUNDS)
    scores = logistic(features, weights)
    scale, bias, rule = (float(value) for value in weights)
    return SignalCalibration(
        scale=round(scale, 4), bias=round(bias, 4), rule=round(rule, 4), shown=_shown(name, scores, truth)
    )


def _shown(name: str, scores: np.ndarray, truth: np.ndarray) -> float:
    """Return the threshold: as strict as the wanted recall lets it be, within the allowed false alarms."""
    grid = np.linspace(0.02, 0.9, 89)
    if name not in CUES:
        return round(float(max(grid, key=lambda t: precision_recall_f1(scores >= t, truth > 0)[2])), 3)
    wanted = RECALL_WANTED.get(name, CUE_RECALL_WANTED)
    most = MOST_FALSE.get(name, CUE_MOST_FALSE)
    quiet = [t for t in grid if (scores[truth == 0] >= t).mean() <= most] or [grid[-1]]
    enough = [t for t in quiet if (scores[truth == 1] >= t).mean() >= wanted] or [min(quiet)]
    return round(float(max(enough)), 3)
