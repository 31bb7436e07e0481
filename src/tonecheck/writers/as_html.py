"""Report to text: one HTML page that needs nothing else: no network, no script."""

from collections.abc import Iterable, Iterator

from tonecheck.core.report import Cue, Duty, Report
from tonecheck.writers import words
from tonecheck.writers.base import Outcome, Style
from tonecheck.writers.cards import cards, missing_duties, other_cues, place, safety_cues, unchecked
from tonecheck.writers.html_cards import card
from tonecheck.writers.html_style import CSS
from tonecheck.writers.html_text import body, highlights
from tonecheck.writers.markup import NOTHING, Markup, element, join, said, text

HEAD = f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>tonecheck report</title>
<style>{CSS}</style>
</head>
<body>
"""


class HtmlWriter:
    """Writes the documents with what was found marked in them, and a card for each finding."""

    name = "html"

    def __init__(self, style: Style) -> None:
        self._explain = style.explain

    def write(self, outcomes: Iterable[Outcome]) -> Iterator[str]:
        """See Writer.write. Waits for all outcomes: the table of contents comes first."""
        all_of_them = tuple(outcomes)
        yield HEAD
        yield said("h1", "tonecheck report") + "\n"
        if len(all_of_them) > 1:
            yield _contents(all_of_them) + "\n"
        yield "<main>\n"
        for number, outcome in enumerate(all_of_them, 1):
            yield self._article(outcome, f"f{number}") + "\n"
        yield "</main>\n" + said("footer", words.CLOSING) + "\n</body>\n</html>\n"

    def _article(self, outcome: Outcome, prefix: str) -> Markup:
        """Return all about one file."""
        title = said("h2", outcome.name, id=f"{prefix}-h")
        report = outcome.report
        if report is None:
            problem = element(
                "div", said("p", "! Not checked"), said("p", outcome.error or ""), class_="verdict stop"
            )
            return element("article", title, problem, id=prefix, aria_labelledby=f"{prefix}-h")
        made = cards(report)
        page = element(
            "div",
            body(report.document, highlights(report, made), prefix),
            class_="page",
            role="group",
            aria_label="The text, with what was found marked",
        )
        side = element(
            "div",
            join((card(one, report.document, prefix, self._explain) for one in made), "\n"),
            _duties(report),
            _rest(report),
            _explained(report) if self._explain else NOTHING,
            said("p", words.versions(report), class_="small"),
        )
        return element(
            "article",
            _safety(report, prefix),
            title,
            _verdict(report),
            element("div", page, side, class_="columns"),
            id=prefix,
            aria_labelledby=f"{prefix}-h",
        )


def _contents(outcomes: tuple[Outcome, ...]) -> Markup:
    """Return the table of contents; files in which somebody may be in danger are named before it."""
    items, urgent = [], []
    for number, outcome in enumerate(outcomes, 1):
        link = said("a", outcome.name, href=f"#f{number}")
        report = outcome.report
        says = f" {words.SYMBOLS[report.verdict]} {words.verdict(report)}" if report else " ! Not checked"
        items.append(element("li", link, text(says)))
        if report and safety_cues(report):
            urgent.append(element("li", link))
    alert = NOTHING
    if urgent:
        lead = said("p", f"{words.SAFETY_TITLE}. {words.SAFETY}")
        alert = element("div", lead, element("ul", *urgent), class_="safety")
    return join((alert, element("nav", element("ol", *items), aria_label="Files")))


def _safety(report: Report, prefix: str) -> Markup:
    """Return the panel that comes before everything else, or nothing."""
    cues = safety_cues(report)
    if not cues:
        return NOTHING
    steps = element("ul", *(said("li", step) for step in words.SAFETY_STEPS))
    title = said("h2", f"! {words.SAFETY_TITLE}: {words.SAFETY}", id=f"{prefix}-s")
    said_so = (_cue(report, cue, "p") for cue in cues)
    return element("section", title, *said_so, steps, class_="safety", aria_labelledby=f"{prefix}-s")


def _verdict(report: Report) -> Markup:
    """Return the verdict in words, the reason for it, and what was checked."""
    return element(
        "div",
        said("p", f"{words.SYMBOLS[report.verdict]} {words.verdict(report)}"),
        said("p", f"Why: {words.because(report)}"),
        said("p", words.about(report.document), class_="about"),
        class_=f"verdict {report.verdict.value}",
    )


def _cue(report: Report, cue: Cue, name: str) -> Markup:
    """Return one cue with its place and whether it was answered."""
    answered = f" ({words.ANSWERED[cue.answered]})" if cue.answered in words.ANSWERED else ""
    title = words.CUES.get(cue.id, words.spoken(cue.id))
    where = said("span", f" {place(report.document, cue.start)}", class_="small")
    return element(name, said("strong", title), text(f": “{cue.text}”{answered}"), where)


def _duties(report: Report) -> Markup:
    """Return missing statements, required ones first."""
    return join(
        (
            _listed("Required, and may be missing", (_duty(d) for d in missing_duties(report, True))),
            _listed("Good practice, not required", (_duty(d) for d in missing_duties(report, False))),
        )
    )


def _duty(duty: Duty) -> Markup:
    """Return a missing statement, why it matters and the sentence to add."""
    return element(
        "li",
        said("strong", words.DUTIES.get(duty.id, words.spoken(duty.id))),
        said("p", duty.why, class_="small") if duty.why and duty.required else NOTHING,
        said("p", f"Add: “{duty.suggestion}”") if duty.suggestion else NOTHING,
    )


def _rest(report: Report) -> Markup:
    """Return what the customer shows, what is done well, how it reads, what was not looked at."""
    document, done_well = report.document, words.strengths(report)
    return join(
        (
            _listed("What the customer shows", (_cue(report, cue, "li") for cue in other_cues(report))),
            _listed("Good", [said("li", f"The wording {done_well}.")] if done_well else []),
            _listed("Reading", [said("li", words.reading(report.reading))] if report.reading else []),
            _listed("Not checked", (said("li", skipped) for skipped in unchecked(document))),
            _listed("Notes", (said("li", warning) for warning in document.warnings)),
            _listed(
                f"Ignored: {words.count(len(report.ignored), 'finding')} set aside by a person",
                (
                    said("li", f"“{one.finding.text}” ({one.finding.category.value}): {one.reason}")
                    for one in report.ignored
                ),
            ),
        )
    )


def _explained(report: Report) -> Markup:
    """Return how the decisions came about, and the rewordings the guard refused."""
    said_there = report.document.text
    steps = (
        said("li", f"{step.step}: “{said_there[step.start : step.end]}”: {step.detail}")
        for step in report.trace
    )
    refused = (said("li", f"“{refusal.text}”: {refusal.reason}") for refusal in report.refusals)
    return join((_listed("How it was decided", steps), _listed("Rewordings that were refused", refused)))


def _listed(title: str, items: Iterable[Markup]) -> Markup:
    """Return a heading and a list, or nothing where the list is empty."""
    held = tuple(items)
    return join((said("h3", title), element("ul", *held))) if held else NOTHING
