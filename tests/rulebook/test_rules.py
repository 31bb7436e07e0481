"""Every rule keeps its own promises: its flags are found, its passes are not, bare, negated and quoted."""

from collections.abc import Iterator

import pytest

from tonecheck.core.document import Document
from tonecheck.detectors.duties import DutyChecker
from tonecheck.detectors.rules import WordFinder, cleared
from tonecheck.rulebook.loader import load
from tonecheck.rulebook.schema import Entry, LockRule, MissingRule, SignalRule, WordRule
from tonecheck.segments.sentences import Segmenter

RULEBOOK = load()
SEGMENTER = Segmenter()
FINDER = WordFinder(
    SEGMENTER, [e for e in RULEBOOK.entries if not isinstance(e, MissingRule)], RULEBOOK.parsed
)


def found(entry: Entry, text: str) -> bool:
    """Tell whether `entry` is found in `text` and not cleared."""
    for sentence in SEGMENTER.sentences(Document.of(text)):
        for occurrence in FINDER.find(sentence):
            if occurrence.entry != entry.id:
                continue
            if not isinstance(entry, WordRule) or cleared(entry, sentence, occurrence) is None:
                return True
    return False


def cases(kind: type[Entry], attribute: str) -> Iterator[object]:
    """Yield one test case for each text of each entry of a kind."""
    for entry in RULEBOOK.words_of(kind):
        for number, text in enumerate(getattr(entry, attribute)):
            yield pytest.param(entry, text, id=f"{entry.id}-{number}")


@pytest.mark.parametrize(
    ("entry", "text"), [c for k in (WordRule, SignalRule, LockRule) for c in cases(k, "flags")]
)
def test_flags(entry: Entry, text: str) -> None:
    assert found(entry, text)


@pytest.mark.parametrize(
    ("entry", "text"), [c for k in (WordRule, SignalRule, LockRule) for c in cases(k, "passes")]
)
def test_passes(entry: Entry, text: str) -> None:
    assert not found(entry, text)


@pytest.mark.parametrize(("entry", "text"), list(cases(WordRule, "flags")))
def test_a_denial_clears(entry: WordRule, text: str) -> None:
    if entry.negation == "clears":
        assert not found(entry, f"It is not true that {text[0].lower()}{text[1:]}".split(". ")[0])


@pytest.mark.parametrize(("entry", "text"), list(cases(WordRule, "flags")))
def test_a_quotation_clears(entry: WordRule, text: str) -> None:
    if entry.quotation == "clears" and '"' not in text:
        assert not found(entry, f'The message you showed us reads "{text}"')


DUTIES = DutyChecker(RULEBOOK, SEGMENTER)


def missing(rule: MissingRule, text: str) -> bool:
    """Tell whether `text` is said to lack the wording of `rule`, by this rule."""
    document = Document.of(text, kind=rule.channels[0])
    duties = DUTIES.check(SEGMENTER.sentences(document), document.kind, rule.jurisdiction)
    return any(duty.state == "missing" and duty.rule == rule.id for duty in duties)


@pytest.mark.parametrize(("entry", "text"), list(cases(MissingRule, "flags")))
def test_a_duty_is_missed(entry: MissingRule, text: str) -> None:
    kind = entry.channels[0]
    duties = DUTIES.check(SEGMENTER.sentences(Document.of(text, kind=kind)), kind, entry.jurisdiction)
    assert {duty.id: duty.state for duty in duties}[entry.subtype] == "missing"


@pytest.mark.parametrize(("entry", "text"), list(cases(MissingRule, "passes")))
def test_a_duty_that_is_kept_is_not_missed(entry: MissingRule, text: str) -> None:
    assert not missing(entry, text)
