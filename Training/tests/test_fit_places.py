"""The weights of what speaks for a candidate place."""

from random import Random

import numpy as np

from fit_places import fit, read, right


def test_rows_become_choices(tmp_path):
    path = tmp_path / "candidates.tsv"
    path.write_text(
        "corpus\tarticle\tname\tround\tright\tsize\tnear\n"
        "a.xml\t0\t0\t0\t0\t3\t0\na.xml\t0\t0\t0\t1\t1\t1\n"
        "a.xml\t0\t0\t2\t0\t3\t0\na.xml\t0\t0\t2\t1\t1\t0.5\n"
        "a.xml\t1\t0\t0\t1\t2\t0\n")
    names, choices = read(path)
    assert names == ["size", "near"]
    # A name with one candidate leaves no choice.
    assert sorted(choices) == [0, 2] and len(choices[0]) == 1
    article, counts, index = choices[2][0]
    assert article == 0 and index == 1 and counts.tolist() == [[3, 0], [1, 0.5]]


def test_fitted_weights_find_what_decides():
    random = Random(4)
    choices = []
    for article in range(300):
        counts = np.array([[random.random(), random.random()] for _ in range(4)], np.float32)
        choices.append((article, counts, int((3 * counts[:, 1] - counts[:, 0]).argmax())))
    weights = fit(choices, 1e-4)
    assert weights[1] > 0 > weights[0]
    assert abs(weights[1] / weights[0] + 3) < 0.5
    assert right(choices, weights) > 0.95
    assert right(choices, np.array([1.0, 0.0])) < 0.6
