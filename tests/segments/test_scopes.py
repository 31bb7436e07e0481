"""What is quoted, negated or reported does not count; what only looks like it does."""

import pytest

from tonecheck.core.document import Document
from tonecheck.segments.scopes import scope_of
from tonecheck.segments.sentences import Segmenter

SEGMENTER = Segmenter()


def scope(text: str, words: str) -> str | None:
    """Return the name of the scope of `words` in the sentence of `text` that holds them."""
    for sentence in SEGMENTER.sentences(Document.of(text)):
        tokens = [token.text.lower() for token in sentence.tokens]
        wanted = words.lower().split()
        for first in range(len(tokens)):
            if tokens[first : first + len(wanted)] == wanted:
                found = scope_of(sentence, first, first + len(wanted))
                return found.name if found else None
    raise AssertionError(f"'{words}' is not in '{text}'")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("You will not be arrested for owing this.", "be arrested"),
        ("Nobody is going to take your car.", "take your car"),
        ("You won’t be arrested.", "be arrested"),
        ("We would never tell your employer.", "tell your employer"),
        ("No one will come to your home to seize goods.", "seize goods"),
        ("It is not true that your wages will be garnished on Friday by the county.", "will be garnished"),
        ("That you can be arrested is a myth.", "be arrested"),
        ("Ye'll no be lifted for this.", "be lifted"),
        ("We never make your debt public.", "debt public"),
        ("No further legal action will be taken.", "legal action"),
        ("If you call us you will not be arrested.", "be arrested"),
        ("It is not true that, if you wait, we will take your car.", "take your car"),
    ],
)
def test_negated(text: str, words: str) -> None:
    assert scope(text, words) == "negated"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("If you do not pay, you will be arrested.", "be arrested"),
        ("Do not make us call the police.", "call the police"),
        ("Pay, not next week but now, or be arrested.", "be arrested"),
        ("Not only will you be arrested.", "be arrested"),
        ("Why not pay before you are arrested?", "are arrested"),
        ("no we will take your car", "take your car"),
        ("If you don't pay we will sue you", "will sue"),
        ("Without further notice legal action will be taken.", "legal action"),
        ("There will be no more reminders and you will be sued.", "be sued"),
        ("Why don't you just sell the car?", "sell the car"),
        ("There is no doubt you will be arrested.", "be arrested"),
        ("Don't ignore this, you will be sued.", "be sued"),
        ("if you dont settle by friday a warrant will be issued", "a warrant"),
    ],
)
def test_not_negated(text: str, words: str) -> None:
    assert scope(text, words) is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('The text "you will be arrested" did not come from us.', "be arrested"),
        ("The text ‘you will be arrested’ did not come from us.", "be arrested"),
        ("The text 'you will be arrested' is a scam.", "be arrested"),
        ("“You will be arrested” was wrong.", "be arrested"),
    ],
)
def test_quoted(text: str, words: str) -> None:
    assert scope(text, words) == "quoted"


def test_an_unclosed_quotation_mark_quotes_nothing() -> None:
    assert scope('He is 6" tall and you will be arrested.', "be arrested") is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The last agent told you you'd be arrested.", "be arrested"),
        ("You said someone would be arrested.", "be arrested"),
        ("Scammers may claim that you will be arrested.", "be arrested"),
        ("I hear a caller told you they would take your car.", "take your car"),
    ],
)
def test_reported(text: str, words: str) -> None:
    assert scope(text, words) == "reported"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The sheriff told me he would take your car by Tuesday.", "take your car"),
        ("Our lawyers say you will be sued.", "be sued"),
        ("We told you that you would be sued.", "be sued"),
    ],
)
def test_a_threat_passed_on_is_a_threat(text: str, words: str) -> None:
    assert scope(text, words) is None
