"""`tonecheck reword`: the whole text reworded, with a diff; or sentence by sentence as JSONL."""

import difflib
import json
import sys
from collections.abc import Iterable, Iterator
from typing import Any

import click

from tonecheck.cli.check import one_of
from tonecheck.cli.files import document, emit
from tonecheck.cli.score import lines_of, parsed
from tonecheck.core.errors import ToneCheckError
from tonecheck.core.report import Report
from tonecheck.core.suggestion import Suggestion
from tonecheck.core.taxonomy import JURISDICTIONS, KINDS, Action
from tonecheck.rewording.whole import apply, chosen
from tonecheck.settings import Settings


@click.command()
@click.argument("file", metavar="FILE")
@click.option("--jsonl", is_flag=True, help="Read lines of id and text, answer lines of id and suggestions.")
@click.option("--kind", callback=one_of("kind", KINDS), metavar="NAME", help="What the text is.")
@click.option(
    "--jurisdiction",
    default="any",
    show_default=True,
    callback=one_of("jurisdiction", JURISDICTIONS),
    metavar="NAME",
    help="Whose rules hold beside the common ones.",
)
@click.option("--agent", "agents", multiple=True, metavar="NAME", help="Who the agent is in a transcript.")
@click.option("--diff/--no-diff", default=True, help="Show what changed below the text.")
@click.option("--color/--no-color", default=None, help="Colour, whatever the terminal says.")
def reword(
    file: str,
    jsonl: bool,
    kind: str | None,
    jurisdiction: str,
    agents: tuple[str, ...],
    diff: bool,
    color: bool | None,
) -> int:
    """Show the whole text with its offending sentences reworded ('-' is standard input).

    Every rewording keeps the facts and was checked again; what is only yours to know is left as a gap
    such as [date]. Questions ("send this only if it is true") and sentences without a safe rewording
    are listed, not touched. For a call it shows what could have been said.

    \b
    Examples:
      tonecheck reword letter.txt
      tonecheck reword letter.txt --no-diff > letter-new.txt
      tonecheck reword call.txt --agent Jane
      echo '{"id": 1, "text": "Stop making excuses and pay."}' | tonecheck reword - --jsonl

    \b
    A line out: {"id": 1, "suggestions": [{"text", "action", "why", "keeps", "needs_input", "scores_after"}]}
    """
    if jsonl:
        emit(_lines(lines_of(file), jurisdiction))
        return 0
    from tonecheck.assemble import checker

    settings = Settings.from_environment()
    text = document(file, kind=kind, agents=agents, format=None, limit=settings.limit_bytes)
    report = checker(settings).check(text, jurisdiction=jurisdiction, scope="fragment")
    if color is None:
        color = sys.stdout.isatty()
    emit(f"{line}\n" for line in (_said(report) if text.is_transcript else _letter(report, diff, color)))
    return 0


def _letter(report: Report, diff: bool, color: bool) -> Iterator[str]:
    """Tell the reworded text, what changed, what to fill in and what is left."""
    before = report.document.text
    after = apply(before, chosen(report.findings))
    yield after
    if not diff:
        return
    yield ""
    yield "-" * 60
    if before == after:
        yield "Nothing was reworded."
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), "before", "after", lineterm="", n=0)
    for line in lines:
        shade = "red" if line[:1] == "-" else "green" if line[:1] == "+" else None
        yield click.style(line, fg=shade) if color and shade else line
    gaps = list(dict.fromkeys(gap for s in chosen(report.findings) for gap in s.needs_input))
    if gaps:
        yield f"To fill in before sending: {', '.join(f'[{gap}]' for gap in gaps)}"
    yield from _left(report)


def _left(report: Report) -> Iterator[str]:
    """Tell what was not reworded and why a person has to look."""
    for finding in report.findings:
        words = " ".join(finding.text.split())
        where = report.document.where(finding.start)
        if finding.action is Action.VERIFY:
            yield f'Only if it is true ({where}): "{words}": {finding.message}'
        elif not finding.suggestions:
            yield f'No safe rewording ({where}): "{words}": {finding.message}'


def _said(report: Report) -> Iterator[str]:
    """Tell, turn by turn, what was said and what could have been said."""
    text = report.document.text
    for suggestion in chosen(report.findings):
        turn = report.document.turn_at(suggestion.start)
        speaker = turn.speaker if turn and turn.speaker else "Agent"
        yield f"{report.document.where(suggestion.start)}, {speaker}"
        yield f"  Said:                 {' '.join(text[suggestion.start : suggestion.end].split())}"
        yield f"  Could have been said: {suggestion.text or '(nothing: leave it out)'}"
        yield ""
    if not chosen(report.findings):
        yield "Nothing to reword."
    yield from _left(report)


def _lines(lines: Iterable[bytes], jurisdiction: str) -> Iterator[str]:
    from tonecheck.assemble import checker

    rewriter = checker()
    for identity, row, fault in parsed(lines):
        answer: dict[str, Any] = {"id": identity}
        if row is None:
            answer["error"] = fault
        else:
            try:
                suggestions = rewriter.reword(
                    row["text"],
                    kind=row.get("channel") or "letter",
                    jurisdiction=row.get("jurisdiction") or jurisdiction,
                    context=row.get("context") or "",
                )
                answer["suggestions"] = [_plain(s) for s in suggestions]
            except ToneCheckError as error:
                answer["error"] = str(error)
        yield json.dumps(answer, ensure_ascii=False) + "\n"


def _plain(suggestion: Suggestion) -> dict[str, Any]:
    return {
        "text": suggestion.text,
        "action": suggestion.action,
        "why": suggestion.why,
        "keeps": list(suggestion.keeps),
        "needs_input": list(suggestion.needs_input),
        "scores_after": dict(suggestion.scores_after),
    }
