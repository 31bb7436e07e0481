"""`tonecheck rules`: look at the rulebook; its pages in docs/ are what it says today."""

import json
from pathlib import Path

import pytest

from tonecheck.rulebook.loader import load
from tonecheck.rulebook.pages import pages

from .test_check import tonecheck

DOCS = Path(__file__).parents[2] / "docs" / "rules"


def test_lists_and_filters() -> None:
    everything = tonecheck("rules").stdout.decode().splitlines()
    british = (
        tonecheck("rules", "--jurisdiction", "uk", "--category", "threatening").stdout.decode().splitlines()
    )
    assert len(everything) == len(load().entries) >= 120
    assert 0 < len(british) < len(everything)
    assert not any(line.startswith("us.") for line in british)


def test_shows_one() -> None:
    text = tonecheck("rules", "any.threat.know-where-you-live").stdout.decode()
    assert "15 USC 1692d(1)" in text
    assert "Flags:" in text
    row = json.loads(tonecheck("rules", "any.threat.know-where-you-live", "--json").stdout)
    assert row["category"] == "threatening"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [(["any.threat.know-where-you-liv"], "did you mean"), (["--jurisdiction", "u"], "did you mean")],
)
def test_names_what_was_meant(arguments: list[str], words: str) -> None:
    done = tonecheck("rules", *arguments)
    assert done.returncode == 2
    assert words in done.stderr.decode() or "choose one of" in done.stderr.decode()


def test_the_pages_are_todays() -> None:
    written = {path.name: path.read_text(encoding="utf-8") for path in DOCS.glob("*.md")}
    assert written == pages(load()), "run `make docs`"
