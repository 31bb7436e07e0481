"""The shipped judge: a score never depends on its neighbours, and tokens lead back to the text."""

import pytest

from tonecheck.assemble import model_folder
from tonecheck.core.taxonomy import ACTS, SUBTYPES, Category
from tonecheck.encoders.onnx import OnnxJudge
from tonecheck.model_files import load_config
from tonecheck.settings import Settings

FOLDER = model_folder(Settings())
CONFIG = load_config(FOLDER)
JUDGE = OnnxJudge(FOLDER, CONFIG)
THREAT = "Pay today or you will be arrested."


def test_every_head_answers() -> None:
    judgement = JUDGE.judge(THREAT)
    assert set(judgement.logits) == set(Category)
    assert set(judgement.subtypes) == set(SUBTYPES)
    assert set(judgement.acts) == set(ACTS)
    assert judgement.logits[Category.THREATENING] > 0


def test_the_same_text_has_the_same_numbers_whatever_came_between() -> None:
    fresh = OnnxJudge(FOLDER, CONFIG)
    before = fresh.judge(THREAT)
    fresh.judge("Thank you for your payment. " * 30)
    assert OnnxJudge(FOLDER, CONFIG).judge(THREAT) == before == fresh.judge(THREAT)


@pytest.mark.parametrize("text", [THREAT, "😀 ÄÖ £412.50", "x" * 5000, "pay " * 400])
def test_tokens_lead_back_to_the_text_and_never_into_the_context(text: str) -> None:
    judgement = JUDGE.judge(text, "I was in hospital. " * 40)
    assert judgement.tokens
    for token in judgement.tokens:
        assert 0 <= token.start <= token.end <= len(text)
        assert len(token.logits) == len(Category)


def test_context_is_read() -> None:
    assert (
        JUDGE.judge("Everybody gets ill.").logits
        != JUDGE.judge("Everybody gets ill.", "I had a stroke.").logits
    )
