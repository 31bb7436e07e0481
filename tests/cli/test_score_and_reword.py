"""`tonecheck score` and `reword`: lines in, lines out, in order, a bad line costing only itself."""

import json
from pathlib import Path

import pytest

from tonecheck.checker import Checker

from .test_check import BAD, tonecheck

LINES = [
    {"id": 1, "text": "Pay today or you will be arrested, you thief."},
    {"id": "two", "text": "Thank you for your payment.", "channel": "sms", "jurisdiction": "uk"},
    {"id": 3, "text": "Everybody gets ill.", "context": "I have been in hospital.", "channel": "call"},
    {"id": 4, "text": "x", "channel": "fax"},
    {"id": 5},
    {"id": 6, "text": ""},
]


def rows(output: bytes) -> list[dict[str, object]]:
    return [json.loads(line) for line in output.decode().splitlines()]


def test_score_keeps_order_and_names_faults() -> None:
    stdin = b"".join(json.dumps(line).encode() + b"\n" for line in LINES) + b"not json\n\n"
    done = tonecheck("score", "-", stdin=stdin)
    assert done.returncode == 0
    answers = rows(done.stdout)
    assert [row["id"] for row in answers] == [1, "two", 3, 4, 5, 6, None]
    assert "threatening" in answers[0]["labels"]  # type: ignore[operator]
    assert answers[1]["labels"] == []
    assert "did you mean" in str(answers[3]["error"]) or "choose one of" in str(answers[3]["error"])
    assert "'text'" in str(answers[4]["error"])
    assert answers[5]["labels"] == []
    assert "line 7" in str(answers[6]["error"])
    for row in answers[:3]:
        assert all(0 <= float(str(row[c])) <= 1 for c in ("harsh", "misleading", "threatening"))


def test_score_of_a_missing_file() -> None:
    done = tonecheck("score", "gone.jsonl")
    assert done.returncode == 2
    assert done.stderr.decode().count("\n") == 1


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Pay today or you will be arrested, you thief.", "letter"),
        ("Step outside. Now. Or shall I ask your shift lead?", "call"),
        ("Thank you. We will write again in June. You should be ashamed.", "sms"),
        ("Nobody will arrest you for this.", "email"),
    ],
)
def test_score_and_check_decide_alike(checker: Checker, text: str, kind: str) -> None:
    (decision,) = checker.decisions([text], channels=[kind])
    report = checker.check(text, kind=kind, scope="fragment", suggest=False)
    assert dict(decision.scores) == dict(report.scores)
    assert set(decision.labels) == {f.category for f in report.findings if f.sure}


def test_reword_lines() -> None:
    stdin = b"".join(json.dumps(line).encode() + b"\n" for line in LINES[:2])
    first, second = rows(tonecheck("reword", "-", "--jsonl", stdin=stdin).stdout)
    assert second["suggestions"] == []
    for suggestion in first["suggestions"]:  # type: ignore[attr-defined]
        assert set(suggestion) == {"text", "action", "why", "keeps", "needs_input", "scores_after"}
        assert "arrested" not in suggestion["text"]
        assert max(suggestion["scores_after"].values(), default=0) < 0.5


def test_reword_shows_the_whole_letter_and_a_diff(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text(BAD)
    done = tonecheck("reword", "letter.txt", cwd=tmp_path)
    text = done.stdout.decode()
    assert done.returncode == 0
    assert text.startswith("Dear Ms Hall,")
    assert "thief" not in text.split("-" * 60)[0]
    assert "-Pay today or you will be arrested, you thief." in text
    plain = tonecheck("reword", "letter.txt", "--no-diff", cwd=tmp_path).stdout.decode()
    assert text.startswith(plain.rstrip("\n"))
