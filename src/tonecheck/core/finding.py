"""The second noun of the line: a finding is one span and one category."""

from dataclasses import dataclass

from tonecheck.core.document import Span
from tonecheck.core.suggestion import Suggestion
from tonecheck.core.taxonomy import Action, Category, Certainty, Severity


@dataclass(frozen=True, slots=True)
class Source:
    """A law or code a rule stands on."""

    citation: str
    jurisdiction: str = "any"
    checked: str = "memory"
    """'source' where the provision itself was read, 'memory' where it still has to be."""
    url: str | None = None
    until: str | None = None
    """ISO date from which the provision no longer holds."""


@dataclass(frozen=True, slots=True)
class Origin:
    """A detector that saw the finding."""

    kind: str
    """'rule' or 'model'."""
    id: str
    version: str
    score: float
    """Probability 0-1 that this detector gave."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Words that frighten, shame or mislead, or a question about them (action verify)."""

    start: int
    end: int
    text: str
    """Document.text[start:end], so that a client can check before it replaces."""
    category: Category
    """For verify: the category they would have if untrue."""
    subtypes: tuple[str, ...]
    action: Action
    severity: Severity
    score: float
    """Merged, calibrated probability 0-1."""
    certainty: Certainty
    origin: tuple[Origin, ...]
    message: str
    why: str
    sources: tuple[Source, ...] = ()
    suggest: str | None = None
    """The rule's own hand-written wording, offered to rewording; not yet verified."""
    suggestions: tuple[Suggestion, ...] = ()
    """Best first, every one verified by the guard."""
    id: str = ""
    """Stable across runs and edits elsewhere: hash of category, words and their count before."""

    @property
    def span(self) -> Span:
        """The range of the finding's words."""
        return Span(self.start, self.end)

    @property
    def sure(self) -> bool:
        """Whether it counts for labels and verdict: sure, and not a question."""
        return self.certainty is Certainty.SURE and self.action is not Action.VERIFY
