"""Which paragraphs are English; the others are reported as unchecked, never scored.

Almost every draft is English, and its function words say so for nothing. Only where they are rare is
lingua asked, in its low-accuracy mode and with the languages that letters here are likely to hold:
about 0.1 s and 50 MB, once.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

from spacy.lang.en.stop_words import STOP_WORDS

from tonecheck.core.document import Document, Unchecked
from tonecheck.core.taxonomy import Role
from tonecheck.segments.sentences import Sentence

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_ENGLISH_SHARE = 0.22
_FEWEST_WORDS = 7
_CONFIDENT = 0.75
_LANGUAGES = [
    "ARABIC",
    "BENGALI",
    "CHINESE",
    "DUTCH",
    "ENGLISH",
    "FRENCH",
    "GERMAN",
    "GREEK",
    "GUJARATI",
    "HINDI",
    "IRISH",
    "ITALIAN",
    "JAPANESE",
    "KOREAN",
    "POLISH",
    "PORTUGUESE",
    "PUNJABI",
    "ROMANIAN",
    "RUSSIAN",
    "SOMALI",
    "SPANISH",
    "TAGALOG",
    "TAMIL",
    "TURKISH",
    "UKRAINIAN",
    "URDU",
    "VIETNAMESE",
    "WELSH",
]


@lru_cache(1)
def _detector() -> Any:
    from lingua import Language, LanguageDetectorBuilder

    chosen = [getattr(Language, name) for name in _LANGUAGES]
    return LanguageDetectorBuilder.from_languages(*chosen).with_low_accuracy_mode().build()


def foreign(text: str) -> str | None:
    """Return the ISO 639-1 code of a paragraph that is surely not English; None for English and doubt.

    Short lines, names and dialect are never called foreign.
    """
    words = [word.lower().replace("’", "'") for word in _WORD.findall(text)]
    non_latin = sum(1 for letter in text if letter.isalpha() and letter > "\u024f")
    letters = sum(1 for letter in text if letter.isalpha())
    if letters and non_latin / letters > 0.5 and letters >= 6:
        guess = _detector().detect_language_of(text)
        return guess.iso_code_639_1.name.lower() if guess is not None else "und"
    # Names, firms and streets are capitalised, and belong to no language.
    if sum(word.islower() for word in _WORD.findall(text)) < _FEWEST_WORDS:
        return None
    if sum(word in STOP_WORDS for word in words) / len(words) >= _ENGLISH_SHARE:
        return None
    best = _detector().compute_language_confidence_values(text)[0]
    if best.language.name == "ENGLISH" or best.value < _CONFIDENT:
        return None
    return str(best.language.iso_code_639_1.name.lower())


def english(document: Document, sentences: Sequence[Sentence]) -> tuple[Document, tuple[Sentence, ...]]:
    """Keep the sentences of English paragraphs; say in the document what else is not looked at, and why."""
    kept: list[Sentence] = []
    aside: list[Unchecked] = []
    languages: dict[int, str | None] = {}
    for sentence in sentences:
        if sentence.paragraph not in languages:
            code = languages[sentence.paragraph] = foreign(sentence.reading.text)
            if code:
                offsets = sentence.reading.offsets
                aside.append(Unchecked(offsets[0], offsets[-2] + 1, f"not English (language: {code})"))
        if not languages[sentence.paragraph]:
            kept.append(replace(sentence, index=len(kept)))
    unknown = [
        Unchecked(turn.start, turn.end, f"role of {turn.speaker or 'the speaker'} is not known")
        for turn in document.turns
        if turn.role is Role.UNKNOWN
    ]
    language = "en" if kept or not aside else next(code for code in languages.values() if code)
    unchecked = tuple(sorted((*document.unchecked, *aside, *unknown), key=lambda gap: gap.start))
    return replace(document, language=language, unchecked=unchecked), tuple(kept)
