"""Where a cue or strength is shown: recall first, within the false alarms allowed; too few examples leave it to rules."""

import numpy as np
import pytest

from tonecheck.core.taxonomy import CUES, STRENGTHS
from tonecheck.training.calibrate_signals import CUE_MOST_FALSE, MOST_FALSE, calibrate_signals

RISK = "self-harm-risk"


def found(there: list[float], absent: list[float], seen: float = 0.0) -> tuple[np.ndarray, np.ndarray]:
    logits = [*there, *absent]
    features = np.array([[logit, 1.0, seen if logit in there else 0.0] for logit in logits])
    return features, np.array([1.0] * len(there) + [0.0] * len(absent))


@pytest.mark.parametrize(("name", "most"), [(RISK, MOST_FALSE[RISK]), ("anger", CUE_MOST_FALSE)])
def test_a_cue_is_shown_early_but_not_always(name: str, most: float) -> None:
    rng = np.random.default_rng(1)
    features, truth = found(list(rng.normal(2, 1.5, 200)), list(rng.normal(-3, 1.5, 800)))
    fitted = calibrate_signals({name: (features, truth)})[name]
    shown = np.array([fitted.probability(logit, False) >= fitted.shown for logit in features[:, 0]])
    assert shown[truth == 0].mean() <= most
    assert shown[truth == 1].mean() > 0.9


def test_what_can_be_told_apart_is() -> None:
    features, truth = found([3.0] * 30, [-3.0] * 90)
    for name in (RISK, "thanks"):
        fitted = calibrate_signals({name: (features, truth)})[name]
        assert fitted.probability(3.0) >= fitted.shown > fitted.probability(-3.0)


def test_a_rule_counts() -> None:
    features, truth = found([0.1] * 30, [0.0] * 90, seen=1.0)
    fitted = calibrate_signals({"thanks": (features, truth)})["thanks"]
    assert fitted.probability(0.0, True) > fitted.probability(0.0, False)


def test_too_few_examples_leave_it_to_the_rules() -> None:
    everything = calibrate_signals({"illness": found([5.0] * 3, [-5.0] * 50)})
    assert set(everything) == {*CUES, *STRENGTHS}
    fitted = everything["illness"]
    assert fitted.probability(50.0, False) < fitted.shown <= fitted.probability(-50.0, True)
