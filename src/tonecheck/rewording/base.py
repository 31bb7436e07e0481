"""Finding to Suggestion: the interface of every route that proposes a rewording, and its errors."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

import yaml

from tonecheck.core.document import Document, Span
from tonecheck.core.errors import ToneCheckError
from tonecheck.core.finding import Finding
from tonecheck.core.suggestion import Refusal, Suggestion
from tonecheck.core.taxonomy import Category
from tonecheck.segments.sentences import Sentence

SPOKEN = ("call", "chat")
"""Kinds in which one person speaks as 'I' and a rewording is what could have been said."""

GAP = re.compile(r"\[[a-z][^\[\]\n]{1,80}\]")
"""A slot the writer fills in; lower case, so that no template's [NAME] is mistaken for one."""

_Loader: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class RewordingError(ToneCheckError):
    """A bank of wordings that breaks its format; the message names file and entry."""


@dataclass(frozen=True, slots=True)
class Rescored:
    """What the checker says of a text judged in the place of the sentence."""

    findings: tuple[Finding, ...] = ()
    """Sure and unsure ones; questions (verify) are left out."""
    scores: Mapping[Category, float] = field(default_factory=dict)
    """Merged, calibrated probability by category."""


@dataclass(frozen=True, slots=True)
class Request:
    """One sentence to reword, and what is known about it."""

    document: Document
    sentence: Sentence
    findings: tuple[Finding, ...]
    """Accusing findings of this sentence: action reword or remove."""
    kind: str
    jurisdiction: str
    locked: bool
    """Whether the sentence holds statutory wording, which is never reworded."""
    rescore: Callable[[str], Rescored]
    """Judge a text in the place of the sentence; handed in, as rewording imports nothing above it."""

    @property
    def spoken(self) -> bool:
        """Whether the sentence was said rather than written."""
        return self.kind in SPOKEN

    @property
    def spans(self) -> tuple[Span, ...]:
        """Return the findings' ranges counted in the letters of the sentence, clipped to it."""
        base = self.sentence.tokens.start_char
        offsets = self.sentence.reading.offsets
        length = len(self.sentence.text)
        ranges = []
        for finding in self.findings:
            start = bisect_left(offsets, finding.start) - base
            end = bisect_left(offsets, finding.end) - base
            ranges.append(Span(min(max(start, 0), length), min(max(end, 0), length)))
        return tuple(ranges)

    @property
    def subtypes(self) -> tuple[str, ...]:
        """Return the subtypes of all findings, the most severe finding's first."""
        ranked = sorted(self.findings, key=lambda finding: (-finding.severity.rank, -finding.score))
        return tuple(dict.fromkeys(name for finding in ranked for name in finding.subtypes))


@dataclass(frozen=True, slots=True)
class Proposal:
    """A whole new sentence, not yet verified."""

    text: str
    """Empty where the sentence is to go."""
    action: str
    """'edit', 'reword' or 'remove'."""
    why: str


@dataclass(frozen=True, slots=True)
class Rewording:
    """What came of one request."""

    suggestions: tuple[Suggestion, ...] = ()
    """Best first, every one verified."""
    refusals: tuple[Refusal, ...] = ()


class Route(Protocol):
    """One way of coming to a rewording."""

    def propose(self, request: Request) -> Iterable[Proposal]:
        """Yield whole new sentences, the most promising first."""
        ...


def bank(name: str) -> dict[str, Any]:
    """Read a bank of hand-written wordings that lies beside this file."""
    path = Path(__file__).parent / name
    raw = yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)
    if not isinstance(raw, dict):
        raise RewordingError(f"{path}: a bank is a mapping; look at its first lines for the format")
    return raw


def gaps(text: str, original: str = "") -> tuple[str, ...]:
    """Return the names of the slots in `text` that the writer has to fill, each once."""
    own = {match.group() for match in GAP.finditer(original)}
    return tuple(dict.fromkeys(m.group()[1:-1] for m in GAP.finditer(text) if m.group() not in own))
