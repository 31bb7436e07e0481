"""Report to text: findings as people see them: one card for one span, in its sentence, at its place."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from tonecheck.core.document import Document, Span, Turn
from tonecheck.core.finding import Finding, Source
from tonecheck.core.report import Cue, Duty, Report
from tonecheck.core.suggestion import Suggestion
from tonecheck.core.taxonomy import Action
from tonecheck.writers import words
from tonecheck.writers.plain import one_line

CONTEXT = 160
"""Code points kept on each side of the words of a finding in an endless sentence."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Some words in the sentence around them, printable and on one line."""

    before: str
    words: str
    after: str


@dataclass(frozen=True, slots=True)
class Rewording:
    """A suggestion as the sentence would read with it."""

    suggestion: Suggestion
    quote: Quote

    @property
    def drops(self) -> bool:
        """Whether nothing is left of the sentence."""
        quote = self.quote
        return not re.search(r"\w", quote.before.strip("… ") + quote.words + quote.after.strip("… "))


@dataclass(frozen=True, slots=True)
class Card:
    """All that was found about one span."""

    number: int
    span: Span
    place: str
    quote: Quote
    findings: tuple[Finding, ...]
    rewordings: tuple[Rewording, ...]
    known: bool
    """Whether a baseline already held all of it."""

    @property
    def asks(self) -> bool:
        """Whether it is a question about a fact, and nothing else."""
        return all(finding.action is Action.VERIFY for finding in self.findings)

    @property
    def worst(self) -> Finding:
        """The finding of the highest severity, sure ones first."""
        return max(self.findings, key=lambda finding: (finding.sure, finding.severity.rank))

    @property
    def sources(self) -> tuple[Source, ...]:
        """The sources of all its findings, each once."""
        return tuple(dict.fromkeys(source for finding in self.findings for source in finding.sources))


def cards(report: Report) -> tuple[Card, ...]:
    """Return the cards of a report, in the order of the text."""
    by_span = sorted(report.findings, key=lambda finding: (finding.start, finding.end))
    made = []
    for number, (span, held) in enumerate(groupby(by_span, key=lambda finding: finding.span), 1):
        findings = tuple(held)
        offered: dict[tuple[int, int, str], Suggestion] = {}
        for suggestion in (suggestion for finding in findings for suggestion in finding.suggestions):
            offered.setdefault((suggestion.start, suggestion.end, suggestion.text), suggestion)
        made.append(
            Card(
                number=number,
                span=span,
                place=place(report.document, span.start),
                quote=quote(report, span),
                findings=findings,
                rewordings=tuple(_rewording(report, suggestion) for suggestion in offered.values()),
                known=all(finding.id in report.known for finding in findings),
            )
        )
    return tuple(made)


def by_place(made: Iterable[Card]) -> Iterator[tuple[str, tuple[Card, ...]]]:
    """Yield each place with its cards."""
    for where, held in groupby(made, key=lambda card: card.place):
        yield where, tuple(held)


def place(document: Document, offset: int) -> str:
    """Name the place of `offset` for people: 'Line 3', or the turn with speaker and time."""
    turn = document.turn_at(offset)
    if turn is None or not document.is_transcript:
        where = document.where(offset)
    else:
        where = " · ".join(part for part in (f"turn {turn.id + 1}", who(turn), clock(turn.start_ms)) if part)
        origin = turn.where or ("" if document.anchors else document.where(offset))
        where += f" · {origin}" if origin else ""
    return one_line(where[:1].upper() + where[1:])


def who(turn: Turn) -> str:
    """Return speaker and role of a turn, and whether the role is a guess."""
    role = turn.role.value if turn.role_source.value != "guessed" else f"{turn.role.value}, a guess"
    if turn.role.value == "unknown":
        role = "role unknown"
    if not turn.speaker:
        return role
    return turn.speaker if turn.speaker.casefold() == role else f"{turn.speaker} ({role})"


def clock(milliseconds: int | None) -> str:
    """Return a time of a call as 'm:ss' or 'h:mm:ss'; an empty string where there is none."""
    if milliseconds is None:
        return ""
    minutes, seconds = divmod(milliseconds // 1000, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def quote(report: Report, span: Span) -> Quote:
    """Return the words of `span` with the rest of their sentence."""
    around, text = _sentence(report, span), report.document.text
    before, after = text[around.start : span.start], text[span.end : around.end]
    if len(before) > CONTEXT:
        before = "…" + before[-CONTEXT:]
    if len(after) > CONTEXT:
        after = after[:CONTEXT] + "…"
    return Quote(one_line(before.lstrip()), one_line(text[span.start : span.end]), one_line(after.rstrip()))


def safety_cues(report: Report) -> tuple[Cue, ...]:
    """Return the cues that come before everything else."""
    return tuple(cue for cue in report.cues if cue.id == words.SELF_HARM)


def other_cues(report: Report) -> tuple[Cue, ...]:
    """Return the remaining cues."""
    return tuple(cue for cue in report.cues if cue.id != words.SELF_HARM)


def missing_duties(report: Report, required: bool) -> tuple[Duty, ...]:
    """Return the duties that are missing, the required or the recommended ones."""
    return tuple(d for d in report.duties if d.state == "missing" and d.required is required)


def unchecked(document: Document) -> tuple[str, ...]:
    """Return what was not looked at: each reason once, with its place or how many there are."""
    places: dict[str, list[str]] = {}
    for part in document.unchecked:
        places.setdefault(one_line(part.reason), []).append(place(document, part.start))
    return tuple(
        f"{reason}: {found[0]}" + (f" and {len(found) - 1} more" if found[1:] else "")
        for reason, found in places.items()
    )


def _rewording(report: Report, suggestion: Suggestion) -> Rewording:
    """Return the sentence as it would read with `suggestion`."""
    kept = quote(report, Span(suggestion.start, suggestion.end))
    return Rewording(suggestion, Quote(kept.before, one_line(suggestion.text), kept.after))


def _sentence(report: Report, span: Span) -> Span:
    """Return the sentences that hold `span`, or its line where no sentence was judged there."""
    held = [s for s in report.sentences if s.start < span.end and span.start < s.end]
    if held:
        return Span(min(span.start, held[0].start), max(span.end, held[-1].end))
    text = report.document.text
    line_end = text.find("\n", span.end)
    return Span(text.rfind("\n", 0, span.start) + 1, len(text) if line_end < 0 else line_end)
