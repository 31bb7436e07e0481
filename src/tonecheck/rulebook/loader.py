"""Rule files to a Rulebook; a fault names file and line, and nothing of a faulty file is used."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from tonecheck.core.errors import ToneCheckError
from tonecheck.core.finding import Source
from tonecheck.core.taxonomy import JURISDICTIONS, SUBTYPES
from tonecheck.rulebook.notation import NotationError, Token, parse
from tonecheck.rulebook.schema import (
    KINDS_OF_ENTRY,
    Entry,
    LockRule,
    MissingRule,
    Pack,
    SignalRule,
    SubtypeNote,
    WordRule,
)

FOLDER = Path(__file__).parent / "rules"

_Loader: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class RulebookError(ToneCheckError):
    """A rule file that breaks the format."""

    def __init__(self, path: Path, line: int, problem: str) -> None:
        super().__init__(f"{path}, line {line}: {problem}")
        self.line = line


@dataclass(frozen=True)
class Rulebook:
    """All entries of the packs that were loaded."""

    entries: tuple[Entry, ...]
    notes: dict[str, SubtypeNote]
    """Subtype to what a finding without a rule says."""
    parsed: dict[str, tuple[Token, ...]]
    """Every pattern's text to what it was read as."""
    packs: dict[str, Pack]
    version: str
    """First 12 hex digits of the hash of all rule files."""

    @cached_property
    def by_id(self) -> dict[str, Entry]:
        """Entry by its id."""
        return {entry.id: entry for entry in self.entries}

    @cached_property
    def homes(self) -> dict[str, str]:
        """Jurisdiction of each citation that a jurisdiction's own pack stands on."""
        own = [e for e in self.entries if isinstance(e, WordRule | MissingRule) and e.jurisdiction != "any"]
        return {source.citation: entry.jurisdiction for entry in own for source in entry.sources}

    def sources(self, rule: WordRule, jurisdiction: str) -> tuple[Source, ...]:
        """Return what a rule stands on: of several jurisdictions' laws, those that hold where we are."""
        cited = [
            Source(s.citation, self.homes.get(s.citation, rule.jurisdiction), s.checked, s.url, s.until)
            for s in rule.sources
        ]
        holding = self.holding(jurisdiction)
        return tuple([source for source in cited if source.jurisdiction in holding] or cited)

    def holding(self, jurisdiction: str) -> tuple[str, ...]:
        """Return the packs that hold in `jurisdiction`: 'any', itself and what it includes."""
        own = () if jurisdiction == "any" else (jurisdiction,)
        included = self.packs[jurisdiction].includes if jurisdiction in self.packs else ()
        return ("any", *own, *included)

    def words_of(self, kind: type[Entry], jurisdiction: str | None = None) -> "tuple[Any, ...]":
        """Return the entries of one kind, all of them or those that hold in a jurisdiction."""
        packs = None if jurisdiction is None else self.holding(jurisdiction)
        return tuple(
            entry
            for entry in self.entries
            if isinstance(entry, kind) and (packs is None or entry.jurisdiction in packs)
        )


def load(folder: Path = FOLDER) -> Rulebook:
    """Load every pack below `folder`. Raise RulebookError at the first fault."""
    entries: list[Entry] = []
    words = {name: tuple(str(value).split()) for name, value in _plain(folder / "words.yml").items()}
    parsed: dict[str, tuple[Token, ...]] = {}
    packs: dict[str, Pack] = {}
    seen: dict[str, Path] = {}
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*.yml")):
        digest.update(path.relative_to(folder).as_posix().encode() + path.read_bytes())
    for pack_folder in sorted(path for path in folder.iterdir() if path.is_dir()):
        if pack_folder.name not in JURISDICTIONS:
            raise RulebookError(pack_folder, 0, "the folder is no jurisdiction of the taxonomy")
        for path in sorted(pack_folder.glob("*.yml")):
            if path.name == "pack.yml":
                packs[pack_folder.name] = _whole(path, Pack)
                continue
            for line, entry in _entries(path, pack_folder.name):
                parsed.update(_patterns(entry, words, path, line))
                if entry.id in seen:
                    raise RulebookError(path, line, f"id '{entry.id}' is already in {seen[entry.id]}")
                seen[entry.id] = path
                entries.append(entry)
    notes = {name: _note(folder, name, raw) for name, raw in _plain(folder / "subtypes.yml").items()}
    for subtype in SUBTYPES:
        if subtype not in notes:
            raise RulebookError(folder / "subtypes.yml", 1, f"subtype '{subtype}' has no note")
    return Rulebook(
        entries=tuple(entries),
        notes=notes,
        parsed=parsed,
        packs=packs,
        version=digest.hexdigest()[:12],
    )


