"""The ignore file: words, places, rules and documents a person set aside, with reason and expiry."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from tonecheck.core.errors import ToneCheckError, UnknownNameError
from tonecheck.core.finding import Finding
from tonecheck.core.report import Duty, Ignored, Report, verdict

WHAT = ("word", "place", "rule", "document")
FILE = ".tonecheck-ignore.yml"


class IgnoreError(ToneCheckError):
    """An ignore file or entry that cannot be used."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One decision to look away, with who can check it later."""

    what: str
    """One of WHAT."""
    value: str
    """The word; the id of a finding; the id of a rule; or '*' for a whole document."""
    reason: str
    file: str | None = None
    """Only in this file; None everywhere."""
    until: date | None = None
    """Last day on which it holds; None for good."""

    @property
    def id(self) -> str:
        """Short name to undo it by."""
        key = "\x1f".join((self.what, self.value.lower(), self.file or ""))
        return hashlib.sha256(key.encode()).hexdigest()[:8]

    def holds(self, today: date) -> bool:
        """Tell whether it has not expired."""
        return self.until is None or today <= self.until

    def covers(self, finding: Finding) -> bool:
        """Tell whether `finding` is what it sets aside; the file was looked at before."""
        if self.what == "document":
            return True
        if self.what == "place":
            return finding.id == self.value
        if self.what == "rule":
            return any(origin.id == self.value for origin in finding.origin)
        return " ".join(finding.text.lower().split()) == " ".join(self.value.lower().split())


def load(path: Path) -> tuple[Entry, ...]:
    """Load the entries of an ignore file; a missing file has none. Raise IgnoreError at a fault."""
    if not path.exists():
        return ()
    try:
        raw = yaml.safe_load(path.read_text(encoding="utf-8")) or []
        return tuple(_entry(item) for item in raw)
    except (yaml.YAMLError, TypeError, KeyError, ValueError, AttributeError, UnicodeDecodeError) as error:
        problem = " ".join(str(error).split())
        raise IgnoreError(f"{path} cannot be read ({problem}); mend it or make it anew.") from error


def save(path: Path, entries: Sequence[Entry]) -> None:
    """Write the entries, in order."""
    rows: list[dict[str, Any]] = []
    for entry in entries:
        row: dict[str, Any] = {"id": entry.id, "what": entry.what, "value": entry.value, "file": entry.file}
        row |= {"reason": entry.reason, "until": entry.until}
        rows.append({key: value for key, value in row.items() if value is not None})
    text = yaml.safe_dump(rows, sort_keys=False, allow_unicode=True) if rows else "[]\n"
    path.write_text(
        f"# What tonecheck sets aside here; see: tonecheck ignore --help\n{text}", encoding="utf-8"
    )


def add(path: Path, entry: Entry) -> None:
    """Add an entry, in place of an equal one. Raise IgnoreError where it gives no reason."""
    if not entry.reason.strip():
        raise IgnoreError("an ignored finding needs a reason: add --reason 'why'.")
    save(path, [*(e for e in load(path) if e.id != entry.id), entry])


def remove(path: Path, entry_id: str) -> Entry:
    """Undo an entry and return it. Raise UnknownNameError where there is none of that id."""
    entries = load(path)
    found = next((entry for entry in entries if entry.id == entry_id), None)
    if found is None:
        raise UnknownNameError("ignore entry", entry_id, [entry.id for entry in entries] or ["none yet"])
    save(path, [entry for entry in entries if entry is not found])
    return found


def set_aside(report: Report, entries: Sequence[Entry], file: str, today: date) -> Report:
    """Move the findings that `entries` cover out of the report's way, and judge what is left."""
    holding = [e for e in entries if e.holds(today) and (e.file is None or _same(e.file, file))]
    if not holding:
        return report
    kept: list[Finding] = []
    ignored: list[Ignored] = []
    for finding in report.findings:
        entry = next((entry for entry in holding if entry.covers(finding)), None)
        if entry is None:
            kept.append(finding)
        else:
            until = entry.until.isoformat() if entry.until else None
            ignored.append(Ignored(finding, entry.reason, entry.id, until))
    duties = tuple(_waived(duty, holding) for duty in report.duties)
    return replace(
        report,
        findings=tuple(kept),
        duties=duties,
        ignored=(*report.ignored, *ignored),
        verdict=verdict(kept, duties),
    )


def _waived(duty: Duty, entries: Sequence[Entry]) -> Duty:
    """Drop a missing duty whose rule, or whose whole document, is ignored."""
    for entry in entries:
        if duty.state == "missing" and (
            entry.what == "document" or (entry.what == "rule" and entry.value in (duty.rule, duty.id))
        ):
            return replace(duty, required=False, state="not-applicable", suggestion=None)
    return duty


def _entry(item: dict[str, Any]) -> Entry:
    if item["what"] not in WHAT:
        raise ValueError(f"'{item['what']}' is none of {', '.join(WHAT)}")
    until = item.get("until")
    return Entry(
        what=item["what"],
        value=str(item["value"]),
        reason=str(item["reason"]),
        file=item.get("file"),
        until=until if until is None or isinstance(until, date) else date.fromisoformat(str(until)),
    )


def _same(one: str, other: str) -> bool:
    return Path(one).as_posix() == Path(other).as_posix() or Path(one).resolve() == Path(other).resolve()
