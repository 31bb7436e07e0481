"""Spans, signals, noise, families and public sets, each asked of the rules alone on a few lines."""

import random
from pathlib import Path

import pytest

from tonecheck.assemble import Checker
from tonecheck.detectors.signals import SignalFinder
from tonecheck.rulebook import loader
from tonecheck.segments.sentences import Segmenter
from tonecheck.training.dataset import Item, item_of
from tonecheck.training.evaluation.behaviour import FamilyError, behaviour, families
from tonecheck.training.evaluation.external import external
from tonecheck.training.evaluation.robustness import robustness
from tonecheck.training.evaluation.signals import cues, strengths
from tonecheck.training.evaluation.spans import spans
from tonecheck.training.lean import read
from tonecheck.training.noise import misheard

DATA = Path(__file__).parents[3] / "data"


def items(folder: Path, text: str) -> list[Item]:
    (folder / "x.txt").write_text(text, encoding="utf-8")
    rows, faults = read(folder / "x.txt")
    assert not faults
    return [item_of(row, "x") for row in rows]


def test_words_shown_meet_words_marked(tmp_path: Path, rules_only: Checker) -> None:
    text = "@ single channel=letter jurisdiction=us\nPlease note that «arrest-or-criminal:you will be arrested» on Monday.\n"
    found = spans(rules_only, items(tmp_path, text))
    assert found.items == 1
    assert found.character_f1.value > 0.6
    assert found.cleared == 1.0


def test_cues_and_strengths_are_counted_where_they_count(tmp_path: Path) -> None:
    text = """@ single channel=call jurisdiction=uk
C: I want to end it all. :: cues=self-harm-risk
C: Hello there.
A: I'm sorry for our mistake. :: strengths=apologises
A: I want to end it all.
"""
    segmenter = Segmenter()
    finder = SignalFinder(loader.load(), segmenter)
    own = items(tmp_path, text)
    heard = cues(finder, segmenter, own)
    assert heard.turns == 2
    assert (heard.rows["self-harm-risk"].recall, heard.rows["self-harm-risk"].false_alarms) == (1.0, 0.0)
    assert strengths(finder, segmenter, own).rows["apologises"].recall == 1.0


def test_noise_dialect_and_swaps(tmp_path: Path, rules_only: Checker) -> None:
    test = items(
        tmp_path,
        "@ single channel=sms jurisdiction=us\n«arrest-or-criminal:You will be arrested.»\nThanks.\n",
    )
    dialects = items(
        tmp_path,
        "@ pair channel=sms jurisdiction=uk\nDo not worry.\nDinnae fash yersel, hen. :: trap=dialect\n",
    )
    held = robustness(rules_only, test, dialects)
    assert held.noise["clean"] == held.noise["lower case"] == pytest.approx(1 / 3)
    assert held.dialect_flagged == (1, 0.0, 0.0)
    assert held.swaps_flipped == (40, 0.0)


def test_misheard_words_come_at_the_rate_asked() -> None:
    text = " ".join(["please", "call", "about", "your", "account"] * 200)
    heard = misheard(text, random.Random(1), 0.2).split()
    kept = sum(word in text.split() for word in heard)
    assert 0.75 * 1000 < kept < 0.9 * 1000
    assert misheard(text, random.Random(1), 0.0) == text


def test_the_shipped_families_are_whole() -> None:
    asked = families(DATA / "behaviour.yml")
    assert len(asked) == 30
    assert sum(family.unseen for family in asked) == 10
    assert all(len(set(family.cases)) == 15 for family in asked)


def test_a_family_is_right_case_by_case(tmp_path: Path, rules_only: Checker) -> None:
    path = tmp_path / "few.yml"
    path.write_text(
        "- {family: a, asks: b, unseen: false, channel: sms, jurisdiction: us, expects: [threatening],\n"
        "   cases: [You will be arrested., Thank you.]}\n"
        "- {family: c, asks: d, unseen: true, channel: sms, jurisdiction: us, expects: [], cases: [Thank you.]}\n"
    )
    assert behaviour(rules_only, families(path)) == {"a": 0.5, "c": 1.0}


def test_an_incomplete_family_is_named(tmp_path: Path) -> None:
    path = tmp_path / "few.yml"
    path.write_text("- {family: a, asks: b}\n")
    with pytest.raises(FamilyError, match="'family': 'a'"):
        families(path)


def test_public_sets_are_read_where_they_lie(tmp_path: Path, rules_only: Checker) -> None:
    (tmp_path / "hatecheck").mkdir()
    (tmp_path / "hatecheck" / "test_suite_cases.csv").write_text(
        "functionality,test_case\nthreat_dir_h,You will be arrested.\ncounter_quote_nh,Thanks.\n"
    )
    (tmp_path / "paradetox").mkdir()
    (tmp_path / "paradetox" / "paradetox.tsv").write_text(
        "toxic\tneutral1\tneutral2\nyou idiot\tyou are wrong\t\n"
    )
    (tmp_path / "tydip_en").mkdir()
    (tmp_path / "tydip_en" / "en_train_binary.csv").write_text(
        "sentence,score\n" + "".join(f"Line {n}.,{n}\n" for n in range(8))
    )
    rows = {row.name: row for row in external(rules_only, tmp_path)}
    assert rows["hatecheck: threat_dir_h"].flagged == 1.0
    assert rows["hatecheck: counter_quote_nh"].flagged == 0.0
    assert rows["tydip_en: most polite quarter"].items == 2
    assert "hatecheck: profanity_nh" not in rows
    assert external(rules_only, tmp_path / "nowhere") == []
