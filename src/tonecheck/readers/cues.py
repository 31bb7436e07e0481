"""File to Document: what WebVTT and SRT share: cues with times, and who speaks in them."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape

from tonecheck.readers.base import ReadError, SourceFile
from tonecheck.readers.labels import accepted, names
from tonecheck.readers.turns import Utterance

_TAG = re.compile(r"<(/?)([A-Za-z0-9:.]*)([^<>]*)>")
_LABEL = re.compile(r"[ \t]*(?:>>[ \t]*)?\[?(?P<label>[^\W\d_][^:\n\[\]]{0,47}?)\]?[ \t]*:(?:[ \t]+|$)")
_DASH = re.compile(r"[ \t]*(?:[-–—]|>>)[ \t]*(?=\S)")


@dataclass(slots=True)
class Cue:
    """One cue as it stands in the file."""

    line: int
    start_ms: int
    end_ms: int
    lines: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Piece:
    """Words of a cue under one voice tag."""

    cue: Cue
    speaker: str | None
    text: str


def cues(source: SourceFile, lines: list[tuple[int, str]], arrow: re.Pattern[str]) -> list[Cue]:
    """Collect the cues. A line with an arrow that `arrow` does not match is a ReadError that names it.

    Text after a blank line continues the cue: it was said, whatever the standard makes of it.
    """
    found: list[Cue] = []
    for place, (number, line) in enumerate(lines):
        if "-->" not in line:
            if found:
                found[-1].lines.append(line)
            continue
        times = arrow.fullmatch(line.strip())
        if times is None:
            advice = "Write it as 00:00:01.000 --> 00:00:02.000, or export the transcript again."
            raise ReadError(source.name, f"line {number} is no cue timing: {line.strip()[:60]!r}", advice)
        if found:
            _drop_identifier(found[-1].lines, lines[place - 1][1])
        found.append(Cue(number, _milliseconds(times, 1), _milliseconds(times, 5)))
    if not any(line.strip() for cue in found for line in cue.lines):
        raise ReadError(source.name, "there is no cue with words in it", "Export the transcript again.")
    return found


def _drop_identifier(before: list[str], line: str) -> None:
    """Take the next cue's identifier out of the lines before it: a number, or a line after a blank one."""
    stands_alone = len(before) > 1 and not before[-2].strip()
    if before and line.strip() and (stands_alone or line.strip().isdecimal()):
        before.pop()


def _milliseconds(times: re.Match[str], first: int) -> int:
    """Return the time whose four groups begin at `first`; hours may be missing."""
    hours, minutes, seconds, fraction = (times.group(first + step) or "0" for step in range(4))
    return ((int(hours) * 60 + int(minutes)) * 60 + int(seconds)) * 1000 + int(fraction.ljust(3, "0"))


def utterances(found: list[Cue]) -> Iterator[Utterance]:
    """Yield who says what: by voice tag, else by a label before the words, else by a dash."""
    pieces = [piece for cue in found for piece in _voices(cue)]
    known = _labels(pieces, len(found))
    for piece in pieces:
        if piece.speaker is not None:
            yield _utterance(piece, piece.speaker, piece.text, False)
        else:
            yield from _by_label(piece, known)


def _voices(cue: Cue) -> Iterator[_Piece]:
    """Split a cue at its voice tags; other tags are dropped, entities decoded."""
    text = "\n".join(cue.lines)
    speaker: str | None = None
    words = ""
    position = 0
    for tag in _TAG.finditer(text):
        closing, name, rest = tag.groups()
        words += text[position : tag.start()]
        position = tag.end()
        if name.split(".")[0].lower() == "v":
            yield _Piece(cue, speaker, unescape(words))
            words = ""
            speaker = None if closing else " ".join(unescape(rest).split()) or None
    yield _Piece(cue, speaker, unescape(words + text[position:]))


def _labels(pieces: list[_Piece], cues_count: int) -> frozenset[str]:
    """Return the labels in the words; where half the cues have one, those that occur once count too."""
    counts: Counter[str] = Counter()
    for piece in pieces:
        if piece.speaker is None:
            matches = (_LABEL.match(line) for line in piece.text.split("\n"))
            counts.update(match["label"].strip() for match in matches if match)
    return accepted(counts) | names(counts, cues_count)


def _by_label(piece: _Piece, known: frozenset[str]) -> Iterator[Utterance]:
    """Split words without a voice at the labels and the dashes that begin their lines."""
    lines = piece.text.split("\n")
    dashed = sum(bool(_DASH.match(line)) for line in lines) > 1 or any(
        line.lstrip().startswith(">>") for line in lines
    )
    speaker: str | None = None
    said: list[str] = []
    fresh = False
    for line in lines:
        dash = _DASH.match(line) if dashed else None
        words = line[dash.end() :] if dash else line
        label = _LABEL.match(words)
        label = label if label and label["label"].strip() in known else None
        if dash or label:
            yield _utterance(piece, speaker, " ".join(filter(None, map(str.strip, said))), fresh)
            speaker = label["label"].strip() if label else None
            said, fresh = [], label is None
            words = words[label.end() :] if label else words
        said.append(words)
    yield _utterance(piece, speaker, " ".join(filter(None, map(str.strip, said))), fresh)


def _utterance(piece: _Piece, speaker: str | None, text: str, fresh: bool) -> Utterance:
    where = f"line {piece.cue.line}"
    return Utterance(speaker, text, piece.cue.start_ms, piece.cue.end_ms, where, fresh)
