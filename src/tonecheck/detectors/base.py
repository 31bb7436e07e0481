"""Sentences to sightings: the interface of every detector, before they meet in merge."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from tonecheck.core.document import Span
from tonecheck.core.finding import Origin, Source
from tonecheck.core.taxonomy import Action, Category, Severity
from tonecheck.segments.sentences import Sentence


@dataclass(frozen=True, slots=True)
class Draft:
    """What detectors look at: the sender's sentences, all of one document."""

    sentences: Sequence[Sentence]
    contexts: Sequence[str]
    """By sentence: what was said just before its turn, or an empty string."""
    kind: str
    jurisdiction: str


@dataclass(frozen=True, slots=True)
class Sighting:
    """What one detector says of one span and one category; merge makes findings of them."""

    sentence: int
    """Position in Draft.sentences."""
    span: Span
    category: Category
    subtypes: tuple[str, ...]
    action: Action
    severity: Severity
    origin: Origin
    message: str
    why: str
    sources: tuple[Source, ...] = ()
    suggest: str | None = None
    exempt: str | None = None
    """Why the words do not count here ('negated by not'); kept, as it speaks against a finding."""


@dataclass(frozen=True, slots=True)
class Detection:
    """What one detector saw in a draft."""

    sightings: tuple[Sighting, ...] = ()
    logits: tuple[dict[Category, float], ...] = ()
    """By sentence, where the detector scores every one; empty otherwise."""


class Detector(Protocol):
    """One way of seeing."""

    def detect(self, draft: Draft) -> Detection:
        """Look at every sentence of `draft`."""
        ...
