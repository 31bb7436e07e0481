"""Detector of the rulebook: words to sightings; quotation, negation and report clear every rule alike."""

from collections.abc import Mapping, Sequence

from tonecheck.core.document import Span
from tonecheck.core.finding import Origin
from tonecheck.detectors.base import Detection, Draft, Sighting
from tonecheck.detectors.kinds.base import Kind, Occurrence
from tonecheck.detectors.kinds.pattern import Patterns
from tonecheck.detectors.kinds.phrase import Phrases
from tonecheck.rulebook.loader import Rulebook
from tonecheck.rulebook.notation import Token
from tonecheck.rulebook.schema import Entry, LockRule, WordRule
from tonecheck.segments.scopes import Scope, scope_of
from tonecheck.segments.sentences import Segmenter, Sentence

CONFIDENCE = 0.9
"""Probability a rule's word is given alone: rules are written to be right nine times in ten."""


class WordFinder:
    """Finds the words of any entries, of whatever kind."""

    def __init__(
        self, segmenter: Segmenter, entries: Sequence[Entry], parsed: Mapping[str, Sequence[Token]]
    ) -> None:
        self._kinds: tuple[Kind, ...] = (
            Phrases(segmenter, {entry.id: entry.phrases for entry in entries}),
            Patterns(segmenter, {entry.id: entry.pattern for entry in entries}, parsed),
        )

    def find(self, sentence: Sentence) -> list[Occurrence]:
        """Return the occurrences in order, of one entry only the longest where several overlap."""
        found = [occurrence for kind in self._kinds for occurrence in kind.find(sentence)]
        found.sort(key=lambda o: (o.first - o.last, o.first))
        kept: list[Occurrence] = []
        for occurrence in found:
            if not any(
                other.entry == occurrence.entry
                and other.first < occurrence.last
                and occurrence.first < other.last
                for other in kept
            ):
                kept.append(occurrence)
        return sorted(kept, key=lambda o: (o.first, o.last, o.entry))


class RuleDetector:
    """See base.Detector. A jurisdiction's words are made ready when they are first asked for."""

    def __init__(self, rulebook: Rulebook, segmenter: Segmenter) -> None:
        self._rulebook = rulebook
        self._segmenter = segmenter
        self._rules: dict[str, WordRule] = {rule.id: rule for rule in rulebook.words_of(WordRule)}
        self._finders: dict[str, WordFinder] = {}

    def detect(self, draft: Draft) -> Detection:
        """See Detector.detect."""
        finders = [self._finder(pack) for pack in self._rulebook.holding(draft.jurisdiction)]
        return Detection(
            tuple(
                self._sighting(self._rules[found.entry], position, sentence, found, draft.jurisdiction)
                for position, sentence in enumerate(draft.sentences)
                for finder in finders
                for found in finder.find(sentence)
                if draft.kind in self._rules[found.entry].channels
            )
        )

    def _finder(self, pack: str) -> WordFinder:
        if pack not in self._finders:
            own = [rule for rule in self._rules.values() if rule.jurisdiction == pack]
            self._finders[pack] = WordFinder(self._segmenter, own, self._rulebook.parsed)
        return self._finders[pack]

    def _sighting(
        self, rule: WordRule, position: int, sentence: Sentence, found: Occurrence, jurisdiction: str
    ) -> Sighting:
        scope = cleared(rule, sentence, found)
        return Sighting(
            sentence=position,
            span=sentence.span_of(found.first, found.last),
            category=rule.category,
            subtypes=(rule.subtype,),
            action=rule.action,
            severity=rule.severity,
            origin=Origin("rule", rule.id, self._rulebook.version, CONFIDENCE),
            message=rule.message,
            why=rule.why,
            sources=self._rulebook.sources(rule, jurisdiction),
            suggest=rule.suggest,
            exempt=scope.detail if scope else None,
        )


class Locks:
    """Statutory wording: recognised, so that it is never flagged and never reworded."""

    def __init__(self, rulebook: Rulebook, segmenter: Segmenter) -> None:
        self._rulebook = rulebook
        self._entries = {lock.id: lock for lock in rulebook.words_of(LockRule)}
        self._finder = WordFinder(segmenter, tuple(self._entries.values()), rulebook.parsed)

    def find(self, sentence: Sentence, jurisdiction: str) -> tuple[str, Span] | None:
        """Return the id and place of the statutory wording a sentence holds, or None.

        Without a jurisdiction every pack's wording is locked: 'any' means that we do not know.
        """
        holding = self._rulebook.holding(jurisdiction)
        for found in self._finder.find(sentence):
            if jurisdiction == "any" or self._entries[found.entry].jurisdiction in holding:
                return found.entry, sentence.span_of(found.first, found.last)
        return None


def cleared(rule: WordRule, sentence: Sentence, found: Occurrence) -> Scope | None:
    """Return the scope that clears an occurrence of `rule`, or None where its words count."""
    scope = scope_of(sentence, found.first, found.last)
    if scope is None:
        return None
    stays = (
        rule.quotation if scope.name == "quoted" else rule.negation if scope.name == "negated" else "clears"
    )
    return None if stays == "stays" else scope
