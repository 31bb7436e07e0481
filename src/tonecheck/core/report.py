"""The last noun of the line: everything that was found in one document."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tonecheck.core.document import Document
from tonecheck.core.finding import Finding
from tonecheck.core.suggestion import Refusal
from tonecheck.core.taxonomy import Category, Severity, Verdict

SCHEMA = "tonecheck.report/1"

Scores = Mapping[Category, float]
"""Category to merged, calibrated probability 0-1."""


@dataclass(frozen=True, slots=True)
class Versions:
    """What made the report."""

    tonecheck: str
    model: str
    rulebook: str


@dataclass(frozen=True, slots=True)
class SentenceScore:
    """One judged sentence."""

    start: int
    end: int
    turn: int
    labels: tuple[Category, ...]
    scores: Scores


@dataclass(frozen=True, slots=True)
class Duty:
    """Required or helpful wording, judged on whole documents only."""

    id: str
    required: bool
    state: str
    """'present', 'missing' or 'not-applicable'."""
    start: int | None = None
    end: int | None = None
    suggestion: str | None = None
    rule: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Strength:
    """Something the sender does well."""

    id: str
    start: int
    end: int
    text: str
    turn: int


@dataclass(frozen=True, slots=True)
class Cue:
    """Something the customer shows."""

    id: str
    start: int
    end: int
    text: str
    turn: int | None
    """None in the quoted reply below an email."""
    answered: str | None = None
    """'met', 'partly' or 'missed' by the next agent turns; None where nobody had the chance."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How hard the sender's words are to read."""

    grade: float
    """Flesch-Kincaid grade: years of schooling."""
    longest_sentence_words: int


@dataclass(frozen=True, slots=True)
class Ignored:
    """A finding set aside by a person, with their reason."""

    finding: Finding
    reason: str
    entry: str
    """Id of the entry, so that it can be undone."""
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Trace:
    """One step of how a decision came about, for --explain."""

    start: int
    end: int
    step: str
    """'rule', 'model', 'exempt', 'merge' or 'refused'."""
    detail: str


@dataclass(frozen=True, slots=True)
class Report:
    """What was found, what was not looked at, and what to do."""

    document: Document
    versions: Versions
    verdict: Verdict
    scores: Scores
    """The highest of the sentences, by category."""
    sentences: tuple[SentenceScore, ...] = ()
    findings: tuple[Finding, ...] = ()
    duties: tuple[Duty, ...] = ()
    reading: Reading | None = None
    """None where there is no English sentence."""
    strengths: tuple[Strength, ...] = ()
    cues: tuple[Cue, ...] = ()
    ignored: tuple[Ignored, ...] = ()
    known: tuple[str, ...] = ()
    """Ids of findings that a baseline already held; they do not count for the exit status."""
    trace: tuple[Trace, ...] = ()
    """Filled only when asked for."""
    refusals: tuple[Refusal, ...] = ()


def verdict(findings: Sequence[Finding], duties: Sequence[Duty]) -> Verdict:
    """Say what to do with the whole document: stop, revise, unsure or send."""
    if any(f.sure and f.severity is Severity.HIGH for f in findings):
        return Verdict.STOP
    if any(f.sure for f in findings) or any(d.required and d.state == "missing" for d in duties):
        return Verdict.REVISE
    return Verdict.UNSURE if findings else Verdict.SEND
