"""A corpus line that breaks the format stops training, with file and line; the shipped corpus has none."""

import json
from pathlib import Path

import pytest

from tonecheck.training.dataset import CorpusError, counts, load
from tonecheck.training.split import SplitError, load_split

DATA = Path(__file__).parents[2] / "data"
GOOD = {
    "id": "x-1",
    "text": "Pay or else.",
    "channel": "sms",
    "jurisdiction": "uk",
    "role": "agent",
    "labels": ["threatening"],
    "subtypes": ["vague-menace"],
    "spans": [[4, 11, "threatening/vague-menace"]],
}


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"channel": "fax"}, "unknown channel 'fax'"),
        ({"jurisdiction": "mars"}, "unknown jurisdiction"),
        ({"labels": ["rude"]}, "unknown labels"),
        ({"subtypes": ["insult"]}, "labels and the categories of subtypes differ"),
        ({"spans": [[4, 99, "threatening/vague-menace"]]}, "outside the text"),
        ({"spans": [[4, 11, "harsh/insult"]]}, "not among the subtypes"),
        ({"text": None}, "no string"),
        ({"id": None}, "key 'id' is missing"),
    ],
)
def test_a_bad_line_is_named(tmp_path: Path, change: dict[str, object], problem: str) -> None:
    row = {**GOOD, **change}
    if change == {"id": None}:
        del row["id"]
    path = tmp_path / "batch.jsonl"
    path.write_text(json.dumps(GOOD) + "\n" + json.dumps(row) + "\n")
    with pytest.raises(CorpusError, match="line 2") as caught:
        load([path])
    assert problem in str(caught.value)


def test_what_is_no_json_is_named(tmp_path: Path) -> None:
    path = tmp_path / "batch.jsonl"
    path.write_text("{\n")
    with pytest.raises(CorpusError, match=r"batch\.jsonl, line 1: not JSON"):
        load([path])


def test_the_corpus_keeps_the_format() -> None:
    split = load_split(DATA)
    ids = [item.id for part in (split.train, split.late, split.calibrate, split.test) for item in part]
    assert len(ids) == len(set(ids))
    assert len(split.train) > 9000
    groups = [{item.group for item in part} for part in (split.train, split.calibrate, split.test)]
    assert not groups[0] & (groups[1] | groups[2])
    assert not groups[1] & groups[2]


def test_text_in_two_parts_is_refused(tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir()
    for name in "ab":
        (tmp_path / "corpus" / f"{name}.jsonl").write_text(json.dumps({**GOOD, "id": name}) + "\n")
    (tmp_path / "splits.json").write_text('{"train": ["a"], "calibrate": [], "test": ["b"]}')
    with pytest.raises(SplitError, match="says the same"):
        load_split(tmp_path)


def test_counts(tmp_path: Path) -> None:
    path = tmp_path / "batch.jsonl"
    path.write_text(
        json.dumps(GOOD) + "\n" + json.dumps({**GOOD, "labels": [], "subtypes": [], "spans": []}) + "\n"
    )
    assert counts(load([path]))["label"] == {"none": 1, "threatening": 1}
