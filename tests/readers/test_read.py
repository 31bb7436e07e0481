"""The room's door: errors, limits, detection, and text at hand."""

import os
from pathlib import Path

import pytest

from tonecheck.core.errors import UnknownNameError
from tonecheck.core.taxonomy import Role
from tonecheck.readers import ReadError, read, read_text

from .made import SAMPLES, sample


@pytest.mark.parametrize(
    ("data", "name", "said"),
    [
        (b"", "a.txt", "a.txt: there is nothing in it."),
        (b" \r\n\t ", "a.txt", "nothing in it"),
        (b"\xef\xbb\xbf\n", "a.txt", "nothing in it"),
        ("\u00a0\u2003".encode(), "a.txt", "nothing in it"),
        (bytes(range(256)), "a.bin", "binary"),
        ("Dear Ms Hall".encode("utf-16-le"), "a.txt", "UTF-16"),
        (b"\xff\xfeD\x00e", "a.txt", "UTF-16-LE"),
        (b"\x89PNG\r\n\x1a\n123", "a.png", "OCR"),
        (b"\x7fELF\x02\x01", "a", "a program"),
        (b"PK\x03\x04 zip", "a.zip", "Unpack it"),
        (b"RIFF1234WAVEfmt ", "a.wav", "Transcribe it"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1doc", "a.docx", "password"),
        (b"{\\rtf1 hello", "a.rtf", "RTF"),
        (b"PK\x03\x04 word/document.xml", "a.docx", "damaged"),
        (b"hello", "a.docx", "not a Word document"),
        (b"%PDF-1.7 and no more", "a.pdf", "damaged"),
        (b"<html><script>x</script></html>", "a.html", "no words"),
        (b'{"segments": [}', "a.json", "line 1 column 15"),
        (b'{"segments":\n [}', None, "line 2 column 3"),
        (b'{"a": 1}\n{"a": 2}', "a.json", "One JSON value a line"),
        (b'{"hello": "world"}', "a.json", "nothing was recognised; looked for: WhisperX"),
        (b"12", "a.json", "nothing was recognised"),
        (b"From: a\n", "a.vtt", "line 1 is not 'WEBVTT'"),
        (b"hello", "a.srt", "no cue with words"),
    ],
)
def test_refuses_in_one_line(data: bytes, name: str | None, said: str) -> None:
    with pytest.raises(ReadError) as caught:
        read(data, name=name)
    message = str(caught.value)
    assert said in message
    assert message.startswith(name or "<input>")
    assert "\n" not in message


def test_missing_file_folder_and_odd_paths(tmp_path: Path) -> None:
    for path, said in (
        (tmp_path / "no.txt", "no such file"),
        (tmp_path, "folder"),
        ("a\x00b", "cannot be opened"),
        ("x" * 5000, "cannot be opened"),
    ):
        with pytest.raises(ReadError, match=said) as caught:
            read(path)
        assert "\n" not in str(caught.value)


def test_no_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    locked = tmp_path / "a.txt"
    locked.write_text("hello")
    locked.chmod(0)
    if os.geteuid() == 0:  # root may read everything, so the system's answer has to be given for it

        def refuse(*_: object, **__: object) -> None:
            raise PermissionError(13, "Permission denied", str(locked))

        for name in ("open", "read_bytes", "stat"):
            monkeypatch.setattr(Path, name, refuse)
    with pytest.raises(ReadError, match="no permission"):
        read(locked)


def test_limit_is_in_bytes_and_settable(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("é" * 10)
    assert read(path, limit=20).text == "é" * 10
    for given in (path, path.read_bytes(), str(path)):
        with pytest.raises(ReadError, match="limit of 19 bytes"):
            read(given, limit=19)


def test_names_the_nearest_format_and_kind() -> None:
    with pytest.raises(UnknownNameError, match="did you mean 'html'"):
        read(b"x", format="htlm")
    with pytest.raises(UnknownNameError, match="did you mean 'letter'"):
        read(b"x", kind="leter")
    with pytest.raises(UnknownNameError, match="did you mean 'call'"):
        read_text("x", kind="cal")


@pytest.mark.parametrize(
    ("data", "text", "warnings"),
    [
        ("Pay £40\r\nnow".encode(), "Pay £40\r\nnow", ()),
        (b"\xef\xbb\xbfPay", "Pay", ()),
        ("Pay £40".encode("utf-16"), "Pay £40", ()),
        (b"\xfe\xff" + "Pay £40".encode("utf-16-be"), "Pay £40", ()),
        ("Pay £40".encode("utf-32"), "Pay £40", ()),
        (b"Pay \xa340 \x96 now", "Pay £40 – now", ("read as cp1252",)),
        (b"Pay \xa340 \x81", "Pay £40 \x81", ("read as latin-1",)),
        (b"Pay\x00 us some money", "Pay\x00 us some money", ("holds 1 NUL character, kept as they are",)),
    ],
)
def test_decodes(data: bytes, text: str, warnings: tuple[str, ...]) -> None:
    document = read(data)
    assert (document.text, document.warnings) == (text, warnings)


def test_given_format_and_kind_win() -> None:
    name, data = sample("labelled")
    assert read(data, name=name, format="text").turns[0].role is Role.AGENT
    assert read(data, kind="letter").format == "text"
    assert read(data, kind="chat").kind == "chat"
    assert read(SAMPLES / "letter.txt", kind="sms").kind == "sms"
    alone = read(b"Pay us.", kind="call")
    assert alone.warnings == ("no speakers found: all of it is taken as the sender's words",)
    with pytest.raises(ReadError, match="no speaker labels"):
        read(b"Pay us.", format="labelled")


@pytest.mark.parametrize(
    ("text", "kind", "format", "turns"),
    [
        ("You must pay today or else.", None, "text", 1),
        ("", None, "text", 1),
        ("Agent: Hello.\nCustomer: Who is it?", None, "labelled", 2),
        ("Agent: Hello.\nCustomer: Who is it?", "letter", "text", 1),
        ("Us: Pay.\nThem: No.", None, "sms", 2),
        ("Us: Pay.\nThem: No.", "call", "labelled", 2),
        ("Jo: Pay.\nBo: No.", "sms", "text", 1),
        ("Jo: Pay.\nBo: No.", None, "text", 1),
        ("Jo: Pay.\nBo: No.", "call", "labelled", 2),
        ("Jo: Pay.\nBo: No.\nJo: Yes.", None, "labelled", 3),
        ("Jo: Pay.\nBo: No.\nJo: Yes.", "sms", "labelled", 3),
        ("\ud800 \U0001f600 \u200fabc\u202e", None, "text", 1),
        ("Pay us.\n\nOn 3 May 2026, Jo Hall wrote:\n> I cannot", "email", "text", 1),
    ],
)
def test_reads_text_at_hand(text: str, kind: str | None, format: str, turns: int) -> None:
    document = read_text(text, kind=kind)
    assert (document.text, document.format, len(document.turns)) == (text, format, turns)
    assert document.kind == (kind or {"text": "letter", "labelled": "call", "sms": "sms"}[format])
