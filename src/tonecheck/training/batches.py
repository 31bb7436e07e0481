"""Items to padded tensors: length-sorted batches in which the two sides of a pair meet."""

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import torch
from tokenizers import Tokenizer
from torch import Tensor

from tonecheck.core.taxonomy import ACTS, SUBTYPES
from tonecheck.training.dataset import Item
from tonecheck.training.network import CATEGORIES, SUBTYPE_NAMES
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


def batches(items: Sequence[Item], tokenizer: Tokenizer, size: int, rng: random.Random) -> Iterator[Batch]:
    """Yield one epoch of disturbed, shuffled batches."""
    groups: dict[str, list[Item]] = defaultdict(list)
    for item in items:
        groups[f"{item.batch}/{item.pair}" if item.pair else item.id].append(item)
    order = list(groups.values())
    rng.shuffle(order)
    pool = size * 24
    flat: list[list[Item]] = []
    for start in range(0, len(order), pool):
        chunk = sorted(order[start : start + pool], key=lambda group: max(len(i.text) for i in group))
        row: list[Item] = []
        for group in chunk:
            row.extend(group)
            if len(row) >= size:
                flat.append(row)
                row = []
        if row:
            flat.append(row)
    rng.shuffle(flat)
    for row in flat:
        yield collate(row, tokenizer, rng)


def collate(items: Sequence[Item], tokenizer: Tokenizer, rng: random.Random | None = None) -> Batch:
    """Tokenise and pad `items`; with `rng`, disturb the text and drop some contexts."""
    encodings = []
    for item in items:
        text, context = item.text, item.context
        if rng is not None:
            text = disturb(text, rng)
            context = context if rng.random() < CONTEXT_KEPT else ""
        encodings.append(tokenizer.encode(text, context) if context else tokenizer.encode(text))
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
    )


def _targets(present: Sequence[frozenset[str]], names: Sequence[str]) -> Tensor:
    return torch.tensor([[float(name in row) for name in names] for row in present])
