"""Finding to Suggestion: what a sentence states that its rewording must neither lose nor invent."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tonecheck.rewording import names, numbers, rights
from tonecheck.segments.sentences import PLACEHOLDER


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact of a text."""

    kind: str
    """'amount', 'number', 'percent', 'date', 'deadline', 'reference', 'phone', 'email', 'link', 'name',
    'placeholder', 'right', or 'soft' for words of time that date nothing ('today', 'six years')."""
    start: int
    end: int
    text: str
    norm: str
    """Equal for two ways of writing one fact: '£1,940' and '£1940.00'."""
    role: str = ""
    """Of a name: 'addressee', 'speaker', 'firm', 'person', 'bare'. Of a date: 'year', 'past' or 'time'."""

    @property
    def key(self) -> tuple[str, str]:
        """Return what two texts are compared by; an amount is the same with or without its currency sign."""
        if self.kind in ("amount", "number"):
            return ("amount", self.norm)
        return (self.kind, self.norm)


_MONTHS = (
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sept sep oct nov dec"
).split()
_MONTH_NUMBER = {name: number % 12 + 1 for number, name in enumerate(_MONTHS[:12])} | {
    name[:3]: number % 12 + 1 for number, name in enumerate(_MONTHS[:12])
}
_MONTH = rf"(?:{'|'.join(name.capitalize() for name in sorted(_MONTHS, key=len, reverse=True))})\b\.?"
_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
_YEAR = r"(?:19[5-9]\d|20[0-4]\d)"
_WEEKDAY = r"(?:Mon|Tues?|Wed(?:nes|s)?|Thu(?:rs?)?|Fri|Satur|Sat|Sun)(?:day)?s?\b"
_CLOCK = (
    r"(?:(?:\d{1,2}-)?\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.m\.?|[ap]m\b)|\d{1,2}:\d\d\b|(?:noon|midday|midnight)\b"
    r"|(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) o'clock)"
)
_UNIT = (
    r"(?:(?:business |working |calendar )?"
    r"(?:days?|hours?|hrs?|weeks?|months?|minutes?|mins?|seconds?|years?))\b"
)
_COUNT = rf"(?:\d+|an?|{numbers.SMALL})"
_CODE = r"[A-Za-z]{0,5}[-/]?\d[\w/-]*(?: \d[\w-]*)*"
_LETTER_CASED = re.IGNORECASE

_DATES = (
    (re.compile(rf"\b({_DAY})(?: of)? ({_MONTH})(?:,? ({_YEAR})\b)?"), (1, 2, 3)),
    (re.compile(rf"\b({_MONTH}) ({_DAY})\b(?:,? ({_YEAR})\b)?"), (2, 1, 3)),
    (re.compile(rf"\b({_MONTH}) ({_YEAR})\b"), (0, 1, 2)),
)
_NUMERIC_DATE = re.compile(r"\b(?:\d{4}-\d\d-\d\d|\d{1,2}[/.]\d{1,2}[/.]\d{2,4})\b")
_DEADLINE = re.compile(
    rf"\b(?:within|in|in the next|for the next|next)(?: the)? ({_COUNT})[ -]({_UNIT})", _LETTER_CASED
)
_WITHIN_THE = re.compile(r"\b(?:within|in|inside)(?: the| this)? (hour|day|week|month)\b", _LETTER_CASED)
_SPAN_OF_TIME = re.compile(rf"\b({_COUNT})[ -]({_UNIT})", _LETTER_CASED)
_MONTH_ALONE = re.compile(rf"\b({_MONTH})(?!\w)")
_MAY_BEFORE = re.compile(
    r"(?:in|of|by|about|since|last|your|the|from|until|before|and|missed|this|next|,|\()\s?$", _LETTER_CASED
)
_SOFT = re.compile(
    r"\b(?:today|tonight|now|immediately|this (?:morning|afternoon|evening|minute))\b", _LETTER_CASED
)
_TOMORROW = re.compile(r"\b(?:tomorrow|tmrw?|tomo)\b", _LETTER_CASED)
_REFERENCE = re.compile(
    r"\b(?:(?:account|acct|a/c|reference|ref|file|case|invoice|claim|loan|policy|agreement|customer|card|ticket|docket"
    r"|citation|contract|membership|meter|visa|mastercard|extension|ext|code|id)\b\.?"
    r"(?: (?:number|no\.?|num|reference|ref|code|ending(?: in| with)?))*(?: is)?[\s:#]*)"
    rf"(?P<code>#?(?=[\w/ -]*\d{{2}}){_CODE})",
    _LETTER_CASED,
)
_STREET = r"Street|Road|Avenue|Ave|Close|Lane|Drive|Way|Crescent|Terrace|Place|Parkway|Row|Gardens|Grove"
_ADDRESS = re.compile(rf"\b\d+[A-Za-z]? (?:[A-Z][a-z]+ ){{1,3}}(?:{_STREET})\b")
_NUMBERED = re.compile(
    r"\b(?:flat|unit|apt|apartment|suite|room|desk|window|file|claim|case|number|no\.|section|clause|page|bay|lot|item"
    r"|stage|step|extension|chapter) (?P<code>\d[\w-]*)",
    _LETTER_CASED,
)
_ORDINAL_DAY = re.compile(
    r"\b(?:[12]\d|3[01]|[1-9])(?:st|nd|rd|th)\b(?! (?:time|letter|call|notice|text))", _LETTER_CASED
)
_BARE_HOUR = re.compile(
    r"(?<=\b(?:by|at) )(?:\d{1,2}(?:[.:]\d\d)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven"
    r"|twelve)(?=(?: sharp| tonight| today| tomorrow)|[,;!?]|\.(?!\d)|$| (?:and|or)\b)",
    _LETTER_CASED,
)
_BARE_CODE = re.compile(
    r"(?<![\w£$€₹])(?:\d{2,4}-[A-Z]{1,4}-\d+|[A-Z]{2,}[-/]?\d{2,}[\w/-]*|#\d{2,}[\w-]*|[A-Z]\d{3,}\w*)\b"
)
_EMAIL = re.compile(r"\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b")
_LINK = re.compile(
    r"(?:https?://|www\.)[^\s<>\"]*[^\s<>\".,;:!?)]"
    r"|\b(?:[a-z0-9-]+\.)+(?:com|org|net|example|co|uk|in|ie|au|gov|ca|io|ly|me|do)\b(?:/[^\s<>\".,;!?]*)?",
    _LETTER_CASED,
)
_PHONE = re.compile(r"(?<![\w.,])(?:\+?\d|\(\d)[\d\s().-]{5,}\d\b|(?<!\w)\d{2,}[xX*]{3,}\d*|\b\d{3}-\d{4}\b")
_PERCENT = re.compile(rf"\b(\d+(?:\.\d+)?|{numbers.WORDS}) ?(?:%|per ?cent\b|percent\b)", _LETTER_CASED)
# Three digits may be a sum or a count: "pay 500 now" is one, "212 other borrowers" is not.
_COUNTED = r"(?! (?!now|today|by|to|and|or|before|for|per|each|on|in|is|was|due|only|total|extra)[a-z])"
_PLAIN_NUMBER = re.compile(
    rf"(?<![\w.,/-])(?:\d{{1,3}}(?:,\d{{2,3}})+|\d{{4,}}|\d{{3}}(?![\d.]){_COUNTED})(?:\.\d+)?(?![\w/])"
)


