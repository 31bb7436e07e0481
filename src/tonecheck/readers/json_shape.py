"""File to Document: what every JSON transcript needs: parsing, and access that no wrong type can break."""

import json
import math
import re
from typing import Any

from tonecheck.readers.base import ReadError, SourceFile

_MOST_SECONDS = 1e9
"""Thirty years: anything past it is not a time in a call."""

_BEGINS_AS_JSON = re.compile(r'\s*(?:\{\s*"|\[\s*\{)')
# A template may begin with '{{name}}' and a transcript with '[00:01]', so one bracket is not enough.


def looked_for() -> str:
    """Name the shapes that are recognised, for the message that says nothing was."""
    return (
        "WhisperX (segments[] with words[].score, a speaker or word_segments) "
        "and AWS Transcribe (results.items[] with alternatives[])"
    )


def is_json(source: SourceFile) -> bool:
    """Tell whether `source` is meant to be JSON."""
    return source.suffix == ".json" or bool(_BEGINS_AS_JSON.match(source.decoded[0]))


def parse(source: SourceFile) -> Any:
    """Parse `source`. Raise ReadError naming line and column where that fails."""
    try:
        return json.loads(source.decoded[0])
    except json.JSONDecodeError as error:
        place = f"line {error.lineno} column {error.colno}"
        advice = "Export the transcript again."
        if error.msg == "Extra data":
            advice = "One JSON value a line is for tonecheck score and batch; a transcript is one value."
        raise ReadError(source.name, f"broken JSON at {place}: {error.msg}", advice) from error
    except (RecursionError, ValueError) as error:
        problem = "JSON too deeply nested or with a number too long to be a transcript"
        raise ReadError(source.name, problem, "Export the transcript again.") from error


def parsed_or_none(source: SourceFile, *keys: str) -> Any:
    """Parse `source` if it is JSON that mentions every key; None otherwise and where it is broken."""
    if not is_json(source) or not all(f'"{key}"' in source.decoded[0] for key in keys):
        return None
    try:
        return parse(source)
    except ReadError:
        return None


def member(value: Any, *keys: str) -> Any:
    """Return value[key][key]..., or None where a step is no object or lacks the key."""
    for key in keys:
        if not isinstance(value, dict):
            return None
        value = value.get(key)
    return value


def objects(value: Any) -> list[tuple[int, dict[str, Any]]]:
    """Return the objects of the list `value` with their places; nothing where it is no list."""
    if not isinstance(value, list):
        return []
    return [(place, item) for place, item in enumerate(value) if isinstance(item, dict)]


def words(value: Any) -> str:
    """Return `value` if it is a string, else an empty one."""
    return value if isinstance(value, str) else ""


def label(value: Any) -> str | None:
    """Return a speaker's label, which may be a name or a number; None where there is none."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int) and abs(value) < 1_000_000:
        return str(value)
    return words(value).strip() or None


def milliseconds(value: Any) -> int | None:
    """Turn seconds (a number, or a string as AWS writes them) into milliseconds; None where unknown."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        seconds = float(value)
    except (ValueError, OverflowError):
        return None
    if not math.isfinite(seconds) or not 0 <= seconds <= _MOST_SECONDS:
        return None
    return round(seconds * 1000)
