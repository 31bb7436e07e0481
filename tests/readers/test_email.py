"""Emails and the words they reply to."""

from email.message import EmailMessage

import pytest

from tonecheck.core.document import QUOTED_REPLY, Document
from tonecheck.readers import read, read_text

from .made import sample


def own(document: Document) -> list[str]:
    """List the sender's words."""
    return [document.text[turn.start : turn.end] for turn in document.turns]


def quoted(document: Document) -> list[str]:
    """List the quoted words."""
    spans = [span for span in document.unchecked if span.reason == QUOTED_REPLY]
    return [document.text[span.start : span.end].strip() for span in spans]


def test_reads_the_sample() -> None:
    name, data = sample("email")
    document = read(data, name=name)
    assert document.kind == "email"
    assert own(document) == [
        "Your account – 4417\n\nDear Ms Hall,\n\nYou must pay £40 today.\n\nKind regards\nAna"
    ]
    assert len(quoted(document)) == 1
    assert "I lost my job" in quoted(document)[0]
    assert document.warnings == ("attachment not checked: terms.pdf",)
    assert (document.where(0), document.where(24)) == ("subject", "body line 1")


@pytest.mark.parametrize(
    ("text", "mine", "theirs"),
    [
        ("Pay us.\n", ["Pay us.\n"], []),
        ("Pay.\n\nOn Mon, 3 May 2026, Jo <j@x.example> wrote:\n> No\n", ["Pay."], 1),
        ("Pay.\r\n\r\nOn Mon, 3 May 2026, Jo\r\n<j@x.example> wrote:\r\n\r\n> No\r\n> way", ["Pay."], 1),
        ("Pay.\n\nOn 3 May 2026, Jo wrote:\n\nNo way\nnever", ["Pay."], 1),
        ("Pay.\n-----Original Message-----\nNo", ["Pay."], 1),
        ("Pay.\n---------- Forwarded message ---------\nFrom: Jo\n", ["Pay."], 1),
        (
            "Pay.\n\n________________________________\nFrom: Jo\nSent: Monday\nTo: Us\nSubject: x\n\nNo",
            ["Pay."],
            1,
        ),
        ("Pay.\n\n*From:* Jo\n*Sent:* Monday\n*To:* Us\n\nNo", ["Pay."], 1),
        ("> Why?\nBecause.\n> When?\nNow.", ["Because.", "Now."], 2),
        ("On 3 May 2026, Jo wrote:\n> Why?\n\nBecause.", ["Because."], 1),
        ("Terms\nTo: pay\nDate: 1 May\nYou must pay.", ["Terms\nTo: pay\nDate: 1 May\nYou must pay."], []),
        ("On 3 May 2026 you wrote:\nI will pay.", ["On 3 May 2026 you wrote:\nI will pay."], []),
        (
            "From: Us\nDate: 1 May\nTo: Jo\nSubject: x\n\nPay.",
            ["From: Us\nDate: 1 May\nTo: Jo\nSubject: x\n\nPay."],
            [],
        ),
        ("> all quoted", [], 1),
    ],
)
def test_quoted_replies(text: str, mine: list[str], theirs: int) -> None:
    document = read_text(text, kind="email")
    assert own(document) == mine
    assert len(quoted(document)) == (theirs or 0)
    assert document.text == text


def test_long_lines_take_no_time() -> None:
    read_text("On " + "a " * 200_000 + "\n" * 50_000, kind="email")


def html_mail(markup: str) -> bytes:
    """Build an email that has HTML alone."""
    message = EmailMessage()
    message["Subject"] = "Hi"
    message.set_content(markup, subtype="html")
    return bytes(message)


@pytest.mark.parametrize(
    ("markup", "mine"),
    [
        ("<title>x</title><p>Pay <b>us</b>.</p>", ["Hi\n\nPay us."]),
        (
            '<p>Pay.</p><div class="gmail_quote">On 3 May 2026, Jo wrote:<blockquote>No</blockquote></div>',
            ["Hi\n\nPay."],
        ),
        ('<p>Pay.</p><blockquote type="cite">No</blockquote><p>Now.</p>', ["Hi\n\nPay.", "Now."]),
        ('<p>Pay.</p><div id="appendonsend"></div><hr><b>From:</b> Jo<p>No</p>', ["Hi\n\nPay."]),
        ("<p>Pay.</p><blockquote>Our terms.</blockquote>", ["Hi\n\nPay.\n\nOur terms."]),
    ],
)
def test_html_mail(markup: str, mine: list[str]) -> None:
    assert own(read(html_mail(markup))) == mine


@pytest.mark.parametrize("charset", ["x-unknown", "rot13", "ascii", "\x00"])
def test_wrong_charset_is_read_as_any_text(charset: str) -> None:
    data = f"Subject: Hi\nMIME-Version: 1.0\nContent-Type: text/plain; charset={charset}\n\nPay £40".encode()
    assert read(data, name="a.eml").text == "Hi\n\nPay £40"
