"""`tonecheck check`: report on drafts and transcripts."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import click

from tonecheck.cli.files import document, emit, progress
from tonecheck.core.errors import ToneCheckError, UnknownNameError
from tonecheck.core.report import Report
from tonecheck.core.taxonomy import JURISDICTIONS, KINDS, Severity
from tonecheck.settings import Settings
from tonecheck.triage import baseline as baselines
from tonecheck.triage import ignores
from tonecheck.writers.base import Outcome, Style
from tonecheck.writers.registry import WRITERS, load

FAIL_ON = (*Severity, "never")


def one_of(what: str, known: tuple[str, ...]) -> "Callable[[Any, Any, str | None], str | None]":
    """Return a click callback that accepts the `known` names and suggests the nearest."""

    def callback(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
        if value is not None and value not in known:
            raise UnknownNameError(what, value, [str(name) for name in known])
        return value

    return callback


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option(
    "--format",
    "form",
    default="terminal",
    show_default=True,
    callback=one_of("format", tuple(WRITERS)),
    metavar="NAME",
    help=f"How to answer: {', '.join(WRITERS)}.",
)
@click.option(
    "--kind",
    callback=one_of("kind", KINDS),
    metavar="NAME",
    help=f"What the text is, if it is not recognised: {', '.join(KINDS)}.",
)
@click.option(
    "--jurisdiction",
    default="any",
    show_default=True,
    callback=one_of("jurisdiction", JURISDICTIONS),
    metavar="NAME",
    help=f"Whose rules hold beside the common ones: {', '.join(JURISDICTIONS[1:])}.",
)
@click.option(
    "--agent", "agents", multiple=True, metavar="NAME", help="Who the agent is in a transcript; repeatable."
)
@click.option(
    "--fail-on",
    default="medium",
    show_default=True,
    callback=one_of("severity", FAIL_ON),
    metavar="SEVERITY",
    help="Exit with 1 if something sure is at least: low, medium, high; or never.",
)
@click.option(
    "--baseline",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="An earlier JSON report: what it held does not fail the run.",
)
@click.option("--explain", is_flag=True, help="Show how each decision came about, and refused rewordings.")
@click.option(
    "--fragment", is_flag=True, help="The text is a part of a document: ask for no required wording."
)
@click.option(
    "--from", "source_format", metavar="NAME", help="Read as this format instead of recognising it."
)
@click.option(
    "--ignore-file",
    type=click.Path(path_type=Path),
    default=ignores.FILE,
    show_default=True,
    help="What was set aside; see tonecheck ignore --help.",
)
@click.option(
    "--output", "-o", type=click.Path(path_type=Path), metavar="FILE", help="Write the answer there."
)
@click.option("--color/--no-color", default=None, help="Colour, whatever the terminal says.")
def check(
    files: tuple[str, ...],
    form: str,
    fail_on: str,
    baseline: Path | None,
    explain: bool,
    fragment: bool,
    ignore_file: Path,
    output: Path | None,
    color: bool | None,
    **reading: Any,
) -> int:
    """Report on letters, e-mails, text messages and call transcripts ('-' is standard input).

    \b
    Reads text, Markdown, HTML, .eml, DOCX, PDF with a text layer, text-message threads; calls as
    labelled text (Agent: ... / Customer: ...), WebVTT, SRT, WhisperX JSON, AWS Transcribe JSON.

    \b
    Examples:
      tonecheck check letter.txt
      tonecheck check letter.docx --jurisdiction uk --explain
      tonecheck check call.srt --agent SPEAKER_00 --jurisdiction us
      tonecheck check drafts/*.eml --format html -o report.html
      tonecheck check templates/*.md --format json > baseline.json
      tonecheck check templates/*.md --baseline baseline.json
      pbpaste | tonecheck check - --kind sms

    \b
    Exit status: 0 nothing sure at or above --fail-on; 1 something was; 2 a file could not be
    read or the call was wrong (other files still get their answer).
    """
    known = baselines.load(baseline) if baseline else None
    entries = ignores.load(ignore_file)
    outcomes = list(_outcomes(files, entries, known, explain, fragment, **reading))
    import shutil
    import sys

    terminal = output is None and sys.stdout.isatty()
    style = Style(
        color=terminal if color is None else color,
        width=min(shutil.get_terminal_size((88, 24)).columns, 100),
        explain=explain,
    )
    pieces = load(form, style).write(outcomes)
    if output is None:
        emit(pieces)
    else:
        output.write_bytes("".join(pieces).encode("utf-8", "backslashreplace"))
    for outcome in outcomes:
        if outcome.error is not None and (form != "terminal" or output is not None):
            click.echo(f"tonecheck: {outcome.error}", err=True)
    for entry in entries:
        if not entry.holds(date.today()):
            click.echo(
                f"tonecheck: ignore entry {entry.id} expired on {entry.until}; it no longer holds.", err=True
            )
    return status(outcomes, fail_on)


def _outcomes(
    files: tuple[str, ...],
    entries: tuple[ignores.Entry, ...],
    known: frozenset[str] | None,
    explain: bool,
    fragment: bool,
    *,
    kind: str | None,
    jurisdiction: str,
    agents: tuple[str, ...],
    source_format: str | None,
) -> Iterator[Outcome]:
    """Check each file; a fault costs only its own file."""
    settings = Settings.from_environment()
    from tonecheck.assemble import checker

    with progress(len(files), "checking") as advance:
        for file in files:
            try:
                text = document(
                    file, kind=kind, agents=agents, format=source_format, limit=settings.limit_bytes
                )
                report = checker(settings).check(
                    text,
                    jurisdiction=jurisdiction,
                    scope="fragment" if fragment else "document",
                    explain=explain,
                )
                report = ignores.set_aside(report, entries, file, date.today())
                if known is not None:
                    report = baselines.compare(report, known)
                yield Outcome(file, report, None)
            except ToneCheckError as error:
                message = str(error)
                yield Outcome(file, None, message if message.startswith(file) else f"{file}: {message}")
            advance()


def status(outcomes: list[Outcome], fail_on: str) -> int:
    """Return the exit status: 2 a fault, 1 a sure finding at or above `fail_on`, 0 otherwise."""
    if any(outcome.error is not None for outcome in outcomes):
        return 2
    return int(any(outcome.report is not None and _fails(outcome.report, fail_on) for outcome in outcomes))


def _fails(report: Report, fail_on: str) -> bool:
    if fail_on == "never":
        return False
    least = Severity(fail_on).rank
    return any(f.sure and f.severity.rank >= least and f.id not in report.known for f in report.findings)
