"""The reading of a text always leads back to it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonecheck.core.document import Document, Span
from tonecheck.segments.paragraphs import paragraphs
from tonecheck.segments.reading import read_range
from tonecheck.segments.sentences import Segmenter

SEGMENTER = Segmenter()
TEXT = st.text(
    alphabet=st.one_of(st.sampled_from("ab cd.,!?\"'’\n\t\u200f\u00ad😀é\x00\ud800"), st.characters())
)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("You’ll   pay\ttoday", "You'll pay today"),
        ("thr\u00adeat", "threat"),
        ("a\x00b", "ab"),
        ("\u200fabc\u200e", "abc"),
        ("pay\nnow", "pay now"),
        ("x\ud800y", "x\ufffdy"),
        ("“Pay,” she said…", '"Pay," she said…'),
    ],
)
def test_reads_as_a_person_does(text: str, read: str) -> None:
    assert read_range(text, 0, len(text)).text == read


def test_skips_markup() -> None:
    text = "You **must** pay"
    reading = read_range(text, 0, len(text), [Span(4, 6), Span(10, 12)])
    assert reading.text == "You must pay"
    start = reading.text.index("must")
    assert reading.span(start, start + 4) == Span(6, 10)


@given(TEXT)
def test_every_letter_leads_back(text: str) -> None:
    reading = read_range(text, 0, len(text))
    assert len(reading.offsets) == len(reading.text) + 1
    for letter, offset in zip(reading.text, reading.offsets, strict=False):
        original = text[offset]
        assert letter == original or original.isspace() or letter in "'\"\ufffd"


@given(TEXT)
def test_sentences_lie_in_order_inside_their_text(text: str) -> None:
    end = 0
    for sentence in SEGMENTER.sentences(Document.of(text)):
        assert end <= sentence.span.start < sentence.span.end <= len(text)
        assert sentence.span_of(0, len(sentence.tokens)).start == sentence.span.start
        end = sentence.span.end


@given(TEXT)
def test_paragraphs_lose_no_word(text: str) -> None:
    kept = "".join(text[p.start : p.end] for p in paragraphs(text, 0, len(text)))
    assert sorted("".join(kept.split())) == sorted("".join(text.split()))


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Dear Ms. Hall,\n\nYou owe £40. Please call.", ["Dear Ms. Hall,", "You owe £40.", "Please call."]),
        ("We wrote on 3 May\nand again on 1 June\nabout this account.", 1),
        (
            "Your payment of £412.50 for the account ending 4471\nhas not reached us yet. Call us.",
            ["Your payment of £412.50 for the account ending 4471 has not reached us yet.", "Call us."],
        ),
        ("Account: 4471\nBalance: £40.00\nDue: 3 June", ["Account: 4471", "Balance: £40.00", "Due: 3 June"]),
        ("- Pay online\n- Ring us", ["- Pay online", "- Ring us"]),
        ("Call before 3 p.m. on Friday.", 1),
        ("Is it safe? (We will ask.)", ["Is it safe?", "(We will ask.)"]),
        ('Is it safe? "We will ask," he said.', ["Is it safe?", '"We will ask," he said.']),
        ('He said "Pay now." Then he left.', 2),
        ("-----\n***", []),
        (
            "Pay {{balance}} by [DATE]. Thank you, %(name)s.",
            ["Pay {{balance}} by [DATE].", "Thank you, %(name)s."],
        ),
    ],
)
def test_splits_sentences(text: str, sentences: "list[str] | int") -> None:
    found = [s.text for s in SEGMENTER.sentences(Document.of(text))]
    if isinstance(sentences, int):
        assert len(found) == sentences, found
    else:
        assert found == sentences


def test_a_placeholder_is_one_token() -> None:
    assert [t.text for t in SEGMENTER.tokens("Pay {{ balance }} or [Full Name] now")] == [
        "Pay",
        "{{ balance }}",
        "or",
        "[Full Name]",
        "now",
    ]
