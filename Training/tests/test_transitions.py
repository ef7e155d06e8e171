"""Transitions beside all rows of labels there are."""

import itertools
from random import Random

import numpy as np
import torch

from synoptic_training.decoding import spans
from synoptic_training.documents import Attribution, Document, Sentence
from synoptic_training.transitions import (fitted, layers_beside_roles, sequences_of_layer,
                                           sequences_of_names, unlikelihood)


def test_unlikelihood_is_that_of_all_rows():
    torch.manual_seed(4)
    scores, starts, transitions = torch.randn(3, 3), torch.randn(3), torch.randn(3, 3)
    gold = [2, 0, 1]

    def value(row):
        steps = sum(transitions[a, b] for a, b in zip(row, row[1:]))
        return starts[row[0]] + steps + sum(scores[place, label] for place, label in enumerate(row))

    every = torch.stack([value(row) for row in itertools.product(range(3), repeat=3)])
    expected = (torch.logsumexp(every, 0) - value(gold)) / 3
    found = unlikelihood([(scores.numpy(), np.array(gold))], torch.ones(1), starts, transitions)
    assert abs(float(expected - found)) < 1e-5


def test_short_rows_beside_long_ones_count_alike():
    torch.manual_seed(5)
    starts, transitions = torch.randn(3), torch.randn(3, 3)
    short = (torch.randn(2, 3).numpy(), np.array([0, 1]))
    long = (torch.randn(5, 3).numpy(), np.array([0, 1, 2, 0, 1]))
    one = torch.ones(1)
    apart = [float(unlikelihood([row], one, starts, transitions)) * len(row[1])
             for row in (short, long)]
    assert abs(sum(apart) / 7 - float(unlikelihood([short, long], one, starts, transitions))) < 1e-5


def test_spans_that_never_touch_are_learned_apart():
    random = Random(6)
    rows = []
    for _ in range(400):
        marks, last = [], 0
        for _ in range(12):
            marks.append(0 if last else random.choice([0, 1]))
            last = marks[-1]
        scores = np.array([[0, mark - 0.5 + random.gauss(0, 1), -4] for mark in marks],
                          np.float32)
        rows.append((scores, np.array(marks)))
    table = fitted(rows, 3, rounds=20)
    assert table.shape == (4, 3)
    # The rows of the beginning and of O, and what cannot be.
    assert not table[:2].any() and table[1, 2] == 0
    assert table[2, 1] - table[2, 0] < -1


def document() -> Document:
    words = "Crews reached Apia . Boats left , she said .".split()
    return Document(
        "d", "news", words, [True] * 10, [Sentence(0, 4), Sentence(4, 10)], None,
        names=["O", "O", "B-Location", "O"] + ["O", None] + ["O"] * 4,
        attributions=[Attribution([(7, 8)], [(8, 9)], [(4, 6)])])


def test_sequences_leave_out_what_is_unknown():
    (only,) = sequences_of_names(document(), np.arange(190.0).reshape(10, 19))
    assert len(only[1]) == 4 and spans(only[1]) == {(2, 3, 3)}
    assert only[0][3, 0] == 57
    scores = np.arange(120.0).reshape(10, 12)
    cues = sequences_of_layer(document(), scores, 1)
    assert [labels.tolist() for _, labels in cues] == [[0] * 4, [0, 0, 0, 0, 1, 0]]
    assert cues[1][0][0].tolist() == [51, 52, 53]
    (contents,) = sequences_of_layer(document(), scores, 2)
    assert contents[1].tolist() == [0] * 4 + [1, 2] + [0] * 4


def test_the_surer_layer_of_contents_counts():
    layers = np.array([[-1, -2, -3, 0, 0, 0, -4, -5, -6, -7, -8, -9.0]])
    assert np.allclose(layers_beside_roles(layers), [[0.15 * -8, -0.5, -0.75, -8, -9]])
