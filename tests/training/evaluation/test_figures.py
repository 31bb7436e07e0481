"""Shares, F1 and calibration error from numbers one can check by hand."""

import math

import numpy as np
import pytest

from tonecheck.training.evaluation.figures import (
    calibration_error,
    figure,
    precision_recall_f1,
    reliability,
    share,
)


@pytest.mark.parametrize(
    ("said", "real", "expected"),
    [
        ([1, 1, 0, 0], [1, 0, 1, 0], (0.5, 0.5, 0.5)),
        ([0, 0], [0, 0], (0.0, 0.0, 0.0)),
        ([1, 1, 1], [1, 0, 0], (1 / 3, 1.0, 0.5)),
    ],
)
def test_precision_recall_f1(said: list[int], real: list[int], expected: tuple[float, ...]) -> None:
    assert precision_recall_f1(np.array(said, bool), np.array(real, bool)) == pytest.approx(expected)


def test_an_interval_holds_the_value_and_clusters_widen_it() -> None:
    flags = np.array([True] * 10 + [False] * 30)
    single = figure(lambda rows: float(flags[rows].mean()), [str(n) for n in range(40)])
    clustered = figure(lambda rows: float(flags[rows].mean()), [str(n // 10) for n in range(40)])
    assert single.value == clustered.value == 0.25
    assert single.low < 0.25 < single.high
    assert clustered.high - clustered.low > single.high - single.low
    assert str(single).startswith("0.250 (")


def test_nothing_to_measure_is_not_a_number() -> None:
    assert math.isnan(figure(lambda rows: 1.0, []).value)
    assert math.isnan(share(np.array([True]), np.array([False])))


def test_calibration_error() -> None:
    scores = np.array([0.05, 0.05, 0.95, 0.95])
    assert calibration_error(scores, np.array([0, 0, 1, 1])) == pytest.approx(0.05)
    assert calibration_error(scores, np.array([1, 1, 0, 0])) == pytest.approx(0.95)
    assert [count for count, *_ in reliability(scores, np.array([0, 0, 1, 1]))] == [2, 2]
