"""Report to text: what lines on a terminal are made of, with colours and without."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from rich.console import RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from tonecheck.core.taxonomy import Severity, Verdict
from tonecheck.writers.cards import Quote
from tonecheck.writers.plain import one_line

VERDICT_STYLES: Final = {
    Verdict.SEND: "green",
    Verdict.UNSURE: "cyan",
    Verdict.REVISE: "yellow",
    Verdict.STOP: "red",
}
SEVERITY_STYLES: Final = {Severity.LOW: "cyan", Severity.MEDIUM: "yellow", Severity.HIGH: "red"}
QUESTION_STYLE: Final = "cyan"
LABELS: Final = 8
"""Width of the column of labels ('Why', 'Instead')."""


@dataclass(frozen=True, slots=True)
class Ink:
    """Marks words so that they stand out; colour is never the only mark."""

    color: bool

    def quoted(self, quote: Quote, style: str = "") -> Text:
        """Return a sentence in quotation marks with its words underlined, or between asterisks."""
        text = Text("“" + quote.before)
        if self.color:
            text.append(quote.words, style=f"bold underline {style}".strip())
        else:
            text.append(f"**{quote.words}**")
        return text.append(quote.after + "”")

    def reworded(self, quote: Quote, slots: Iterable[str]) -> Text:
        """Return a rewording in quotation marks with the slots in it marked."""
        text = Text(f"“{(quote.before + quote.words + quote.after).strip()}”")
        for slot in slots:
            text.highlight_regex(re.escape(f"[{one_line(slot)}]"), "bold magenta underline")
        return text


def section(title: str, style: str = "bold") -> RenderableType:
    """Return the line that opens a section."""
    return Padding(Rule(Text(title, style=style), align="left", style="dim"), (1, 0, 0, 0))


def labelled(rows: Iterable[tuple[str, RenderableType]], indent: int = 4) -> RenderableType:
    """Return rows of a label and a text that wraps beside it."""
    table = Table.grid(padding=(0, 1))
    table.add_column(width=LABELS, style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    for label, text in rows:
        table.add_row(label, text)
    return Padding(table, (0, 0, 0, indent))


def bullets(items: Iterable[RenderableType], sign: str = "•", indent: int = 2) -> RenderableType:
    """Return a list whose items wrap beside their sign."""
    table = Table.grid(padding=(0, 1))
    table.add_column(width=1, no_wrap=True)
    table.add_column(overflow="fold")
    for item in items:
        table.add_row(sign, item)
    return Padding(table, (0, 0, 0, indent))
