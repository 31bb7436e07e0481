"""The third noun of the line: a rewording that passed the guard."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Suggestion:
    """`text` replaces `start`-`end` of the document."""

    start: int
    end: int
    text: str
    action: str
    """'edit' changes the offending words, 'reword' the sentence, 'remove' drops it."""
    why: str
    scores_after: Mapping[str, float]
    """Category to probability 0-1, by the same checker, of the text as it would be sent."""
    keeps: tuple[str, ...] = ()
    """Facts of the original that the text keeps, as written."""
    needs_input: tuple[str, ...] = ()
    """Names of the slots the writer has to fill: 'date' for '[date]'."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A rewording the guard did not let through, kept for --explain."""

    text: str
    reason: str
