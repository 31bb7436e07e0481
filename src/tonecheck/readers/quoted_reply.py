"""File to Document: part the sender's words in an email from those they reply to.

mail-parser-reply was tried and left: it takes any two lines such as 'To:' and 'Date:' for a quoted mail,
which would hide the sender's own words from judgement, changes white space, and takes quadratic time on
one long line that begins with 'On'.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tonecheck.core.document import QUOTED_REPLY, Document, Span, Turn, Unchecked
from tonecheck.readers.turns import trimmed

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_BANNER = re.compile(
    r"-{2,} ?(?:original|forwarded|reply) message ?-{2,}|begin forwarded message:", re.IGNORECASE
)
_FIELD = re.compile(r"[*_]{0,2}(from|sent|date|to|cc|subject) ?:[*_]{0,2}(?=\s|$)", re.IGNORECASE)
_RULE = re.compile(r"[_-]{5,}")
_LONGEST_ATTRIBUTION = 400


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    words: str
    """Without white space at the ends."""


def set_apart(document: Document, start: int = 0, given: Sequence[Span] = ()) -> Document:
    """Leave quoted mail below `start` out of the turns and list it as unchecked.

    `given` are ranges that the file itself marks as quoted. Answers written between the lines of
    a quoted mail stay the sender's words: each becomes a turn of its own.
    """
    quoted = _joined(document.text, [*_quoted(document.text, start, given), *given])
    if not quoted:
        return document
    turns: list[Turn] = []
    unchecked = list(document.unchecked)
    position = 0
    for span in [*quoted, Span(len(document.text), len(document.text))]:
        begin, end = trimmed(document.text, position, span.start)
        if begin < end:
            turns.append(Turn(len(turns), begin, end))
        if span.start < span.end:
            unchecked.append(Unchecked(span.start, span.end, QUOTED_REPLY))
        position = span.end
    return replace(document, turns=tuple(turns), unchecked=tuple(unchecked))


def _quoted(text: str, start: int, given: Sequence[Span]) -> list[Span]:
    """Find the quoted ranges from `start` on, line by line."""
    lines = [_Line(m.start(), m.end(), m.group().strip()) for m in _LINE.finditer(text, start)]
    found: list[Span] = []
    index = first = _next_words(lines, 0)
    while index < len(lines):
        # A draft pasted with its own header begins as a quoted mail does.
        if _begins_quoted_mail(lines, index) and (start or index > first):
            found.append(Span(lines[_with_rule(lines, index)].start, len(text)))
            break
        if attribution := _attribution(lines, index):
            after = _next_words(lines, index + attribution)
            marked = after < len(lines) and _is_marked(lines[after], given)
            end = lines[index + attribution - 1].end if marked else len(text)
            found.append(Span(lines[index].start, end))
            if not marked:
                break
            index += attribution
            continue
        if lines[index].words.startswith(">"):
            found.append(Span(lines[index].start, lines[index].end))
        index += 1
    return found


def _begins_quoted_mail(lines: list[_Line], index: int) -> bool:
    """Tell whether a banner or the headers of another mail stand here."""
    words = lines[index].words
    if _BANNER.fullmatch(words):
        return True
    first = _FIELD.match(words)
    if first is None or first.group(1).lower() != "from":
        return False
    near = {
        match.group(1).lower() for line in lines[index + 1 : index + 8] if (match := _FIELD.match(line.words))
    }
    return bool(near & {"sent", "date"}) and bool(near & {"to", "subject"})


def _attribution(lines: list[_Line], index: int) -> int:
    """Return how many lines 'On <date>, <name> wrote:' takes here; 0 where it does not stand here."""
    words = lines[index].words
    if not words.startswith(("On ", "Le ", "Am ", "El ")):
        return 0
    for count in range(1, 4):
        joined = " ".join(line.words for line in lines[index : index + count])
        if len(joined) > _LONGEST_ATTRIBUTION or index + count > len(lines):
            return 0
        said = joined.endswith((" wrote:", " schrieb:", " a écrit :", " a écrit:", " escribió:"))
        if said and any(char.isdigit() for char in joined):
            # 'On 3 May you wrote:' is the sender's own sentence, not a program's.
            return 0 if joined.endswith(("you wrote:", "You wrote:", "we wrote:", "I wrote:")) else count
    return 0


def _with_rule(lines: list[_Line], index: int) -> int:
    """Step back over a rule drawn above the quoted mail."""
    above = index - 1
    while above >= 0 and not lines[above].words:
        above -= 1
    return above if above >= 0 and _RULE.fullmatch(lines[above].words) else index


def _next_words(lines: list[_Line], index: int) -> int:
    """Return the next line that is not blank."""
    while index < len(lines) and not lines[index].words:
        index += 1
    return index


def _is_marked(line: _Line, given: Sequence[Span]) -> bool:
    """Tell whether the line itself is marked as quoted, so that what is not is the sender's."""
    return line.words.startswith(">") or any(span.start <= line.start < span.end for span in given)


def _joined(text: str, spans: list[Span]) -> list[Span]:
    """Sort ranges and join those with nothing but white space between them."""
    joined: list[Span] = []
    for span in sorted((span for span in spans if span.start < span.end), key=lambda span: span.start):
        if joined and not text[joined[-1].end : span.start].strip():
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined
