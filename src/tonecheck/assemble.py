"""Settings to Checker: the one place that picks detectors, encoders and reworders."""

from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from tonecheck.checker import Checker
from tonecheck.core.report import Versions
from tonecheck.detectors.base import Detector
from tonecheck.detectors.classifier import ClassifierDetector
from tonecheck.detectors.duties import DutyChecker
from tonecheck.detectors.merge import Merger
from tonecheck.detectors.rules import Locks, RuleDetector
from tonecheck.detectors.second_opinion import SecondOpinion
from tonecheck.detectors.signals import SignalFinder
from tonecheck.encoders.onnx import OnnxJudge
from tonecheck.model_files import ModelConfig, load_config
from tonecheck.rewording.rewriter import Rewriter
from tonecheck.rulebook import loader
from tonecheck.segments.sentences import Segmenter
from tonecheck.settings import Settings

SHIPPED_MODEL = "judge-1"


def model_folder(settings: Settings) -> Path:
    """Return the folder of the model to serve: the configured one, or the shipped one.

    An installed wheel carries models/ inside the package; a checkout has it beside src/.
    """
    if settings.model is not None:
        return settings.model
    package = Path(__file__).parent
    inside = package / "models" / SHIPPED_MODEL
    return inside if inside.exists() else package.parents[1] / "models" / SHIPPED_MODEL


def product_version() -> str:
    """Return the installed version of tonecheck."""
    try:
        return version("tonecheck")
    except PackageNotFoundError:
        return "0.0.0+source"


@lru_cache(4)
def checker(settings: Settings | None = None, model: bool = True) -> Checker:
    """Assemble the Checker of `settings`; `model` False leaves judging to the rules alone."""
    settings = settings or Settings.from_environment()
    folder = model_folder(settings) if model else None
    return assembled(settings, folder, load_config(folder) if folder else None)


def assembled(
    settings: Settings, folder: Path | None, config: ModelConfig | None, rules: bool = True
) -> Checker:
    """Assemble a Checker of given parts: rules and model, or one of them alone for measuring."""
    rulebook = loader.load(settings.rules) if settings.rules else loader.load()
    segmenter = Segmenter()
    judge = OnnxJudge(folder, config) if folder and config else None
    detectors: list[Detector] = [RuleDetector(rulebook, segmenter)] if rules else []
    if judge and config:
        detectors.append(ClassifierDetector(judge, config, rulebook))
    merger = Merger(config.calibration if config else {}, config.thresholds if config else {})
    second = None
    if settings.second_reader and config:
        from tonecheck.encoders.second_reader import OpenAIReader

        reader = OpenAIReader(
            settings.second_reader, settings.second_reader_model, settings.second_reader_key
        )
        second = SecondOpinion(reader, merger)
    return Checker(
        segmenter=segmenter,
        detectors=detectors,
        merger=merger,
        locks=Locks(rulebook, segmenter),
        duties=DutyChecker(rulebook, segmenter),
        signals=SignalFinder(rulebook, segmenter, judge, config.signals if config else None),
        rewriter=Rewriter(segmenter),
        versions=Versions(product_version(), config.version if config else "none", rulebook.version),
        second=second,
    )
