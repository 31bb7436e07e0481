"""Markdown, HTML, Word and PDF."""

import docx
import pytest
from docx.oxml import parse_xml

from tonecheck.readers import ReadError, read

from .made import locked_pdf, pdf, sample, saved, word

W = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'"


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("Pay us.", []),
        ("# Pay **us** _now_ #", ["#", "**", "** _", "_ #"]),
        ("- one\n  * two\n1. three", ["-", "*", "1."]),
        ("[us](http://a_(b) 'x') [r][r] ![pic](p.png) <http://x>\n\n[r]: http://x", None),
        ("2 * 3 * 4 and snake_case and [NAME] and {{sum}}", []),
        ("Name: ______ owes", []),
        ("Pay\\* &amp; `now`", ["\\", "`", "`"]),
        ("> Pay\n> *us*", [">", "> *", "*"]),
        ("> lazy\ncontinued", [">"]),
        ("Head\n====\n\n***\nfoot", ["====", "***"]),
        ("<b>Pay</b> us<br>", ["<b>", "</b>", "<br>"]),
        ("<div>\nPay\n</div>", ["<div>", "</div>"]),
        ("| a | **b** |\r\n|---|---|\r\n| a | a |\r\n", ["|", "| **", "** |", "|---|---|", "|", "|", "|"]),
    ],
)
def test_markdown_signs(text: str, signs: list[str] | None) -> None:
    document = read(text.encode(), name="a.md")
    assert document.text == text
    found = [text[span.start : span.end] for span in document.markup]
    if signs is not None:
        assert found == signs
    else:
        words = "".join(
            " " if any(s.start <= i < s.end for s in document.markup) else c for i, c in enumerate(text)
        )
        assert words.split() == ["us", "r", "pic", "http://x"]


def test_markdown_leaves_code_front_matter_and_comments_unchecked() -> None:
    name, data = sample("markdown")
    document = read(data, name=name)
    assert [(u.reason, document.text[u.start : u.end].strip()) for u in document.unchecked] == [
        ("front matter", "---\nto: Ms Hall\n---"),
        ("comment", "<!-- ask Bo -->"),
        ("code block", "```\nYou will be arrested\n```"),
    ]


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>a  b\n c</p><p>d", "a b c\n\nd"),
        ("a<b>b</b> <i> c</i>d", "ab cd"),
        ("<div>a</div><div>b<br>c<br><br>d</div>", "a\nb\nc\n\nd"),
        ("<ul><li>a</li><li>b</li></ul>c", "a\nb\n\nc"),
        ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a\tb\nc"),
        ("<head><title>t</title><style>x</style><meta></head><p>&lt;a&gt;&nbsp;&#163;1", "t\n\n<a>\u00a0£1"),
        ("<pre>a\n  b</pre>", "a\n  b"),
        ("<p>a<script>x</script>b<template>y</template><!-- z -->c", "abc"),
        ("<blockquote>a</blockquote>b", "a\n\nb"),
        ("<p>a" + "<div>" * 5000 + "b", "a\nb"),
        ("<p>a<p <b>c <", None),
    ],
)
def test_html_text(markup: str, text: str | None) -> None:
    document = read(markup.encode(), name="a.html")
    assert text is None or document.text == text


def test_html_says_where() -> None:
    name, data = sample("html")
    document = read(data, name=name)
    assert document.text.startswith(
        "Your account\n\nDear Ms\u00a0Hall, we write about your balance.\n\nBalance\t£412.50\nDue"
    )
    for words, line in (("Your", 2), ("Dear", 4), ("balance", 5), ("Due", 8), ("Write", 9), ("line two", 10)):
        assert document.where(document.text.index(words)) == f"line {line}"


def test_word_in_order_of_reading() -> None:
    document = docx.Document()
    document.add_paragraph("First\ttab\nline")
    table = document.add_table(2, 2)
    for cell, words in zip(table._cells, ("Balance", "£40", "Due", "May"), strict=True):
        cell.text = words
    table.cell(1, 1).add_table(1, 1).cell(0, 0).text = "inner"
    document.add_paragraph("")
    last = document.add_paragraph("Last ")
    last._p.append(parse_xml(f"<w:ins {W}><w:r><w:t>added</w:t></w:r></w:ins>"))
    last._p.append(parse_xml(f"<w:del {W}><w:r><w:delText>gone</w:delText></w:r></w:del>"))
    boxed = "<w:txbxContent><w:p><w:r><w:t>boxed</w:t></w:r></w:p></w:txbxContent>"
    box = f"<w:r {W}><w:pict>{boxed}</w:pict></w:r>"
    last._p.append(parse_xml(box))
    last._p.append(parse_xml(f"<w:r {W}><w:footnoteReference w:id='2'/></w:r>"))
    control = f"<w:sdt {W}><w:sdtContent><w:p><w:r><w:t>control</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    last._p.addnext(parse_xml(control))
    document.sections[0].header.paragraphs[0].text = "Harbour"
    document.sections[0].footer.paragraphs[0].text = "Page"
    read_back = read(saved(document))
    assert read_back.text == (
        "First\ttab\nline\n\nBalance\t£40\nDue\tMay\ninner\n\nLast added\n\ncontrol\n\nHarbour\n\nPage"
    )
    assert read_back.warnings == ("text boxes are not checked", "footnotes are not checked")
    for words, where in (
        ("First", "paragraph 1"),
        ("Due", "table 1"),
        ("added", "paragraph 3"),
        ("Page", "footer"),
    ):
        assert read_back.where(read_back.text.index(words)) == where


def test_empty_word_document() -> None:
    with pytest.raises(ReadError, match="no text"):
        read(word("", " "))


def test_pdf_pages() -> None:
    document = read(pdf("You must pay.", "", "Yours, Ana"))
    assert document.text.split() == ["You", "must", "pay.", "Yours,", "Ana"]
    assert document.warnings == ("page 2 has no text layer and was not checked",)
    assert document.where(document.text.index("Ana")) == "page 3"


def test_scanned_and_locked_pdf() -> None:
    with pytest.raises(ReadError, match=r"no text layer.*OCR"):
        read(pdf("", ""))
    with pytest.raises(ReadError, match="protected by a password"):
        read(locked_pdf("secret"))
    assert "You must pay." in read(locked_pdf("")).text
