"""Suggestions of sentences to the whole text as it would be sent."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from tonecheck.core.finding import Finding
from tonecheck.core.suggestion import Suggestion
from tonecheck.core.taxonomy import Action, Category


def whole(
    text: str, findings: Sequence[Finding], rescore: Callable[[str], Mapping[Category, float]]
) -> list[Suggestion]:
    """Put sentence suggestions into the whole of `text`: the n-th best of every sentence together."""
    by_place: dict[tuple[int, int], tuple[Suggestion, ...]] = {}
    for finding in findings:
        for suggestion in finding.suggestions[:1]:
            by_place[(suggestion.start, suggestion.end)] = finding.suggestions
    if not by_place or any(not f.suggestions for f in findings if f.action is not Action.VERIFY):
        return []
    result: list[Suggestion] = []
    for rank in range(max(len(own) for own in by_place.values())):
        chosen = [own[min(rank, len(own) - 1)] for own in by_place.values()]
        new = apply(text, chosen)
        result.append(
            Suggestion(
                start=0,
                end=len(text),
                text=new,
                action=chosen[0].action if len(chosen) == 1 else "reword",
                why=" ".join(dict.fromkeys(s.why for s in chosen)),
                scores_after={str(c): round(p, 4) for c, p in rescore(new).items()} if new else {},
                keeps=tuple(dict.fromkeys(fact for s in chosen for fact in s.keeps)),
                needs_input=tuple(dict.fromkeys(slot for s in chosen for slot in s.needs_input)),
            )
        )
    return result


def apply(text: str, suggestions: Iterable[Suggestion]) -> str:
    """Return `text` with every suggestion in its place, from the end backwards; none may overlap."""
    for suggestion in sorted(suggestions, key=lambda s: s.start, reverse=True):
        before, after = text[: suggestion.start], text[suggestion.end :]
        if not suggestion.text:
            after = after.lstrip(" ") if before[-1:] in ("", " ", "\n") else after
        text = before + suggestion.text + after
    return text.strip() if any(not s.text for s in suggestions) else text
