"""Report to text: CSV for spreadsheets, one row a finding."""

import csv
from collections.abc import Iterable, Iterator, Mapping
from io import StringIO
from typing import Final

from tonecheck.core.finding import Finding
from tonecheck.core.report import Cue, Report
from tonecheck.writers import words
from tonecheck.writers.as_dict import PLACES
from tonecheck.writers.base import Outcome, Style
from tonecheck.writers.cards import place, safety_cues
from tonecheck.writers.plain import printable

COLUMNS: Final = (
    "file",
    "place",
    "turn",
    "speaker",
    "start_ms",
    "category",
    "subtypes",
    "action",
    "severity",
    "score",
    "certainty",
    "text",
    "message",
    "sources",
    "suggestion",
    "id",
)

FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""Beginnings of a cell that a spreadsheet may run as a formula."""

ERROR: Final = "error"
CUE: Final = "customer-cue"
"""Categories of rows that are no finding: a file that was not checked, somebody in danger."""


def guarded(cell: object) -> str:
    """Return a cell as text that no spreadsheet runs and UTF-8 can hold."""
    raw = "" if cell is None else str(cell)
    return ("'" if raw.startswith(FORMULA) else "") + printable(raw)


class CsvWriter:
    """Writes one row a finding; a risk of self-harm comes first, a file without a report is a row too."""

    name = "csv"

    def __init__(self, style: Style) -> None:
        self._style = style

    def write(self, outcomes: Iterable[Outcome]) -> Iterator[str]:
        """See Writer.write."""
        yield _line(COLUMNS)
        for outcome in outcomes:
            for row in _rows(outcome):
                yield _line([guarded(row.get(column)) for column in COLUMNS])


def _line(cells: Iterable[str]) -> str:
    """Return a row of CSV."""
    file = StringIO(newline="")
    csv.writer(file, lineterminator="\n").writerow(cells)
    return file.getvalue()


def _rows(outcome: Outcome) -> Iterator[Mapping[str, object]]:
    """Yield the rows of one file."""
    report = outcome.report
    if report is None:
        yield {"file": outcome.name, "category": ERROR, "message": outcome.error}
        return
    for cue in safety_cues(report):
        yield {"file": outcome.name, **_where(report, cue.start), **_cue(cue)}
    for finding in report.findings:
        yield {"file": outcome.name, **_where(report, finding.start), **_finding(finding)}


def _where(report: Report, offset: int) -> dict[str, object]:
    """Return the cells about a place; `turn` is the id of the Report JSON, from 0."""
    turn = report.document.turn_at(offset)
    return {
        "place": place(report.document, offset),
        "turn": turn.id if turn else None,
        "speaker": turn.speaker if turn else None,
        "start_ms": turn.start_ms if turn else None,
    }


def _cue(cue: Cue) -> dict[str, object]:
    return {"category": CUE, "subtypes": cue.id, "text": cue.text, "message": words.SAFETY}


def _finding(finding: Finding) -> dict[str, object]:
    """Return the cells about a finding; `suggestion` is the text that replaces, best first."""
    best = finding.suggestions[0] if finding.suggestions else None
    removes = best is not None and not best.text.strip()
    return {
        "category": finding.category.value,
        "subtypes": " ".join(finding.subtypes),
        "action": finding.action.value,
        "severity": finding.severity.value,
        "score": round(finding.score, PLACES),
        "certainty": finding.certainty.value,
        "text": finding.text,
        "message": finding.message,
        "sources": "; ".join(words.source(source) for source in finding.sources),
        "suggestion": "(leave out)" if removes else best.text if best else None,
        "id": finding.id,
    }
