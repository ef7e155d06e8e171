"""Figures on development data while training. The committed ones come from `evaluate`."""

from collections import defaultdict

import numpy as np
import torch
from torch.nn import functional

from synoptic_training.batches import batch, grouped
from synoptic_training.decoding import spans, viterbi
from synoptic_training.documents import IGNORED
from synoptic_training.labels import LAYERS, NAMES
from synoptic_training.losses import sentence_spans
from synoptic_training.network import BUCKETS, bucket

BATCH_PIECES = 4096


def f1(found: int, gold: int, right: int) -> float:
    """The harmonic mean of precision and recall in per cent."""
    return 200 * right / max(found + gold, 1)


@torch.no_grad()
def read(network, windows):
    """Each window with its targets and the states of its pieces, without dropout."""
    network.eval()
    for group in grouped(windows, BATCH_PIECES, None):
        made = batch(group, network.labels)
        states = network.encoder(made.ids, made.shapes, made.lengths)
        yield from zip(made.windows, made.targets, states)


@torch.no_grad()
def figures(network, windows) -> dict[str, float]:
    """Every figure that the windows' corpora allow, counted over the windows' cores."""
    counts: dict[str, np.ndarray] = defaultdict(lambda: np.zeros(3, int))
    scores = {}
    vectors = []
    for window, target, states in read(network, windows):
        x = states[window.firsts]
        core = slice(window.core - window.start, None)
        if target.starts is not None:
            count(counts["sentences"], network.sentences(x).argmax(-1).numpy()[core] == 1,
                  target.starts[core] == 1)
        if target.tags is not None:
            found = network.tags(x).argmax(-1).numpy()[core]
            known = target.tags[core] != IGNORED
            counts["tags"] += [known.sum(), known.sum(),
                               (found == target.tags[core])[known].sum()]
            trees(network, states[0], x, window, target, counts)
        if target.names is not None:
            key = ("names", id(window.document))
            put(scores, key, window, network.names(x).log_softmax(-1).numpy())
        if target.layers is not None:
            key = ("attributions", id(window.document))
            values = network.attributions(x).view(-1, len(LAYERS), 3).log_softmax(-1)
            put(scores, key, window, values.flatten(1).numpy())
            roles(network, x, window, target, counts)
        for (first, end), vector in sentence_spans(window):
            if vector is not None:
                vectors.append((network.vectors(states[first:end].mean(0)), vector))
    for (kind, _), (document, values) in scores.items():
        if kind == "names":
            names(values, document, counts)
        else:
            layers(values, document, counts)
    result = {name: round(f1(*value), 2) for name, value in sorted(counts.items())}
    if vectors:
        mine = functional.normalize(torch.stack([vector for vector, _ in vectors]), dim=-1)
        base = torch.tensor(np.stack([vector for _, vector in vectors])).float()
        result["vectors cosine"] = round(float((mine * base).sum(-1).mean()), 4)
        result["vectors spearman"] = round(spearman(mine[:1500], base[:1500]), 4)
    network.train()
    return result


def count(counts, found, gold) -> None:
    counts += [found.sum(), gold.sum(), (found & gold).sum()]


def put(scores, key, window, values) -> None:
    """Keeps the scores of a window's core in its document's rows."""
    document = window.document
    if key not in scores:
        scores[key] = document, np.zeros((len(document.words), values.shape[1]), np.float32)
    scores[key][1][window.core:window.end] = values[window.core - window.start:]


def trees(network, root, x, window, target, counts) -> None:
    """Attachment of greedy heads."""
    for first, heads, relations in target.trees:
        if first < window.core - window.start:
            continue
        words = x[first:first + len(heads)]
        both = torch.cat([root[None], words])
        steps = torch.arange(len(both))
        distances = bucket(steps[None] - steps[1:, None])
        distances[:, 0] = BUCKETS
        found = network.arcs.all_pairs(words, both, distances)[..., 0].argmax(-1)
        label = network.relations.chosen_pairs(words, both[found]).argmax(-1).numpy()
        found = found.numpy()
        names = network.labels.relations
        same = found == heads
        universal = np.array([names[a].split(":")[0] == names[b].split(":")[0] if b >= 0 else False
                              for a, b in zip(label, relations)])
        counts["UAS"] += [len(heads), len(heads), same.sum()]
        counts["LAS"] += [len(heads), len(heads), (same & universal).sum()]
        counts["LAS with subtypes"] += [len(heads), len(heads), (same & (label == relations)).sum()]


def names(values, document, counts) -> None:
    gold = spans([NAMES.index(label) if label in NAMES else 0 for label in document.names])
    found = set()
    for sentence in document.sentences:
        path = viterbi(values[sentence.first:sentence.end])
        found |= {(first + sentence.first, end + sentence.first, kind)
                  for first, end, kind in spans(path)}
    main = {NAMES.index("B-" + kind) for kind in ("Person", "Location", "Organization")}
    for key, kinds in (("names", None), ("names PER ORG LOC", main)):
        a = {span for span in found if kinds is None or span[2] in kinds}
        b = {span for span in gold if kinds is None or span[2] in kinds}
        counts[key] += [len(a), len(b), len(a & b)]


def trimmed(first: int, end: int, words: list[str]) -> tuple[int, int] | None:
    """A span without marks at its ends; they count for neither side."""
    while first < end and not any(map(str.isalnum, words[first])):
        first += 1
    while first < end and not any(map(str.isalnum, words[end - 1])):
        end -= 1
    return (first, end) if first < end else None


def layers(values, document, counts) -> None:
    excluded = {index for number in document.discarded for index in range(
        document.sentences[number].first, document.sentences[number].end)}
    def kept(found):
        return {run for first, end in found if first not in excluded
                and (run := trimmed(first, end, document.words))}
    found = [kept({span[:2] for span in spans(viterbi(values[:, 3 * layer:3 * layer + 3]))})
             for layer in range(len(LAYERS))]
    for name, mine in (("source", found[0]), ("cue", found[1]), ("content", found[2] | found[3])):
        gold = kept({run for item in document.attributions for run in getattr(item, name)})
        counts[name] += [len(mine), len(gold), len(mine & gold)]


def roles(network, x, window, target, counts) -> None:
    """Spans of each true cue, by the roles alone."""
    core = window.core - window.start
    chosen = [(cue, marks) for cue, marks in target.roles if cue >= core]
    if not chosen:
        return
    cues = torch.tensor([cue for cue, _ in chosen])
    steps = torch.arange(len(x))
    scores = network.roles.all_pairs(x[cues], x, bucket(steps[None] - cues[:, None]))
    for row, (_, marks) in enumerate(chosen):
        found = spans(viterbi(scores[row].log_softmax(-1).numpy()))
        gold = spans(marks)
        for kind, name in ((1, "source of a true cue"), (3, "content of a true cue")):
            words = window.document.words[window.start:window.end]
            a = {run for s in found if s[2] == kind and (run := trimmed(s[0], s[1], words))}
            b = {run for s in gold if s[2] == kind and (run := trimmed(s[0], s[1], words))}
            counts[name] += [len(a), len(b), len(a & b)]


def spearman(mine, base) -> float:
    """The rank correlation of the similarities of all pairs."""
    def ranks(x):
        pairs = (x @ x.T)[tuple(np.triu_indices(len(x), 1))].numpy()
        return pairs.argsort().argsort().astype(float)
    return float(np.corrcoef(ranks(mine), ranks(base))[0, 1])
