"""The terminal: what comes first, what is said, and that it needs no colour."""

import re

import pytest
from rich.cells import cell_len

from tonecheck.writers.base import Outcome, Style
from tonecheck.writers.registry import load

ANSI = re.compile(r"\x1b\[[0-9;]*m")


def written(*outcomes: Outcome, color: bool = False, width: int = 80, explain: bool = False) -> str:
    return "".join(load("terminal", Style(color, width, explain)).write(outcomes))


def flat(text: str) -> str:
    """Return text without line breaks and frames."""
    return re.sub(r"[\s│]+", " ", text)


def in_order(text: str, *parts: str) -> None:
    """Check that the parts are there, one after the other."""
    at = 0
    for part in parts:
        assert part in text[at:], f"{part!r} missing or too early"
        at = text.index(part, at) + len(part)


def test_risk_of_self_harm_comes_before_everything(call: Outcome) -> None:
    text = written(call)
    assert text.splitlines()[0].startswith("╭─ ! Safety first")
    in_order(
        flat(text),
        "The customer may be at risk of self-harm.",
        "I don't want to be here any more",
        "Turn 2",
        "the reply may have missed it",
        "Stop collecting now",
        "emergency route",
        "call.txt",
        "Some wording to work on",
        "Everybody has bills.",
    )
    assert text.count("I don't want to be here any more") == 1


def test_verdict_has_a_sign_words_and_a_reason(letter: Outcome, empty: Outcome) -> None:
    text = flat(written(letter))
    in_order(
        text,
        "drafts/first letter é.txt",
        "✖ Do not send this as it is",
        "Why: 2 sure findings of high",
        "Letter · UK rules · language: en",
    )
    in_order(flat(written(empty)), "✓ Nothing found that needs a change", "Why:", "common rules only")


def test_sections_follow_one_order(letter: Outcome) -> None:
    in_order(
        flat(written(letter)),
        "Line 2",
        "Line 3",
        "Required, and may be missing",
        "✎ Where to get free",
        "Add: “Free, independent advice: StepChange.”",
        "Good practice, not required",
        "Ways and plans to pay",
        "Good The wording offers options (2 times).",
        "Fairly easy to read",
        "Skipped quoted reply: Line 4",
        "Note read as cp1252",
        "1 finding set aside by a person",
        "agreed with Legal",
        "A person decides.",
        "rulebook 2026.11",
    )


def test_a_card_says_all(letter: Outcome) -> None:
    text = flat(written(letter))
    in_order(
        text,
        "**the sheriff will collect your telly, no court needed**",
        "Threatening (asset or income) · high severity · sure (over 99% likely)",
        "Concern Can be read as a threat",
        "Why It puts pressure",
        "uk.threat.sheriff",
        "Misleading (false authority, false consequence)",
        "Source CONC 7.3.18R (UK) (to be verified)",
        "Source CONC 7.3.2G (UK) Instead:",
        "please call us by [date]",
        "Keeps £412.50 · 3 June",
        "Fill in [date]",
        "3% at most",
    )
    assert text.count("**the sheriff") == 1


def test_a_question_is_asked_not_scored(letter: Outcome) -> None:
    in_order(
        flat(written(letter)),
        "? Only send this if it is true:",
        "**We may apply to the county court.**",
        "If not true, can be read as threatening (legal action) · high severity Concern",
    )


def test_doubt_and_baseline_are_said(letter: Outcome) -> None:
    text = flat(written(letter))
    assert "not sure (50% likely), a person should decide" in text
    assert "Already in your baseline." in text


def test_cues_say_what_was_missed(call: Outcome) -> None:
    assert "Money trouble: “I have lost my job” (the reply may have missed it) Turn 2" in flat(written(call))


def test_explain_adds_trace_refusals_and_versions(letter: Outcome) -> None:
    plain, explained = flat(written(letter)), flat(written(letter, explain=True))
    for part in ("rule 1.0 and model 0.97 give 0.997", "amount £412.50 is lost", "uk.threat.sheriff 2026.11"):
        assert part in explained
        assert part not in plain


@pytest.mark.parametrize("width", [60, 72, 80, 100])
@pytest.mark.parametrize("color", [False, True])
def test_lines_fit(letter: Outcome, call: Outcome, failed: Outcome, width: int, color: bool) -> None:
    for line in written(letter, call, failed, color=color, width=width, explain=True).splitlines():
        assert cell_len(ANSI.sub("", line).replace("\u200f", "")) <= width


def test_colour_changes_nothing_but_the_marks(letter: Outcome, call: Outcome) -> None:
    plain, coloured = written(letter, call), written(letter, call, color=True)
    assert "\x1b[" not in plain
    assert "\x1b[1;4;31m" in coloured
    assert flat(ANSI.sub("", coloured)) == flat(plain).replace("**", "")


def test_several_files_end_with_a_summary(letter: Outcome, call: Outcome, failed: Outcome) -> None:
    text = written(letter, call, failed)
    in_order(
        text,
        "! Not checked",
        "Save it as .docx",
        "3 files",
        "✖ 1",
        "✎ 1",
        "! 1 could not be checked",
        "! call.txt: The customer may be at risk of self-harm.",
    )


def test_pages_stream(letter: Outcome, call: Outcome) -> None:
    pieces = load("terminal").write(iter([letter, call]))
    assert "call.txt" not in next(pieces)
