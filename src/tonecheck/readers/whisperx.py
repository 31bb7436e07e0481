"""File to Document: WhisperX JSON."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from tonecheck.core.document import Document
from tonecheck.readers.base import ReadError, SourceFile
from tonecheck.readers.json_shape import label, member, milliseconds, objects, parse, parsed_or_none, words
from tonecheck.readers.turns import Utterance, transcript


class WhisperXReader:
    """Segments whose words may each have a speaker, and may lack speaker or times."""

    name = "whisperx"

    def recognises(self, source: SourceFile) -> bool:
        """See Reader.recognises."""
        data = parsed_or_none(source, "segments")
        segments = objects(member(data, "segments"))
        if not segments:
            return False
        return member(data, "word_segments") is not None or any(
            "speaker" in segment or any("score" in word for _, word in objects(segment.get("words")))
            for _, segment in segments
        )

    def read(self, source: SourceFile) -> Document:
        """See Reader.read."""
        segments = objects(member(parse(source), "segments"))
        document = transcript(
            (
                utterance
                for place, segment in segments
                for utterance in _utterances(segment, f"segments/{place}")
            ),
            self.name,
            source.decoded[1],
        )
        if not document.turns:
            raise ReadError(source.name, "no words in its segments", "Export the transcript again.")
        return document


def _utterances(segment: dict[str, Any], where: str) -> Iterator[Utterance]:
    """Split a segment where the speaker of its words changes; a segment of one speaker keeps its own text."""
    start, end = milliseconds(segment.get("start")), milliseconds(segment.get("end"))
    spoken = [word for _, word in objects(segment.get("words")) if words(word.get("word")).strip()]
    speakers = _speakers(segment, spoken)
    if len(set(speakers)) < 2:
        text = words(segment.get("text")) or " ".join(words(word.get("word")).strip() for word in spoken)
        yield Utterance(speakers[0] if speakers else label(segment.get("speaker")), text, start, end, where)
        return
    runs = [
        (speaker, [word for _, word in run])
        for speaker, run in groupby(zip(speakers, spoken, strict=True), key=lambda pair: pair[0])
    ]
    for place, (speaker, run) in enumerate(runs):
        starts = [time for word in run if (time := milliseconds(word.get("start"))) is not None]
        ends = [time for word in run if (time := milliseconds(word.get("end"))) is not None]
        yield Utterance(
            speaker,
            " ".join(words(word.get("word")).strip() for word in run),
            starts[0] if starts else (start if place == 0 else None),
            ends[-1] if ends else (end if place == len(runs) - 1 else None),
            where,
        )


def _speakers(segment: dict[str, Any], spoken: list[dict[str, Any]]) -> list[str | None]:
    """Return each word's speaker; one that is missing is that of the word before, else the segment's."""
    own = [label(word.get("speaker")) for word in spoken]
    first = next((speaker for speaker in own if speaker), None)
    current = label(segment.get("speaker")) or first
    filled: list[str | None] = []
    for speaker in own:
        current = speaker or current
        filled.append(current)
    return filled
