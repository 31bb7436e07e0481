"""File to Document: WebVTT, as Teams and Zoom export it."""

import re

from tonecheck.core.document import Document
from tonecheck.readers.base import ReadError, SourceFile
from tonecheck.readers.cues import cues, utterances
from tonecheck.readers.turns import transcript

_TIME = r"(?:([0-9]{1,5}):)?([0-9]{2}):([0-9]{2})\.([0-9]{3})"
_ARROW = re.compile(rf"{_TIME}[ \t]*-->[ \t]*{_TIME}(?:[ \t].*)?")
_HEADER = re.compile(r"WEBVTT(?:[ \t][^\r\n]*)?(?:\r?\n|\r|\Z)")
_SKIPPED = re.compile(r"(?:NOTE|STYLE|REGION)(?:[ \t]|$)")


class VttReader:
    """WebVTT: one turn a speaker, from voice tags or labels."""

    name = "vtt"

    def recognises(self, source: SourceFile) -> bool:
        """See Reader.recognises."""
        return bool(_HEADER.match(source.decoded[0])) or source.suffix == ".vtt"

    def read(self, source: SourceFile) -> Document:
        """See Reader.read."""
        text, warnings = source.decoded
        if not _HEADER.match(text):
            raise ReadError(
                source.name, "line 1 is not 'WEBVTT'", "Add it, or name the file .srt if it is one."
            )
        lines = _without_notes(text)
        return transcript(utterances(cues(source, lines, _ARROW)), self.name, warnings)


def _without_notes(text: str) -> list[tuple[int, str]]:
    """Return the numbered lines of cues: no header, no NOTE, STYLE or REGION block."""
    kept: list[tuple[int, str]] = []
    skipping = True  # the header
    blank = False
    for number, line in enumerate(re.split(r"\r\n|\r|\n", text), 1):
        if blank and _SKIPPED.match(line):
            skipping = True
        elif not line.strip() or (skipping and number > 1 and _ARROW.fullmatch(line.strip())):
            skipping = False
        blank = not line.strip()
        if not skipping:
            kept.append((number, line))
    return kept
