"""Report to text: what was found in one file, as results of SARIF 2.1.0."""

import os
from collections.abc import Iterator
from pathlib import PurePath
from typing import Any, Final
from urllib.parse import quote

from tonecheck.core.document import Document, Span
from tonecheck.core.finding import Finding
from tonecheck.core.report import Cue, Duty, Report
from tonecheck.core.suggestion import Suggestion
from tonecheck.core.taxonomy import Action, Certainty, Severity
from tonecheck.writers import words
from tonecheck.writers.as_dict import PLACES
from tonecheck.writers.cards import place, safety_cues

LEVELS: Final = {Severity.HIGH: "error", Severity.MEDIUM: "warning", Severity.LOW: "note"}

Result = dict[str, Any]
Rule = dict[str, Any]
Found = tuple[Rule, Result]
"""A result and the rule it belongs to; the writer counts the rules."""


def results(name: str, report: Report) -> Iterator[Found]:
    """Yield the results of one file, a risk of self-harm first."""
    artifact = {"uri": uri(name)}
    for cue in safety_cues(report):
        yield _cue(cue, report.document, artifact)
    for finding in report.findings:
        yield _finding(finding, report, artifact)
    for ignored in report.ignored:
        rule, result = _finding(ignored.finding, report, artifact)
        excused = {"kind": "external", "status": "accepted", "justification": ignored.reason}
        yield rule, {**result, "suppressions": [excused]}
    for duty in report.duties:
        if duty.required and duty.state == "missing":
            yield _duty(duty, artifact)


def uri(name: str) -> str:
    """Return a path as a URI, relative where it lies under the working folder, percent-encoded."""
    path = PurePath(name)
    if path.is_absolute() and path.is_relative_to(os.getcwd()):
        path = path.relative_to(os.getcwd())
    written = quote(_bytes_of(path.as_posix()), safe="/")
    return f"file://{written}" if path.is_absolute() else written


def _bytes_of(path: str) -> bytes:
    """Return the bytes a path has on disk, or its code units where it never was on a disk."""
    try:
        return path.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return path.encode("utf-8", "surrogatepass")


def message(text: str) -> dict[str, str]:
    """Return a SARIF message; braces are doubled because single ones hold arguments there."""
    return {"text": text.replace("{", "{{").replace("}", "}}")}


def rule_id(finding: Finding) -> str:
    """Return the rule that saw the finding, or the subtype the model saw."""
    seen = next((origin.id for origin in finding.origin if origin.kind == "rule"), None)
    return seen or f"model/{finding.subtypes[0] if finding.subtypes else finding.category.value}"


def level(finding: Finding) -> str:
    """Return the level; an open question is a note, and what is not sure is never an error."""
    if finding.action is Action.VERIFY:
        return "note"
    if finding.certainty is Certainty.UNSURE and finding.severity is Severity.HIGH:
        return "warning"
    return LEVELS[finding.severity]


def _finding(finding: Finding, report: Report, artifact: dict[str, str]) -> Found:
    """Return a finding with its rule."""
    document = report.document
    result: Result = {
        "ruleId": rule_id(finding),
        "level": level(finding),
        "message": message(_says(finding, document)),
        "locations": [_location(document, finding.span, artifact)],
    }
    if finding.id:
        result["partialFingerprints"] = {"tonecheckFindingId/v1": finding.id}
    if finding.suggestions and not document.anchors:
        result["fixes"] = [_fix(finding.suggestions[0], document, artifact)]
    result["properties"] = {
        "category": finding.category.value,
        "subtypes": list(finding.subtypes),
        "action": finding.action.value,
        "severity": finding.severity.value,
        "score": round(finding.score, PLACES),
        "certainty": finding.certainty.value,
        "place": place(document, finding.start),
        "known": finding.id in report.known,
    }
    return _rule_of(finding), result


def _says(finding: Finding, document: Document) -> str:
    """Return what is said of a finding; its place too where lines mean nothing."""
    parts = [f"{place(document, finding.start)}:"] if document.anchors else []
    if finding.action is Action.VERIFY:
        parts.append(words.question(document).removesuffix(":") + ".")
    parts.append(finding.message)
    if finding.certainty is Certainty.UNSURE:
        parts.append(f"{words.certainty(finding).capitalize()}.")
    if finding.suggestions:
        best = finding.suggestions[0].text.strip()
        parts.append(f"Instead: “{best}”" if best else "Instead: leave these words out.")
    return " ".join(parts)


