"""File to Document: Markdown, kept raw; its signs are markup, its code is not judged."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from tonecheck.core.document import Document, Span, Unchecked
from tonecheck.readers.base import ReadError, SourceFile

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT_MATTER = re.compile(r"---[ \t]*\r?\n.*?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_LINK_END = re.compile(r"\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)|\]\[[^\[\]\n]*\]|\]|>")
_LINK_START = re.compile(r"[\s>]*!?[\[<]")

_CODE = ("fence", "code_block")
_Range = tuple[int, int]


class MarkdownReader:
    """A letter written in Markdown; known by its suffix, for its signs occur in any text."""

    name = "markdown"

    def recognises(self, source: SourceFile) -> bool:
        """See Reader.recognises."""
        return source.suffix in (".md", ".markdown", ".mdown", ".mkd")

    def read(self, source: SourceFile) -> Document:
        """See Reader.read."""
        text, warnings = source.decoded
        markup, unchecked = _signs(text, source.name)
        return Document.of(text, format=self.name, warnings=warnings, markup=markup, unchecked=unchecked)


def _signs(text: str, name: str) -> tuple[tuple[Span, ...], tuple[Unchecked, ...]]:
    """Return the ranges that are no words, and those that are not judged."""
    from markdown_it import MarkdownIt

    unchecked = []
    body = text
    if front := _FRONT_MATTER.match(text):
        unchecked.append(Unchecked(0, front.end(), "front matter"))
        body = re.sub(r"[^\n]", " ", front.group()) + text[front.end() :]
    # What the parser would normalise is replaced here, one character by one, so that offsets hold.
    body = body.replace("\r\n", " \n").replace("\r", " ").replace("\x00", "\ufffd")
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"]).disable("text_join")
    try:
        tokens = parser.parse(body)
    except Exception as error:  # a library's failure on odd input must not stop a batch
        raise ReadError(name, "this Markdown cannot be parsed", "Save it as .txt and check that.") from error
    starts = [0, *(match.end() for match in re.finditer("\n", body))]
    code = [_lines(body, starts, token.map) for token in tokens if token.map and token.type in _CODE]
    unchecked += [Unchecked(start, end, "code block") for start, end in code]
    unchecked += [Unchecked(start, end, "comment") for start, end in _comments(body)]
    words = sorted([*code, *_words(body, starts, tokens)])
    ordered = tuple(sorted(unchecked, key=lambda span: span.start))
    return tuple(_gaps(body, words)), ordered


def _comments(body: str) -> Iterator[_Range]:
    """Yield HTML comments; a search, for a pattern would look to the end for each that is never closed."""
    start = body.find("<!--")
    while start >= 0 and (end := body.find("-->", start + 4)) >= 0:
        yield start, end + 3
        start = body.find("<!--", end + 3)


def _lines(body: str, starts: list[int], lines: "Sequence[int]") -> _Range:
    """Return the range of the lines lines[0]..lines[1]-1, without the last line end."""
    start = starts[lines[0]]
    end = starts[lines[1]] - 1 if lines[1] < len(starts) else len(body)
    return start, max(start, end)


def _words(body: str, starts: list[int], tokens: "Sequence[Token]") -> Iterator[_Range]:
    """Yield the ranges that are words; whatever is left over is signs."""
    cursor = 0
    for token in tokens:
        if token.map is None:
            continue
        start, end = _lines(body, starts, token.map)
        if token.type == "inline":
            # The cells of a row share its line: each is looked for after the one before.
            yield from (aligned := list(_aligned(body, max(start, cursor), end, token.children or [])))
            cursor = max([cursor, *(after for _, after in aligned)])
        elif token.type == "html_block":
            yield from _between_tags(body, start, end)


def _between_tags(body: str, start: int, end: int) -> Iterator[_Range]:
    """Yield what stands between the tags of a block of HTML."""
    for tag in _TAG.finditer(body, start, end):
        yield start, tag.start()
        start = tag.end()
    yield start, end


def _aligned(body: str, cursor: int, end: int, children: "Sequence[Token]") -> Iterator[_Range]:
    """Find the words of inline tokens in the raw text, in order.

    Words that cannot be found turn the whole stretch up to the next ones into words: a sign read
    as a word does little harm, a word taken for a sign is not judged.
    """
    lost: int | None = None
    for child in _flat(children):
        if child.type == "link_open" and (opening := _LINK_START.match(body, cursor, end)):
            cursor = opening.end()
        elif child.type == "link_close" and (closing := _LINK_END.match(body, cursor, end)):
            cursor = closing.end()
        raw = _raw(child)
        if not raw.strip():
            continue
        found = body.find(raw, cursor, end)
        if found < 0:
            lost = cursor if lost is None else lost
            continue
        cursor = found + len(raw)
        if child.type != "html_inline":
            escaped = child.type == "text_special" and child.info == "escape"
            yield (found + escaped if lost is None else lost), cursor
            lost = None
    if lost is not None:
        yield lost, end


def _flat(children: "Sequence[Token]") -> Iterator["Token"]:
    """Yield inline tokens, those of a picture's description too."""
    for child in children:
        yield from child.children if child.type == "image" and child.children else (child,)


def _raw(token: "Token") -> str:
    """Return a token's characters as the file has them; nothing where it has none of its own."""
    if token.type in ("text", "code_inline", "html_inline"):
        return token.content
    return token.markup if token.type == "text_special" else ""


def _gaps(body: str, words: list[_Range]) -> Iterator[Span]:
    """Yield what no range of words covers, line by line and without white space at the ends."""
    position = 0
    for start, end in [*words, (len(body), len(body))]:
        for piece in re.finditer(r"\S(?:[^\n]*\S)?", body[position : max(start, position)]):
            yield Span(position + piece.start(), position + piece.end())
        position = max(position, end)
