"""Threads of text messages."""

import pytest

from tonecheck.core.taxonomy import Role
from tonecheck.readers.sms import parse

A, C, U = Role.AGENT, Role.CUSTOMER, Role.UNKNOWN


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "[12/03/2026, 09:14] Harbour Recoveries: Pay: now\n[12/03/2026, 09:20:11 PM] Jo: No\nway",
            [("Harbour Recoveries", U, "Pay: now"), ("Jo", U, "No\nway")],
        ),
        ("\u200e[12/03/2026, 09:14] Me: Pay", [("Me", A, "Pay")]),
        (
            "12/03/2026, 09:14 - Jo: Hi\n12/03/2026, 09:15 - Jo left\n12/03/2026, 09:16 - 07700 900123: Pay",
            [("Jo", U, "Hi"), ("07700 900123", U, "Pay")],
        ),
        ("2026-03-12 09:14 Us: Pay\n2026-03-12 09:15 Them: No", [("Us", A, "Pay"), ("Them", C, "No")]),
        ("09:14 Me: Pay\n09:20 Jo: No\n09:21 Jo: Why", [("Me", A, "Pay"), ("Jo", U, "No"), ("Jo", U, "Why")]),
        ("Us: Pay.\r\nThem: No.\r\n", [("Us", A, "Pay."), ("Them", C, "No.")]),
        ("You sent: Pay.\nReceived: No.", [("You sent", A, "Pay."), ("Received", C, "No.")]),
        (
            "From: Harbour\nTo: Jo\nDate: 12/03/2026 09:14\n\nPay us.\n\nFrom: Jo\nTo: Harbour\nNo.",
            [("Harbour", U, "Pay us."), ("Jo", U, "No.")],
        ),
    ],
)
def test_reads_threads(text: str, expected: list[tuple[str, Role, str]]) -> None:
    document = parse(text)
    assert document is not None
    assert (document.kind, document.text) == ("sms", text)
    assert [(turn.speaker, turn.role, text[turn.start : turn.end]) for turn in document.turns] == expected


@pytest.mark.parametrize(
    "text",
    [
        "You must pay today.",
        "12/03/2026 09:14 - Ref: 4417\nPay us.",
        "12/03/2026\nDear Jo,\nUs: we wait.\nThem: they wait.",
        "From: Jo\nTo: Us\nSubject: Pay\n\nHi\n\nFrom: Us\nTo: Jo\nSubject: Pay\n\nHo",
        "Agent: Pay.\nCustomer: No.",
        "Us: pay.",
    ],
)
def test_other_texts_are_no_threads(text: str) -> None:
    assert parse(text) is None
