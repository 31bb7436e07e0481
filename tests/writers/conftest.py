"""One hand-made letter and one hand-made call, with everything a report can hold, for every writer."""

from dataclasses import replace

import pytest

from tonecheck.core.document import Anchor, Document, Span, Turn, Unchecked
from tonecheck.core.finding import Finding, Origin, Source
from tonecheck.core.report import (
    Cue,
    Duty,
    Ignored,
    Reading,
    Report,
    SentenceScore,
    Strength,
    Trace,
    Versions,
)
from tonecheck.core.suggestion import Refusal, Suggestion
from tonecheck.core.taxonomy import Action, Category, Certainty, Role, RoleSource, Severity, Verdict
from tonecheck.writers.base import Outcome

VERSIONS = Versions("0.1.0", "small-1", "2026.11")
HARSH, MISLEADING, THREATENING = Category.HARSH, Category.MISLEADING, Category.THREATENING

LETTER = (
    "Dear Mr O'Neill 😀, <script>alert('x')</script>\n"
    "Unless you pay £412.50 by 3 June, the sheriff will collect your telly, no court needed. "
    "We may apply to the county court.\n"
    "\u200f=Stop wasting\u200f our \ud800 time & @pay now.\n"
    "> You said you would pay.\n"
)
SHERIFF = "the sheriff will collect your telly, no court needed"
COURT = "We may apply to the county court."
WASTING = "=Stop wasting\u200f our \ud800 time"

CALL = (
    "Agent: Good morning, how can I help?\n"
    "Customer: I have lost my job and I don't want to be here any more.\n"
    "Agent: Everybody has bills. What's your card number, now?\n"
)


def span_of(text: str, part: str) -> Span:
    """Return where `part` is in `text`."""
    start = text.index(part)
    return Span(start, start + len(part))


