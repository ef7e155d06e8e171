"""A BERT encoder in numpy: what convert.py calibrates with, and a check beside torch."""

import numpy as np

LOG2E = 1.4426950408889634


class Bert:
    """The weights of a BERT encoder from a safetensors file, under the names of our model file."""

    def __init__(self, tensors: dict[str, np.ndarray], config: dict):
        tensors = {name.removeprefix("bert."): value for name, value in tensors.items()}
        self.layers = config["num_hidden_layers"]
        self.heads = config["num_attention_heads"]
        self.width = config["hidden_size"]
        self.intermediate = config["intermediate_size"]
        self.epsilon = config["layer_norm_eps"]
        self.words = tensors["embeddings.word_embeddings.weight"]
        self.positions = (tensors["embeddings.position_embeddings.weight"]
                          + tensors["embeddings.token_type_embeddings.weight"][0])
        self.shapes = None
        self.norms = {"embeddings": norm(tensors, "embeddings.LayerNorm")}
        self.matrices: dict[str, tuple[np.ndarray, np.ndarray]] = {}
        for index in range(self.layers):
            old, new = f"encoder.layer.{index}.", f"layer.{index}."
            inner = [linear(tensors, old + "attention.self." + part)
                     for part in ("query", "key", "value")]
            self.matrices[new + "attention.input"] = tuple(
                np.concatenate(arrays) for arrays in zip(*inner))
            self.matrices[new + "attention.output"] = linear(
                tensors, old + "attention.output.dense")
            self.matrices[new + "feed.input"] = linear(tensors, old + "intermediate.dense")
            self.matrices[new + "feed.output"] = linear(tensors, old + "output.dense")
            self.norms[new + "attention"] = norm(tensors, old + "attention.output.LayerNorm")
            self.norms[new + "feed"] = norm(tensors, old + "output.LayerNorm")

    def query_factor(self) -> float:
        """What queries are multiplied by in the file: scores become powers of two, softened."""
        return LOG2E / np.sqrt(self.width / self.heads)

    def states(self, ids, shapes=None, see=lambda name, x: None) -> np.ndarray:
        """The states of one sequence; `see` is shown what goes into each matrix."""
        x = self.words[ids] + self.positions[:len(ids)]
        if self.shapes is not None and shapes is not None:
            x = x + self.shapes[shapes]
        x = self.normalized("embeddings", x)
        head = self.width // self.heads
        for index in range(self.layers):
            name = f"layer.{index}."
            inner = self.product(name + "attention.input", x, see)
            query, key, value = np.moveaxis(
                inner.reshape(len(ids), 3, self.heads, head), (1, 2), (0, 1))
            scores = query @ key.swapaxes(1, 2) / np.sqrt(head)
            weights = np.exp(scores - scores.max(axis=-1, keepdims=True))
            weights /= weights.sum(axis=-1, keepdims=True)
            mixed = (weights @ value).swapaxes(0, 1).reshape(len(ids), self.width)
            x = self.normalized(
                name + "attention", x + self.product(name + "attention.output", mixed, see))
            inner = gelu(self.product(name + "feed.input", x, see))
            x = self.normalized(name + "feed", x + self.product(name + "feed.output", inner, see))
        return x

    def product(self, name, x, see):
        see(name, x)
        weights, biases = self.matrices[name]
        return x @ weights.T + biases

    def normalized(self, name, x):
        gain, bias = self.norms[name]
        centered = x - x.mean(axis=-1, keepdims=True)
        return centered / np.sqrt((centered ** 2).mean(axis=-1, keepdims=True)
                                  + self.epsilon) * gain + bias


def linear(tensors, name):
    return tensors[name + ".weight"], tensors[name + ".bias"]


def norm(tensors, name):
    return tensors[name + ".weight"], tensors[name + ".bias"]


def gelu(x: np.ndarray) -> np.ndarray:
    """x Phi(x), Phi by Abramowitz and Stegun 7.1.26, error below 1.5e-7."""
    z = np.abs(x) / np.sqrt(2)
    t = 1 / (1 + 0.3275911 * z)
    p = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (
        -1.453152027 + t * 1.061405429))))
    erf = np.sign(x) * (1 - p * np.exp(-z * z))
    return 0.5 * x * (1 + erf)
