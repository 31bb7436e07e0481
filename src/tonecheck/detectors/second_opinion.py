"""Merged to merged: what is unsure is put to a second reader, and becomes sure, or nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from tonecheck.core.errors import ToneCheckError
from tonecheck.core.finding import Finding, Origin
from tonecheck.core.report import Trace
from tonecheck.core.taxonomy import Action, Category, Certainty
from tonecheck.detectors.base import Draft
from tonecheck.detectors.merge import Merged, Merger
from tonecheck.encoders.base import SecondReader

_KIND = "model"
_ID = "second-reader"
_JUST_BELOW = 0.001


class SecondOpinion:
    """Asks about sentences with an unsure category, and about nothing else."""

    def __init__(self, reader: SecondReader, merger: Merger) -> None:
        self._reader = reader
        self._merger = merger

    def settle(self, draft: Draft, merged: Merged) -> tuple[Merged, tuple[str, ...]]:
        """Return what is then said, and a warning where the reader gave no answer: that stays unsure."""
        findings, scores, trace = list(merged.findings), list(merged.scores), list(merged.trace)
        for position, sentence in enumerate(draft.sentences):
            unsure = self._merger.unsure(scores[position])
            if not unsure:
                continue
            try:
                answer = self._reader.read(
                    sentence.text, draft.contexts[position], draft.kind, draft.jurisdiction, unsure
                )
            except ToneCheckError as error:
                return Merged(tuple(findings), tuple(scores), tuple(trace)), (str(error),)
            moved = {**scores[position], **self._moved(scores[position], answer)}
            scores[position] = moved
            findings = [
                settled
                for finding in findings
                for settled in (
                    self._settled(finding, answer, moved)
                    if sentence.span.overlaps(finding.span)
                    else [finding]
                )
            ]
            trace.extend(
                Trace(sentence.span.start, sentence.span.end, _ID, f"{name}: {'yes' if yes else 'no'}")
                for name, yes in answer.items()
            )
        return Merged(tuple(findings), tuple(scores), tuple(trace)), ()

    def _moved(
        self, scores: Mapping[Category, float], answer: Mapping[Category, bool]
    ) -> dict[Category, float]:
        """Move a score to the threshold that the answer decides for, and no further."""
        limits = {name: self._merger.threshold(name) for name in answer}
        return {
            name: limits[name].sure if yes else min(scores[name], limits[name].unsure - _JUST_BELOW)
            for name, yes in answer.items()
        }

    def _settled(
        self,
        finding: Finding,
        answer: Mapping[Category, bool],
        scores: Mapping[Category, float],
    ) -> Sequence[Finding]:
        yes = answer.get(finding.category)
        if yes is None or finding.action is Action.VERIFY or finding.certainty is Certainty.SURE:
            return [finding]
        if not yes:
            return []
        score = scores[finding.category]
        origin = Origin(_KIND, _ID, self._reader.name, round(score, 4))
        return [
            replace(
                finding,
                certainty=Certainty.SURE,
                score=round(score, 4),
                origin=(*finding.origin, origin),
            )
        ]
