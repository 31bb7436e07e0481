"""Figures of an evaluation as drawings for the card."""

from pathlib import Path

import matplotlib

matplotlib.use("svg")
matplotlib.rcParams["svg.hashsalt"] = "tonecheck"

from matplotlib import pyplot as plt  # noqa: E402
from matplotlib.figure import Figure  # noqa: E402

from tonecheck.training.evaluation.judgement import Evaluation  # noqa: E402

_INK = "#1f4e79"


def reliability_plot(result: Evaluation, path: Path) -> None:
    """Draw what probability was said against how often it was true, with the number of scores."""
    figure, axes = plt.subplots(figsize=(4.6, 4.2), layout="constrained")
    axes.plot([0, 1], [0, 1], color="#999999", linewidth=1)
    counts, said, true = zip(*result.reliability, strict=True)
    axes.plot(said, true, color=_INK, marker="o")
    for count, x, y in zip(counts, said, true, strict=True):
        axes.annotate(str(count), (x, y), textcoords="offset points", xytext=(6, -11), fontsize=8)
    axes.set(xlabel="probability said", ylabel="share that was true", xlim=(0, 1), ylim=(0, 1))
    axes.set_title(f"Reliability: calibration error {result.calibration_error:.3f}", fontsize=10)
    _save(figure, path)


def coverage_plot(result: Evaluation, path: Path) -> None:
    """Draw how many judgements are wrong when the least certain go to a person."""
    figure, axes = plt.subplots(figsize=(4.6, 3.4), layout="constrained")
    kept, wrong = zip(*result.coverage, strict=True)
    axes.plot([part * 100 for part in kept], [part * 100 for part in wrong], color=_INK, marker="o")
    axes.set(xlabel="% of items judged without a person", ylabel="% of these judged wrong", ylim=(0, None))
    axes.set_title("Risk and coverage", fontsize=10)
    _save(figure, path)


def _save(figure: Figure, path: Path) -> None:
    # Without a date, the same figures draw the same file.
    figure.savefig(path, metadata={"Date": None})
    plt.close(figure)
