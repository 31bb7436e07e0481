"""Finding to Suggestion, last route: a whole sentence written by hand, filled with the facts."""

import re
import zlib
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from tonecheck.core.taxonomy import JURISDICTIONS, KINDS, SUBTYPES
from tonecheck.rewording.base import SPOKEN, Proposal, Request, RewordingError, bank, gaps
from tonecheck.rewording.slots import SLOTS, Material, fill, slots_of

_KEYS = frozenset(("say", "about", "for", "in", "right"))
_KINDS = {
    "any": KINDS,
    "spoken": SPOKEN,
    "call": ("call",),
    "written": tuple(kind for kind in KINDS if kind not in SPOKEN),
}
_NAMED_RIGHTS = ("dispute", "complain", "advice", "breathing space")
_OPENING = 4
"""Words by which two sentences count as one shape; of each shape only one is proposed."""


@dataclass(frozen=True, slots=True)
class Realisation:
    """One entry of realisations.yml."""

    say: str
    subtype: str
    why: str
    about: tuple[str, ...] = ()
    kinds: tuple[str, ...] = KINDS
    """Kinds of message it suits."""
    jurisdictions: tuple[str, ...] = ()
    right: str = ""
    """'dispute', 'complain', 'advice' or 'other': needs that right in the original."""

    def suits(self, request: Request, topics: frozenset[str], rights: frozenset[str]) -> bool:
        """Tell whether the sentence fits the matter, the kind of message and the place."""
        return (
            request.kind in self.kinds
            and (not self.jurisdictions or request.jurisdiction in self.jurisdictions)
            and (not self.about or bool(topics.intersection(self.about)))
            and (not self.right or self.right in rights)
        )


@lru_cache(maxsize=1)
def realisations() -> dict[str, tuple[Realisation, ...]]:
    """Load realisations.yml, once: subtype to its sentences."""
    found: dict[str, tuple[Realisation, ...]] = {}
    for subtype, rows in bank("realisations.yml").items():
        if subtype == "topics":
            continue
        if subtype not in SUBTYPES:
            raise RewordingError(f"realisations.yml: '{subtype}' is no subtype of the taxonomy")
        found[subtype] = tuple(_checked(subtype, rows["why"], row) for row in rows["say"])
    return found


@lru_cache(maxsize=1)
def topics() -> dict[str, re.Pattern[str]]:
    """Load the topics of realisations.yml, once: name to the words that show it."""
    words = bank("realisations.yml")["topics"]
    return {name: re.compile(rf"\b(?:{pattern})", re.IGNORECASE) for name, pattern in words.items()}


def topics_of(text: str) -> frozenset[str]:
    """Return the topics that `text` shows."""
    return frozenset(name for name, pattern in topics().items() if pattern.search(text))


class Realise:
    """See base.Route."""

    def propose(self, request: Request) -> Iterator[Proposal]:
        """Yield filled sentences: those about the same matter before those about any, fewest gaps first.

        Where several are as good, the paragraph and the place in it decide, so that a letter does not
        say the same thing twice.
        """
        text = request.sentence.text
        material = Material.of(request)
        matter = topics_of(text)
        rights = frozenset(n if n in _NAMED_RIGHTS else "other" for n, _ in material.rights)
        ranked: list[tuple[tuple[bool, bool, int, int, int], str, str]] = []
        for order, subtype in enumerate(request.subtypes):
            for sentence in realisations().get(subtype, ()):
                if not sentence.suits(request, matter, rights):
                    continue
                filled = fill(sentence.say, _put_first(deepcopy(material), sentence.right), request.spoken)
                if filled is not None:
                    key = (
                        not sentence.right and bool(rights),
                        not sentence.about,
                        len(gaps(filled, text)),
                        filled.count(". ") - sentence.say.count(". "),
                        order,
                    )
                    ranked.append((key, filled, sentence.why))
        seen: set[tuple[str, ...]] = set()
        start = zlib.crc32(request.sentence.reading.text.encode("utf-8", "replace")) + request.sentence.index
        for _, group in groupby(sorted(ranked, key=lambda entry: entry[0]), key=lambda entry: entry[0]):
            equals = list(group)
            first = start % len(equals)
            for _, filled, why in equals[first:] + equals[:first]:
                shape = tuple(filled.lower().split()[:_OPENING])
                if shape not in seen:
                    seen.add(shape)
                    yield Proposal(filled, "reword", why)


def _put_first(material: Material, right: str) -> Material:
    """Move the right a sentence speaks of to the front, so that its slot takes it."""
    material.rights.sort(key=lambda entry: (entry[0] if entry[0] in _NAMED_RIGHTS else "other") != right)
    return material


def _checked(subtype: str, why: str, row: dict[str, object]) -> Realisation:
    """Make an entry of a row. Raise RewordingError naming what is wrong with it."""
    say = str(row.get("say", ""))
    about = tuple(str(name) for name in _listed(row.get("about")))
    places = tuple(str(name) for name in _listed(row.get("in")))
    kinds = _KINDS.get(str(row.get("for", "any")))
    unknown = [
        *(f"key '{key}'" for key in row if key not in _KEYS),
        *(("kind",) if kinds is None else ()),
        *(f"slot '{name}'" for name in slots_of(say) if name not in SLOTS),
        *(f"topic '{name}'" for name in about if name not in topics()),
        *(f"jurisdiction '{name}'" for name in places if name not in JURISDICTIONS),
    ]
    if unknown or not say:
        raise RewordingError(
            f"realisations.yml, {subtype}, '{say}': unknown {', '.join(unknown) or 'sentence'}"
        )
    return Realisation(say, subtype, why, about, kinds or (), places, str(row.get("right", "")))


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else [] if value is None else [value]
