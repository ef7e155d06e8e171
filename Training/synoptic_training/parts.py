"""The parts of a model file for an encoder and its heads, from weights in numpy."""

import numpy as np

from synoptic_training import quantization
from synoptic_training.bert import Bert
from synoptic_training.model_file import padded

CALIBRATION_SEQUENCES = 60
CALIBRATION_LENGTH = 32


class Activations:
    """The largest and the mean square of what goes into each input of each matrix."""

    def __init__(self):
        self.most: dict[str, np.ndarray] = {}
        self.sums: dict[str, np.ndarray] = {}
        self.rows: dict[str, int] = {}

    def see(self, name: str, x: np.ndarray) -> None:
        """Takes note of the rows `x` that go into matrix `name`."""
        most = np.abs(x).max(axis=0)
        self.most[name] = np.maximum(self.most.get(name, most), most)
        self.sums[name] = self.sums.get(name, 0) + (x.astype(np.float64) ** 2).sum(axis=0)
        self.rows[name] = self.rows.get(name, 0) + len(x)

    def squares(self, name: str) -> np.ndarray:
        """The mean square per input."""
        return self.sums[name] / self.rows[name] + 1e-12


def calibrated(bert: Bert) -> Activations:
    """Runs random pieces between the two markers; seeded."""
    random = np.random.Generator(np.random.PCG64(5))
    activations = Activations()
    for _ in range(CALIBRATION_SEQUENCES):
        ids = random.integers(1996, len(bert.words), CALIBRATION_LENGTH - 2)
        bert.states([101, *ids, 102], see=activations.see)
    return activations


def encoder_parts(bert: Bert, precision: str,
                  activations: Activations | None = None) -> dict[str, np.ndarray]:
    """The parts of the encoder itself, in "int8" or "float32"; ranges of activations come from
    random pieces unless they are given."""
    parts = {
        "architecture": np.array(
            [bert.layers, bert.width, bert.heads, bert.intermediate, len(bert.words),
             len(bert.positions)], np.int32),
        "architecture.epsilon": np.array([bert.epsilon], np.float32),
        "embeddings.positions": bert.positions.astype(np.float32),
    }
    if precision == "int8":
        scales = np.abs(bert.words).max(axis=1) / 127
        parts["embeddings.words"] = np.rint(bert.words / scales[:, None]).astype(np.int8)
        parts["embeddings.words.scales"] = scales.astype(np.float32)
    else:
        parts["embeddings.words"] = bert.words.astype(np.float32)
    for name, (gain, bias) in bert.norms.items():
        parts[name + ".gain"] = gain.astype(np.float32)
        parts[name + ".bias"] = bias.astype(np.float32)
    if bert.shapes is not None:
        parts["embeddings.shapes"] = bert.shapes.astype(np.float32)
    if precision == "int8":
        activations = activations or calibrated(bert)
    else:
        activations = None
    for name, (weights, biases) in bert.matrices.items():
        weights, biases = weights.astype(np.float64), biases.astype(np.float64)
        if name.endswith("attention.input"):
            weights, biases = weights.copy(), biases.copy()
            weights[:bert.width] *= bert.query_factor()
            biases[:bert.width] *= bert.query_factor()
        if activations is None:
            parts |= float_matrix(name, weights, biases)
        else:
            is_smoothed = name.endswith(".input")
            parts |= int8_matrix(name, weights, biases, activations, is_smoothed)
    return parts


def float_matrix(name: str, weights: np.ndarray, biases: np.ndarray) -> dict[str, np.ndarray]:
    """Parts of a matrix of floats, weights [outputs, inputs] in panels of 16 columns."""
    outputs, inputs = weights.shape
    width = padded(outputs)
    full = np.zeros((width, inputs), np.float32)
    full[:outputs] = weights
    packed = full.reshape(width // 16, 16, inputs).transpose(0, 2, 1)
    return {
        name + ".extent": np.array([inputs, outputs], np.int32),
        name + ".weights": packed.reshape(width, inputs),
        name + ".biases": filled(biases, width),
    }


def int8_matrix(name: str, weights: np.ndarray, biases: np.ndarray, activations: Activations,
                is_smoothed: bool) -> dict[str, np.ndarray]:
    """Parts of a matrix of signed bytes, in panels of 16 columns and fours of inputs."""
    outputs, inputs = weights.shape
    parts = {}
    squares = activations.squares(name)
    if is_smoothed:
        factors = quantization.smoothing(weights, activations.most[name])
        parts[name + ".smoothing"] = factors
        weights, squares = weights / factors, squares * factors.astype(np.float64) ** 2
    values, scales = quantization.quantized(weights, squares)
    width, depth = padded(outputs), padded(inputs)
    full = np.zeros((width, depth), np.int8)
    full[:outputs, :inputs] = values
    packed = full.reshape(width // 16, 16, depth // 4, 4).transpose(0, 2, 1, 3)
    return parts | {
        name + ".extent": np.array([inputs, outputs], np.int32),
        name + ".weights": packed.reshape(width, depth),
        name + ".corrections": -128 * full.astype(np.int32).sum(axis=1, dtype=np.int32),
        name + ".scales": filled(scales, width),
        name + ".biases": filled(biases, width),
    }


def filled(values: np.ndarray, count: int) -> np.ndarray:
    """The values as floats, filled up with zeros."""
    out = np.zeros(count, np.float32)
    out[:len(values)] = values
    return out
