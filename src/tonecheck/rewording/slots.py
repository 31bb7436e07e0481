"""Finding to Suggestion: a hand-written sentence filled with the facts that have to survive, and no other."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from tonecheck.rewording.base import GAP, Request
from tonecheck.rewording.facts import Fact
from tonecheck.rewording.keeping import required
from tonecheck.rewording.tidy import capitalised, lowered, right_articles

SLOTS = ("amount", "date", "reference", "phone", "name", "year", "right", "by", "about", "at")
"""The first seven need such a fact. {by} is the deadline as written or 'by [date]'; {about} and {at} hold
what the sentence is about and how to reach the sender, with their preposition, or vanish."""

_SLOT = re.compile(r"\{(\w+)\}")
_BEFORE_DATE = re.compile(
    r"(?:\bby|\bbefore|\buntil|\btill|\bno later than|\bon or before|\bafter)\s+(?:the )?$", re.IGNORECASE
)
_HAPPENED = re.compile(
    r"\b(?:was|were|did|filed|sent|called|rang|left|wrote)\b.*\b(?:at|on) $", re.IGNORECASE
)
_STAYING = ("after", "until", "till")
_LEAD = re.compile(r"^(?:(?:within|inside|in|for)\b ?)?(?:the\b ?|this\b ?)?(?:next\b ?)?", re.IGNORECASE)
_RIGHTS = {
    "dispute": "If you want to dispute this, please tell us what looks wrong.",
    "complain": "If you want to complain, please tell us what has gone wrong.",
    "breathing space": "If breathing space applies to you, please tell us.",
    "advice": "You are free to take {words} first.",
}
_TEMPLATE_KINDS = (
    ("date", r"date|deadline|day"),
    ("amount", r"amount|balance|sum|total|due|arrears"),
    ("phone", r"phone|tel"),
    ("reference", r"ref|account|number|file"),
    ("name", r"name|customer|client"),
)


@dataclass
class Material:
    """The facts of a sentence that have to survive, by the place they can take; used up while filling."""

    address: str = ""
    speaker: str = ""
    deadlines: list[str] = field(default_factory=list)
    amounts: list[str] = field(default_factory=list)
    references: list[str] = field(default_factory=list)
    contacts: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    dates: list[str] = field(default_factory=list)
    years: list[str] = field(default_factory=list)
    rights: list[tuple[str, str]] = field(default_factory=list)
    others: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, request: Request) -> "Material":
        """Sort the facts of a request into places."""
        text = request.sentence.text
        material = cls()
        for group in _grouped(text, required(request)):
            material._take(text, group)
        return material

    def _take(self, text: str, group: list[Fact]) -> None:
        fact = group[0]
        words = re.sub(r"(?<=[a-z]{3})\.$", "", text[fact.start : group[-1].end].rstrip(","))
        kind = fact.kind if fact.kind != "placeholder" else _template_kind(fact.text)
        if kind == "name":
            self._take_name(text, fact, words)
        elif kind == "deadline":
            self.deadlines.append("within " + lowered(_LEAD.sub("", words)))
        elif kind == "date" and fact.role == "year" and len(group) == 1:
            _append(self.years, words)
        elif kind == "date":
            before = _BEFORE_DATE.search(text[: fact.start])
            if before or not (fact.role == "past" or _HAPPENED.search(text[: fact.start])):
                lead = before.group().strip().lower().removesuffix(" the") if before else "by"
                lead = "by" if lead in _STAYING else lead
                self.deadlines.append(f"{lead} {_within(words)}")
            else:
                _append(self.dates, words)
        elif kind in ("amount", "number", "percent"):
            _append(self.amounts, _as_sum(text, fact, words))
        elif kind == "reference":
            _append(self.references, lowered(words) if " " in words else words)
        elif kind in ("phone", "email", "link"):
            _append(self.contacts, ("at " if kind != "phone" else "on ") + words)
        elif kind == "right":
            if fact.norm not in {norm for norm, _ in self.rights}:
                self.rights.append((fact.norm, words))
        else:
            _append(self.others, words)

    def _take_name(self, text: str, fact: Fact, words: str) -> None:
        if fact.role in ("addressee", "") and not self.address:
            greeted = re.search(r"\bdear $", text[: fact.start], re.IGNORECASE)
            self.address = f"Dear {words}" if greeted else words
        elif fact.role == "speaker" and not self.speaker:
            self.speaker = words
        else:
            _append(self.names, words)

    def about(self) -> str:
        """Use up and return what the sentence is about: '£640 (Halden & Pryce, reference 8813)'."""
        sums, dates = [f"the {amount}" for amount in self.amounts], list(self.dates)
        years = [f"from {_listed(self.years)}"] if self.years else []
        details = [*self.names, *self.references, *self.others]
        for place in (self.amounts, self.dates, self.years, self.names, self.references, self.others):
            place.clear()
        if sums:
            extra = [*details, *dates]
            head = " ".join((_listed(sums), *years))
        elif years:
            head, extra = " ".join(("the account", *years)), [*details, *dates]
        elif details:
            head, extra = _listed(details), dates
        else:
            head, extra = _listed(dates), []
        return f"{head} ({', '.join(extra)})" if extra else head


def fill(sentence: str, material: Material, spoken: bool) -> str | None:
    """Fill the slots of `sentence` and add what has no slot; return None if a slot's fact is missing."""
    missing = False

    def filled(match: re.Match[str]) -> str:
        nonlocal missing
        words = _slot(match.group(1), material)
        missing = missing or words is None
        return words or ""

    text = _SLOT.sub(filled, sentence)
    if missing:
        return None
    if material.speaker and "[name]" in text:
        text, material.speaker = text.replace("[name]", material.speaker, 1), ""
    about = material.about()
    extra = [*_carried(material, spoken, text)]
    if about:
        text = f"This is about {about}. {text}"
    if material.speaker:
        text = f"This is {material.speaker}. {text}"
    if material.address:
        text = f"{material.address}, {lowered(text)}"
    text = " ".join((text, *extra))
    return right_articles(capitalised(re.sub(r"\s+([,.?!])", r"\1", re.sub(r"  +", " ", text)).strip()))


