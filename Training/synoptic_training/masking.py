"""Pieces hidden to be guessed (Devlin et al. 2019)."""

from dataclasses import dataclass

import torch
from torch import nn
from torch.nn import functional

SHARE = 0.15
"""Of the pieces that are hidden."""
MASKED, REPLACED = 0.8, 0.1
"""Of those, the parts that become the mask, and another piece; the rest stay as they are."""


@dataclass
class Hidden:
    """A batch's pieces with some hidden, and which."""

    ids: torch.Tensor
    chosen: torch.Tensor


def hidden(ids, lengths, mask: int, pieces: int, generator=None) -> Hidden:
    """Hides pieces of each row, never a row's first or its padding; `pieces` is how many there are."""
    steps = torch.arange(ids.shape[1])[None]
    draws = torch.rand(ids.shape, generator=generator)
    chosen = (steps > 0) & (steps < lengths[:, None]) & (draws < SHARE)
    kinds = torch.rand(ids.shape, generator=generator)
    others = torch.randint(pieces, ids.shape, generator=generator)
    made = torch.where(chosen & (kinds < MASKED), mask, ids)
    made = torch.where(chosen & (kinds >= MASKED) & (kinds < MASKED + REPLACED), others, made)
    return Hidden(made, chosen)


class Guesser(nn.Module):
    """What each state guesses its piece to be, by the table of words itself."""

    def __init__(self, width: int, pieces: int):
        super().__init__()
        self.inner = nn.Sequential(nn.Linear(width, width), nn.GELU(), nn.LayerNorm(width))
        self.bias = nn.Parameter(torch.zeros(pieces))

    def loss(self, states, ids, words) -> torch.Tensor:
        """The mean of the negative log likelihoods of the pieces that were hidden."""
        scores = self.inner(states) @ words.T + self.bias
        return functional.cross_entropy(scores.float(), ids)
