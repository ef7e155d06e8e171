"""The documents of a configuration: what is trained on, what is only measured."""

import hashlib
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional

from synoptic_training.base import base_encoder
from synoptic_training.corpora import conllu, polnear, worldwide
from synoptic_training.documents import Document


def train(data: dict) -> dict[str, list[Document]]:
    """Documents by corpus."""
    return {
        "ewt": conllu.documents(Path(data["ewt"] % "train")),
        "gum": [document for document in conllu.documents(Path(data["gum"] % "train"))
                if document.genre in conllu.GUM_GENRES],
        "polnear": polnear.documents(Path(data["polnear"] % "train"), Path(data["tool"])),
        "worldwide": worldwide.documents(Path(data["worldwide"]), held_out=False),
    }


def development(data: dict) -> dict[str, list[Document]]:
    """Documents by corpus, for figures while training."""
    return {
        "ewt": conllu.documents(Path(data["ewt"] % "dev")),
        "polnear": polnear.documents(Path(data["polnear"] % "dev"), Path(data["tool"])),
        "worldwide": worldwide.documents(Path(data["worldwide"]), held_out=True),
    }


def add_vectors(data: dict, train, dev, pieces) -> None:
    """Gives a share of the sentences the base model's vectors; they are kept in the cache."""
    chosen, texts = [], []
    for corpora, share in ((train, data["vectors"]), (dev, data["vectors"] / 2)):
        for documents in corpora.values():
            for document in documents:
                for sentence in document.sentences:
                    text = document.text(sentence)
                    draw = int(hashlib.sha256(text.encode()).hexdigest()[:8], 16) / 2 ** 32
                    if draw < share and sentence.end - sentence.first >= 4:
                        chosen.append(sentence)
                        texts.append(text)
    digest = hashlib.sha256("\n".join(texts).encode()).hexdigest()[:16]
    path = Path(data["cache"]) / f"vectors-{digest}.npy"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        np.save(path, base_vectors([pieces.of_sentence(text) for text in texts]))
    for sentence, vector in zip(chosen, np.load(path)):
        sentence.vector = vector


@torch.no_grad()
def base_vectors(sequences: list[list[int]]) -> np.ndarray:
    """The base model's sentence vectors: the mean of all states, made length 1."""
    encoder = base_encoder(0.0).eval()
    order = sorted(range(len(sequences)), key=lambda index: len(sequences[index]))
    vectors = np.zeros((len(sequences), encoder.positions.shape[1]), np.float16)
    for start in range(0, len(order), 64):
        rows = order[start:start + 64]
        lengths = torch.tensor([len(sequences[row]) for row in rows])
        ids = torch.zeros(len(rows), int(lengths.max()), dtype=torch.long)
        for place, row in enumerate(rows):
            ids[place, :len(sequences[row])] = torch.tensor(sequences[row])
        # The table of shapes is zero in the base model.
        states = encoder(ids, torch.zeros_like(ids), lengths)
        mask = (torch.arange(ids.shape[1])[None] < lengths[:, None])[..., None]
        means = (states * mask).sum(1) / lengths[:, None]
        vectors[rows] = functional.normalize(means, dim=-1).half().numpy()
    return vectors
