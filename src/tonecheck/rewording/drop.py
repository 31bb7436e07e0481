"""Finding to Suggestion, second route: an offending clause that can go without the rest falling apart."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from tonecheck.core.document import Span
from tonecheck.core.taxonomy import Action
from tonecheck.rewording.base import Proposal, Request
from tonecheck.rewording.edits import Edits
from tonecheck.rewording.facts import facts_of
from tonecheck.rewording.tidy import tidied
from tonecheck.segments.reading import has_words

WHY = "Leaves out the part that frightens, shames or misleads; the rest says what is needed."
WHY_REMOVED = "Nothing in this sentence needs to be said, and the rest stands without it."

_BOUNDARY = re.compile(
    r"(?:[;:]\s+|\s+[-–—]+\s+|\s*—\s*|,\s+|(?<=[.!?])\s+"
    r"|\s+(?=(?:or|and|but|so|because|otherwise)\s(?:we|you|i|the|your|our|my|it|they|this|that|there|he|she|please|then"
    r"|else|someone|somebody|everyone|i'm|i'll|we'll|you'll|it's|they'll|don't|do not|pay|call)\b))(?=\S)",
    re.IGNORECASE,
)
_INCOMPLETE = re.compile(
    r"^(?:if|unless|because|when|until|before|after|although|though|as|or|and|but|which|who|whose|that|so|despite|failing"
    r"|while|since|than|without|once|otherwise|to|in|for|with|by|on|at|from|not|nor|until|upon|instead|rather)\b",
    re.IGNORECASE,
)
_OPENING_CONDITION = re.compile(
    r"^(?:if|unless|when|until|before|after|although|as|despite|since|once|in|for|by|on|at|from)\b[^,]*,"
    r" *(.*)$",
    re.IGNORECASE,
)
_IMPERATIVE = re.compile(
    r"^(?:pay|call|ring|contact|send|reply|respond|settle|text|email|telephone|phone|write|clear|transfer|get|let|confirm"
    r"|provide|make|bring|return|answer|tell|give|complete|sign|use|visit|speak|log|click|lodge|remit|check|read)\b(?!'s)",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"(?:\b(?:is|are|was|were|am|have|has|had|do|does|did|can|could|may|might|must|will|would|shall|should|need|needs|owe"
    r"|owes|owed|please|shows?|stands?|remains?|received|comes?|came|went|wrote|write|sent|asked|ask|agreed|missed|reads?"
    r"|want|like|understand|know|see|called|call|rang|told|said|say|appears?|looks?|covers?|thank|apologise|apologize|hope)\b"
    r"|'(?:s|re|ve|m|d|ll)\b|n't\b)",
    re.IGNORECASE,
)

_CONCEDING = re.compile(r",? (?:but|though|although|yet|however)\b", re.IGNORECASE)
"""What stands before it was said only to be taken back, and says little without it."""
_LEANING = re.compile(
    r"^(?:don't|do not|do let|you please|(?:never|no|not|he|she|they|it|that|there|one|those|these|u)\b)",
    re.IGNORECASE,
)
"""An opening that points back at what went, or forbids something for no reason given."""
_JOINING = re.compile(r"^(?:or|and|but|so|because|otherwise)\s+", re.IGNORECASE)
_CALLED_OUT = 4
"""Words of a vocative at most."""
_TELLS = re.compile(
    r"\b(?:please|pay\w*|balance|account|bill|arrears|contact|call us|ring us|let us|let me|thank|sorry"
    r"|help|options?|statement|letter|notice|records?|reply|explain|look at|plan|rights?)\b",
    re.IGNORECASE,
)
"""What a remainder without any fact has to speak of to be worth sending."""


class Drop:
    """See base.Route."""

    def __init__(self, edits: Edits) -> None:
        self._edits = edits

    def propose(self, request: Request) -> Iterator[Proposal]:
        """Yield what is left without the offending clauses, as it is and with small edits made in it."""
        kept = without(request.sentence.text, request.spans)
        if kept is None:
            return
        edited = self._edits.apply(kept)
        if edited and stands(edited[0]):
            yield Proposal(softened(edited[0]), "edit", " ".join((WHY, *edited[1])))
        yield Proposal(softened(kept), "edit", WHY)


class Removal:
    """See base.Route."""

    def propose(self, request: Request) -> Iterator[Proposal]:
        """Yield the removal of the sentence where others of its turn still say something."""
        if all(finding.action is Action.REMOVE for finding in request.findings) and _accompanied(request):
            yield Proposal("", "remove", WHY_REMOVED)


def without(text: str, spans: Sequence[Span]) -> str | None:
    """Return `text` without the clauses that touch `spans`, or None where the rest is no sentence.

    What is left has to hang together: one run of clauses, or two around a name-calling of a few words.
    """
    bounds = [0, *(match.end() for match in _BOUNDARY.finditer(text)), len(text)]
    runs: list[list[Span]] = [[]]
    dropped = 0
    for start, end in pairwise(bounds):
        piece = Span(start, end)
        if not any(_touches(text, piece, span) for span in spans):
            runs[-1].append(piece)
            continue
        dropped += 1
        if len(text[start:end].split()) > _CALLED_OUT or not text[:start].rstrip().endswith(","):
            runs.append([])
    if not dropped:
        return None
    for run in sorted(filter(None, runs), key=lambda run: run[0].start - run[-1].end):
        kept = _joined(text, run)
        if stands(kept) and not _leans(text, kept) and (_TELLS.search(kept) or facts_of(kept)):
            return kept
    return None


def _joined(text: str, pieces: Sequence[Span]) -> str:
    """Put clauses together as one sentence."""
    kept = ""
    for piece in pieces:
        words = text[piece.start : piece.end]
        opens = not kept or kept.rstrip()[-1:] in tuple(".!?")
        kept += _JOINING.sub("", words) if opens else words
    return tidied(kept, text)


def _leans(text: str, kept: str) -> bool:
    """Tell whether what is left makes no sense, or another sense, without what went."""
    return bool(_LEANING.match(kept)) or (bool(_CONCEDING.search(text)) and not facts_of(kept))


def stands(text: str) -> bool:
    """Tell whether `text` is a sentence that says something: a verb, enough words, no loose condition."""
    condition = _OPENING_CONDITION.match(text)
    if _INCOMPLETE.match(text) and (condition is None or not stands(condition.group(1))):
        return False
    shortest = 3 if _IMPERATIVE.match(text) or text.lower().startswith("please") else 4
    return len(text.split()) >= shortest and bool(_VERB.search(text) or _IMPERATIVE.match(text))


def softened(text: str) -> str:
    """Put 'Please' before a bare order."""
    return f"Please {text[0].lower()}{text[1:]}" if _IMPERATIVE.match(text) else text


def _touches(text: str, piece: Span, span: Span) -> bool:
    """Tell whether a finding reaches into a piece with more than a joining word."""
    start, end = max(piece.start, span.start), min(piece.end, span.end)
    return start < end and bool(re.search(r"\w{2}", re.sub(r"^\W*(?:or|and|but|so)\b", "", text[start:end])))


def _accompanied(request: Request) -> bool:
    """Tell whether the turn holds words outside the sentence."""
    document, span = request.document, request.sentence.span
    turn = document.turn_at(span.start)
    if turn is None:
        return False
    return has_words(document.text[turn.start : span.start]) or has_words(document.text[span.end : turn.end])
