"""`tonecheck score`: JSONL in, JSONL out, one decision a line."""

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import click

from tonecheck.cli.files import STDIN, emit, progress
from tonecheck.core.errors import ToneCheckError
from tonecheck.core.taxonomy import Category


@click.command()
@click.argument("file", metavar="FILE")
def score(file: str) -> int:
    """Score texts as the sender's words ('-' is standard input).

    \b
    A line in:  {"id": "1", "text": "...", "context": "...", "channel": "sms", "jurisdiction": "uk"}
                (context, channel and jurisdiction may be left out)
    A line out: {"id": "1", "harsh": 0.01, "misleading": 0.02, "threatening": 0.97,
                 "labels": ["threatening"], "unsure": []}   or   {"id": "1", "error": "..."}

    The order is kept, a bad line costs only itself, and the exit status is 0.

    \b
    Examples:
      tonecheck score texts.jsonl > scores.jsonl
      echo '{"id": 1, "text": "Pay today or else."}' | tonecheck score -
    """
    emit(_lines(lines_of(file)))
    return 0


def lines_of(file: str) -> Iterator[bytes]:
    """Yield the lines of a file or of standard input, showing how far a long file is.

    Raise ToneCheckError where it cannot be opened.
    """
    if file == STDIN:
        yield from sys.stdin.buffer
        return
    try:
        with Path(file).open("rb") as stream:
            total = sum(1 for _ in stream)
            stream.seek(0)
            with progress(total, "lines") as advance:
                for line in stream:
                    yield line
                    advance()
    except OSError as error:
        raise ToneCheckError(
            f"{file}: {error.strerror}; check the name, or use - for standard input."
        ) from error


def parsed(lines: Iterable[bytes]) -> Iterator[tuple[Any, dict[str, Any] | None, str | None]]:
    """Yield id, object and fault of each line that is not blank."""
    for number, line in enumerate(lines, 1):
        text = line.decode("utf-8-sig" if number == 1 else "utf-8", "replace").strip()
        if not text:
            continue
        identity: Any = None
        try:
            row = json.loads(text)
            if not isinstance(row, dict):
                raise ValueError("not an object")
            identity = row.get("id")
            if not isinstance(row.get("text"), str):
                raise ValueError("'text' is missing or no string")
            for key in ("context", "channel", "jurisdiction"):
                if row.get(key) is not None and not isinstance(row[key], str):
                    raise ValueError(f"'{key}' is no string")
            yield identity, row, None
        except (ValueError, RecursionError) as error:
            yield identity, None, f"line {number}: {error}; write one JSON object with id and text a line."


def _lines(lines: Iterable[bytes]) -> Iterator[str]:
    from tonecheck.assemble import checker

    judge = checker()
    for identity, row, fault in parsed(lines):
        answer: dict[str, Any] = {"id": identity}
        if row is None:
            answer["error"] = fault
        else:
            try:
                decision = next(
                    iter(
                        judge.decisions(
                            [row["text"]],
                            [row.get("context") or ""],
                            channels=[row.get("channel") or "letter"],
                            jurisdictions=[row.get("jurisdiction") or "any"],
                        )
                    )
                )
                answer |= {str(c): round(decision.scores[c], 4) for c in Category}
                answer |= {"labels": list(decision.labels), "unsure": list(decision.unsure)}
            except ToneCheckError as error:
                answer["error"] = str(error)
        yield json.dumps(answer, ensure_ascii=False) + "\n"
