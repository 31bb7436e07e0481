"""JSON and JSON lines: the contract's keys, in the contract's order."""

import json

import pytest

from tonecheck.writers.base import Outcome, Style
from tonecheck.writers.registry import load

from .conftest import LETTER, SHERIFF

KEYS = [
    "schema",
    "versions",
    "document",
    "verdict",
    "scores",
    "sentences",
    "findings",
    "duties",
    "reading",
    "strengths",
    "cues",
    "unchecked",
    "ignored",
    "known",
]
NESTED = {
    "document": ["kind", "language", "jurisdiction", "offset_unit", "warnings", "turns"],
    "versions": ["tonecheck", "model", "rulebook"],
    "scores": ["harsh", "misleading", "threatening"],
    "reading": ["grade", "longest_sentence_words"],
}
ITEMS = {
    "sentences": ["start", "end", "turn", "labels", "scores"],
    "findings": [
        "id",
        "start",
        "end",
        "text",
        "category",
        "subtypes",
        "action",
        "severity",
        "score",
        "certainty",
        "origin",
        "message",
        "why",
        "sources",
        "suggestions",
    ],
    "duties": ["id", "required", "state", "start", "end", "suggestion"],
    "strengths": ["id", "start", "end", "text", "turn"],
    "unchecked": ["start", "end", "reason"],
}


def written(name: str, *outcomes: Outcome, explain: bool = False) -> str:
    return "".join(load(name, Style(explain=explain)).write(outcomes))


def test_one_file_is_the_report_itself(letter: Outcome) -> None:
    report = json.loads(written("json", letter))
    assert list(report) == KEYS
    for name, keys in NESTED.items():
        assert list(report[name]) == keys
    for name, keys in ITEMS.items():
        assert list(report[name][0]) == keys


def test_inner_objects_follow_the_contract(letter: Outcome) -> None:
    found = json.loads(written("json", letter))["findings"][0]
    assert found["origin"][0] == {
        "kind": "rule",
        "id": "uk.threat.sheriff",
        "version": "2026.11",
        "score": 1.0,
    }
    assert found["sources"][0] == {"citation": "CONC 7.3.18R", "jurisdiction": "uk", "checked": "memory"}
    assert list(found["suggestions"][0]) == [
        "start",
        "end",
        "text",
        "action",
        "why",
        "scores_after",
        "keeps",
        "needs_input",
    ]
    assert found["suggestions"][0]["scores_after"]["misleading"] == 0.0212
    assert found["score"] == 0.9971
    assert (found["text"], LETTER[found["start"] : found["end"]]) == (SHERIFF, SHERIFF)


def test_turns_and_cues(call: Outcome) -> None:
    report = json.loads(written("json", call))
    assert report["document"]["offset_unit"] == "codepoint"
    assert list(report["document"]["turns"][2]) == [
        "id",
        "speaker",
        "role",
        "role_source",
        "start",
        "end",
        "start_ms",
        "end_ms",
        "where",
    ]
    assert report["document"]["turns"][2]["start_ms"] == 3_671_000
    assert report["document"]["turns"][2]["role_source"] == "guessed"
    assert list(report["cues"][1]) == ["id", "start", "end", "text", "turn", "answered"]
    assert report["reading"] is None


def test_ignored_and_known_come_after_the_contract(letter: Outcome) -> None:
    report = json.loads(written("json", letter))
    assert report["ignored"][0]["reason"] == "agreed with Legal"
    assert report["ignored"][0]["finding"]["id"] == "id-ignored"
    assert report["known"] == [report["findings"][3]["id"]]


@pytest.mark.parametrize("name", ["json", "jsonl"])
def test_explain_adds_trace_and_refusals(name: str, letter: Outcome) -> None:
    explained = json.loads(written(name, letter, explain=True))
    report = explained if name == "json" else explained["report"]
    assert list(report) == [*KEYS, "trace", "refusals"]
    assert report["refusals"] == [{"text": "Pay £500.", "reason": "amount £412.50 is lost"}]


def test_several_files_are_an_array(letter: Outcome, call: Outcome, failed: Outcome) -> None:
    made = json.loads(written("json", letter, call, failed))
    assert [list(item) for item in made] == [["file", "report"], ["file", "report"], ["file", "error"]]
    assert made[0]["report"] == json.loads(written("json", letter))
    assert made[2]["error"].startswith("=old.doc")


def test_only_file_with_an_error_and_no_file(failed: Outcome) -> None:
    assert json.loads(written("json", failed)) == {"file": failed.name, "error": failed.error}
    assert json.loads(written("json")) == []


def test_characters_are_readable_and_surrogates_escaped(letter: Outcome) -> None:
    text = written("json", letter)
    assert "£412.50" in text
    assert "\\ud800" in text
    assert "\ud800" not in text
    assert json.loads(text)["findings"][3]["text"].count("\ud800") == 1


def test_lines_are_one_a_file_and_stream(letter: Outcome, failed: Outcome) -> None:
    pieces = load("jsonl").write([letter, failed])
    first = next(pieces)
    assert first.splitlines() == [first.rstrip("\n")]
    assert json.loads(first)["file"] == letter.name
    assert json.loads(next(pieces)) == {"file": failed.name, "error": failed.error}
