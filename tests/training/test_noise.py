"""Noise keeps the length of a text, so that spans stay true."""

import random

from hypothesis import given
from hypothesis import strategies as st

from tonecheck.training.noise import disturb


@given(st.text(), st.integers())
def test_the_length_stays(text: str, seed: int) -> None:
    assert len(disturb(text, random.Random(seed))) == len(text)


def test_it_disturbs_some_and_leaves_most() -> None:
    text = "Please call us by Friday, so that we can talk about the plan."
    rng = random.Random(1)
    changed = sum(disturb(text, rng) != text for _ in range(1000))
    assert 150 < changed < 400
