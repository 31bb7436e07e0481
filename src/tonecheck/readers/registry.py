"""File to Document: which reader reads which format. In the order in which they are tried."""

from importlib import import_module
from typing import Final, cast

from tonecheck.core.errors import UnknownNameError
from tonecheck.readers.base import Reader, ReadError, SourceFile

READERS: Final = {
    "docx": "tonecheck.readers.docx:DocxReader",
    "pdf": "tonecheck.readers.pdf:PdfReader",
    "email": "tonecheck.readers.email:EmailReader",
    "vtt": "tonecheck.readers.vtt:VttReader",
    "srt": "tonecheck.readers.srt:SrtReader",
    "whisperx": "tonecheck.readers.whisperx:WhisperXReader",
    "aws_transcribe": "tonecheck.readers.aws_transcribe:AwsTranscribeReader",
    "html": "tonecheck.readers.html:HtmlReader",
    "sms": "tonecheck.readers.sms:SmsReader",
    "labelled": "tonecheck.readers.labelled:LabelledReader",
    "markdown": "tonecheck.readers.markdown:MarkdownReader",
    "text": "tonecheck.readers.text:TextReader",
}
"""Name of a format to 'module:Class'. Readers import their libraries only when they read."""

NOT_FOR_KIND: Final = {
    "letter": ("sms", "labelled"),
    "email": ("sms", "labelled"),
    "call": ("sms",),
}
"""Formats that a kind named by the caller rules out: a letter never becomes a transcript."""

JSON_FORMATS: Final = ("whisperx", "aws_transcribe")


def load(name: str) -> Reader:
    """Return the reader called `name`. Raise UnknownNameError if there is none."""
    if name not in READERS:
        raise UnknownNameError("format", name, tuple(READERS))
    module, _, reader = READERS[name].partition(":")
    return cast(Reader, getattr(import_module(module), reader)())


def detect(source: SourceFile, kind: str | None = None) -> Reader:
    """Return the first reader that recognises `source`; the text reader takes any text."""
    skipped = NOT_FOR_KIND.get(kind or "", ())
    for name in READERS:
        if name not in skipped and (reader := load(name)).recognises(source):
            return reader
        if name == JSON_FORMATS[-1]:
            _refuse_unknown_json(source)
    return load("text")


def _refuse_unknown_json(source: SourceFile) -> None:
    """Raise ReadError for JSON of a shape no reader knows, and for broken JSON."""
    from tonecheck.readers.json_shape import is_json, looked_for, parse

    if is_json(source):
        parse(source)
        raise ReadError(source.name, f"JSON in which nothing was recognised; looked for: {looked_for()}")
