"""One encoder, several heads: what a sentence offends by, which words do, what it does, and what it shows."""

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from transformers import AutoModel

from tonecheck.core.taxonomy import ACTS, CUES, STRENGTHS, SUBTYPES, Category

CATEGORIES = tuple(Category)
SUBTYPE_NAMES = tuple(SUBTYPES)
SIGNALS = (*CUES, *STRENGTHS)
"""Cues of customers and strengths of senders share a head."""


@dataclass(frozen=True)
class Outputs:
    """Logits of a batch; B sentences, T tokens."""

    categories: Tensor
    """B x 3."""
    subtypes: Tensor
    """B x 19."""
    acts: Tensor
    """B x 23."""
    spans: Tensor
    """B x T x 3: is this token part of words that offend in the category."""
    signals: Tensor
    """B x 22: cues, then strengths."""


class JudgeNetwork(nn.Module):
    """Mean-pooled encoder with heads; span logits are pooled into the category logits.

    Log-sum-exp pooling lets a few offending words decide a long sentence, and supervises the
    encoder through the words themselves.
    """

    def __init__(self, base: str, dropout: float = 0.1) -> None:
        super().__init__()
        # No dropout on attention weights: it costs a fifth of the speed, and noise in the text does its work.
        self.encoder = AutoModel.from_pretrained(
            base,
            attn_implementation="eager",
            add_pooling_layer=False,
            attention_probs_dropout_prob=0.0,
        )
        width = self.encoder.config.hidden_size
        self.dropout = nn.Dropout(dropout)
        self.categories = nn.Linear(width, len(CATEGORIES))
        self.subtypes = nn.Linear(width, len(SUBTYPE_NAMES))
        self.acts = nn.Linear(width, len(ACTS))
        self.spans = nn.Linear(width, len(CATEGORIES))
        self.span_weight = nn.Parameter(torch.full((len(CATEGORIES),), 0.5))
        self.subtype_spans = nn.Linear(width, len(SUBTYPE_NAMES), bias=False)
        self.signals = nn.Linear(width, len(SIGNALS))
        self.signal_words = nn.Linear(width, len(SIGNALS), bias=False)

    def forward(self, input_ids: Tensor, attention_mask: Tensor, token_type_ids: Tensor) -> Outputs:
        """Score sentences; tokens of type 1 are context: read, but never pooled or tagged."""
        states = self.encoder(
            input_ids=input_ids, attention_mask=attention_mask, token_type_ids=token_type_ids
        ).last_hidden_state
        states = self.dropout(states)
        own = (attention_mask * (1 - token_type_ids)).unsqueeze(-1).to(states.dtype)
        count = own.sum(1).clamp(min=1.0)
        mean = (states * own).sum(1) / count
        spans = self.spans(states)
        # Smooth maximum over the sentence's own tokens; -1e4 keeps context and padding out.
        outside = (1.0 - own) * -1e4
        peak = torch.logsumexp(spans + outside, dim=1)
        subtype_peak = torch.logsumexp(self.subtype_spans(states) + outside, dim=1)
        return Outputs(
            categories=self.categories(mean) + self.span_weight * peak,
            subtypes=self.subtypes(mean) + subtype_peak,
            acts=self.acts(mean),
            spans=spans,
            signals=self.signals(mean) + torch.logsumexp(self.signal_words(states) + outside, dim=1),
        )
