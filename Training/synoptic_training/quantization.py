"""Rounds matrices to bytes the way the kernels multiply them.

A row of activations x becomes bytes with one scale a row, a matrix W signed bytes with one scale a
column. Two things are done about what rounding costs:

- Smoothing (Xiao et al. 2023, "SmoothQuant"): x W = (x / s) (s W). Factors s per input make the
  ranges of a layer-normalized state alike, which a few large dimensions otherwise waste. The kernel
  multiplies by 1 / s as it rounds.
- The scale of each column is the one, of a grid, with the least squared error, each input weighed
  by the mean square of its activation.

Pairs of neighbouring inputs are held to |w| + |w'| <= 128, so that 255 |w| + 255 |w'| fits 16 bits
and the AVX2 path needs no wider sums (Sources/Kernels/include/Kernels.h).

Ranges of activations come from sequences of random pieces: no text is needed, and over 500
sentences it does as well as calibrating on text (Evaluation/encoder.md).
"""

import numpy as np

PAIR = 128
GRID = np.arange(0.8, 1.6, 0.04)
SMOOTHING = 0.7


def smoothing(weights: np.ndarray, most: np.ndarray) -> np.ndarray:
    """Factors 1 / s per input, for weights [outputs, inputs] and the largest |x| per input."""
    ranges = np.maximum(most, 1e-4) ** SMOOTHING
    sizes = np.maximum(np.abs(weights).max(axis=0), 1e-4) ** (1 - SMOOTHING)
    factors = ranges / sizes
    return (factors.mean() / factors).astype(np.float32)


def quantized(weights: np.ndarray, squares: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Signed bytes and scales for weights [outputs, inputs], inputs weighed by `squares`."""
    base = np.maximum(np.abs(weights).max(axis=1, keepdims=True), 1e-8) / 127
    least = np.full((len(weights), 1), np.inf)
    best = np.zeros_like(weights)
    scales = base.copy()
    for factor in GRID:
        scale = base * factor
        rounded = held_to_pairs(np.clip(np.rint(weights / scale), -127, 127))
        error = (((rounded * scale - weights) ** 2) * squares).sum(axis=1, keepdims=True)
        better = error < least
        least = np.where(better, error, least)
        best = np.where(better, rounded, best)
        scales = np.where(better, scale, scales)
    return best.astype(np.int8), scales[:, 0].astype(np.float32)


def held_to_pairs(rounded: np.ndarray) -> np.ndarray:
    """Takes what a pair of neighbouring inputs has beyond the limit from both, half and half."""
    outputs, inputs = rounded.shape
    pairs = np.zeros((outputs, (inputs + 1) // 2 * 2))
    pairs[:, :inputs] = rounded
    pairs = pairs.reshape(outputs, -1, 2)
    sizes = np.abs(pairs)
    beyond = np.maximum(sizes.sum(axis=2) - PAIR, 0)
    small = sizes.min(axis=2)
    from_small = np.minimum(np.floor(beyond / 2), small)
    is_small = np.arange(2) == sizes.argmin(axis=2)[..., None]
    taken = np.where(is_small, from_small[..., None], (beyond - from_small)[..., None])
    held = np.sign(pairs) * (sizes - taken)
    assert (np.abs(held).sum(axis=2) <= PAIR).all()
    return held.reshape(outputs, -1)[:, :inputs]
