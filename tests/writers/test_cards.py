"""One span is one card, in its sentence, at its place."""

from dataclasses import replace

import pytest

from tonecheck.core.document import Document, Unchecked
from tonecheck.core.taxonomy import Category
from tonecheck.writers.cards import by_place, cards, clock, place, quote, unchecked
from tonecheck.writers.plain import one_line, printable, to_json

from .conftest import SHERIFF, anchored_report, call_report, finding, letter_report, span_of


def test_two_categories_on_one_span_are_one_card() -> None:
    first, asked, unsure = cards(letter_report())
    assert [found.category for found in first.findings] == [Category.THREATENING, Category.MISLEADING]
    assert first.quote.words == SHERIFF
    assert first.quote.before.startswith("Unless you pay £412.50")
    assert len(first.rewordings) == 1
    assert asked.asks
    assert not first.asks
    assert unsure.known
    assert not first.known


def test_equal_words_elsewhere_are_another_card() -> None:
    text = "Pay now. Pay now."
    one = finding(text, "Pay now.", Category.HARSH)
    report = replace(
        letter_report(),
        document=Document.of(text),
        sentences=(),
        findings=(one, replace(one, start=9, end=17)),
    )
    assert len(cards(report)) == 2


def test_an_edit_shows_the_whole_sentence_and_a_removal_says_so() -> None:
    dropping, edit = cards(letter_report())[2].rewordings
    assert edit.quote.words == "=Please\u200f help us"
    assert edit.quote.after.endswith("@pay now.")
    assert not dropping.drops
    assert replace(dropping, quote=replace(dropping.quote, before="", after=" .")).drops


def test_an_endless_sentence_is_cut_around_the_words() -> None:
    text = "a " * 900 + "pay up" + " b" * 900
    report = replace(letter_report(), document=Document.of(text), sentences=())
    made = quote(report, span_of(text, "pay up"))
    assert made.before.startswith("…")
    assert made.after.endswith("…")
    assert len(made.before + made.words + made.after) < 400


def test_places_are_lines_turns_and_pages() -> None:
    assert [where for where, _ in by_place(cards(letter_report()))] == ["Line 2", "Line 3"]
    assert [where for where, _ in by_place(cards(anchored_report()))] == ["Page 2"]
    report = call_report()
    assert [where for where, _ in by_place(cards(report))] == [
        "Turn 3 · Lorna (agent, a guess) · 1:01:11 · line 3"
    ]
    assert place(report.document, report.cues[0].start) == "Turn 2 · Customer · 1:01 · line 2"


@pytest.mark.parametrize(
    ("time", "said"), [(None, ""), (0, "0:00"), (61_999, "1:01"), (3_671_000, "1:01:11")]
)
def test_clock(time: int | None, said: str) -> None:
    assert clock(time) == said


def test_unchecked_reasons_are_said_once() -> None:
    parts = (Unchecked(0, 1, "quoted reply"), Unchecked(2, 3, "quoted reply"), Unchecked(4, 5, "not English"))
    document = replace(Document.of("a\nb\nc\n"), unchecked=parts)
    assert unchecked(document) == ("quoted reply: Line 1 and 1 more", "not English: Line 3")


def test_what_is_shown_keeps_its_offsets() -> None:
    raw = "a\x1b[2J\r\n\t\ud800\u202e\u200f😀"
    assert len(printable(raw)) == len(one_line(raw)) == len(raw)
    assert printable(raw) == "a\ufffd[2J \n\t\ufffd\ufffd\u200f😀"


def test_json_has_no_raw_line_separators() -> None:
    text = to_json({"a": "\u2028\u2029\x85\ud800é"})
    assert text == '{"a":"\\u2028\\u2029\\u0085\\ud800é"}'
