"""The text as a reader sees it, with the way back: markup and invisible signs skipped, spaces folded."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from tonecheck.core.document import Span

_STRAIGHT = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "`": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "…": "…"}
)
_LETTERLIKE = re.compile(r"[A-Za-z]")


@dataclass(frozen=True, slots=True)
class Reading:
    """`text[i]` stands at `offsets[i]` of the document; one more offset marks the end."""

    text: str
    offsets: tuple[int, ...]

    def span(self, start: int, end: int) -> Span:
        """Return the document's range of `text[start:end]`."""
        return Span(self.offsets[start], self.offsets[end - 1] + 1 if end > start else self.offsets[start])


def read_range(text: str, start: int, end: int, skipped: Iterable[Span] = ()) -> Reading:
    """Read `text[start:end]` without the skipped spans.

    Curly quotes become straight, every run of white space one space, invisible signs (zero width,
    direction marks, soft hyphen, NUL) disappear, lone surrogates become U+FFFD.
    """
    letters: list[str] = []
    offsets: list[int] = []
    spans = sorted((span for span in skipped if span.end > start and span.start < end), key=lambda s: s.start)
    starts = [span.start for span in spans]
    for index in range(start, end):
        at = bisect_right(starts, index) - 1
        if at >= 0 and index < spans[at].end:
            continue
        letter = text[index]
        if letter.isspace():
            if not letters or letters[-1] == " ":
                continue
            letter = " "
        elif letter > "\x7e" or letter < " ":
            kind = unicodedata.category(letter)
            if kind in ("Cf", "Cc"):
                continue
            letter = "\ufffd" if kind == "Cs" else letter.translate(_STRAIGHT)
        elif letter == "`":
            letter = "'"
        letters.append(letter)
        offsets.append(index)
    while letters and letters[-1] == " ":
        letters.pop()
        offsets.pop()
    offsets.append(offsets[-1] + 1 if offsets else start)
    return Reading("".join(letters), tuple(offsets))


def has_words(text: str) -> bool:
    """Tell whether there is anything to judge: a rule of dashes or a bare figure is not."""
    return bool(_LETTERLIKE.search(text)) or any(letter.isalpha() for letter in text)
