"""Report to text: the words in which every format for people says the same thing.

They say what may be wrong and what to do; they never pronounce anybody guilty.
"""

from collections import Counter
from typing import Final

from tonecheck.core.document import Document
from tonecheck.core.finding import Finding, Source
from tonecheck.core.report import Reading, Report
from tonecheck.core.suggestion import Suggestion
from tonecheck.core.taxonomy import Action, Category, Severity, Verdict

SELF_HARM: Final = "self-harm-risk"

SAFETY_TITLE: Final = "Safety first"
SAFETY: Final = "The customer may be at risk of self-harm."

SAFETY_STEPS: Final = (
    "Stop collecting now: no request for payment, no more about the debt.",
    "Follow your firm's emergency route and tell a supervisor straight away.",
    "If life may be in danger, call the emergency services. If the contact is over, a person "
    "should follow up today.",
)

CLOSING: Final = "tonecheck points out wording that may be a problem and proposes another. A person decides."

SYMBOLS: Final = {Verdict.SEND: "✓", Verdict.UNSURE: "?", Verdict.REVISE: "✎", Verdict.STOP: "✖"}
"""One sign for each verdict, so that no colour is needed to tell them apart."""

DRAFT_VERDICTS: Final = {
    Verdict.SEND: "Nothing found that needs a change",
    Verdict.UNSURE: "A person should look at this before it is sent",
    Verdict.REVISE: "Revise before sending",
    Verdict.STOP: "Do not send this as it is",
}

CALL_VERDICTS: Final = {
    Verdict.SEND: "Nothing found that needs a closer look",
    Verdict.UNSURE: "A person should look at this",
    Verdict.REVISE: "Some wording to work on",
    Verdict.STOP: "Serious concerns: a person should review this soon",
}
"""A call has already been held, so nothing is said of sending it."""

DUTIES: Final = {
    "identity": "Who is writing or calling",
    "creditor": "Who the debt is owed to",
    "amount-itemised": "What the amount is made up of",
    "dispute-rights": "The right to dispute the debt",
    "opt-out": "How to stop these messages",
    "free-advice-signpost": "Where to get free, independent advice",
    "vulnerability-support": "Support for people in difficult circumstances",
    "payment-options": "Ways and plans to pay",
    "complaint-route": "How to complain",
    "deadline-explained": "What the deadline means",
}

CUES: Final = {
    SELF_HARM: "Risk of self-harm",
    "distress": "Distress",
    "hardship": "Money trouble",
    "bereavement": "Bereavement",
    "illness": "Illness",
    "anger": "Anger",
    "confusion": "Confusion",
    "dispute": "Disputes the debt",
    "stop-contact": "Asks for contact to stop",
    "third-party": "Somebody else is involved",
    "agreement": "Agrees",
}

ANSWERED: Final = {
    "met": "answered",
    "partly": "answered in part",
    "missed": "the reply may have missed it",
}

STRENGTHS: Final = {
    "acknowledges": "acknowledges the situation",
    "thanks": "thanks",
    "apologises": "apologises",
    "explains-plainly": "explains plainly",
    "offers-options": "offers options",
    "asks-affordability": "asks what is affordable",
    "signposts-help": "points to help",
    "confirms-rights": "confirms rights",
    "de-escalates": "calms things down",
    "checks-understanding": "checks understanding",
    "leaves-choice": "leaves a choice",
}

_EASE: Final = ((6, "very easy"), (8, "easy"), (10, "fairly easy"), (13, "rather hard"), (16, "hard"))
"""Highest grade of each, and what people call it."""

LONG_SENTENCE: Final = 28
"""Words from which on a sentence is worth splitting."""


def spoken(name: str) -> str:
    """Return an id as words: 'legal-action' gives 'legal action'."""
    return name.replace("-", " ")


