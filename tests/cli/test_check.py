"""`tonecheck check` as it is used: real process, real files, exit status, one-line errors."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

BAD = "Dear Ms Hall,\n\nPay today or you will be arrested, you thief.\n\nYours sincerely,\nA. Moss\n"
FINE = "Dear Ms Hall,\n\nThank you for your payment of £40.00, which reached us on 3 May.\n"


def tonecheck(
    *arguments: str, stdin: bytes = b"", cwd: Path | None = None
) -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run(
        [sys.executable, "-m", "tonecheck.cli.main", *arguments], input=stdin, capture_output=True, cwd=cwd
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "bad.txt").write_text(BAD, encoding="utf-8")
    (tmp_path / "fine.txt").write_text(FINE, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["fine.txt"], 0),
        (["bad.txt"], 1),
        (["bad.txt", "--fail-on", "high"], 1),
        (["bad.txt", "--fail-on", "never"], 0),
        (["fine.txt", "bad.txt"], 1),
        (["fine.txt", "gone.txt"], 2),
        (["gone.txt", "bad.txt"], 2),
    ],
)
def test_exit_status(folder: Path, arguments: list[str], status: int) -> None:
    assert tonecheck("check", *arguments, cwd=folder).returncode == status


def test_one_bad_file_costs_only_itself(folder: Path) -> None:
    (folder / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    done = tonecheck("check", "picture.png", "gone.txt", "bad.txt", "--format", "json", cwd=folder)
    rows = json.loads(done.stdout)
    assert [row["file"] for row in rows] == ["picture.png", "gone.txt", "bad.txt"]
    assert "error" in rows[0]
    assert "error" in rows[1]
    assert rows[2]["report"]["verdict"] == "stop"
    errors = done.stderr.decode().splitlines()
    assert len(errors) == 2
    assert "Traceback" not in done.stderr.decode()


def test_json_offsets_are_code_points_of_the_file(folder: Path) -> None:
    text = "😀 Dear Ms Hall,\r\n\r\nPay today or you will be arrested, you thief.\r\n"
    (folder / "emoji.txt").write_bytes(text.encode())
    report = json.loads(tonecheck("check", "emoji.txt", "--format", "json", cwd=folder).stdout)
    assert report["document"]["offset_unit"] == "codepoint"
    assert report["findings"]
    for finding in report["findings"]:
        assert text[finding["start"] : finding["end"]] == finding["text"]


def test_standard_input(folder: Path) -> None:
    done = tonecheck("check", "-", "--format", "json", "--kind", "sms", stdin=BAD.encode())
    report = json.loads(done.stdout)
    assert report["document"]["kind"] == "sms"
    assert done.returncode == 1


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--jurisdiction", "ukk"], "did you mean 'uk'?"),
        (["--kind", "leter"], "did you mean 'letter'?"),
        (["--format", "jsn"], "did you mean 'json'?"),
        (["--fail-on", "hihg"], "did you mean 'high'?"),
        (["--baseline", "gone.json"], "gone.json cannot be read"),
        (["--from", "vt"], "did you mean 'vtt'?"),
        (["--nonsense"], "No such option"),
    ],
)
def test_wrong_calls_say_what_is_meant(folder: Path, arguments: list[str], words: str) -> None:
    done = tonecheck("check", "bad.txt", *arguments, cwd=folder)
    assert done.returncode == 2
    assert words in (done.stderr + done.stdout).decode()
    assert "Traceback" not in done.stderr.decode()


def test_a_transcript_without_roles_asks(folder: Path) -> None:
    (folder / "call.vtt").write_text(
        "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ana>You will be arrested.\n\n"
        "00:03.000 --> 00:04.000\n<v Bo>All right, thank you.\n"
    )
    asked = tonecheck("check", "call.vtt", cwd=folder)
    assert asked.returncode == 2
    assert "--agent" in (asked.stderr + asked.stdout).decode()
    told = tonecheck("check", "call.vtt", "--agent", "Bo", "--format", "json", cwd=folder)
    assert json.loads(told.stdout)["findings"] == []
    told = tonecheck("check", "call.vtt", "--agent", "Ana", "--format", "json", cwd=folder)
    assert json.loads(told.stdout)["findings"]


def test_a_baseline_knows_old_findings(folder: Path) -> None:
    first = tonecheck("check", "bad.txt", "--format", "json", cwd=folder)
    (folder / "baseline.json").write_bytes(first.stdout)
    assert tonecheck("check", "bad.txt", "--baseline", "baseline.json", cwd=folder).returncode == 0
    (folder / "bad.txt").write_text(BAD + "\nWe will tell your employer that you are a liar.\n")
    assert tonecheck("check", "bad.txt", "--baseline", "baseline.json", cwd=folder).returncode == 1


def test_ignoring_and_undoing(folder: Path) -> None:
    added = tonecheck("ignore", "document", "bad.txt", "--reason", "a training example", cwd=folder)
    assert added.returncode == 0
    after = tonecheck("check", "bad.txt", "--format", "json", cwd=folder)
    assert after.returncode == 0
    assert json.loads(after.stdout)["ignored"]
    entry = added.stdout.decode().split()[-1]
    assert tonecheck("ignore", "remove", entry, cwd=folder).returncode == 0
    assert tonecheck("check", "bad.txt", cwd=folder).returncode == 1


def test_ignoring_a_place_by_its_id(folder: Path) -> None:
    report = json.loads(tonecheck("check", "bad.txt", "--format", "json", cwd=folder).stdout)
    for finding in report["findings"]:
        tonecheck("ignore", "place", "bad.txt", finding["id"], "--reason", "quoted", cwd=folder)
    assert tonecheck("check", "bad.txt", cwd=folder).returncode == 0


@pytest.mark.parametrize("form", ["terminal", "json", "jsonl", "html", "markdown", "sarif", "csv"])
def test_every_format_answers(folder: Path, form: str) -> None:
    done = tonecheck("check", "bad.txt", "fine.txt", "--format", form, "-o", "out", cwd=folder)
    assert done.returncode == 1
    assert b"arrested" in (folder / "out").read_bytes()


def test_explain_shows_how(folder: Path) -> None:
    done = tonecheck("check", "bad.txt", "--explain", "--format", "json", cwd=folder)
    steps = {step["step"] for step in json.loads(done.stdout)["trace"]}
    assert {"model", "merge"} <= steps


@pytest.mark.parametrize(
    "command", [[], ["check"], ["score"], ["reword"], ["rules"], ["ignore"], ["demo"], ["train"]]
)
def test_help_teaches_by_example(command: list[str]) -> None:
    done = tonecheck(*command, "--help")
    assert done.returncode == 0
    assert "tonecheck" in done.stdout.decode()


def test_an_unknown_command_is_guessed() -> None:
    done = tonecheck("chekc")
    assert done.returncode == 2
    assert "did you mean 'check'?" in done.stderr.decode()


def test_nothing_reaches_the_network_and_torch_is_not_needed(folder: Path) -> None:
    code = (
        "import socket, sys\n"
        "def refuse(*a, **k): raise OSError('network')\n"
        "socket.socket.connect = refuse\n"
        "sys.modules['torch'] = None\n"
        "sys.modules['transformers'] = None\n"
        "sys.argv = ['tonecheck', 'check', 'bad.txt']\n"
        "from tonecheck.cli.main import run\n"
        "run()\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, cwd=folder)
    assert done.returncode == 1, done.stderr
