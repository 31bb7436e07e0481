"""SARIF 2.1.0: required properties, places that can be found again, levels."""

import json
import os
from dataclasses import replace
from typing import Any

import pytest

from tonecheck.core.finding import Finding
from tonecheck.core.taxonomy import Certainty, Severity
from tonecheck.writers.base import Outcome
from tonecheck.writers.registry import load
from tonecheck.writers.sarif_results import level, message, uri

from .conftest import LETTER, letter_report


def run_of(*outcomes: Outcome) -> dict[str, Any]:
    log = json.loads("".join(load("sarif").write(outcomes)))
    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("sarif-2.1.0.json")
    (run,) = log["runs"]
    assert isinstance(run, dict)
    return run


def test_run_has_what_sarif_requires(letter: Outcome, call: Outcome, failed: Outcome) -> None:
    run = run_of(letter, call, failed)
    driver = run["tool"]["driver"]
    assert (driver["name"], driver["version"], run["columnKind"]) == (
        "tonecheck",
        "0.1.0",
        "unicodeCodePoints",
    )
    ids = [rule["id"] for rule in driver["rules"]]
    assert len(ids) == len(set(ids))
    for result in run["results"]:
        assert result["message"]["text"]
        assert ids[result["ruleIndex"]] == result["ruleId"]
        assert result["level"] in ("error", "warning", "note")


def test_rules_are_named_after_their_origin(letter: Outcome) -> None:
    ids = [result["ruleId"] for result in run_of(letter)["results"]]
    assert ids == [
        "uk.threat.sheriff",
        "uk.threat.sheriff",
        "uk.verify.county-court",
        "model/insult",
        "model/vague-menace",
        "uk.duty.free-advice",
    ]


def test_levels(letter: Outcome) -> None:
    results = run_of(letter)["results"]
    assert [result["level"] for result in results] == ["error", "error", "note", "note", "warning", "warning"]


def test_what_is_not_sure_is_never_an_error() -> None:
    found: Finding = letter_report().findings[0]
    assert level(found) == "error"
    assert level(replace(found, certainty=Certainty.UNSURE)) == "warning"
    assert level(replace(found, severity=Severity.MEDIUM)) == "warning"


def test_regions_are_lines_and_columns_of_the_file(letter: Outcome) -> None:
    lines = LETTER.split("\n")
    for result in run_of(letter)["results"][:4]:
        place = result["locations"][0]["physicalLocation"]
        region = place["region"]
        assert place["artifactLocation"]["uri"] == "drafts/first%20letter%20%C3%A9.txt"
        assert region["startLine"] == region["endLine"]
        line = lines[region["startLine"] - 1]
        assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == region["snippet"]["text"]


def test_the_first_suggestion_is_a_fix(letter: Outcome) -> None:
    first, _, asked, *_ = run_of(letter)["results"]
    (change,) = first["fixes"][0]["artifactChanges"]
    (replacement,) = change["replacements"]
    assert replacement["deletedRegion"] == {"startLine": 2, "startColumn": 1, "endLine": 2, "endColumn": 88}
    assert replacement["insertedContent"]["text"].startswith("The balance of £412.50")
    assert "Fill in: date" in first["fixes"][0]["description"]["text"]
    assert "fixes" not in asked


def test_a_text_that_is_not_the_file_has_offsets_and_its_place_in_words(anchored: Outcome) -> None:
    first = run_of(anchored)["results"][0]
    region = first["locations"][0]["physicalLocation"]["region"]
    assert LETTER[region["charOffset"] :][: region["charLength"]] == region["snippet"]["text"]
    assert "startLine" not in region
    assert first["message"]["text"].startswith("Page 2: ")
    assert "fixes" not in first


def test_fingerprints_are_the_ids(letter: Outcome) -> None:
    found = letter_report().findings[0]
    assert run_of(letter)["results"][0]["partialFingerprints"] == {"tonecheckFindingId/v1": found.id}


def test_missing_required_statements_are_results(letter: Outcome) -> None:
    last = run_of(letter)["results"][-1]
    assert "Free, independent advice: StepChange." in last["message"]["text"]
    assert "region" not in last["locations"][0]["physicalLocation"]


def test_ignored_findings_are_suppressed(letter: Outcome) -> None:
    ignored = run_of(letter)["results"][4]
    assert ignored["suppressions"] == [
        {"kind": "external", "status": "accepted", "justification": "agreed with Legal"}
    ]


def test_risk_of_self_harm_is_the_first_result(call: Outcome) -> None:
    first = run_of(call)["results"][0]
    assert first["ruleId"] == "cue/self-harm-risk"
    assert "Stop collecting now" in first["message"]["text"]


def test_errors_are_notifications(letter: Outcome, failed: Outcome) -> None:
    assert run_of(letter)["invocations"] == [{"executionSuccessful": True}]
    (invocation,) = run_of(letter, failed)["invocations"]
    (notification,) = invocation["toolExecutionNotifications"]
    assert invocation["executionSuccessful"] is False
    assert notification["message"]["text"] == failed.error
    assert (
        notification["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        == "%3Cb%3Eold%3C/b%3E.doc"
    )


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("a b/ü#1.txt", "a%20b/%C3%BC%231.txt"),
        ("c:d.txt", "c%3Ad.txt"),
        (os.path.join(os.getcwd(), "x.txt"), "x.txt"),
        ("/nowhere/x.txt", "file:///nowhere/x.txt"),
        ("\udcff.txt", "%FF.txt"),
        ("\ud800.txt", "%ED%A0%80.txt"),
    ],
)
def test_uri(name: str, written: str) -> None:
    assert uri(name) == written


def test_braces_of_templates_are_no_arguments() -> None:
    assert message("{{balance}}") == {"text": "{{{{balance}}}}"}
