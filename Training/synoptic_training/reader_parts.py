"""The parts of a reader's model file: the encoder that was trained, and its heads."""

import numpy as np

from synoptic_training import labels as names
from synoptic_training.bert import Bert, gelu
from synoptic_training.parts import Activations, encoder_parts, float_matrix, int8_matrix

TOKENS, PAIRS, PROJECTION = 1, 2, 4


class TrainedBert(Bert):
    """The encoder of a trained network, under the names of a model file."""

    def __init__(self, state: dict[str, np.ndarray], heads: int, epsilon: float):
        prefix = "encoder."
        self.words = state[prefix + "words"]
        self.positions = state[prefix + "positions"]
        self.shapes = state[prefix + "shapes"]
        self.width = self.words.shape[1]
        self.heads = heads
        self.epsilon = epsilon
        self.norms = {"embeddings": pair(state, prefix + "norm")}
        self.matrices = {}
        self.layers = 0
        while f"{prefix}layers.{self.layers}.feed_input.weight" in state:
            old, new = f"{prefix}layers.{self.layers}.", f"layer.{self.layers}."
            for block in ("attention", "feed"):
                self.matrices[f"{new}{block}.input"] = pair(state, f"{old}{block}_input")
                self.matrices[f"{new}{block}.output"] = pair(state, f"{old}{block}_output")
                self.norms[new + block] = pair(state, f"{old}{block}_norm")
            self.layers += 1
        self.intermediate = len(self.matrices["layer.0.feed.input"][1])


def pair(state, name):
    return state[name + ".weight"], state[name + ".bias"]


def head_matrices(state: dict[str, np.ndarray], name: str) -> dict[str, tuple]:
    """The linear layers of a head of pairs, under the names of a model file."""
    bilinear = state[name + ".bilinear"]
    labels, inner, _ = bilinear.shape
    return {
        "dependents": pair(state, name + ".dependents"),
        "heads": pair(state, name + ".heads"),
        "bilinear": (bilinear.transpose(0, 2, 1).reshape(labels * inner, inner),
                     np.zeros(labels * inner, np.float32)),
        "dependents.terms": pair(state, name + ".dependent_terms"),
        "heads.terms": (state[name + ".head_terms.weight"], np.zeros(labels, np.float32)),
    }


def reader_parts(state: dict[str, np.ndarray], relations: list[str], config: dict,
                 precision: str, sequences) -> dict[str, np.ndarray | bytes]:
    """All parts but the tokenizer's. `sequences` of (ids, shapes) show the ranges of activations.
    """
    bert = TrainedBert(state, config["num_attention_heads"], config["layer_norm_eps"])
    singles = {"sentences": names.SENTENCES, "tags": names.TAGS, "names": names.NAMES,
               "attributions": names.ATTRIBUTIONS}
    pairs = {"arcs": ["arc"], "relations": relations, "roles": names.ROLES}
    matrices = {f"head.{name}.output": pair(state, name) for name in (*singles, "vectors")}
    for name in pairs:
        for part, value in head_matrices(state, name).items():
            matrices[f"head.{name}.{part}"] = value
    activations = Activations() if precision == "int8" else None
    if activations:
        for ids, shapes in sequences:
            states = bert.states(ids, shapes, activations.see)
            see_heads(states, matrices, pairs, activations)
    parts = encoder_parts(bert, precision, activations)
    for name, (weights, biases) in matrices.items():
        if activations:
            # States are smoothed as they come; what a head makes of them itself is even already.
            of_states = not name.endswith((".bilinear", ".terms"))
            parts |= int8_matrix(name, weights.astype(np.float64), biases, activations, of_states)
        else:
            parts |= float_matrix(name, weights, biases)
    for name, labels in {**singles, **pairs, "vectors": []}.items():
        kind = TOKENS if name in singles else PAIRS if name in pairs else PROJECTION
        parts[f"head.{name}.kind"] = np.array([kind], np.int32)
        parts[f"head.{name}.labels"] = "\n".join(labels).encode()
        if f"{name}.distances" in state:
            parts[f"head.{name}.distances"] = state[f"{name}.distances"].astype(np.float32)
    return parts


def see_heads(states, matrices, pairs, activations: Activations) -> None:
    """Shows what goes into the layers of every head."""
    for name, (weights, biases) in matrices.items():
        if name.endswith((".output", ".dependents", ".heads")):
            activations.see(name, states)
    for name in pairs:
        for part, others in (("dependents", ("bilinear", "dependents.terms")),
                             ("heads", ("heads.terms",))):
            weights, biases = matrices[f"head.{name}.{part}"]
            inner = gelu(states @ weights.T + biases)
            for other in others:
                activations.see(f"head.{name}.{other}", inner)
