"""The interface of every encoder with heads, and what it gives back."""

from collections.abc import Mapping
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


class Judge(Protocol):
    """Reads a text, with what was said before it, and gives raw numbers."""

    def judge(self, text: str, context: str = "") -> Judgement:
        """Judge `text` alone: its numbers never depend on what else is judged."""
        ...
