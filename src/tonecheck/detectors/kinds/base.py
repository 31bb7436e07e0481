"""What every rule kind offers: find the words of many entries in one sentence."""

from dataclasses import dataclass
from typing import Protocol

from tonecheck.segments.sentences import Sentence


@dataclass(frozen=True, slots=True)
class Occurrence:
    """Tokens `first` to `last` (exclusive, counted in the sentence) hold the words of an entry."""

    entry: str
    first: int
    last: int


class Kind(Protocol):
    """Finds the words of many entries at once."""

    def find(self, sentence: Sentence) -> list[Occurrence]:
        """Return every occurrence, the longest of overlapping ones of an entry."""
        ...