def _slot(name: str, material: Material) -> str | None:
    """Return the words for one slot, used up; None where the fact is missing."""
    if name == "by":
        return material.deadlines.pop(0) if material.deadlines else "by [date]"
    if name == "about":
        about = material.about()
        return f" about {about}" if about else ""
    if name == "at":
        contacts, material.contacts = material.contacts, []
        return " " + " or ".join(contacts) if contacts else ""
    if name == "date":
        return material.deadlines.pop(0).split(" ", 1)[1] if material.deadlines else None
    if name == "right":
        return material.rights.pop(0)[1] if material.rights else None
    place = {
        "amount": material.amounts,
        "reference": material.references,
        "year": material.years,
        "name": material.names,
    }
    if name == "phone":
        return material.contacts.pop(0).split(" ", 1)[1] if material.contacts else None
    return place[name].pop(0) if place[name] else None


def _carried(material: Material, spoken: bool, text: str) -> Iterable[str]:
    """Yield short sentences, true whatever the matter is, for times, contacts and rights without a slot."""
    if material.deadlines:
        tail = " and ".join(material.deadlines)
        yield f"Could you let me know {tail}?" if spoken else f"Please let us know {tail}."
    if material.contacts:
        contacts = " or ".join(material.contacts)
        yield f"You can reach {'me' if spoken else 'us'} {contacts}."
    for norm, words in material.rights:
        if norm not in text.casefold() and words.casefold() not in text.casefold():
            sentence = _RIGHTS.get(norm, "It is your choice whether to contact {words}.").format(words=words)
            yield sentence.replace("tell us", "tell me") if spoken else sentence


def _grouped(text: str, facts: Iterable[Fact]) -> Iterable[list[Fact]]:
    """Yield facts, those of one point in time ("5 p.m. on Friday 3 March") together."""
    group: list[Fact] = []
    for fact in facts:
        joined = (
            group
            and group[-1].kind == "date"
            and fact.kind == "date"
            and re.fullmatch(r",? (?:at |on )?", text[group[-1].end : fact.start])
        )
        if joined and "year" not in (group[-1].role, fact.role):
            group.append(fact)
            continue
        if group:
            yield group
        group = [fact]
    if group:
        yield group


def _template_kind(placeholder: str) -> str:
    for kind, words in _TEMPLATE_KINDS:
        if re.search(words, placeholder, re.IGNORECASE):
            return kind
    return "other"


def _as_sum(text: str, fact: Fact, words: str) -> str:
    """Return a sum as it can follow 'the': without an article of its own, as it stood within a sentence."""
    words = re.sub(r"^an? ", "", words, flags=re.IGNORECASE)
    return lowered(words) if fact.start == 0 or (words[0].isupper() and words.isalpha()) else words


def _within(words: str) -> str:
    """Return a time as it stands within a sentence: 'Tomorrow' loses its capital, 'Friday' does not."""
    small = re.match(r"(?:tomorrow|noon|midday|midnight|next|one|two)\b", words, re.IGNORECASE)
    return lowered(words) if small else words


def _append(place: list[str], words: str) -> None:
    if words not in place:
        place.append(words)


def _listed(words: list[str]) -> str:
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def slots_of(text: str) -> tuple[str, ...]:
    """Return the names of the slots in a hand-written sentence."""
    return tuple(_SLOT.findall(text))


def as_slots(text: str) -> str:
    """Turn the gaps of a rule's own sentence into slots where the sentence's facts can fill them."""
    text = text.replace("by [date]", "{by}")
    return GAP.sub(lambda match: _OWN.get(match.group()[1:-1], match.group()), text)


_OWN = {"amount": "{amount}", "reference": "{reference}", "phone number": "{phone}"}
