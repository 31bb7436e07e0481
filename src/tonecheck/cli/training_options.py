"""What `train` and `evaluate` ask alike."""

from pathlib import Path

import click

corpus_folder = click.option(
    "--data", type=click.Path(path_type=Path), default="data", show_default=True, help="The corpus."
)
model_folder = click.option(
    "--model",
    type=click.Path(path_type=Path),
    default="models/judge-1",
    show_default=True,
    help="Folder of the model to write, or whose card is written.",
)
