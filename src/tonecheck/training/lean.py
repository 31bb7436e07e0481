"""The lean line format to corpus lines: quick to write, one item a line, offending words marked in place.

    @ single channel=letter jurisdiction=uk        what holds for the lines below; also: @ pair, @ doc
    Your statement is enclosed. :: acts=state-fact trap=mundane
    «exposure:Your manager may have to learn of this», so do ring us. :: acts=menace,ask-contact
    ^ I can't pay all that.                        what was said before the next line
    A: «dismissive:That's not my problem.»         A: sender, C: customer, neither: sender

An empty line ends a document or a contrast set. Labels and subtypes come from the marks alone.
"""

import json
import re
from pathlib import Path
from typing import Any

from tonecheck.core.taxonomy import ACTS, CUES, JURISDICTIONS, KINDS, STRENGTHS, SUBTYPES
from tonecheck.training.dataset import TRAPS, CorpusError, counts, item_of

_LISTS = {"acts": ACTS, "cues": CUES, "strengths": STRENGTHS}
_WORDS = {"trap": TRAPS, "near": tuple(SUBTYPES)}
_ATTRIBUTES = {"channel": KINDS, "jurisdiction": JURISDICTIONS}
_ALWAYS = ("labels", "subtypes", "spans", "strengths")
_MARK = re.compile(r"«([a-z+-]+):([^«»]*)»")
_SPEAKERS = {"A: ": "agent", "C: ": "customer"}


def read(path: Path) -> tuple[list[dict[str, Any]], list[CorpusError]]:
    """Return the corpus lines of the lean file at `path`, and every fault found, by line."""
    held = {"channel": "letter", "jurisdiction": "any"}
    mode, group, context, turn = "single", 0, "", ""
    rows: list[dict[str, Any]] = []
    faults: list[CorpusError] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            if not line.strip() or line.startswith("@"):
                group, turn = group + 1, ""
                mode = _attributes(line[1:], held) or mode
            elif line.startswith("^"):
                context = line[1:].strip()
            else:
                row = _row(line.strip()) | held | {"id": f"{path.stem}-{len(rows) + 1:04d}"}
                row["context"] = context or turn
                if mode != "single":
                    row[mode] = f"{path.stem}-{group}"
                spoken = mode == "doc" and held["channel"] in ("call", "chat")
                context, turn = "", row["text"] if spoken else ""
                rows.append({k: v for k, v in row.items() if v or k in _ALWAYS})
        except ValueError as fault:
            faults.append(CorpusError(path, number, str(fault)))
    return rows, faults


def _attributes(words: str, held: dict[str, str]) -> str | None:
    """Put a line's attributes into `held`; return the mode it asks for. Raise ValueError."""
    mode = None
    for word in words.split():
        key, _, value = word.partition("=")
        if word in ("single", "pair", "doc"):
            mode = word
        elif value in _ATTRIBUTES.get(key, ()):
            held[key] = value
        else:
            raise ValueError(f"unknown attribute {word!r}")
    return mode


def _row(line: str) -> dict[str, Any]:
    """Return one line's own keys. Raise ValueError."""
    words, _, extras = line.partition(" :: ")
    role = _SPEAKERS.get(words[:3], "agent")
    text, spans = _unmarked(words[3 if words[:3] in _SPEAKERS else 0 :].strip())
    row: dict[str, Any] = {"text": text, "role": role, "strengths": []}
    for word in extras.split():
        key, _, value = word.partition("=")
        known = _LISTS.get(key) or _WORDS.get(key) or ()
        unknown = [v for v in value.split(",") if v not in known]
        if unknown:
            raise ValueError(f"unknown {key} {unknown[0]!r}")
        row[key] = value.split(",") if key in _LISTS else value
    strange = [name for *_, name in spans if name not in SUBTYPES]
    if not text or set(text) & set("«»"):
        raise ValueError("no words, or a mark that does not read «subtype:words»")
    if strange:
        raise ValueError(f"unknown subtype {strange[0]!r}")
    if spans and role == "customer":
        raise ValueError("a customer's words carry no marks")
    if spans and "near" in row:
        raise ValueError("near= is for harmless lines")
    row["subtypes"] = sorted({name for *_, name in spans})
    row["labels"] = sorted({str(SUBTYPES[name]) for *_, name in spans})
    row["spans"] = [[start, end, f"{SUBTYPES[name]}/{name}"] for start, end, name in spans]
    return row


def _unmarked(words: str) -> tuple[str, list[tuple[int, int, str]]]:
    """Return the text without marks, and (start, end, subtype) of each."""
    spans: list[tuple[int, int, str]] = []
    text, last = "", 0
    for mark in _MARK.finditer(words):
        text += words[last : mark.start()]
        inner = mark[2].strip()
        spans.extend((len(text), len(text) + len(inner), name) for name in mark[1].split("+"))
        text, last = text + inner, mark.end()
    return text + words[last:], spans


def main(source: str, target: str = "") -> int:
    """Check a lean file and print its faults and counts; with `target`, write the corpus file."""
    rows, faults = read(Path(source))
    for fault in faults:
        print(fault)
    if target and not faults:
        lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        Path(target).write_text("".join(lines), encoding="utf-8")
    print("items:", len(rows))
    for name, table in counts(item_of(row, Path(source).stem) for row in rows).items():
        print(f"{name}: {table}")
    return 2 if faults else 0


if __name__ == "__main__":
    import sys

    raise SystemExit(main(*sys.argv[1:]))
