"""What it adds that one label follows another: the transitions of a conditional random field
(Lafferty, McCallum and Pereira 2001) over scores that stay as they are.

A head scores each word by itself and cannot say that no name follows the last word of another one.
The transitions are fitted after training, by the likelihood of the training part's labels, with a
factor on the scores that is divided out again: scores are surer on texts that were learned from
than on others. For the same reason only a part of the transitions is taken (`strength`), and
nothing of what follows O or comes first: how many spans there are is left to the heads.
"""

from random import Random

import numpy as np
import torch

from synoptic_training.documents import IGNORED
from synoptic_training.figures import put, read
from synoptic_training.labels import LAYERS, NAMES, ROLES
from synoptic_training.network import bucket
from synoptic_training.targets import document_layers

# As Sources/Linguistics/Attributions/ModelAttributions: what the layers count beside the roles.
WEIGHT_OF_SOURCES, WEIGHT_OF_CONTENTS, WEIGHT_OF_OTHERS = 0.25, 1.0, 0.15
IMPOSSIBLE = -1e4
ROWS_AT_ONCE = 64
# Sentences that a run of a content's layer is cut into.
SENTENCES_OF_CONTENTS = 4

Sequence = tuple[np.ndarray, np.ndarray]
"""Scores [words, labels] and the label of each word."""


def fitted(sequences: list[Sequence], labels: int, rounds: int = 6) -> np.ndarray:
    """[1 + label before, label], the first row for the beginning. Labels are O, then B and I of
    each kind; what cannot be is 0, decoders know it."""
    sequences = sorted((s for s in sequences if len(s[0]) > 1), key=lambda s: len(s[0]))
    allowed = torch.zeros(labels, labels)
    first = torch.zeros(labels)
    for inside in range(2, labels, 2):
        allowed[:, inside] = IMPOSSIBLE
        allowed[[inside - 1, inside], inside] = 0
        first[inside] = IMPOSSIBLE
    transitions = torch.zeros(labels, labels, requires_grad=True)
    starts = torch.zeros(labels, requires_grad=True)
    factor = torch.ones(1, requires_grad=True)
    optimizer = torch.optim.Adam([transitions, starts, factor], lr=0.05)
    for number in range(rounds):
        order = list(range(0, len(sequences), ROWS_AT_ONCE))
        Random(number).shuffle(order)
        for place in order:
            rows = sequences[place:place + ROWS_AT_ONCE]
            loss = unlikelihood(rows, factor, starts + first, transitions + allowed)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
    with torch.no_grad():
        transitions = transitions / factor
        transitions[0] = 0
        return torch.cat([torch.zeros(1, labels), transitions]).numpy()


def unlikelihood(rows: list[Sequence], factor, starts, transitions):
    """The mean negative logarithm of the labels' probability, a word."""
    longest, labels = len(rows[-1][0]), transitions.shape[0]
    scores = torch.zeros(len(rows), longest, labels)
    gold = torch.zeros(len(rows), longest, dtype=torch.long)
    present = torch.zeros(len(rows), longest)
    for index, (values, marks) in enumerate(rows):
        scores[index, :len(values)] = torch.as_tensor(values)
        gold[index, :len(marks)] = torch.as_tensor(marks)
        present[index, :len(marks)] = 1
    scores = scores * factor
    said = (scores.gather(2, gold[..., None])[..., 0] * present).sum() + starts[gold[:, 0]].sum()
    said = said + (transitions[gold[:, :-1], gold[:, 1:]] * present[:, 1:]).sum()
    forward = scores[:, 0] + starts
    for place in range(1, longest):
        moved = torch.logsumexp(forward[:, :, None] + transitions[None], 1) + scores[:, place]
        forward = torch.where(present[:, place:place + 1] > 0, moved, forward)
    return (torch.logsumexp(forward, 1).sum() - said) / present.sum()


