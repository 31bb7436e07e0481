"""File to Document: SubRip (SRT) subtitles of a call."""

import re

from tonecheck.core.document import Document
from tonecheck.readers.base import SourceFile
from tonecheck.readers.cues import cues, utterances
from tonecheck.readers.turns import transcript

_TIME = r"(?:([0-9]{1,5}):)?([0-9]{1,2}):([0-9]{1,2})[,.]([0-9]{1,3})"
_ARROW = re.compile(rf"{_TIME}[ \t]*-->[ \t]*{_TIME}(?:[ \t].*)?")
_BEGINS = re.compile(rf"\s*(?:[0-9]+[ \t]*\r?\n[^\r\n]*-->|{_TIME}[ \t]*-->)")


class SrtReader:
    """SRT: one turn a speaker, from labels ('[SPEAKER_00]:', 'JANE:') or dashes."""

    name = "srt"

    def recognises(self, source: SourceFile) -> bool:
        """See Reader.recognises."""
        return source.suffix == ".srt" or bool(_BEGINS.match(source.decoded[0]))

    def read(self, source: SourceFile) -> Document:
        """See Reader.read."""
        text, warnings = source.decoded
        lines = list(enumerate(re.split(r"\r\n|\r|\n", text), 1))
        return transcript(utterances(cues(source, lines, _ARROW)), self.name, warnings)
