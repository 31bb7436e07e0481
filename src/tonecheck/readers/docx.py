"""File to Document: a Word document."""

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from tonecheck.core.document import Anchor, Document
from tonecheck.readers.base import ReadError, SourceFile

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PARAGRAPH, _TABLE, _ROW, _CELL = f"{_W}p", f"{_W}tbl", f"{_W}tr", f"{_W}tc"
_SIGNS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "\u2011"}
_TEXT_BOX = f"{_W}txbxContent"
_UNREAD = frozenset(
    {
        f"{_W}del",
        f"{_W}moveFrom",
        _TEXT_BOX,
        "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
    }
)
"""Deleted words are not sent; a text box stands twice in the file, and outside the order of reading."""
_MOST_UNPACKED = 300_000_000
_ADVICE = "Open it in Word and save it again as .docx."


class DocxReader:
    """A .docx file: paragraphs and tables in order, then headers and footers."""

    name = "docx"

    def recognises(self, source: SourceFile) -> bool:
        """See Reader.recognises."""
        zipped = source.data.startswith(b"PK\x03\x04")
        ours = zipped and b"word/document" in source.data
        return ours or (
            source.suffix == ".docx" and (zipped or not source.data.startswith(b"\xd0\xcf\x11\xe0"))
        )

    def read(self, source: SourceFile) -> Document:
        """See Reader.read."""
        try:
            blocks, warnings = _blocks(source)
        except ReadError:
            raise
        except Exception as error:  # zip, XML and python-docx fail in many ways on damaged files
            raise ReadError(source.name, "damaged, or not a Word document", _ADVICE) from error
        blocks = [(text, where) for text, where in blocks if text.strip()]
        if not blocks:
            raise ReadError(
                source.name, "this Word document has no text", "Give the words as text, not as a picture."
            )
        anchors = []
        start = 0
        for text, where in blocks:
            anchors.append(Anchor(start, where))
            start += len(text) + 2
        whole = "\n\n".join(text for text, _ in blocks)
        return Document.of(whole, format=self.name, warnings=tuple(warnings), anchors=tuple(anchors))


def _blocks(source: SourceFile) -> tuple[list[tuple[str, str]], list[str]]:
    """Return the blocks of text with their places, and warnings on what is not read."""
    with zipfile.ZipFile(io.BytesIO(source.data)) as packed:
        if sum(entry.file_size for entry in packed.infolist()) > _MOST_UNPACKED:
            raise ReadError(source.name, "unpacks to more than a letter can hold", _ADVICE)
    import docx

    document = docx.Document(io.BytesIO(source.data))
    body = document.element.body
    blocks = list(_of_body(body))
    blocks += _headers_and_footers(document)
    warnings = []
    if any(_text(paragraph).strip() for box in body.iter(_TEXT_BOX) for paragraph in box.iter(_PARAGRAPH)):
        warnings.append("text boxes are not checked")
    if next(body.iter(f"{_W}footnoteReference", f"{_W}endnoteReference"), None) is not None:
        warnings.append("footnotes are not checked")
    return blocks, warnings


def _of_body(body: Any) -> Iterator[tuple[str, str]]:
    """Yield paragraphs and tables in the order of reading."""
    paragraphs = tables = 0
    for element in _outermost(body, _PARAGRAPH, _TABLE):
        if element.tag == _PARAGRAPH:
            paragraphs += 1
            yield _text(element), f"paragraph {paragraphs}"
        else:
            tables += 1
            yield _table(element), f"table {tables}"


def _outermost(container: Any, *tags: str) -> Iterator[Any]:
    """Yield the elements of these tags that lie in no other such, also inside content controls."""
    stack = [iter(container)]
    while stack:
        element = next(stack[-1], None)
        if element is None:
            stack.pop()
        elif element.tag in tags:
            yield element
        elif element.tag not in _UNREAD:
            stack.append(iter(element))


def _text(paragraph: Any) -> str:
    """Return a paragraph's words, also those in links, fields and content controls."""
    pieces: list[str] = []
    stack = [iter(paragraph)]
    while stack:
        element = next(stack[-1], None)
        if element is None:
            stack.pop()
        elif element.tag == f"{_W}t":
            pieces.append(element.text or "")
        elif element.tag in _SIGNS:
            pieces.append(_SIGNS[element.tag])
        elif element.tag not in _UNREAD and element.tag != f"{_W}pPr":
            stack.append(iter(element))
    return "".join(pieces)


def _table(table: Any) -> str:
    """Return a table's words: one row a line, cells parted by tabs; a table in a cell follows its row."""
    rows = [
        "\t".join(_cell(cell) for cell in _outermost(row, _CELL)).rstrip("\t") for row in table.iter(_ROW)
    ]
    return "\n".join(row for row in rows if row.strip())


def _cell(cell: Any) -> str:
    """Return the words of a cell's own paragraphs."""
    own = [_text(element) for element in _outermost(cell, _PARAGRAPH, _TABLE) if element.tag == _PARAGRAPH]
    return "\n".join(line for line in own if line.strip())


def _headers_and_footers(document: Any) -> list[tuple[str, str]]:
    """Return what stands above and below every page, each text once."""
    found: dict[str, str] = {}
    for section in document.sections:
        for part, where in (
            (section.header, "header"),
            (section.first_page_header, "header"),
            (section.even_page_header, "header"),
            (section.footer, "footer"),
            (section.first_page_footer, "footer"),
            (section.even_page_footer, "footer"),
        ):
            if not part.is_linked_to_previous:
                text = "\n".join(text for text, _ in _of_body(part._element) if text.strip())
                found.setdefault(text, where)
    return list(found.items())
