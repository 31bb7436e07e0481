"""Report to text: JSON lines, one a file, as soon as the file is done."""

from collections.abc import Iterable, Iterator

from tonecheck.writers.as_dict import outcome_to_dict
from tonecheck.writers.base import Outcome, Style
from tonecheck.writers.plain import to_json


class JsonlWriter:
    """Writes {"file", "report"} or {"file", "error"}, one a line."""

    name = "jsonl"

    def __init__(self, style: Style) -> None:
        self._explain = style.explain

    def write(self, outcomes: Iterable[Outcome]) -> Iterator[str]:
        """See Writer.write."""
        for outcome in outcomes:
            yield to_json(outcome_to_dict(outcome, self._explain)) + "\n"
