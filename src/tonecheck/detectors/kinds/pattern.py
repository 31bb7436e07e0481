"""Kind 'pattern': token patterns in a short notation, run only where one of their trigger words stands.

Looking for a trigger first keeps hundreds of patterns cheap: a spaCy
Matcher over all of them costs forty times as much.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from spacy.matcher import Matcher

from tonecheck.detectors.kinds.base import Occurrence
from tonecheck.rulebook.notation import END, START, Token
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
    """See base.Kind. A pattern's matcher is made when its trigger is first seen: most never are."""

    def __init__(
        self,
        segmenter: Segmenter,
        patterns: Mapping[str, Sequence[str]],
        parsed: Mapping[str, Sequence[Token]],
    ) -> None:
        """Take the patterns' texts by entry, and what each text was read as."""
        self._vocabulary = segmenter.nlp.vocab
        self._patterns: list[_Pattern] = []
        self._matchers: dict[int, Matcher] = {}
        self._always: list[int] = []
        self._words: dict[str, list[int]] = defaultdict(list)
        self._stems: dict[str, list[int]] = defaultdict(list)
        for entry, texts in patterns.items():
            for text in texts:
                number = len(self._patterns)
                pattern = _Pattern(entry, parsed[text], text.startswith(START), text.endswith(END))
                self._patterns.append(pattern)
                trigger = trigger_of(pattern.tokens)
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
        return [
            Occurrence(self._patterns[number].entry, first, last)
            for number in sorted(due)
            for _, first, last in self._matcher(number)(sentence.tokens)
            if self._patterns[number].anchored(sentence, first, last)
        ]

    def _matcher(self, number: int) -> Matcher:
        if number not in self._matchers:
            matcher = Matcher(self._vocabulary)
            matcher.add("pattern", [compile_pattern(self._patterns[number].tokens)], greedy="LONGEST")
            self._matchers[number] = matcher
        return self._matchers[number]


@dataclass(frozen=True, slots=True)
class _Pattern:
    entry: str
    tokens: Sequence[Token]
    starts: bool
    ends: bool

    def anchored(self, sentence: Sentence, first: int, last: int) -> bool:
        """Tell whether an occurrence stands where the pattern's anchors want it."""
        return not (
            (self.starts and any(not token.is_punct for token in sentence.tokens[:first]))
            or (self.ends and any(not token.is_punct for token in sentence.tokens[last:]))
        )


def trigger_of(tokens: Sequence[Token]) -> Sequence[str] | None:
    """Return the rarest words of which one must be in a sentence; None where any words will do."""
    needed = [token.words for token in tokens if token.words and not token.optional]
    return max(needed, key=_rarity, default=None)


def compile_pattern(tokens: Sequence[Token]) -> list[dict[str, Any]]:
    """Return spaCy's token pattern."""
    pattern: list[dict[str, Any]] = []
    for token in tokens:
        if token.gap:
            pattern.extend([{"NORM": {"NOT_IN": _NOT_IN_A_GAP}, "OP": "?"}] * token.gap)
            continue
        parts = _SPECIAL[token.special] if token.special else [_chosen(token.words)]
        pattern.extend({**part, "OP": "?"} if token.optional else dict(part) for part in parts)
    return pattern


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