def _rule_of(finding: Finding) -> Rule:
    """Return the descriptor of a finding's rule."""
    rule: Rule = {"id": rule_id(finding), "shortDescription": message(finding.message)}
    if finding.why:
        rule["fullDescription"] = message(finding.why)
    if finding.sources:
        cited = "\n".join(words.source(source) for source in finding.sources)
        rule["help"] = message(f"{finding.why}\nSources:\n{cited}".strip())
        if address := next((source.url for source in finding.sources if source.url), None):
            rule["helpUri"] = address
    asks = finding.action is Action.VERIFY
    rule["defaultConfiguration"] = {"level": "note" if asks else LEVELS[finding.severity]}
    rule["properties"] = {"tags": [finding.category.value, *finding.subtypes]}
    return rule


def _location(document: Document, span: Span, artifact: dict[str, str]) -> dict[str, Any]:
    """Return where a span is: by line if the text is the file itself, else by offset in the text as read."""
    region = _region(document, span)
    region["snippet"] = {"text": document.text[span.start : span.end]}
    return {"physicalLocation": {"artifactLocation": artifact, "region": region}}


def _region(document: Document, span: Span) -> dict[str, Any]:
    """Return a region; lines and columns from 1, the last column excluded."""
    if document.anchors:
        return {"charOffset": span.start, "charLength": span.end - span.start}
    return {
        "startLine": document.line(span.start),
        "startColumn": document.column(span.start),
        "endLine": document.line(span.end),
        "endColumn": document.column(span.end),
    }


def _fix(suggestion: Suggestion, document: Document, artifact: dict[str, str]) -> dict[str, Any]:
    """Return a suggestion as a fix of the file."""
    fill_in = f" Fill in: {', '.join(suggestion.needs_input)}." if suggestion.needs_input else ""
    replacement = {
        "deletedRegion": _region(document, Span(suggestion.start, suggestion.end)),
        "insertedContent": {"text": suggestion.text},
    }
    return {
        "description": message(suggestion.why + fill_in),
        "artifactChanges": [{"artifactLocation": artifact, "replacements": [replacement]}],
    }


def _cue(cue: Cue, document: Document, artifact: dict[str, str]) -> Found:
    """Return a risk of self-harm as a result, so that it cannot be missed here either."""
    rule: Rule = {
        "id": f"cue/{cue.id}",
        "shortDescription": message(words.SAFETY),
        "fullDescription": message(" ".join(words.SAFETY_STEPS)),
        "defaultConfiguration": {"level": "error"},
        "properties": {"tags": ["customer-cue", cue.id]},
    }
    where = f"{place(document, cue.start)}: " if document.anchors else ""
    result: Result = {
        "ruleId": rule["id"],
        "level": "error",
        "message": message(f"{where}{words.SAFETY} {' '.join(words.SAFETY_STEPS)}"),
        "locations": [_location(document, Span(cue.start, cue.end), artifact)],
        "properties": {"place": place(document, cue.start), "answered": cue.answered},
    }
    return rule, result


def _duty(duty: Duty, artifact: dict[str, str]) -> Found:
    """Return a missing required statement; it has a file, but no place in it."""
    name = words.DUTIES.get(duty.id, words.spoken(duty.id))
    rule: Rule = {"id": duty.rule or f"duty/{duty.id}", "shortDescription": message(name)}
    if duty.why:
        rule["fullDescription"] = message(duty.why)
    rule["defaultConfiguration"] = {"level": "warning"}
    rule["properties"] = {"tags": ["transparency-duty", duty.id]}
    add = f" Add: “{duty.suggestion}”" if duty.suggestion else ""
    result: Result = {
        "ruleId": rule["id"],
        "level": "warning",
        "message": message(f"A required statement may be missing: {name.lower()}.{add}"),
        "locations": [{"physicalLocation": {"artifactLocation": artifact}}],
        "partialFingerprints": {"tonecheckDutyId/v1": duty.id},
    }
    return rule, result
