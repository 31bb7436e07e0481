"""Corpus to a model folder: train, export, calibrate, measure, and write the card; each step on its own."""

import shutil
from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from pathlib import Path

import numpy as np

from tonecheck.core.taxonomy import ACTS, Category
from tonecheck.detectors.base import Detector
from tonecheck.detectors.classifier import ClassifierDetector
from tonecheck.detectors.rules import RuleDetector
from tonecheck.detectors.signals import SignalFinder
from tonecheck.encoders.onnx import OnnxJudge
from tonecheck.model_files import (
    TOKENIZER,
    WEIGHTS,
    Calibration,
    ModelConfig,
    SignalCalibration,
    Thresholds,
    load_config,
    save_config,
)
from tonecheck.rulebook import loader
from tonecheck.segments.sentences import Segmenter
from tonecheck.training.calibrate import calibrate, gather, probabilities, thresholds
from tonecheck.training.calibrate_signals import calibrate_signals, gather_signals
from tonecheck.training.dataset import Item, load
from tonecheck.training.evaluation.everything import Measurements, measure
from tonecheck.training.export import export
from tonecheck.training.model_card import write_card
from tonecheck.training.network import SIGNALS, SUBTYPE_NAMES
from tonecheck.training.split import load_split
from tonecheck.training.train import MAX_TOKENS, Recipe, base_folder, train


def make(
    data: Path, folder: Path, run: Path, recipe: Recipe, device: str = "cpu", extra: tuple[Path, ...] = ()
) -> Measurements:
    """Remake the model in `folder` from the corpus in `data`; `run` holds checkpoints and can be resumed."""
    split = load_split(data)
    network = train([*split.train, *load(extra)], recipe, run, device, split.late)
    folder.mkdir(parents=True, exist_ok=True)
    export(network, folder / WEIGHTS)
    shutil.copyfile(Path(base_folder(recipe.base)) / "tokenizer.json", folder / TOKENIZER)
    fit(data, folder, asdict(recipe))
    return report(data, folder)


def fit(data: Path, folder: Path, recipe: Mapping[str, object] | None = None) -> None:
    """Calibrate the weights that lie in `folder` beside the rules of today; without `recipe` it stays."""
    split = load_split(data)
    plain = ModelConfig(
        name=folder.name,
        subtypes=SUBTYPE_NAMES,
        acts=ACTS,
        calibration={c: Calibration(1.0, 0.0, 2.5, -1.0, -1.0) for c in Category},
        thresholds={c: Thresholds(0.5, 0.3) for c in Category},
        signals=dict.fromkeys(SIGNALS, SignalCalibration(1.0, 0.0, 0.0, 0.5)),
        max_tokens=MAX_TOKENS,
        hashes={},
        corpus=split.hash,
        recipe=load_config(folder).recipe if recipe is None else recipe,
    )
    save_config(folder, plain)
    save_config(folder, _calibrated(folder, load_config(folder), split.calibrate))


def report(data: Path, folder: Path, public: Path | None = None) -> Measurements:
    """Measure the model that lies in `folder`, and write its card and drawings."""
    config, split = load_config(folder), load_split(data)
    measured = measure(folder, config, split, data, public)
    write_card(folder, config, split, measured)
    return measured


def _calibrated(folder: Path, config: ModelConfig, items: Sequence[Item]) -> ModelConfig:
    rulebook, segmenter = loader.load(), Segmenter()
    judge = OnnxJudge(folder, config)
    detectors: list[Detector] = [
        RuleDetector(rulebook, segmenter),
        ClassifierDetector(judge, config, rulebook),
    ]
    evidence = gather([item for item in items if item.role.judged], segmenter, detectors)
    fitted = {category: calibrate(found) for category, found in evidence.items()}
    harmless = np.sum([found.truth for found in evidence.values()], axis=0) == 0
    chosen = {
        category: thresholds(probabilities(found, fitted[category]), found.truth, harmless)
        for category, found in evidence.items()
    }
    heard = gather_signals(items, segmenter, SignalFinder(rulebook, segmenter, judge))
    return replace(config, calibration=fitted, thresholds=chosen, signals=calibrate_signals(heard))
