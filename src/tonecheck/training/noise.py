"""Corpus items as they arrive in practice: lower case, no punctuation, typing slips, misheard words."""

import random
import re

_PUNCTUATION = re.compile(r"[.,;:!?\"“”()—–-]")
_NEIGHBOURS = {"a": "s", "e": "r", "i": "o", "n": "m", "o": "p", "r": "t", "s": "d", "t": "y"}
_WORD = re.compile(r"[A-Za-z']+")
_SOUNDS = {
    "you're": "your", "your": "you're", "their": "there", "there": "their", "to": "two", "too": "to",
    "for": "four", "we'll": "will", "will": "we'll", "court": "caught", "due": "do", "pay": "pain",
    "paid": "pay", "owe": "oh", "debt": "that", "sue": "see", "bill": "build", "fee": "fees", "if": "it",
    "account": "a count", "balance": "ballots", "arrears": "a rear", "interest": "in trust", "not": "now",
    "plan": "plant", "know": "no", "no": "know", "hear": "here", "here": "hear", "it's": "its", "by": "buy",
    "are": "our", "our": "are", "or": "are", "than": "then", "would": "wood", "week": "weak", "wage": "waits",
    "wages": "waiters", "letter": "ladder", "agent": "ancient", "this": "these", "on": "and", "and": "an",
}  # fmt: skip
"""Words and what a recogniser makes of them."""
_FILLERS = ("uh", "um", "er", "like", "you know", "so")


def disturb(text: str, rng: random.Random) -> str:
    """Return `text` disturbed in one of the ways of real input, its length unchanged; often as it is."""
    roll = rng.random()
    if roll < 0.10:
        return unpunctuated(text)
    if roll < 0.17:
        return text.lower() if len(text.lower()) == len(text) else text
    if roll < 0.19:
        return text.upper() if len(text.upper()) == len(text) else text
    if roll < 0.27:
        return slips(text, rng)
    return text


def unpunctuated(text: str) -> str:
    """Return `text` as speech recognition writes it: lower case, blanks for punctuation."""
    return _PUNCTUATION.sub(" ", text.lower()) if len(text.lower()) == len(text) else text


def slips(text: str, rng: random.Random) -> str:
    """Swap or mistype about one letter in thirty, inside words only; the length stays."""
    letters = list(text)
    for index in range(1, len(letters) - 1):
        if not (letters[index - 1].isalpha() and letters[index].isalpha() and rng.random() < 0.033):
            continue
        if rng.random() < 0.5 and letters[index + 1].isalpha():
            letters[index], letters[index + 1] = letters[index + 1], letters[index]
        else:
            letters[index] = _NEIGHBOURS.get(letters[index], letters[index])
    return "".join(letters)


def misheard(text: str, rng: random.Random, rate: float) -> str:
    """Return `text` as a recogniser with word error `rate` would write it; its length may change.

    Of the wrong words two thirds are replaced, by what sounds alike where known, a fifth is lost, and
    the rest has a filler put before it.
    """
    words = []
    for word in unpunctuated(text).split():
        roll = rng.random()
        if roll < 0.65 * rate:
            words.append(_SOUNDS.get(word) or _garbled(word, rng))
        elif roll >= rate:
            words.append(word)
        elif roll >= 0.85 * rate:
            words += [rng.choice(_FILLERS), word]
    return " ".join(words)


def _garbled(word: str, rng: random.Random) -> str:
    """Return what is heard of a word that has no known double: its start, or its end."""
    cut = max(1, len(word) // 2)
    return word[:cut] if rng.random() < 0.5 else word[-cut:]
