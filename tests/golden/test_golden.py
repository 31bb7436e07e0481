"""Sample letters and calls in, reports out; `make golden` rewrites them, and the diff is read.

The golden reports are the rulebook's alone, to the letter: an int8 network's last digits differ between
processors. What the whole checker must and must not say of the same samples is in expectations.yml.
"""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from tonecheck.checker import Checker
from tonecheck.readers import read
from tonecheck.writers.as_dict import report_to_dict

HERE = Path(__file__).parent
SAMPLES = sorted(path for path in (HERE / "samples").glob("*/*") if path.is_file())
EXPECTED: dict[str, dict[str, Any]] = yaml.safe_load((HERE / "expectations.yml").read_text(encoding="utf-8"))


def options(path: Path) -> tuple[str, tuple[str, ...]]:
    """Return the jurisdiction, from the first part of the name, and the agents of a sample."""
    agents = EXPECTED[path.name].get("agents", ())
    return path.name.split("-")[0], tuple(agents)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_report(path: Path, rules_only: Checker, request: pytest.FixtureRequest) -> None:
    jurisdiction, agents = options(path)
    document = read(str(path), agents=agents)
    report = report_to_dict(rules_only.check(document, jurisdiction=jurisdiction))
    # Versions are hashes of everything; a golden report is to change only where what it says does.
    del report["versions"]
    for finding in report["findings"]:
        for origin in finding["origin"]:
            del origin["version"]
    golden = HERE / "reports" / f"{path.name}.json"
    text = json.dumps(report, indent=1, ensure_ascii=False, sort_keys=False) + "\n"
    if request.config.getoption("--golden"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8"), "run `make golden` and read the diff"


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_offsets_lead_to_the_words(path: Path, checker: Checker) -> None:
    jurisdiction, agents = options(path)
    document = read(str(path), agents=agents)
    report = checker.check(document, jurisdiction=jurisdiction)
    assert report.document.text == document.text
    for part in (*report.findings, *report.cues, *report.strengths):
        assert document.text[part.start : part.end] == part.text
    for finding in report.findings:
        turn = report.document.turn_at(finding.start)
        assert turn is not None
        assert turn.role.judged


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_expectations(path: Path, checker: Checker) -> None:
    jurisdiction, agents = options(path)
    expected = EXPECTED[path.name]
    report = checker.check(read(str(path), agents=agents), jurisdiction=jurisdiction)
    if "verdict" in expected:
        assert report.verdict in expected["verdict"].split()
    for category, quotes in expected.get("finds", {}).items():
        for quote in quotes:
            assert any(
                quote in report.document.text[f.start - 200 if f.start > 200 else 0 : f.end + 200]
                and f.category == category
                for f in report.findings
            ), f"{category}: {quote}"
    if expected.get("clean"):
        known = tuple(expected.get("known_false_alarms", ()))
        assert [f.text for f in report.findings if f.sure and not (known and f.text.startswith(known))] == []
    for cue in expected.get("cues", ()):
        assert cue in {found.id for found in report.cues}
