"""Finding to Suggestion, third route: the sentence a rule itself gives, filled with the facts."""

from collections.abc import Iterator

from tonecheck.rewording.base import Proposal, Request
from tonecheck.rewording.slots import Material, as_slots, fill

WHY = "The wording the rule itself proposes."


class Own:
    """See base.Route."""

    def propose(self, request: Request) -> Iterator[Proposal]:
        """Yield each finding's own sentence, its gaps filled where the sentence has the fact."""
        for suggest in dict.fromkeys(finding.suggest for finding in request.findings if finding.suggest):
            text = suggest.strip()
            for attempt in (as_slots(text), text.replace("by [date]", "{by}"), text):
                filled = fill(attempt, Material.of(request), request.spoken)
                if filled is not None:
                    yield Proposal(filled, "reword", WHY)
                    break
