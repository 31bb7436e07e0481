"""What every rule kind offers: find the words of many entries in one sentence."""

from dataclasses import dataclass
from typing import Protocol

from tonecheck.core.errors import ToneCheckError
from tonecheck.segments.sentences import Sentence


class PatternError(ToneCheckError):
    """A pattern that cannot be read; the message names the entry and the token."""


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
