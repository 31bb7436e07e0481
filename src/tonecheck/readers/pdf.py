"""File to Document: the text layer of a PDF."""

import io
import logging

from tonecheck.core.document import Anchor, Document
from tonecheck.readers.base import ReadError, SourceFile

_SCAN = "Run text recognition (OCR) over it first and check the text."


class PdfReader:
    """A PDF, page by page, its lines as they stand there."""

    name = "pdf"

    def recognises(self, source: SourceFile) -> bool:
        """See Reader.recognises."""
        return b"%PDF-" in source.data[:1024] or source.suffix == ".pdf"

    def read(self, source: SourceFile) -> Document:
        """See Reader.read."""
        pages = _pages(source)
        if not any(page.strip() for page in pages):
            raise ReadError(source.name, "this PDF has no text layer (a scan?)", _SCAN)
        anchors = []
        warnings = []
        start = 0
        for number, page in enumerate(pages, 1):
            if page.strip():
                anchors.append(Anchor(start, f"page {number}"))
            else:
                warnings.append(f"page {number} has no text layer and was not checked")
            start += len(page) + 1
        text = "\n".join(pages)
        return Document.of(text, format=self.name, warnings=tuple(warnings), anchors=tuple(anchors))


def _pages(source: SourceFile) -> list[str]:
    """Return the text of each page. Raise ReadError where pypdf cannot."""
    import pypdf

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it tells stderr of every flaw it mends
    locked = False
    try:
        reader = pypdf.PdfReader(io.BytesIO(source.data))
        locked = reader.is_encrypted
        if not locked or reader.decrypt(""):
            return [page.extract_text() for page in reader.pages]
    except Exception as error:  # pypdf fails in many ways on damaged files
        if not locked:
            raise ReadError(
                source.name, "damaged, or not a PDF", "Print or export it to PDF again."
            ) from error
    raise ReadError(
        source.name, "this PDF is protected by a password", "Save a copy without one and check that."
    )
