"""The labels of every head, in the order of their scores."""

from dataclasses import dataclass

from synoptic_training.corpora.worldwide import KINDS

LAYERS = ["source", "cue", "content", "nested"]
ROLES = ["O", "B-source", "I-source", "B-content", "I-content"]
SENTENCES = ["inside", "start"]
TAGS = ["ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON",
        "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"]
NAMES = ["O"] + [prefix + kind for kind in KINDS for prefix in ("B-", "I-")]
ATTRIBUTIONS = [f"{prefix}{layer}" for layer in LAYERS for prefix in ("O-", "B-", "I-")]


@dataclass(frozen=True)
class Labels:
    """What depends on the data: the relations that occur."""

    relations: tuple[str, ...]

    @staticmethod
    def of(documents) -> "Labels":
        found = {relation for document in documents if document.relations
                 for relation in document.relations}
        return Labels(tuple(sorted(found)))
