"""Kappa of two raters, from counts one can check by hand."""

import pytest

from tonecheck.training.agreement import Agreement, agreement
from tonecheck.training.dataset import item_of


def item(number: int, first: list[str], second: list[str] | None, role: str = "agent") -> object:
    categories = {"insult": "harsh", "exposure": "threatening"}
    raw = {
        "id": str(number), "text": "x", "channel": "sms", "jurisdiction": "uk", "role": role, "spans": [],
        "subtypes": first if role == "agent" else [], "cues": first if role == "customer" else [],
        "labels": sorted({categories[name] for name in first}) if role == "agent" else [],
    }  # fmt: skip
    return item_of(raw | ({"second": second} if second is not None else {}), "x")


def test_agreement_counts_what_was_labelled_twice() -> None:
    items = [
        item(1, ["insult"], ["insult"]),
        item(2, ["insult"], []),
        item(3, [], []),
        item(4, [], ["exposure"]),
        item(5, ["exposure"], None),
        item(6, ["anger"], ["anger"], "customer"),
        item(7, [], ["anger"], "customer"),
    ]
    table = agreement(items)
    assert table["harsh"] == Agreement(4, 2, 1, 1)
    assert table["harsh"].kappa == pytest.approx(0.5)
    assert table["any offence"] == Agreement(4, 2, 2, 1)
    assert table["any offence"].kappa == pytest.approx(0.0)
    assert table["anger"] == Agreement(2, 1, 2, 1)


@pytest.mark.parametrize(
    ("row", "kappa"),
    [(Agreement(10, 0, 0, 0), 0.0), (Agreement(10, 10, 10, 10), 1.0), (Agreement(100, 50, 50, 45), 0.8)],
)
def test_kappa(row: Agreement, kappa: float) -> None:
    assert row.kappa == pytest.approx(kappa)
