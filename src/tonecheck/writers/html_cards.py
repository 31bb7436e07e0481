"""Report to text: one finding's card on an HTML page."""

import re
from collections.abc import Iterable

from tonecheck.core.document import Document
from tonecheck.core.finding import Finding, Source
from tonecheck.core.taxonomy import Action
from tonecheck.writers import words
from tonecheck.writers.cards import Card, Quote, Rewording
from tonecheck.writers.html_text import look
from tonecheck.writers.markup import NOTHING, Markup, element, join, said, text
from tonecheck.writers.plain import one_line


def card(card: Card, document: Document, prefix: str, explain: bool) -> Markup:
    """Return a card: the sentence, what may be wrong with it, why, and what to write instead."""
    name = f"{prefix}-c{card.number}"
    place = element("a", text(card.place), href=f"#{prefix}-m{card.number}")
    number = said("span", str(card.number), class_="number")
    pieces = [element("h4", number, text(" "), place, id=f"{name}-h")]
    if any(finding.action is Action.VERIFY for finding in card.findings):
        pieces.append(said("p", f"? {words.question(document)}", class_="ask"))
    pieces.append(element("blockquote", quoted(card.quote), dir="auto"))
    pieces.extend(_finding(finding, explain) for finding in card.findings)
    if card.sources:
        sources = (element("li", _source(source)) for source in card.sources)
        pieces.append(element("div", said("h5", "Sources"), element("ul", *sources), class_="sources"))
    if card.rewordings:
        pieces.append(_instead(card.rewordings))
    elif any(finding.action is Action.REMOVE for finding in card.findings):
        pieces.append(
            element("div", said("h5", "Instead:"), said("p", "Leave these words out."), class_="instead")
        )
    if card.known:
        pieces.append(said("p", "Already in your baseline.", class_="small"))
    return element("section", *pieces, class_=f"card {look(card)}", id=name, aria_labelledby=f"{name}-h")


def quoted(quote: Quote) -> Markup:
    """Return a sentence with its words marked."""
    return join([text(quote.before), said("strong", quote.words), text(quote.after)])


def with_slots(quote: Quote, slots: Iterable[str]) -> Markup:
    """Return a rewording whose slots are marked."""
    whole = (quote.before + quote.words + quote.after).strip()
    known = [re.escape(f"[{one_line(slot)}]") for slot in slots]
    if not known:
        return text(whole)
    parts = re.split(f"({'|'.join(known)})", whole)
    return join(
        said("mark", part, class_="slot") if index % 2 else text(part) for index, part in enumerate(parts)
    )


def _finding(finding: Finding, explain: bool) -> Markup:
    """Return heading, message and reason of one finding."""
    seen = f"Seen by {words.origins(finding, explain)}." if finding.origin else ""
    if explain and finding.id:
        seen += f" Finding {finding.id}."
    return join(
        (
            said("h5", words.heading(finding)),
            said("p", finding.message),
            element("p", said("strong", "Why: "), text(finding.why)) if finding.why else NOTHING,
            said("p", seen, class_="small") if seen else NOTHING,
        )
    )


def _source(source: Source) -> Markup:
    """Return a source, linked where its address is known; the page itself loads nothing."""
    if source.url and source.url.startswith(("https://", "http://")):
        return said("a", words.source(source), href=source.url, rel="noreferrer")
    return text(words.source(source))


def _instead(rewordings: tuple[Rewording, ...]) -> Markup:
    """Return the rewordings, best first, with what they keep and what has to be filled in."""
    pieces = [said("h5", "Instead:")]
    for index, rewording in enumerate(rewordings):
        suggestion = rewording.suggestion
        if index:
            pieces.append(said("p", "Or:", class_="small"))
        if rewording.drops:
            pieces.append(said("p", "Leave this sentence out."))
        else:
            pieces.append(
                element("blockquote", with_slots(rewording.quote, suggestion.needs_input), dir="auto")
            )
        if suggestion.keeps:
            pieces.append(said("p", f"Keeps: {' · '.join(suggestion.keeps)}", class_="small"))
        if suggestion.needs_input:
            slots = " · ".join(f"[{slot}]" for slot in suggestion.needs_input)
            pieces.append(said("p", f"You fill in: {slots}", class_="small"))
        if note := " ".join(part for part in (suggestion.why, words.rechecked(suggestion)) if part):
            pieces.append(said("p", note, class_="small"))
    return element("div", *pieces, class_="instead")
