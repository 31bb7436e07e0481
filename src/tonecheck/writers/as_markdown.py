"""Report to text: Markdown for a comment on a pull request."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from tonecheck.core.document import Document
from tonecheck.core.finding import Finding
from tonecheck.core.report import Cue, Duty, Report
from tonecheck.core.taxonomy import Action
from tonecheck.writers import words
from tonecheck.writers.base import Outcome, Style
from tonecheck.writers.cards import (
    Card,
    Rewording,
    by_place,
    cards,
    missing_duties,
    other_cues,
    place,
    safety_cues,
    unchecked,
)
from tonecheck.writers.plain import one_line

_SPECIAL: Final = re.compile(r"([\\`*_\[\]#|~$])")
_LIST: Final = re.compile(r"^(?:([-+])|(\d+)([.)]))(?=\s|$)")
"""What would make a list of the beginning of a line."""
_MENTION: Final = re.compile(r"(@|#)(?=\w)")
JOINER: Final = "\u2060"
"""Put after '@' and '#', so that no person is notified and no issue linked by the words of a letter."""


def plain(text: str) -> str:
    """Escape words for Markdown and for the HTML in it."""
    safe = _MENTION.sub(rf"\1{JOINER}", one_line(text))
    safe = safe.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _LIST.sub(r"\2\\\1\3", _SPECIAL.sub(r"\\\1", safe).strip())


class MarkdownWriter:
    """Writes one section a file."""

    name = "markdown"

    def __init__(self, style: Style) -> None:
        self._explain = style.explain

    def write(self, outcomes: Iterable[Outcome]) -> Iterator[str]:
        """See Writer.write."""
        for index, outcome in enumerate(outcomes):
            gap = "\n" if index else ""
            yield gap + "\n".join(self._file(outcome)) + "\n"

    def _file(self, outcome: Outcome) -> Iterator[str]:
        """Yield the lines about one file."""
        report = outcome.report
        if report is None:
            yield f"## {plain(outcome.name)}\n\n**! Not checked.** {plain(outcome.error or '')}"
            return
        yield from _safety(report)
        yield f"## {plain(outcome.name)}\n"
        yield f"**{words.SYMBOLS[report.verdict]} {words.verdict(report)}**  "
        yield f"Why: {plain(words.because(report))}  "
        yield plain(words.about(report.document))
        for where, held in by_place(cards(report)):
            yield f"\n### {plain(where)}"
            for card in held:
                yield from _card(card, report.document, self._explain)
        yield from _rest(report)
        if self._explain:
            yield from _explained(report)
        yield f"\n<sub>{words.CLOSING} {plain(words.versions(report))}</sub>"


def _safety(report: Report) -> Iterator[str]:
    """Yield the alert that comes before everything else."""
    cues = safety_cues(report)
    if not cues:
        return
    yield f"> [!CAUTION]\n> **{words.SAFETY_TITLE}: {words.SAFETY}**\n>"
    for cue in cues:
        yield f"> - {_cue(report, cue)}"
    yield ">"
    for step in words.SAFETY_STEPS:
        yield f"> - {step}"
    yield ""


def _card(card: Card, document: Document, explain: bool) -> Iterator[str]:
    """Yield the lines of a card."""
    quote = card.quote
    if any(finding.action is Action.VERIFY for finding in card.findings):
        yield f"\n**? {words.question(document)}**"
    # <strong>, because ** does not open or close beside every kind of punctuation.
    before, after = _edges(quote.before, quote.after)
    yield f"\n> {before}<strong>{plain(quote.words)}</strong>{after}\n"
    for finding in card.findings:
        yield from _finding(finding, explain)
    if card.sources:
        yield f"- Sources: {plain('; '.join(words.source(source) for source in card.sources))}"
    if card.known:
        yield "- Already in your baseline."
    for index, rewording in enumerate(card.rewordings):
        yield from _rewording(rewording, "Or:" if index else "Instead:")
    if not card.rewordings and any(finding.action is Action.REMOVE for finding in card.findings):
        yield "\n**Instead:** leave these words out."


def _edges(before: str, after: str) -> tuple[str, str]:
    """Escape what stands around the words of a finding, keeping the space next to them."""
    left, right = plain(before), plain(after)
    return (
        left + " " if before[-1:].isspace() and left else left,
        " " + right if after[:1].isspace() else right,
    )


def _finding(finding: Finding, explain: bool) -> Iterator[str]:
    """Yield heading, message and reason of one finding."""
    what, _, numbers = words.heading(finding).partition(" · ")
    yield f"- **{plain(what)}** · {plain(numbers)}: {plain(finding.message)}"
    if finding.why:
        yield f"  - Why: {plain(finding.why)}"
    if finding.origin:
        named = f" (finding {plain(finding.id)})" if explain and finding.id else ""
        yield f"  - Seen by {plain(words.origins(finding, explain))}{named}"


def _rewording(rewording: Rewording, label: str) -> Iterator[str]:
    """Yield a rewording, what it keeps and what has to be filled in."""
    quote, suggestion = rewording.quote, rewording.suggestion
    if rewording.drops:
        yield f"\n**{label}** leave this sentence out."
        return
    yield f"\n**{label}**\n\n> {plain(quote.before + quote.words + quote.after)}\n"
    if suggestion.keeps:
        yield f"- Keeps: {plain(' · '.join(suggestion.keeps))}"
    if suggestion.needs_input:
        slots = " · ".join(f"[{slot}]" for slot in suggestion.needs_input)
        yield f"- You fill in: **{plain(slots)}**"
    if note := " ".join(part for part in (suggestion.why, words.rechecked(suggestion)) if part):
        yield f"- {plain(note)}"


def _rest(report: Report) -> Iterator[str]:
    """Yield missing statements, cues, strengths, reading, and what was not looked at."""
    required = missing_duties(report, required=True)
    yield from _listed("Required, and may be missing", (_duty(duty) for duty in required))
    advised = missing_duties(report, required=False)
    yield from _listed("Good practice, not required", (_duty(duty) for duty in advised))
    yield from _listed("What the customer shows", (_cue(report, cue) for cue in other_cues(report)))
    also = []
    if done_well := words.strengths(report):
        also.append(f"Good: the wording {plain(done_well)}.")
    if report.reading:
        also.append(f"Reading: {plain(words.reading(report.reading))}")
    also.extend(f"Not checked: {plain(skipped)}" for skipped in unchecked(report.document))
    also.extend(f"Note: {plain(warning)}" for warning in report.document.warnings)
    also.extend(
        plain(f"Ignored by a person: “{one.finding.text}” ({one.finding.category.value}): {one.reason}")
        for one in report.ignored
    )
    yield from _listed("Also", also)


def _duty(duty: Duty) -> str:
    name = words.DUTIES.get(duty.id, words.spoken(duty.id))
    add = f" Add: “{plain(duty.suggestion)}”" if duty.suggestion else ""
    why = f" {plain(duty.why)}" if duty.required and duty.why else ""
    return f"**{plain(name)}.**{why}{add}"


def _cue(report: Report, cue: Cue) -> str:
    name = words.CUES.get(cue.id, words.spoken(cue.id))
    answered = f" ({words.ANSWERED[cue.answered]})" if cue.answered in words.ANSWERED else ""
    return f"**{plain(name)}:** “{plain(cue.text)}”{answered} {plain(place(report.document, cue.start))}"


def _explained(report: Report) -> Iterator[str]:
    """Yield how the decisions came about, and the rewordings the guard refused."""
    said = report.document.text
    steps = (f"{plain(s.step)}: “{plain(said[s.start : s.end])}”: {plain(s.detail)}" for s in report.trace)
    yield from _listed("How it was decided", steps)
    refused = (f"“{plain(refusal.text)}”: {plain(refusal.reason)}" for refusal in report.refusals)
    yield from _listed("Rewordings that were refused", refused)


def _listed(title: str, items: Iterable[str]) -> Iterator[str]:
    """Yield a heading and a list, or nothing where the list is empty."""
    held = tuple(items)
    if held:
        yield f"\n### {title}\n"
        yield from (f"- {item}" for item in held)