def _entries(path: Path, jurisdiction: str) -> Iterator[tuple[int, Entry]]:
    """Yield the entries of one file with their lines."""
    try:
        node = yaml.compose(path.read_text(encoding="utf-8"), Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise RulebookError(path, line, f"not YAML ({error.problem})") from error
    if node is None:
        return
    if not isinstance(node, yaml.SequenceNode):
        raise RulebookError(path, 1, "a rule file is a list of entries")
    constructor = yaml.constructor.SafeConstructor()
    for item in node.value:
        line = item.start_mark.line + 1
        raw = constructor.construct_document(item)
        if not isinstance(raw, dict):
            raise RulebookError(path, line, "an entry is a mapping")
        kind = raw.get("kind")
        if kind not in KINDS_OF_ENTRY:
            raise RulebookError(path, line, f"kind {kind!r} is none of {', '.join(KINDS_OF_ENTRY)}")
        if "jurisdiction" in raw:
            raise RulebookError(path, line, "the folder gives the jurisdiction; drop the key")
        for key in ("pattern", "needs", "applies"):
            if isinstance(raw.get(key), str):
                raw[key] = [raw[key]]
        if not str(raw.get("id", "")).startswith(f"{jurisdiction}."):
            raise RulebookError(path, line, f"id {raw.get('id')!r} must start with '{jurisdiction}.'")
        try:
            yield line, KINDS_OF_ENTRY[kind].model_validate({**raw, "jurisdiction": jurisdiction})
        except ValidationError as error:
            raise RulebookError(path, line, f"{raw.get('id')}: {_first(error)}") from error


def _patterns(
    entry: Entry, words: dict[str, tuple[str, ...]], path: Path, line: int
) -> Iterator[tuple[str, tuple[Token, ...]]]:
    """Read every pattern of an entry, so that a fault is told with file and line."""
    needed = (*entry.needs, *entry.applies) if isinstance(entry, MissingRule) else ()
    for text in (*entry.pattern, *needed):
        try:
            yield text, parse(text, words)
        except NotationError as error:
            raise RulebookError(path, line, f"{entry.id}: {error}") from error


def _first(error: ValidationError) -> str:
    """Say the first fault of a validation in words."""
    fault = error.errors()[0]
    place = ".".join(str(part) for part in fault["loc"])
    return f"'{place}': {fault['msg']}" if place else str(fault["msg"])


def _plain(path: Path) -> dict[str, Any]:
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader) or {}
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise RulebookError(path, line, f"not YAML ({error.problem})") from error


def _whole(path: Path, model: type[Pack]) -> Pack:
    try:
        return model.model_validate(_plain(path))
    except ValidationError as error:
        raise RulebookError(path, 1, _first(error)) from error


def _note(folder: Path, name: str, raw: Any) -> SubtypeNote:
    try:
        return SubtypeNote.model_validate(raw)
    except ValidationError as error:
        raise RulebookError(folder / "subtypes.yml", 1, f"{name}: {_first(error)}") from error


__all__ = ["FOLDER", "LockRule", "MissingRule", "Rulebook", "RulebookError", "SignalRule", "WordRule", "load"]
