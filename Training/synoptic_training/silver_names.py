"""Names for a treebank that has none: a teacher's, mended by the true tags and trees.

A reader trained on news alone names too much in forum posts, letters and reviews, and cuts names at
the wrong words. A treebank knows which words are proper nouns and which of them belong together, so
a teacher's names are kept where they have proper nouns, widened to whole runs of them, cut where two
runs meet, and freed of other words at their ends. Where the teacher is unsure nothing is said.
"""

import hashlib
from pathlib import Path

import numpy as np
import torch

from synoptic_training.decoding import spans, viterbi
from synoptic_training.documents import Document
from synoptic_training.figures import put, read
from synoptic_training.labels import NAMES
from synoptic_training.windows import Windows

SURE = 0.7
JOINED = ("compound", "flat", "goeswith")
INNER = ("PROPN", "ADP", "DET", "CCONJ", "PART", "PUNCT", "NUM", "ADJ", "NOUN")
# Kinds whose words need not be proper nouns.
LOOSE = ("Date", "Money", "NORP", "Miscellaneous")


def add_names(documents: list[Document], network, windows: Windows, cache: Path) -> None:
    """Gives every document names. `network` is the teacher; its scores are kept in `cache`."""
    digest = hashlib.sha256("\n".join(" ".join(d.words) for d in documents).encode())
    for value in network.state_dict().values():
        digest.update(value.numpy().tobytes())
    path = cache / f"names-{digest.hexdigest()[:16]}.npy"
    if not path.exists():
        cache.mkdir(parents=True, exist_ok=True)
        np.save(path, teacher_scores(documents, network, windows))
    scores = np.load(path).astype(np.float32)
    first = 0
    for document in documents:
        document.names = mended(document, scores[first:first + len(document.words)])
        first += len(document.words)


@torch.no_grad()
def teacher_scores(documents: list[Document], network, windows: Windows) -> np.ndarray:
    """[words of all documents, labels]: logarithms of probabilities."""
    scores: dict = {}
    made = [window for document in documents for window in windows.of(document)]
    for window, _, states in read(network, made):
        put(scores, id(window.document), window,
            network.names(states[window.firsts]).log_softmax(-1).numpy())
    return np.concatenate([scores[id(document)][1] for document in documents]).astype(np.float16)


def mended(document: Document, scores: np.ndarray) -> list[str | None]:
    """Labels in B-, I-, O; None where nothing is known."""
    likely = np.exp(scores)
    kinds = np.concatenate([likely[:, :1], likely[:, 1::2] + likely[:, 2::2]], axis=1)
    tags = document.tags
    labels: list[str | None] = ["O" if kinds[index, 0] > SURE else None
                                for index in range(len(tags))]
    for sentence in document.sentences:
        runs = proper_runs(document, sentence.first, sentence.end)
        for first, end, label in sorted(spans(viterbi(scores[sentence.first:sentence.end]))):
            kind = NAMES[label][2:]
            span = range(first + sentence.first, end + sentence.first)
            is_sure = kinds[span.start:span.stop, (label + 1) // 2].mean() > SURE
            if kind in LOOSE:
                mark(labels, span, kind if is_sure else None)
                continue
            if not any(tags[index] == "PROPN" for index in span):
                mark(labels, span, "O" if all(tags[index] not in ("X", "SYM", "NUM")
                                              for index in span) else None)
                continue
            for part in parts(span, runs, tags):
                mark(labels, part, kind if is_sure else None)
            for index in span:
                if labels[index] is None and tags[index] not in INNER:
                    labels[index] = "O"
    return labels


def mark(labels, span, kind: str | None) -> None:
    """Labels one name, or says nothing of its words."""
    for index in span:
        labels[index] = kind if kind in (None, "O") else f"I-{kind}"
    if kind not in (None, "O"):
        labels[span[0]] = f"B-{kind}"


def proper_runs(document: Document, first: int, end: int) -> list[range]:
    """Runs of adjacent proper nouns of which each but one hangs on another by a relation of names."""
    runs: list[range] = []
    for index in range(first, end):
        if document.tags[index] != "PROPN":
            continue
        if runs and runs[-1].stop == index and (
                is_joined(document, index, runs[-1]) or any(
                    is_joined(document, other, range(index, end)) for other in runs[-1])):
            runs[-1] = range(runs[-1].start, index + 1)
        else:
            runs.append(range(index, index + 1))
    return runs


def is_joined(document: Document, index: int, others: range) -> bool:
    """Whether a word hangs on one of the others by a relation of names."""
    return (document.heads[index] in others
            and document.relations[index].split(":")[0] in JOINED)


def parts(span: range, runs: list[range], tags: list[str]) -> list[range]:
    """The names that a span stands for: whole runs, joined only by words between them."""
    inside = [run for run in runs if run.start < span.stop and span.start < run.stop]
    found: list[range] = []
    for run in inside:
        between = range(found[-1].stop, run.start) if found else range(0)
        if found and between and all(tags[index] in INNER and tags[index] != "PUNCT"
                                     for index in between):
            found[-1] = range(found[-1].start, run.stop)
        else:
            found.append(run)
    # Adjectives, numbers and nouns that the teacher puts in front belong to the name.
    if found and span.start < found[0].start and all(
            tags[index] in ("ADJ", "NUM", "NOUN") for index in range(span.start, found[0].start)):
        found[0] = range(span.start, found[0].stop)
    return found
