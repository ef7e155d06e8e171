#!/usr/bin/env python3
"""Times spaCy on report files: words per CPU-second of this process, by one thread.

The pipeline has the shape of spaCy's small English models: a tok2vec of width 96 and depth 4 that
tagger and parser share, and an entity recognizer with a tok2vec of its own. It is not trained:
weights decide what is found, hardly how long it takes. Loading and making the pipeline are not
timed. Words are tokens that are not only punctuation.

Needs spacy. `synoptic bench reader --spacy` runs it beside the reader.
"""

import argparse
import json
import os
import statistics
import time
from pathlib import Path

for variable in ("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS", "BLIS_NUM_THREADS"):
    os.environ[variable] = "1"  # before numpy and spaCy are imported

import spacy  # noqa: E402
from spacy.tokens import Doc  # noqa: E402
from spacy.training import Example  # noqa: E402

TAGS = ["ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON",
        "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"]  # fmt: skip
RELATIONS = ["acl", "advcl", "advmod", "amod", "appos", "aux", "case", "cc", "ccomp", "compound",
             "conj", "cop", "det", "mark", "nmod", "nsubj", "nummod", "obj", "obl", "parataxis",
             "punct", "xcomp"]  # fmt: skip
KINDS = ["PERSON", "ORG", "GPE", "LOC", "NORP", "DATE", "MONEY", "FAC", "PRODUCT"]

TOK2VEC = {
    "@architectures": "spacy.Tok2Vec.v2",
    "embed": {
        "@architectures": "spacy.MultiHashEmbed.v2",
        "width": 96,
        "attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE"],
        "rows": [5000, 1000, 2500, 2500],
        "include_static_vectors": False,
    },
    "encode": {
        "@architectures": "spacy.MaxoutWindowEncoder.v2",
        "width": 96,
        "depth": 4,
        "window_size": 1,
        "maxout_pieces": 3,
    },
}
LISTENER = {"@architectures": "spacy.Tok2VecListener.v1", "width": 96, "upstream": "*"}


def transitions(state: str, tok2vec: dict) -> dict:
    """The transition model of a small parser or entity recognizer."""
    return {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": state,
        "extra_state_tokens": False,
        "hidden_width": 64,
        "maxout_pieces": 2,
        "use_upper": True,
        "nO": None,
        "tok2vec": tok2vec,
    }


def pipeline() -> spacy.Language:
    """An English pipeline of the small shape, its weights as they are made."""
    nlp = spacy.blank("en")
    nlp.add_pipe("tok2vec", config={"model": TOK2VEC})
    nlp.add_pipe("tagger", config={"model": {"@architectures": "spacy.Tagger.v2",
                                             "tok2vec": LISTENER}})
    nlp.add_pipe("parser", config={"model": transitions("parser", LISTENER)})
    nlp.add_pipe("ner", config={"model": transitions("ner", TOK2VEC)})
    words = ["w"] * len(RELATIONS)
    doc = Doc(nlp.vocab, words=words)
    reference = {
        "words": words,
        "tags": (TAGS * 2)[:len(words)],
        "heads": [0] * len(words),
        "deps": ["ROOT"] + RELATIONS[1:],
        "entities": [f"U-{KINDS[i % len(KINDS)]}" for i in range(len(words))],
    }
    nlp.initialize(lambda: [Example.from_dict(doc, reference)])
    return nlp


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path, help="report files")
    parser.add_argument("--seconds", type=float, default=1.0, help="least CPU-seconds a round")
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    texts = [path.read_text(encoding="utf-8", errors="replace") for path in arguments.files]
    nlp = pipeline()
    words = sum(not token.is_punct and not token.is_space for doc in nlp.pipe(texts)
                for token in doc)
    speeds = []
    for _ in range(arguments.rounds):
        start = time.process_time()
        passes = 0
        while True:
            for _ in nlp.pipe(texts):
                pass
            passes += 1
            spent = time.process_time() - start
            if spent >= arguments.seconds:
                break
        speeds.append(passes * words / spent)
    figures = {"engine": "spacy", "version": spacy.__version__, "words": words,
               "words_per_cpu_second": statistics.median(speeds), "least": min(speeds),
               "most": max(speeds)}
    if arguments.json:
        print(json.dumps(figures, sort_keys=True))
    else:
        print(f"spaCy {spacy.__version__}: {figures['words_per_cpu_second']:.0f} words a CPU-second"
              f" ({figures['least']:.0f} to {figures['most']:.0f})")


if __name__ == "__main__":
    main()
