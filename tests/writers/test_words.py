"""What is said of a verdict adds up with the report it is said of."""

from dataclasses import replace

from tonecheck.core.report import Reading
from tonecheck.core.taxonomy import Action, Severity
from tonecheck.writers import words

from .conftest import call_report, empty_report, letter_report


def test_stop_counts_the_sure_findings_of_high_severity() -> None:
    assert words.because(letter_report()) == (
        "2 sure findings of high severity (misleading, threatening); 1 required statement may be missing."
    )


def test_other_sure_findings_are_counted_beside_high_ones() -> None:
    report = letter_report()
    lower = replace(report.findings[1], severity=Severity.LOW)
    reason = words.because(replace(report, findings=(report.findings[0], lower)))
    assert reason.startswith(
        "1 sure finding of high severity (threatening); 1 other sure finding (misleading)"
    )


def test_revise_says_that_none_is_high() -> None:
    assert words.because(call_report()) == "2 sure findings (harsh), none of high severity."


def test_unsure_counts_doubts_and_questions() -> None:
    report = letter_report()
    reason = words.because(replace(report, findings=report.findings[2:], duties=()))
    assert reason == "1 finding tonecheck is not sure about; 1 statement to confirm."


def test_send_says_so() -> None:
    assert words.because(empty_report()) == "nothing was found, and no question is open."


def test_a_question_never_accuses() -> None:
    asked = next(f for f in letter_report().findings if f.action is Action.VERIFY)
    assert words.heading(asked).startswith("If not true, can be read as threatening")


def test_reading_is_said_in_words() -> None:
    assert words.reading(Reading(5.0, 12)).startswith("Very easy to read: about 5 years of schooling.")
    assert "consider splitting" in words.reading(Reading(18.0, 50))
    assert words.reading(Reading(-1.5, 1)).endswith("1 year of schooling. The longest sentence has 1 word.")
