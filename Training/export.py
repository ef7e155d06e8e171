#!/usr/bin/env python3
"""Makes the reader's model file from a trained network.

    python3 Training/export.py --reader RUN/reader.pt --config Training/reader.toml --out reader.model

Rounds to bytes unless --precision float32 is asked for; the ranges of activations are measured on
windows of the treebanks' training parts. The same input gives the same bytes.
"""

import argparse
import json
import tomllib
from pathlib import Path

import torch

from synoptic_training import model_file
from synoptic_training.base import base_folder
from synoptic_training.characters import characters, vocabulary
from synoptic_training.corpora import conllu
from synoptic_training.pieces import Pieces
from synoptic_training.reader_parts import reader_parts
from synoptic_training.windows import Windows

CALIBRATION_WINDOWS = 40


def main() -> None:
    """Reads, rounds, writes."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--reader", type=Path, required=True, help="reader.pt of a run")
    parser.add_argument("--config", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True, help="model file to write")
    parser.add_argument("--precision", choices=["int8", "float32"], default="int8")
    parser.add_argument("--name", default="synoptic-reader-3", help="what the model is called")
    arguments = parser.parse_args()
    config = tomllib.loads(arguments.config.read_text())
    saved = torch.load(arguments.reader, weights_only=True)
    state = {name: value.float().numpy() for name, value in saved["network"].items()}
    pieces = Pieces(base_folder())
    parts = reader_parts(
        state, saved["relations"], json.loads((base_folder() / "config.json").read_text()),
        arguments.precision, calibration(config["data"], pieces))
    for name, table in saved.get("transitions", {}).items():
        parts[f"head.{name}.transitions"] = table.numpy()
    parts["tokenizer.vocabulary"] = vocabulary(pieces.tokenizer)
    parts["tokenizer.characters"] = characters(pieces.tokenizer)
    parts["about"] = (f"name: {arguments.name}\nlicence: CC-BY-SA-4.0, see the card beside it\n"
                      f"precision: {arguments.precision}\n").encode()
    model_file.write(arguments.out, parts)
    size = arguments.out.stat().st_size
    print(f"{arguments.out}: {len(parts)} parts, {size / 1e6:.1f} MB")


def calibration(data: dict, pieces: Pieces):
    """Windows spread over the treebanks: their pieces and shapes."""
    windows = Windows(pieces)
    documents = conllu.documents(Path(data["ewt"] % "train")) + [
        document for document in conllu.documents(Path(data["gum"] % "train"))
        if document.genre in conllu.GUM_GENRES]
    step = max(1, len(documents) // CALIBRATION_WINDOWS)
    for document in documents[::step]:
        window = windows.of(document)[0]
        yield window.ids, window.shapes


if __name__ == "__main__":
    main()
