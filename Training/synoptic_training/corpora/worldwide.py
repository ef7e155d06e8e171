"""English Worldwide Newswire: names in news from outside the West, a file an article.

Traps: the first line is the address of the article; a line may have further columns for names
inside names, of which the first label counts; a few labels are spelled in another way.
"""

from pathlib import Path

from synoptic_training.corpora.spacing import spaced
from synoptic_training.documents import Document, Sentence

KINDS = ["Person", "Location", "Organization", "NORP", "Date", "Miscellaneous", "Money",
         "Facility", "Product"]
SPELLINGS = {"Misc": "Miscellaneous", "PERSON": "Person"}

# Countries that training never sees, whole.
HELD_OUT = ("eg_", "iran_", "israel_", "qt_", "et_", "mex_", "ven_", "kenya_")


def documents(folder: Path, held_out: bool) -> list[Document]:
    """The articles of the held-out countries, or those of all others."""
    return [document(path) for path in sorted(folder.glob("*.tsv"))
            if path.name.startswith(HELD_OUT) == held_out]


def document(path: Path) -> Document:
    words: list[str] = []
    labels: list[str | None] = []
    sentences: list[Sentence] = []
    first = 0
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n") + [""]):
        columns = line.split("\t")
        if number == 0 and columns[0].startswith("http"):
            continue
        if len(columns) < 2 or not columns[0].strip():
            if len(words) > first:
                sentences.append(Sentence(first, len(words)))
                first = len(words)
            continue
        words.append(columns[0].strip())
        labels.append(label(columns[1].strip()))
    return Document(path.name, path.name.split("_")[0], words, spaced(words, sentences), sentences,
                    None, has_true_sentences=False, names=labels)


def label(written: str) -> str | None:
    """A label in B-, I-, O; None for one that is none of the corpus's own."""
    if written in ("O", ""):
        return "O"
    prefix, _, kind = written.partition("-")
    kind = SPELLINGS.get(kind, kind)
    if kind not in KINDS or prefix not in "BIES":
        return None
    return ("B-" if prefix in "BS" else "I-") + kind
