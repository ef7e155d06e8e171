"""The character table and the vocabulary of a BERT-uncased WordPiece tokenizer.

Both are read off the reference tokenizer (the `tokenizers` package) itself: what it does with a
character depends on the Unicode version of each of its parts, so every code point is tried.

The table, little-endian throughout:

    4 bytes       "CHR1"
    u32           number of blocks, n
    u32           number of bytes of normalized forms, m
    8704 x u16    the block of each 128 code points
    n x 128 x u32 entries: bits 0-1 class, bits 2-5 length of the form, bits 6-31 its offset
    m bytes       normalized forms, UTF-8

Classes: 0 dropped, 1 white space, 2 a word by itself (punctuation, CJK), 3 part of a word. A form
of length 0 is the character itself.
"""

import json
import struct

MAGIC = b"CHR1"
BLOCK = 128
DROPPED, SPACE, ISOLATED, WORD = range(4)
SCALARS = [code for code in range(0x110000) if not 0xD800 <= code < 0xE000]


class Unsupported(Exception):
    """The tokenizer does something that the table cannot say."""


def characters(tokenizer) -> bytes:
    """The character table of a tokenizer, by trying every code point; takes about a minute."""
    check(tokenizer)
    behaviour = probe(tokenizer)
    check_marks(tokenizer, behaviour)
    return encoded(behaviour)


def vocabulary(tokenizer) -> bytes:
    """The pieces in the order of their ids, each ended by a line feed, UTF-8."""
    pieces = sorted(
        (number, piece) for piece, number in tokenizer.get_vocab(with_added_tokens=True).items()
    )
    if [number for number, _ in pieces] != list(range(len(pieces))):
        raise Unsupported("the ids of the pieces have gaps")
    if any("\n" in piece or not piece for _, piece in pieces):
        raise Unsupported("a piece is empty or holds a line feed")
    return "".join(piece + "\n" for _, piece in pieces).encode()


def check(tokenizer):
    """Raises `Unsupported` unless the tokenizer is BERT-uncased WordPiece."""
    parts = json.loads(tokenizer.to_str())
    normalizer, model = parts["normalizer"], parts["model"]
    found = (
        normalizer["type"],
        normalizer["clean_text"],
        normalizer["handle_chinese_chars"],
        normalizer["strip_accents"] in (None, True),
        normalizer["lowercase"],
        parts["pre_tokenizer"]["type"],
        model["type"],
        model["unk_token"],
        model["continuing_subword_prefix"],
        model["max_input_chars_per_word"],
    )
    wanted = (
        "BertNormalizer", True, True, True, True,
        "BertPreTokenizer", "WordPiece", "[UNK]", "##", 100,
    )  # fmt: skip
    if found != wanted:
        raise Unsupported(f"not BERT-uncased WordPiece: {found}, expected {wanted}")
    for token in parts["added_tokens"]:
        odd = [k for k in ("single_word", "lstrip", "rstrip", "normalized") if token[k]]
        if odd or not token["special"] or token["content"] not in SPECIALS:
            raise Unsupported(f"an added token that is not a plain special one: {token}")


SPECIALS = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]")


def probe(tokenizer):
    """Class and normalized form of every code point, found between two letters."""
    normalized = tokenizer.normalizer.normalize_str
    split = tokenizer.pre_tokenizer.pre_tokenize_str
    behaviour = {}
    for code in SCALARS:
        words = [word for word, _ in split(normalized("a" + chr(code) + "b"))]
        if words == ["ab"]:
            found = (DROPPED, "")
        elif words == ["a", "b"]:
            found = (SPACE, "")
        elif len(words) == 1 and words[0][0] == "a" and words[0][-1] == "b":
            found = (WORD, words[0][1:-1])
        elif len(words) == 3 and words[0] == "a" and words[2] == "b":
            found = (ISOLATED, words[1])
        else:
            raise Unsupported(f"U+{code:04X} splits a word in an unknown way: {words}")
        if found[1] == chr(code):
            found = (found[0], None)
        behaviour[code] = found
    return behaviour


def check_marks(tokenizer, behaviour):
    """Raises `Unsupported` if the canonical order of marks could change ids.

    Most marks are dropped. Those that stay (newer than the reference's tables, or spacing) are put
    into canonical order by the reference and not by the table. No piece may hold such a mark: the
    word is then unknown in either order.
    """
    from tokenizers import normalizers

    decomposed = normalizers.NFD().normalize_str
    in_pieces = set("".join(tokenizer.get_vocab(with_added_tokens=True)))
    kept = set()
    for code, (_, form) in behaviour.items():
        kept.update(chr(code) if form is None else form)
    for mark in sorted(kept & in_pieces):
        if decomposed(mark) != mark:
            continue
        # Combining class 1 and 240: the lowest and the highest there are.
        moves = decomposed(mark + "\u0334") != mark + "\u0334"
        if moves or decomposed("\u0345" + mark) != "\u0345" + mark:
            raise Unsupported(f"U+{ord(mark):04X} is reordered, and a piece holds it")


def encoded(behaviour) -> bytes:
    """The bytes of a table; the same behaviour gives the same bytes."""
    forms, places = bytearray(), {}

    def entry(code):
        kind, form = behaviour.get(code, (DROPPED, ""))
        if not form:
            return kind
        text = form.encode()
        if len(text) > 15:
            raise Unsupported(f"U+{code:04X} is normalized to {len(text)} bytes")
        place = places.get(text)
        if place is None:
            place = forms.find(text)
            if place < 0:
                place = len(forms)
                forms.extend(text)
            places[text] = place
        return kind | len(text) << 2 | place << 6

    blocks, stages = {}, []
    for start in range(0, 0x110000, BLOCK):
        block = struct.pack(f"<{BLOCK}I", *map(entry, range(start, start + BLOCK)))
        stages.append(blocks.setdefault(block, len(blocks)))
    return b"".join(
        [
            MAGIC,
            struct.pack("<II", len(blocks), len(forms)),
            struct.pack(f"<{len(stages)}H", *stages),
            *blocks,
            bytes(forms),
        ]
    )
