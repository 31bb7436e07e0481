"""An earlier report is a baseline; anything else is refused in one line."""

import json
from pathlib import Path

import pytest

from tonecheck.triage.baseline import BaselineError, load

ONE = {"findings": [{"id": "a"}, {"id": "b"}]}


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        (json.dumps(ONE), {"a", "b"}),
        (json.dumps([{"file": "x", "report": ONE}, {"file": "y", "error": "gone"}]), {"a", "b"}),
        (
            json.dumps({"file": "x", "report": ONE}) + "\n" + json.dumps({"file": "y", "error": "e"}),
            {"a", "b"},
        ),
        ("[]", set()),
    ],
)
def test_reads_reports(tmp_path: Path, text: str, ids: set[str]) -> None:
    path = tmp_path / "baseline.json"
    path.write_text(text)
    assert load(path) == ids


@pytest.mark.parametrize("text", ["", "no report", "{}", "[1]", '{"findings": 3}'])
def test_refuses_the_rest(tmp_path: Path, text: str) -> None:
    path = tmp_path / "baseline.json"
    path.write_text(text)
    with pytest.raises(BaselineError, match="make one with"):
        load(path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(BaselineError, match="cannot be read"):
        load(tmp_path / "none.json")
