"""What a folder under models/ holds: the judge's weights, its tokenizer, and how to read its scores."""

import hashlib
import json
import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from tonecheck.core.errors import ToneCheckError
from tonecheck.core.taxonomy import Category

WEIGHTS = "model.int8.onnx"
TOKENIZER = "tokenizer.json"
CONFIG = "config.json"
CARD = "card.md"


class ModelFolderError(ToneCheckError):
    """A model folder that is missing, incomplete or altered."""


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Probabilities 0-1 on the merged score: at `sure` a finding counts, from `unsure` on a person looks."""

    sure: float
    unsure: float


@dataclass(frozen=True, slots=True)
class Calibration:
    """How a category's logit and what the rules say become one probability.

    probability = sigmoid(scale * logit + bias + rule * [a rule saw it] + verify * [a rule asks]
    + exempt * [a rule's words stand there quoted or negated])
    """

    scale: float
    bias: float
    rule: float
    verify: float
    exempt: float

    def probability(
        self, logit: float, seen: bool = False, asked: bool = False, exempt: bool = False
    ) -> float:
        """Return the merged probability 0-1."""
        total = self.scale * logit + self.bias
        return sigmoid(total + self.rule * seen + self.verify * asked + self.exempt * exempt)


@dataclass(frozen=True, slots=True)
class SignalCalibration:
    """How a cue's or strength's logit and its rules become one probability, and from where on it is shown."""

    scale: float
    bias: float
    rule: float
    shown: float
    """Probability 0-1."""

    def probability(self, logit: float, seen: bool = False) -> float:
        """Return the merged probability 0-1."""
        return sigmoid(self.scale * logit + self.bias + self.rule * seen)


def sigmoid(logit: float) -> float:
    """Return the probability 0-1 of a logit."""
    return 1 / (1 + math.exp(-max(-60.0, min(60.0, logit))))


@dataclass(frozen=True, slots=True)
class ModelConfig:
    """All that serving has to know beside the weights."""

    name: str
    subtypes: tuple[str, ...]
    """Order of the subtype logits."""
    acts: tuple[str, ...]
    calibration: Mapping[Category, Calibration]
    thresholds: Mapping[Category, Thresholds]
    signals: Mapping[str, SignalCalibration]
    """By cue and strength, in the order of the signal logits."""
    max_tokens: int
    hashes: Mapping[str, str]
    """File name to SHA-256, in hex."""
    corpus: str
    """Hash of the corpus and split it was made from."""
    recipe: Mapping[str, object]
    """What else decided the weights. See training.train.Recipe."""

    @property
    def version(self) -> str:
        """Name and the first 8 hex digits of the weights' hash."""
        return f"{self.name}+{self.hashes[WEIGHTS][:8]}"


def sha256(path: Path) -> str:
    """Return a file's SHA-256 in hex."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def save_config(folder: Path, config: ModelConfig) -> None:
    """Write `config` with the hashes of the files that lie in `folder` now."""
    raw = asdict(config)
    raw["hashes"] = {name: sha256(folder / name) for name in (WEIGHTS, TOKENIZER)}
    (folder / CONFIG).write_text(json.dumps(raw, indent=1) + "\n", encoding="utf-8")


def load_config(folder: Path) -> ModelConfig:
    """Load and verify a model folder. Raise ModelFolderError where a file is missing or was altered."""
    path = folder / CONFIG
    try:
        raw: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        config = ModelConfig(
            name=raw["name"],
            subtypes=tuple(raw["subtypes"]),
            acts=tuple(raw["acts"]),
            calibration={
                Category(name): Calibration(**values) for name, values in raw["calibration"].items()
            },
            thresholds={Category(name): Thresholds(**values) for name, values in raw["thresholds"].items()},
            signals={name: SignalCalibration(**values) for name, values in raw["signals"].items()},
            max_tokens=raw["max_tokens"],
            hashes=raw["hashes"],
            corpus=raw["corpus"],
            recipe=raw["recipe"],
        )
    except FileNotFoundError as error:
        raise ModelFolderError(f"{path} is missing; name a model folder, or reinstall tonecheck.") from error
    except (ValueError, KeyError, TypeError) as error:
        raise ModelFolderError(f"{path} cannot be read ({error}); reinstall tonecheck.") from error
    for name in (WEIGHTS, TOKENIZER):
        file = folder / name
        if not file.exists():
            raise ModelFolderError(f"{file} is missing; reinstall tonecheck or run: tonecheck train.")
        if sha256(file) != config.hashes.get(name):
            raise ModelFolderError(
                f"{file} is not the file its config.json describes; reinstall tonecheck or train again."
            )
    return config
