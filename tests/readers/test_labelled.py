"""Transcripts in plain text, and the letters that must never become one."""

import pytest

from tonecheck.core.taxonomy import Role
from tonecheck.readers.labelled import parse

A, C, U = Role.AGENT, Role.CUSTOMER, Role.UNKNOWN


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Agent: Hello.\nCustomer: Hi there\nand good day.",
            [("Agent", A, None, "Hello."), ("Customer", C, None, "Hi there\nand good day.")],
        ),
        (
            "[00:01:02] AGENT (Jane): Pay.\n[00:01:09.5] CUSTOMER: At 9:30?",
            [("AGENT (Jane)", A, 62_000, "Pay."), ("CUSTOMER", C, 69_500, "At 9:30?")],
        ),
        (
            "00:01:02 Agent: Pay.\n00:01:05 - Client: http://x: no",
            [("Agent", A, 62_000, "Pay."), ("Client", C, 65_000, "http://x: no")],
        ),
        ("Speaker 1: Hm.\nSpeaker 2: So.", [("Speaker 1", U, None, "Hm."), ("Speaker 2", U, None, "So.")]),
        (
            "Jane Doe 0:12\nHello.\n\nBo Hall  1:00:15\nNo.\n\nJane Doe (1:01:00)\nYes.\nBo Hall 1:02:00\nOh",
            [
                ("Jane Doe", U, 12_000, "Hello."),
                ("Bo Hall", U, 3_615_000, "No."),
                ("Jane Doe", U, 3_660_000, "Yes."),
                ("Bo Hall", U, 3_720_000, "Oh"),
            ],
        ),
        (">> Hello.\nall well?\n>> No.", [(None, U, None, "Hello.\nall well?"), (None, U, None, "No.")]),
        (">> Agent: Hello.\n>> Caller: No.", [("Agent", A, None, "Hello."), ("Caller", C, None, "No.")]),
        (
            "Jo: Hi.\nBo: Yes.\nMs Hall: Hm.\nJo: So.\n",
            [
                ("Jo", U, None, "Hi."),
                ("Bo", U, None, "Yes."),
                ("Ms Hall", U, None, "Hm."),
                ("Jo", U, None, "So."),
            ],
        ),
        (
            "**Agent:** Hello.\n**Customer:** Hi.",
            [("Agent", A, None, "Hello."), ("Customer", C, None, "Hi.")],
        ),
        ("Agent:Hello.\nCustomer:Hi.", [("Agent", A, None, "Hello."), ("Customer", C, None, "Hi.")]),
        (
            "Agent:\r\nHello.\r\nCustomer:\r\nHi.\r\n",
            [("Agent", A, None, "Hello."), ("Customer", C, None, "Hi.")],
        ),
        (
            "[SPEAKER_00]: Pay.\n[SPEAKER_01]: No.",
            [("SPEAKER_00", U, None, "Pay."), ("SPEAKER_01", U, None, "No.")],
        ),
        (
            "Agent: Pay.\nNote: he sighed\nCustomer: No.\nPS: never",
            [("Agent", A, None, "Pay.\nNote: he sighed"), ("Customer", C, None, "No.\nPS: never")],
        ),
        (
            "Customer Service Rep: Pay.\nAccount Holder: No.",
            [("Customer Service Rep", A, None, "Pay."), ("Account Holder", C, None, "No.")],
        ),
    ],
)
def test_reads_turns(text: str, expected: list[tuple[str | None, Role, int | None, str]]) -> None:
    document = parse(text)
    assert document is not None
    assert (document.kind, document.text) == ("call", text)
    assert [(t.speaker, t.role, t.start_ms, text[t.start : t.end]) for t in document.turns] == expected


def test_says_what_stands_before_the_first_turn() -> None:
    document = parse("Call 7\n\nAgent: Pay.\nCaller: No.")
    assert document is not None
    assert [(text.start, text.end, text.reason) for text in document.unchecked] == [
        (0, 6, "before the first speaker")
    ]
    assert [turn.where for turn in document.turns] == ["line 3", "line 4"]


@pytest.mark.parametrize(
    "text",
    [
        "You must pay today.",
        "Agent: hello",
        "Amount: £40\nRe: your debt\nYou must pay.",
        "Amount: £40\nAmount: £50\nDate: 1 May\nDate: 2 May",
        "Dear Ms Hall:\nNote: pay us.\nNote: or else.",
        "Client: North Bank\nAccount holder: Ms Hall\n\nDear Ms Hall,\n\nPay us.",
        "Client: North Bank\nAccount holder: Ms Hall\n\nHello Ms Hall,\n\nPay us.",
        "Client: North Bank\nContact: 0800 111\n\nYou must pay at once.\n\nRegards",
        "Question: may I pay late?\nAnswer: no.\nQuestion: why?\nAnswer: because.",
        "Q: may I pay late?\nA: no.\nQ: why?\nA: because.",
        "Monday: 9-5\nTuesday: 9-5\nMonday: 9-5\nTuesday: 9-5",
        "Important: pay.\nImportant: pay now.",
        "Payment 1: £40\nPayment 2: £40",
        "how to pay: card\nwhere to pay: here\nhow to pay: card\nwhere to pay: here",
        "https://a.example\nhttps://b.example\nhttps://a.example",
        "9:30 we open\n10:30 we close",
        "{{name}}: pay\n{{firm}}: regards\n{{name}}: pay\n{{firm}}: x",
        "> quoted\n>> deeper\n>> deeper still",
        "",
        "\n\n",
    ],
)
def test_letters_stay_letters(text: str) -> None:
    assert parse(text) is None
