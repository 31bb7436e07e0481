"""File to Document: what was said, in order, to the turns of a transcript."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tonecheck.core.document import Anchor, Document, Turn, Unchecked
from tonecheck.core.taxonomy import Role
from tonecheck.readers.roles import role_of

_LINE_BREAKS = re.compile(r"\s*[\r\n]+\s*")


@dataclass(frozen=True, slots=True)
class Utterance:
    """A stretch of words by one speaker, taken out of a file that is not plain text."""

    speaker: str | None
    text: str
    start_ms: int | None = None
    end_ms: int | None = None
    where: str = ""
    fresh: bool = False
    """Whether a new turn surely begins here, though the speaker has no other name."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in raw text where somebody begins to speak."""

    line_start: int
    """Where the line of the label begins: the turn before ends there."""
    words_start: int
    speaker: str | None
    line: int
    start_ms: int | None = None
    role: Role | None = None
    """None: as the label says."""
    silent: bool = False
    """A line of the exporting program, which nobody said."""


def transcript(utterances: Iterable[Utterance], format: str, warnings: Sequence[str] = ()) -> Document:
    """Build a call: one turn a line, consecutive utterances of one speaker joined by a space."""
    pieces: list[str] = []
    turns: list[Turn] = []
    anchors: list[Anchor] = []
    length = 0
    for utterance in utterances:
        said = _LINE_BREAKS.sub(" ", utterance.text).strip()
        if not said:
            continue
        joins = bool(turns) and not utterance.fresh and turns[-1].speaker == utterance.speaker
        start = length + bool(turns)
        if turns:
            pieces.append(" " if joins else "\n")
        pieces.append(said)
        length = start + len(said)
        anchors.append(Anchor(start, utterance.where))
        first = turns.pop() if joins else None
        turns.append(
            Turn(
                id=len(turns),
                start=first.start if first else start,
                end=length,
                speaker=utterance.speaker,
                role=role_of(utterance.speaker),
                start_ms=first.start_ms if first else utterance.start_ms,
                end_ms=utterance.end_ms,
                where=first.where if first else utterance.where,
            )
        )
    return Document(
        text="".join(pieces),
        kind="call",
        turns=tuple(turns),
        format=format,
        warnings=tuple(warnings),
        anchors=tuple(anchors),
    )


def raw_transcript(text: str, marks: Sequence[Mark], kind: str, format: str) -> Document:
    """Build a transcript over raw text: turns hold the words only, never the labels."""
    turns: list[Turn] = []
    for mark, following in zip(marks, [*marks[1:], None], strict=True):
        start, end = trimmed(text, mark.words_start, following.line_start if following else len(text))
        if start == end or mark.silent:
            continue
        role = role_of(mark.speaker) if mark.role is None else mark.role
        where = f"line {mark.line}"
        turns.append(Turn(len(turns), start, end, mark.speaker, role, start_ms=mark.start_ms, where=where))
    start, end = trimmed(text, 0, marks[0].line_start)
    before = (Unchecked(start, end, "before the first speaker"),) if start < end else ()
    return Document(text=text, kind=kind, turns=tuple(turns), format=format, unchecked=before)


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Shrink a range by the white space at its ends."""
    end = max(end, start)
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    return (start, start + len(words.strip()))
