"""Spans from scores for figures while training, as the reader in Swift decodes them where the order of
labels tells nothing."""

import numpy as np

IMPOSSIBLE = -1e9


def viterbi(scores: np.ndarray) -> list[int]:
    """The best labels of [words, labels] where label 0 is O and each odd label B- is followed by
    its I-: an I- stands only after its B- or itself."""
    count, labels = scores.shape
    transitions = np.zeros((labels, labels))
    starts = np.zeros(labels)
    for inside in range(2, labels, 2):
        transitions[:, inside] = IMPOSSIBLE
        transitions[inside - 1, inside] = transitions[inside, inside] = 0
        starts[inside] = IMPOSSIBLE
    best = scores[0] + starts
    back = np.zeros((count, labels), int)
    for index in range(1, count):
        ways = best[:, None] + transitions
        back[index] = ways.argmax(0)
        best = ways.max(0) + scores[index]
    path = [int(best.argmax())]
    for index in range(count - 1, 0, -1):
        path.append(int(back[index][path[-1]]))
    return path[::-1]


def spans(labels) -> set[tuple[int, int, int]]:
    """[first, end) and the B- label of each span."""
    found, first, kind = set(), None, 0
    for index, label in enumerate([*labels, 0]):
        if first is not None and (label == 0 or label % 2 == 1 or label != kind + 1):
            found.add((first, index, kind))
            first = None
        if label > 0 and first is None:
            first, kind = index, label - 1 + label % 2
    return found
