"""What simpler judges reach: each learns from the same items, or from none, and is measured alike."""

from collections.abc import Callable, Sequence

import numpy as np
import torch
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.multiclass import OneVsRestClassifier
from transformers import AutoModel
from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

from tonecheck.training.dataset import Item
from tonecheck.training.evaluation.judgement import CATEGORIES, Decided, truth_of
from tonecheck.training.train import base_folder, load_tokenizer

_VADER_NEGATIVE = -0.3
_BATCH = 64


def baselines(learnt: Sequence[Item], test: Sequence[Item]) -> dict[str, Decided]:
    """Return what each baseline decides about `test` after learning from `learnt`."""
    learnt = [item for item in learnt if item.role.judged]
    truth = truth_of(learnt)
    majority = np.tile(truth.mean(0), (len(test), 1))
    result = {"majority": _decided(majority), "VADER, compound below -0.3": _vader(test)}
    for name, features in _FEATURES.items():
        own = features([item.text for item in learnt], [item.text for item in test])
        judge = OneVsRestClassifier(LogisticRegression(C=4, max_iter=400)).fit(own[0], truth)
        result[name] = _decided(judge.predict_proba(own[1]))
    return result


def _decided(scores: np.ndarray) -> Decided:
    return Decided(scores, scores >= 0.5, np.zeros(len(scores), bool))


def _vader(items: Sequence[Item]) -> Decided:
    """VADER knows one kind of bad: it stands for every category."""
    analyser = SentimentIntensityAnalyzer()
    compound = np.array([analyser.polarity_scores(item.text)["compound"] for item in items])
    scores = np.repeat(((1 - compound) / 2)[:, None], len(CATEGORIES), axis=1)
    return Decided(scores, scores >= (1 - _VADER_NEGATIVE) / 2, np.zeros(len(items), bool))


_Features = Callable[[list[str], list[str]], tuple[object, object]]


def _tfidf(learnt: list[str], test: list[str]) -> tuple[object, object]:
    vectorizer = TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=True)
    return vectorizer.fit_transform(learnt), vectorizer.transform(test)


def _static(learnt: list[str], test: list[str]) -> tuple[object, object]:
    return _vectors(learnt, contextual=False), _vectors(test, contextual=False)


def _frozen(learnt: list[str], test: list[str]) -> tuple[object, object]:
    return _vectors(learnt, contextual=True), _vectors(test, contextual=True)


_FEATURES: dict[str, _Features] = {
    "TF-IDF of words 1-2, logistic regression": _tfidf,
    "static embeddings, logistic regression": _static,
    "frozen MiniLM, logistic regression": _frozen,
}


@torch.no_grad()
def _vectors(texts: list[str], contextual: bool) -> np.ndarray:
    """Return mean vectors of the packaged encoder, or of its word table alone; N x 384, unit length."""
    folder = base_folder("packaged")
    tokenizer, encoder = load_tokenizer(folder), AutoModel.from_pretrained(folder).eval()
    order = np.argsort([len(text) for text in texts])
    result = np.zeros((len(texts), encoder.config.hidden_size), np.float32)
    for start in range(0, len(texts), _BATCH):
        rows = order[start : start + _BATCH]
        encodings = tokenizer.encode_batch([texts[row] for row in rows])
        width = max(len(encoding.ids) for encoding in encodings)
        ids = torch.tensor([e.ids + [0] * (width - len(e.ids)) for e in encodings])
        mask = torch.tensor([[1] * len(e.ids) + [0] * (width - len(e.ids)) for e in encodings])
        states = (
            encoder(input_ids=ids, attention_mask=mask).last_hidden_state
            if contextual
            else encoder.embeddings.word_embeddings(ids)
        )
        mean = (states * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)
        result[rows] = torch.nn.functional.normalize(mean, dim=1).numpy()
    return result
