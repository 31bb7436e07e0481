"""The card says what was measured, missed bars beside met ones, and draws it the same each time."""

from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("torch", reason="the train extra is not installed")

from tonecheck.core.taxonomy import ACTS, Category
from tonecheck.model_files import CARD, WEIGHTS, ModelConfig, Thresholds
from tonecheck.training.dataset import item_of
from tonecheck.training.evaluation.behaviour import Family
from tonecheck.training.evaluation.everything import Measurements
from tonecheck.training.evaluation.external import ExternalRow
from tonecheck.training.evaluation.figures import Figure
from tonecheck.training.evaluation.judgement import Decided, Evaluation, measured
from tonecheck.training.evaluation.robustness import Robustness
from tonecheck.training.evaluation.signals import SignalFigures, SignalRow
from tonecheck.training.evaluation.spans import SpanFigures
from tonecheck.training.model_card import write_card
from tonecheck.training.split import Split

pytestmark = pytest.mark.train


def judged() -> Evaluation:
    rows = [{"labels": ["harsh"], "subtypes": ["insult"]}, {"labels": [], "subtypes": [], "trap": "mundane"}]
    items = [
        item_of(
            {
                "id": f"x-{n}",
                "text": "x",
                "channel": "sms",
                "jurisdiction": "uk",
                "role": "agent",
                "spans": [],
            }
            | {**row, "pair": "1"},
            "x",
        )
        for n, row in enumerate(rows)
    ]
    scores = np.array([[0.9, 0.1, 0.1], [0.8, 0.1, 0.1]])
    return measured(Decided(scores, scores > 0.5, np.array([False, True])), items)


def test_the_card_tells_all(tmp_path: Path) -> None:
    one = judged()
    measurements = Measurements(
        both=one,
        alone=one,
        rules=one,
        baselines={"majority": one},
        gain=Figure(0.1, 0.05, 0.15),
        spans=SpanFigures(5, Figure(0.8, 0.7, 0.9), 0.9, 0.1),
        cues=SignalFigures(9, {"self-harm-risk": SignalRow(4, 0.8, 0.75, 0.2)}, 0.75, 0.8),
        strengths=SignalFigures(0, {}, float("nan"), float("nan")),
        robustness=Robustness({"clean": 0.5}, (3, 0.1, 0.0), (20, 0.05)),
        families=(Family("old-debt", "x", True, "sms", "uk", frozenset(), ("a", "b")),),
        behaviour={"old-debt": 0.5},
        external=[ExternalRow("hatecheck: threat", 10, 0.4, "high")],
    )
    config = ModelConfig(
        "tiny",
        (),
        ACTS,
        {},
        {c: Thresholds(0.6, 0.3) for c in Category},
        {},
        128,
        {WEIGHTS: "abc"},
        "c",
        {"seed": 1},
    )
    split = Split((), (), (), (), (), "hash")
    write_card(tmp_path, config, split, measurements)
    card = (tmp_path / CARD).read_text()
    for line in (
        "| Hard harmless traps flagged | at most 0.03 | nan",
        "| Plain harmless sentences flagged | at most 0.01 | 1.000",
        "| Self-harm-risk recall | at least 0.98 | 0.750 of 4 |",
        "| old-debt (unseen) | none | 2 | 0.50 |",
        "| hatecheck: threat | 10 | 0.40 | high |",
        "- x-1: none; said harsh",
        "Weights' SHA-256: `abc`",
    ):
        assert line in card
    drawn = (tmp_path / "reliability.svg").read_bytes()
    write_card(tmp_path, config, split, measurements)
    assert (tmp_path / "reliability.svg").read_bytes() == drawn
