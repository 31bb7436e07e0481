"""Signals: the customer's cues and the sender's strengths. Never faults, and never counted as such."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from tonecheck.core.document import QUOTED_REPLY, Document, Span, Turn
from tonecheck.core.report import Cue, Strength
from tonecheck.core.taxonomy import CUES, STRENGTHS, Role, RoleSource
from tonecheck.detectors.rules import WordFinder
from tonecheck.detectors.units import text_of, units
from tonecheck.encoders.base import Judge
from tonecheck.model_files import SignalCalibration
from tonecheck.rulebook.loader import Rulebook
from tonecheck.rulebook.schema import SignalRule
from tonecheck.segments.scopes import negated, quoted
from tonecheck.segments.sentences import Segmenter, Sentence, turns_before

_ALWAYS_SHOWN = "self-harm-risk"
"""A cue that no negation clears: 'I don't want to be here' and 'I would never hurt myself' both matter."""


@dataclass(frozen=True, slots=True)
class Signal:
    """A cue or strength and where it stands."""

    name: str
    span: Span
    turn: int


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known of one signal in some words."""

    logit: float | None
    """The model's, uncalibrated; None without a model."""
    span: Span | None
    """The words by which a rule sees it, if one does."""


class SignalFinder:
    """Finds cues in the customer's words and strengths in the sender's."""

    def __init__(
        self,
        rulebook: Rulebook,
        segmenter: Segmenter,
        judge: Judge | None = None,
        calibration: Mapping[str, SignalCalibration] | None = None,
    ) -> None:
        self._segmenter = segmenter
        self._judge = judge
        self._calibration = calibration or {}
        self._rules = {rule.id: rule for rule in rulebook.words_of(SignalRule)}
        self._finder = WordFinder(segmenter, tuple(self._rules.values()), rulebook.parsed)

    def hear(
        self, document: Document, everybody: Sequence[Sentence], senders: Sequence[Sentence]
    ) -> tuple[tuple[Strength, ...], tuple[Cue, ...]]:
        """Return the sender's strengths and the customer's cues, self-harm-risk first.

        A customer's reply quoted below an email is heard too, though nothing else there is judged.
        """
        text = document.text
        before = turns_before(document.turns, everybody)
        customers = {turn.id for turn in document.turns if turn.role is Role.CUSTOMER}
        strong = self._find(senders, document.kind, before, STRENGTHS)
        answered = answers(document, strong)
        said = [s for s in everybody if s.turn in customers]
        cues = [
            Cue(c.name, c.span.start, c.span.end, text[c.span.start : c.span.end], c.turn, answered(c))
            for c in self._find(said, document.kind, before, CUES)
        ]
        if any(gap.reason == QUOTED_REPLY for gap in document.unchecked):
            below = self._segmenter.sentences(quoted_reply(document))
            cues.extend(
                Cue(c.name, c.span.start, c.span.end, text[c.span.start : c.span.end], None)
                for c in self._find(below, document.kind, {}, CUES)
            )
        strengths = tuple(
            Strength(s.name, s.span.start, s.span.end, text[s.span.start : s.span.end], s.turn)
            for s in strong
        )
        return strengths, tuple(sorted(cues, key=lambda cue: cue.id != _ALWAYS_SHOWN))

    def evidence(self, unit: Sequence[Sentence], context: str) -> dict[str, Evidence]:
        """Return what model and rules say of each signal in words that are read at once."""
        seen = self._seen(unit)
        logits = self._judge.judge(text_of(unit), context).signals if self._judge else {}
        return {name: Evidence(logits.get(name), seen.get(name)) for name in (*CUES, *STRENGTHS)}

    def shown(self, unit: Sequence[Sentence], context: str) -> frozenset[str]:
        """Return the signals that are shown of words read at once, cues and strengths alike."""
        return frozenset(
            name for name, evidence in self.evidence(unit, context).items() if self._shown(name, evidence)
        )

    def _find(
        self, sentences: Sequence[Sentence], kind: str, before: Mapping[int, str], names: Sequence[str]
    ) -> list[Signal]:
        """Return the signals of `names` in the order of the text; without words of their own, the unit's."""
        found: list[Signal] = []
        for first, last in units(sentences, kind):
            unit = sentences[first:last]
            turn = unit[0].turn
            whole = Span(unit[0].span.start, unit[-1].span.end)
            for name, evidence in self.evidence(unit, before.get(turn, "")).items():
                if name in names and self._shown(name, evidence):
                    found.append(Signal(name, evidence.span or whole, turn))
        return sorted(found, key=lambda s: (s.span.start, names.index(s.name)))

    def _shown(self, name: str, evidence: Evidence) -> bool:
        calibration = self._calibration.get(name)
        if evidence.logit is None or calibration is None:
            return evidence.span is not None
        return calibration.probability(evidence.logit, evidence.span is not None) >= calibration.shown

    def _seen(self, unit: Sequence[Sentence]) -> dict[str, Span]:
        """Return the words by which rules see signals, the first of each."""
        spans: dict[str, Span] = {}
        for sentence in unit:
            for found in self._finder.find(sentence):
                rule = self._rules[found.entry]
                if rule.name != _ALWAYS_SHOWN and (
                    negated(sentence, found.first, found.last) or quoted(sentence, found.first, found.last)
                ):
                    continue
                spans.setdefault(rule.name, sentence.span_of(found.first, found.last))
        return spans


def quoted_reply(document: Document) -> Document:
    """Return the quoted reply as a document of its own, the customer's, on the same offsets."""
    ranges = [gap for gap in document.unchecked if gap.reason == QUOTED_REPLY]
    turns = tuple(
        Turn(number, gap.start, gap.end, role=Role.CUSTOMER, role_source=RoleSource.GUESSED)
        for number, gap in enumerate(ranges)
    )
    return replace(document, turns=turns, unchecked=())


_ANSWERING = frozenset(
    ("acknowledges", "apologises", "de-escalates", "signposts-help", "asks-affordability", "offers-options")
)
_CALM = frozenset(("agreement",))


def answers(document: Document, strengths: Sequence[Signal]) -> Callable[[Signal], str | None]:
    """Return how the sender's next two turns answer a cue: 'met' at once, 'partly' later, or 'missed'.

    None where no sender's turn follows, and for a cue that asks for no answer.
    """
    strong = {turn.id: {s.name for s in strengths if s.turn == turn.id} for turn in document.turns}

    def answered(cue: Signal) -> str | None:
        if cue.name in _CALM:
            return None
        following = [t for t in document.turns if t.id > cue.turn and t.role.judged][:2]
        if not following:
            return None
        for state, turn in zip(("met", "partly"), following, strict=False):
            if strong[turn.id] & _ANSWERING:
                return state
        return "missed"

    return answered
