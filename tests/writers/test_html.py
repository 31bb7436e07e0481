"""HTML: everything escaped, nothing loaded, every mark with its card."""

import re
from dataclasses import replace
from html.parser import HTMLParser

from tonecheck.core.finding import Source
from tonecheck.writers.base import Outcome, Style
from tonecheck.writers.registry import load

from .conftest import call_report, letter_report

VOID = {"meta", "br", "img", "link"}


class Page(HTMLParser):
    """Reads a page and keeps what the tests ask for."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.words = ""
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += data

    def values(self, attribute: str) -> list[str]:
        return [value for _, held in self.tags for name, value in held.items() if name == attribute and value]


def written(*outcomes: Outcome, explain: bool = False) -> str:
    return "".join(load("html", Style(explain=explain)).write(outcomes))


def test_is_well_formed_and_says_its_language(letter: Outcome, call: Outcome, failed: Outcome) -> None:
    text = written(letter, call, failed, explain=True)
    page = Page(text)
    assert text.startswith("<!doctype html>")
    assert page.open == []
    assert ("html", {"lang": "en"}) in page.tags
    ids = page.values("id")
    assert len(ids) == len(set(ids))


def test_words_of_the_document_are_escaped(letter: Outcome, failed: Outcome) -> None:
    text = written(letter, failed)
    assert "<script" not in text
    assert "&lt;script&gt;alert(&#x27;x&#x27;)&lt;/script&gt;" in text
    assert "<b>old" not in text
    assert "&lt;b&gt;old&lt;/b&gt;.doc" in text


def test_loads_nothing_from_elsewhere(letter: Outcome, call: Outcome) -> None:
    text = written(letter, call, explain=True)
    assert not re.search(r"https?:|//\w|url\(|@import|src=|<link|<iframe|javascript:", text)
    assert all(link.startswith("#") for link in Page(text).values("href"))


def test_a_source_is_linked_only_to_the_web() -> None:
    report = letter_report()
    sources = (Source("A", url="https://example.org/a?b&c"), Source("B", url="javascript:alert(1)"))
    found = replace(report.findings[0], sources=sources)
    text = written(Outcome("a.txt", replace(report, findings=(found,))))
    assert 'href="https://example.org/a?b&amp;c"' in text
    assert "javascript:" not in text


def test_marks_and_cards_point_at_each_other(letter: Outcome, call: Outcome) -> None:
    page = Page(written(letter, call))
    links = {link[1:] for link in page.values("href")}
    assert {"f1-c1", "f1-m1", "f1-c3", "f2-c2", "f2-m2", "f1", "f2"} <= links <= set(page.values("id"))
    labels = [held.get("aria-label") for tag, held in page.tags if tag == "a"]
    assert "go to finding 1" in labels
    assert "[finding 1: may be threatening, misleading: " in page.words
    assert "[finding 2: to confirm: " in page.words
    assert "[not checked: quoted reply: " in page.words


def test_looks_tell_severity_doubt_and_questions_apart(letter: Outcome) -> None:
    classes = [held["class"] for tag, held in Page(written(letter)).tags if tag == "mark"]
    assert classes[:3] == ["high sure", "question", "low unsure"]
    assert "slot" in classes


def test_overlapping_findings_are_all_marked() -> None:
    report = letter_report()
    first = report.findings[0]
    wider = replace(first, start=first.start - 5, end=first.start + 10, id="wider")
    text = written(Outcome("a.txt", replace(report, findings=(wider, first))))
    page = Page(text)
    assert page.open == []
    assert {"f1-m1", "f1-m2"} <= set(page.values("id"))
    shown = text[text.index('class="page"') : text.index('class="card')]
    shown = re.sub(r'<span class="vh">.*?</span>|<sup>.*?</sup>', "", shown)
    assert "the sheriff will collect your telly, no court needed" in re.sub(r"<[^>]+>", "", shown)


def test_risk_of_self_harm_is_first_in_page_and_article(letter: Outcome, call: Outcome) -> None:
    text = written(letter, call)
    assert text.index("Safety first") < text.index("<nav")
    article = text[text.index('<article id="f2"') :]
    assert article.index("Stop collecting now") < article.index('<h2 id="f2-h">call.txt')
    assert "Safety first" not in written(letter)


def test_a_transcript_shows_who_speaks_once(call: Outcome) -> None:
    page = Page(written(call))
    assert page.words.count("\n2 · Customer · 1:01") == 1
    assert [held["class"] for tag, held in page.tags if held.get("class", "").startswith("turn")] == [  # type: ignore[union-attr]
        "turn agent",
        "turn customer",
        "turn agent",
    ]


def test_one_file_needs_no_table_of_contents(letter: Outcome, failed: Outcome) -> None:
    assert "<nav" not in written(letter)
    assert "! Not checked" in written(letter, failed)


def test_a_cue_in_a_quoted_reply_is_shown_too() -> None:
    report = call_report()
    cue = replace(report.cues[1], turn=None, start=0, end=5, text="Agent")
    assert "Agent" in written(Outcome("a.eml", replace(report, cues=(cue,))))
