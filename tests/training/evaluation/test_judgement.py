"""What is measured of given decisions, and that a checker's decisions are the ones measured."""

from pathlib import Path

import numpy as np
import pytest

from tonecheck.checker import Checker
from tonecheck.training.dataset import Item, item_of
from tonecheck.training.evaluation.judgement import Decided, Evaluation, decide, measured
from tonecheck.training.lean import read

LINES = """@ single channel=sms jurisdiction=uk
«vague-menace:Pay or else.» :: trap=euphemism
Thank you. :: trap=mundane
You will not be arrested. :: trap=negation
@ pair channel=call jurisdiction=us
«insult:You fool.»
You paid.

«insult:You liar.»
You called.
"""


@pytest.fixture
def items(tmp_path: Path) -> list[Item]:
    (tmp_path / "x.txt").write_text(LINES)
    return [item_of(row, "x") for row in read(tmp_path / "x.txt")[0]]


@pytest.fixture
def result(items: list[Item]) -> Evaluation:
    """Right but for a flagged negation, and one insult that is missed."""
    scores = np.zeros((7, 3))
    scores[0, 2] = scores[2, 2] = 0.9
    scores[3, 0] = 0.8
    scores[5, 0] = 0.4
    return measured(Decided(scores, scores > 0.5, np.array([0, 0, 0, 0, 0, 1, 0], bool)), items)


def test_categories_and_any(result: Evaluation) -> None:
    assert result.labels["threatening"]["precision"].value == 0.5
    assert result.labels["harsh"]["recall"].value == 0.5
    assert result.labels["any"]["f1"].value == pytest.approx(2 / 3)
    assert result.macro_f1.value == pytest.approx((2 / 3 + 0 + 2 / 3) / 3)


def test_harmless_items_are_told_apart(result: Evaluation) -> None:
    assert result.benign_flagged.value == 0.25
    assert result.hard_flagged.value == 1.0
    assert result.plain_flagged.value == 0.0
    assert result.traps == {"mundane": (1, 0.0), "negation": (1, 1.0), "none": (2, 0.0)}


def test_a_set_is_right_when_every_side_is(result: Evaluation) -> None:
    assert result.pairs_right.value == 0.5


def test_slices_and_errors(result: Evaluation) -> None:
    assert result.subtypes == {"insult": (2, 0.5), "vague-menace": (1, 1.0)}
    assert result.channels["call"].items == 4
    assert result.jurisdictions["uk"].benign_flagged == 0.5
    assert {error[0] for error in result.errors} == {"x-0003", "x-0006"}
    assert result.errors[0] == ("x-0003", "none", "threatening")
    assert result.unsure == pytest.approx(1 / 7)


def test_the_doubtful_go_first(result: Evaluation) -> None:
    assert result.coverage[0] == (1.0, pytest.approx(2 / 7))
    assert result.coverage[-1][1] < 2 / 7


def test_a_checkers_own_decisions_are_measured(rules_only: Checker, items: list[Item]) -> None:
    decided = decide(rules_only, items)
    assert decided.scores.shape == (7, 3)
    assert not decided.said[1].any()
