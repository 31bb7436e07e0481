"""Repeats are found across items, never within a pair or in statutory wording; the shipped corpus has none."""

from pathlib import Path

import pytest

from tonecheck.training.dataset import item_of, load
from tonecheck.training.duplicates import repeats

DATA = Path(__file__).parents[2] / "data"
EIGHT = "we can set up a plan that suits"


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        ({"text": f"If you like, {EIGHT} you."}, {"text": f"Today {EIGHT.upper()}, maybe."}, [EIGHT]),
        ({"text": EIGHT}, {"text": "We can set up a plan that works."}, []),
        ({"text": EIGHT, "pair": "1"}, {"text": f"Not {EIGHT}", "pair": "1"}, []),
        ({"text": EIGHT, "pair": "1"}, {"text": f"Not {EIGHT}", "pair": "2"}, [EIGHT]),
        ({"text": EIGHT, "doc": "1"}, {"text": f"Not {EIGHT}", "doc": "1"}, [EIGHT]),
        ({"text": EIGHT}, {"text": EIGHT, "trap": "statutory"}, []),
    ],
)
def test_repeats(first: dict[str, str], second: dict[str, str], found: list[str]) -> None:
    common = {
        "channel": "sms", "jurisdiction": "uk", "role": "agent", "labels": [], "subtypes": [], "spans": [],
    }  # fmt: skip
    items = [item_of({"id": str(n), **common, **row}, "x") for n, row in enumerate((first, second))]
    assert [repeat.words for repeat in repeats(items)] == found


def test_the_corpus_repeats_nothing() -> None:
    assert list(repeats(load(sorted((DATA / "corpus").glob("*.jsonl"))))) == []
