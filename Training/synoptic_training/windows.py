"""Cuts documents into windows of word pieces, the form in which the reader sees a report.

[CLS], the pieces of the words with a [SEP] wherever a paragraph begins inside, and [SEP]; at most
LONGEST pieces. Windows end at sentence ends, at a paragraph's end where one comes when the window
is more than 60 % full; a longer sentence is cut. A window may begin with whole sentences of left
context, at most CONTEXT pieces; what is said of their words counts in the window before.
"""

from dataclasses import dataclass
from random import Random

from synoptic_training.documents import Document
from synoptic_training.pieces import MARKER_SHAPE, Pieces, shape

LONGEST = 256
CONTEXT = 40
FULL = 0.6


@dataclass
class Window:
    """Pieces of a stretch of a document; words are indexes into the document."""

    document: Document
    """The first word read, the first word decided, and the end."""
    start: int
    core: int
    end: int
    """Sentences, or the cut parts of one, as [first, end) and the sentence's index."""
    parts: list[tuple[int, int, int]]
    ids: list[int]
    shapes: list[int]
    """The first piece of each word."""
    firsts: list[int]


class Windows:
    """Makes windows; remembers the pieces of words."""

    def __init__(self, pieces: Pieces):
        self.pieces = pieces

    def of(self, document: Document, longest: int = LONGEST, context: int = CONTEXT,
           random: Random | None = None) -> list[Window]:
        """All windows of a document. Where the corpus does not tell paragraphs, `random` makes
        some; without it every sentence is one."""
        paragraphs = document.paragraphs
        if paragraphs is None:
            paragraphs = random_paragraphs(len(document.sentences), random)
        counts = [len(self.pieces.of(word)) for word in document.words]
        units = []
        for index, sentence in enumerate(document.sentences):
            units += [(first, end, index) for first, end in
                      cut(counts, sentence.first, sentence.end, longest - 2)]
        sizes = [sum(counts[first:end]) for first, end, _ in units]
        windows = []
        at = 0
        while at < len(units):
            begin, before = at, 0
            room = min(context, longest // 4)
            while begin > 0 and units[begin - 1][2] != units[at][2]:
                sentence = units[begin - 1][2]
                first = begin - 1
                while first > 0 and units[first - 1][2] == sentence:
                    first -= 1
                size = sum(sizes[first:begin]) + marker(paragraphs, sentence, units[begin][2])
                if before + size > room:
                    break
                begin, before = first, before + size
            used, end, good = 2 + before, at, None
            while end < len(units):
                size = sizes[end]
                if end > begin:
                    size += marker(paragraphs, units[end - 1][2], units[end][2])
                if used + size > longest:
                    if end == at:
                        # The context leaves no room for the sentence: do without it.
                        begin, used = at, 2
                        continue
                    break
                used += size
                end += 1
                if (end < len(units) and used > FULL * longest
                        and paragraphs[units[end][2]] != paragraphs[units[end - 1][2]]):
                    good = end
            if end < len(units) and good is not None:
                end = good
            windows.append(self.window(document, units[begin:end], at - begin, paragraphs))
            at = end
        return windows

    def window(self, document: Document, parts, core: int, paragraphs) -> Window:
        """The window of some sentences, of which the first `core` are context."""
        ids = [self.pieces.classification]
        shapes = [MARKER_SHAPE]
        firsts = []
        before = None
        for first, end, sentence in parts:
            starts_paragraph = before is None or paragraphs[sentence] != paragraphs[before]
            if before is not None and starts_paragraph:
                ids.append(self.pieces.separator)
                shapes.append(MARKER_SHAPE)
            for index in range(first, end):
                firsts.append(len(ids))
                word = document.words[index]
                pieces = self.pieces.of(word)
                ids += pieces
                is_spaced = document.spaced[index] or index == first and starts_paragraph
                shapes += [shape(word, is_spaced)] * len(pieces)
            before = sentence
        ids.append(self.pieces.separator)
        shapes.append(MARKER_SHAPE)
        return Window(document, parts[0][0], parts[core][0], parts[-1][1], list(parts), ids,
                      shapes, firsts)


def marker(paragraphs, before: int, after: int) -> int:
    """The markers between two sentences."""
    return int(before != after and paragraphs[before] != paragraphs[after])


def cut(counts: list[int], first: int, end: int, most: int) -> list[tuple[int, int]]:
    """A sentence as runs of words of at most `most` pieces each."""
    runs = []
    size, start = 0, first
    for index in range(first, end):
        if size + counts[index] > most and index > start:
            runs.append((start, index))
            start, size = index, 0
        size += counts[index]
    runs.append((start, end))
    return runs


def random_paragraphs(count: int, random: Random | None) -> list[int]:
    """Paragraphs of one to four sentences; of one without `random`."""
    if random is None:
        return list(range(count))
    paragraphs, number = [], 0
    while len(paragraphs) < count:
        paragraphs += [number] * random.choice([1, 1, 2, 3, 4])
        number += 1
    return paragraphs[:count]
