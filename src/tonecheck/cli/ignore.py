"""`tonecheck ignore`: set a word, a place, a rule or a document aside, and take it back."""

from datetime import date, datetime
from pathlib import Path

import click

from tonecheck.core.errors import ToneCheckError
from tonecheck.triage import ignores


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--ignore-file",
    type=click.Path(path_type=Path),
    default=ignores.FILE,
    show_default=True,
    help="Where the decisions are kept; commit it beside your templates.",
)
@click.pass_context
def ignore(ctx: click.Context, ignore_file: Path) -> None:
    """Set findings aside, each with a reason and, if you like, a last day. Every decision can be undone.

    \b
    Examples:
      tonecheck ignore word "final demand" --reason "our product's name" --until 2027-06-30
      tonecheck ignore rule any.harsh.immediately --reason "agreed with compliance"
      tonecheck ignore place letter.txt 3f2a9c01d7e4 --reason "quoted from the court's own form"
      tonecheck ignore document drafts/old.txt --reason "no longer sent"
      tonecheck ignore list
      tonecheck ignore remove 9c1e02ab
    """
    ctx.obj = ignore_file


def _day(_: click.Context, __: click.Parameter, value: datetime | None) -> date | None:
    if value is not None and value.date() < date.today():
        raise ToneCheckError(f"{value.date()} is past; give a last day from today on, as 2027-06-30.")
    return value.date() if value else None


_REASON = click.option("--reason", required=True, help="Why; shown in every report.")
_UNTIL = click.option(
    "--until",
    type=click.DateTime(["%Y-%m-%d"]),
    callback=_day,
    metavar="DATE",
    help="Last day, as 2027-06-30.",
)
_FILE = click.option("--file", help="Only in this file.")


@ignore.command()
@click.argument("words")
@_FILE
@_REASON
@_UNTIL
@click.pass_obj
def word(path: Path, words: str, file: str | None, reason: str, until: date | None) -> None:
    """Set aside findings whose words are exactly these."""
    _add(path, ignores.Entry("word", words, reason, file, until))


@ignore.command()
@click.argument("rule_id")
@_FILE
@_REASON
@_UNTIL
@click.pass_obj
def rule(path: Path, rule_id: str, file: str | None, reason: str, until: date | None) -> None:
    """Set aside what a rule finds, or a duty it asks for."""
    from tonecheck.core.errors import UnknownNameError
    from tonecheck.core.taxonomy import DUTIES
    from tonecheck.rulebook.loader import load

    known = [*load().by_id, *DUTIES]
    if rule_id not in known:
        raise UnknownNameError("rule", rule_id, known)
    _add(path, ignores.Entry("rule", rule_id, reason, file, until))


@ignore.command()
@click.argument("file")
@click.argument("finding_id")
@_REASON
@_UNTIL
@click.pass_obj
def place(path: Path, file: str, finding_id: str, reason: str, until: date | None) -> None:
    """Set aside one finding of one file, by the id that reports show."""
    _add(path, ignores.Entry("place", finding_id, reason, file, until))


@ignore.command()
@click.argument("file")
@_REASON
@_UNTIL
@click.pass_obj
def document(path: Path, file: str, reason: str, until: date | None) -> None:
    """Set aside everything in one file."""
    _add(path, ignores.Entry("document", "*", reason, file, until))


@ignore.command("list")
@click.pass_obj
def listed(path: Path) -> None:
    """List what is set aside."""
    entries = ignores.load(path)
    if not entries:
        click.echo(f"Nothing is set aside in {path}.")
    for entry in entries:
        place = f" in {entry.file}" if entry.file else ""
        until = f", until {entry.until}" if entry.until else ""
        expired = "" if entry.holds(date.today()) else " (expired)"
        click.echo(f"{entry.id}  {entry.what} {entry.value!r}{place}{until}{expired}: {entry.reason}")


@ignore.command()
@click.argument("entry_id")
@click.pass_obj
def remove(path: Path, entry_id: str) -> None:
    """Undo one decision, by the id that `list` shows."""
    entry = ignores.remove(path, entry_id)
    click.echo(f"Undone: {entry.what} {entry.value!r} counts again.")


def _add(path: Path, entry: ignores.Entry) -> None:
    ignores.add(path, entry)
    until = f" until {entry.until}" if entry.until else ""
    click.echo(
        f"Set aside{until}: {entry.what} {entry.value!r}. Undo with: tonecheck ignore remove {entry.id}"
    )
