"""The line itself: Document to sentences, to findings, to suggestions, to Report."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from tonecheck.core.document import Document
from tonecheck.core.errors import ToneCheckError
from tonecheck.core.finding import Finding
from tonecheck.core.report import Duty, Report, Scores, SentenceScore, Versions, verdict
from tonecheck.core.suggestion import Refusal, Suggestion
from tonecheck.core.taxonomy import Action, Category, known_jurisdiction, known_kind
from tonecheck.detectors.base import Detector, Draft
from tonecheck.detectors.duties import DutyChecker
from tonecheck.detectors.merge import Merged, Merger, named, unlocked
from tonecheck.detectors.rules import Locks
from tonecheck.detectors.second_opinion import SecondOpinion
from tonecheck.detectors.signals import SignalFinder
from tonecheck.readers import read_text
from tonecheck.rewording.base import Request, Rescored
from tonecheck.rewording.rewriter import Rewriter
from tonecheck.rewording.whole import whole
from tonecheck.segments.ease import reading_ease
from tonecheck.segments.language import english
from tonecheck.segments.reading import read_range
from tonecheck.segments.sentences import Segmenter, Sentence, turns_before


class RolesUnknownError(ToneCheckError):
    """A transcript in which nobody is known to be the sender's side."""

    def __init__(self, speakers: Sequence[str]) -> None:
        named_speakers = ", ".join(speakers) or "nobody is named"
        advice = (
            f"say who with --agent {speakers[0]!r}"
            if speakers
            else "label the turns 'Agent:' and 'Customer:'"
        )
        super().__init__(f"it does not say who is the agent; the speakers are: {named_speakers}; {advice}.")
        self.speakers = tuple(speakers)


@dataclass(frozen=True, slots=True)
class Judged:
    """A document's sentences and what the detectors say of the sender's."""

    document: Document
    sentences: tuple[Sentence, ...]
    """Of everybody who speaks English."""
    draft: Draft
    merged: Merged

    @property
    def scores(self) -> Scores:
        """The highest score of each category."""
        return {c: max((scores[c] for scores in self.merged.scores), default=0.0) for c in Category}


