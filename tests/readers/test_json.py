"""WhisperX and AWS Transcribe."""

import json
from typing import Any

import pytest

from tonecheck.core.document import Document
from tonecheck.readers import read

from .made import sample


def turns(document: Document) -> list[tuple[str | None, str, int | None, int | None]]:
    """List speaker, words and times."""
    return [(t.speaker, document.text[t.start : t.end], t.start_ms, t.end_ms) for t in document.turns]


def test_reads_the_whisperx_sample_and_regroups_by_word() -> None:
    document = read(sample("whisperx")[1])
    assert turns(document) == [
        ("SPEAKER_00", "Good morning. You owe 40.", 100, 2300),
        ("SPEAKER_01", "I do not.", 4000, 4900),
        (None, "Hm.", 6000, None),
    ]
    assert [turn.where for turn in document.turns] == ["segments/0", "segments/1", "segments/2"]
    assert "some words have no speaker" in document.warnings


@pytest.mark.parametrize(
    ("segment", "expected"),
    [
        ({"text": " Pay.", "speaker": "S0"}, [("S0", "Pay.", None, None)]),
        ({"text": " Pay.", "speaker": "S0", "words": None, "start": True}, [("S0", "Pay.", None, None)]),
        ({"text": "Pay.", "start": "1.5", "end": float("inf"), "speaker": 1}, [("1", "Pay.", 1500, None)]),
        ({"words": [{"word": " Pay", "score": 1}, {"word": "us"}]}, [(None, "Pay us", None, None)]),
        (
            {"speaker": "S0", "words": [{"word": "a"}, {"word": "b", "speaker": "S1"}]},
            [("S0", "a", None, None), ("S1", "b", None, None)],
        ),
    ],
)
def test_whisperx_segments(segment: dict[str, Any], expected: list[Any]) -> None:
    assert turns(read(json.dumps({"segments": [segment, 7], "word_segments": []}).encode())) == expected


def test_reads_the_old_aws_sample_with_speakers_joined_by_time() -> None:
    document = read(sample("aws_transcribe")[1])
    assert turns(document) == [("spk_0", "Good morning.", 100, 900), ("spk_1", "Who is this?", 1250, 1900)]
    assert document.turns[1].where == "results/items/3"


def item(content: str, start: str | None = None, end: str | None = None, **more: str) -> dict[str, Any]:
    """Build an item as AWS writes it."""
    times = {"start_time": start, "end_time": end} if start else {}
    sort = "pronunciation" if start else "punctuation"
    return {"alternatives": [{"content": content}], "type": sort, **times, **more}


def test_reads_aws_items_with_their_own_speakers() -> None:
    items = [
        item("Pay", "0.1", "0.2", speaker_label="spk_0"),
        item("."),
        item("No", "1", "2", speaker_label="spk_1"),
    ]
    found = turns(read(json.dumps({"results": {"items": items}}).encode()))
    assert found == [("spk_0", "Pay.", 100, 200), ("spk_1", "No", 1000, 2000)]


def test_aws_channels_are_merged_by_phrase_not_by_word() -> None:
    ours = [item("You", "0.0", "0.5"), item("owe", "1.0", "1.5"), item("."), item("Pay", "4.0", "4.5")]
    theirs = [item("Hm", "0.7", "0.8"), item("What", "2.0", "2.5"), item("?")]
    channels = [{"channel_label": "ch_0", "items": ours}, {"channel_label": "ch_1", "items": theirs}]
    document = read(json.dumps({"results": {"channel_labels": {"channels": channels}}}).encode())
    assert turns(document) == [
        ("ch_0", "You owe.", 0, 1500),
        ("ch_1", "Hm What?", 700, 2500),
        ("ch_0", "Pay", 4000, 4500),
    ]
