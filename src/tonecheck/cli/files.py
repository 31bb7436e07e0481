"""What several commands do with the files they are given: name, read, and show how far they are."""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager

from tonecheck.core.document import Document
from tonecheck.readers import read

STDIN = "-"


def document(
    file: str, *, kind: str | None, agents: Sequence[str], format: str | None, limit: int
) -> Document:
    """Read one file, or standard input for '-'. Raise ToneCheckError where that cannot be done."""
    if file == STDIN:
        return read(
            sys.stdin.buffer.read(), name="<stdin>", kind=kind, agents=agents, format=format, limit=limit
        )
    return read(file, kind=kind, agents=agents, format=format, limit=limit)


def emit(pieces: Iterable[str]) -> None:
    """Write to standard output as UTF-8; a lone surrogate becomes its escape, which JSON reads back."""
    out = sys.stdout.buffer if hasattr(sys.stdout, "buffer") else None
    for piece in pieces:
        if out is None:
            sys.stdout.write(piece)
        else:
            out.write(piece.encode("utf-8", "backslashreplace"))
            out.flush()


@contextmanager
def progress(total: int, label: str) -> Iterator[Callable[[], None]]:
    """Show a progress bar on standard error while long work is done, if somebody is there to see it."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    console = Console(stderr=True)
    with Progress(
        TextColumn(label),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=console,
        transient=True,
        disable=total < 2 or not console.is_terminal,
    ) as bar:
        task = bar.add_task(label, total=total)

        def advance() -> None:
            bar.advance(task)

        yield advance
