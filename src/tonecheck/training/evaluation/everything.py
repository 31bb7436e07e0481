"""All questions asked of one model folder, in one run."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from tonecheck.assemble import assembled
from tonecheck.detectors.signals import SignalFinder
from tonecheck.encoders.onnx import OnnxJudge
from tonecheck.model_files import ModelConfig
from tonecheck.rulebook import loader
from tonecheck.segments.sentences import Segmenter
from tonecheck.settings import Settings
from tonecheck.training.evaluation.baselines import baselines
from tonecheck.training.evaluation.behaviour import Family, behaviour, families
from tonecheck.training.evaluation.external import ExternalRow, external
from tonecheck.training.evaluation.figures import Figure, figure
from tonecheck.training.evaluation.judgement import (
    Decided,
    Evaluation,
    decide,
    evaluate,
    macro_f1,
    measured,
    truth_of,
)
from tonecheck.training.evaluation.robustness import Robustness, robustness
from tonecheck.training.evaluation.signals import SignalFigures, cues, strengths
from tonecheck.training.evaluation.spans import SpanFigures, spans
from tonecheck.training.split import Split

BEHAVIOUR = "behaviour.yml"


@dataclass(frozen=True, slots=True)
class Measurements:
    """All that the card tells."""

    both: Evaluation
    """Rules and model, as served."""
    alone: Evaluation
    """The model without the rules."""
    rules: Evaluation
    """The rules without the model."""
    baselines: dict[str, Evaluation]
    gain: Figure
    """Macro-F1 over the best baseline, drawn together."""
    spans: SpanFigures
    cues: SignalFigures
    strengths: SignalFigures
    robustness: Robustness
    families: tuple[Family, ...]
    behaviour: dict[str, float]
    external: list[ExternalRow]


def measure(
    folder: Path, config: ModelConfig, split: Split, data: Path, public: Path | None = None
) -> Measurements:
    """Measure the model in `folder` on the test part; `public` is a folder of public test sets, if any."""
    test = [item for item in split.test if item.role.judged]
    checker = assembled(Settings(), folder, config)
    decided = decide(checker, test)
    simple = baselines([*split.train, *split.late], test)
    rulebook, segmenter = loader.load(), Segmenter()
    finder = SignalFinder(rulebook, segmenter, OnnxJudge(folder, config), config.signals)
    asked = families(data / BEHAVIOUR)
    both = measured(decided, test)
    rules = evaluate(assembled(Settings(), None, None), test)
    return Measurements(
        both=both,
        alone=evaluate(assembled(Settings(), folder, config, rules=False), test),
        rules=rules,
        baselines={name: measured(own, test) for name, own in simple.items()},
        gain=_gain(decided, simple, [item.group for item in test], truth_of(test)),
        spans=spans(checker, test),
        cues=cues(finder, segmenter, split.test),
        strengths=strengths(finder, segmenter, split.test),
        robustness=robustness(checker, test, split.dialects),
        families=asked,
        behaviour=behaviour(checker, asked),
        external=external(checker, public) if public else [],
    )


def _gain(own: Decided, simple: dict[str, Decided], groups: list[str], truth: np.ndarray) -> Figure:
    """Return how much macro-F1 is above the best baseline's, on the same draws."""
    best = max(simple.values(), key=lambda decided: macro_f1(decided.said, truth))
    return figure(
        lambda rows: macro_f1(own.said[rows], truth[rows]) - macro_f1(best.said[rows], truth[rows]), groups
    )
