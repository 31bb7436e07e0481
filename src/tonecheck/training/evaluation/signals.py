"""Are the customer's cues heard and the sender's strengths seen."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from tonecheck.core.document import Document
from tonecheck.core.taxonomy import CUES, STRENGTHS
from tonecheck.detectors.signals import SignalFinder
from tonecheck.segments.sentences import Segmenter
from tonecheck.training.dataset import Item
from tonecheck.training.evaluation.figures import precision_recall_f1


@dataclass(frozen=True, slots=True)
class SignalRow:
    """One cue or strength."""

    there: int
    precision: float
    recall: float
    false_alarms: float
    """Share of the turns without it in which it is shown."""


@dataclass(frozen=True, slots=True)
class SignalFigures:
    """All of one kind."""

    turns: int
    rows: dict[str, SignalRow]
    macro_recall: float
    macro_precision: float


def cues(finder: SignalFinder, segmenter: Segmenter, items: Sequence[Item]) -> SignalFigures:
    """Measure cues on the customers' turns."""
    own = [item for item in items if not item.role.judged]
    return _measured(finder, segmenter, own, [item.cues for item in own], CUES)


def strengths(finder: SignalFinder, segmenter: Segmenter, items: Sequence[Item]) -> SignalFigures:
    """Measure strengths on the senders' items in which they were marked."""
    own = [item for item in items if item.role.judged and item.strengths_marked]
    return _measured(finder, segmenter, own, [item.strengths for item in own], STRENGTHS)


def _measured(
    finder: SignalFinder,
    segmenter: Segmenter,
    items: Sequence[Item],
    marked: Sequence[frozenset[str]],
    names: Sequence[str],
) -> SignalFigures:
    shown = [
        finder.shown(segmenter.sentences(Document.of(item.text, kind=item.channel)), item.context)
        for item in items
    ]
    rows = {}
    for name in names:
        said = np.array([name in own for own in shown], bool)
        real = np.array([name in own for own in marked], bool)
        if real.any():
            precision, recall, _ = precision_recall_f1(said, real)
            rows[name] = SignalRow(int(real.sum()), precision, recall, float(said[~real].mean()))
    return SignalFigures(
        len(items),
        rows,
        float(np.mean([row.recall for row in rows.values()])) if rows else float("nan"),
        float(np.mean([row.precision for row in rows.values()])) if rows else float("nan"),
    )
