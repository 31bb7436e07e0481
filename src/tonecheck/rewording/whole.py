"""Suggestions of sentences to the whole text as it would be sent."""

from collections.abc import Callable, Iterable, Sequence

from tonecheck.core.finding import Finding
from tonecheck.core.suggestion import Suggestion
from tonecheck.core.taxonomy import Action
from tonecheck.rewording.base import Rescored

_MOST = 3


def whole(text: str, findings: Sequence[Finding], rescore: Callable[[str], Rescored]) -> list[Suggestion]:
    """Return rewordings of the whole of `text`, best first; none where a sentence has no safe one.

    The n-th best of every sentence go together; what still has a finding when put together is left out.
    """
    if any(not f.suggestions for f in findings if f.action is not Action.VERIFY):
        return []
    result: list[Suggestion] = []
    for rank in range(_MOST):
        parts = chosen(findings, rank)
        new = apply(text, parts)
        if not parts or new == text or any(new == other.text for other in result):
            continue
        again = rescore(new) if new else None
        if again is not None and again.findings:
            continue
        result.append(
            Suggestion(
                start=0,
                end=len(text),
                text=new,
                action=parts[0].action if len(parts) == 1 else "reword" if new else "remove",
                why=" ".join(dict.fromkeys(part.why for part in parts)),
                scores_after={str(c): round(p, 4) for c, p in again.scores.items()} if again else {},
                keeps=tuple(dict.fromkeys(fact for part in parts for fact in part.keeps)),
                needs_input=tuple(dict.fromkeys(gap for part in parts for gap in part.needs_input)),
            )
        )
    return result


def chosen(findings: Sequence[Finding], rank: int = 0) -> list[Suggestion]:
    """Return one suggestion for each sentence, in order, so that together they say nothing twice.

    A sentence that would be said anew and has no fact to keep is left out where the one before it in the
    same breath was said anew already: two questions or two requests on end help nobody.
    """
    places: dict[tuple[int, int], tuple[Suggestion, ...]] = {}
    for finding in findings:
        for suggestion in finding.suggestions[:1]:
            places[(suggestion.start, suggestion.end)] = finding.suggestions
    result: list[Suggestion] = []
    for place in sorted(places):
        own = places[place]
        best = own[min(rank, len(own) - 1)]
        before = result[-1] if result else None
        close = before is not None and place[0] - before.end <= 2 and before.action == "reword"
        said = {part.text for part in result}
        if close and best.action == "reword" and not best.keeps:
            why = "Said already in the sentence before."
            best = Suggestion(best.start, best.end, "", "remove", why, best.scores_after)
        elif best.text in said:
            best = next((other for other in own if other.text not in said), best)
        result.append(best)
    return result


def apply(text: str, suggestions: Iterable[Suggestion]) -> str:
    """Return `text` with every suggestion in its place, from the end backwards; none may overlap."""
    removed = False
    for suggestion in sorted(suggestions, key=lambda s: s.start, reverse=True):
        before, after = text[: suggestion.start], text[suggestion.end :]
        if not suggestion.text:
            removed = True
            if after[:1] in ("\n", ""):
                before = before.rstrip(" ")
            else:
                after = after.lstrip(" ")
        text = before + suggestion.text + after
    return text.strip() if removed else text
