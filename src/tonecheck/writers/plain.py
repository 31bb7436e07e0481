"""Report to text: characters of a document that no page or terminal should be given raw."""

import json
import re
from typing import Any, Final

_UNPRINTABLE: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""Controls (escape sequences of terminals), reversals of the reading order, lone surrogates."""

_JSON_ESCAPED: Final = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff]")
"""What JSON allows raw, but UTF-8 cannot hold or other programs take for the end of a line."""


def printable(text: str) -> str:
    """Return `text` with a sign in the place of what must not be shown raw; offsets stay the same."""
    return _UNPRINTABLE.sub(lambda found: " " if found[0] in "\r\x0b\x0c\x85\u2028\u2029" else "\ufffd", text)


def one_line(text: str) -> str:
    """Return `text` on one line, offsets unchanged."""
    return printable(text).replace("\n", " ").replace("\t", " ")


def to_json(value: Any, indent: int | None = None) -> str:
    """Return `value` as JSON that is readable, one line a line, and always encodable."""
    separators = (",", ":") if indent is None else (",", ": ")
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, indent=indent, separators=separators)
    return _JSON_ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
