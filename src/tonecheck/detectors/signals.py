"""Signals: the customer's cues and the sender's strengths. Never faults, and never counted as such."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from tonecheck.core.document import QUOTED_REPLY, Document, Span, Turn
from tonecheck.core.report import Cue, Strength
from tonecheck.core.taxonomy import CUES, Role, RoleSource
from tonecheck.detectors.rules import WordFinder
from tonecheck.rulebook.loader import Rulebook
from tonecheck.rulebook.schema import SignalRule
from tonecheck.segments.scopes import negated, quoted
from tonecheck.segments.sentences import Segmenter, Sentence

_ALWAYS_SHOWN = "self-harm-risk"
"""A cue that no negation clears: 'I don't want to be here' and 'I would never hurt myself' both matter."""


@dataclass(frozen=True, slots=True)
class Signal:
    """A cue or strength and where it stands."""

    name: str
    span: Span
    turn: int


class SignalFinder:
    """Finds cues in the customer's words and strengths in the sender's."""

    def __init__(self, rulebook: Rulebook, segmenter: Segmenter) -> None:
        self._segmenter = segmenter
        self._rules = {rule.id: rule for rule in rulebook.words_of(SignalRule)}
        self._finder = WordFinder(segmenter, tuple(self._rules.values()), rulebook.parsed)

    def hear(
        self, document: Document, everybody: Sequence[Sentence], senders: Sequence[Sentence]
    ) -> tuple[tuple[Strength, ...], tuple[Cue, ...]]:
        """Return the sender's strengths and the customer's cues, self-harm-risk first.

        A customer's reply quoted below an email is heard too, though nothing else there is judged.
        """
        text = document.text
        customers = {turn.id for turn in document.turns if turn.role is Role.CUSTOMER}
        strong = self.strengths(senders)
        answered = answers(document, strong)
        cues = [
            Cue(c.name, c.span.start, c.span.end, text[c.span.start : c.span.end], c.turn, answered(c))
            for c in self.cues([s for s in everybody if s.turn in customers])
        ]
        if any(gap.reason == QUOTED_REPLY for gap in document.unchecked):
            below = self._segmenter.sentences(quoted_reply(document))
            cues.extend(
                Cue(c.name, c.span.start, c.span.end, text[c.span.start : c.span.end], None)
                for c in self.cues(below)
            )
        strengths = tuple(
            Strength(s.name, s.span.start, s.span.end, text[s.span.start : s.span.end], s.turn)
            for s in strong
        )
        return strengths, tuple(sorted(cues, key=lambda cue: cue.id != _ALWAYS_SHOWN))

    def cues(self, sentences: Sequence[Sentence]) -> tuple[Signal, ...]:
        """Return the cues in the customer's `sentences`, self-harm-risk first, then in order."""
        found = self._find(sentences, "cue")
        return tuple(sorted(found, key=lambda s: (s.name != _ALWAYS_SHOWN, s.span.start, CUES.index(s.name))))

    def strengths(self, sentences: Sequence[Sentence]) -> tuple[Signal, ...]:
        """Return the strengths in the sender's `sentences`, in order."""
        return tuple(sorted(self._find(sentences, "strength"), key=lambda s: (s.span.start, s.name)))

    def _find(self, sentences: Sequence[Sentence], kind: str) -> list[Signal]:
        signals: dict[tuple[str, int], Signal] = {}
        for sentence in sentences:
            for found in self._finder.find(sentence):
                rule = self._rules[found.entry]
                if rule.kind != kind:
                    continue
                if rule.name != _ALWAYS_SHOWN and (
                    negated(sentence, found.first, found.last) or quoted(sentence, found.first, found.last)
                ):
                    continue
                span = sentence.span_of(found.first, found.last)
                signals.setdefault((rule.name, sentence.index), Signal(rule.name, span, sentence.turn))
        return list(signals.values())


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
