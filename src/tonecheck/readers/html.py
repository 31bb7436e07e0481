"""File to Document: HTML to the words a browser shows."""

import re
import warnings
from typing import TYPE_CHECKING, Any

from tonecheck.core.document import Anchor, Document, Span
from tonecheck.readers.base import ReadError, SourceFile

if TYPE_CHECKING:
    from bs4 import Tag

_DROPPED = frozenset({"script", "style", "template"})
_PARAGRAPH_NAMES = """p h1 h2 h3 h4 h5 h6 ul ol dl table blockquote pre title article section header footer
    form fieldset hr"""
_LINE_NAMES = "html body div li dt dd tr caption address main nav aside figure figcaption center"
_PARAGRAPHS, _LINES = frozenset(_PARAGRAPH_NAMES.split()), frozenset(_LINE_NAMES.split())
_KEPT = frozenset({"pre", "textarea"})
_CELLS = frozenset({"td", "th"})
_SPACE = re.compile(r"[ \t\r\n\f]+")  # a browser keeps no-break spaces
_BEGINS_AS_HTML = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)?<(?:!doctype\s+html|html|head|body|div|p|table)\b",
    re.IGNORECASE | re.DOTALL,
)


class HtmlReader:
    """A web page or the HTML of a letter."""

    name = "html"

    def recognises(self, source: SourceFile) -> bool:
        """See Reader.recognises."""
        if source.suffix in (".md", ".markdown"):  # Markdown may begin with a tag
            return False
        return source.suffix in (".html", ".htm", ".xhtml") or bool(_BEGINS_AS_HTML.match(source.decoded[0]))

    def read(self, source: SourceFile) -> Document:
        """See Reader.read."""
        markup, warned = source.decoded
        text, anchors, _ = extract(markup, source.name)
        if not text:
            raise ReadError(source.name, "this HTML shows no words", "Give the page as a browser saved it.")
        return Document.of(text, format=self.name, warnings=warned, anchors=anchors)


def extract(markup: str, name: str, title: bool = True) -> tuple[str, tuple[Anchor, ...], tuple[Span, ...]]:
    """Return the text of `markup`, the lines it comes from, and the ranges it marks as quoted mail."""
    import bs4

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # its advice is for programmers, our stderr is for people
        try:
            soup = bs4.BeautifulSoup(_closed(markup), "html.parser")
        except Exception as error:  # html.parser fails in many ways on broken markup
            raise ReadError(
                name, "this HTML is too broken to read", "Save it again from a browser."
            ) from error
    page = _Page(title)
    page.walk(soup)
    return page.result()


def _closed(markup: str) -> str:
    """Turn tags and comments that never end into text: html.parser takes quadratic time over many."""
    for opening, closing in (("<!--", "-->"), ("<", ">")):
        end = markup.rfind(closing) + 1
        markup = markup[:end] + markup[end:].replace(opening, f"&lt;{opening[1:]}")
    return markup


class _Page:
    """The text of a page as it grows."""

    def __init__(self, title: bool) -> None:
        self._dropped = _DROPPED if title else _DROPPED | {"title"}
        self._pieces: list[str] = []
        self._length = 0
        self._gap = ""
        """White space owed before the next words: the strongest of what was met."""
        self._preformatted = 0
        """How many open elements keep their white space."""
        self._line = 1
        self._anchors: list[Anchor] = []
        self._quoted: list[Span] = []

    def walk(self, soup: Any) -> None:
        """Visit every node in order, without recursion: pages nest deeper than Python's stack."""
        from bs4 import Tag

        stack: list[Any] = [iter(soup.contents)]
        opened: list[tuple[Tag, int]] = []
        while stack:
            node = next(stack[-1], None)
            if node is None:
                stack.pop()
                if opened:
                    self._close(*opened.pop())
            elif not isinstance(node, Tag):
                self._say(node)
            elif node.name not in self._dropped:
                self._line = node.sourceline or self._line
                self._open(node)
                opened.append((node, self._length))
                stack.append(iter(node.contents))

    def result(self) -> tuple[str, tuple[Anchor, ...], tuple[Span, ...]]:
        """Return text, anchors and quoted ranges."""
        quoted = tuple(Span(span.start, min(span.end, self._length)) for span in self._quoted)
        return "".join(self._pieces), tuple(self._anchors), quoted

    def _open(self, tag: "Tag") -> None:
        self._preformatted += tag.name in _KEPT
        if tag.name == "br":
            self._gap = self._gap + "\n" if self._gap.startswith("\n") else "\n"
        else:
            self._owe(_around(tag))

    def _close(self, tag: "Tag", start: int) -> None:
        self._preformatted -= tag.name in _KEPT
        self._owe(_around(tag))
        if _rest_is_quoted(tag):
            self._quoted.append(Span(start, 1 << 62))
        elif _is_quoted(tag) and start < self._length:
            self._quoted.append(Span(start, self._length))

    def _owe(self, gap: str) -> None:
        if _strength(gap) > _strength(self._gap):
            self._gap = gap

    def _say(self, node: Any) -> None:
        from bs4.element import PreformattedString

        if isinstance(node, PreformattedString):  # comments, declarations
            return
        words = str(node)
        line = self._line + words.count("\n", 0, len(words) - len(words.lstrip()))
        self._line += words.count("\n")
        gap_after = ""
        if not self._preformatted:
            words = _SPACE.sub(" ", words)
            if words.startswith(" "):
                self._owe(" ")
            gap_after = " " if words.endswith(" ") else ""
            words = words.strip(" ")
        if not words:
            return
        gap = self._gap if self._pieces else ""
        if not self._anchors or self._anchors[-1].where != f"line {line}":
            self._anchors.append(Anchor(self._length + len(gap), f"line {line}"))
        self._pieces += [gap, words]
        self._length += len(gap) + len(words)
        self._gap = gap_after


def _strength(gap: str) -> tuple[int, bool, bool]:
    """Order white space as a browser does: lines, then a cell's edge, then a space."""
    return gap.count("\n"), "\t" in gap, bool(gap)


def _around(tag: "Tag") -> str:
    """Return the white space a browser shows around the element."""
    if tag.name in _PARAGRAPHS:
        return "\n\n"
    if tag.name in _LINES:
        return "\n"
    return "\t" if tag.name in _CELLS else ""


def _is_quoted(tag: "Tag") -> bool:
    """Tell whether a mail program marked the element as the mail replied to."""
    if tag.name == "blockquote" and tag.get("type") == "cite":
        return True
    names = str(tag.get("class") or "")
    return any(
        name in names for name in ("gmail_quote", "yahoo_quoted", "moz-cite-prefix", "protonmail_quote")
    )


def _rest_is_quoted(tag: "Tag") -> bool:
    """Tell whether Outlook puts the mail replied to from here on."""
    return tag.get("id") in ("divRplyFwdMsg", "appendonsend")
