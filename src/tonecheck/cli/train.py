"""`tonecheck train`: remake the shipped model from the corpus; needs the train extra."""

from pathlib import Path

import click

from tonecheck.cli.training_options import corpus_folder, model_folder
from tonecheck.core.errors import ToneCheckError


@click.command()
@corpus_folder
@model_folder
@click.option(
    "--run",
    type=click.Path(path_type=Path),
    default="runs/judge-1",
    show_default=True,
    help="Folder of checkpoints; the same command goes on from the last one.",
)
@click.option(
    "--base", default="packaged", show_default=True, help="Encoder: a folder, a hub id, or 'packaged'."
)
@click.option("--epochs", type=int, default=12, show_default=True)
@click.option("--seed", type=int, default=1, show_default=True)
@click.option("--device", default="cpu", show_default=True, help="cpu or cuda.")
@click.option(
    "--extra", type=click.Path(path_type=Path), multiple=True, help="More labelled lines; repeatable."
)
@click.option(
    "--calibrate-only", is_flag=True, help="Keep the weights; fit probabilities and write the card anew."
)
def train(
    data: Path,
    model: Path,
    run: Path,
    base: str,
    epochs: int,
    seed: int,
    device: str,
    extra: tuple[Path, ...],
    calibrate_only: bool,
) -> int:
    """Remake the model: train, export to int8, calibrate, measure, write the card.

    \b
    Examples:
      tonecheck train
      tonecheck train --model models/mine --run runs/mine --extra reviewed.jsonl
      tonecheck train --calibrate-only          after a change of the rules
    """
    try:
        from tonecheck.training.make import fit, make, report
        from tonecheck.training.train import Recipe
    except ImportError as error:
        raise ToneCheckError(f"training needs {error.name}; run: pip install 'tonecheck[train]'") from error
    if calibrate_only:
        fit(data, model)
        result = report(data, model)
    else:
        result = make(data, model, run, Recipe(base=base, epochs=epochs, seed=seed), device, extra)
    click.echo(f"{model}: macro-F1 {result.both.macro_f1}, harmless flagged {result.both.benign_flagged}")
    return 0
