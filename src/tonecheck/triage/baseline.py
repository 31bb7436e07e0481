"""An earlier JSON report as a baseline: what it already held is known, and does not fail a run."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from tonecheck.core.errors import ToneCheckError
from tonecheck.core.report import Report


class BaselineError(ToneCheckError):
    """A baseline that is no report of tonecheck."""


def load(path: Path) -> frozenset[str]:
    """Return the ids of all findings in a JSON or JSONL report of `tonecheck check`."""
    advice = f"make one with: tonecheck check FILE... --format json > {path}"
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise BaselineError(f"{path} cannot be read ({error.strerror}); {advice}") from error
    except UnicodeDecodeError as error:
        raise BaselineError(f"{path} is not UTF-8 text; {advice}") from error
    try:
        try:
            raw = json.loads(text)
        except ValueError:
            raw = [json.loads(line) for line in text.strip().splitlines()]
            if not raw:
                raise
        return frozenset(_ids(raw))
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise BaselineError(f"{path} is no report of tonecheck; {advice}") from error


def compare(report: Report, known: frozenset[str]) -> Report:
    """Mark the findings that the baseline already held."""
    return replace(report, known=tuple(f.id for f in report.findings if f.id in known))


def _ids(raw: Any) -> list[str]:
    rows = raw if isinstance(raw, list) else [raw]
    reports = [row.get("report", row) for row in rows if "error" not in row]
    return [finding["id"] for report in reports for finding in report["findings"]]