def finding(text: str, part: str, category: Category, **changes: object) -> Finding:
    """Return a sure, medium finding about `part`, changed as asked."""
    span = span_of(text, part)
    made = Finding(
        start=span.start,
        end=span.end,
        text=part,
        category=category,
        subtypes=("vague-menace",),
        action=Action.REWORD,
        severity=Severity.MEDIUM,
        score=0.912345,
        certainty=Certainty.SURE,
        origin=(Origin("model", "small", "1", 0.912345),),
        message=f"May come across as {category.value}.",
        why="It puts pressure on the reader.",
        id=f"id-{category.value}-{span.start}",
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def sentence(text: str, part: str, turn: int, *labels: Category) -> SentenceScore:
    """Return a judged sentence."""
    span = span_of(text, part)
    scores = {category: 0.9 if category in labels else 0.01 for category in Category}
    return SentenceScore(span.start, span.end, turn, labels, scores)


def first_sentence() -> str:
    """Return the sentence with the sheriff."""
    return LETTER[LETTER.index("Unless") : LETTER.index(" We may")]


def offer() -> Suggestion:
    """Return a rewording of the first sentence that keeps two facts and leaves a slot."""
    whole = span_of(LETTER, first_sentence())
    return Suggestion(
        start=whole.start,
        end=whole.end,
        text="The balance of £412.50 is due by 3 June. If that is difficult, please call us by [date].",
        action="reword",
        why="Says what is owed and leaves a way to agree.",
        scores_after={"harsh": 0.01, "misleading": 0.021239, "threatening": 0.03},
        keeps=("£412.50", "3 June"),
        needs_input=("date",),
    )


def letter_findings() -> tuple[Finding, ...]:
    """Return two findings on one span, a question, and one that is not sure."""
    sheriff = {
        "severity": Severity.HIGH,
        "score": 0.99712,
        "origin": (Origin("rule", "uk.threat.sheriff", "2026.11", 1.0), Origin("model", "small", "1", 0.97)),
        "suggestions": (offer(),),
    }
    wasting = span_of(LETTER, WASTING)
    return (
        finding(
            LETTER,
            SHERIFF,
            THREATENING,
            subtypes=("asset-or-income",),
            message="Can be read as a threat to take belongings.",
            sources=(Source("CONC 7.3.18R", "uk", "memory"), Source("CONC 7.3.2G", "uk", "source")),
            **sheriff,
        ),
        finding(LETTER, SHERIFF, MISLEADING, subtypes=("false-authority", "false-consequence"), **sheriff),
        finding(
            LETTER,
            COURT,
            THREATENING,
            subtypes=("legal-action",),
            action=Action.VERIFY,
            severity=Severity.HIGH,
            origin=(Origin("rule", "uk.verify.county-court", "2026.11", 1.0),),
            message="Speaks of court action.",
        ),
        finding(
            LETTER,
            WASTING,
            HARSH,
            subtypes=("insult",),
            action=Action.REMOVE,
            severity=Severity.LOW,
            score=0.5,
            certainty=Certainty.UNSURE,
            suggestions=(
                Suggestion(wasting.start, wasting.end, "", "remove", "Nothing is lost.", {"harsh": 0.0}),
                Suggestion(wasting.start, wasting.end, "=Please\u200f help us", "edit", "Asks.", {}),
            ),
        ),
    )


def letter_report() -> Report:
    """Return the letter: stop, two categories on one span, a question, an unsure and an ignored finding."""
    first = first_sentence()
    whole, wasting = span_of(LETTER, first), span_of(LETTER, WASTING)
    return Report(
        document=Document.of(
            LETTER,
            kind="letter",
            jurisdiction="uk",
            language="en",
            warnings=("read as cp1252",),
            unchecked=(Unchecked(LETTER.index("> You"), len(LETTER), "quoted reply"),),
        ),
        versions=VERSIONS,
        verdict=Verdict.STOP,
        scores={THREATENING: 0.99712, HARSH: 0.5, MISLEADING: 0.9},
        sentences=(
            sentence(LETTER, first, 0, MISLEADING, THREATENING),
            sentence(LETTER, COURT, 0),
            sentence(LETTER, LETTER[wasting.start : LETTER.index("> You") - 1], 0),
        ),
        findings=letter_findings(),
        duties=(
            Duty("creditor", True, "present", 0, 4, rule="uk.duty.creditor"),
            Duty("payment-options", False, "missing", suggestion="You can pay by card.", rule="any.duty.pay"),
            Duty(
                "free-advice-signpost",
                True,
                "missing",
                suggestion="Free, independent advice: StepChange.",
                rule="uk.duty.free-advice",
                why="People in debt are helped by free advice.",
            ),
            Duty("opt-out", False, "not-applicable"),
        ),
        reading=Reading(8.24, 31),
        strengths=(Strength("offers-options", 0, 4, "Dear", 0), Strength("offers-options", 0, 4, "Dear", 0)),
        cues=(),
        ignored=(
            Ignored(
                finding(LETTER, "You said", HARSH, id="id-ignored"), "agreed with Legal", "e1", "2027-01-01"
            ),
        ),
        known=(f"id-harsh-{wasting.start}",),
        trace=(Trace(whole.start, whole.end, "merge", "rule 1.0 and model 0.97 give 0.997"),),
        refusals=(Refusal("Pay £500.", "amount £412.50 is lost"),),
    )


def call_report() -> Report:
    """Return the call: two agent turns, cues of which one is about self-harm, and times."""
    said = [line.partition(": ")[2] for line in CALL.splitlines()]
    spans = [span_of(CALL, words) for words in said]
    agent = {"speaker": "Agent", "role": Role.AGENT}
    turns = (
        Turn(0, spans[0].start, spans[0].end, **agent, where="line 1"),  # type: ignore[arg-type]
        Turn(1, spans[1].start, spans[1].end, "Customer", Role.CUSTOMER, RoleSource.GIVEN, 61_000, 66_000),
        Turn(
            2,
            spans[2].start,
            spans[2].end,
            "Lorna",
            Role.AGENT,
            RoleSource.GUESSED,
            3_671_000,
            None,
            "line 3",
        ),
    )
    job, here = span_of(CALL, "I have lost my job"), span_of(CALL, "I don't want to be here any more")
    return Report(
        document=Document(CALL, kind="call", turns=turns, jurisdiction="any"),
        versions=VERSIONS,
        verdict=Verdict.REVISE,
        scores={HARSH: 0.9, MISLEADING: 0.01, THREATENING: 0.0},
        sentences=(
            sentence(CALL, said[0], 0),
            sentence(CALL, "Everybody has bills.", 2, HARSH),
            sentence(CALL, "What's your card number, now?", 2, HARSH),
        ),
        findings=(
            finding(CALL, "Everybody has bills.", HARSH, subtypes=("dismissive",)),
            finding(CALL, "What's your card number, now?", HARSH, subtypes=("pressure",)),
        ),
        strengths=(Strength("acknowledges", spans[0].start, spans[0].end, said[0], 0),),
        cues=(
            Cue("hardship", job.start, job.end, "I have lost my job", 1, "missed"),
            Cue("self-harm-risk", here.start, here.end, "I don't want to be here any more", 1, "missed"),
        ),
    )


def anchored_report() -> Report:
    """Return the letter as it would come out of a PDF: its text is not the file itself."""
    report = letter_report()
    anchors = (Anchor(0, "page 1"), Anchor(LETTER.index("Unless"), "page 2"))
    return replace(report, document=replace(report.document, anchors=anchors))


def empty_report() -> Report:
    """Return the report of an empty file."""
    return Report(Document.of(""), VERSIONS, Verdict.SEND, dict.fromkeys(Category, 0.0))


@pytest.fixture
def letter() -> Outcome:
    return Outcome("drafts/first letter é.txt", letter_report())


@pytest.fixture
def call() -> Outcome:
    return Outcome("call.txt", call_report())


@pytest.fixture
def anchored() -> Outcome:
    return Outcome("letter.pdf", anchored_report())


@pytest.fixture
def empty() -> Outcome:
    return Outcome("empty.txt", empty_report())


@pytest.fixture
def failed() -> Outcome:
    return Outcome("<b>old</b>.doc", error="=old.doc: a Word 97 file. Save it as .docx & try again.")
