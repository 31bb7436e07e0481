"""Finding to Suggestion: which facts of a sentence its rewording has to keep."""

from collections.abc import Iterable

from tonecheck.core.document import Span
from tonecheck.core.taxonomy import Action
from tonecheck.rewording.base import GAP, Request
from tonecheck.rewording.facts import Fact, facts_of

_OF_TIME = ("date", "deadline")
_LEVERS = frozenset(("exposure", "false-authority", "violence", "concealed-purpose"))
"""Subtypes whose words name somebody in order to frighten or deceive."""


def required(request: Request) -> tuple[Fact, ...]:
    """Return the facts that have to survive.

    A time that belongs to words to be removed may go with them ("we are coming on Friday"), and so may a
    bare name that serves as the lever ("shall we ask Sandra at work?"); amounts, references, contact
    details, rights, firms and whoever is spoken to never.
    """
    covered = tuple(zip(request.findings, request.spans, strict=True))
    removed = [span for finding, span in covered if finding.action is Action.REMOVE]
    levers = [span for finding, span in covered if _LEVERS & set(finding.subtypes)]
    kept = []
    for fact in facts_of(request.sentence.text):
        here = Span(fact.start, fact.end)
        if fact.kind == "soft":
            continue
        if fact.kind in _OF_TIME and any(span.overlaps(here) for span in removed):
            continue
        if (
            fact.kind == "name"
            and fact.role == "bare"
            and any(span.overlaps(here) for span in (*removed, *levers))
        ):
            continue
        kept.append(fact)
    return tuple(kept)


def lost(needed: Iterable[Fact], text: str) -> tuple[Fact, ...]:
    """Return the facts of `needed` that `text` does not hold."""
    there = {fact.key for fact in facts_of(text)}
    return tuple(fact for fact in needed if fact.key not in there and not _spelled_out(fact, text))


def added(original: str, text: str) -> tuple[Fact, ...]:
    """Return the facts of `text` that `original` does not hold; slots for the writer are no facts."""
    there = {fact.key for fact in facts_of(original)}
    return tuple(
        fact
        for fact in facts_of(text)
        if fact.key not in there
        and not (fact.kind == "placeholder" and GAP.fullmatch(fact.text))
        and not _spelled_out(fact, original)
    )


def _spelled_out(fact: Fact, text: str) -> bool:
    """Tell whether the very words of a fact stand in `text`: what a name is may look different elsewhere."""
    return fact.kind in ("name", "reference", "phone", "number") and fact.text.casefold() in text.casefold()
