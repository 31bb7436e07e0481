"""What a person sets aside no longer counts, says why, and comes back."""

from datetime import date
from pathlib import Path

import pytest

from tonecheck.core.document import Document
from tonecheck.core.errors import UnknownNameError
from tonecheck.core.finding import Finding, Origin
from tonecheck.core.report import Duty, Report, Versions, verdict
from tonecheck.core.taxonomy import Action, Category, Certainty, Severity, Verdict
from tonecheck.triage import ignores
from tonecheck.triage.ignores import Entry, IgnoreError

TODAY = date(2026, 11, 24)
FINDING = Finding(
    start=0,
    end=11,
    text="Pay  now or",
    category=Category.HARSH,
    subtypes=("pressure",),
    action=Action.REWORD,
    severity=Severity.MEDIUM,
    score=0.9,
    certainty=Certainty.SURE,
    origin=(Origin("rule", "any.harsh.pay-now", "1", 0.9),),
    message="m",
    why="w",
    id="abc123",
)
DUTY = Duty("identity", required=True, state="missing", rule="uk.duty.identity")


def report(*findings: Finding, duties: tuple[Duty, ...] = ()) -> Report:
    return Report(
        document=Document.of("Pay  now or else."),
        versions=Versions("0", "0", "0"),
        verdict=verdict(findings, duties),
        scores=dict.fromkeys(Category, 0.0),
        findings=findings,
        duties=duties,
    )


@pytest.mark.parametrize(
    "entry",
    [
        Entry("word", "pay NOW or", "ours"),
        Entry("rule", "any.harsh.pay-now", "ours"),
        Entry("place", "abc123", "ours", file="a.txt"),
        Entry("document", "*", "ours", file="a.txt"),
        Entry("word", "pay now or", "ours", until=TODAY),
    ],
    ids=lambda entry: f"{entry.what}-{entry.until}",
)
def test_sets_aside(entry: Entry) -> None:
    after = ignores.set_aside(report(FINDING), [entry], "a.txt", TODAY)
    assert after.findings == ()
    assert after.verdict is Verdict.SEND
    assert [(i.reason, i.entry) for i in after.ignored] == [("ours", entry.id)]


@pytest.mark.parametrize(
    "entry",
    [
        Entry("word", "pay now", "ours"),
        Entry("rule", "any.harsh.other", "ours"),
        Entry("place", "abc123", "ours", file="b.txt"),
        Entry("document", "*", "ours", file="b.txt"),
        Entry("word", "pay now or", "ours", until=date(2026, 11, 23)),
    ],
    ids=lambda entry: f"{entry.what}-{entry.until}",
)
def test_leaves_alone(entry: Entry) -> None:
    assert ignores.set_aside(report(FINDING), [entry], "a.txt", TODAY) == report(FINDING)


@pytest.mark.parametrize("value", ["uk.duty.identity", "identity"])
def test_a_duty_can_be_waived(value: str) -> None:
    after = ignores.set_aside(report(duties=(DUTY,)), [Entry("rule", value, "ours")], "a.txt", TODAY)
    assert after.duties[0].state == "not-applicable"
    assert after.verdict is Verdict.SEND


def test_adding_and_removing(tmp_path: Path) -> None:
    path = tmp_path / "ignore.yml"
    entry = Entry("word", "final demand", "our product", until=date(2027, 1, 1))
    ignores.add(path, entry)
    ignores.add(path, Entry("word", "final demand", "a better reason"))
    assert [e.reason for e in ignores.load(path)] == ["a better reason"]
    assert ignores.remove(path, entry.id).value == "final demand"
    assert ignores.load(path) == ()


def test_an_entry_needs_a_reason(tmp_path: Path) -> None:
    with pytest.raises(IgnoreError, match="reason"):
        ignores.add(tmp_path / "ignore.yml", Entry("word", "x", " "))


def test_removing_what_is_not_there_names_what_is(tmp_path: Path) -> None:
    with pytest.raises(UnknownNameError, match="none yet"):
        ignores.remove(tmp_path / "ignore.yml", "nope")


@pytest.mark.parametrize("text", ["- what: nonsense\n", "{{", "- 3\n", "- what: word\n  value: x\n"])
def test_a_broken_file_is_named(tmp_path: Path, text: str) -> None:
    path = tmp_path / "ignore.yml"
    path.write_text(text)
    with pytest.raises(IgnoreError, match=r"ignore\.yml cannot be read"):
        ignores.load(path)
