"""Public test sets that lie on this machine: never shipped, never learnt from."""

import csv
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import numpy as np

from tonecheck.checker import Checker
from tonecheck.core.taxonomy import Category

_MOST = 400
"""Lines taken of a long set, evenly."""


@dataclass(frozen=True, slots=True)
class ExternalRow:
    """One cell of a public set."""

    name: str
    items: int
    flagged: float
    """Share with a sure finding of the category that is asked about."""
    wanted: str


def external(checker: Checker, folder: Path) -> list[ExternalRow]:
    """Measure on the sets that lie below `folder` as they were published; those that do not are left out."""
    rows: list[ExternalRow] = []
    for name, read in _SETS.items():
        path = folder / name
        if path.exists():
            rows.extend(
                ExternalRow(
                    f"{path.parent.name}: {cell}", len(texts), _flagged(checker, texts, category), wanted
                )
                for cell, texts, category, wanted in read(path)
                if texts
            )
    return rows


_Cells = Iterator[tuple[str, list[str], Category | None, str]]


def _hatecheck(path: Path) -> _Cells:
    with path.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    for cell, category, wanted in (
        ("threat_dir_h", Category.THREATENING, "high"),
        ("threat_norm_h", Category.THREATENING, "high"),
        ("negate_neg_nh", None, "low"),
        ("counter_quote_nh", None, "low"),
        ("counter_ref_nh", None, "low"),
        ("profanity_nh", None, "low"),
    ):
        yield (
            cell,
            _some([r["test_case"].strip() for r in rows if r["functionality"] == cell]),
            category,
            wanted,
        )


def _paradetox(path: Path) -> _Cells:
    with path.open(encoding="utf-8", newline="") as stream:
        rows = _some(list(csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE)))
    yield "toxic side", [row["toxic"] for row in rows], Category.HARSH, "high"
    yield "neutral side", [row["neutral1"] for row in rows], Category.HARSH, "low"


def _politeness(path: Path) -> _Cells:
    with path.open(encoding="utf-8", newline="") as stream:
        rows = sorted(csv.DictReader(stream), key=lambda row: float(row["score"]))
    quarter = len(rows) // 4
    yield "least polite quarter", _some([row["sentence"] for row in rows[:quarter]]), Category.HARSH, "higher"
    yield "most polite quarter", _some([row["sentence"] for row in rows[-quarter:]]), Category.HARSH, "low"


_SETS: dict[str, Callable[[Path], _Cells]] = {
    "hatecheck/test_suite_cases.csv": _hatecheck,
    "paradetox/paradetox.tsv": _paradetox,
    "tydip_en/en_train_binary.csv": _politeness,
}


_T = TypeVar("_T")


def _some(rows: list[_T]) -> list[_T]:
    return rows[:: max(1, len(rows) // _MOST)][:_MOST]


def _flagged(checker: Checker, texts: list[str], category: Category | None) -> float:
    said = [decision.labels for decision in checker.decisions(texts, channels=["chat"] * len(texts))]
    return float(np.mean([(category in labels) if category else bool(labels) for labels in said]))
