#!/usr/bin/env python3
"""Fits how much each thing counts that speaks for two noun phrases meaning one.

    evaluate coreference --candidates candidates.tsv --genres ... en_gum-ud-train.conllu
    python3 Training/fit_coreference.py --candidates candidates.tsv \
        --out Data/lexicon/coreference-weights.tsv

Mention ranking (Denis and Baldridge 2008): the likelihood of any right antecedent of a phrase, or
of none, among all its candidates (Durrett and Klein 2013). Prints the share of phrases whose
likeliest choice is right, fitted on half of the documents and counted on the other half.
"""

import argparse
from pathlib import Path

import numpy as np
import torch

HEAD = """\
# How much each thing counts that speaks for two noun phrases meaning one; written by
# Training/fit_coreference.py from GUM (UD English GUM 2.16, genres under CC BY and CC BY-SA).
# Columns: template, form of the later phrase and value; weight.
"""


def main() -> None:
    """Reads, fits, writes."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--candidates", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--decay", type=float, default=3e-5, help="of the squared weights")
    parser.add_argument("--new", type=float, default=1.0,
                        help="what a phrase counts in the likelihood that takes up nothing")
    arguments = parser.parse_args()
    names, choices = read(arguments.candidates)
    for half in (0, 1):
        kept = choices.only(choices.documents % 2 == half)
        other = choices.only(choices.documents % 2 != half)
        print(f"half {half}: {kept.right(fit(other, len(names), arguments)):.2%}")
    weights = fit(choices, len(names), arguments)
    print(f"all: {choices.right(weights):.2%}")
    rows = [f"{name}\t{weight:.3f}\n" for name, weight in zip(names, weights.tolist())
            if abs(weight) >= 5e-4]
    arguments.out.write_text(HEAD + "".join(rows))


class Choices:
    """Rows of options: option i of phrase `phrases[i]` has features `features[i]` (-1 for none)."""

    def __init__(self, features, phrases, rights, documents):
        self.features, self.phrases, self.rights = features, phrases, rights
        self.documents = documents

    def only(self, chosen: np.ndarray) -> "Choices":
        """The choices of some phrases."""
        rows = chosen[self.phrases]
        number = np.cumsum(chosen) - 1
        return Choices(self.features[rows], number[self.phrases[rows]], self.rights[rows],
                       self.documents[chosen])

    def scores(self, weights: torch.Tensor) -> torch.Tensor:
        """What every option adds up to."""
        padded = torch.cat([weights, torch.zeros(1)])
        return padded[torch.as_tensor(self.features)].sum(-1)

    def right(self, weights: torch.Tensor) -> float:
        """The share of phrases whose likeliest option is right."""
        scores = self.scores(weights).numpy()
        order = np.lexsort((scores, self.phrases))
        last = np.append(np.flatnonzero(np.diff(self.phrases[order])), len(order) - 1)
        return float(self.rights[order[last]].mean())


def read(path: Path) -> tuple[list[str], Choices]:
    """The features' names and the choices."""
    features, phrases, rights, documents = [], [], [], []
    with path.open() as lines:
        names = next(lines).split()
        for line in lines:
            document, *options = line.rstrip("\n").split("\t")
            for option in options:
                is_right, *numbers = option.split(" ")
                features.append(list(map(int, numbers)))
                phrases.append(len(documents))
                rights.append(is_right == "1")
            documents.append(int(document))
    width = max(map(len, features))
    table = np.full((len(features), width), -1, np.int32)
    for row, numbers in enumerate(features):
        table[row, :len(numbers)] = numbers
    return names, Choices(table, np.array(phrases), np.array(rights), np.array(documents))


def fit(choices: Choices, size: int, arguments) -> torch.Tensor:
    """The weights that make the right options likeliest."""
    weights = torch.zeros(size, requires_grad=True)
    optimizer = torch.optim.LBFGS([weights], max_iter=120, line_search_fn="strong_wolfe")
    phrases = torch.as_tensor(choices.phrases)
    rights = torch.as_tensor(choices.rights)
    count = len(choices.documents)
    # The first option of each phrase is that of taking up nothing.
    firsts = torch.as_tensor(np.searchsorted(choices.phrases, np.arange(count)))
    share = torch.where(rights[firsts], arguments.new, 1.0)

    def logsum(scores):
        most = torch.full((count,), -1e9).scatter_reduce(0, phrases, scores.detach(), "amax")
        sums = torch.zeros(count).index_add(0, phrases, (scores - most[phrases]).exp())
        return sums.clamp_min(1e-30).log() + most

    def loss():
        optimizer.zero_grad()
        scores = choices.scores(weights)
        right = logsum(scores.masked_fill(~rights, -60.0))
        value = (share * (logsum(scores) - right)).sum() / share.sum()
        value = value + arguments.decay * weights.square().sum()
        value.backward()
        return value

    optimizer.step(loss)
    return weights.detach()


if __name__ == "__main__":
    main()
