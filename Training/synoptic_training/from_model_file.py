"""A network from a model file: to go on training where only the file was kept.

What was rounded comes back rounded; a few hundred steps make up for it.
"""

from pathlib import Path

import numpy as np
import torch

from synoptic_training import model_file
from synoptic_training.bert import LOG2E


def network_state(path: Path) -> tuple[dict[str, torch.Tensor], list[str]]:
    """The weights of `Network` under its names, and the labels of its relations."""
    parts = model_file.read(path)
    layers, width, heads, *_ = parts["architecture"].tolist()
    words = parts["embeddings.words"].astype(np.float32)
    if "embeddings.words.scales" in parts:
        words = words * parts["embeddings.words.scales"][:, None]
    state = {"encoder.words": words, "encoder.positions": parts["embeddings.positions"],
             "encoder.shapes": parts["embeddings.shapes"],
             "encoder.norm.weight": parts["embeddings.gain"],
             "encoder.norm.bias": parts["embeddings.bias"]}

    def put(name: str, part: str) -> None:
        state[name + ".weight"], state[name + ".bias"] = matrix(parts, part)

    factor = LOG2E / np.sqrt(width / heads)
    for index in range(layers):
        old, new = f"layer.{index}.", f"encoder.layers.{index}."
        for block in ("attention", "feed"):
            put(f"{new}{block}_input", f"{old}{block}.input")
            put(f"{new}{block}_output", f"{old}{block}.output")
            state[f"{new}{block}_norm.weight"] = parts[f"{old}{block}.gain"]
            state[f"{new}{block}_norm.bias"] = parts[f"{old}{block}.bias"]
        for part in ("weight", "bias"):
            state[f"{new}attention_input.{part}"][:width] /= factor
    for head in ("sentences", "tags", "names", "attributions", "vectors"):
        put(head, f"head.{head}.output")
    for head in ("arcs", "relations", "roles"):
        put(f"{head}.dependents", f"head.{head}.dependents")
        put(f"{head}.heads", f"head.{head}.heads")
        put(f"{head}.dependent_terms", f"head.{head}.dependents.terms")
        state[f"{head}.head_terms.weight"], _ = matrix(parts, f"head.{head}.heads.terms")
        labels, inner = state[f"{head}.head_terms.weight"].shape
        bilinear, _ = matrix(parts, f"head.{head}.bilinear")
        state[f"{head}.bilinear"] = bilinear.reshape(labels, inner, -1).transpose(0, 2, 1)
        if f"head.{head}.distances" in parts:
            state[f"{head}.distances"] = parts[f"head.{head}.distances"]
    relations = parts["head.relations.labels"].decode().split("\n")
    return {name: torch.tensor(np.ascontiguousarray(value, np.float32))
            for name, value in state.items()}, relations


def matrix(parts, name: str) -> tuple[np.ndarray, np.ndarray]:
    """Weights [outputs, inputs] and biases, unpacked from panels."""
    inputs, outputs = parts[name + ".extent"].tolist()
    packed = parts[name + ".weights"]
    panels = packed.shape[0] // 16
    if packed.dtype == np.int8:
        full = packed.reshape(panels, -1, 16, 4).transpose(0, 2, 1, 3).reshape(16 * panels, -1)
        weights = full[:outputs, :inputs] * parts[name + ".scales"][:outputs, None]
        if name + ".smoothing" in parts:
            weights = weights * parts[name + ".smoothing"]
    else:
        full = packed.reshape(panels, inputs, 16).transpose(0, 2, 1).reshape(16 * panels, inputs)
        weights = full[:outputs].copy()
    return weights.astype(np.float32), parts[name + ".biases"][:outputs].copy()
