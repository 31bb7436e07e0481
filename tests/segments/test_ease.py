"""Reading ease grows with long words and long sentences, and headings do not hide them."""

import pytest

from tonecheck.core.document import Document
from tonecheck.core.report import Reading
from tonecheck.segments.ease import reading_ease
from tonecheck.segments.sentences import Segmenter

SEGMENTER = Segmenter()


def ease(text: str) -> Reading | None:
    return reading_ease(SEGMENTER.sentences(Document.of(text)))


def test_plain_is_easier_than_legal() -> None:
    plain = ease("We have not had your payment. Please call us. We can help you.")
    legal = ease(
        "Notwithstanding any representation previously communicated, outstanding contractual liabilities "
        "remain immediately recoverable, together with accumulated administrative expenditure."
    )
    assert plain is not None
    assert legal is not None
    assert plain.grade < 5 < 15 < legal.grade
    assert legal.longest_sentence_words == 16


def test_headings_do_not_count_beside_sentences() -> None:
    body = "Please tell us what you could pay each month once rent, food and bills are covered."
    assert ease(f"Your account\n\nOur reference\n\n{body}") == ease(body)


@pytest.mark.parametrize("text", ["", "4471\n£40.00", "---"])
def test_no_words_no_grade(text: str) -> None:
    assert ease(text) is None
