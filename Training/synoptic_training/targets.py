"""What a window should be read as: numbers for each head."""

from dataclasses import dataclass

import numpy as np

from synoptic_training.documents import IGNORED
from synoptic_training.labels import NAMES, TAGS, Labels
from synoptic_training.windows import Window

NAME = {label: index for index, label in enumerate(NAMES)}
TAG = {label: index for index, label in enumerate(TAGS)}


@dataclass
class Targets:
    """Labels of a window's words; None for what its corpus does not tell."""

    starts: np.ndarray | None = None
    tags: np.ndarray | None = None
    """Per sentence part: first word in the window, heads (0 the root, else 1 + place in the
    part; IGNORED outside it) and relations."""
    trees: list[tuple[int, np.ndarray, np.ndarray]] | None = None
    names: np.ndarray | None = None
    """[4, words]: layers of O, B, I."""
    layers: np.ndarray | None = None
    """Per cue: its first word in the window, and the roles of all words."""
    roles: list[tuple[int, np.ndarray]] | None = None


def targets(window: Window, labels: Labels) -> Targets:
    document = window.document
    words = slice(window.start, window.end)
    count = window.end - window.start
    result = Targets()
    if document.has_true_sentences:
        result.starts = np.zeros(count, np.int64)
        for first, _, sentence in window.parts:
            result.starts[first - window.start] = first == document.sentences[sentence].first
    if document.tags:
        result.tags = np.array([TAG.get(tag, IGNORED) for tag in document.tags[words]])
        result.trees = [tree(window, first, end, labels) for first, end, _ in window.parts]
    if document.names:
        result.names = np.array([NAME.get(label, IGNORED) for label in document.names[words]])
    if document.attributions is not None:
        add_attributions(result, window)
    return result


def tree(window: Window, first: int, end: int, labels: Labels):
    document = window.document
    heads = np.full(end - first, IGNORED)
    relations = np.full(end - first, IGNORED)
    for index in range(first, end):
        head = document.heads[index]
        if head == -1:
            heads[index - first] = 0
        elif first <= head < end:
            heads[index - first] = head - first + 1
        else:
            continue
        if document.relations[index] in labels.relations:
            relations[index - first] = labels.relations.index(document.relations[index])
    return first - window.start, heads, relations


def layered(runs, count: int) -> list[list[tuple[int, int]]]:
    """Runs put into `count` layers so that none overlap in one; the first layers fill first."""
    layers = [[] for _ in range(count)]
    for run in runs:
        for layer in layers:
            if all(run[1] <= other[0] or run[0] >= other[1] for other in layer):
                layer.append(run)
                break
    return layers


def marked(runs, count: int) -> np.ndarray:
    """O, B, I for runs that do not overlap."""
    marks = np.zeros(count, np.int64)
    for first, end in runs:
        marks[first:end] = 2
        marks[first] = 1
    return marks


def document_layers(document) -> np.ndarray:
    """[4, words]: source, cue, content, nested content."""
    def runs(role):
        return sorted({run for item in document.attributions for run in getattr(item, role)},
                      key=lambda run: (run[1] - run[0], run))
    count = len(document.words)
    contents = sorted(runs("content"), key=lambda run: (run[0] - run[1], run))
    layers = layered(runs("source"), 1) + layered(runs("cue"), 1) + layered(contents, 2)
    marks = np.stack([marked(layer, count) for layer in layers])
    for index in document.discarded:
        sentence = document.sentences[index]
        marks[:, sentence.first:sentence.end] = IGNORED
    return marks


def add_attributions(result: Targets, window: Window) -> None:
    document, start, end = window.document, window.start, window.end
    if not hasattr(document, "layers"):
        document.layers = document_layers(document)
    result.layers = document.layers[:, start:end]
    result.roles = []
    kept = result.layers[0] != IGNORED
    for item in document.attributions:
        cue = item.cue[0][0]
        if not start <= cue < end or not kept[cue - start]:
            continue
        roles = np.zeros(end - start, np.int64)
        for runs, label in ((item.content, 3), (item.source, 1)):
            for first, last in runs:
                roles[max(first, start) - start:max(min(last, end) - start, 0)] = label + 1
                if start <= first < end:
                    roles[first - start] = label
        result.roles.append((cue - start, roles))
