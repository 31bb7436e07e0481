"""Finding to Suggestion, first route: the offending words alone are changed, the sentence stands."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from tonecheck.core.document import Span
from tonecheck.rewording.base import Proposal, Request, RewordingError, bank
from tonecheck.rewording.tidy import tidied
from tonecheck.segments.sentences import Segmenter

_CLAUSE_ENDS = frozenset(
    ", . ; : ! ? ) ( - -- – — … and or but by before until on within in for since despite because as when "
    'while if unless so then at today tonight tomorrow now whether after please " [date]'.split()
)
_BREAKS = frozenset('. ! ? ; : - -- – — ( "'.split())
_BEFORE_IS = frozenset("it that this what there here who how where which he she time".split())
_TEXTED = {"u": "you", "ur": "your", "r": "are", "ya": "you"}
_JOINING = frozenset("and or but then so that please to".split())


@dataclass(frozen=True, slots=True)
class Edit:
    """One entry of edits.yml."""

    phrases: tuple[str, ...]
    to: str
    why: str
    subtype: str
    next: str = ""
    """'end' or 'object': what has to follow the phrase."""
    at: str = ""
    """'start': the phrase has to open a sentence or clause; 'middle': it must not."""


@dataclass(frozen=True, slots=True)
class _Place:
    start: int
    end: int
    edit: Edit
    opens: bool
    """Whether it stands at the beginning, so that the replacement takes a capital."""


@lru_cache(maxsize=1)
def edits() -> tuple[Edit, ...]:
    """Load edits.yml, once."""
    found = []
    for subtype, rows in bank("edits.yml").items():
        for row in rows:
            if not {"from", "to", "why"} <= set(row) <= {"from", "to", "why", "next", "at"}:
                raise RewordingError(
                    f"edits.yml, {subtype}: '{row.get('from')}' needs from, to, why and no other key"
                )
            phrases = tuple(phrase.strip() for phrase in row["from"].split(" | "))
            found.append(
                Edit(phrases, row["to"], row["why"], subtype, row.get("next", ""), row.get("at", ""))
            )
    return tuple(found)


class Edits:
    """See base.Route."""

    def __init__(self, segmenter: Segmenter) -> None:
        self._segmenter = segmenter

    def propose(self, request: Request) -> Iterator[Proposal]:
        """Yield the sentence with the offending words changed, then with every such wording in it changed."""
        text = request.sentence.text
        seen = set()
        for spans in (request.spans, None):
            changed = self.apply(text, spans)
            if changed and changed[0] not in seen:
                seen.add(changed[0])
                yield Proposal(changed[0], "edit", " ".join(changed[1]))

    def apply(self, text: str, spans: Sequence[Span] | None = None) -> tuple[str, tuple[str, ...]] | None:
        """Return `text` with its edits, inside `spans` if given, and their reasons; None without any."""
        places = [
            p
            for p in self._places(text)
            if spans is None or any(s.overlaps(Span(p.start, p.end)) for s in spans)
        ]
        if not places:
            return None
        new = text
        for place in reversed(places):
            new = _replaced(new, place)
        reasons = tuple(dict.fromkeys(place.edit.why for place in places))
        return tidied(new, text), reasons

    @cached_property
    def _index(self) -> dict[str, list[tuple[tuple[str, ...], Edit]]]:
        """First normal form of a phrase to the phrases that begin with it, the longest first."""
        index: dict[str, list[tuple[tuple[str, ...], Edit]]] = defaultdict(list)
        for edit in edits():
            for phrase in edit.phrases:
                norms = tuple(_norms(token.norm_ for token in self._segmenter.tokens(phrase)))
                index[norms[0]].append((norms, edit))
        for phrases in index.values():
            phrases.sort(key=lambda phrase: -len(phrase[0]))
        return index

    def _places(self, text: str) -> list[_Place]:
        tokens = self._segmenter.tokens(text)
        norms = _norms(token.norm_ for token in tokens)
        places: list[_Place] = []
        at = 0
        while at < len(norms):
            found = next(
                (
                    (phrase, edit)
                    for phrase, edit in self._index.get(norms[at], ())
                    if tuple(norms[at : at + len(phrase)]) == phrase
                    and _fits(edit, norms, at, at + len(phrase))
                ),
                None,
            )
            if found is None:
                at += 1
                continue
            last = tokens[at + len(found[0]) - 1]
            opens = at == 0 or norms[at - 1] in (".", "!", "?")
            places.append(_Place(tokens[at].idx, last.idx + len(last.text), found[1], opens))
            at += len(found[0])
        return places


def _norms(words: Iterable[str]) -> list[str]:
    """Return normal forms as the segmenter has them, with "that's" and texting's 'u' and 'ur' written out."""
    norms = [_TEXTED.get(word, word) for word in words]
    for at in range(1, len(norms)):
        if norms[at] == "'s" and norms[at - 1] in _BEFORE_IS:
            norms[at] = "is"
    return norms


def _fits(edit: Edit, norms: Sequence[str], first: int, last: int) -> bool:
    following = norms[last] if last < len(norms) else "."
    ends = following in _CLAUSE_ENDS or not (following[0].isalnum() or following[0] in "£$€₹{%<['#")
    if (edit.next == "end" and not ends) or (edit.next == "object" and ends):
        return False
    opens = first == 0 or norms[first - 1] in _BREAKS or norms[first - 1] in ("so", "and", ",", "then")
    return not edit.at or opens == (edit.at == "start")


def _replaced(text: str, place: _Place) -> str:
    """Put one replacement in its place, with the commas, capitals and stops it asks for."""
    to = place.edit.to
    before, after = text[: place.start], text[place.end :]
    if (to and place.opens and before.strip(" \"'") in ("", *".!?")) or before.rstrip()[-1:] in tuple(".!?"):
        to = to[:1].upper() + to[1:]
    if to[-1:] in tuple(".!?"):
        rest = re.sub(r"^[\s]*[,;:.!?]+", "", after)
        to, after = (to, rest) if rest.strip() == "" or after[:1] in tuple(",;:.!?") else (to[:-1], after)
        if rest.strip() and to[-1:] in tuple(".!?"):
            after = " " + rest.lstrip()
    elif to and re.match(r"\s*[!?]", after):
        after = re.sub(r"^\s*[!?]+", ".", after)
    words = before.split()
    follows = bool(words) and before.rstrip()[-1:].isalnum() and words[-1].lower() not in _JOINING
    if follows and to.startswith(("please", "Please")):
        before = before.rstrip() + ", "
    if not to:
        before, after = before.rstrip(" "), after
        after = after if not after or after[0] in " ,.;:!?" else " " + after
    return before + to + after
