"""File to Document: a thread of text messages. The text stays raw."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from tonecheck.core.document import Document
from tonecheck.core.taxonomy import Role
from tonecheck.readers.base import ReadError, SourceFile
from tonecheck.readers.labels import accepted, may_be_name, names
from tonecheck.readers.roles import role_of
from tonecheck.readers.turns import Mark, raw_transcript

SIDES: Final = {
    **dict.fromkeys(("me", "us", "we", "you sent", "sent", "outgoing", "our side"), Role.AGENT),
    **dict.fromkeys(("them", "they", "received", "incoming", "their side"), Role.CUSTOMER),
}
"""How phones label the two sides: whoever exports the thread is the sender."""

_CLOCK = r"[0-9]{1,2}[:.][0-9]{2}(?:[:.][0-9]{2})?(?:[ \u202f\u00a0]?[AaPp]\.?[Mm]\.?)?"
_DATE = r"[0-9]{1,4}[./-][0-9]{1,2}[./-][0-9]{1,4}"
_SIGNS = "[\u200e\u200f\u202a\ufeff]*"
_DATED = re.compile(rf"{_SIGNS}\[?{_DATE},?[ \u202f\u00a0]+(?:at )?{_CLOCK}\]?[ \t]*(?:[-–][ \t]*)?{_SIGNS}")
_TIMED = re.compile(rf"\[?{_CLOCK}\]?[ \t]*(?:[-–][ \t]*)?")
_LABEL = re.compile(r"(?P<label>[^:\n]{1,60}?)[ \t]*:(?=\s|$)[ \t]*")
_FIELD = re.compile(r"(?P<field>from|to|date|time|sent|received) ?: *(?P<value>[^\r\n]*)", re.IGNORECASE)
_SUBJECT = re.compile(r"(?im)^[ \t]*subject ?:")
_SALUTATION = re.compile(r"(?im)^[ \t]*dear\b[^\n]{0,60}$")


class SmsReader:
    """A thread as a phone or a messenger exports it."""

    name = "sms"

    def recognises(self, source: SourceFile) -> bool:
        """See Reader.recognises."""
        return parse(source.decoded[0]) is not None

    def read(self, source: SourceFile) -> Document:
        """See Reader.read."""
        text, warnings = source.decoded
        document = parse(text, asked=True)
        if document is None:
            advice = "Begin each message with its sender: 'Us: ...', 'Them: ...'."
            raise ReadError(source.name, "no thread of messages was found", advice)
        return replace(document, warnings=warnings)


def parse(text: str, asked: bool = False) -> Document | None:
    """Return the thread that `text` is, or None. `asked`: the caller says it is one, so names will do."""
    lines = [(n, m.start(), m.group()) for n, m in enumerate(re.finditer(r"(?m)^[^\n]*", text), 1)]
    for marks in (list(_dated(lines)), list(_blocks(text, lines)), list(_sides(text, lines, asked))):
        if marks and not text[: marks[0].line_start].strip():
            document = raw_transcript(text, marks, "sms", SmsReader.name)
            if document.turns:
                return document
    return None


def side(label: str) -> Role:
    """Return the role that a label in a thread names."""
    return SIDES.get(label.casefold()) or role_of(label)


def _dated(lines: list[tuple[int, int, str]]) -> Iterator[Mark]:
    """Yield the marks of messages that begin with date and time; one without a name is the program's."""
    for number, start, words in lines:
        if not (stamp := _DATED.match(words)):
            continue
        begins = _LABEL.match(words, stamp.end())
        if begins is None or not _may_send(begins["label"]):
            yield Mark(start, start + len(words), None, number, silent=True)
            continue
        label = begins["label"].strip()
        yield Mark(start, start + begins.end(), label, number, role=side(label))


def _may_send(label: str) -> bool:
    """Tell whether the label is somebody who sends messages: a name, a side, or a phone number."""
    return (
        may_be_name(label)
        or label.casefold() in SIDES
        or bool(re.fullmatch(r"\+?[0-9][0-9 ()-]{4,20}", label))
    )


def _blocks(text: str, lines: list[tuple[int, int, str]]) -> Iterator[Mark]:
    """Yield the marks of messages below a block of 'From:', 'To:' and 'Date:'."""
    if _SUBJECT.search(text):  # then it is mail
        return
    marks: list[Mark] = []
    sender: str | None = None
    begin: int | None = None
    for number, start, words in [*lines, (len(lines) + 1, len(text), "")]:
        field = _FIELD.match(words.strip())
        if field:
            begin = start if begin is None else begin
            if field["field"].lower() == "from":
                sender = field["value"].strip() or None
        elif begin is not None:
            if sender is not None:
                marks.append(Mark(begin, start, sender, number, role=side(sender)))
            begin = sender = None
    if len(marks) > 1:
        yield from marks


def _sides(text: str, lines: list[tuple[int, int, str]], asked: bool) -> Iterator[Mark]:
    """Yield the marks of messages under 'Us:' and 'Them:', with or without the time of day."""
    candidates = []
    for number, start, words in lines:
        timed = _TIMED.match(words)
        begins = _LABEL.match(words, timed.end() if timed else 0)
        if begins:
            label = begins["label"].strip()
            candidates.append(Mark(start, start + begins.end(), label, number, role=side(label)))
    labels = Counter(mark.speaker for mark in candidates if mark.speaker)
    known = accepted(labels) | {label for label in labels if label.casefold() in SIDES}
    if known:
        known |= names(labels, sum(bool(words.strip()) for _, _, words in lines))
    has_side = any(label.casefold() in SIDES for label in labels)
    marks = [mark for mark in candidates if mark.speaker in known]
    thread = has_side or (asked and len({mark.speaker for mark in marks}) > 1)
    if thread and len(marks) > 1 and not _SALUTATION.search(text):
        yield from marks
