"""What holds of every reader, whatever it is fed."""

import json
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tonecheck.core.document import Document
from tonecheck.core.errors import ToneCheckError
from tonecheck.core.taxonomy import KINDS
from tonecheck.readers import read, read_text, registry
from tonecheck.readers.base import SourceFile

from .made import sample

FORMATS = tuple(registry.READERS)
RAW = ("sms", "labelled", "markdown", "text")
LIGHT = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))

_LINES = """Agent: hello there|CUSTOMER: what?|[00:01:02] AGENT (Jo): pay|Jo Hall 0:12|>> so|Jo: hm
    12/03/2026, 09:14 - Jo: hi|12/03/2026, 09:14 - joined|Us: pay|Them: no|From: Jo|To: Us|Sent: now
    WEBVTT|00:01.000 --> 00:02.000|1|00:00:01,000 --> 00:00:02,000|<v Jo>hi</v> <v Bo>ho|-->|NOTE x|- a
    # head|**bold** _it_ [a](b) ![c](d)|```|        code|---|> quote|[r]: http://x|===|\\* &amp; &lt;
    <p>x<br>y|<!-- c|-->|<pre>|On 3 May 2026, Jo wrote:|-----Original Message-----|Subject: x
    MIME-Version: 1.0|Content-Type: multipart/mixed; boundary=a|--a||Dear Jo,
    \x00|\ud800|\u200f\u202e|\U0001f600"""
LINES = st.sampled_from([*_LINES.replace("\n    ", "|").split("|"), "| a | b |", "|--|--|", " "])
TEXTS = st.lists(st.one_of(LINES, st.text(max_size=20)), max_size=14).flatmap(
    lambda lines: st.sampled_from(["\n", "\r\n", "\n\n"]).map(lambda end: end.join(lines))
)


def check_sound(document: Document) -> None:
    """Assert what every consumer relies on."""
    size = len(document.text)
    assert document.kind in KINDS
    assert document.format in FORMATS
    assert [turn.id for turn in document.turns] == list(range(len(document.turns)))
    for turn in document.turns:
        assert 0 <= turn.start <= turn.end <= size
        assert all(time is None or type(time) is int for time in (turn.start_ms, turn.end_ms))
    assert all(before.end <= after.start for before, after in pairwise(document.turns))
    for span in (*document.unchecked, *document.markup):
        assert 0 <= span.start < span.end <= size
    assert all(before.start <= after.start for before, after in pairwise(document.anchors))
    assert all(0 <= anchor.start < max(size, 1) for anchor in document.anchors)
    assert all("\n" not in warning for warning in document.warnings)


def check_message(error: ToneCheckError, name: str = "some file") -> None:
    """Assert that the error names its file in one line."""
    assert str(error).startswith(f"{name}: ")
    assert "\n" not in str(error)


def read_or_refuse(format: str, data: bytes) -> Document | None:
    """Read; only ToneCheckError of one line may come instead."""
    try:
        document = registry.load(format).read(SourceFile(data, "some file"))
    except ToneCheckError as error:
        check_message(error)
        return None
    check_sound(document)
    return document


@pytest.mark.parametrize("format", FORMATS)
def test_sample_is_recognised_by_shape_and_read(format: str) -> None:
    name, data = sample(format)
    document = read(data, name=name)
    assert (document.format, registry.load(format).name) == (format, format)
    assert document.turns
    check_sound(document)
    if format != "markdown":
        assert read(data).format == format, "without a suffix"


@pytest.mark.parametrize("format", FORMATS)
def test_reads_its_sample_with_windows_lines(format: str) -> None:
    name, data = sample(format)
    if format not in ("docx", "pdf"):
        document = read(data.replace(b"\n", b"\r\n"), name=name)
        assert document.format == format
        assert len(document.turns) == len(read(data, name=name).turns)
        check_sound(document)


@pytest.mark.parametrize("format", RAW)
def test_raw_text_is_never_altered(format: str) -> None:
    name, data = sample(format)
    assert read(data, name=name).text == data.decode()


@pytest.mark.parametrize("format", FORMATS)
@LIGHT
@given(data=st.one_of(st.binary(max_size=300), TEXTS.map(lambda text: text.encode("utf-8", "replace"))))
def test_any_bytes_are_read_or_refused(format: str, data: bytes) -> None:
    document = read_or_refuse(format, data)
    if document is not None and format in RAW:
        assert document.text == SourceFile(data).decoded[0]


@pytest.mark.parametrize("format", FORMATS)
@LIGHT
@given(seed=st.data())
def test_damaged_samples_are_read_or_refused(format: str, seed: st.DataObject) -> None:
    data = bytearray(sample(format)[1])
    for _ in range(seed.draw(st.integers(1, 6))):
        place = seed.draw(st.integers(0, len(data) - 1))
        length = seed.draw(st.sampled_from([0, 1, 1, 8, 200]))
        data[place : place + length] = seed.draw(st.binary(max_size=6))
        if not data:
            break
    read_or_refuse(format, bytes(data))


@LIGHT
@given(data=st.binary(max_size=300))
def test_detection_never_fails_otherwise(data: bytes) -> None:
    try:
        check_sound(read(data))
    except ToneCheckError as error:
        check_message(error, "<input>")


@LIGHT
@given(text=TEXTS, kind=st.sampled_from([None, *KINDS]))
def test_given_text_is_kept(text: str, kind: str | None) -> None:
    document = read_text(text, kind=kind)
    assert document.text == text
    check_sound(document)


_KEYS = """segments words word speaker text start end score word_segments results items alternatives content
    type start_time end_time speaker_label speaker_labels channel_labels channels channel_label"""
KEYS = st.sampled_from(_KEYS.split())
SCALARS = st.one_of(
    st.none(), st.booleans(), st.floats(), st.integers(), st.just(10**400), st.text(max_size=5),
    st.sampled_from(["1.5", "-1", "1e999", "nan", "punctuation", "spk_0", "."]),
)  # fmt: skip
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(KEYS, inner, max_size=6)),
    max_leaves=40,
)


@pytest.mark.parametrize("format", registry.JSON_FORMATS)
@LIGHT
@given(value=VALUES, wrap=st.booleans())
def test_json_of_wrong_types_is_read_or_refused(format: str, value: object, wrap: bool) -> None:
    if wrap:
        value = {"segments": [value], "results": {"items": [value], "speaker_labels": value}}
    data = json.dumps(value).encode()
    read_or_refuse(format, data)
    registry.load(format).recognises(SourceFile(data, "x.json"))


@pytest.mark.parametrize(
    "data",
    [b"[" * 100_000, b'{"a":' * 100_000, b'{"segments": ' + b"9" * 5000 + b"}", b'{"segments": [NaN]}'],
)
def test_hostile_json_is_refused(data: bytes) -> None:
    for format in registry.JSON_FORMATS:
        assert read_or_refuse(format, data) is None
    with pytest.raises(ToneCheckError):
        read(data, name="call.json")
