"""A tiny encoder goes the whole way: trained, resumed, exported, quantised and served alike."""

import json
from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="the train extra is not installed")

from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors  # noqa: E402
from transformers import BertConfig, BertModel  # noqa: E402

import tonecheck.training.train as train_module  # noqa: E402
from tonecheck.core.taxonomy import ACTS, Category  # noqa: E402
from tonecheck.encoders.onnx import OnnxJudge, encode  # noqa: E402
from tonecheck.model_files import TOKENIZER, WEIGHTS, ModelConfig  # noqa: E402
from tonecheck.training.batches import Batch, collate  # noqa: E402
from tonecheck.training.dataset import Item, load  # noqa: E402
from tonecheck.training.export import export  # noqa: E402
from tonecheck.training.network import SIGNALS, SUBTYPE_NAMES, JudgeNetwork  # noqa: E402
from tonecheck.training.train import Recipe, TrainingError, load_tokenizer, rate_at, train  # noqa: E402

pytestmark = [pytest.mark.train, pytest.mark.slow]
WORDS = "[PAD] [UNK] [CLS] [SEP] please pay today or else we will sue you thank for the payment . , !".split()


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A two-layer BERT of 32 dimensions that nobody trained."""
    folder = tmp_path_factory.mktemp("base")
    torch.manual_seed(0)
    config = BertConfig(
        vocab_size=len(WORDS),
        hidden_size=32,
        num_hidden_layers=2,
        num_attention_heads=2,
        intermediate_size=64,
    )
    BertModel(config).save_pretrained(folder)
    tokenizer = Tokenizer(models.WordPiece({w: i for i, w in enumerate(WORDS)}, unk_token="[UNK]"))
    tokenizer.normalizer = normalizers.Lowercase()
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    tokenizer.post_processor = processors.BertProcessing(("[SEP]", 3), ("[CLS]", 2))
    tokenizer.save(str(folder / "tokenizer.json"))
    return folder


@pytest.fixture(scope="module")
def items(tmp_path_factory: pytest.TempPathFactory) -> list[Item]:
    rows = [
        {
            "text": "Pay today or else we will sue you!",
            "labels": ["threatening"],
            "subtypes": ["legal-action"],
            "spans": [[10, 33, "threatening/legal-action"]],
            "context": "Thank you.",
            "acts": ["menace"],
        },
        {"text": "Thank you for the payment.", "labels": [], "subtypes": [], "spans": []},
    ] * 20
    path = tmp_path_factory.mktemp("corpus") / "tiny.jsonl"
    with path.open("w") as stream:
        for number, row in enumerate(rows):
            full = {"id": str(number), "channel": "sms", "jurisdiction": "uk", "role": "agent", **row}
            stream.write(json.dumps(full) + "\n")
    return load([path])


@pytest.fixture(scope="module")
def network(base: Path, items: list[Item], tmp_path_factory: pytest.TempPathFactory) -> JudgeNetwork:
    recipe = Recipe(base=str(base), epochs=6, calm_epochs=0, batch_size=8, rate=5e-3)
    return train(items, recipe, tmp_path_factory.mktemp("run") / "tiny")


def encoded(items: list[Item], base: Path) -> Batch:
    tokenizer = load_tokenizer(str(base))
    return collate(items, [encode(tokenizer, i.text, i.context) for i in items])


def test_it_learns(network: JudgeNetwork, base: Path, items: list[Item]) -> None:
    batch = encoded(items[:2], base)
    outputs = network(batch.input_ids, batch.attention_mask, batch.token_type_ids)
    threat = list(Category).index(Category.THREATENING)
    assert outputs.categories[0, threat] > 0 > outputs.categories[1, threat]
    assert outputs.spans[0, 4:8, threat].min() > outputs.spans[1, 1:5, threat].max()


def test_the_rate_goes_up_and_down_twice() -> None:
    recipe = Recipe(epochs=10, calm_epochs=2, warmup=0.1)
    shares = [rate_at(recipe, epoch, done) for epoch in range(12) for done in (0.0, 0.5, 1.0)]
    assert shares[0] == 0
    assert max(shares) == 1 == shares[2]
    assert shares[29] == pytest.approx(0)
    assert shares[30] == 0.25
    assert shares[-1] == pytest.approx(0)
    assert min(shares) >= 0


def test_late_items_join_at_the_end(
    base: Path, items: list[Item], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    recipe = Recipe(base=str(base), epochs=1, calm_epochs=1, late_epochs=0, batch_size=8)
    seen: list[int] = []
    real = train_module.batches
    monkeypatch.setattr(
        train_module, "batches", lambda own, *rest: (seen.append(len(own)), real(own, *rest))[1]
    )
    train(items[:20], recipe, tmp_path, late=items[20:])
    assert seen == [20, 40]


def test_an_interrupted_run_goes_on(base: Path, items: list[Item], tmp_path: Path) -> None:
    recipe = Recipe(base=str(base), epochs=2, calm_epochs=0, batch_size=8)
    train(items, recipe, tmp_path)
    state = torch.load(tmp_path / "state.pt", weights_only=True)
    assert state["epoch"] == 2
    again = train(items, recipe, tmp_path)
    assert torch.equal(again.state_dict()["categories.weight"], state["network"]["categories.weight"])


def test_a_broken_checkpoint_is_named(base: Path, items: list[Item], tmp_path: Path) -> None:
    recipe = Recipe(base=str(base), epochs=1, calm_epochs=0, batch_size=8)
    train(items, recipe, tmp_path)
    (tmp_path / "state.pt").write_bytes(b"half a file")
    with pytest.raises(TrainingError, match=r"cannot be read .* delete"):
        train(items, recipe, tmp_path)


def test_another_recipe_does_not_overwrite_a_run(base: Path, items: list[Item], tmp_path: Path) -> None:
    train(items, Recipe(base=str(base), epochs=1, calm_epochs=0, batch_size=8), tmp_path)
    with pytest.raises(TrainingError, match="another recipe"):
        train(items, Recipe(base=str(base), epochs=2, calm_epochs=0, batch_size=8), tmp_path)


def test_the_served_file_gives_the_networks_numbers(
    network: JudgeNetwork, base: Path, items: list[Item], tmp_path: Path
) -> None:
    export(network, tmp_path / WEIGHTS)
    (tmp_path / TOKENIZER).write_bytes((base / "tokenizer.json").read_bytes())
    config = ModelConfig("tiny", SUBTYPE_NAMES, ACTS, {}, {}, dict.fromkeys(SIGNALS), 128, {}, "", {})
    judge = OnnxJudge(tmp_path, config)
    for item in items[:2]:
        batch = encoded([item], base)
        with torch.no_grad():
            wanted = network(batch.input_ids, batch.attention_mask, batch.token_type_ids)
        served = judge.judge(item.text, item.context)
        np.testing.assert_allclose(list(served.logits.values()), wanted.categories[0], atol=1.0)
        assert len(served.subtypes) == len(SUBTYPE_NAMES)
        assert all(item.text[t.start : t.end].strip() for t in served.tokens if t.end > t.start)
