"""Kind 'phrase': literal words, compared by normal form, so that "won't" is "will not"."""

from collections.abc import Mapping, Sequence

from spacy.matcher import PhraseMatcher

from tonecheck.detectors.kinds.base import Occurrence
from tonecheck.segments.sentences import Segmenter, Sentence


class Phrases:
    """See base.Kind."""

    def __init__(self, segmenter: Segmenter, phrases: Mapping[str, Sequence[str]]) -> None:
        self._matcher = PhraseMatcher(segmenter.nlp.vocab, attr="NORM")
        for entry, texts in phrases.items():
            if texts:
                self._matcher.add(entry, [segmenter.tokens(text.replace("’", "'")) for text in texts])

    def find(self, sentence: Sentence) -> list[Occurrence]:
        """See Kind.find."""
        vocabulary = sentence.tokens.vocab.strings
        found = self._matcher(sentence.tokens)
        # Unlike Matcher, PhraseMatcher counts from the start of the whole text.
        base = sentence.tokens.start
        return [Occurrence(vocabulary[key], first - base, last - base) for key, first, last in found]
