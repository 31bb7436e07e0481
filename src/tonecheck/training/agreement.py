"""How far two raters agree who labelled the same items without sight of each other: Cohen's kappa."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from tonecheck.core.taxonomy import CUES, SUBTYPES, Category
from tonecheck.training.dataset import Item


@dataclass(frozen=True, slots=True)
class Agreement:
    """Of one label."""

    items: int
    first: int
    """How many the first rater gave it to."""
    second: int
    both: int

    @property
    def kappa(self) -> float:
        """Agreement above chance, 1 at most; 0 where nobody gave the label."""
        if not self.items or not (self.first or self.second):
            return 0.0
        a, b = self.first / self.items, self.second / self.items
        observed = 1 - (self.first + self.second - 2 * self.both) / self.items
        expected = a * b + (1 - a) * (1 - b)
        return (observed - expected) / (1 - expected) if expected < 1 else 1.0


def agreement(items: Iterable[Item]) -> dict[str, Agreement]:
    """Return the agreement by category, subtype, cue, and on 'any offence', over the items labelled twice."""
    twice = [item for item in items if item.second is not None]
    senders = [item for item in twice if item.role.judged]
    customers = [item for item in twice if not item.role.judged]
    result = {"any offence": _of(senders, bool)}
    for category in Category:
        result[str(category)] = _of(senders, lambda names, c=category: any(SUBTYPES[n] is c for n in names))  # type: ignore[misc]
    for names, own in ((SUBTYPES, senders), (CUES, customers)):
        for name in names:
            result[name] = _of(own, lambda given, name=name: name in given)  # type: ignore[misc]
    return result


def _of(items: Sequence[Item], given: Callable[[frozenset[str]], bool]) -> Agreement:
    pairs = [(given(item.first), given(item.second or frozenset())) for item in items]
    return Agreement(
        len(pairs),
        sum(first for first, _ in pairs),
        sum(second for _, second in pairs),
        sum(first and second for first, second in pairs),
    )


if __name__ == "__main__":
    import sys
    from pathlib import Path

    from tonecheck.training.dataset import load

    print("| label | items | first | second | both | kappa |\n|---|---|---|---|---|---|")
    for name, row in agreement(load(Path(path) for path in sys.argv[1:])).items():
        print(f"| {name} | {row.items} | {row.first} | {row.second} | {row.both} | {row.kappa:.2f} |")
