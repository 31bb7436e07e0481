"""The notation of patterns, read: what each token of a pattern may be. See docs/rules-language.md."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

_GAP = re.compile(r"\.\.(\d)$")
SPECIAL = ("#number", "#money", "#any", "#caps")


class NotationError(ValueError):
    """A pattern that does not keep the notation; the loader adds file and line."""


START, END = "^", "$"
"""Alone at the beginning or end of a pattern: the sentence begins or ends there, punctuation aside."""


@dataclass(frozen=True, slots=True)
class Token:
    """One token of a pattern: a gap, a special token or a choice of words."""

    gap: int = 0
    """Up to so many tokens of any kind that end no clause; then nothing else is set."""
    special: str = ""
    words: tuple[str, ...] = ()
    """Lower-case normal forms; a trailing * makes a stem."""
    optional: bool = False


def parse(text: str, classes: Mapping[str, Sequence[str]]) -> tuple[Token, ...]:
    """Read a pattern. Raise NotationError at the first token that cannot be read."""
    tokens: list[Token] = []
    for part in text.removeprefix(START).removesuffix(END).split():
        gap = _GAP.match(part)
        if gap:
            tokens.append(Token(gap=int(gap.group(1))))
            continue
        optional = part.endswith("?") and len(part) > 1
        body = part[:-1] if optional else part
        if body in SPECIAL:
            tokens.append(Token(special=body, optional=optional))
        else:
            tokens.append(Token(words=_words(body, classes), optional=optional))
    if not any(token.words or token.special for token in tokens if not token.optional):
        raise NotationError(f"pattern '{text}' has no token that must be there")
    return tuple(tokens)


def _words(body: str, classes: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    words: list[str] = []
    for choice in body.split("|"):
        if choice.startswith("<") and choice.endswith(">"):
            if choice[1:-1] not in classes:
                raise NotationError(f"there is no word class '{choice}' in words.yml")
            words.extend(classes[choice[1:-1]])
        elif not choice or choice.startswith("#"):
            raise NotationError(f"'{body}' is no token of the notation")
        else:
            words.append(choice.lower())
    return tuple(words)
