"""How hard sentences are to read: Flesch-Kincaid grade, syllables by pyphen's hyphenation.

textstat would give the same figure, but its current release fetches a dictionary from the network at
run time; pyphen, which it used before, is small, maintained and works offline.
Source of the formula: Kincaid, Fishburne, Rogers and Chissom (1975).
"""

from collections.abc import Sequence
from functools import lru_cache

from tonecheck.core.report import Reading
from tonecheck.segments.sentences import Sentence


@lru_cache(1)
def _hyphenation() -> "object":
    import pyphen

    return pyphen.Pyphen(lang="en_US")


@lru_cache(8192)
def _syllables(word: str) -> int:
    return len(_hyphenation().positions(word)) + 1  # type: ignore[attr-defined]


def reading_ease(sentences: Sequence[Sentence]) -> Reading | None:
    """Return the grade and the longest sentence of `sentences`; None where they hold no word.

    Headings, addresses and form lines end with no full stop; they would make any letter look easy, so
    they count only where there is nothing else.
    """
    words = [_words(s) for s in sentences if s.text.rstrip("\"')").endswith((".", "!", "?"))]
    words = [own for own in words if len(own) > 1] or [own for own in map(_words, sentences) if own]
    if not words:
        return None
    total = sum(len(own) for own in words)
    syllables = sum(_syllables(word) for own in words for word in own)
    grade = 0.39 * total / len(words) + 11.8 * syllables / total - 15.59
    return Reading(grade=round(max(grade, 0.0), 1), longest_sentence_words=max(len(own) for own in words))


def _words(sentence: Sentence) -> list[str]:
    """Return the words of a sentence, in lower case; pieces of contractions count with their word."""
    return [token.lower_ for token in sentence.tokens if token.is_alpha]
