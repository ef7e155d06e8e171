"""Windows, shapes and targets."""

from random import Random

import numpy as np
import pytest
import torch

from synoptic_training.base import base_folder, loaded_network
from synoptic_training.batches import LENGTH_STEP, batch, grouped
from synoptic_training.documents import IGNORED, Attribution, Document, Sentence
from synoptic_training.labels import Labels
from synoptic_training.losses import Losses, sentence_spans
from synoptic_training.pieces import Pieces, shape
from synoptic_training.targets import layered, targets
from synoptic_training.windows import CONTEXT, LONGEST, Windows


@pytest.fixture(scope="module")
def windows():
    return Windows(Pieces(base_folder()))


def random_document(random: Random) -> Document:
    words, sentences, paragraphs, number = [], [], [], 0
    for _ in range(random.randrange(1, 40)):
        first = len(words)
        for _ in range(random.choice([1, 3, 12, 25, 60, 300])):
            words.append(random.choice(["dam", "Kisumu", "UN", "unforeseeable", "7", ".", "“"]))
        sentences.append(Sentence(first, len(words)))
        paragraphs.append(number)
        number += random.random() < 0.4
    return Document("d", "g", words, [True] * len(words), sentences, paragraphs)


@pytest.mark.parametrize("seed", range(20))
def test_every_word_is_decided_once(windows, seed):
    random = Random(seed)
    document = random_document(random)
    decided = np.zeros(len(document.words), int)
    for window in windows.of(document):
        assert len(window.ids) <= LONGEST
        assert window.start <= window.core < window.end
        assert window.firsts[window.core - window.start] <= CONTEXT + 2
        assert len(window.firsts) == window.end - window.start
        assert len(window.shapes) == len(window.ids)
        decided[window.core:window.end] += 1
        for (first, end), _ in sentence_spans(window):
            assert windows.pieces.separator not in window.ids[first:end]
            assert windows.pieces.classification not in window.ids[first:end]
    assert (decided == 1).all()


@pytest.mark.parametrize("word, spaced, expected", [
    ("dam", True, 0), ("Dam", True, 1), ("UN", True, 2), ("McLeod", True, 3), ("F-16", True, 4),
    (".", False, 13), ("A", True, 6), ("n't", False, 8), ("السد", True, 0), ("Ö", True, 6),
])
def test_shapes(word, spaced, expected):
    assert shape(word, spaced) == expected


def test_nested_contents_go_to_the_second_layer():
    assert layered([(0, 9), (2, 4), (3, 4), (10, 12)], 2) == [[(0, 9), (10, 12)], [(2, 4)]]


def test_roles_are_those_of_each_cue(windows):
    words = "A said B told C that boats sank .".split()
    document = Document("d", "g", words, [True] * 9, [Sentence(0, 9)], [0], attributions=[
        Attribution([(0, 1)], [(1, 2)], [(2, 8)]), Attribution([(2, 3)], [(3, 4)], [(5, 8)])])
    (window,) = windows.of(document)
    made = targets(window, Labels(()))
    assert [cue for cue, _ in made.roles] == [1, 3]
    assert made.roles[0][1].tolist() == [1, 0, 3, 4, 4, 4, 4, 4, 0]
    assert made.roles[1][1].tolist() == [0, 0, 1, 0, 0, 3, 4, 4, 0]
    assert made.layers[2].tolist() == [0, 0, 1, 2, 2, 2, 2, 2, 0]
    assert made.layers[3].tolist() == [0, 0, 0, 0, 0, 1, 2, 2, 0]


def test_discarded_sentences_teach_nothing(windows):
    document = Document("d", "g", ["A", "said", "so"], [True] * 3, [Sentence(0, 3)], [0],
                        attributions=[Attribution([], [(1, 2)], [])], discarded={0})
    (window,) = windows.of(document)
    made = targets(window, Labels(()))
    assert (made.layers == IGNORED).all() and made.roles == []


def test_heads_outside_a_cut_part_are_unknown(windows):
    words = ["dam"] * 300
    document = Document("d", "g", words, [True] * 300, [Sentence(0, 300)], [0],
                        has_true_sentences=True, tags=["NOUN"] * 300,
                        heads=[-1] + [0] * 299, relations=["root"] + ["dep"] * 299)
    first, second = windows.of(document)
    labels = Labels(("dep", "root"))
    assert targets(first, labels).starts.sum() == 1
    assert targets(second, labels).starts.sum() == 0
    assert (targets(second, labels).trees[0][1] == IGNORED).all()


def small_network():
    torch.manual_seed(2)
    return loaded_network(Labels(("dep", "root")), {"dropout": 0.0, "heads": {
        "arcs": 16, "relations": 16, "roles": 16}})


def labeled_document() -> Document:
    words = "Nurses in Beira said the clinic was closed .".split()
    heads = [3, 2, 0, -1, 5, 7, 7, 3, 3]
    return Document(
        "d", "news", words, [True] * 9, [Sentence(0, 9)], [0], True,
        ["NOUN", "ADP", "PROPN", "VERB", "DET", "NOUN", "AUX", "VERB", "PUNCT"], heads,
        ["dep"] * 9, words, ["O"] * 2 + ["B-Location"] + ["O"] * 6,
        [Attribution([(0, 3)], [(3, 4)], [(4, 8)])])


WEIGHTS = dict.fromkeys(
    ["sentences", "tags", "names", "arcs", "relations", "attributions", "roles"], 1.0)


def test_empty_rows_cost_nothing(windows):
    document, labels = labeled_document(), Labels(("dep", "root"))
    losses = Losses(small_network(), WEIGHTS)
    bare = batch(windows.of(document), labels)
    filled = batch(windows.of(document), labels, 20 * LENGTH_STEP)
    assert len(bare.ids) == 1 and len(filled.ids) == 20
    for name, value in losses.of(bare).items():
        assert float(value.detach()) > 0
        assert abs(float((losses.of(filled)[name] - value).detach())) < 1e-4


def test_groups_hold_their_padding(windows):
    made = [window for seed in range(4) for window in windows.of(random_document(Random(seed)))]
    groups = grouped(made, 1024, Random(1))
    assert sorted(map(id, made)) == sorted(id(window) for group in groups for window in group)
    for group in groups:
        assert batch(group, Labels(("dep",)), 1024).ids.numel() <= 1024
