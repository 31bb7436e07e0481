"""Report to text: the interface of every writer, and the errors of the room."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from tonecheck.core.errors import ToneCheckError
from tonecheck.core.report import Report


class EmptyOutcomeError(ToneCheckError):
    """An outcome that holds neither a report nor an error."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name}: an outcome needs a report or an error; pass one of the two.")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: its report, or why there is none."""

    name: str
    """The path as the user gave it."""
    report: Report | None = None
    error: str | None = None
    """One line for people that says what to do."""

    def __post_init__(self) -> None:
        if self.report is None and self.error is None:
            raise EmptyOutcomeError(self.name)


@dataclass(frozen=True, slots=True)
class Style:
    """How the text should look; a writer takes from it what its format knows."""

    color: bool = False
    """Whether the reader is a terminal that shows colours."""
    width: int = 80
    """Columns, for formats that break lines."""
    explain: bool = False
    """Whether the trace and the refused rewordings are wanted."""


class Writer(Protocol):
    """One output format."""

    name: str
    """Name of the format, as in --format."""

    def __init__(self, style: Style) -> None: ...

    def write(self, outcomes: Iterable[Outcome]) -> Iterator[str]:
        """Yield pieces of text that, joined, are the whole output.

        Formats that can, yield as soon as an outcome is there. The text holds no lone surrogate, so it
        can always be encoded as UTF-8.
        """
        ...
