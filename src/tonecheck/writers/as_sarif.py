"""Report to text: SARIF 2.1.0 for code scanning and editors."""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from tonecheck.core.report import Versions
from tonecheck.writers.base import Outcome, Style
from tonecheck.writers.plain import to_json
from tonecheck.writers.sarif_results import Result, Rule, message, results, uri

SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"


class SarifWriter:
    """Writes one run: findings and missing required statements as results, failed files as notifications."""

    name = "sarif"

    def __init__(self, style: Style) -> None:
        self._style = style

    def write(self, outcomes: Iterable[Outcome]) -> Iterator[str]:
        """See Writer.write. Waits for all outcomes: the rules come before the results."""
        rules: dict[str, Rule] = {}
        found: list[Result] = []
        failed: list[dict[str, Any]] = []
        versions: Versions | None = None
        for outcome in outcomes:
            if outcome.report is None:
                failed.append(_notification(outcome))
                continue
            versions = versions or outcome.report.versions
            for rule, result in results(outcome.name, outcome.report):
                rules.setdefault(rule["id"], rule)
                index = list(rules).index(rule["id"])
                found.append({"ruleId": result.pop("ruleId"), "ruleIndex": index, **result})
        invocation: dict[str, Any] = {"executionSuccessful": not failed}
        if failed:
            invocation["toolExecutionNotifications"] = failed
        run = {
            "tool": {"driver": _driver(versions, list(rules.values()))},
            "columnKind": "unicodeCodePoints",
            "invocations": [invocation],
            "results": found,
        }
        yield to_json({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _driver(versions: Versions | None, rules: list[Rule]) -> dict[str, Any]:
    """Return what made the run."""
    driver: dict[str, Any] = {"name": "tonecheck"}
    if versions:
        driver["version"] = versions.tonecheck
        driver["properties"] = {"model": versions.model, "rulebook": versions.rulebook}
    return {**driver, "rules": rules}


def _notification(outcome: Outcome) -> dict[str, Any]:
    """Return why a file was not checked."""
    location = {"physicalLocation": {"artifactLocation": {"uri": uri(outcome.name)}}}
    return {"level": "error", "message": message(outcome.error or ""), "locations": [location]}
