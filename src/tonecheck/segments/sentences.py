"""Document to sentences: spaCy's tokens and sentence ends, mapped back to code points of the document."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan
from spacy.util import filter_spans

from tonecheck.core.document import Document, Span, Turn
from tonecheck.segments.paragraphs import paragraphs
from tonecheck.segments.reading import Reading, has_words, read_range

PLACEHOLDER = re.compile(
    r"\{\{[^{}\n]{1,60}\}\}|\{%[^%\n]{1,80}%\}|\$?\{[A-Za-z_][\w .-]{0,40}\}|%\([A-Za-z_]\w{0,40}\)[sdf]"
    r"|\[[A-Za-z][\w /'-]{1,40}\]|<<[^<>\n]{1,40}>>|«[^«»\n]{1,40}»|<[A-Z_]{3,40}>"
)
"""Template placeholders; each is one token, and a fact for rewording."""


_OPENING = frozenset("( [ \" ' “ ‘".split())


@dataclass(frozen=True)
class Sentence:
    """One sentence of one turn."""

    index: int
    """Position among the document's sentences, from 0."""
    span: Span
    text: str
    """As read: one line, straight quotes, no markup."""
    turn: int
    paragraph: int
    """Sentences of one paragraph share the number; a turn of a call is a paragraph or more."""
    tokens: TokenSpan = field(repr=False)
    reading: Reading = field(repr=False)
    """Of the whole paragraph; `tokens` count letters in it."""

    def span_of(self, first: int, last: int) -> Span:
        """Return the document's range of the tokens `first` to `last`, exclusive, counted in the sentence.

        A contraction's second half brings its first: no quotation begins with "n't".
        """
        while first > 0 and _halves(self.tokens[first - 1], self.tokens[first]):
            first -= 1
        start = self.tokens[first].idx
        token = self.tokens[last - 1]
        return self.reading.span(start, token.idx + len(token.text))

    def span_of_letters(self, start: int, end: int) -> Span:
        """Return the document's range of `text[start:end]`."""
        base = self.tokens.start_char
        return self.reading.span(base + start, base + end)

    @cached_property
    def norms(self) -> tuple[str, ...]:
        """Lower-case normal forms of the tokens: "won't" gives 'will', 'not'."""
        return tuple(token.norm_ for token in self.tokens)


def _halves(before: Token, token: Token) -> bool:
    """Tell whether two tokens are one word on paper, as in "can't" and "cannot"."""
    return not before.whitespace_ and before.text[-1:].isalpha() and token.text[:1] in {*"'’n"}


class Segmenter:
    """Holds the tokeniser; make one and keep it."""

    def __init__(self) -> None:
        self.nlp: Language = spacy.blank("en")
        self._sentencizer = self.nlp.add_pipe("sentencizer")

    def sentences(self, document: Document) -> tuple[Sentence, ...]:
        """Return the sentences of every turn, whoever speaks, leaving unchecked ranges out."""
        found: list[Sentence] = []
        number = 0
        for turn in document.turns:
            for start, end in _checked(document, turn):
                for paragraph in paragraphs(document.text, start, end):
                    reading = read_range(document.text, paragraph.start, paragraph.end, document.markup)
                    if has_words(reading.text):
                        found.extend(self._split(reading, turn.id, number, len(found)))
                        number += 1
        return tuple(found)

    def tokens(self, text: str) -> Doc:
        """Tokenise `text` as sentences are, placeholders whole; for phrases and for tests."""
        doc = self.nlp.make_doc(text)
        merged = [doc.char_span(m.start(), m.end()) for m in PLACEHOLDER.finditer(text)]
        if any(span is not None for span in merged):
            with doc.retokenize() as retokenizer:
                for span in filter_spans([span for span in merged if span is not None]):
                    retokenizer.merge(span)
        return doc

    def _split(self, reading: Reading, turn: int, paragraph: int, first: int) -> Iterator[Sentence]:
        doc = self._sentencizer(self.tokens(reading.text))
        index = first
        for tokens in _rejoined(doc):
            text = tokens.text
            if not has_words(text):
                continue
            yield Sentence(
                index=index,
                span=reading.span(tokens.start_char, tokens.start_char + len(text)),
                text=text,
                turn=turn,
                paragraph=paragraph,
                tokens=tokens,
                reading=reading,
            )
            index += 1


def _rejoined(doc: Doc) -> Iterator[TokenSpan]:
    """Yield sentences, putting back together what an abbreviation or a closing quote tore apart."""
    start = 0
    bounds = [_before_an_opening(doc, sentence.start, sentence.end) for sentence in doc.sents]
    for position, end in enumerate(bounds):
        if end == len(doc) or not _torn(
            doc, end, bounds[position + 1] if position + 1 < len(bounds) else end
        ):
            yield doc[start:end]
            start = end
    if start < len(doc):
        yield doc[start:]


def _before_an_opening(doc: Doc, start: int, end: int) -> int:
    """Return where a sentence ends, giving a bracket or quotation mark that opens to the next one."""
    while end < len(doc) and end - 2 >= start and doc[end - 1].text in _OPENING:
        if not doc[end - 2].whitespace_ or doc[end - 1].whitespace_:
            break
        end -= 1
    return end


def _torn(doc: Doc, end: int, next_end: int) -> bool:
    """Tell whether the words after `end` still belong to the sentence before it."""
    following = doc[end]
    if following.text.islower() and doc[end - 1].text == "." and end >= 2 and len(doc[end - 2].text) <= 3:
        return True
    return not has_words(doc[end:next_end].text)


def _checked(document: Document, turn: Turn) -> Iterator[tuple[int, int]]:
    """Yield the parts of a turn that are not marked as unchecked."""
    at = turn.start
    for gap in sorted(document.unchecked, key=lambda gap: gap.start):
        if gap.end <= at or gap.start >= turn.end:
            continue
        if gap.start > at:
            yield at, gap.start
        at = max(at, gap.end)
    if at < turn.end:
        yield at, turn.end


def turns_before(turns: Sequence[Turn], sentences: Sequence[Sentence]) -> dict[int, str]:
    """Return, by turn, what was said in the turn before it, as read."""
    words: dict[int, list[str]] = {}
    for sentence in sentences:
        words.setdefault(sentence.turn, []).append(sentence.text)
    return {turn.id: " ".join(words.get(previous.id, ())) for previous, turn in pairwise(turns)}
