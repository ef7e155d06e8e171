#!/usr/bin/env python3
"""Holds Synoptic's sentence vectors against torch's: cosines over the lines of text files.

    python3 Training/compare_vectors.py --tool .build/release/evaluate --model minilm.model FILE...

Each line of the files is a sentence. The reference is the encoder in safetensors that the model
file was made from, run in fp32 by torch; `--sentences N` takes N lines spread over the files.
Prints mean, 5th percentile and least cosine, and with --json one JSON object.
"""

import argparse
import json
import subprocess
import tempfile
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer

from convert import carried_model
from peers.torch_encoder import load_encoder


def main() -> None:
    """Reads, runs both, compares."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--tool", type=Path, required=True, help="the workshop program evaluate")
    parser.add_argument("--model", type=Path, required=True, help="model file")
    parser.add_argument("--reference", type=Path, help="folder of the encoder in safetensors")
    parser.add_argument("--path", help="kernel path, as in avx2")
    parser.add_argument("--sentences", type=int, default=500)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("files", type=Path, nargs="+")
    options = parser.parse_args()
    folder = options.reference or carried_model()
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    lines = [line for path in options.files for line in path.read_text("utf-8").split("\n")
             if len(tokenizer.encode(line, add_special_tokens=False).ids) > 0]
    count = min(options.sentences, len(lines))
    lines = [lines[index * len(lines) // count] for index in range(count)]
    cosines = np.sum(reference(folder, tokenizer, lines) * ours(options, lines), axis=1)
    figures = {
        "sentences": count, "model": options.model.name, "path": options.path or "fastest",
        "mean": round(float(cosines.mean()), 7), "p05": round(float(np.quantile(cosines, .05)), 7),
        "least": round(float(cosines.min()), 7),
    }
    if options.json:
        print(json.dumps(figures))
    else:
        print("  ".join(f"{name} {value}" for name, value in figures.items()))


def reference(folder: Path, tokenizer: Tokenizer, lines: list[str]) -> np.ndarray:
    """Sentence vectors by torch, one sentence at a time."""
    encoder = load_encoder(folder / "model.safetensors")
    vectors = []
    with torch.no_grad():
        for line in lines:
            ids = torch.tensor([tokenizer.encode(line).ids[:512]], dtype=torch.int32)
            vectors.append(encoder(ids, torch.ones_like(ids))[0].numpy())
    return np.stack(vectors)


def ours(options: argparse.Namespace, lines: list[str]) -> np.ndarray:
    """Sentence vectors by `evaluate vectors`."""
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file:
        file.write("\n".join(lines))
        file.flush()
        command = [options.tool, "vectors", "--model", options.model, file.name]
        if options.path:
            command += ["--path", options.path]
        output = subprocess.run(command, check=True, capture_output=True).stdout
    return np.array([json.loads(line) for line in output.splitlines()])


if __name__ == "__main__":
    torch.set_num_threads(1)
    main()
