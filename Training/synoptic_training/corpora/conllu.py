"""Universal Dependencies treebanks in CoNLL-U."""

from pathlib import Path

from synoptic_training.corpora import gum_names
from synoptic_training.documents import Document, Sentence

# Of GUM's genres those whose texts may be used in a model that is given away: the others are
# non-commercial (essay, fiction, letter, podcast, whow).
GUM_GENRES = {"news", "interview", "bio", "voyage", "academic", "court", "textbook", "vlog",
              "speech", "conversation"}


def documents(path: Path) -> list[Document]:
    """The documents of a file. Empty nodes are left out; a surface token that the treebank splits
    counts as its words, and white space stands only before the first of them. Documents whose words
    carry entities get names."""
    marks: dict[int, list[str]] = {}
    plural: dict[int, set[int]] = {}
    found: list[Document] = []
    rows: list[list[str]] = []
    surfaces: dict[int, tuple[int, bool]] = {}
    paragraph = 0
    is_spaced = True

    def finish() -> None:
        nonlocal is_spaced
        if not rows:
            return
        document = found[-1]
        first = len(document.words)
        for row in rows:
            number = int(row[0])
            surface = next((s for s in surfaces if s <= number <= surfaces[s][0]), None)
            document.words.append(row[1])
            document.spaced.append(is_spaced)
            document.tags.append(row[3])
            document.heads.append(first + int(row[6]) - 1 if row[6] != "0" else -1)
            document.relations.append(row[7])
            document.lemmas.append(row[2])
            if "Number=Plur" in row[5]:
                plural.setdefault(len(found) - 1, set()).add(len(document.words) - 1)
            marks.setdefault(len(found) - 1, []).append(next(
                (part.removeprefix("Entity=") for part in row[9].split("|")
                 if part.startswith("Entity=")), ""))
            if surface is None:
                is_spaced = "SpaceAfter=No" not in row[9].split("|")
            else:
                is_spaced = number == surfaces[surface][0] and surfaces[surface][1]
        document.sentences.append(Sentence(first, len(document.words)))
        document.paragraphs.append(paragraph)
        rows.clear()
        surfaces.clear()

    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.startswith("# newdoc"):
            finish()
            name = line.split("=")[-1].strip()
            genre = name.split("_")[1] if name.startswith("GUM_") else name.split("-")[0]
            found.append(Document(name, genre, [], [], [], [], True, [], [], [], []))
            paragraph, is_spaced = 0, True
        elif line.startswith("# newpar") and not line.startswith("# newpar_block"):
            paragraph += 1
            is_spaced = True
        elif not line:
            finish()
        elif not line.startswith("#"):
            row = line.split("\t")
            if "-" in row[0]:
                start, end = row[0].split("-")
                surfaces[int(start)] = (int(end), "SpaceAfter=No" not in row[9].split("|"))
            elif "." not in row[0]:
                rows.append(row)
    finish()
    for number, document in enumerate(found):
        if any(marks.get(number, [])):
            document.names = gum_names.names(document.words, document.tags, document.relations,
                                             marks[number], plural.get(number, set()))
    return found
