"""File to Document: AWS Transcribe JSON (standard transcription jobs)."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tonecheck.core.document import Document
from tonecheck.readers.base import ReadError, SourceFile
from tonecheck.readers.json_shape import label, member, milliseconds, objects, parse, parsed_or_none, words
from tonecheck.readers.turns import Utterance, transcript

_PAUSE_MS = 1000
_SENTENCE_END = (".", "?", "!")


@dataclass(frozen=True, slots=True)
class _Item:
    """A word or a punctuation sign."""

    text: str
    speaker: str | None
    start_ms: int | None
    end_ms: int | None
    is_sign: bool
    where: str


class AwsTranscribeReader:
    """Items with string seconds; speakers on the items, in a list joined by time, or by channel."""

    name = "aws_transcribe"

    def recognises(self, source: SourceFile) -> bool:
        """See Reader.recognises."""
        results = member(parsed_or_none(source, "results"), "results")
        channels = objects(member(results, "channel_labels", "channels"))
        return bool(_with_alternatives(member(results, "items"))) or any(
            _with_alternatives(channel.get("items")) for _, channel in channels
        )

    def read(self, source: SourceFile) -> Document:
        """See Reader.read."""
        results = member(parse(source), "results")
        channels = objects(member(results, "channel_labels", "channels"))
        items = _items(member(results, "items"), "results/items", _Segments(results))
        document = transcript(
            _by_channel(channels) if channels else _phrases(items), self.name, source.decoded[1]
        )
        if not document.turns:
            raise ReadError(source.name, "no words in its items", "Export the transcript again.")
        return document


def _with_alternatives(items: Any) -> list[dict[str, Any]]:
    return [item for _, item in objects(items) if objects(item.get("alternatives"))]


class _Segments:
    """Who speaks when, from `speaker_labels.segments` of older files."""

    def __init__(self, results: Any) -> None:
        self._by_start: dict[int, str | None] = {}
        self._ranges: list[tuple[int, int, str | None]] = []
        for _, segment in objects(member(results, "speaker_labels", "segments")):
            speaker = label(segment.get("speaker_label"))
            start, end = milliseconds(segment.get("start_time")), milliseconds(segment.get("end_time"))
            if start is not None and end is not None:
                self._ranges.append((start, end, speaker))
            for _, item in objects(segment.get("items")):
                if (time := milliseconds(item.get("start_time"))) is not None:
                    self._by_start[time] = label(item.get("speaker_label")) or speaker
        self._ranges.sort(key=lambda segment: segment[:2])
        self._next = 0

    def speaker(self, start_ms: int | None) -> str | None:
        """Return who begins a word at `start_ms`; words are asked for in order of time."""
        if start_ms is None:
            return None
        if start_ms in self._by_start:
            return self._by_start[start_ms]
        while self._next < len(self._ranges) and self._ranges[self._next][1] <= start_ms:
            self._next += 1
        if self._next < len(self._ranges) and self._ranges[self._next][0] <= start_ms:
            return self._ranges[self._next][2]
        return None


def _items(items: Any, where: str, segments: _Segments | None, speaker: str | None = None) -> Iterator[_Item]:
    """Yield the words and signs of a list of items."""
    for place, item in objects(items):
        alternatives = objects(item.get("alternatives"))
        text = words(alternatives[0][1].get("content")).strip() if alternatives else ""
        if not text:
            continue
        start = milliseconds(item.get("start_time"))
        who = speaker or label(item.get("speaker_label")) or label(item.get("channel_label"))
        who = who or (segments.speaker(start) if segments else None)
        is_sign = item.get("type") == "punctuation"
        yield _Item(text, who, start, milliseconds(item.get("end_time")), is_sign, f"{where}/{place}")


def _phrases(items: Iterator[_Item], pauses: bool = False) -> Iterator[Utterance]:
    """Join words to stretches of one speaker; with `pauses` also end them at a sentence's end or a pause."""
    run: list[_Item] = []
    for item in items:
        if run and not item.is_sign and (item.speaker != run[0].speaker or (pauses and _ends(run[-1], item))):
            yield _joined(run)
            run = []
        run.append(item)
    if run:
        yield _joined(run)


def _ends(last: _Item, item: _Item) -> bool:
    """Tell whether a phrase ends between two items."""
    if last.is_sign and last.text in _SENTENCE_END:
        return True
    return None not in (last.end_ms, item.start_ms) and item.start_ms - last.end_ms > _PAUSE_MS  # type: ignore


def _joined(run: list[_Item]) -> Utterance:
    """Join the items of one speaker to text: no space before a sign."""
    text = "".join(item.text if item.is_sign else f" {item.text}" for item in run)
    starts = [item.start_ms for item in run if item.start_ms is not None]
    ends = [item.end_ms for item in run if item.end_ms is not None]
    return Utterance(
        run[0].speaker, text, starts[0] if starts else None, ends[-1] if ends else None, run[0].where
    )


def _by_channel(channels: list[tuple[int, dict[str, Any]]]) -> list[Utterance]:
    """Put the phrases of all channels in order of time; one without a time follows the one before."""
    timed: list[tuple[int, Utterance]] = []
    for place, channel in channels:
        where = f"results/channel_labels/channels/{place}/items"
        speaker = label(channel.get("channel_label")) or f"ch_{place}"
        last = 0
        for phrase in _phrases(_items(channel.get("items"), where, None, speaker), pauses=True):
            last = phrase.start_ms if phrase.start_ms is not None else last
            timed.append((last, phrase))
    return [phrase for _, phrase in sorted(timed, key=lambda pair: pair[0])]
