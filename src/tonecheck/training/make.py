"""Corpus to a model folder: train, export, calibrate, measure, and write the card; each step on its own."""

import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np

from tonecheck.assemble import assembled
from tonecheck.core.taxonomy import ACTS, Category
from tonecheck.detectors.base import Detector
from tonecheck.detectors.classifier import ClassifierDetector
from tonecheck.detectors.rules import RuleDetector
from tonecheck.encoders.onnx import OnnxJudge
from tonecheck.model_files import (
    CARD,
    TOKENIZER,
    WEIGHTS,
    Calibration,
    ModelConfig,
    Thresholds,
    load_config,
    save_config,
)
from tonecheck.rulebook import loader
from tonecheck.segments.sentences import Segmenter
from tonecheck.settings import Settings
from tonecheck.training.calibrate import calibrate, gather, probabilities, thresholds
from tonecheck.training.dataset import Item, load
from tonecheck.training.evaluate import Evaluation, evaluate
from tonecheck.training.export import export
from tonecheck.training.model_card import card
from tonecheck.training.network import SUBTYPE_NAMES
from tonecheck.training.split import Split, load_split
from tonecheck.training.train import MAX_TOKENS, Recipe, base_folder, train


def make(
    data: Path, folder: Path, run: Path, recipe: Recipe, device: str = "cpu", extra: tuple[Path, ...] = ()
) -> Evaluation:
    """Remake the model in `folder` from the corpus in `data`; `run` holds checkpoints and can be resumed."""
    split = load_split(data)
    items = [item for item in (*split.train, *load(extra)) if item.role.judged]
    late = [item for item in split.late if item.role.judged]
    network = train(items, recipe, run, device, late)
    folder.mkdir(parents=True, exist_ok=True)
    export(network, folder / WEIGHTS)
    shutil.copyfile(Path(base_folder(recipe.base)) / "tokenizer.json", folder / TOKENIZER)
    return finish(split, folder, recipe)


def finish(split: Split, folder: Path, recipe: Recipe) -> Evaluation:
    """Calibrate the weights that lie in `folder` beside the rules of today, measure them, write the card."""
    config = ModelConfig(
        name=folder.name,
        subtypes=SUBTYPE_NAMES,
        acts=ACTS,
        calibration={c: Calibration(1.0, 0.0, 2.5, -1.0, -1.0) for c in Category},
        thresholds={c: Thresholds(0.5, 0.3) for c in Category},
        max_tokens=MAX_TOKENS,
        hashes={},
        corpus=split.hash,
    )
    save_config(folder, config)
    judged = [item for item in split.calibrate if item.role.judged]
    config = _calibrated(folder, load_config(folder), judged)
    save_config(folder, config)
    config = load_config(folder)
    test = [item for item in split.test if item.role.judged]
    both = evaluate(assembled(Settings(), folder, config), test)
    alone = evaluate(assembled(Settings(), folder, config, rules=False), test)
    rules = evaluate(assembled(Settings(), None, None), test)
    (folder / CARD).write_text(card(config, recipe, split, both, alone, rules), encoding="utf-8")
    return both


def _calibrated(folder: Path, config: ModelConfig, items: list[Item]) -> ModelConfig:
    rulebook, segmenter = loader.load(), Segmenter()
    detectors: list[Detector] = [
        RuleDetector(rulebook, segmenter),
        ClassifierDetector(OnnxJudge(folder, config), config, rulebook),
    ]
    evidence = gather(items, segmenter, detectors)
    fitted = {category: calibrate(found) for category, found in evidence.items()}
    harmless = np.sum([found.truth for found in evidence.values()], axis=0) == 0
    chosen = {
        category: thresholds(probabilities(found, fitted[category]), found.truth, harmless)
        for category, found in evidence.items()
    }
    return replace(config, calibration=fitted, thresholds=chosen)
