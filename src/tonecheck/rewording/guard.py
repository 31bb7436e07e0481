"""Finding to Suggestion: nothing passes that loses, adds, promises, still hurts or reads badly."""

import re

from tonecheck.core.taxonomy import Action
from tonecheck.rewording.base import Proposal, Request, Rescored
from tonecheck.rewording.claims import invented
from tonecheck.rewording.facts import Fact, facts_of
from tonecheck.rewording.keeping import added, lost, required
from tonecheck.rewording.surface import fault

SLACK = 0.05
"""By how much a score may rise without counting as worse: less than the calibration is exact to."""
LONGER = 2.5
"""How many times the words of the original a rewording may have ..."""
LONG = 35
"""... once it has more words than this."""


MOST_KEPT = 0.5
"""Share of the telling words of a finding to be removed that may be found in the new text."""
_SMALL_WORDS = frozenset(
    "the you your yours our ours and for are not with that this have has had will would can could may "
    "from any all but was were they them his her their its what when who how about please contact tell "
    "call pay payment account".split()
)


def refusal(request: Request, proposal: Proposal) -> str | None:
    """Return why `proposal` is refused by its words alone, or None; judging it again is left to `judged`."""
    original, text = request.sentence.text, proposal.text
    if request.locked:
        return "it would change statutory wording"
    if proposal.action == "remove" or not text:
        return _refuse_removal(request, proposal)
    if _same(original, text):
        return "it equals the original"
    if _keeps_the_words(request, text):
        return "it keeps the offending words"
    missing = lost(required(request), text)
    if missing:
        return f"it loses {_named(missing[0])}"
    new = added(original, text)
    if new:
        return f"it adds {_named(new[0])}"
    claim = invented(original, text)
    if claim:
        return f"it adds a {claim[0]}: '{claim[1]}'"
    wrong = fault(text, original)
    if wrong:
        return f"it does not read well: {wrong}"
    words = len(text.split())
    if words > LONG and words > LONGER * len(original.split()):
        return f"it is too long: {words} words for {len(original.split())}"
    return None


def judged(before: Rescored, after: Rescored) -> str | None:
    """Return why a text is refused by its scores: it is still found, or worse in some category."""
    for finding in after.findings:
        if finding.action is not Action.VERIFY:
            return f"it is still {finding.category}: '{finding.text}'"
    for category, score in after.scores.items():
        if score > before.scores.get(category, 0.0) + SLACK:
            return f"it scores worse: {category} {before.scores.get(category, 0.0):.2f} to {score:.2f}"
    return None


def _refuse_removal(request: Request, proposal: Proposal) -> str | None:
    if proposal.text:
        return "a removal leaves no text"
    if proposal.action != "remove":
        return "it does not read well: it is empty"
    if any(finding.action is not Action.REMOVE for finding in request.findings):
        return "it drops a message that is legitimate"
    needed = [fact for fact in required(request) if fact.role != "addressee"]
    return f"it loses {_named(needed[0])}" if needed else None


def _keeps_the_words(request: Request, text: str) -> bool:
    """Tell whether a finding's words still stand: all, or most where nothing was to be kept."""
    new = set(re.findall(r"[a-z']{3,}", text.lower()))
    folded = " ".join(re.findall(r"[\w']+", text.lower()))
    for finding, span in zip(request.findings, request.spans, strict=True):
        words = _without_facts(request.sentence.text[span.start : span.end]).lower()
        flat = " ".join(re.findall(r"[\w']+", words))
        if len(flat) > 3 and f" {flat} " in f" {folded} ":
            return True
        telling = {word for word in re.findall(r"[a-z']{3,}", words) if word not in _SMALL_WORDS}
        if finding.action is Action.REMOVE and telling and len(telling & new) > MOST_KEPT * len(telling):
            return True
    return False


def _without_facts(text: str) -> str:
    for fact in reversed(facts_of(text)):
        text = text[: fact.start] + " " + text[fact.end :]
    return text


def _named(fact: Fact) -> str:
    kind = {"number": "figure", "email": "e-mail address", "phone": "phone number"}.get(fact.kind, fact.kind)
    return f"the {kind} '{fact.text}'"


def _same(one: str, other: str) -> bool:
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()
