"""The shipped judge: an int8 network on onnxruntime, one text at a time, unpadded.

Dynamic int8 uses one activation scale a tensor, so a text in a batch or padded scores up to 1.2 logits
differently from the same text alone. Batch 1 makes a score independent of its neighbours.
"""

from functools import lru_cache
from pathlib import Path

import numpy as np
import onnxruntime
from tokenizers import Encoding, Tokenizer

from tonecheck.core.taxonomy import Category
from tonecheck.encoders.base import Judgement, TokenTag
from tonecheck.model_files import TOKENIZER, WEIGHTS, ModelConfig

_REMEMBERED = 4096
"""Texts whose judgement is kept: rewording and letters in series ask for the same ones again."""


def encode(tokenizer: Tokenizer, text: str, context: str) -> Encoding:
    """Return the tokens of `text`, and behind them, as tokens of type 1, those of its context, if any."""
    return tokenizer.encode(text, context) if context else tokenizer.encode(text)


class OnnxJudge:
    """See base.Judge."""

    def __init__(self, folder: Path, config: ModelConfig, threads: int = 1) -> None:
        self._config = config
        self._tokenizer = Tokenizer.from_file(str(folder / TOKENIZER))
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(config.max_tokens, strategy="longest_first")
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(
            str(folder / WEIGHTS), options, providers=["CPUExecutionProvider"]
        )
        self.judge = lru_cache(_REMEMBERED)(self._judge)  # type: ignore[method-assign]

    def judge(self, text: str, context: str = "") -> Judgement:
        """See Judge.judge."""
        return self._judge(text, context)

    def _judge(self, text: str, context: str = "") -> Judgement:
        encoding = encode(self._tokenizer, text, context)
        categories, subtypes, acts, spans, signals = self._session.run(
            ["categories", "subtypes", "acts", "spans", "signals"],
            {
                "input_ids": np.array([encoding.ids], dtype=np.int64),
                "attention_mask": np.ones((1, len(encoding.ids)), dtype=np.int64),
                "token_type_ids": np.array([encoding.type_ids], dtype=np.int64),
            },
        )
        tokens = tuple(
            TokenTag(start, end, tuple(float(value) for value in spans[0][position]))
            for position, (start, end) in enumerate(encoding.offsets)
            if encoding.sequence_ids[position] == 0
        )
        return Judgement(
            logits={name: float(value) for name, value in zip(Category, categories[0], strict=True)},
            subtypes={n: float(v) for n, v in zip(self._config.subtypes, subtypes[0], strict=True)},
            acts={n: float(v) for n, v in zip(self._config.acts, acts[0], strict=True)},
            tokens=tokens,
            signals={n: float(v) for n, v in zip(self._config.signals, signals[0], strict=True)},
        )