class Checker:
    """Checks, scores and rewords; load one and keep it."""

    def __init__(
        self,
        *,
        segmenter: Segmenter,
        detectors: Sequence[Detector],
        merger: Merger,
        locks: Locks,
        duties: DutyChecker,
        signals: SignalFinder,
        rewriter: Rewriter,
        versions: Versions,
        second: SecondOpinion | None = None,
    ) -> None:
        self._segmenter = segmenter
        self._detectors = tuple(detectors)
        self._merger = merger
        self._locks = locks
        self._duties = duties
        self._signals = signals
        self._rewriter = rewriter
        self.versions = versions
        self._second = second

    @classmethod
    def load(cls) -> "Checker":
        """Load the shipped model and rulebook: no network, one load."""
        from importlib import import_module

        # assemble is the floor above: it alone picks detectors, and this door leads to it.
        checker: Checker = import_module("tonecheck.assemble").checker()
        return checker

    def check(
        self,
        text_or_document: str | Document,
        *,
        kind: str | None = None,
        jurisdiction: str = "any",
        scope: str = "document",
        suggest: bool = True,
        explain: bool = False,
        agents: Sequence[str] = (),
    ) -> Report:
        """Check a draft or transcript.

        `scope` 'fragment' asks for no duties; `suggest` False saves the time rewording takes; `explain`
        keeps the trace and the refused rewordings. Raise ToneCheckError for an unknown kind or
        jurisdiction, and RolesUnknownError for a transcript whose agent nobody named.
        """
        document = text_or_document
        if isinstance(document, str):
            document = read_text(document, kind=kind, agents=agents)
        document = replace(
            document,
            kind=known_kind(kind or document.kind),
            jurisdiction=known_jurisdiction(jurisdiction),
        )
        judged = self._judge(document)
        findings = named(judged.merged.findings)
        refusals: tuple[Refusal, ...] = ()
        if suggest:
            findings, refusals = self._reworded(judged, findings)
        duties: tuple[Duty, ...] = ()
        if scope == "document" and judged.draft.sentences:
            duties = self._duties.check(judged.draft.sentences, document.kind, jurisdiction)
        strengths, cues = self._signals.hear(judged.document, judged.sentences, judged.draft.sentences)
        return Report(
            document=judged.document,
            versions=self.versions,
            verdict=verdict(findings, duties),
            scores=judged.scores,
            sentences=tuple(self._sentence_scores(judged)),
            findings=findings,
            duties=duties,
            reading=reading_ease(judged.draft.sentences),
            strengths=strengths,
            cues=cues,
            trace=judged.merged.trace if explain else (),
            refusals=refusals if explain else (),
        )

    def score(
        self,
        texts: Sequence[str],
        contexts: Sequence[str] | None = None,
        *,
        channels: Sequence[str] | None = None,
        jurisdictions: Sequence[str] | None = None,
    ) -> list[dict[str, float]]:
        """Score each text as the sender's words; probabilities 0-1 by category."""
        return [
            dict(zip((str(c) for c in Category), row.scores.values(), strict=True))
            for row in self.decisions(texts, contexts, channels=channels, jurisdictions=jurisdictions)
        ]

    def decisions(
        self,
        texts: Sequence[str],
        contexts: Sequence[str] | None = None,
        *,
        channels: Sequence[str] | None = None,
        jurisdictions: Sequence[str] | None = None,
    ) -> "Iterable[Decision]":
        """Yield scores, sure labels and unsure ones of each text: the same decision as check's."""
        for index, text in enumerate(texts):
            document = Document.of(text, kind=known_kind(channels[index] if channels else "letter"))
            document = replace(
                document, jurisdiction=known_jurisdiction(jurisdictions[index] if jurisdictions else "any")
            )
            judged = self._judge(document, contexts[index] if contexts else "")
            yield Decision(
                judged.scores, self._merger.labels(judged.scores), self._merger.unsure(judged.scores)
            )

    def reword(
        self, text: str, *, kind: str = "letter", jurisdiction: str = "any", context: str = ""
    ) -> list[Suggestion]:
        """Return rewordings of the whole of `text`, best first, every one verified; none if it is fine."""
        document = replace(
            Document.of(text, kind=known_kind(kind)), jurisdiction=known_jurisdiction(jurisdiction)
        )
        judged = self._judge(document, context)
        findings, _ = self._reworded(judged, named(judged.merged.findings))
        return whole(text, findings, lambda new: self._rescore(judged, new, context))

    def _judge(self, document: Document, context: str = "") -> Judged:
        """Split, set foreign paragraphs aside, and let every detector look at the sender's sentences."""
        if document.turns and not any(turn.role.judged for turn in document.turns):
            unknown = dict.fromkeys(t.speaker or "?" for t in document.turns if t.role.value == "unknown")
            if unknown:
                raise RolesUnknownError(list(unknown))
        document, sentences = english(document, self._segmenter.sentences(document))
        turns = {turn.id: turn for turn in document.turns}
        own = [s for s in sentences if turns[s.turn].role.judged]
        before = turns_before(document.turns, sentences)
        context = read_range(context, 0, len(context)).text
        draft = Draft(
            own, [before.get(s.turn, "") or context for s in own], document.kind, document.jurisdiction
        )
        detections = [detector.detect(draft) for detector in self._detectors]
        merged = unlocked(self._merger.merge(document, draft, detections), draft, self._locks)
        if self._second is not None:
            merged, warnings = self._second.settle(draft, merged)
            document = replace(document, warnings=(*document.warnings, *warnings))
        return Judged(document, sentences, draft, merged)

    def _reworded(
        self, judged: Judged, findings: Sequence[Finding]
    ) -> tuple[tuple[Finding, ...], tuple[Refusal, ...]]:
        """Attach the suggestions of each sentence to its findings."""
        refusals: list[Refusal] = []
        done = list(findings)
        for position, sentence in enumerate(judged.draft.sentences):
            own = [f for f in findings if sentence.span.overlaps(f.span) and f.action is not Action.VERIFY]
            if not own:
                continue
            context = judged.draft.contexts[position]
            request = Request(
                document=judged.document,
                sentence=sentence,
                findings=tuple(own),
                kind=judged.draft.kind,
                jurisdiction=judged.draft.jurisdiction,
                locked=False,
                rescore=lambda text, context=context: self._rescore(judged, text, context),  # type: ignore[misc]
            )
            rewording = self._rewriter.reword(request)
            refusals.extend(rewording.refusals)
            done = [replace(f, suggestions=rewording.suggestions) if f in own else f for f in done]
        return tuple(done), tuple(refusals)

    def _rescore(self, judged: Judged, text: str, context: str) -> Rescored:
        """Judge `text` in the place of a sentence: same kind, same jurisdiction, same context."""
        document = replace(Document.of(text, kind=judged.draft.kind), jurisdiction=judged.draft.jurisdiction)
        again = self._judge(document, context)
        accusing = tuple(f for f in again.merged.findings if f.action is not Action.VERIFY)
        return Rescored(findings=accusing, scores=again.scores)

    def _sentence_scores(self, judged: Judged) -> Iterable[SentenceScore]:
        for sentence, scores in zip(judged.draft.sentences, judged.merged.scores, strict=True):
            yield SentenceScore(
                sentence.span.start, sentence.span.end, sentence.turn, self._merger.labels(scores), scores
            )


@dataclass(frozen=True, slots=True)
class Decision:
    """What is said of one text that is scored alone."""

    scores: Scores
    labels: tuple[Category, ...]
    unsure: tuple[Category, ...]
