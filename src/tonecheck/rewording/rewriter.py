"""Finding to Suggestion: the routes in order, smallest edit first, everything behind the guard."""

from collections.abc import Sequence
from difflib import SequenceMatcher

from tonecheck.core.suggestion import Refusal, Suggestion
from tonecheck.rewording.base import Proposal, Request, Rescored, Rewording, Route, gaps
from tonecheck.rewording.drop import Drop, Removal
from tonecheck.rewording.edits import Edits
from tonecheck.rewording.facts import facts_of
from tonecheck.rewording.guard import judged, refusal
from tonecheck.rewording.keeping import lost
from tonecheck.rewording.own import Own
from tonecheck.rewording.realise import Realise
from tonecheck.segments.sentences import Segmenter

MOST = 3
"""How many suggestions are given."""
RESCORINGS = 12
"""How often a sentence is judged again, the original included: it costs a model's look each time."""
_A_ROUTE = 4
"""How often for one route before the last, so that none uses up the others' share."""
_SHOWN_REFUSALS = 12
_CLEARLY_REMOVED = frozenset(("insult", "violence", "vague-menace", "shaming"))


class Budget:
    """Judges texts in the place of the sentence, each once, and only so many."""

    def __init__(self, request: Request, most: int = RESCORINGS) -> None:
        self._rescore = request.rescore
        self._known: dict[str, Rescored] = {}
        self.left = most

    def judge(self, text: str) -> Rescored | None:
        """Return what the checker says of `text`, or None once the budget is spent."""
        if text not in self._known:
            if self.left <= 0:
                return None
            self.left -= 1
            self._known[text] = self._rescore(text)
        return self._known[text]


class Rewriter:
    """Holds the routes; make one and keep it."""

    def __init__(self, segmenter: Segmenter, routes: Sequence[Route] | None = None) -> None:
        edits = Edits(segmenter)
        self._routes: Sequence[Route] = routes or (edits, Drop(edits), Removal(), Own(), Realise())

    def reword(self, request: Request) -> Rewording:
        """Return at most three verified suggestions, best first, and what was refused."""
        if not request.findings:
            return Rewording()
        if request.locked:
            return Rewording((), (Refusal(request.sentence.text, "statutory wording is never reworded"),))
        budget = Budget(request)
        accepted: list[tuple[tuple[float, ...], Suggestion]] = []
        refused: list[Refusal] = []
        seen: set[str] = set()
        for number, route in enumerate(self._routes):
            floor = 0 if number == len(self._routes) - 1 else max(0, budget.left - _A_ROUTE)
            for proposal in route.propose(request):
                if len(accepted) >= MOST or budget.left <= floor:
                    break
                if _key(proposal.text) in seen:
                    continue
                seen.add(_key(proposal.text))
                reason, rescored = self._verify(request, proposal, budget)
                if reason is not None:
                    refused.append(Refusal(proposal.text, reason))
                else:
                    accepted.append(
                        (self._rank(request, proposal, number), _suggestion(request, proposal, rescored))
                    )
        ranked = sorted(accepted, key=lambda entry: entry[0])
        return Rewording(tuple(suggestion for _, suggestion in ranked), tuple(refused[:_SHOWN_REFUSALS]))

    def _verify(self, request: Request, proposal: Proposal, budget: Budget) -> tuple[str | None, Rescored]:
        """Return why a proposal is refused, or None with the scores of the new text."""
        reason = refusal(request, proposal)
        if reason is not None or not proposal.text:
            return reason, Rescored()
        before, after = budget.judge(request.sentence.text), budget.judge(proposal.text)
        if before is None or after is None:
            return "it was not judged: enough others were", Rescored()
        return judged(before, after), after

    def _rank(self, request: Request, proposal: Proposal, route: int) -> tuple[float, ...]:
        """Order suggestions: edits with few gaps and small changes, then new sentences as proposed."""
        text, original = proposal.text, request.sentence.text
        if proposal.action == "remove":
            clearly = not request.spoken and set(request.subtypes) <= _CLEARLY_REMOVED
            return (-1.0 if clearly else 9.0, 0.0, 0.0)
        change = (
            1 - SequenceMatcher(None, original.lower().split(), text.lower().split(), autojunk=False).ratio()
        )
        if proposal.action == "edit":
            return (0.0, float(len(gaps(text, original))), change)
        return (1.0, float(route), 0.0)


def _suggestion(request: Request, proposal: Proposal, rescored: Rescored) -> Suggestion:
    original = request.sentence.text
    facts = [fact for fact in facts_of(original) if fact.kind != "soft"]
    missing = set(lost(facts, proposal.text))
    return Suggestion(
        start=request.sentence.span.start,
        end=request.sentence.span.end,
        text=proposal.text,
        action=proposal.action,
        why=proposal.why,
        scores_after={str(category): round(score, 4) for category, score in rescored.scores.items()},
        keeps=tuple(dict.fromkeys(fact.text for fact in facts if fact not in missing)),
        needs_input=gaps(proposal.text, original),
    )


def _key(text: str) -> str:
    return " ".join(text.lower().split()).rstrip(".!?")
