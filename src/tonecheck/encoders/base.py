"""The interface of every encoder with heads, and what it gives back."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from tonecheck.core.taxonomy import Category


@dataclass(frozen=True, slots=True)
class TokenTag:
    """One token of the text: code points `start`-`end`, and a logit by category that it offends."""

    start: int
    end: int
    logits: tuple[float, ...]
    """In the order of Category."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """Raw numbers of one text; nothing here is calibrated."""

    logits: Mapping[Category, float]
    subtypes: Mapping[str, float]
    """Logit by subtype."""
    acts: Mapping[str, float]
    """Logit by communicative act."""
    tokens: tuple[TokenTag, ...]
    signals: Mapping[str, float]
    """Logit by cue (of a customer's words) and strength (of a sender's)."""


class Judge(Protocol):
    """Reads a text, with what was said before it, and gives raw numbers."""

    def judge(self, text: str, context: str = "") -> Judgement:
        """Judge `text` alone: its numbers never depend on what else is judged."""
        ...


class SecondReader(Protocol):
    """A larger model that is asked only about what the judge is unsure of."""

    @property
    def name(self) -> str:
        """Return the name of the model that reads."""
        ...

    def read(
        self, text: str, context: str, kind: str, jurisdiction: str, categories: Iterable[Category]
    ) -> dict[Category, bool]:
        """Tell, by category asked about, whether `text` offends. Raise ToneCheckError without an answer."""
        ...
