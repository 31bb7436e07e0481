"""Kind 'pattern': token patterns in a short notation, run only where one of their trigger words stands.

Looking for a trigger first keeps hundreds of patterns cheap: a spaCy
Matcher over all of them costs forty times as much.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from spacy.matcher import Matcher

from tonecheck.detectors.kinds.base import Occurrence
from tonecheck.rulebook.notation import END, START, Token, parse
from tonecheck.segments.sentences import Segmenter, Sentence

_NOT_IN_A_GAP = [".", "!", "?", ";", ":", "not", "never", "no", "nobody"]
"""What ends a clause, or turns what follows into its opposite."""
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
        self._anchors: list[tuple[bool, bool]] = []
        self._always: list[int] = []
        self._words: dict[str, list[int]] = defaultdict(list)
        self._stems: dict[str, list[int]] = defaultdict(list)
        for entry, texts in patterns.items():
            for text in texts:
                tokens, trigger = compile_pattern(parse(text, words))
                number = len(self._matchers)
                matcher = Matcher(segmenter.nlp.vocab)
                matcher.add(entry, [tokens], greedy="LONGEST")
                self._matchers.append(matcher)
                self._anchors.append((text.startswith(START), text.endswith(END)))
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
            if self._anchored(number, sentence, first, last)
        ]

    def _anchored(self, number: int, sentence: Sentence, first: int, last: int) -> bool:
        """Tell whether an occurrence stands where its pattern's anchors want it."""
        starts, ends = self._anchors[number]
        return not (
            (starts and any(not token.is_punct for token in sentence.tokens[:first]))
            or (ends and any(not token.is_punct for token in sentence.tokens[last:]))
        )


def compile_pattern(tokens: Sequence[Token]) -> tuple[list[dict[str, Any]], Sequence[str] | None]:
    """Return spaCy's token pattern, and the words of which one must be in a sentence (None: unknown)."""
    pattern: list[dict[str, Any]] = []
    trigger: Sequence[str] | None = None
    for token in tokens:
        if token.gap:
            pattern.extend([{"NORM": {"NOT_IN": _NOT_IN_A_GAP}, "OP": "?"}] * token.gap)
            continue
        parts = _SPECIAL[token.special] if token.special else [_chosen(token.words)]
        pattern.extend({**part, "OP": "?"} if token.optional else dict(part) for part in parts)
        if (
            token.words
            and not token.optional
            and (trigger is None or _rarity(token.words) > _rarity(trigger))
        ):
            trigger = token.words
    return pattern, trigger


def _chosen(words: Sequence[str]) -> dict[str, Any]:
    stems = [re.escape(word[:-1]) for word in words if word.endswith("*")]
    whole = [word for word in words if not word.endswith("*")]
    if not stems:
        return {"NORM": {"IN": whole}}
    alternatives = [f"{stem}.*" for stem in stems] + [re.escape(word) for word in whole]
    return {"NORM": {"REGEX": f"^(?:{'|'.join(alternatives)})$"}}


_COMMON = frozenset(
    (
        "you your we our us i me my the a an to of and or is are be will would can may not no do does "
        "have has it this that they he she his her their for in on at by with as if from was were must "
        "should could pay"
    ).split()
)


def _rarity(choices: Sequence[str]) -> float:
    """Higher for a token whose words are rarer; a class is only as rare as its commonest word."""
    if any(choice.rstrip("*") in _COMMON for choice in choices):
        return 0.0
    return 1.0 + 1.0 / len(choices)
