"""Kind 'pattern': token patterns in a short notation, run only where one of their trigger words stands.

Notation, one token a word: `word`, `a|b`, stems `arrest*`, word classes `<will>`, `#number`, `#money`
(a currency sign and a number), `#any`; a trailing `?` makes a token optional, `..3` allows up to three
tokens that end no clause. Looking for a trigger first keeps hundreds of patterns cheap: a spaCy
Matcher over all of them costs forty times as much.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from spacy.matcher import Matcher

from tonecheck.detectors.kinds.base import Occurrence, PatternError
from tonecheck.segments.sentences import Segmenter, Sentence

_GAP = re.compile(r"\.\.(\d)$")
_CLAUSE_PUNCTUATION = [".", "!", "?", ";", ":"]
_SPECIAL: dict[str, list[dict[str, Any]]] = {
    "#number": [{"LIKE_NUM": True}],
    "#money": [{"IS_CURRENCY": True}, {"LIKE_NUM": True}],
    "#any": [{"IS_SPACE": False}],
    "#caps": [{"TEXT": {"REGEX": "^[A-Z]{3,}$"}}],
}


class Patterns:
    """See base.Kind."""

    def __init__(
        self,
        segmenter: Segmenter,
        patterns: Mapping[str, Sequence[str]],
        words: Mapping[str, Sequence[str]],
    ) -> None:
        self._matchers: list[Matcher] = []
        self._always: list[int] = []
        self._words: dict[str, list[int]] = defaultdict(list)
        self._stems: dict[str, list[int]] = defaultdict(list)
        for entry, texts in patterns.items():
            for text in texts:
                tokens, trigger = compile_pattern(entry, text, words)
                number = len(self._matchers)
                matcher = Matcher(segmenter.nlp.vocab)
                matcher.add(entry, [tokens], greedy="LONGEST")
                self._matchers.append(matcher)
                if trigger is None:
                    self._always.append(number)
                for word in trigger or ():
                    (self._stems if word.endswith("*") else self._words)[word.rstrip("*")].append(number)
        self._stem_lengths = sorted({len(stem) for stem in self._stems})

    def find(self, sentence: Sentence) -> list[Occurrence]:
        """See Kind.find."""
        due = set(self._always)
        for norm in sentence.norms:
            due.update(self._words.get(norm, ()))
            for length in self._stem_lengths:
                if length <= len(norm):
                    due.update(self._stems.get(norm[:length], ()))
        vocabulary = sentence.tokens.vocab.strings
        return [
            Occurrence(vocabulary[key], first, last)
            for number in sorted(due)
            for key, first, last in self._matchers[number](sentence.tokens)
        ]


def compile_pattern(
    entry: str, text: str, words: Mapping[str, Sequence[str]]
) -> tuple[list[dict[str, Any]], list[str] | None]:
    """Return spaCy's token pattern and the words of which one must be in a sentence (None: unknown).

    Raise PatternError where the notation is not kept.
    """
    tokens: list[dict[str, Any]] = []
    best: list[str] | None = None
    for part in text.split():
        gap = _GAP.match(part)
        if gap:
            skip = {"NORM": {"NOT_IN": _CLAUSE_PUNCTUATION}, "OP": "?"}
            tokens.extend([skip] * int(gap.group(1)))
            continue
        optional = part.endswith("?") and len(part) > 1
        body = part[:-1] if optional else part
        if body in _SPECIAL:
            special = [dict(token) for token in _SPECIAL[body]]
            tokens.extend({**token, "OP": "?"} if optional else token for token in special)
            continue
        choices = _choices(entry, body, words)
        token = _token(choices)
        tokens.append({**token, "OP": "?"} if optional else token)
        if not optional and (best is None or _rarity(choices) > _rarity(best)):
            best = choices
    if not any(token.get("OP") is None for token in tokens):
        raise PatternError(f"{entry}: pattern '{text}' has no token that must be there")
    return tokens, best


def _choices(entry: str, body: str, words: Mapping[str, Sequence[str]]) -> list[str]:
    choices: list[str] = []
    for choice in body.split("|"):
        if choice.startswith("<") and choice.endswith(">"):
            if choice[1:-1] not in words:
                raise PatternError(f"{entry}: there is no word class '{choice}' in words.yml")
            choices.extend(words[choice[1:-1]])
        elif choice.startswith("#") or not choice:
            raise PatternError(f"{entry}: '{body}' is no token of the notation")
        else:
            choices.append(choice.lower())
    return choices


def _token(choices: Sequence[str]) -> dict[str, Any]:
    stems = [re.escape(choice[:-1]) for choice in choices if choice.endswith("*")]
    whole = [choice for choice in choices if not choice.endswith("*")]
    if not stems:
        return {"NORM": {"IN": whole}}
    alternatives = [f"{stem}.*" for stem in stems] + [re.escape(word) for word in whole]
    return {"NORM": {"REGEX": f"^(?:{'|'.join(alternatives)})$"}}


_COMMON = frozenset(
    [
        "you",
        "your",
        "we",
        "our",
        "us",
        "i",
        "me",
        "my",
        "the",
        "a",
        "an",
        "to",
        "of",
        "and",
        "or",
        "is",
        "are",
        "be",
        "will",
        "would",
        "can",
        "may",
        "not",
        "no",
        "do",
        "does",
        "have",
        "has",
        "it",
        "this",
        "that",
        "they",
        "he",
        "she",
        "his",
        "her",
        "their",
        "for",
        "in",
        "on",
        "at",
        "by",
        "with",
        "as",
        "if",
        "from",
        "was",
        "were",
        "must",
        "should",
        "could",
        "pay",
    ]
)


def _rarity(choices: Sequence[str]) -> float:
    """Higher for a token whose words are rarer; a class is only as rare as its commonest word."""
    if any(choice.rstrip("*") in _COMMON for choice in choices):
        return 0.0
    return 1.0 + 1.0 / len(choices)
