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
    """Return the grade and the longest sentence of `sentences`; None where they hold no word."""
    words = [
        [t.lower_ for t in s.tokens if t.is_alpha or ("'" in t.text and t.text[:1].isalpha())]
        for s in sentences
    ]
    counts = [len(own) for own in words if own]
    if not counts:
        return None
    total = sum(counts)
    syllables = sum(_syllables(word) for own in words for word in own)
    grade = 0.39 * total / len(counts) + 11.8 * syllables / total - 15.59
    return Reading(grade=round(max(grade, 0.0), 1), longest_sentence_words=max(counts))
