"""Ranges of text to paragraphs: blank lines, list items, headings and form lines part; wrapped lines join."""

import re
from collections.abc import Iterator

from tonecheck.core.document import Span

_WRAP = 45
"""A line shorter than this many letters was ended on purpose, unless it stops in mid-sentence."""
_ITEM = re.compile(r"\s*(?:[-*•‣–·]\s|\(?\d{1,2}[.)]\s|\(?[a-z][.)]\s|\|)")
_CLOSED = re.compile(r"[.!?:;|]['\"”’)\]*_]*\s*$")
_OPENING = re.compile(r"\s*(?:dear|hi|hello|good (?:morning|afternoon|evening)|re|ref)\b.{0,60},?\s*$", re.I)


def paragraphs(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the paragraphs of `text[start:end]`, in order, without blank ones."""
    first: int | None = None
    last = start
    previous = ""
    for line in re.finditer(r"[^\n\r\f\v\u2028\u2029]+", text[start:end]):
        content = line.group()
        begin, stop = start + line.start(), start + line.end()
        if not content.strip():
            if first is not None:
                yield Span(first, last)
            first, previous = None, ""
            continue
        gap = text[last:begin].count("\n") > 1 if first is not None else False
        if first is not None and (gap or not _continues(previous, content)):
            yield Span(first, last)
            first = None
        if first is None:
            first = begin
        last, previous = stop, content
    if first is not None:
        yield Span(first, last)


def _continues(previous: str, line: str) -> bool:
    """Tell whether `line` goes on with the sentence or paragraph of the line before."""
    if _ITEM.match(line) or _OPENING.match(previous):
        return False
    if len(previous.strip()) >= _WRAP:
        return True
    starts_low = line.lstrip()[:1].islower()
    return starts_low and not _CLOSED.search(previous)
