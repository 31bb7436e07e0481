"""Does the judge keep a rule of the guide over many sentences: families of cases, CheckList style."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import yaml

from tonecheck.checker import Checker
from tonecheck.core.errors import ToneCheckError
from tonecheck.core.taxonomy import Category


class FamilyError(ToneCheckError):
    """A family of cases that is incomplete."""


@dataclass(frozen=True, slots=True)
class Family:
    """Sentences for which one rule of the guide decides alike."""

    name: str
    asks: str
    unseen: bool
    """Nobody looks at its errors while developing."""
    channel: str
    jurisdiction: str
    expects: frozenset[Category]
    cases: tuple[str, ...]


def families(path: Path) -> tuple[Family, ...]:
    """Load families of cases. Raise FamilyError naming the family at fault."""
    result = []
    for raw in yaml.safe_load(path.read_text(encoding="utf-8")):
        try:
            result.append(
                Family(
                    name=raw["family"],
                    asks=raw["asks"],
                    unseen=raw["unseen"],
                    channel=raw["channel"],
                    jurisdiction=raw["jurisdiction"],
                    expects=frozenset(Category(name) for name in raw["expects"]),
                    cases=tuple(raw["cases"]),
                )
            )
        except (KeyError, ValueError, TypeError) as error:
            raise FamilyError(f"{path}: family {raw!r:.60} is incomplete ({error}); complete it.") from error
    return tuple(result)


def behaviour(checker: Checker, all_families: tuple[Family, ...]) -> dict[str, float]:
    """Return, by family, the share of cases judged as expected.

    A harmless case must not be flagged at all; another must carry the expected labels at least.
    """
    result = {}
    for family in all_families:
        decided = checker.decisions(
            family.cases,
            channels=[family.channel] * len(family.cases),
            jurisdictions=[family.jurisdiction] * len(family.cases),
        )
        result[family.name] = float(
            np.mean([family.expects <= set(d.labels) if family.expects else not d.labels for d in decided])
        )
    return result
