"""`tonecheck evaluate`: measure the served model on labelled lines."""

from pathlib import Path

import click

from tonecheck.core.errors import ToneCheckError


@click.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path), metavar="[FILE...]")
@click.option("--rules-only", is_flag=True, help="Leave the model out.")
@click.option("--errors", type=int, default=0, metavar="N", help="List the N worst errors.")
def evaluate(files: tuple[Path, ...], rules_only: bool, errors: int) -> int:
    """Measure macro-F1, false alarms, pairs and calibration on corpus files.

    \b
    Examples:
      tonecheck evaluate data/corpus/kept-a.jsonl
      tonecheck evaluate my-labelled-lines.jsonl --errors 20
    """
    try:
        from tonecheck.training.dataset import load
        from tonecheck.training.evaluate import evaluate as measure
    except ImportError as error:
        raise ToneCheckError(f"evaluating needs {error.name}; run: pip install 'tonecheck[train]'") from error
    from tonecheck.assemble import checker

    items = [item for item in load(files or (Path("data/corpus/kept-a.jsonl"),)) if item.role.judged]
    result = measure(checker(model=not rules_only), items)
    click.echo(f"{result.items} items; 95% intervals in brackets; a label counts where tonecheck is sure")
    click.echo(f"macro-F1                 {result.macro_f1}")
    for name, figures in result.labels.items():
        click.echo(f"  {name:<22} " + "  ".join(f"{key} {value}" for key, value in figures.items()))
    click.echo(f"harmless flagged         {result.benign_flagged}")
    click.echo(f"  mundane flagged        {result.mundane_flagged}")
    click.echo(f"both sides of pairs      {result.pairs_right}")
    click.echo(f"calibration error        {result.calibration_error:.3f}")
    for name, expected, said in result.errors[:errors]:
        click.echo(f"  {name}: expected {expected}; said {said}")
    return 0
