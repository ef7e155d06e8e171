"""Windows of all corpora in batches of like length, and the tensors of a batch."""

from dataclasses import dataclass
from random import Random

import torch

from synoptic_training.labels import Labels
from synoptic_training.targets import Targets, targets
from synoptic_training.windows import Window


LENGTH_STEP = 16
"""Windows are padded to a multiple of this, so that few shapes of products occur: each new one
costs a CPU the making of its code."""


@dataclass
class Batch:
    """Windows with their targets; lists are a window each. Tensors may have more rows, empty."""

    windows: list[Window]
    targets: list[Targets]
    ids: torch.Tensor
    shapes: torch.Tensor
    lengths: torch.Tensor


def padded(length: int) -> int:
    """The length of a window with its padding."""
    return -(-length // LENGTH_STEP) * LENGTH_STEP


def batch(windows: list[Window], labels: Labels, pieces: int = 0) -> Batch:
    """The tensors of windows, with empty rows up to `pieces`."""
    length = padded(max(len(window.ids) for window in windows))
    rows = max(len(windows), pieces // length)
    ids = torch.zeros(rows, length, dtype=torch.long)
    shapes = torch.zeros(rows, length, dtype=torch.long)
    lengths = torch.zeros(rows, dtype=torch.long)
    lengths[:len(windows)] = torch.tensor([len(window.ids) for window in windows])
    for row, window in enumerate(windows):
        ids[row, :len(window.ids)] = torch.tensor(window.ids)
        shapes[row, :len(window.ids)] = torch.tensor(window.shapes)
    return Batch(windows, [targets(window, labels) for window in windows], ids, shapes,
                 lengths)


def grouped(windows: list[Window], pieces: int, random: Random | None) -> list[list[Window]]:
    """Windows in groups of at most `pieces` pieces, padding counted; shuffled with `random`."""
    noise = (lambda: 1 + 0.1 * random.random()) if random else (lambda: 1)
    order = sorted(range(len(windows)), key=lambda index: len(windows[index].ids) * noise())
    groups: list[list[Window]] = []
    longest = 0
    for index in order:
        window = windows[index]
        longest = max(longest, padded(len(window.ids)))
        if not groups or longest * (len(groups[-1]) + 1) > pieces:
            groups.append([])
            longest = padded(len(window.ids))
        groups[-1].append(window)
    if random:
        random.shuffle(groups)
    return groups
