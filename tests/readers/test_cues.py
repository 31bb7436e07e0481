"""WebVTT and SRT."""

import pytest

from tonecheck.core.taxonomy import Role
from tonecheck.readers import ReadError, read

from .made import sample

ARROW = "00:01.000 --> 00:02.000\n"


def test_reads_the_vtt_sample() -> None:
    name, data = sample("vtt")
    document = read(data, name=name)
    assert document.text == "Thank you for calling & good morning. You owe us.\nWhat? I paid.\nHello?"
    assert [(t.speaker, t.role, t.start_ms, t.end_ms, t.where) for t in document.turns] == [
        ("Agent Ana", Role.AGENT, 1000, 3_606_000, "line 11"),
        ("Jo Hall", Role.UNKNOWN, 3_605_000, 3_608_000, "line 16"),
        ("Caller", Role.CUSTOMER, 3_609_000, 3_610_000, "line 25"),
    ]
    assert document.where(40) == "line 16"
    assert document.warnings == ("role not known of: Jo Hall; say who the agent is",)


def test_reads_the_srt_sample() -> None:
    name, data = sample("srt")
    document = read(data, name=name)
    assert document.text == "Good morning. You owe us £40.\nI paid in May.\nDid you?\nYes."
    assert [(t.speaker, t.start_ms, t.end_ms) for t in document.turns] == [
        ("SPEAKER_00", 1000, 5000),
        ("SPEAKER_01", 5100, 6000),
        (None, 7000, 8000),
        (None, 7000, 8000),
    ]


@pytest.mark.parametrize(
    ("cue", "expected"),
    [
        ("<v Ana>Pay.</v>", [("Ana", "Pay.")]),
        (
            "<v Ana>You will be arrested.</v> <v Jo>What?</v>",
            [("Ana", "You will be arrested."), ("Jo", "What?")],
        ),
        ("<v Ana>You will be arrested. <v Jo>What?", [("Ana", "You will be arrested."), ("Jo", "What?")]),
        ("<v.loud.x O&apos;Neil>\n<i>Pay</i> &lt;40&gt;", [("O'Neil", "Pay <40>")]),
        ("<v Ana>Pay.</v> so", [("Ana", "Pay."), (None, "so")]),
        ("<00:00:01.0>Pay <c.red>us</c>", [(None, "Pay us")]),
        ("Jo Hall: Pay.\nBo Hall: No.", [("Jo Hall", "Pay."), ("Bo Hall", "No.")]),
        ("Note: pay", [(None, "Note: pay")]),
        ("- Pay.\n- No.", [(None, "Pay."), (None, "No.")]),
        ("- Pay\nus.\n- No.", [(None, "Pay us."), (None, "No.")]),
        ("- single dash", [(None, "- single dash")]),
        (">> Pay.\n>> JO: No.", [(None, "Pay."), ("JO", "No.")]),
        ("a < b", [(None, "a < b")]),
    ],
)
def test_speakers_of_a_cue(cue: str, expected: list[tuple[str | None, str]]) -> None:
    for document in (
        read(f"WEBVTT\n\n{ARROW}{cue}\n".encode()),
        read(f"1\n{ARROW.replace('.', ',')}{cue}\n".encode(), name="a.srt"),
    ):
        assert [(turn.speaker, document.text[turn.start : turn.end]) for turn in document.turns] == expected


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("WEBVTT\n\n00:01,000 --> 00:02,000\nhi", 3),
        ("WEBVTT\n\n00:01.000 -> 00:02.000\nhi", None),
        ("WEBVTT\n\n1\n00:01.000 --> soon\nhi", 4),
        ("WEBVTT\r\n\r\n00:01.000 --> 00:02.000\r\nhi\r\n\r\n1:2 --> 3", 6),
        ("1\n00:00:01,000 --> \nhi", 2),
    ],
)
def test_malformed_arrow_is_loud(text: str, line: int | None) -> None:
    said = f"line {line} is no cue timing" if line else "no cue with words"
    with pytest.raises(ReadError, match=said):
        read(text.encode(), name="call.vtt" if text.startswith("WEBVTT") else "call.srt")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("WEBVTT\n\nNOTE a --> b\nmore\n\n" + ARROW + "Pay.", "Pay."),
        ("WEBVTT\n" + ARROW + "Pay.", "Pay."),
        ("WEBVTT\nKind: captions\n\nid 1\n" + ARROW + "Pay\n\nid 2\n" + ARROW + "us.", "Pay us."),
        ("WEBVTT\n\n" + ARROW + "Pay\n" + ARROW + "us.", "Pay us."),
        ("WEBVTT\n\n" + ARROW + "I owe\n\n" + ARROW + "40", "I owe 40"),
        ("1\n00:00:01,000 --> 00:00:02,000\nPay\n2\n00:00:01,000 --> 00:00:02,000\nus.", "Pay us."),
        ("\ufeff1\r\n00:00:01.5 --> 00:00:02,25\r\nPay us.", "Pay us."),
    ],
)
def test_what_is_no_speech(text: str, expected: str) -> None:
    assert read(text.encode()).text == expected