def facts_of(text: str) -> tuple[Fact, ...]:
    """Return the facts of `text` in order, none overlapping another; gaps for the writer are placeholders."""
    taken: list[Fact] = []

    def add(fact: Fact) -> None:
        if not any(fact.start < other.end and other.start < fact.end for other in taken):
            taken.append(fact)

    for finder in _FINDERS:
        for fact in finder(text):
            add(fact)
    covered = [(fact.start, fact.end) for fact in taken]
    for name in names.names_of(text, covered):
        add(Fact("name", name.start, name.end, name.text, name.norm, name.role))
    return tuple(sorted(taken, key=lambda fact: fact.start))


def _found(
    kind: str, pattern: re.Pattern[str], norm: Callable[[re.Match[str]], str], role: str = ""
) -> "_Finder":
    def find(text: str) -> Iterator[Fact]:
        for match in pattern.finditer(text):
            yield Fact(kind, match.start(), match.end(), match.group(), norm(match), role)

    return find


_Finder = Callable[[str], Iterator[Fact]]


def _folded(match: re.Match[str]) -> str:
    return re.sub(r"\s+", " ", match.group()).casefold()


def _digits(match: re.Match[str]) -> str:
    return re.sub(r"[^\dx*]", "", match.group().lower())


def _amounts(text: str) -> Iterator[Fact]:
    for amount in numbers.amounts_of(text):
        yield Fact("amount", amount.start, amount.end, text[amount.start : amount.end], amount.norm)


def _signed_amounts(text: str) -> Iterator[Fact]:
    """Yield the sums with a currency sign, before their digits can be taken for a telephone number."""
    for amount in numbers.signed(text):
        yield Fact("amount", amount.start, amount.end, text[amount.start : amount.end], amount.norm)


def _references(text: str) -> Iterator[Fact]:
    for match in _REFERENCE.finditer(text):
        code = match.group("code")
        if re.fullmatch(_YEAR, code) and "ending" not in match.group().lower():
            continue
        yield Fact(
            "reference", match.start(), match.end(), match.group(), re.sub(r"[^0-9A-Z]", "", code.upper())
        )


def _dates(text: str) -> Iterator[Fact]:
    for pattern, (day, month, year) in _DATES:
        for match in pattern.finditer(text):
            number = _MONTH_NUMBER[match.group(month)[:3].lower()]
            parts = [f"{number:02d}"]
            if day:
                parts.append(f"{int(re.sub(r'[^0-9]', '', match.group(day))):02d}")
            parts.append(match.group(year) or "")
            role = "past" if _looks_back(text, match.start()) else ""
            yield Fact("date", match.start(), match.end(), match.group(), "-".join(parts), role)


