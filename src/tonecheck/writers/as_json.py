"""Report to text: JSON. One file gives one object, several give an array."""

from collections.abc import Iterable, Iterator
from itertools import chain

from tonecheck.writers.as_dict import outcome_to_dict, report_to_dict
from tonecheck.writers.base import Outcome, Style
from tonecheck.writers.plain import to_json


class JsonWriter:
    """Writes the contract's Report JSON."""

    name = "json"

    def __init__(self, style: Style) -> None:
        self._explain = style.explain

    def write(self, outcomes: Iterable[Outcome]) -> Iterator[str]:
        """See Writer.write. Holds back the first outcome until it knows whether a second one comes."""
        coming = iter(outcomes)
        first = next(coming, None)
        if first is None:
            yield "[]\n"
            return
        second = next(coming, None)
        if second is None:
            yield self._alone(first) + "\n"
            return
        yield "[\n"
        for index, outcome in enumerate(chain((first, second), coming)):
            yield (",\n" if index else "") + to_json(outcome_to_dict(outcome, self._explain), indent=2)
        yield "\n]\n"

    def _alone(self, outcome: Outcome) -> str:
        """Return the object of an only file: the report itself, or {"file", "error"}."""
        if outcome.report is None:
            return to_json(outcome_to_dict(outcome), indent=2)
        return to_json(report_to_dict(outcome.report, self._explain), indent=2)
