"""File to Document, the room's door: `read` for files and bytes, `read_text` for words at hand."""

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from tonecheck.core.document import Document
from tonecheck.core.taxonomy import known_kind
from tonecheck.readers import labelled, quoted_reply, registry, roles, sms
from tonecheck.readers.base import ReadError, SourceFile

__all__ = ["ReadError", "read", "read_text"]

LIMIT = 20_000_000
"""Bytes that a file may have unless the caller says otherwise."""

_SINGLE_SENDER = ("text", "markdown", "html", "docx", "pdf")


def read(
    path: str | os.PathLike[str] | bytes,
    *,
    name: str | None = None,
    format: str | None = None,
    kind: str | None = None,
    agents: Sequence[str] = (),
    limit: int = LIMIT,
) -> Document:
    """Read a file, or its bytes, into a Document. Raise ReadError where that cannot be done.

    `name` is what messages call the bytes, and its suffix a hint; `format` skips recognition; `kind`
    overrides what was recognised; `agents` are the labels of the agents in a transcript.
    """
    if kind is not None:
        known_kind(kind)
    source = _source(path, name, limit)
    reader = registry.load(format) if format else registry.detect(source, kind)
    document = reader.read(source)
    if not document.text.strip():
        raise _nothing(source.name)
    return _finished(document, kind, agents, source.name)


def read_text(text: str, *, kind: str | None = None, agents: Sequence[str] = ()) -> Document:
    """Make a Document of `text` as it is: a labelled transcript, an SMS thread, or one sender's words."""
    if kind is not None:
        known_kind(kind)
    skipped = registry.NOT_FOR_KIND.get(kind or "", ())
    document = sms.parse(text) if "sms" not in skipped else None
    if document is None and "labelled" not in skipped:
        document = labelled.parse(text)
    return _finished(document or Document.of(text), kind, agents, "<text>")


def _finished(document: Document, kind: str | None, agents: Sequence[str], name: str) -> Document:
    """Apply what the caller knows: the kind and the agents."""
    if kind is not None:
        document = replace(_asked_for(document, kind), kind=kind)
    if kind == "email" and document.format in _SINGLE_SENDER:
        document = quoted_reply.set_apart(document)
    if document.format in _SINGLE_SENDER:
        if kind in ("call", "chat"):
            warning = "no speakers found: all of it is taken as the sender's words"
            document = replace(document, warnings=(*document.warnings, warning))
        return document
    return roles.assign(document, agents, name)


def _asked_for(document: Document, kind: str) -> Document:
    """Look again, now with the caller's word for it, for the speakers of what passed as plain text."""
    thread: Document | None = None
    if document.format == "text" and kind == "sms":
        thread = sms.parse(document.text, asked=True)
    elif document.format == "text" and kind in ("call", "chat"):
        thread = labelled.parse(document.text, asked=True)
    return replace(thread, warnings=document.warnings) if thread else document


def _source(path: str | os.PathLike[str] | bytes, name: str | None, limit: int) -> SourceFile:
    """Load the bytes. Raise ReadError where there are none, or too many."""
    if isinstance(path, bytes | bytearray | memoryview):
        called, data = name or "<input>", bytes(path)
    else:
        place = os.fspath(path)
        called, data = name or place, _load(place, name or place, limit)
    called = " ".join(called.splitlines())  # messages are one line
    if len(data) > limit:
        problem = f"larger than the limit of {limit:,} bytes"
        raise ReadError(called, problem, "Split it, or raise the limit.")
    if not data.strip(b" \t\r\n\f\v\x00\xef\xbb\xbf\xfe\xff"):
        raise _nothing(called)
    return SourceFile(data, called)


def _nothing(name: str) -> ReadError:
    return ReadError(name, "there is nothing in it", "Give a file with words in it.")


def _load(path: str, called: str, limit: int) -> bytes:
    """Read at most one byte more than `limit` from the file at `path`."""
    try:
        if Path(path).is_dir():
            raise ReadError(called, "this is a folder", "Name the files in it.")
        with open(path, "rb") as file:
            return file.read(limit + 1)
    except FileNotFoundError as error:
        raise ReadError(called, "there is no such file", "Check the path.") from error
    except PermissionError as error:
        raise ReadError(called, "no permission to read it", "Ask for access, or copy it.") from error
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        reason = getattr(error, "strerror", None) or "not a path"
        raise ReadError(called, f"it cannot be opened ({reason})", "Check the path.") from error
