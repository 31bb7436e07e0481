"""CSV: one row a finding, and no cell that a spreadsheet would run."""

import csv
from io import StringIO

import pytest

from tonecheck.writers.as_csv import COLUMNS, guarded
from tonecheck.writers.base import Outcome
from tonecheck.writers.registry import load


def rows(*outcomes: Outcome) -> list[dict[str, str]]:
    text = "".join(load("csv").write(outcomes))
    return list(csv.DictReader(StringIO(text)))


def test_columns(empty: Outcome) -> None:
    assert "".join(load("csv").write([empty])) == ",".join(COLUMNS) + "\n"
    assert COLUMNS == (
        "file",
        "place",
        "turn",
        "speaker",
        "start_ms",
        "category",
        "subtypes",
        "action",
        "severity",
        "score",
        "certainty",
        "text",
        "message",
        "sources",
        "suggestion",
        "id",
    )


def test_one_row_a_finding(letter: Outcome) -> None:
    first, second, asked, unsure = rows(letter)
    assert (first["place"], first["category"], first["score"]) == ("Line 2", "threatening", "0.9971")
    assert first["sources"] == "CONC 7.3.18R (UK) (to be verified); CONC 7.3.2G (UK)"
    assert second["subtypes"] == "false-authority false-consequence"
    assert (asked["action"], asked["suggestion"]) == ("verify", "")
    assert (unsure["certainty"], unsure["suggestion"]) == ("unsure", "(leave out)")


def test_risk_of_self_harm_is_the_first_row(call: Outcome) -> None:
    danger, first, _ = rows(call)
    assert (danger["category"], danger["subtypes"], danger["turn"]) == ("customer-cue", "self-harm-risk", "1")
    assert (first["turn"], first["speaker"], first["start_ms"]) == ("2", "Lorna", "3671000")


def test_errors_are_rows(letter: Outcome, failed: Outcome) -> None:
    last = rows(letter, failed)[-1]
    assert (last["file"], last["category"]) == (failed.name, "error")
    assert last["message"] == f"'{failed.error}"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_formulas_are_guarded(start: str) -> None:
    assert guarded(f"{start}1").startswith("'")
    assert not guarded(f"a{start}1").startswith("'")


def test_guard_holds_in_the_file(letter: Outcome) -> None:
    assert rows(letter)[3]["text"].startswith("'=Stop wasting")
