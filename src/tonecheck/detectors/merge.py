"""The one place where rules and model meet: sightings to findings, scores and labels."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from tonecheck.core.document import Document, Span
from tonecheck.core.finding import Finding
from tonecheck.core.report import Scores, Trace
from tonecheck.core.taxonomy import Action, Category, Certainty
from tonecheck.detectors.base import Detection, Draft, Sighting
from tonecheck.detectors.rules import CONFIDENCE, Locks
from tonecheck.model_files import Calibration, Thresholds

WITHOUT_MODEL = Thresholds(sure=0.8, unsure=0.5)
"""Where only rules judge: what a rule says is sure."""


@dataclass(frozen=True, slots=True)
class Merged:
    """What all detectors together say of a draft."""

    findings: tuple[Finding, ...]
    """In order of place; without suggestions and ids."""
    scores: tuple[Scores, ...]
    """By sentence."""
    trace: tuple[Trace, ...]


@dataclass(frozen=True, slots=True)
class Merger:
    """How much each detector is believed."""

    calibration: Mapping[Category, Calibration]
    """Empty where there is no model."""
    thresholds: Mapping[Category, Thresholds]

    def merge(self, document: Document, draft: Draft, detections: Sequence[Detection]) -> Merged:
        """Merge `detections` into one finding for one span and category, every origin kept."""
        logits = next((d.logits for d in detections if d.logits), ())
        findings: list[Finding] = []
        scores: list[Scores] = []
        trace: list[Trace] = []
        for position in range(len(draft.sentences)):
            here = [s for d in detections for s in d.sightings if s.sentence == position]
            by_category: dict[Category, float] = {}
            for category in Category:
                own = [s for s in here if s.category is category]
                logit = logits[position][category] if logits else None
                score = self.probability(category, logit, own)
                found = self._findings(document, category, own, score)
                by_category[category] = score
                findings.extend(found)
                trace.extend(_told(own, logit, score, category))
            scores.append(by_category)
        return Merged(
            tuple(sorted(findings, key=lambda f: (f.start, f.end, f.category))), tuple(scores), tuple(trace)
        )

    def probability(self, category: Category, logit: float | None, sightings: Sequence[Sighting]) -> float:
        """Return the merged probability 0-1 of a category in one sentence. See model_files.Calibration."""
        seen, asked, exempt = evidence(sightings)
        calibration = self.calibration.get(category)
        if logit is None or calibration is None:
            return CONFIDENCE if seen else 0.0
        return calibration.probability(logit, seen, asked, exempt)

    def labels(self, scores: Scores) -> tuple[Category, ...]:
        """Return the categories whose score is sure."""
        return tuple(c for c in Category if scores[c] >= self.threshold(c).sure)

    def unsure(self, scores: Scores) -> tuple[Category, ...]:
        """Return the categories whose score lies between the two thresholds."""
        return tuple(c for c in Category if self.threshold(c).unsure <= scores[c] < self.threshold(c).sure)

    def threshold(self, category: Category) -> Thresholds:
        """Return from where on a category's score is sure, and unsure."""
        return self.thresholds.get(category, WITHOUT_MODEL)

    def _findings(
        self, document: Document, category: Category, sightings: Sequence[Sighting], score: float
    ) -> list[Finding]:
        """Make the findings of one sentence and category: accusations, or else questions."""
        threshold = self.threshold(category)
        counting = [s for s in sightings if s.exempt is None]
        accusing = [s for s in counting if s.action is not Action.VERIFY]
        asking = [s for s in counting if s.action is Action.VERIFY]
        if score >= threshold.sure or (score >= threshold.unsure and not asking):
            certainty = Certainty.SURE if score >= threshold.sure else Certainty.UNSURE
            return [_finding(document, group, score, certainty) for group in _grouped(accusing)]
        return [_finding(document, group, CONFIDENCE, Certainty.UNSURE) for group in _grouped(asking)]


def evidence(sightings: Sequence[Sighting]) -> tuple[bool, bool, bool]:
    """Tell what the rules say of one sentence and category: seen, asked about, there but exempt."""
    rules = [s for s in sightings if s.origin.kind == "rule"]
    counting = [s for s in rules if s.exempt is None]
    seen = any(s.action is not Action.VERIFY for s in counting)
    asked = any(s.action is Action.VERIFY for s in counting)
    return seen, asked and not seen, bool(rules) and not counting


