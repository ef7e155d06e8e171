"""Lines that a tokenizer gets wrong: odd Unicode, odd lengths, odd neighbours."""

import unicodedata

from synoptic_training.characters import SCALARS

WORDS = (
    "the of embassies unaffable counterrevolutionary Straße naïve İstanbul ΣΊΣΥΦΟΣ ẞ ſ K Å ﬁ Ǆ "
    "don't U.S. 3,400.50 e\u0301le\u0300ve 한국어 각 가\u11a8 日本語 豈 \U0002f800 中a国 か\u3099 "
    "\u0e19\u0e49\u0e33 हिन्दी ქართული \u13a0\uab70 [SEP] [CLS] [sep] [ SEP ] [MASK][PAD] [UNK "
    "##ing ## # [[SEP]] \u1e944\U0001e900 \U0001d160\U0001d16e \u302e\u302f👩🏽\u200d🚒 ½ ≠ ≮ \u1fef"
).split(" ")
EDGES = [0, 9, 10, 13, 0x1F, 0x7F, 0x80, 0x85, 0xA0, 0xAD, 0x34F, 0x345, 0x37E, 0x180E, 0x200B]
EDGES += [0x200D, 0x2028, 0x2029, 0x202F, 0x2060, 0x3000, 0xFEFF, 0xFFFC, 0xFFFD, 0xFFFF, 0x10FFFF]
EDGES.remove(10)
ASSIGNED = [code for code in SCALARS if unicodedata.category(chr(code)) not in ("Cn", "Co")]
MARKS = [code for code in ASSIGNED if unicodedata.category(chr(code))[0] == "M"]
DECOMPOSED = [code for code in ASSIGNED if unicodedata.normalize("NFD", chr(code)) != chr(code)]
DECOMPOSED = [code for code in DECOMPOSED if not 0xAC00 <= code < 0xD7A4]
CASED = [code for code in ASSIGNED if chr(code).lower() != chr(code)]
PUNCTUATION = [code for code in ASSIGNED if unicodedata.category(chr(code))[0] in "PSZ"]


def lines(count, random):
    """`count` random lines; none holds a line feed."""
    return [line(random) for _ in range(count)]


def line(random):
    """One line: a few of the makers below, in any order."""
    if random.random() < 0.002:
        return long_line(random)
    pools = random.choices((ASSIGNED, MARKS, DECOMPOSED, CASED, PUNCTUATION, EDGES, SCALARS), k=2)
    parts = []
    for _ in range(random.randrange(1, 24)):
        kind = random.random()
        if kind < 0.3:
            parts.append(random.choice(WORDS))
        elif kind < 0.7:
            codes = random.choices(random.choice(pools), k=random.randrange(1, 4))
            parts.extend(chr(code) for code in codes if code != 10)
        elif kind < 0.9:
            parts.append(random.choice("aAbz019 .-'  \t\r"))
        else:
            parts.append(" ")
    return "".join(parts)


def long_line(random):
    """A word around the limit of 100 characters, or far beyond."""
    letter = random.choice(["a", "é", "e\u0301", "각", "İ", "\u0e49", "\u302e", "\U0001d160", "ﬁ"])
    length = random.choice([30, 33, 34, 49, 50, 51, 99, 100, 101, 102, 3000])
    odd = chr(random.choice(EDGES + MARKS))
    return f"x {odd}{letter * length}{odd} y {'a' * random.randrange(98, 103)}".replace("\n", "")


def every_scalar():
    """Each code point alone, between letters, and among marks and capitals."""
    for code in SCALARS:
        if code != 10:
            character = chr(code)
            yield character
            yield f"a{character}b"
            yield f"un{character}\u0301able {character}{character} A{character}"
