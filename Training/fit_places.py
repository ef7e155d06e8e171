#!/usr/bin/env python3
"""Fits how much each thing counts that speaks for a candidate place.

    evaluate places --given --candidates candidates.tsv lgl.xml GeoVirus.xml
    python3 Training/fit_places.py --candidates candidates.tsv --out Data/lexicon/place-weights.tsv

A conditional logit model (McFadden 1974) of the right candidate among all of a name, one for the
first round, when nothing is resolved yet, and one for the later rounds. What the later rounds count
depends on the weights before, so the two commands are given in turn until the figures stand still.
Prints the share of names that the weights get right, fitted on half of the articles and counted on
the other half.
"""

import argparse
from collections import defaultdict
from pathlib import Path

import numpy as np
import torch

HEAD = """\
# How much each thing counts that speaks for a candidate place; Training/fit_places.py, from what
# Sources/Mentions/Places/PlaceResolver.swift counts of the names in LGL and GeoVirus.
# Columns: what is counted, its weight while nothing is resolved, and after.
"""


def main() -> None:
    """Reads, fits, writes."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--candidates", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--decay", type=float, default=1e-3, help="of the squared weights")
    arguments = parser.parse_args()
    names, choices = read(arguments.candidates)
    last = max(choices)
    first, later = fit(choices[0], arguments.decay), fit(choices[last], arguments.decay)
    for round_, weights in ((0, first), (last, later)):
        for half in (0, 1):
            kept = [item for item in choices[round_] if item[0] % 2 == half]
            other = [item for item in choices[round_] if item[0] % 2 != half]
            print(f"round {round_}, half {half}: {right(kept, fit(other, arguments.decay)):.2%} "
                  f"(all: {right(kept, weights):.2%})")
    lines = [f"{name}\t{a:.3f}\t{b:.3f}\n" for name, a, b in zip(names, first, later)]
    arguments.out.write_text(HEAD + "".join(lines))


def read(path: Path):
    """What is counted, and by round the choices: article, candidates, the right one's place."""
    lines = path.read_text().splitlines()
    names = lines[0].split("\t")[5:]
    rows = defaultdict(list)
    for line in lines[1:]:
        corpus, article, name, round_, is_right, *counts = line.split("\t")
        rows[int(round_), corpus, int(article), int(name)].append(
            (is_right == "1", [float(count) for count in counts]))
    choices = defaultdict(list)
    for (round_, _, article, _), candidates in rows.items():
        if len(candidates) > 1:
            choices[round_].append((article, np.array([row for _, row in candidates], np.float32),
                                    [is_right for is_right, _ in candidates].index(True)))
    return names, choices


def fit(choices, decay: float) -> np.ndarray:
    """The weights that make the right candidates likeliest."""
    most = max(len(candidates) for _, candidates, _ in choices)
    width = choices[0][1].shape[1]
    counts = torch.zeros(len(choices), most, width)
    present = torch.zeros(len(choices), most, dtype=torch.bool)
    for row, (_, candidates, _) in enumerate(choices):
        counts[row, :len(candidates)] = torch.tensor(candidates)
        present[row, :len(candidates)] = True
    right_ones = torch.tensor([index for _, _, index in choices])
    weights = torch.zeros(width, requires_grad=True)
    optimizer = torch.optim.LBFGS([weights], max_iter=200, line_search_fn="strong_wolfe")

    def loss():
        optimizer.zero_grad()
        scores = (counts @ weights).masked_fill(~present, -1e9)
        value = torch.nn.functional.cross_entropy(scores, right_ones)
        value = value + decay * weights.square().sum()
        value.backward()
        return value

    optimizer.step(loss)
    return weights.detach().numpy()


def right(choices, weights: np.ndarray) -> float:
    """The share of choices whose likeliest candidate is the right one."""
    return sum(int((candidates @ weights).argmax()) == index
               for _, candidates, index in choices) / len(choices)


if __name__ == "__main__":
    main()
