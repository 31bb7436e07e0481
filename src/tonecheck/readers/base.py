"""File to Document: the interface of every reader, and the errors of the room."""

from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from tonecheck.core.document import Document
from tonecheck.core.errors import ToneCheckError


class ReadError(ToneCheckError):
    """A file that could not be read; the message names it, the fault and the way out."""

    def __init__(self, name: str, problem: str, advice: str = "") -> None:
        super().__init__(f"{name}: {problem}." + (f" {advice}" if advice else ""))


@dataclass(frozen=True)
class SourceFile:
    """The bytes to read and what they are called."""

    data: bytes
    name: str = "<input>"
    """Path as the user gave it, for messages and for its suffix."""

    @property
    def suffix(self) -> str:
        """The lower-case suffix with its dot, or an empty string."""
        dot = self.name.rfind(".")
        return self.name[dot:].lower() if dot > self.name.rfind("/") else ""

    @cached_property
    def decoded(self) -> tuple[str, tuple[str, ...]]:
        """The text and the warnings about how it was decoded. See readers.decoding."""
        from tonecheck.readers.decoding import decode

        return decode(self)


class Reader(Protocol):
    """One file format."""

    name: str
    """Name of the format, as in Document.format and --from."""

    def recognises(self, source: SourceFile) -> bool:
        """Tell by shape (bytes first, suffix only as a hint) whether this reader reads `source`."""
        ...

    def read(self, source: SourceFile) -> Document:
        """Read `source`. Raise ReadError, and nothing else, where that cannot be done."""
        ...
