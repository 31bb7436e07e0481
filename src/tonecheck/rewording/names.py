"""Finding to Suggestion: the people and firms a sentence names, told from capitals that mean nothing."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_TITLES = "Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Rev|Reverend|Shri|Sri|Smt"
_WORD = r"[^\W\d_](?:[^\W\d_]|['&.-](?=[^\W\d_])|-\d+\b)*"
_TITLED = re.compile(rf"\b(?:{_TITLES})\b\.?(?: (?:[A-Z]\.? )?{_WORD})?")
_CAPITAL = re.compile(rf"(?<![\w@/.])({_WORD})")
_FIRM = frozenset(
    "ltd limited plc inc llc llp co corp bank finance financial credit recovery recoveries collections "
    "associates services solutions capital loans energy water telecom wireless gas electric insurance "
    "union hospital clinic dental gym fitness university college motors holdings partners group company "
    "agency & and".split()
) - {"and"}
_BODIES = frozenset(
    "court courts sheriff sheriffs police irs hmrc treasury garda gardai gardaí county district marshal "
    "cps fbi crown magistrate magistrates department dept government commonwealth centrelink immigration "
    "enforcement bailiff bailiffs officer sergeant detective constable supreme judge bench tribunal "
    "bureau interpol cid cbi rbi revenue ministry federal council dwp da ice rcmp fir cbp nhs ato ccj "
    "registrar registry justice guards inspector corporal attorney home office affairs taxation advocate "
    "adalat customs his her majesty act compliance liaison docket prosecutions prosecutor governor "
    "parliament authority social security judicial d.a pd atty writ eviction order section chapter "
    "squadron".split()
)
_NOT_NAMES = frozenset(
    "i i'm i'd i'll i've ok okay facebook whatsapp instagram tiktok linkedin twitter google netflix xbox "
    "playstation youtube god jesus christ christmas easter ramadan diwali eid english british american "
    "irish scottish welsh indian australian canadian french spanish tv telly otp pin id atm sms upi emi "
    "cibil crb ssn pps lol asap fyi dob cvv faq url gps cob eod kyc noc pan aadhaar uk us usa eu mr mrs "
    "ms dear sir madam sirji ma'am mam sincerely regards monday tuesday wednesday thursday friday "
    "saturday sunday may march internet harley harleys mum mom dad mummy daddy nan nana grandma granny "
    "auntie xmas bitcoin gift apple amazon bluetooth nd pay paid call now not must last final stop you "
    "your will all do no yes never today urgent owe debt and or the this is are we our us be it to of in "
    "on at for from any only full due notice warning important immediately righto nope yep cheers heya "
    "congrats goodness hell brah oga aiyoh strewth uh-huh bonjour aww wah remit buy resist appear allow "
    "telephone debtor respondent unit flat pdf fyi tbc hr gp er icu nicu sim emis etc st r t one ever "
    "still have thief disney titanic statute loan reply ring text payment account money "
    "legal action arrest arrested jail attn attention alert re ps nb".split()
)
_OPENERS = frozenset(
    "well look listen yes no yeah nah now then so ok okay right oh ah aye hey hi hello hiya sorry please "
    "thanks sir madam ma'am sirji sweetheart love darling honey hon mate pal friend buddy hen lads folks "
    "dear congratulations naturally finally frankly honestly obviously clearly sadly unfortunately "
    "apparently actually basically really anyway otherwise alternatively first second third next lastly "
    "again still here there today tomorrow tonight always never perhaps maybe sure great good fine cool "
    "lovely brilliant wow pathetic pitiful typical liar deadbeat fool idiot stop enough wait hold come go "
    "pay call ring reply answer write send read think remember imagine believe trust if when until unless "
    "because since while after before although though despite however therefore meanwhile besides indeed "
    "instead truly simply remember principal final last urgent warning notice attention cancer illness "
    "broke bless see fact true guess funny interesting half double flood fire name dates tick chop once "
    "also and but or not nobody everyone everybody somebody people friends customers lender bank court "
    "judge sheriff police officer what why how who where that this these those it he she they we you i my "
    "your our their the a an as at by for from in of on to with about over under without within between "
    "during per re any all both each every some such many most much more less few one two three four five "
    "six seven eight nine ten do does did is are was were be been has have had can could may might must "
    "shall should will would let let's just only even yet too very quite rather ever once upon regarding "
    "concerning following further additionally failure failing ignoring paying settling non-payment "
    "interest fees charges costs balance payment account shame shameless".split()
)
_SPEAKER = re.compile(r"(?:\bthis is|\bi'm|\bi am|\bmy name(?:'s| is)|\bit's|\bspeaking:?)\s$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Name:
    """A name, where it stands and whose it seems to be."""

    start: int
    end: int
    text: str
    norm: str
    role: str
    """'addressee', 'speaker', 'firm', 'person' (with a title) or 'bare' (a capital and no more)."""


def names_of(text: str, covered: Sequence[tuple[int, int]]) -> Iterator[Name]:
    """Yield the names in `text` outside the covered ranges; none where everything is in capitals."""
    titled = [match.span() for match in _TITLED.finditer(text) if " " in match.group().strip()]
    for start, end in titled:
        yield _name(text, start, end)
    if _shouted(text):
        return
    taken = [*covered, *titled]
    for start, end in _runs(text, taken):
        words = [word.lower() for word in re.findall(_WORD, text[start:end])]
        bare = [re.sub(r"'s$", "", word) for word in words]
        if all(word in _NOT_NAMES or word in _FIRM for word in bare) or any(word in _BODIES for word in bare):
            continue
        if text[start:end].isupper() and len(words[0]) > 5 and not any(word in _FIRM for word in bare):
            continue
        yield _name(text, start, end)


def _shouted(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    return bool(letters) and sum(letter.isupper() for letter in letters) > 0.6 * len(letters)


def _runs(text: str, taken: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield runs of capitalised words, a sentence's first one only if it cannot be an ordinary word."""
    run: list[re.Match[str]] = []
    for match in [*_CAPITAL.finditer(text), None]:
        joins = (
            match is not None
            and run
            and re.fullmatch(r" (?:& |of |and the )?", text[run[-1].end() : match.start()])
        )
        named = match is not None and _named(text, match, bool(joins), taken)
        if run and not (joins and named):
            yield run[0].start(), _without_possessive(text, run[0].start(), run[-1].end())
            run = []
        if match is not None and named:
            run.append(match)


