"""Report to text: the Report JSON of the contract, as a dictionary in the contract's order."""

from collections.abc import Mapping
from typing import Any

from tonecheck.core.document import Document, Turn
from tonecheck.core.finding import Finding
from tonecheck.core.report import SCHEMA, Cue, Duty, Ignored, Report, SentenceScore, Strength
from tonecheck.core.suggestion import Suggestion
from tonecheck.core.taxonomy import Category
from tonecheck.writers.base import Outcome

PLACES = 4
"""Decimal places of a probability."""


def report_to_dict(report: Report, explain: bool = False) -> dict[str, Any]:
    """Return the Report JSON; with `explain` also its trace and the refused rewordings."""
    versions = report.versions
    reading = report.reading
    made: dict[str, Any] = {
        "schema": SCHEMA,
        "versions": {
            "tonecheck": versions.tonecheck,
            "model": versions.model,
            "rulebook": versions.rulebook,
        },
        "document": document_to_dict(report.document),
        "verdict": report.verdict.value,
        "scores": _scores(report.scores),
        "sentences": [_sentence(sentence) for sentence in report.sentences],
        "findings": [finding_to_dict(finding) for finding in report.findings],
        "duties": [_duty(duty) for duty in report.duties],
        "reading": reading
        and {"grade": round(reading.grade, 1), "longest_sentence_words": reading.longest_sentence_words},
        "strengths": [_strength(strength) for strength in report.strengths],
        "cues": [_cue(cue) for cue in report.cues],
        "unchecked": [
            {"start": part.start, "end": part.end, "reason": part.reason}
            for part in report.document.unchecked
        ],
        "ignored": [_ignored(ignored) for ignored in report.ignored],
        "known": list(report.known),
    }
    if explain:
        made["trace"] = [
            {"start": step.start, "end": step.end, "step": step.step, "detail": step.detail}
            for step in report.trace
        ]
        made["refusals"] = [{"text": refusal.text, "reason": refusal.reason} for refusal in report.refusals]
    return made


def outcome_to_dict(outcome: Outcome, explain: bool = False) -> dict[str, Any]:
    """Return {"file", "report"}, or {"file", "error"} where there is no report."""
    if outcome.report is None:
        return {"file": outcome.name, "error": outcome.error}
    return {"file": outcome.name, "report": report_to_dict(outcome.report, explain)}


def document_to_dict(document: Document) -> dict[str, Any]:
    """Return what the Report JSON says of the document; never its text."""
    return {
        "kind": document.kind,
        "language": document.language,
        "jurisdiction": document.jurisdiction,
        "offset_unit": "codepoint",
        "warnings": list(document.warnings),
        "turns": [_turn(turn) for turn in document.turns],
    }


def finding_to_dict(finding: Finding) -> dict[str, Any]:
    """Return one finding of the Report JSON."""
    return {
        "id": finding.id,
        "start": finding.start,
        "end": finding.end,
        "text": finding.text,
        "category": finding.category.value,
        "subtypes": list(finding.subtypes),
        "action": finding.action.value,
        "severity": finding.severity.value,
        "score": round(finding.score, PLACES),
        "certainty": finding.certainty.value,
        "origin": [
            {
                "kind": origin.kind,
                "id": origin.id,
                "version": origin.version,
                "score": round(origin.score, PLACES),
            }
            for origin in finding.origin
        ],
        "message": finding.message,
        "why": finding.why,
        "sources": [
            {"citation": source.citation, "jurisdiction": source.jurisdiction, "checked": source.checked}
            for source in finding.sources
        ],
        "suggestions": [suggestion_to_dict(suggestion) for suggestion in finding.suggestions],
    }


def suggestion_to_dict(suggestion: Suggestion) -> dict[str, Any]:
    """Return one suggestion of the Report JSON."""
    after = suggestion.scores_after
    return {
        "start": suggestion.start,
        "end": suggestion.end,
        "text": suggestion.text,
        "action": suggestion.action,
        "why": suggestion.why,
        "scores_after": {str(name): round(score, PLACES) for name, score in after.items()},
        "keeps": list(suggestion.keeps),
        "needs_input": list(suggestion.needs_input),
    }


def _turn(turn: Turn) -> dict[str, Any]:
    return {
        "id": turn.id,
        "speaker": turn.speaker,
        "role": turn.role.value,
        "role_source": turn.role_source.value,
        "start": turn.start,
        "end": turn.end,
        "start_ms": turn.start_ms,
        "end_ms": turn.end_ms,
        "where": turn.where,
    }


def _scores(scores: Mapping[Category, float]) -> dict[str, float]:
    return {category.value: round(scores.get(category, 0.0), PLACES) for category in Category}


def _sentence(sentence: SentenceScore) -> dict[str, Any]:
    return {
        "start": sentence.start,
        "end": sentence.end,
        "turn": sentence.turn,
        "labels": [label.value for label in sentence.labels],
        "scores": _scores(sentence.scores),
    }


def _duty(duty: Duty) -> dict[str, Any]:
    return {
        "id": duty.id,
        "required": duty.required,
        "state": duty.state,
        "start": duty.start,
        "end": duty.end,
        "suggestion": duty.suggestion,
    }


def _strength(strength: Strength) -> dict[str, Any]:
    return {
        "id": strength.id,
        "start": strength.start,
        "end": strength.end,
        "text": strength.text,
        "turn": strength.turn,
    }


def _cue(cue: Cue) -> dict[str, Any]:
    return {
        "id": cue.id,
        "start": cue.start,
        "end": cue.end,
        "text": cue.text,
        "turn": cue.turn,
        "answered": cue.answered,
    }


def _ignored(ignored: Ignored) -> dict[str, Any]:
    return {
        "finding": finding_to_dict(ignored.finding),
        "reason": ignored.reason,
        "entry": ignored.entry,
        "until": ignored.until,
    }
