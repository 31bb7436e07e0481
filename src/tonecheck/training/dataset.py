"""Corpus files to training items: one JSON object a line, one file a batch, faults named by file and line."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tonecheck.core.errors import ToneCheckError
from tonecheck.core.taxonomy import (
    ACTS,
    CUES,
    JURISDICTIONS,
    KINDS,
    STRENGTHS,
    SUBTYPES,
    Category,
    Role,
)

TRAPS = (
    "lawful-notice",
    "statutory",
    "negation",
    "quoted",
    "firm-fair",
    "polite-surface",
    "sarcasm",
    "keyword-benign",
    "dialect",
    "sympathetic-profanity",
    "near-miss",
    "mundane",
    "asr-noise",
    "typo",
    "long",
    "euphemism",
    "blunt-kind",
    "non-debt-harsh",
)
"""What makes an item easy to get wrong."""


class CorpusError(ToneCheckError):
    """A corpus line that breaks the format; training stops rather than learn from it."""

    def __init__(self, path: Path, line: int, problem: str) -> None:
        super().__init__(f"{path}, line {line}: {problem}; correct the line and start again.")


@dataclass(frozen=True, slots=True)
class LabelledSpan:
    """Offending words: code points of `Item.text`, and the subtype they are an instance of."""

    start: int
    end: int
    subtype: str


@dataclass(frozen=True, slots=True)
class Item:
    """One labelled sentence or turn."""

    id: str
    text: str
    context: str
    """The turn before, or an empty string."""
    channel: str
    jurisdiction: str
    role: Role
    labels: frozenset[Category]
    subtypes: frozenset[str]
    spans: tuple[LabelledSpan, ...]
    acts: frozenset[str]
    cues: frozenset[str]
    strengths: frozenset[str]
    strengths_marked: bool
    """Whether strengths were looked for at all: else none marked means nothing."""
    near: str | None
    """The subtype that a careless judge would see in a harmless item."""
    trap: str | None
    pair: str | None
    """Items of one pair differ in a few words and in their labels."""
    doc: str | None
    batch: str
    first: frozenset[str]
    """Subtypes (of a customer: cues) that the writer gave; the labels above are the settled ones."""
    second: frozenset[str] | None
    """Those that a second rater gave, who saw the words alone; None where there was none."""

    @property
    def group(self) -> str:
        """What must stay on one side of a split: the document, the pair or the item."""
        return self.doc or self.contrast

    @property
    def contrast(self) -> str:
        """The contrast set it belongs to, or itself."""
        return f"{self.batch}/{self.pair}" if self.pair else self.id


def load(paths: Iterable[Path]) -> list[Item]:
    """Load corpus files in order. Raise CorpusError at the first line that breaks the format."""
    return [item for path in paths for item in _lines(path)]


def _lines(path: Path) -> Iterator[Item]:
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            try:
                raw = json.loads(line)
            except ValueError as error:
                raise CorpusError(path, number, f"not JSON ({error})") from error
            problem = _problem(raw)
            if problem:
                raise CorpusError(path, number, problem)
            yield item_of(raw, path.stem)


def _problem(raw: Any) -> str | None:
    """Name the first fault of a line, or None."""
    if not isinstance(raw, dict):
        return "not an object"
    for key in ("id", "text", "channel", "jurisdiction", "role", "labels", "subtypes", "spans"):
        if key not in raw:
            return f"key '{key}' is missing"
    if not isinstance(raw["text"], str) or not raw["text"]:
        return "'text' is empty or no string"
    closed = {
        "channel": ([raw["channel"]], KINDS),
        "jurisdiction": ([raw["jurisdiction"]], JURISDICTIONS),
        "role": ([raw["role"]], tuple(Role)),
        "labels": (raw["labels"], tuple(Category)),
        "subtypes": (raw["subtypes"], tuple(SUBTYPES)),
        "acts": (raw.get("acts", []), ACTS),
        "cues": (raw.get("cues", []), CUES),
        "strengths": (raw.get("strengths", []), STRENGTHS),
        "first": (raw.get("first", []), (*SUBTYPES, *CUES)),
        "second": (raw.get("second", []), (*SUBTYPES, *CUES)),
        "near": ([raw["near"]] if raw.get("near") else [], tuple(SUBTYPES)),
        "trap": ([raw["trap"]] if raw.get("trap") else [], TRAPS),
    }
    for key, (values, known) in closed.items():
        unknown = [value for value in values if value not in known]
        if unknown:
            return f"unknown {key} {unknown[0]!r}"
    if {SUBTYPES[name] for name in raw["subtypes"]} != set(raw["labels"]):
        return "labels and the categories of subtypes differ"
    length = len(raw["text"])
    for start, end, tag in raw["spans"]:
        if not 0 <= start < end <= length:
            return f"span {start}-{end} lies outside the text"
        if tag.split("/")[-1] not in raw["subtypes"]:
            return f"span tag {tag!r} is not among the subtypes"
    return None


def item_of(raw: dict[str, Any], batch: str) -> Item:
    """Return a checked line of `batch` as an item."""
    return Item(
        id=raw["id"],
        text=raw["text"],
        context=raw.get("context", ""),
        channel=raw["channel"],
        jurisdiction=raw["jurisdiction"],
        role=Role(raw["role"]),
        labels=frozenset(Category(name) for name in raw["labels"]),
        subtypes=frozenset(raw["subtypes"]),
        spans=tuple(LabelledSpan(start, end, tag.split("/")[-1]) for start, end, tag in raw["spans"]),
        acts=frozenset(raw.get("acts", [])),
        cues=frozenset(raw.get("cues", [])),
        strengths=frozenset(raw.get("strengths", [])),
        strengths_marked="strengths" in raw,
        near=raw.get("near"),
        trap=raw.get("trap"),
        pair=raw.get("pair"),
        doc=raw.get("doc"),
        batch=batch,
        first=frozenset(raw.get("first", raw["subtypes"] or raw.get("cues", []))),
        second=frozenset(raw["second"]) if "second" in raw else None,
    )


def counts(items: Iterable[Item]) -> dict[str, dict[str, int]]:
    """Count items by label, subtype, trap, channel and jurisdiction."""
    tables: dict[str, Counter[str]] = {}
    for item in items:
        own: dict[str, Iterable[str]] = {
            "label": [str(label) for label in item.labels] or ["none"],
            "subtype": item.subtypes,
            "near": [item.near] if item.near else [],
            "cue": item.cues,
            "strength": item.strengths,
            "trap": [item.trap or "none"],
            "channel": [item.channel],
            "jurisdiction": [item.jurisdiction],
        }
        for name, values in own.items():
            tables.setdefault(name, Counter()).update(str(value) for value in values)
    return {name: dict(sorted(table.items())) for name, table in tables.items()}


if __name__ == "__main__":
    import sys

    print(json.dumps(counts(load(Path(name) for name in sys.argv[1:])), indent=1))