def _named(text: str, match: re.Match[str], joined: bool, taken: Sequence[tuple[int, int]]) -> bool:
    word = match.group()
    if not word[0].isupper() or any(start < match.end() and match.start() < end for start, end in taken):
        return False
    lowered = re.sub(r"'(?:s|re|ve|ll|d|m)$", "", word.lower())
    if joined:
        return lowered not in _NOT_NAMES or lowered in _FIRM
    if lowered in _NOT_NAMES and not _followed_by_firm(text, match.end()):
        return False
    before = text[: match.start()].rstrip(" \"'(*")
    if before and before[-1] not in ".!?:;-–—•|*…" and not re.search(r"[^\w\s,&']\s*$", before):
        return True
    return _opens_with_name(text, match, lowered)


def _opens_with_name(text: str, match: re.Match[str], lowered: str) -> bool:
    """Tell whether a sentence's first word is a name: called out with a comma, or followed by more of it."""
    if lowered in _OPENERS or lowered.endswith(("ly", "ing", "ed")):
        return False
    after = text[match.end() : match.end() + 24]
    if re.match(rf",\s(?!{_WORD},)", after):
        return len(lowered) > 2
    return bool(re.match(r" (?:& )?[A-Z][a-z]", after)) and (
        _followed_by_firm(text, match.end()) or bool(re.match(r" & ", after))
    )


def _followed_by_firm(text: str, end: int) -> bool:
    following = re.match(rf"(?: (?:& )?{_WORD}){{1,3}}", text[end:])
    words = following.group().split() if following else []
    for word in words:
        if not word[0].isupper() and word != "&":
            return False
        if word.lower() in _FIRM:
            return True
    return False


def _without_possessive(text: str, start: int, end: int) -> int:
    return end - 2 if text[start:end].endswith("'s") else end


def _name(text: str, start: int, end: int) -> Name:
    end = _without_possessive(text, start, end)
    words = text[start:end]
    return Name(start, end, words, re.sub(r"[\s.]+", " ", words).strip().casefold(), _role(text, start, end))


def _role(text: str, start: int, end: int) -> str:
    before, after = text[:start], text[end:]
    if _SPEAKER.search(before) and not re.match(r"(?:'s)?\s+(?:account|bill|debt)", after):
        return "speaker"
    words = text[start:end].split()
    if any(word.lower().strip(".") in _FIRM for word in words):
        return "firm"
    opens = not before.strip(" \"'") or bool(
        re.search(r"(?:[,:.!?]|\bdear|\bhi|\bhello|\battn)\s*$", before, re.IGNORECASE)
    )
    closes = not after.strip(" \"'") or bool(re.match(r"\s*[,.!?:;]|\s*[^\w\s'&]", after))
    if opens and closes and len(words) <= 3 and before[-2:] != ". ":
        return "addressee"
    return "person" if re.match(rf"(?:{_TITLES})\b", words[0]) else "bare"
