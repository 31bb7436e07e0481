"""Duties: wording that whole documents must or should hold; absent wording is a duty, not a finding."""

from collections import defaultdict
from collections.abc import Sequence

from tonecheck.core.document import Span
from tonecheck.core.report import Duty
from tonecheck.core.taxonomy import DUTIES
from tonecheck.detectors.kinds.pattern import Patterns
from tonecheck.rulebook.loader import Rulebook
from tonecheck.rulebook.schema import MissingRule
from tonecheck.segments.sentences import Segmenter, Sentence


class DutyChecker:
    """Looks for required wording in the sender's sentences."""

    def __init__(self, rulebook: Rulebook, segmenter: Segmenter) -> None:
        self._rulebook = rulebook
        rules = rulebook.words_of(MissingRule)
        self._needs = Patterns(segmenter, {rule.id: rule.needs for rule in rules}, rulebook.words)
        self._applies = Patterns(segmenter, {rule.id: rule.applies for rule in rules}, rulebook.words)

    def check(self, sentences: Sequence[Sentence], kind: str, jurisdiction: str) -> tuple[Duty, ...]:
        """Return the state of every duty of a `kind` in a jurisdiction, one for each duty's id.

        Where several packs ask for one duty, the strictest that applies speaks, and it is present as
        soon as one of them finds its wording.
        """
        present: dict[str, Span] = {}
        arising: set[str] = set()
        for sentence in sentences:
            for found in self._needs.find(sentence):
                present.setdefault(found.entry, sentence.span_of(found.first, found.last))
            arising.update(found.entry for found in self._applies.find(sentence))
        rules: dict[str, list[MissingRule]] = defaultdict(list)
        for rule in self._rulebook.words_of(MissingRule, jurisdiction):
            if kind in rule.channels:
                rules[rule.subtype].append(rule)
        return tuple(self._state(duty, rules[duty], present, arising) for duty in DUTIES if rules.get(duty))

    def _state(
        self, duty: str, rules: Sequence[MissingRule], present: dict[str, Span], arising: set[str]
    ) -> Duty:
        applying = [rule for rule in rules if not rule.applies or rule.id in arising]
        # Required before recommended; a jurisdiction's own wording before the common one.
        ranked = sorted(applying or rules, key=lambda r: (not r.required, r.jurisdiction == "any"))
        rule = ranked[0]
        span = next((present[other.id] for other in rules if other.id in present), None)
        state = "present" if span else "missing" if applying else "not-applicable"
        return Duty(
            id=duty,
            required=bool(applying) and rule.required,
            state=state,
            start=span.start if span else None,
            end=span.end if span else None,
            suggestion=rule.suggest if state == "missing" else None,
            rule=rule.id,
            why=rule.why,
        )
