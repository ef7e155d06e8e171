"""What teachers think of documents, and how far a network is from it (Hinton, Vinyals and Dean 2015).

Teachers are networks of the same labels, each for some tasks, several of one task for their mean.
They read every document once, in windows as long as they may be, and speak of every word, also where
its corpus has no labels for a task. What they say is kept, so a step of training costs no more with
teachers than without.
"""

import hashlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional

from synoptic_training.batches import Batch, batch, grouped
from synoptic_training.documents import Document
from synoptic_training.losses import arc_scores, relation_scores, tree_places, word_rows
from synoptic_training.network import Network
from synoptic_training.windows import Windows

WORDWISE = ("sentences", "tags", "names", "attributions")
TASKS = (*WORDWISE, "arcs", "relations")
HEADS = 4
"""So many heads of a word are kept, the likeliest."""
BATCH_PIECES = 4096


@dataclass
class Teacher:
    """A network and the tasks that it teaches."""

    network: Network
    tasks: tuple[str, ...] = TASKS

    def __post_init__(self):
        unknown = set(self.tasks) - set(TASKS)
        if unknown:
            raise ValueError(f"teachers teach {', '.join(TASKS)}, not {', '.join(sorted(unknown))}")
        if "relations" in self.tasks and "arcs" not in self.tasks:
            raise ValueError("relations are taught together with arcs")


class Lesson(dict):
    """Arrays with a row a word of a document.

    Each task's shares of its labels; for arcs `arcs`, the shares of HEADS heads, and `heads`, which
    words of the document they are, -1 the root; for relations the shares of the first head's.
    """


def teach(documents: list[Document], teachers: list[Teacher], windows: Windows,
          cache: Path | None = None) -> None:
    """Gives every document its lesson. What was said is kept in `cache`."""
    path = cache and cache / f"lessons-{digest(documents, teachers)}.npz"
    if path and path.exists():
        kept = dict(np.load(path))
    else:
        kept = lessons(documents, teachers, windows)
        if path:
            cache.mkdir(parents=True, exist_ok=True)
            np.savez(path, **kept)
    first = 0
    for document in documents:
        end = first + len(document.words)
        document.lesson = Lesson((name, rows[first:end]) for name, rows in kept.items())
        first = end


def digest(documents: list[Document], teachers: list[Teacher]) -> str:
    """A name for what these teachers say of these documents."""
    made = hashlib.sha256("\n".join(" ".join(d.words) for d in documents).encode())
    for teacher in teachers:
        made.update(" ".join(teacher.tasks).encode())
        for value in teacher.network.state_dict().values():
            made.update(value.detach().cpu().numpy().tobytes())
    return made.hexdigest()[:16]


@torch.no_grad()
def lessons(documents: list[Document], teachers: list[Teacher],
            windows: Windows) -> dict[str, np.ndarray]:
    """The rows of all documents, one after the other."""
    starts = dict(zip(map(id, documents),
                      np.cumsum([0] + [len(document.words) for document in documents])))
    count = sum(len(document.words) for document in documents)
    for teacher in teachers:
        teacher.network.eval()
    rows: dict[str, np.ndarray] = {}
    made = [window for document in documents for window in windows.of(document)]
    for group in grouped(made, BATCH_PIECES, None):
        said = batch_lesson(batch(group, teachers[0].network.labels, BATCH_PIECES), teachers)
        first = 0
        for window in group:
            core = first + window.core - window.start
            last = first + window.end - window.start
            start = starts[id(window.document)]
            for name, values in said.items():
                if name not in rows:
                    rows[name] = np.zeros((count, values.shape[1]), values.dtype)
                values = values[core:last]
                if name == "heads":
                    values = np.where(values >= 0, values + window.core, values)
                rows[name][start + window.core:start + window.end] = values
            first = last
    return rows


