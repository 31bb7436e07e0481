"""The lean line format: marks become labels and spans, groups become documents and pairs, faults are all named."""

from pathlib import Path

import pytest

from tonecheck.training.dataset import item_of
from tonecheck.training.lean import main, read


def written(folder: Path, text: str) -> Path:
    path = folder / "x1.txt"
    path.write_text(text, encoding="utf-8")
    return path


def test_marks_become_labels_and_spans(tmp_path: Path) -> None:
    line = "If not, «exposure+shaming:we tell your boss», «pressure:now». :: acts=menace trap=euphemism"
    (row,), faults = read(written(tmp_path, f"@ single channel=sms jurisdiction=uk\n{line}\n"))
    assert not faults
    item = item_of(row, "x1")
    assert item.text == "If not, we tell your boss, now."
    assert [(item.text[s.start : s.end], s.subtype) for s in item.spans] == [
        ("we tell your boss", "exposure"),
        ("we tell your boss", "shaming"),
        ("now", "pressure"),
    ]
    assert item.labels == {"threatening", "harsh"}
    assert (item.channel, item.jurisdiction, item.trap, item.acts) == ("sms", "uk", "euphemism", {"menace"})


def test_groups_contexts_and_roles(tmp_path: Path) -> None:
    text = """@ doc channel=call jurisdiction=ie
A: Hello, is that Una?
C: It is. I'm dreading this. :: cues=distress
A: We can go slowly. :: strengths=de-escalates

@ pair channel=letter
You can dispute this.
«rights-denied:You cannot dispute this.»

Another pair's line. :: near=rights-denied
@ single
^ I lost my job.
«dismissive:Everybody has a story.»
"""
    rows, faults = read(written(tmp_path, text))
    assert not faults
    items = [item_of(row, "x1") for row in rows]
    assert [item.role for item in items[:3]] == ["agent", "customer", "agent"]
    assert items[2].context == "It is. I'm dreading this."
    assert items[1].cues == {"distress"}
    assert items[2].strengths == {"de-escalates"}
    assert items[0].doc == items[2].doc
    assert items[3].doc is None
    assert items[3].pair == items[4].pair != items[5].pair
    assert items[5].near == "rights-denied"
    assert items[6].context == "I lost my job."
    assert items[6].pair is None


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("@ single channel=fax", "unknown attribute 'channel=fax'"),
        ("Pay. :: acts=shout", "unknown acts 'shout'"),
        ("Pay. :: mood=bad", "unknown mood 'bad'"),
        ("«rude:Pay.»", "unknown subtype 'rude'"),
        ("Pay «insult you fool», please.", "a mark that does not read"),
        ("C: «insult:You fool.»", "customer's words carry no marks"),
        ("«insult:You fool.» :: near=insult", "near= is for harmless lines"),
    ],
)
def test_faults_are_named_by_line_and_stop_the_writing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], line: str, problem: str
) -> None:
    source, target = written(tmp_path, f"Fine.\n{line}\nFine too.\n"), tmp_path / "out.jsonl"
    assert main(str(source), str(target)) == 2
    assert not target.exists()
    printed = capsys.readouterr().out
    assert "line 2" in printed
    assert problem in printed
