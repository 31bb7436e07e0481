"""Corpus items as they arrive in practice: lower case, no punctuation, typing slips. Offsets stay true."""

import random
import re

_PUNCTUATION = re.compile(r"[.,;:!?\"“”()—–-]")
_NEIGHBOURS = {"a": "s", "e": "r", "i": "o", "n": "m", "o": "p", "r": "t", "s": "d", "t": "y"}


def disturb(text: str, rng: random.Random) -> str:
    """Return `text` disturbed in one of the ways of real input, its length unchanged; often as it is."""
    roll = rng.random()
    if roll < 0.10:
        return _PUNCTUATION.sub(" ", text.lower()) if len(text.lower()) == len(text) else text
    if roll < 0.17:
        return text.lower() if len(text.lower()) == len(text) else text
    if roll < 0.19:
        return text.upper() if len(text.upper()) == len(text) else text
    if roll < 0.27:
        return _slips(text, rng)
    return text


def _slips(text: str, rng: random.Random) -> str:
    """Swap or mistype about one letter in thirty, inside words only."""
    letters = list(text)
    for index in range(1, len(letters) - 1):
        if not (letters[index - 1].isalpha() and letters[index].isalpha() and rng.random() < 0.033):
            continue
        if rng.random() < 0.5 and letters[index + 1].isalpha():
            letters[index], letters[index + 1] = letters[index + 1], letters[index]
        else:
            letters[index] = _NEIGHBOURS.get(letters[index], letters[index])
    return "".join(letters)
