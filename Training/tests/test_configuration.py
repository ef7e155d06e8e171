"""Settings laid over others, means of weights, networks begun from others."""

import json

import pytest
import torch

from average import averaged
from synoptic_training.configuration import configuration
from synoptic_training.labels import Labels
from synoptic_training.base import loaded_network
from synoptic_training.mean import Mean
from train import Log, begin, trained_network


def test_later_settings_take_the_place_of_earlier_ones(tmp_path):
    first, second = tmp_path / "first.toml", tmp_path / "second.toml"
    first.write_text("[training]\nseed = 1\nepochs = 7\n[training.shares]\newt = 1.4\ngum = 1.0\n")
    second.write_text("[training]\nepochs = 2\n[training.shares]\newt = 0.0\n[extra]\nx = 1\n")
    assert configuration([first, second]) == {
        "training": {"seed": 1, "epochs": 2, "shares": {"ewt": 0.0, "gum": 1.0}},
        "extra": {"x": 1}}
    assert configuration([first])["training"]["epochs"] == 7


def test_the_mean_of_weights_is_put():
    network = torch.nn.Linear(3, 2)
    network.bias.requires_grad_(False)
    bias = network.bias.clone()
    mean = Mean()
    for value in (1.0, 2.0, 6.0):
        torch.nn.init.constant_(network.weight, value)
        mean.add(network)
    kept = Mean()
    kept.load(mean.state())
    kept.put(network)
    assert torch.allclose(network.weight, torch.full((2, 3), 3.0))
    assert torch.equal(network.bias, bias)


@pytest.mark.parametrize("relations", [16, 8])
def test_heads_of_another_size_begin_anew(tmp_path, relations):
    labels = Labels(("dep", "root"))

    def sized(relations):
        return {"dropout": 0.0, "heads": {"arcs": 16, "relations": relations, "roles": 16}}

    torch.manual_seed(5)
    other = loaded_network(labels, sized(16))
    path = tmp_path / "reader.pt"
    torch.save({"network": other.state_dict()}, path)
    network = loaded_network(labels, sized(relations))
    log = Log(tmp_path / "log.jsonl")
    begin(network, other.state_dict(), log)
    assert torch.equal(network.arcs.bilinear, other.arcs.bilinear)
    assert torch.equal(network.tags.weight, other.tags.weight)
    if relations == 16:
        assert torch.equal(network.relations.bilinear, other.relations.bilinear)
        assert not (tmp_path / "log.jsonl").read_text()
    else:
        assert network.relations.bilinear.shape[1] == 8
        assert json.loads((tmp_path / "log.jsonl").read_text()) == {"new": ["relations"]}
    again = trained_network(path, labels, sized(relations))
    assert again.relations.bilinear.shape[1] == 16


def test_averages_keep_heads_of_another_size():
    first = {"tags.weight": torch.tensor([1.0, 3.0]), "relations.bias": torch.tensor([1.0]),
             "relations.weight": torch.tensor([1.0, 2.0])}
    second = {"tags.weight": torch.tensor([2.0, 5.0]), "relations.bias": torch.tensor([9.0]),
              "relations.weight": torch.tensor([1.0, 2.0, 3.0])}
    mean = averaged(first, second, 0.25)
    assert torch.allclose(mean["tags.weight"], torch.tensor([1.25, 3.5]))
    assert torch.equal(mean["relations.bias"], first["relations.bias"])
    assert torch.equal(mean["relations.weight"], first["relations.weight"])
