"""Corpus items that repeat one another: a judge must not meet in its test what it has learnt by heart."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tonecheck.training.dataset import Item

LONGEST_SHARED = 7
"""Words in a row that two items may share."""
_WORD = re.compile(r"[\w']+")


@dataclass(frozen=True, slots=True)
class Repeat:
    """Two items with more words in a row in common than is allowed."""

    earlier: str
    later: str
    words: str


def repeats(items: Iterable[Item]) -> Iterator[Repeat]:
    """Yield each item that repeats an earlier one of another group.

    Sides of a pair differ in a few words on purpose, and statutory wording is everybody's.
    """
    seen: dict[str, tuple[str, str]] = {}
    for item in items:
        if item.trap == "statutory":
            continue
        words = _WORD.findall(item.text.lower())
        group = item.contrast
        found: Repeat | None = None
        for start in range(len(words) - LONGEST_SHARED):
            run = " ".join(words[start : start + LONGEST_SHARED + 1])
            owner, earlier = seen.setdefault(run, (group, item.id))
            if owner != group and found is None:
                found = Repeat(earlier, item.id, run)
        if found:
            yield found
