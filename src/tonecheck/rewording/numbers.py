"""Finding to Suggestion: sums of money, in figures and in words, with a normal form to compare by."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_VALUES = {word: number for number, word in enumerate(_SMALL)} | {
    word: 10 * (number + 2) for number, word in enumerate(_TENS)
}
_SCALES = {
    "hundred": 100,
    "thousand": 1000,
    "grand": 1000,
    "lakh": 100_000,
    "lakhs": 100_000,
    "million": 1_000_000,
}
_WORD = rf"(?:{'|'.join(sorted((*_SMALL[1:], *_TENS, *_SCALES), key=len, reverse=True))})"

SMALL = (
    rf"(?:{'|'.join((*_TENS, *sorted(_SMALL[1:], key=len, reverse=True)))})(?:-(?:{'|'.join(_SMALL[1:10])}))?"
)
"""Pattern of a number below a hundred in words."""
WORDS = rf"{_WORD}(?:(?:[ -]| and ){_WORD}\b)*"
"""Pattern of any number in words."""

_CURRENCY = {
    "£": "gbp", "gbp": "gbp", "pound": "gbp", "quid": "gbp", "pence": "gbp", "p": "gbp", "$": "dollar",
    "us$": "dollar", "usd": "dollar", "a$": "dollar", "aud": "dollar", "c$": "dollar", "cad": "dollar",
    "dollar": "dollar", "buck": "dollar", "cent": "dollar", "€": "eur", "eur": "eur", "euro": "eur",
    "₹": "inr", "rs": "inr", "inr": "inr", "rupee": "inr", "ksh": "kes", "kes": "kes",
}  # fmt: skip
_SIGN = r"(?:[AC]\$|US\$|[£$€₹]|(?:Rs|INR|USD|GBP|EUR|AUD|CAD|KSh|KES)\b\.?)"
_FIGURE = r"\d+(?:,\d{2,3})*(?:\.\d+)?"
_TIMES = r"(?:k|m|bn|lakhs?|lacs?|L|crores?|cr|thousand|million)\b"
_NAMED = r"(?:pounds?|quid|dollars?|bucks?|euros?|rupees?|pence|p|cents?)\b"
_SIGNED = re.compile(rf"(?<!\w)({_SIGN})\s?({_FIGURE})(?:\s?({_TIMES}))?", re.IGNORECASE)
_NAMED_FIGURE = re.compile(rf"(?<![\w.,])({_FIGURE})\s?({_TIMES})?\s?({_NAMED})", re.IGNORECASE)
_SCALED = re.compile(rf"(?<![\w.,])({_FIGURE})\s?(k|grand|lakhs?|lacs?|L|crores?)\b")
_IN_WORDS = re.compile(rf"\b(?:an? )?({WORDS})\b(?: ({_NAMED}))?", re.IGNORECASE)
_NOT_MONEY = re.compile(
    r"[ -](?:years?|days?|hours?|minutes?|seconds?|weeks?|months?|times?|people|percent|per ?cent|o'clock"
    r"|letters?|calls?|texts?|emails?|kids?|children|of you|odd|things?|words?)\b",
    re.IGNORECASE,
)
_MULTIPLES = {
    "k": 1000, "grand": 1000, "thousand": 1000, "m": 1_000_000, "million": 1_000_000, "bn": 10**9,
    "l": 100_000, "lakh": 100_000, "lac": 100_000, "cr": 10_000_000, "crore": 10_000_000,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum of money and where it stands."""

    start: int
    end: int
    norm: str


def plain(figure: str) -> str:
    """Return a number without commas, idle zeros or words: '1,940.00' gives '1940'."""
    worth = value(figure)
    if worth is not None:
        return str(worth)
    try:
        number = Decimal(figure.replace(",", "").rstrip("."))
    except ArithmeticError:
        return figure.casefold()
    return f"{number.normalize():f}"


def value(words: str) -> int | None:
    """Return what a number in words is worth, or None where it is none: 'forty-two' gives 42."""
    total, part, last = 0, 0, 0
    for word in re.split(r"[ -]+", words.lower()):
        if word == "and" or word in ("a", "an"):
            continue
        if word in _VALUES:
            part = part * 100 + _VALUES[word] if 0 < last <= 20 < _VALUES[word] + 1 else part + _VALUES[word]
            last = _VALUES[word]
        elif word == "hundred":
            part, last = max(part, 1) * 100, 100
        elif word in _SCALES:
            total, part, last = total + max(part, 1) * _SCALES[word], 0, _SCALES[word]
        else:
            return None
    return total + part


def signed(text: str) -> Iterator[Amount]:
    """Yield the sums in figures that have a currency sign."""
    for match in _SIGNED.finditer(text):
        yield Amount(match.start(), match.end(), _norm(match.group(1), match.group(2), match.group(3)))


def amounts_of(text: str) -> Iterator[Amount]:
    """Yield the other sums of money; a bare number word of twenty or more counts as one."""
    for match in _NAMED_FIGURE.finditer(text):
        yield Amount(match.start(), match.end(), _norm(match.group(3), match.group(1), match.group(2)))
    for match in _SCALED.finditer(text):
        yield Amount(match.start(), match.end(), _norm("", match.group(1), match.group(2)))
    for match in _IN_WORDS.finditer(text):
        worth = value(match.group(1))
        if worth is None or _NOT_MONEY.match(text, match.end()) or match.group().lower().endswith("a grand"):
            continue
        if match.group(2) or worth >= 20:
            yield Amount(match.start(), match.end(), _norm(match.group(2) or "", str(worth), None))


def _norm(currency: str, figure: str, times: str | None) -> str:
    number = Decimal(figure.replace(",", "").rstrip(".") or "0")
    if times:
        number *= _MULTIPLES[times.lower().rstrip("s")]
    name = currency.lower().strip(" .")
    if name in ("p", "pence", "cent", "cents"):
        number /= 100
    known = _CURRENCY.get(name) or _CURRENCY.get(name.rstrip("s")) or ""
    worth = f"{number.normalize():f}"
    return f"{worth} {known}".strip()
