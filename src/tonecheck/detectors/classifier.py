"""Detector of the model: every sentence gets logits, and the ones that may offend a span and a subtype."""

from collections.abc import Sequence

from tonecheck.core.finding import Origin, Source
from tonecheck.core.taxonomy import SUBTYPES, Category
from tonecheck.detectors.base import Detection, Draft, Sighting
from tonecheck.detectors.units import text_of, units
from tonecheck.encoders.base import Judge, Judgement, TokenTag
from tonecheck.model_files import ModelConfig, sigmoid
from tonecheck.rulebook.loader import Rulebook
from tonecheck.segments.sentences import Sentence

_WORTH_A_LOOK = -4.0
"""Logit below which no span is looked for: a probability under 2%."""
_SECOND_SUBTYPE = 0.4
_FEWEST_TOKENS = 2
_CATEGORIES = tuple(Category)


class ClassifierDetector:
    """See base.Detector."""

    def __init__(self, judge: Judge, config: ModelConfig, rulebook: Rulebook) -> None:
        self._judge = judge
        self._config = config
        self._rulebook = rulebook

    def detect(self, draft: Draft) -> Detection:
        """See Detector.detect."""
        sightings: list[Sighting] = []
        logits: list[dict[Category, float]] = []
        for first, last in units(draft.sentences, draft.kind):
            unit = draft.sentences[first:last]
            base = unit[0].tokens.start_char
            judgement = self._judge.judge(text_of(unit), draft.contexts[first])
            parts = [(s.tokens.start_char - base, s.tokens.start_char - base + len(s.text)) for s in unit]
            for offset, (sentence, part) in enumerate(zip(unit, parts, strict=True)):
                scores = {c: _share(judgement, c, part, parts) for c in _CATEGORIES}
                logits.append(scores)
                for category, logit in scores.items():
                    if logit > _WORTH_A_LOOK:
                        sightings.append(
                            self._sighting(draft, first + offset, sentence, category, logit, judgement, part)
                        )
        return Detection(tuple(sightings), tuple(logits))

    def _sighting(
        self,
        draft: Draft,
        position: int,
        sentence: Sentence,
        category: Category,
        logit: float,
        judgement: Judgement,
        part: tuple[int, int],
    ) -> Sighting:
        subtypes = _subtypes(judgement, category)
        note = self._rulebook.notes[subtypes[0]]
        start, end = offending(judgement.tokens, category, part)
        return Sighting(
            sentence=position,
            span=sentence.span_of_letters(*_whole_words(sentence.text, start, end)),
            category=category,
            subtypes=subtypes,
            action=note.action,
            severity=note.severity,
            origin=Origin("model", self._config.name, self._config.version, round(sigmoid(logit), 4)),
            message=note.message,
            why=note.why,
            sources=self._sources(subtypes[0], draft.jurisdiction),
        )

    def _sources(self, subtype: str, jurisdiction: str) -> tuple[Source, ...]:
        """Return what the reference holds for a subtype: the jurisdiction's own, else the common ones."""
        note = self._rulebook.notes[subtype]
        own = [
            pack for pack in self._rulebook.holding(jurisdiction) if pack != "any" and pack in note.sources
        ]
        return tuple(
            Source(source.citation, pack, source.checked, source.url, source.until)
            for pack in own or ["any"]
            for source in note.sources.get(pack, ())
        )


def offending(tokens: Sequence[TokenTag], category: Category, part: tuple[int, int]) -> tuple[int, int]:
    """Return the code points, counted from the start of `part`, of the words that offend there.

    From the first to the last token that is more likely than not to offend; where hardly one is, the
    whole part: a quotation of "not" tells nobody anything.
    """
    index = _CATEGORIES.index(category)
    inside = [tag for tag in tokens if part[0] <= tag.start and tag.end <= part[1]]
    hot = [tag for tag in inside if tag.logits[index] > 0]
    if len({tag.start for tag in hot}) < _FEWEST_TOKENS:
        return 0, part[1] - part[0]
    return hot[0].start - part[0], hot[-1].end - part[0]


def _share(
    judgement: Judgement, category: Category, part: tuple[int, int], parts: Sequence[tuple[int, int]]
) -> float:
    """Return the logit of one part of a unit: the unit's own where its worst words are, less elsewhere."""
    whole = judgement.logits[category]
    if len(parts) == 1:
        return whole
    index = _CATEGORIES.index(category)

    def peak(start: int, end: int) -> float:
        return max(
            (t.logits[index] for t in judgement.tokens if start <= t.start and t.end <= end), default=-9.0
        )

    highest = max(peak(*other) for other in parts)
    return whole - (highest - peak(*part))


def _subtypes(judgement: Judgement, category: Category) -> tuple[str, ...]:
    """Return the likeliest subtype of a category, and any other that is likely by itself."""
    own = sorted(
        ((logit, name) for name, logit in judgement.subtypes.items() if SUBTYPES[name] is category),
        reverse=True,
    )
    return (own[0][1], *(name for logit, name in own[1:] if sigmoid(logit) > _SECOND_SUBTYPE))


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """Widen a range to whole words, and leave the stop of the sentence out of the quotation."""
    while start > 0 and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
        end += 1
    trimmed = text[start:end].rstrip(" .,;:")
    return start, start + len(trimmed) if trimmed else end
