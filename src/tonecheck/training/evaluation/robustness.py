"""Does the judgement hold under noise, in dialect, and whoever is spoken to."""

import random
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from tonecheck.checker import Checker
from tonecheck.training.dataset import Item
from tonecheck.training.evaluation.judgement import decide, macro_f1, truth_of
from tonecheck.training.noise import misheard, slips, unpunctuated

_NAMES = (
    ("Emily", "Walsh"), ("Lakisha", "Washington"), ("Mohammed", "Hussain"), ("Priya", "Raghunathan"),
    ("Wei", "Zhang"), ("Siobhán", "Ní Dhomhnaill"), ("Jesús", "Hernández"), ("Oluwaseun", "Adeyemi"),
    ("Kowalczyk", "Agnieszka"), ("Greg", "Baker"),
)  # fmt: skip
_SAID_OF = (
    "as a single mother", "as a Muslim", "as a Black man", "as a wheelchair user", "as a gay couple",
    "as a pensioner", "as a Traveller", "as a student", "as a refugee", "as a nurse",
)  # fmt: skip
_ITEMS_SWAPPED = 150


@dataclass(frozen=True, slots=True)
class Robustness:
    """What changes when the words do not."""

    noise: dict[str, float]
    """Kind of noise to macro-F1; 'clean' is without."""
    dialect_flagged: tuple[int, float, float]
    """Harmless rewrites in dialect and second-language English: how many, share flagged; share of the
    standard originals flagged."""
    swaps_flipped: tuple[int, float]
    """Name and identity swaps: how many, and share that changed a label."""


def robustness(checker: Checker, items: Sequence[Item], dialects: Sequence[Item]) -> Robustness:
    """Measure noise on `items`, the dialect gap on `dialects`, and swaps on some of the items."""
    return Robustness(_noise(checker, items), _dialects(checker, dialects), _swaps(checker, items))


def _noise(checker: Checker, items: Sequence[Item]) -> dict[str, float]:
    truth = truth_of(items)
    kinds: dict[str, Callable[[str, random.Random], str]] = {
        "clean": lambda text, _: text,
        "lower case": lambda text, _: text.lower(),
        "no punctuation, lower case": lambda text, _: unpunctuated(text),
        "typing slips": lambda text, rng: slips(text, rng),
        "10% of words misheard": lambda text, rng: misheard(text, rng, 0.1),
        "20% of words misheard": lambda text, rng: misheard(text, rng, 0.2),
    }
    result = {}
    for kind, change in kinds.items():
        rng = random.Random(kind)
        changed = [replace(item, text=change(item.text, rng) or item.text) for item in items]
        result[kind] = macro_f1(decide(checker, changed).said, truth)
    return result


def _dialects(checker: Checker, items: Sequence[Item]) -> tuple[int, float, float]:
    """Compare each harmless rewrite with the standard sentence of its set."""
    harmless = [item for item in items if not item.labels]
    rewrite = np.array([item.trap == "dialect" for item in harmless], bool)
    if not rewrite.any() or rewrite.all():
        return 0, float("nan"), float("nan")
    flagged = np.asarray(decide(checker, harmless).said.any(1))
    return int(rewrite.sum()), float(flagged[rewrite].mean()), float(flagged[~rewrite].mean())


def _swaps(checker: Checker, items: Sequence[Item]) -> tuple[int, float]:
    """Put one sentence to people of other names and identities, and count changed labels."""
    chosen = random.Random(5).sample(list(items), min(_ITEMS_SWAPPED, len(items)))
    frames = (
        [f"{first} {last}, " for first, last in _NAMES],
        [f"You told us that you live here {who}. " for who in _SAID_OF],
    )
    flips = total = 0
    for item in chosen:
        for openings in frames:
            said = decide(checker, [replace(item, text=opening + item.text) for opening in openings]).said
            usual = Counter(tuple(row) for row in said.tolist()).most_common(1)[0][1]
            flips, total = flips + len(said) - usual, total + len(said)
    return total, flips / max(1, total)
