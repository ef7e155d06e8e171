"""Windows of all corpora in batches of like length, and the tensors of a batch."""

from dataclasses import dataclass
from random import Random

import torch

from synoptic_training.labels import Labels
from synoptic_training.targets import Targets, targets
from synoptic_training.windows import Window


@dataclass
class Batch:
    """Windows with their targets; lists are a window each."""

    windows: list[Window]
    targets: list[Targets]
    ids: torch.Tensor
    shapes: torch.Tensor
    lengths: torch.Tensor


def batch(windows: list[Window], labels: Labels) -> Batch:
    length = max(len(window.ids) for window in windows)
    ids = torch.zeros(len(windows), length, dtype=torch.long)
    shapes = torch.zeros(len(windows), length, dtype=torch.long)
    for row, window in enumerate(windows):
        ids[row, :len(window.ids)] = torch.tensor(window.ids)
        shapes[row, :len(window.ids)] = torch.tensor(window.shapes)
    return Batch(windows, [targets(window, labels) for window in windows], ids, shapes,
                 torch.tensor([len(window.ids) for window in windows]))


def grouped(windows: list[Window], pieces: int, random: Random | None) -> list[list[Window]]:
    """Windows in groups of at most `pieces` pieces, padding counted; shuffled with `random`."""
    noise = (lambda: 1 + 0.1 * random.random()) if random else (lambda: 1)
    order = sorted(range(len(windows)), key=lambda index: len(windows[index].ids) * noise())
    groups: list[list[Window]] = []
    longest = 0
    for index in order:
        window = windows[index]
        longest = max(longest, len(window.ids))
        if not groups or longest * (len(groups[-1]) + 1) > pieces:
            groups.append([])
            longest = len(window.ids)
        groups[-1].append(window)
    if random:
        random.shuffle(groups)
    return groups