def _deadlines(text: str) -> Iterator[Fact]:
    for match in _DEADLINE.finditer(text):
        norm = _length(match)
        yield Fact("deadline", match.start(), match.end(), match.group(), norm)
    for match in _WITHIN_THE.finditer(text):
        yield Fact("deadline", match.start(), match.end(), match.group(), f"1 {match.group(1).lower()}")


def _length(match: re.Match[str]) -> str:
    count = match.group(1).lower()
    unit = re.sub(r"s$", "", match.group(2).lower()).replace("hr", "hour").replace("min", "minute")
    unit = unit.replace("minuteute", "minute")
    value = "1" if count in ("a", "an") else str(numbers.value(count) or count)
    return f"{value} {unit}"


def _spans_of_time(text: str) -> Iterator[Fact]:
    """Yield lengths of time: a deadline where the reader 'has' them or they count down, otherwise soft."""
    for match in _SPAN_OF_TIME.finditer(text):
        before = text[: match.start()].lower()
        running = re.search(
            r"(?:\bhave|\bhv|\bgot|\bonly|\bgive you|\bleft|\bafter|\bfor|\bevery)\s*$", before
        )
        alone = not before.strip() or before.rstrip()[-1:] in tuple(",.:;-")
        counted = running is not None and running.group().strip() not in ("for", "every")
        due = (counted or alone) and not match.group(2).lower().startswith("year")
        yield Fact("deadline" if due else "soft", match.start(), match.end(), match.group(), _length(match))


def _months(text: str) -> Iterator[Fact]:
    for match in _MONTH_ALONE.finditer(text):
        word = match.group(1).rstrip(".")
        before = text[: match.start()]
        if word in ("May", "March", "Mar") and not _MAY_BEFORE.search(before):
            continue
        yield Fact(
            "date",
            match.start(),
            match.start() + len(word),
            word,
            f"{_MONTH_NUMBER[word[:3].lower()]:02d}-",
            "past",
        )


def _years(text: str) -> Iterator[Fact]:
    for match in re.finditer(rf"(?<![\w£$€₹/.-]){_YEAR}(?![\w/]|[.,]\d)", text):
        yield Fact("date", match.start(), match.end(), match.group(), match.group(), "year")


def _weekdays(text: str) -> Iterator[Fact]:
    for match in re.finditer(rf"\b{_WEEKDAY}", text):
        if match.group() in ("Sun", "Sat", "Wed", "Weds") and match.start() == 0:
            continue
        role = "past" if _looks_back(text, match.start()) else ""
        yield Fact("date", match.start(), match.end(), match.group(), match.group()[:3].lower(), role)


def _looks_back(text: str, start: int) -> bool:
    """Tell whether the words before a date point to something that has happened."""
    return bool(
        re.search(r"\b(?:since|dated|of|from|on|last|your|was|made|paid|sent)\s(?:the )?$", text[:start])
    ) and (
        bool(
            re.search(
                r"\b(?:was|were|missed|sent|paid|made|agreed|promised|dated|since|last|wrote|spoke)\b", text
            )
        )
    )


def _rights(text: str) -> Iterator[Fact]:
    for right in rights.rights_of(text):
        yield Fact("right", right.start, right.end, text[right.start : right.end], right.norm)


_FINDERS: tuple[_Finder, ...] = (
    _found("placeholder", PLACEHOLDER, lambda match: match.group()),
    _found("link", re.compile(r"(?:https?://|www\.)[^\s<>\"]*[^\s<>\".,;:!?)]", _LETTER_CASED), _folded),
    _found("email", _EMAIL, _folded),
    _found("link", _LINK, _folded),
    _found("date", _NUMERIC_DATE, lambda match: re.sub(r"\D", "/", match.group())),
    _signed_amounts,
    _found("reference", _ADDRESS, _folded),
    _references,
    _found("reference", _NUMBERED, _folded),
    _found("reference", _BARE_CODE, lambda match: re.sub(r"[^0-9A-Z]", "", match.group().upper())),
    _found("percent", _PERCENT, lambda match: numbers.plain(match.group(1))),
    _dates,
    _found("phone", _PHONE, _digits),
    _found(
        "date",
        re.compile(_CLOCK, _LETTER_CASED),
        lambda m: re.sub(r"[\s.]|:00", "", m.group().lower()),
        "time",
    ),
    _found("date", _ORDINAL_DAY, lambda match: match.group()[:-2]),
    _found("date", _BARE_HOUR, _folded, "time"),
    _deadlines,
    _spans_of_time,
    _amounts,
    _years,
    _found("number", _PLAIN_NUMBER, lambda match: numbers.plain(match.group())),
    _weekdays,
    _found("date", _TOMORROW, lambda match: "tomorrow"),
    _months,
    _found("soft", _SOFT, _folded),
    _rights,
)
