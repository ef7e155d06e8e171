"""The network against the numbers that a model file holds, decoding against brute force."""

import itertools
import json

import numpy as np
import pytest
import torch

from synoptic_training import model_file
from synoptic_training.base import base_folder, loaded_network
from synoptic_training.decoding import spans, viterbi
from synoptic_training.from_model_file import network_state
from synoptic_training.labels import Labels
from synoptic_training.network import BUCKETS, Dropout, attention, bucket
from synoptic_training.reader_parts import TrainedBert, head_matrices, reader_parts
from synoptic_training.bert import gelu

SETTINGS = {"dropout": 0.0, "heads": {"arcs": 32, "relations": 16, "roles": 32}}


@pytest.fixture(scope="module")
def network():
    torch.manual_seed(3)
    made = loaded_network(Labels(("dep", "root")), SETTINGS).eval()
    torch.nn.init.normal_(made.encoder.shapes, std=0.05)
    torch.nn.init.normal_(made.arcs.distances)
    return made


@pytest.fixture(scope="module")
def state(network):
    return {name: value.numpy() for name, value in network.state_dict().items()}


@torch.no_grad()
def test_exported_encoder_gives_the_same_states(network, state):
    ids = [101, 2023, 5446, 2003, 102]
    shapes = [7, 1, 0, 8, 7]
    ours = TrainedBert(state, 12, 1e-12).states(ids, shapes)
    theirs = network.encoder(torch.tensor([ids, ids]), torch.tensor([shapes, shapes]),
                             torch.tensor([5, 5]))[0].numpy()
    assert np.abs(ours - theirs).max() < 1e-4


@torch.no_grad()
def test_padding_changes_nothing(network):
    ids, shapes = torch.tensor([[101, 2023, 102, 0, 0, 0]]), torch.zeros(1, 6, dtype=torch.long)
    padded = network.encoder(ids, shapes, torch.tensor([3]))[0, :3]
    bare = network.encoder(ids[:, :3], shapes[:, :3], torch.tensor([3]))[0]
    assert (padded - bare).abs().max() < 1e-5


@torch.no_grad()
def test_exported_pairs_give_the_same_scores(network, state):
    x = torch.randn(4, 384)
    distances = torch.arange(4)[None] - torch.arange(4)[:, None]
    theirs = network.arcs.all_pairs(x, x, bucket(distances))[..., 0].numpy()
    layers = head_matrices(state, "arcs")
    def product(rows, name):
        weights, biases = layers[name]
        return rows @ weights.T + biases
    d, h = gelu(product(x.numpy(), "dependents")), gelu(product(x.numpy(), "heads"))
    table = state["arcs.distances"][:, 0]
    ours = (product(d, "bilinear") @ h.T + product(d, "dependents.terms")
            + product(h, "heads.terms").T + table[bucket(distances).numpy()])
    assert np.abs(ours - theirs).max() < 1e-4


def test_model_file_has_every_head(state):
    config = json.loads((base_folder() / "config.json").read_text())
    parts = reader_parts(state, ["dep", "root"], config, "float32", [])
    heads = {name.split(".")[1] for name in parts if name.startswith("head.")}
    assert heads == {"sentences", "tags", "names", "attributions", "arcs", "relations", "roles",
                     "vectors"}
    assert parts["head.roles.distances"].shape == (BUCKETS, 5)
    assert "head.relations.distances" not in parts


@pytest.mark.parametrize("distance, expected", [
    (0, 8), (1, 9), (2, 10), (3, 10), (4, 11), (-1, 7), (-5, 5), (127, 15), (128, 16), (900, 16),
    (-900, 0)])
def test_buckets(distance, expected):
    assert bucket(torch.tensor([distance])).item() == expected


@pytest.mark.parametrize("seed", range(20))
def test_viterbi_finds_the_best_path(seed):
    random = np.random.default_rng(seed)
    scores = random.normal(size=(4, 5))

    def allowed(path):
        return all(label % 2 or not label or before in (label, label - 1)
                   for before, label in zip((0, *path), path))
    best = max((path for path in itertools.product(range(5), repeat=4) if allowed(path)),
               key=lambda path: sum(scores[i, label] for i, label in enumerate(path)))
    assert viterbi(scores) == list(best)


def test_spans():
    assert spans([0, 1, 2, 1, 0, 3, 4, 4]) == {(1, 3, 1), (3, 4, 1), (5, 8, 3)}
    assert spans([1, 4, 4]) == {(0, 1, 1), (1, 3, 3)}


@pytest.mark.parametrize("precision, most", [("float32", 1e-6), ("int8", 0.15)])
def test_a_model_file_gives_the_network_back(network, state, tmp_path, precision, most):
    config = json.loads((base_folder() / "config.json").read_text())
    sequences = [([101, *range(2000, 2030), 102], [7, *[0] * 30, 7])]
    parts = reader_parts(state, ["dep", "root"], config, precision, sequences)
    model_file.write(tmp_path / "a.model", parts)
    back, relations = network_state(tmp_path / "a.model")
    assert relations == ["dep", "root"]
    assert set(back) == set(network.state_dict())
    for name, value in network.state_dict().items():
        assert value.shape == back[name].shape, name
        assert (value - back[name]).norm() <= most * max(1e-3, value.norm()), name


def test_dropout_drops_its_share_and_keeps_the_mean():
    torch.manual_seed(1)
    x = torch.ones(200, 384)
    made = Dropout(0.25)
    dropped = made(x)
    assert abs(float((dropped == 0).float().mean()) - 0.25) < 0.01
    assert abs(float(dropped.mean()) - 1) < 0.02
    torch.manual_seed(1)
    assert torch.equal(made(x), dropped)
    assert torch.equal(made.eval()(x), x)


@torch.no_grad()
def test_attention_by_hand_is_the_usual_one():
    query, key, value = torch.randn(3, 2, 4, 5, 8)
    mask = (torch.arange(5)[None] < torch.tensor([[5], [3]]))[:, None, None]
    usual = torch.nn.functional.scaled_dot_product_attention(query, key, value, attn_mask=mask)
    assert (attention(query, key, value, mask) - usual).abs().max() < 1e-5
