"""PolNeAR: who says what, as spans beside the texts.

Traps: a text may have several annotators' files, of which the first counts; spans may be
discontinuous and their words may hold line ends, so a file is read by its marks, never by its
lines; sentences under Discuss and Discard are left out; words and sentences come from the
project's own tokenizer (`evaluate segments`), so that training sees what reading will.
"""

import bisect
import json
import re
import subprocess
from pathlib import Path

from synoptic_training.documents import Attribution, Document, Sentence

ENTITY = re.compile(r"^(T\d+)\t(\S+) ((?:\d+ \d+;?)+)\t", re.M)
EVENT = re.compile(r"^E\d+\t(.*)$", re.M)
ROLES = {"Source": "source", "Cue": "cue", "Content": "content"}


def documents(folder: Path, tool: Path) -> list[Document]:
    """The texts of a folder that holds text/ and attributions/."""
    texts = sorted((folder / "text").glob("*.txt"))
    annotations = sorted(path.name for path in (folder / "attributions").glob("*.ann"))
    found = []
    segments = {}
    for start in range(0, len(texts), 200):
        output = subprocess.run([tool, "segments", *texts[start:start + 200]], check=True,
                                capture_output=True).stdout.decode()
        for line in output.splitlines():
            record = json.loads(line)
            segments[record["path"]] = record["sentences"]
    for path in texts:
        name = next((name for name in annotations if name.startswith(path.stem)), None)
        if name is None:
            continue
        annotated = (folder / "attributions" / name).read_bytes().decode("utf-8")
        found.append(document(path, segments[str(path)], annotated))
    return found


def document(path: Path, segments: list[list[int]], annotated: str) -> Document:
    data = path.read_bytes()
    offsets = code_points(data)
    words, spaced, starts, ends = [], [], [], []
    sentences, paragraphs = [], []
    for paragraph, *bounds in segments:
        first = len(words)
        for start, end in zip(bounds[::2], bounds[1::2]):
            spaced.append(not ends or len(words) == first and paragraph != paragraphs[-1]
                          or byte_end < start)
            words.append(data[start:end].decode())
            starts.append(offsets[start])
            ends.append(offsets[end])
            byte_end = end
        sentences.append(Sentence(first, len(words)))
        paragraphs.append(paragraph)

    def run(start: int, end: int) -> tuple[int, int] | None:
        """The words that overlap a stretch of characters."""
        first, last = bisect.bisect_right(ends, start), bisect.bisect_left(starts, end)
        return (first, last) if first < last else None

    spans = {}
    discarded = set()
    for match in ENTITY.finditer(annotated):
        parts = [tuple(map(int, part.split())) for part in match[3].split(";")]
        runs = [found for part in parts if (found := run(*part))]
        spans[match[1]] = (match[2], runs)
        if match[2] in ("Discuss", "Discard"):
            for first, end in runs:
                discarded |= {index for index, sentence in enumerate(sentences)
                              if sentence.first < end and first < sentence.end}
    attributions = []
    for match in EVENT.finditer(annotated):
        attribution = Attribution()
        for argument in match[1].split():
            identifier = argument.split(":")[1]
            kind, runs = spans.get(identifier, ("", []))
            if kind in ROLES:
                getattr(attribution, ROLES[kind]).extend(runs)
        for role in ROLES.values():
            setattr(attribution, role, sorted(set(getattr(attribution, role))))
        if attribution.cue:
            attributions.append(attribution)
    return Document(path.stem, "politics", words, spaced, sentences, paragraphs,
                    attributions=attributions, discarded=discarded)


def code_points(data: bytes) -> list[int]:
    """The number of code points that begin before each byte, and at last of all."""
    counts, count = [], 0
    for byte in data:
        counts.append(count)
        count += (byte & 0xC0) != 0x80
    return counts + [count]
