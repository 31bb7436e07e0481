"""Sentences to what the model reads at once: short sentences of one spoken turn belong together."""

from collections.abc import Iterator, Sequence

from tonecheck.segments.sentences import Sentence

_SPOKEN = ("call", "chat", "sms")
_MOST_SENTENCES = 3
_MOST_WORDS = 45


def units(sentences: Sequence[Sentence], kind: str) -> Iterator[tuple[int, int]]:
    """Yield half-open ranges of positions in `sentences` that are judged as one text.

    In a letter every sentence stands alone; in a call, chat or text message people speak in bursts
    ("Step outside. Now."), and the pieces mean little by themselves.
    """
    first = 0
    for position in range(1, len(sentences) + 1):
        if position == len(sentences) or not _together(sentences, first, position, kind):
            yield first, position
            first = position


def text_of(unit: Sequence[Sentence]) -> str:
    """Return the words of a unit as they are read."""
    last = unit[-1]
    return unit[0].reading.text[unit[0].tokens.start_char : last.tokens.start_char + len(last.text)]


def _together(sentences: Sequence[Sentence], first: int, position: int, kind: str) -> bool:
    if kind not in _SPOKEN or position - first >= _MOST_SENTENCES:
        return False
    if sentences[first].paragraph != sentences[position].paragraph:
        return False
    return sum(len(s.text.split()) for s in sentences[first : position + 1]) <= _MOST_WORDS