def count(number: int, noun: str) -> str:
    """Return '1 finding', '2 findings'."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def percent(probability: float) -> str:
    """Return a probability as a percentage; never 0% or 100%, which would promise too much."""
    rounded = round(probability * 100)
    return "under 1%" if rounded < 1 else "over 99%" if rounded > 99 else f"{rounded}%"


def verdict(report: Report) -> str:
    """Return the verdict in words."""
    words = CALL_VERDICTS if is_past(report.document) else DRAFT_VERDICTS
    return words[report.verdict]


def is_past(document: Document) -> bool:
    """Tell whether the words have been said already, rather than being a draft."""
    return document.kind == "call" or any(turn.speaker for turn in document.turns)


def because(report: Report) -> str:
    """Return one line that says why the verdict is what it is, from what it was made of."""
    sure = [finding for finding in report.findings if finding.sure]
    high = [finding for finding in sure if finding.severity is Severity.HIGH]
    asked = [finding for finding in report.findings if finding.action is Action.VERIFY]
    unsure = [f for f in report.findings if not f.sure and f.action is not Action.VERIFY]
    missing = sum(duty.required and duty.state == "missing" for duty in report.duties)
    parts = []
    if high:
        parts.append(f"{count(len(high), 'sure finding')} of high severity ({_categories(high)})")
    if other := [finding for finding in sure if finding not in high]:
        none_high = "" if high else ", none of high severity"
        parts.append(
            f"{count(len(other), 'other sure finding' if high else 'sure finding')}"
            f" ({_categories(other)}){none_high}"
        )
    if missing:
        parts.append(f"{count(missing, 'required statement')} may be missing")
    if unsure and not sure:
        parts.append(f"{count(len(unsure), 'finding')} tonecheck is not sure about")
    if asked and not sure:
        parts.append(f"{count(len(asked), 'statement')} to confirm")
    return "; ".join(parts) + "." if parts else "nothing was found, and no question is open."


def about(document: Document) -> str:
    """Return what is checked, and by which rules."""
    rules = (
        "common rules only" if document.jurisdiction == "any" else f"{document.jurisdiction.upper()} rules"
    )
    kind = {"sms": "text message"}.get(document.kind, document.kind)
    language = f" · language: {document.language}" if document.language else ""
    return f"{kind.capitalize()} · {rules}{language}"


def heading(finding: Finding) -> str:
    """Return category, subtypes, severity and likelihood of a finding, each by its name."""
    kinds = ", ".join(spoken(subtype) for subtype in finding.subtypes)
    what = finding.category.value.capitalize() + (f" ({kinds})" if kinds else "")
    if finding.action is Action.VERIFY:
        return f"If not true, can be read as {what[:1].lower()}{what[1:]} · {finding.severity.value} severity"
    return f"{what} · {finding.severity.value} severity · {certainty(finding)}"


def certainty(finding: Finding) -> str:
    """Return 'sure' or 'not sure', with the likelihood."""
    if finding.certainty.value == "sure":
        return f"sure ({percent(finding.score)} likely)"
    return f"not sure ({percent(finding.score)} likely), a person should decide"


def question(document: Document) -> str:
    """Return what a verify finding asks of the writer."""
    return "Please confirm this was true:" if is_past(document) else "Only send this if it is true:"


def source(cited: Source) -> str:
    """Return a source, and whether its text was read."""
    place = "" if cited.jurisdiction == "any" else f" ({cited.jurisdiction.upper()})"
    until = f" (until {cited.until})" if cited.until else ""
    return f"{cited.citation}{place}{until}" + (" (to be verified)" if cited.checked == "memory" else "")


def origins(finding: Finding, explain: bool) -> str:
    """Return which rules or models saw it; to `explain`, also their versions and likelihoods."""
    return ", ".join(
        f"{origin.kind} {origin.id}" + (f" {origin.version} ({percent(origin.score)})" if explain else "")
        for origin in finding.origin
    )


def rechecked(suggestion: Suggestion) -> str:
    """Return what the same checker says of the suggestion, or nothing if it was not asked."""
    if not suggestion.scores_after:
        return ""
    most = percent(max(suggestion.scores_after.values()))
    return f"Checked again with this wording: {most} at most in any category."


def reading(reading: Reading) -> str:
    """Return how hard the sender's words are, in words."""
    ease = next((name for limit, name in _EASE if reading.grade < limit), "very hard")
    years = max(round(reading.grade), 1)
    longest = f"The longest sentence has {count(reading.longest_sentence_words, 'word')}"
    advice = "; consider splitting it." if reading.longest_sentence_words >= LONG_SENTENCE else "."
    return f"{ease.capitalize()} to read: about {count(years, 'year')} of schooling. {longest}{advice}"


def strengths(report: Report) -> str:
    """Return what is done well, each once, with how often."""
    counted = Counter(strength.id for strength in report.strengths)
    return ", ".join(
        STRENGTHS.get(name, spoken(name)) + (f" ({times} times)" if times > 1 else "")
        for name, times in counted.items()
    )


def versions(report: Report) -> str:
    """Return what made the report."""
    made_by = report.versions
    return f"tonecheck {made_by.tonecheck} · model {made_by.model} · rulebook {made_by.rulebook}"


def _categories(findings: list[Finding]) -> str:
    held = {finding.category for finding in findings}
    return ", ".join(category.value for category in Category if category in held)
