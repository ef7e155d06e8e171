"""What teachers say, and the losses against it."""

from random import Random

import numpy as np
import pytest
import torch

from synoptic_training.base import base_folder
from synoptic_training.batches import batch
from synoptic_training.distillation import (HEADS, TASKS, Teacher, batch_lesson, taught_losses,
                                            teach)
from synoptic_training.labels import Labels
from synoptic_training.losses import Losses
from synoptic_training.pieces import Pieces
from synoptic_training.windows import Windows
from test_windows import WEIGHTS, labeled_document, random_document, small_network

LABELS = Labels(("dep", "root"))


@pytest.fixture(scope="module")
def windows():
    return Windows(Pieces(base_folder()))


def flat_states(network, made):
    return network.encoder(made.ids, made.shapes, made.lengths).flatten(0, 1)


def taught(windows, tasks=TASKS, teacher=None):
    document = labeled_document()
    teach([document], [Teacher(teacher or small_network(), tasks)], windows)
    return document, batch(windows.of(document), LABELS)


def test_lessons_are_shares(windows):
    documents = [random_document(Random(seed)) for seed in range(3)]
    teach(documents, [Teacher(small_network())], windows)
    for document in documents:
        lesson = document.lesson
        assert set(lesson) == {*TASKS, "heads"}
        for name, rows in lesson.items():
            assert len(rows) == len(document.words), name
        for name in ("sentences", "tags", "names", "arcs", "relations"):
            assert np.abs(lesson[name].astype(float).sum(1) - 1).max() < 0.01
        for sentence in document.sentences:
            heads = lesson["heads"][sentence.first:sentence.end]
            shares = lesson["arcs"][sentence.first:sentence.end]
            assert ((heads == -1) | (heads >= sentence.first) & (heads < sentence.end))[
                shares > 0].all()


def test_a_network_is_closest_to_itself(windows):
    _, made = taught(windows)
    teacher, other = small_network(), small_network()
    torch.nn.init.normal_(other.names.weight)
    torch.nn.init.normal_(other.arcs.bilinear)
    torch.nn.init.normal_(other.relations.bilinear)
    own = taught_losses(teacher, flat_states(teacher, made), made)
    far = taught_losses(other, flat_states(other, made), made)
    assert set(own) == set(TASKS)
    for name in ("names", "arcs", "relations"):
        assert float(far[name].detach()) > float(own[name].detach()) > 0


@pytest.mark.parametrize("tasks", [TASKS, ("names",), ("arcs",), ("arcs", "relations")])
def test_lessons_take_their_share(windows, tasks):
    _, made = taught(windows, tasks)
    network = small_network()
    alone = Losses(network, WEIGHTS).of(made)
    parts = Losses(network, WEIGHTS, 0.0, taught_losses, 0.25).of(made)
    for name, value in alone.items():
        own = 0.75 if name in tasks else 1.0
        assert abs(float((parts[name] - own * value).detach())) < 1e-5
    assert {name for name in parts if name.startswith("taught ")} == {
        "taught " + name for name in tasks}


def test_each_task_has_the_mean_of_its_teachers(windows):
    first, second = small_network(), small_network()
    torch.nn.init.normal_(second.names.weight)
    made = batch(windows.of(labeled_document()), LABELS)
    with torch.no_grad():
        both = batch_lesson(made, [Teacher(first), Teacher(second, ("names",))])
        one, two = (batch_lesson(made, [Teacher(network)]) for network in (first, second))
    for name in TASKS:
        mean = (one[name] + two[name]) / 2 if name == "names" else one[name]
        assert np.abs(both[name].astype(float) - mean).max() < 0.01


def test_lessons_are_kept(windows, tmp_path):
    teachers = [Teacher(small_network(), ("names", "arcs"))]
    first, again = labeled_document(), labeled_document()
    teach([first], teachers, windows, tmp_path)
    assert len(list(tmp_path.iterdir())) == 1
    torch.nn.init.zeros_(teachers[0].network.names.weight)
    other = labeled_document()
    teach([other], teachers, windows, tmp_path)
    assert len(list(tmp_path.iterdir())) == 2
    teach([again], [Teacher(small_network(), ("names", "arcs"))], windows, tmp_path)
    assert np.array_equal(first.lesson["names"], again.lesson["names"])
    assert not np.array_equal(first.lesson["names"], other.lesson["names"])


def test_heads_outside_a_part_cost_nothing(windows):
    document, _ = taught(windows)
    document.lesson["heads"] = np.full((len(document.words), HEADS), len(document.words), np.int32)
    made = batch(windows.of(document), LABELS)
    network = small_network()
    found = taught_losses(network, flat_states(network, made), made)
    assert float(found["arcs"].detach()) == 0 and float(found["relations"].detach()) == 0


@pytest.mark.parametrize("tasks, message", [
    (("tags", "vowels"), "not vowels"), (("relations",), "together with arcs")])
def test_teachers_of_what_cannot_be_taught_are_refused(tasks, message):
    with pytest.raises(ValueError, match=message):
        Teacher(small_network(), tasks)
