"""File to Document: plain text, the words of one sender."""

from tonecheck.core.document import Document
from tonecheck.readers.base import SourceFile


class TextReader:
    """Plain text; takes whatever decodes."""

    name = "text"

    def recognises(self, source: SourceFile) -> bool:
        """See Reader.recognises."""
        return True

    def read(self, source: SourceFile) -> Document:
        """See Reader.read."""
        text, warnings = source.decoded
        return Document.of(text, format=self.name, warnings=warnings)
