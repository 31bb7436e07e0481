"""`tonecheck evaluate`: measure the served model on labelled lines, or on everything for its card."""

from pathlib import Path

import click

from tonecheck.cli.training_options import corpus_folder, model_folder
from tonecheck.core.errors import ToneCheckError


@click.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path), metavar="[FILE...]")
@click.option("--rules-only", is_flag=True, help="Leave the model out.")
@click.option("--errors", type=int, default=0, metavar="N", help="List the N worst errors.")
@corpus_folder
@model_folder
@click.option(
    "--external", type=click.Path(path_type=Path), help="Folder of public test sets, measured for the card."
)
def evaluate(
    files: tuple[Path, ...], rules_only: bool, errors: int, data: Path, model: Path, external: Path | None
) -> int:
    """Measure on labelled files; without a file, ask every question and write the model's card anew.

    \b
    Examples:
      tonecheck evaluate                                      minutes; writes models/judge-1/card.md
      tonecheck evaluate data/corpus/kept-c.jsonl
      tonecheck evaluate my-labelled-lines.jsonl --errors 20
    """
    try:
        from tonecheck.training.dataset import load
        from tonecheck.training.evaluation.judgement import evaluate as measure
    except ImportError as error:
        raise ToneCheckError(f"evaluating needs {error.name}; run: pip install 'tonecheck[train]'") from error
    from tonecheck.assemble import checker

    if files:
        items = [item for item in load(files) if item.role.judged]
        result = measure(checker(model=not rules_only), items)
    else:
        from tonecheck.training.make import report

        result = report(data, model, external).both
        click.echo(f"{model}/card.md holds all figures; the main ones:")
    click.echo(f"{result.items} items; 95% intervals in brackets; a label counts where tonecheck is sure")
    click.echo(f"macro-F1                 {result.macro_f1}")
    for name, figures in result.labels.items():
        click.echo(f"  {name:<22} " + "  ".join(f"{key} {value}" for key, value in figures.items()))
    click.echo(f"harmless flagged         {result.benign_flagged}")
    click.echo(f"  hard traps             {result.hard_flagged}")
    click.echo(f"  plain                  {result.plain_flagged}")
    click.echo(f"contrast sets right      {result.pairs_right}")
    click.echo(f"calibration error        {result.calibration_error:.3f}")
    for name, expected, said in result.errors[:errors]:
        click.echo(f"  {name}: expected {expected}; said {said}")
    return 0
