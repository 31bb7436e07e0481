"""Report to text: HTML in pieces. Only `text` and `element` make Markup, so nothing goes in unescaped."""

from collections.abc import Iterable
from html import escape
from typing import NewType

from tonecheck.writers.plain import printable

Markup = NewType("Markup", str)
"""Text that is HTML already."""

NOTHING = Markup("")


def text(words: str) -> Markup:
    """Escape words for a page."""
    return Markup(escape(printable(words)))


def join(pieces: Iterable[Markup], between: str = "") -> Markup:
    """Put pieces after each other; `between` is white space."""
    return Markup(between.join(pieces))


def element(name: str, *content: Markup, **attributes: str) -> Markup:
    """Return an element. Underlines in names of attributes become hyphens: class_, aria_label."""
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(printable(value))}"'
        for key, value in attributes.items()
    )
    return Markup(f"<{name}{written}>{''.join(content)}</{name}>")


def said(name: str, words: str, **attributes: str) -> Markup:
    """Return an element that holds plain words."""
    return element(name, text(words), **attributes)


def hidden(words: str) -> Markup:
    """Return words that only a screen reader says."""
    return said("span", words, class_="vh")
