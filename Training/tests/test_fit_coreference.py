"""The weights of what speaks for two phrases meaning one."""

from argparse import Namespace
from random import Random

import torch

from fit_coreference import fit, read


def written(tmp_path, lines):
    path = tmp_path / "candidates.tsv"
    path.write_text("new.it.0 match.it.0 match.it.1\n" + "".join(lines))
    return path


def test_lines_become_options(tmp_path):
    names, choices = read(written(tmp_path, ["0\t0 0\t1 2 1\t0 1\n", "1\t1 0\n"]))
    assert names == ["new.it.0", "match.it.0", "match.it.1"]
    # Three options of the first phrase and one of the second; missing features are -1.
    assert choices.phrases.tolist() == [0, 0, 0, 1]
    assert choices.rights.tolist() == [False, True, False, True]
    assert choices.features.tolist() == [[0, -1], [2, 1], [1, -1], [0, -1]]
    assert choices.only(choices.documents == 1).phrases.tolist() == [0]


def test_scores_add_up(tmp_path):
    _, choices = read(written(tmp_path, ["0\t0 0\t1 2 1\n"]))
    assert choices.scores(torch.tensor([0.5, 1.0, 2.0])).tolist() == [0.5, 3.0]


def test_fitted_weights_find_what_decides(tmp_path):
    random = Random(3)
    lines = []
    for document in range(200):
        # Feature 2 marks a true antecedent; without one the phrase is new.
        is_new = random.random() < 0.4
        options = ["0 1" for _ in range(3)]
        if not is_new:
            options[random.randrange(3)] = "1 2"
        lines.append(f"{document}\t{int(is_new)} 0\t" + "\t".join(options) + "\n")
    names, choices = read(written(tmp_path, lines))
    weights = fit(choices, len(names), Namespace(decay=1e-4, new=1.0))
    assert weights[2] > weights[0] > weights[1]
    assert choices.right(weights) == 1
    assert choices.right(torch.tensor([1.0, 0.0, 0.0])) < 0.6
