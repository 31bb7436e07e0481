"""Are the words shown the ones that offend, and do they carry the judgement."""

import random
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from tonecheck.checker import Checker
from tonecheck.core.taxonomy import SUBTYPES, Action
from tonecheck.training.dataset import Item
from tonecheck.training.evaluation.figures import Figure, figure


@dataclass(frozen=True, slots=True)
class SpanFigures:
    """Measured on the items whose every category was told right."""

    items: int
    character_f1: Figure
    """Mean over items and categories of the F1 of characters marked."""
    cleared: float
    """Share no longer flagged when the words shown are taken out."""
    cleared_by_chance: float
    """The same when as many other letters in a row are taken out."""


def spans(checker: Checker, items: Sequence[Item]) -> SpanFigures:
    """Compare the words of findings with the words marked, letter by letter."""
    rng = random.Random(11)
    scores: list[float] = []
    groups: list[str] = []
    cleared, chance = [], []
    for item in (item for item in items if item.labels):
        found = _shown(checker, item, item.text)
        if set(found) != {str(label) for label in item.labels}:
            continue
        for category, shown in found.items():
            marked = {
                place
                for span in item.spans
                if SUBTYPES[span.subtype] == category
                for place in range(span.start, span.end)
            }
            scores.append(2 * len(shown & marked) / max(1, len(shown) + len(marked)))
            groups.append(item.group)
        everything = set().union(*found.values())
        if len(everything) < 0.8 * len(item.text):
            cleared.append(not _shown(checker, item, _without(item.text, everything)))
            start = rng.randrange(max(1, len(item.text) - len(everything)))
            other = set(range(start, start + len(everything))) - everything
            chance.append(not _shown(checker, item, _without(item.text, other)))
    values = np.array(scores)
    return SpanFigures(
        len(set(groups)),
        figure(lambda rows: float(values[rows].mean()), groups),
        float(np.mean(cleared)) if cleared else float("nan"),
        float(np.mean(chance)) if chance else float("nan"),
    )


def _shown(checker: Checker, item: Item, text: str) -> dict[str, set[int]]:
    """Return the code points shown as offending, by category of a sure finding."""
    if not text.strip():
        return {}
    report = checker.check(
        text, kind=item.channel, jurisdiction=item.jurisdiction, scope="fragment", suggest=False
    )
    found: dict[str, set[int]] = {}
    for finding in report.findings:
        if finding.certainty == "sure" and finding.action is not Action.VERIFY:
            found.setdefault(str(finding.category), set()).update(range(finding.start, finding.end))
    return found


def _without(text: str, places: set[int]) -> str:
    return "".join(letter for place, letter in enumerate(text) if place not in places)
