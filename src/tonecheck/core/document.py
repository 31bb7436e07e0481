"""The first noun of the line: a document as it was read. Its text is never altered."""

from bisect import bisect_right
from dataclasses import dataclass, replace

from tonecheck.core.taxonomy import Role, RoleSource


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open range of code points in `Document.text`."""

    start: int
    end: int

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the two share a code point."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Turn:
    """What one person says in one go; a letter is one turn of its sender."""

    id: int
    """Position in the document, from 0."""
    start: int
    end: int
    speaker: str | None = None
    """The label in the file, as written there."""
    role: Role = Role.AGENT
    role_source: RoleSource = RoleSource.GIVEN
    start_ms: int | None = None
    """Milliseconds from the start of the call; None where the file has no time."""
    end_ms: int | None = None
    where: str = ""
    """The place in the original file, for people: 'line 3', 'segments/4'."""

    @property
    def span(self) -> Span:
        """The range of the turn's words."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Unchecked:
    """A range that was not judged, and why, in words for people."""

    start: int
    end: int
    reason: str


QUOTED_REPLY = "quoted reply"
"""Reason of the text below an email reply: not judged, but read for the customer's cues."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """From offset `start` on, the text comes from the place `where` of the original file."""

    start: int
    where: str


@dataclass(frozen=True, slots=True)
class Document:
    """Text as read, with what the reader learnt about it."""

    text: str
    kind: str = "letter"
    """One of taxonomy.KINDS."""
    turns: tuple[Turn, ...] = ()
    """In order, not overlapping; together they hold every word that may be judged."""
    format: str = "text"
    """Name of the reader that read it."""
    language: str | None = None
    """ISO 639-1 code of the sender's words; None until it was looked at."""
    jurisdiction: str = "any"
    warnings: tuple[str, ...] = ()
    """What the reader assumed, one line each: 'read as cp1252'."""
    unchecked: tuple[Unchecked, ...] = ()
    markup: tuple[Span, ...] = ()
    """Characters that are not words (Markdown's signs); skipped when reading, kept in the text."""
    anchors: tuple[Anchor, ...] = ()
    """Places in the original file, by offset, where the text is not the file itself."""

    @classmethod
    def of(cls, text: str, kind: str = "letter", **changes: object) -> "Document":
        """Make a document of the sender's own words: one turn over the whole text."""
        document = cls(text=text, kind=kind, turns=(Turn(0, 0, len(text)),))
        return replace(document, **changes)  # type: ignore[arg-type]

    @property
    def is_transcript(self) -> bool:
        """Whether several people may speak in it."""
        return self.kind in ("call", "chat") or any(turn.speaker for turn in self.turns)

    def line(self, offset: int) -> int:
        """Return the 1-based line of `text` that holds `offset`."""
        return self.text.count("\n", 0, offset) + 1

    def column(self, offset: int) -> int:
        """Return the 1-based column of `offset`, in code points."""
        return offset - (self.text.rfind("\n", 0, offset) + 1) + 1

    def where(self, offset: int) -> str:
        """Name the place of `offset` in the original file, for people."""
        if not self.anchors:
            return f"line {self.line(offset)}"
        index = bisect_right([anchor.start for anchor in self.anchors], offset) - 1
        return self.anchors[max(index, 0)].where

    def turn_at(self, offset: int) -> Turn | None:
        """Return the turn that holds `offset`, or None between turns."""
        for turn in self.turns:
            if turn.start <= offset < turn.end:
                return turn
        return None
