"""Report to text: one finding's card on a terminal."""

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from tonecheck.core.document import Document
from tonecheck.core.finding import Finding
from tonecheck.core.taxonomy import Action
from tonecheck.writers import words
from tonecheck.writers.cards import Card, Rewording
from tonecheck.writers.plain import one_line
from tonecheck.writers.terminal_ink import QUESTION_STYLE, SEVERITY_STYLES, Ink, labelled

OTHERS = 2
"""Rewordings shown after the best one."""


def card(card: Card, document: Document, ink: Ink, explain: bool) -> RenderableType:
    """Return a card: the sentence, what may be wrong with it, why, and what to write instead."""
    style = QUESTION_STYLE if card.asks else SEVERITY_STYLES[card.worst.severity]
    parts: list[RenderableType] = []
    if any(finding.action is Action.VERIFY for finding in card.findings):
        parts.append(
            Padding(Text(f"? {words.question(document)}", style=f"bold {QUESTION_STYLE}"), (0, 0, 0, 2))
        )
    parts.append(Padding(ink.quoted(card.quote, style), (0, 0, 0, 2)))
    for finding in card.findings:
        parts.append(_finding(finding, explain))
    rows = [("Source", Text(one_line(words.source(source)))) for source in card.sources]
    if rows:
        parts.append(labelled(rows))
    if card.rewordings:
        parts.append(labelled(_rewordings(card.rewordings, ink)))
    elif any(finding.action is Action.REMOVE for finding in card.findings):
        parts.append(labelled([("Instead", Text("Leave these words out."))]))
    if card.known:
        parts.append(Padding(Text("Already in your baseline.", style="dim"), (0, 0, 0, 4)))
    return Padding(Group(*parts), (1, 0, 0, 0))


def _finding(finding: Finding, explain: bool) -> RenderableType:
    """Return heading, message and reason of one finding."""
    asks = finding.action is Action.VERIFY
    style = QUESTION_STYLE if asks else SEVERITY_STYLES[finding.severity]
    heading = Text(words.heading(finding))
    heading.stylize(f"bold {style}", 0, len(heading.plain.split(" · ")[0]))
    rows: list[tuple[str, RenderableType]] = [("Concern", Text(one_line(finding.message)))]
    if finding.why:
        rows.append(("Why", Text(one_line(finding.why))))
    if finding.origin:
        rows.append(("Seen by", Text(one_line(words.origins(finding, explain)), style="dim")))
    if explain:
        rows.append(("Id", Text(one_line(finding.id), style="dim")))
    return Group(Padding(heading, (0, 0, 0, 4)), labelled(rows))


def _rewordings(rewordings: tuple[Rewording, ...], ink: Ink) -> Iterator[tuple[str, RenderableType]]:
    """Yield the best rewording with all about it, then a few others."""
    best = rewordings[0]
    yield ("Instead:", _proposal(best, ink))
    suggestion = best.suggestion
    if suggestion.keeps:
        yield ("Keeps", Text(one_line(" · ".join(suggestion.keeps))))
    if suggestion.needs_input:
        slots = " · ".join(f"[{slot}]" for slot in suggestion.needs_input)
        yield ("Fill in", Text(one_line(slots), style="bold magenta"))
    if note := " ".join(part for part in (suggestion.why, words.rechecked(suggestion)) if part):
        yield ("", Text(one_line(note), style="dim"))
    for other in rewordings[1 : 1 + OTHERS]:
        yield ("Or:", _proposal(other, ink))


def _proposal(rewording: Rewording, ink: Ink) -> Text:
    """Return the sentence as it would read, or the advice to leave it out."""
    if rewording.drops:
        return Text("Leave this sentence out.")
    return ink.reworded(rewording.quote, rewording.suggestion.needs_input)
