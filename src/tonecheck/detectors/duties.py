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
        self._needs = Patterns(segmenter, {rule.id: rule.needs for rule in rules}, rulebook.parsed)
        self._applies = Patterns(segmenter, {rule.id: rule.applies for rule in rules}, rulebook.parsed)

    def check(self, sentences: Sequence[Sentence], kind: str, jurisdiction: str) -> tuple[Duty, ...]:
        """Return the state of every duty of a `kind` in a jurisdiction, one for each duty's id.

        A duty is missing where a required rule that applies does not find its own wording ("from a debt
        collector" is not said by naming the firm), or where no rule finds any.
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
        ranked = sorted(applying, key=lambda rule: (not rule.required, rule.jurisdiction == "any"))
        lacking = next((rule for rule in ranked if rule.id not in present), None)
        found = next((rule for rule in ranked if rule.id in present), None)
        if lacking is not None and (lacking.required or found is None):
            return Duty(
                id=duty,
                required=lacking.required,
                state="missing",
                suggestion=lacking.suggest,
                rule=lacking.id,
                why=lacking.why,
            )
        if found is not None:
            span = present[found.id]
            return Duty(duty, found.required, "present", span.start, span.end, None, found.id, found.why)
        return Duty(duty, False, "not-applicable", rule=rules[0].id, why=rules[0].why)