@torch.no_grad()
def scored(network, windows, documents):
    """Of each document, the scores of names and layers, [words, labels], and its windows' roles:
    (window's first word, logarithms of probabilities [cues, words, 5], marks [cues, words])."""
    names: dict = {}
    layers: dict = {}
    roles: dict[int, list] = {}
    made = [window for document in documents for window in windows.of(document)]
    for window, target, states in read(network, made):
        x = states[window.firsts]
        key = id(window.document)
        put(names, key, window, network.names(x).log_softmax(-1).numpy())
        put(layers, key, window, network.attributions(x).view(-1, len(LAYERS), 3)
            .log_softmax(-1).flatten(1).numpy())
        chosen = [(cue, marks) for cue, marks in target.roles or []
                  if cue >= window.core - window.start]
        if not chosen:
            continue
        cues = torch.tensor([cue for cue, _ in chosen])
        steps = torch.arange(len(x))
        scores = network.roles.all_pairs(x[cues], x, bucket(steps[None] - cues[:, None]))
        roles.setdefault(key, []).append((
            window.start, scores.log_softmax(-1).numpy(), np.stack([marks for _, marks in chosen])))
    return [(document, names[id(document)][1], layers[id(document)][1],
             roles.get(id(document), [])) for document in documents]


def sequences_of_names(document, scores) -> list[Sequence]:
    """The sentences of a document of whose words every label is known."""
    found = []
    for sentence in document.sentences:
        labels = document.names[sentence.first:sentence.end]
        if all(label in NAMES for label in labels):
            found.append((scores[sentence.first:sentence.end],
                          np.array([NAMES.index(label) for label in labels])))
    return found


def sequences_of_layer(document, scores, layer: int) -> list[Sequence]:
    """The sentences of a document, some at once for contents, which run over several."""
    labels = document_layers(document)[layer]
    at_once = 1 if layer < 2 else SENTENCES_OF_CONTENTS
    found = []
    for index in range(0, len(document.sentences), at_once):
        last = document.sentences[min(index + at_once, len(document.sentences)) - 1]
        words = slice(document.sentences[index].first, last.end)
        if (labels[words] != IGNORED).all() and labels[words.start] != 2:
            found.append((scores[words, 3 * layer:3 * layer + 3], labels[words]))
    return found


def sequences_of_roles(roles, layers) -> list[Sequence]:
    """A sequence a cue: roles and layers, weighed as the reader weighs them."""
    found = []
    for start, scores, marks in roles:
        added = layers_beside_roles(layers[start:start + scores.shape[1]])
        found += [(one + added, labels) for one, labels in zip(scores, marks)
                  if (labels != IGNORED).all() and labels[0] not in (2, 4)]
    return found


def layers_beside_roles(layers) -> np.ndarray:
    """[words, 5]: what the layers add to the scores of roles."""
    source, outer, inner = layers[:, 0:3], layers[:, 6:9], layers[:, 9:12]
    content = np.where((inner[:, 0] < outer[:, 0])[:, None], inner, outer)
    return np.stack([WEIGHT_OF_OTHERS * (source[:, 0] + content[:, 0]),
                     WEIGHT_OF_SOURCES * source[:, 1], WEIGHT_OF_SOURCES * source[:, 2],
                     WEIGHT_OF_CONTENTS * content[:, 1], WEIGHT_OF_CONTENTS * content[:, 2]], 1)


def all_transitions(network, windows, train, settings) -> dict[str, torch.Tensor]:
    """The tables of names, attributions (layer by layer) and roles."""
    strength = settings["strength"]

    def some(name):
        documents = list(train[name])
        Random(settings["seed"]).shuffle(documents)
        return documents[:settings["documents"]]

    tables = {}
    named = scored(network, windows, some("worldwide"))
    tables["names"] = strength * fitted(
        [s for document, names, _, _ in named for s in sequences_of_names(document, names)],
        len(NAMES))
    said = scored(network, windows, some("polnear"))
    tables["attributions"] = np.concatenate([strength * fitted(
        [s for document, _, layers, _ in said for s in sequences_of_layer(document, layers, layer)],
        3) for layer in range(len(LAYERS))])
    tables["roles"] = strength * fitted(
        [s for _, _, layers, roles in said for s in sequences_of_roles(roles, layers)], len(ROLES))
    return {name: torch.tensor(table, dtype=torch.float32) for name, table in tables.items()}
