"""`tonecheck rules`: look at the rulebook, and write its pages."""

from pathlib import Path
from typing import Any

import click

from tonecheck.cli.check import one_of
from tonecheck.cli.files import emit
from tonecheck.core.errors import UnknownNameError
from tonecheck.core.taxonomy import JURISDICTIONS
from tonecheck.rulebook.loader import load
from tonecheck.rulebook.pages import page, pages


@click.command()
@click.argument("rule_id", required=False, metavar="[RULE]")
@click.option(
    "--jurisdiction",
    callback=one_of("jurisdiction", JURISDICTIONS),
    metavar="NAME",
    help="Only what holds there.",
)
@click.option("--category", metavar="NAME", help="Only this category, cue, strength, statutory or duty.")
@click.option("--json", "as_json", is_flag=True, help="As JSON, one rule a line.")
@click.option(
    "--write-docs", type=click.Path(path_type=Path), metavar="FOLDER", help="Write the rules' pages."
)
def rules(
    rule_id: str | None,
    jurisdiction: str | None,
    category: str | None,
    as_json: bool,
    write_docs: Path | None,
) -> int:
    """List the rules, or show one with its reasons, sources and examples.

    \b
    Examples:
      tonecheck rules
      tonecheck rules --jurisdiction uk --category threatening
      tonecheck rules uk.threat.bailiff
      tonecheck rules --json > rules.jsonl
    """
    rulebook = load()
    if write_docs is not None:
        write_docs.mkdir(parents=True, exist_ok=True)
        for name, text in pages(rulebook).items():
            (write_docs / name).write_text(text, encoding="utf-8")
        return 0
    if rule_id is not None:
        if rule_id not in rulebook.by_id:
            raise UnknownNameError("rule", rule_id, list(rulebook.by_id))
        entry = rulebook.by_id[rule_id]
        emit([entry.model_dump_json(exclude_none=True) + "\n" if as_json else page(entry)])
        return 0
    packs = rulebook.holding(jurisdiction) if jurisdiction else None
    for entry in rulebook.entries:
        row: dict[str, Any] = entry.model_dump(mode="json", exclude_none=True)
        kind = row.get("category", row["kind"])
        if (packs and entry.jurisdiction not in packs) or (
            category and category not in (kind, row.get("subtype"), row.get("name"), row["kind"])
        ):
            continue
        if as_json:
            emit([entry.model_dump_json(exclude_none=True) + "\n"])
        else:
            detail = row.get("message") or row.get("name", "")
            severity, action = row.get("severity", ""), row.get("action", row["kind"])
            emit([f"{entry.id:<48} {severity:<7} {action:<9} {detail}\n"])
    return 0
