"""File to Document: a transcript in plain text, every turn under its speaker's label. The text stays raw."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from tonecheck.core.document import Document
from tonecheck.readers.base import ReadError, SourceFile
from tonecheck.readers.labels import accepted, may_be_name, names, names_role
from tonecheck.readers.turns import Mark, raw_transcript

_TIME = r"[0-9]{1,3}:[0-9]{2}(?::[0-9]{2})?(?:[.,][0-9]{1,3})?"
_TIMES = rf"[\[(]?(?P<time>{_TIME})(?:[ \t]*(?:-|–|-->)[ \t]*{_TIME})?[\])]?"
_BEFORE = rf"[ \t]*(?:>>[ \t]*)?(?:{_TIMES}[ \t]*[-–|]?[ \t]*)?"
_LABEL = r"(?P<label>[^\W\d_][^:\n\t\[\]<>{}|*]{0,47}?)"
_AFTER = rf"(?:[ \t]*[\[(]?(?P<later>{_TIME})[\])]?)?"
_COLON = re.compile(
    rf"{_BEFORE}(?:\*\*|__)?\[?{_LABEL}\]?{_AFTER}(?:\*\*|__)?[ \t]*:(?:\*\*|__)?(?=(?P<gap>\s|$)?)"
)
_OWN_LINE = re.compile(rf"[ \t]*{_LABEL}(?:[ \t]+[\[(]?|[ \t]*[\[(])(?P<time>{_TIME})[\])]?[ \t]*\r?$")
_CHANGE = re.compile(r"[ \t]*>>(?!>)[ \t]*(?=\S)")
_SALUTATION = re.compile(r"\s*(?:dear|to whom it may)\b", re.IGNORECASE)
_QUOTED = re.compile(r"\s*>(?!>)")
_MOST_LINES_BEFORE = 6
_MOST_WORDS_BEFORE = 80


@dataclass(frozen=True, slots=True)
class _Line:
    number: int
    start: int
    words: str


class LabelledReader:
    """`Agent: ...`, `[00:01:02] AGENT (Jane): ...`, `Jane Doe 0:12` on its own line, `>> ...`."""

    name = "labelled"

    def recognises(self, source: SourceFile) -> bool:
        """See Reader.recognises."""
        return parse(source.decoded[0]) is not None

    def read(self, source: SourceFile) -> Document:
        """See Reader.read."""
        text, warnings = source.decoded
        document = parse(text, asked=True)
        if document is None:
            advice = "Begin each turn with its speaker: 'Agent: ...', 'Customer: ...'."
            raise ReadError(source.name, "no speaker labels were found", advice)
        return replace(document, warnings=warnings)


def parse(text: str, asked: bool = False) -> Document | None:
    """Return the transcript that `text` is, or None. `asked`: the caller says it is one, so names will do."""
    lines = [_Line(n, m.start(), m.group()) for n, m in enumerate(re.finditer(r"(?m)^[^\n]*", text), 1)]
    candidates = list(_candidates(lines))
    counts = Counter(mark.speaker for mark in candidates if mark.speaker)
    known = accepted(counts)
    if known or asked:
        known |= names(counts, sum(bool(line.words.strip()) for line in lines))
    marks = [mark for mark in candidates if mark.speaker is None or mark.speaker in known]
    if not _is_transcript(text, lines, marks):
        return None
    document = raw_transcript(text, marks, "call", LabelledReader.name)
    return document if len(document.turns) > 1 else None


def _candidates(lines: list[_Line]) -> Iterator[Mark]:
    """Yield every place that has the shape of a label."""
    for line in lines:
        begins = _COLON.match(line.words)
        if begins and (begins["gap"] is not None or _sticks_to_role(begins, line.words)):
            yield _mark(line, begins.end(), begins["label"], begins["time"] or begins["later"])
        elif begins := _OWN_LINE.match(line.words):
            if may_be_name(begins["label"]):
                yield _mark(line, begins.end(), begins["label"], begins["time"])
        elif begins := _CHANGE.match(line.words):
            yield _mark(line, begins.end(), None, None)


def _sticks_to_role(begins: re.Match[str], words: str) -> bool:
    """Tell whether 'Agent:Hello' lacks its space; 'https://' and '9:30' have none to lack."""
    return words[begins.end() : begins.end() + 1].isalpha() and names_role(begins["label"].strip())


def _mark(line: _Line, end: int, label: str | None, time: str | None) -> Mark:
    speaker = label.strip() if label else None
    return Mark(line.start, line.start + end, speaker, line.number, milliseconds(time))


def milliseconds(time: str | None) -> int | None:
    """Turn 'h:mm:ss.mmm' or 'm:ss' into milliseconds; None stays None."""
    if time is None:
        return None
    whole, _, fraction = time.replace(",", ".").partition(".")
    seconds = 0
    for part in whole.split(":"):
        seconds = seconds * 60 + int(part)
    return seconds * 1000 + int(fraction.ljust(3, "0") or 0)


def _is_transcript(text: str, lines: list[_Line], marks: list[Mark]) -> bool:
    """Tell a transcript from a letter that has fields ('Client: ...') or a list in it."""
    if len(marks) < 2:
        return False
    numbers = {mark.line for mark in marks}
    if any(_SALUTATION.match(line.words) for line in lines if line.number not in numbers):
        return False
    before = text[: marks[0].line_start]
    if len(before.split()) > _MOST_WORDS_BEFORE or sum(map(bool, before.split("\n"))) > _MOST_LINES_BEFORE:
        return False
    named = Counter(mark.speaker for mark in marks if mark.speaker)
    if not named:
        return not before.strip() and not any(_QUOTED.match(line.words) for line in lines)
    if len(named) == 1 and not any(names_role(label) for label in named):
        return False
    return max(named.values()) > 1 or _every_paragraph_is_labelled(lines, marks)


def _every_paragraph_is_labelled(lines: list[_Line], marks: list[Mark]) -> bool:
    """Tell whether no paragraph stands alone: one that does is a letter's, below its fields."""
    numbers = {mark.line for mark in marks}
    blank = False
    for line in lines[marks[0].line :]:
        if not line.words.strip():
            blank = True
        elif blank and line.number not in numbers:
            return False
        else:
            blank = False
    return True
