"""Helpers for rewording tests: a request from a few words, and what comes of it."""

from collections.abc import Callable, Sequence
from functools import lru_cache

from tonecheck.core.document import Document
from tonecheck.core.finding import Finding
from tonecheck.core.taxonomy import SUBTYPES, Action, Category, Certainty, Severity
from tonecheck.rewording.base import Request, Rescored, Rewording
from tonecheck.rewording.edits import Edits
from tonecheck.rewording.rewriter import Rewriter
from tonecheck.segments.sentences import Segmenter

SEGMENTER = Segmenter()
REWRITER = Rewriter(SEGMENTER)
CLEAN = Rescored((), dict.fromkeys(Category, 0.01))


@lru_cache(maxsize=1)
def edits() -> Edits:
    return Edits(SEGMENTER)


def permissive(_text: str) -> Rescored:
    return CLEAN


def request(
    text: str,
    subtypes: Sequence[str] | str = "commanding",
    *,
    words: str | None = None,
    action: Action = Action.REWORD,
    kind: str = "letter",
    jurisdiction: str = "any",
    locked: bool = False,
    before: str = "",
    after: str = "",
    suggest: str | None = None,
    rescore: Callable[[str], Rescored] = permissive,
) -> Request:
    """Make a request for `text`, the finding over `words` or over all of it, between other text."""
    document = Document.of(before + text + after, kind=kind)
    sentence = next(s for s in SEGMENTER.sentences(document) if s.span.end > len(before))
    span = sentence.span
    start, end = span.start, span.end
    if words is not None:
        start = document.text.index(words, span.start)
        end = start + len(words)
    names = (subtypes,) if isinstance(subtypes, str) else tuple(subtypes)
    findings = tuple(
        Finding(
            start=start,
            end=end,
            text=document.text[start:end],
            category=SUBTYPES[name],
            subtypes=(name,),
            action=action,
            severity=Severity.MEDIUM,
            score=0.9,
            certainty=Certainty.SURE,
            origin=(),
            message="",
            why="",
            suggest=suggest,
        )
        for name in names
    )
    return Request(document, sentence, findings, kind, jurisdiction, locked, rescore)


def reword(text: str, subtypes: Sequence[str] | str = "commanding", **more: object) -> Rewording:
    return REWRITER.reword(request(text, subtypes, **more))  # type: ignore[arg-type]


def check_unchanged(text: str) -> None:
    """No small edit has anything to say about `text`."""
    changed = edits().apply(text)
    assert changed is None, changed


def check_reworded(before: str, after: str) -> None:
    """The small edits turn `before` into `after`, and `after` stands as it is."""
    changed = edits().apply(before)
    assert changed is not None, f"nothing was changed in {before!r}"
    assert changed[0] == after
    again = edits().apply(after)
    assert again is None or again[0] == after
