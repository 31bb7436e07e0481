"""Report to text: the document on an HTML page, with what was found marked in it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from tonecheck.core.document import Document, Span, Turn
from tonecheck.core.report import Report
from tonecheck.writers import words
from tonecheck.writers.cards import Card, clock, who
from tonecheck.writers.markup import Markup, element, hidden, join, said, text


@dataclass(frozen=True, slots=True)
class Highlight:
    """A range of the document that is marked."""

    span: Span
    look: str
    """Class of the mark: 'high', 'question', 'cue', 'unchecked' ..."""
    label: str
    """What a screen reader says before it."""
    card: int | None = None
    """Number of the card about it."""


def look(card: Card) -> str:
    """Return the classes of a card and its marks."""
    if card.asks:
        return "question"
    return f"{card.worst.severity.value} {card.worst.certainty.value}"


def highlights(report: Report, made: Iterable[Card]) -> tuple[Highlight, ...]:
    """Return all that is marked: findings, what the customer shows, what was not checked."""
    marked = []
    for card in made:
        names = ", ".join(finding.category.value for finding in card.findings)
        kind = "to confirm" if card.asks else f"may be {names}"
        marked.append(Highlight(card.span, look(card), f"finding {card.number}: {kind}", card.number))
    for cue in report.cues:
        name = words.CUES.get(cue.id, words.spoken(cue.id))
        danger = " danger" if cue.id == words.SELF_HARM else ""
        marked.append(Highlight(Span(cue.start, cue.end), f"cue{danger}", f"the customer shows: {name}"))
    for part in report.document.unchecked:
        marked.append(Highlight(Span(part.start, part.end), "unchecked", f"not checked: {part.reason}"))
    return tuple(marked)


def body(document: Document, marked: tuple[Highlight, ...], prefix: str) -> Markup:
    """Return the whole text; a transcript turn by turn."""
    if not document.is_transcript or not any(turn.speaker for turn in document.turns):
        return _words(document, Span(0, len(document.text)), marked, prefix, "text")
    pieces, read = [], 0
    for turn in document.turns:
        gap = Span(read, turn.start)
        if _worth_showing(document, gap, turn, marked):
            pieces.append(_words(document, gap, marked, prefix, "gap"))
        pieces.append(_turn(document, turn, marked, prefix))
        read = turn.end
    rest = Span(read, len(document.text))
    if document.text[read:].strip():
        pieces.append(_words(document, rest, marked, prefix, "gap"))
    return join(pieces, "\n")


def _worth_showing(document: Document, gap: Span, turn: Turn, marked: Iterable[Highlight]) -> bool:
    """Tell whether words between turns say more than the label of the next turn."""
    between = document.text[gap.start : gap.end]
    if any(highlight.span.overlaps(gap) for highlight in marked):
        return True
    return bool(between.strip()) and not (turn.speaker and turn.speaker in between)


def _turn(document: Document, turn: Turn, marked: tuple[Highlight, ...], prefix: str) -> Markup:
    """Return what one person says, with who and when."""
    label = " · ".join(part for part in (f"{turn.id + 1}", who(turn), clock(turn.start_ms)) if part)
    said_by = said("p", label, class_="who")
    return element(
        "div", said_by, _words(document, turn.span, marked, prefix, "text"), class_=f"turn {turn.role.value}"
    )


def _words(document: Document, part: Span, marked: tuple[Highlight, ...], prefix: str, class_: str) -> Markup:
    """Return a part of the text with the marks in it."""
    inside = tuple(highlight for highlight in marked if highlight.span.overlaps(part))
    pieces = _pieces(document, part, inside, prefix)
    return element("p", *pieces, class_=class_, dir="auto")


def _pieces(document: Document, part: Span, marked: tuple[Highlight, ...], prefix: str) -> Iterator[Markup]:
    """Yield the text cut at every edge of a highlight, so that overlapping ones nest properly."""
    edges = {part.start, part.end}
    for highlight in marked:
        edges.update((max(highlight.span.start, part.start), min(highlight.span.end, part.end)))
    ordered = sorted(edges)
    for start, end in pairwise(ordered):
        piece = Span(start, end)
        covering = [highlight for highlight in marked if highlight.span.overlaps(piece)]
        words_here = text(document.text[start:end])
        yield _mark(words_here, piece, part, covering, prefix) if covering else words_here


def _mark(words_here: Markup, piece: Span, part: Span, covering: list[Highlight], prefix: str) -> Markup:
    """Return one piece between edges, with labels where a highlight begins and numbers where it ends."""
    content, attributes = [], {}
    for highlight in covering:
        if max(highlight.span.start, part.start) == piece.start:
            content.append(hidden(f"[{highlight.label}: "))
            if highlight.card and highlight.span.start == piece.start:
                attributes["id"] = f"{prefix}-m{highlight.card}"
    content.append(words_here)
    for highlight in covering:
        if min(highlight.span.end, part.end) == piece.end:
            content.append(hidden("]"))
            if highlight.card and highlight.span.end == piece.end:
                number = said(
                    "a",
                    str(highlight.card),
                    href=f"#{prefix}-c{highlight.card}",
                    aria_label=f"go to finding {highlight.card}",
                )
                content.append(element("sup", number))
    looks = " ".join(dict.fromkeys(highlight.look for highlight in covering))
    name = "span" if looks == "unchecked" else "mark"
    return element(name, *content, class_=looks, **attributes)
