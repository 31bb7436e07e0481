"""Items to padded tensors: length-sorted batches in which the two sides of a pair meet."""

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import torch
from tokenizers import Encoding, Tokenizer
from torch import Tensor

from tonecheck.core.taxonomy import ACTS, CUES, STRENGTHS, SUBTYPES
from tonecheck.encoders.onnx import encode
from tonecheck.training.dataset import Item
from tonecheck.training.network import CATEGORIES, SIGNALS, SUBTYPE_NAMES
from tonecheck.training.noise import disturb

CONTEXT_KEPT = 0.5
"""Share of items that keep their context in an epoch: the judge must do without as well."""


@dataclass(frozen=True)
class Batch:
    """B items, T tokens; targets are 0 or 1."""

    input_ids: Tensor
    attention_mask: Tensor
    token_type_ids: Tensor
    categories: Tensor
    subtypes: Tensor
    acts: Tensor
    has_acts: Tensor
    """B: whether the item's acts were marked at all."""
    spans: Tensor
    """B x T x 3."""
    own: Tensor
    """B x T: tokens of the sentence itself."""
    signals: Tensor
    judged: Tensor
    """B: whether the words are the sender's; a customer's are never learnt as offending or not."""
    heard: Tensor
    """B x 22: which signals count here: cues of a customer; strengths of a sender, where they are marked."""


def batches(items: Sequence[Item], tokenizer: Tokenizer, size: int, rng: random.Random) -> Iterator[Batch]:
    """Yield one epoch of disturbed, shuffled batches; items of one length meet, so little is padding."""
    groups: dict[str, list[tuple[Item, Encoding]]] = defaultdict(list)
    for item in rng.sample(items, len(items)):
        context = item.context if rng.random() < CONTEXT_KEPT else ""
        encoding = encode(tokenizer, disturb(item.text, rng), context)
        groups[item.contrast].append((item, encoding))
    rows: list[list[tuple[Item, Encoding]]] = [[]]
    for group in sorted(groups.values(), key=lambda group: max(len(own.ids) for _, own in group)):
        if len(rows[-1]) + len(group) > size and rows[-1]:
            rows.append([])
        rows[-1].extend(group)
    rng.shuffle(rows)
    for row in rows:
        yield collate([item for item, _ in row], [encoding for _, encoding in row])


def collate(items: Sequence[Item], encodings: Sequence[Encoding]) -> Batch:
    """Pad B encoded items and set their targets."""
    width = max(len(encoding.ids) for encoding in encodings)
    count = len(items)
    ids = torch.zeros(count, width, dtype=torch.long)
    mask, types = torch.zeros_like(ids), torch.zeros_like(ids)
    spans = torch.zeros(count, width, len(CATEGORIES))
    own = torch.zeros(count, width)
    for row, (item, encoding) in enumerate(zip(items, encodings, strict=True)):
        length = len(encoding.ids)
        ids[row, :length] = torch.tensor(encoding.ids)
        mask[row, :length] = 1
        types[row, :length] = torch.tensor(encoding.type_ids)
        for position, (start, end) in enumerate(encoding.offsets):
            if encoding.sequence_ids[position] != 0:
                continue
            own[row, position] = 1
            for span in item.spans:
                if start < span.end and span.start < end:
                    spans[row, position, CATEGORIES.index(SUBTYPES[span.subtype])] = 1
    return Batch(
        input_ids=ids,
        attention_mask=mask,
        token_type_ids=types,
        categories=_targets([item.labels for item in items], CATEGORIES),
        subtypes=_targets([item.subtypes for item in items], SUBTYPE_NAMES),
        acts=_targets([item.acts for item in items], ACTS),
        has_acts=torch.tensor([float(bool(item.acts)) for item in items]),
        spans=spans,
        own=own,
        signals=_targets([item.cues | item.strengths for item in items], SIGNALS),
        judged=torch.tensor([float(item.role.judged) for item in items]),
        heard=torch.tensor([_heard(item) for item in items]),
    )


def _targets(present: Sequence[frozenset[str]], names: Sequence[str]) -> Tensor:
    return torch.tensor([[float(name in row) for name in names] for row in present])


def _heard(item: Item) -> list[float]:
    cues, strengths = not item.role.judged, item.role.judged and item.strengths_marked
    return [float(cues)] * len(CUES) + [float(strengths)] * len(STRENGTHS)
