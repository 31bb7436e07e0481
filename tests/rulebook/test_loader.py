"""A faulty rule file is named with its line, and nothing of it is used."""

import shutil
from pathlib import Path

import pytest

from tonecheck.rulebook.loader import FOLDER, RulebookError, load

GOOD = """- id: us.threat.sample
  kind: phrase
  category: threatening
  subtype: vague-menace
  severity: low
  action: remove
  message: m
  why: w
  sources: [{citation: c, checked: memory}]
  phrases: [or else]
  flags: [Pay or else.]
  passes: [Somewhere else.]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("words.yml", "subtypes.yml"):
        shutil.copyfile(FOLDER / name, tmp_path / name)
    (tmp_path / "us").mkdir()
    return tmp_path


def test_a_good_file_loads(folder: Path) -> None:
    (folder / "us" / "threatening.yml").write_text(GOOD)
    rulebook = load(folder)
    assert [entry.id for entry in rulebook.entries] == ["us.threat.sample"]
    assert rulebook.entries[0].jurisdiction == "us"


@pytest.mark.parametrize(
    "key", ["flags", "passes", "sources", "message", "why", "severity", "action", "category"]
)
def test_a_rule_without_it_does_not_load(folder: Path, key: str) -> None:
    lines = [line for line in GOOD.splitlines() if not line.startswith(f"  {key}:")]
    (folder / "us" / "threatening.yml").write_text("# a comment\n" + "\n".join(lines))
    with pytest.raises(RulebookError, match=rf"threatening\.yml, line 2: us\.threat\.sample: '{key}'"):
        load(folder)


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("kind: phrase", "kind: regex", "kind 'regex' is none of"),
        ("id: us.threat.sample", "id: uk.threat.sample", "must start with 'us.'"),
        ("subtype: vague-menace", "subtype: insult", "is not one of category"),
        ("severity: low", "severity: grave", "severity"),
        ("phrases: [or else]", "phrases: [or else]\n  surprise: 1", "surprise"),
        ("phrases: [or else]", "phrases: []", "one of 'phrases' or 'pattern' is needed"),
        ("phrases: [or else]", "phrases: [or else]\n  pattern: ['<nothing> x']", "no word class '<nothing>'"),
        ("phrases: [or else]", "phrases: [or else]\n  pattern: ['a? ..3']", "no token that must be there"),
        ("phrases: [or else]", "phrases: [or else]\n  jurisdiction: us", "drop the key"),
        ("flags: [Pay or else.]", "flags: [", "not YAML"),
    ],
)
def test_a_fault_is_named(folder: Path, old: str, new: str, problem: str) -> None:
    (folder / "us" / "threatening.yml").write_text(GOOD.replace(old, new))
    with pytest.raises(RulebookError, match=r"threatening\.yml, line \d+: ") as caught:
        load(folder)
    assert problem in str(caught.value)


def test_an_id_is_given_once(folder: Path) -> None:
    (folder / "us" / "threatening.yml").write_text(GOOD)
    (folder / "us" / "zz.yml").write_text(GOOD)
    with pytest.raises(RulebookError, match=r"zz\.yml, line 1: id 'us\.threat\.sample' is already in"):
        load(folder)


def test_a_folder_is_a_jurisdiction(folder: Path) -> None:
    (folder / "mars").mkdir()
    with pytest.raises(RulebookError, match="no jurisdiction"):
        load(folder)


def test_the_shipped_rulebook() -> None:
    rulebook = load()
    assert len(rulebook.entries) >= 120
    assert {entry.jurisdiction for entry in rulebook.entries} >= {"any", "us", "uk", "au", "ca", "eu"}
    assert rulebook.holding("ie") == ("any", "ie", "eu")
    assert rulebook.holding("any") == ("any",)