def _grouped(sightings: Sequence[Sighting]) -> list[list[Sighting]]:
    """Group sightings whose spans overlap; the model's alone if a rule's words lie outside its span."""
    groups: list[list[Sighting]] = []
    for sighting in sorted(sightings, key=lambda s: (s.span.start, s.span.end)):
        if groups and any(other.span.overlaps(sighting.span) for other in groups[-1]):
            groups[-1].append(sighting)
        else:
            groups.append([sighting])
    return groups


def _finding(document: Document, group: Sequence[Sighting], score: float, certainty: Certainty) -> Finding:
    """Make one finding of sightings of one category: rules speak before the model, the worst first."""
    ranked = sorted(group, key=lambda s: (s.origin.kind != "rule", -s.severity.rank))
    first = ranked[0]
    span = Span(min(s.span.start for s in group), max(s.span.end for s in group))
    rules = [s for s in ranked if s.origin.kind == "rule"] or ranked
    actions = [s.action for s in rules]
    return Finding(
        start=span.start,
        end=span.end,
        text=document.text[span.start : span.end],
        category=first.category,
        subtypes=tuple(
            dict.fromkeys(name for s in ranked for name in s.subtypes[: 1 if s is not first else 3])
        ),
        action=Action.REMOVE if Action.REMOVE in actions else first.action,
        severity=max((s.severity for s in rules), key=lambda severity: severity.rank),
        score=round(score, 4),
        certainty=certainty,
        origin=tuple(dict.fromkeys(s.origin for s in ranked)),
        message=first.message,
        why=first.why,
        sources=tuple({source.citation: source for s in rules for source in s.sources}.values()),
        suggest=next((s.suggest for s in ranked if s.suggest), None),
    )


def _told(
    sightings: Sequence[Sighting], logit: float | None, score: float, category: Category
) -> list[Trace]:
    """Tell, for --explain, what each detector contributed to a score."""
    if not sightings:
        return []
    start, end = min(s.span.start for s in sightings), max(s.span.end for s in sightings)
    steps = [
        Trace(s.span.start, s.span.end, "exempt", f"{s.origin.id}: does not count, {s.exempt}")
        if s.exempt
        else Trace(s.span.start, s.span.end, s.origin.kind, f"{s.origin.id}: {', '.join(s.subtypes)}")
        for s in sightings
    ]
    model = "no model" if logit is None else f"model logit {logit:+.2f}"
    return [*steps, Trace(start, end, "merge", f"{category}: {model}, merged probability {score:.3f}")]


def named(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Give each finding its id: hash of category, words and how often both came before."""
    seen: dict[tuple[str, str], int] = {}
    result: list[Finding] = []
    for finding in findings:
        key = (
            str(finding.category) + ("?" if finding.action is Action.VERIFY else ""),
            " ".join(finding.text.split()),
        )
        seen[key] = seen.get(key, 0) + 1
        digest = hashlib.sha256("\x1f".join((*key, str(seen[key]))).encode("utf-8", "surrogatepass"))
        result.append(replace(finding, id=digest.hexdigest()[:12]))
    return tuple(result)


def unlocked(merged: Merged, draft: Draft, locks: Locks) -> Merged:
    """Take out what touches statutory wording: never flagged, never scored.

    A threat that shares a sentence with such wording, outside of it, stays.
    """
    findings = list(merged.findings)
    scores: list[Scores] = []
    trace = list(merged.trace)
    for sentence, own in zip(draft.sentences, merged.scores, strict=True):
        lock = locks.find(sentence, draft.jurisdiction)
        if lock is not None:
            name, span = lock
            trace.append(Trace(span.start, span.end, "exempt", f"{name}: statutory wording"))
            findings = [f for f in findings if not span.overlaps(f.span)]
            kept = {f.category for f in findings if sentence.span.overlaps(f.span)}
            own = {category: own[category] if category in kept else 0.0 for category in Category}
        scores.append(own)
    return Merged(tuple(findings), tuple(scores), tuple(trace))
