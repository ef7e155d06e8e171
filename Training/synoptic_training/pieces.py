"""Words to word pieces and written shapes, as Sources/Linguistics reads them.

Every word is cut by itself; at most PIECES_A_WORD pieces are kept, and a word without pieces is
one unknown piece.
"""

from pathlib import Path

from tokenizers import Tokenizer

PIECES_A_WORD = 16
MARKER_SHAPE = 7
NO_SPACE = 8
SHAPES = 16


class Pieces:
    """The tokenizer of the base model, with a memory of words."""

    def __init__(self, folder: Path):
        self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self.tokenizer.no_padding()
        self.tokenizer.no_truncation()
        self.classification = self.tokenizer.token_to_id("[CLS]")
        self.separator = self.tokenizer.token_to_id("[SEP]")
        self.unknown = self.tokenizer.token_to_id("[UNK]")
        self.specials = {"[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"}
        self.known: dict[str, list[int]] = {}

    def of(self, word: str) -> list[int]:
        """The ids of a word's pieces, at least one."""
        ids = self.known.get(word)
        if ids is None:
            # A report's own "[SEP]" is text; no corpus here has it, so it is merely unknown.
            ids = [] if word in self.specials else self.tokenizer.encode(
                word, add_special_tokens=False).ids
            ids = ids[:PIECES_A_WORD] or [self.unknown]
            self.known[word] = ids
        return ids

    def of_sentence(self, text: str, most: int = 256) -> list[int]:
        """The ids of a whole sentence between markers, as the base model reads it."""
        ids = self.tokenizer.encode(text, add_special_tokens=False).ids[:most - 2]
        return [self.classification, *ids, self.separator]


def shape(word: str, is_spaced: bool) -> int:
    """The class of a word's written form: case, digits, marks, and whether space precedes it."""
    return written(word) + (0 if is_spaced else NO_SPACE)


def written(word: str) -> int:
    if any(character.isdigit() for character in word):
        return 4
    letters = [character for character in word if character.isalpha()]
    if not letters:
        return 5
    upper = [character.isupper() for character in letters]
    if not any(upper):
        return 0
    if all(upper):
        return 6 if len(letters) == 1 else 2
    if upper[0] and not any(upper[1:]):
        return 1
    return 3