def batch_lesson(made: Batch, teachers: list[Teacher]) -> dict[str, np.ndarray]:
    """What teachers say of the words of a batch; heads count from the core of their window."""
    device = teachers[0].network.encoder.words.device
    states = [teacher.network.encoder(made.ids.to(device), made.shapes.to(device),
                                      made.lengths.to(device)).flatten(0, 1)
              for teacher in teachers]
    words = torch.cat(word_rows(made)).to(device)
    said = {}

    def likely(task, scores):
        """The mean of a task's teachers, each row a distribution; None if it has none."""
        each = [scores(teacher.network, own).float().softmax(-1)
                for teacher, own in zip(teachers, states) if task in teacher.tasks]
        return sum(each) / len(each) if each else None

    for task in WORDWISE:
        shares = likely(task, lambda network, own: wordwise(network, task, own[words]))
        if shares is not None:
            said[task] = shares.reshape(len(words), -1).cpu().numpy().astype(np.float16)
    place, present, is_word, firsts = trees(made, device)
    shares = likely("arcs", lambda network, own: arc_scores(
        network, own, place, present)[is_word])
    if shares is None:
        return said
    values, heads = shares.topk(min(HEADS, shares.shape[-1]), dim=-1)
    values = functional.pad(values / values.sum(-1, keepdim=True), (0, HEADS - values.shape[-1]))
    heads = functional.pad(heads, (0, HEADS - heads.shape[-1]))
    said["arcs"] = values.cpu().numpy().astype(np.float16)
    said["heads"] = np.where(heads.cpu().numpy() > 0,
                             heads.cpu().numpy() - 1 + firsts[:, None], -1).astype(np.int32)
    pairs = head_pairs(place, is_word, heads[:, 0])
    shares = likely("relations", lambda network, own: relation_scores(network, own, *pairs))
    if shares is not None:
        said["relations"] = shares.cpu().numpy().astype(np.float16)
    return said


def trees(made: Batch, device):
    """Root and words of every part of a sentence, which places are words, and for each word where
    its part begins, counted from its window's core."""
    rows = word_rows(made)
    place, present = tree_places(
        [(index, first - window.start, end - first) for index, window in enumerate(made.windows)
         for first, end, _ in window.parts], rows, made.ids.shape[1], device)
    firsts = np.concatenate([np.full(end - first, first - window.core)
                             for window in made.windows for first, end, _ in window.parts])
    return place, present, present[:, 1:], firsts


def head_pairs(place, is_word, heads):
    """Where words and their heads (0 the root) stand among the states."""
    full = torch.zeros_like(place[:, 1:])
    full[is_word] = heads
    return place[:, 1:][is_word], place.gather(1, full)[is_word]


def taught_losses(network: Network, flat, made: Batch) -> dict[str, torch.Tensor]:
    """The summed cross-entropy of each task to what its teachers said of the batch's words.

    `flat` has the states of `network` laid end to end.
    """
    device = flat.device
    words = torch.cat(word_rows(made)).to(device)

    def said(name):
        return torch.from_numpy(np.concatenate(
            [window.document.lesson[name][window.start:window.end]
             for window in made.windows])).to(device)

    tasks = made.windows[0].document.lesson.keys()
    found = {}
    for task in WORDWISE:
        if task in tasks:
            scores = wordwise(network, task, flat[words]).float()
            found[task] = functional.cross_entropy(
                scores, said(task).float().reshape(scores.shape), reduction="sum")
    if "arcs" not in tasks:
        return found
    place, present, is_word, _ = trees(made, device)
    heads, is_inside = local_heads(made)
    heads, is_inside = heads.to(device), is_inside.to(device)
    scores = arc_scores(network, flat, place, present)[is_word].float().log_softmax(-1)
    found["arcs"] = -(scores.gather(1, heads) * said("arcs").float() * is_inside).sum()
    if "relations" in tasks:
        kept = is_inside[:, 0]
        pairs = [rows[kept] for rows in head_pairs(place, is_word, heads[:, 0])]
        found["relations"] = functional.cross_entropy(
            relation_scores(network, flat, *pairs).float(), said("relations").float()[kept],
            reduction="sum")
    return found


def local_heads(made: Batch):
    """The heads of lessons, 0 the root, else 1 + place in the part, and which lie in it."""
    heads, inside = [], []
    for window in made.windows:
        known = window.document.lesson["heads"]
        for first, end, _ in window.parts:
            rows = known[first:end].astype(np.int64)
            is_inside = (rows == -1) | (rows >= first) & (rows < end)
            heads.append(np.where((rows >= first) & (rows < end), rows - first + 1, 0))
            inside.append(is_inside)
    return torch.from_numpy(np.concatenate(heads)), torch.from_numpy(np.concatenate(inside))


def wordwise(network: Network, name: str, states) -> torch.Tensor:
    """The scores of a head over words; the layers of attributions are rows of their own."""
    scores = getattr(network, name)(states)
    return scores.unflatten(-1, (-1, 3)).flatten(0, 1) if name == "attributions" else scores
