#!/usr/bin/env python3
"""Fits what labels gain by their order to a trained network, and puts it into its reader.pt.

    python3 Training/fit_transitions.py --reader RUN/reader.pt --config Training/reader.toml

Some minutes; the network itself stays as it is. Done again, it replaces what was fitted before.
"""

import argparse
import tomllib
from pathlib import Path

import torch

from synoptic_training import corpora_of
from synoptic_training.base import base_folder, loaded_network
from synoptic_training.labels import Labels
from synoptic_training.pieces import Pieces
from synoptic_training.transitions import all_transitions
from synoptic_training.windows import Windows


def main() -> None:
    """Reads, fits, writes."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--reader", type=Path, required=True, help="reader.pt of a run")
    parser.add_argument("--config", type=Path, required=True)
    parser.add_argument("--threads", type=int, default=2)
    arguments = parser.parse_args()
    config = tomllib.loads(arguments.config.read_text())
    torch.set_num_threads(arguments.threads)
    saved = torch.load(arguments.reader, weights_only=True)
    network = loaded_network(Labels(tuple(saved["relations"])), config["network"])
    network.load_state_dict(saved["network"])
    saved["transitions"] = all_transitions(
        network, Windows(Pieces(base_folder())), corpora_of.train(config["data"]),
        config["transitions"])
    torch.save(saved, arguments.reader)
    for name, table in saved["transitions"].items():
        print(name, [[round(value, 2) for value in row] for row in table.tolist()])


if __name__ == "__main__":
    main()
