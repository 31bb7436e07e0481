"""`tonecheck demo`: the main job, on a letter and a call that come with the product."""

from importlib.resources import files

import click

from tonecheck.cli.check import check


@click.command()
@click.pass_context
def demo(ctx: click.Context) -> int:
    """Check a sample letter and a sample call, both British, both invented.

    The same as: tonecheck check letter.txt call.txt --jurisdiction uk
    """
    folder = files("tonecheck") / "demo"
    samples = tuple(str(folder / name) for name in ("letter.txt", "call.txt"))
    click.echo("A letter and a call, checked under the common and the British rules.\n")
    with check.make_context("check", [*samples, "--jurisdiction", "uk", "--color"]) as inner:
        check.invoke(inner)
    click.echo("\nNow your own:  .venv/bin/tonecheck check FILE --jurisdiction us|uk|au|ie|ca|in|eu")
    return 0
