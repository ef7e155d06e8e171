"""Names in GUM: its entities are all noun phrases, nested, of which names are a part.

An entity of a person, a place or an organization is a name where its minimal span (the words
without which it would not be that entity) is of proper nouns; the name is that span with the
proper nouns that belong to it. GUM does not tell dates, money, peoples and works the way the
newswire does, so of words that may be such nothing is said (None), and of all others that they
name nothing.
"""

import re

KINDS = {"person": "Person", "place": "Location", "organization": "Organization"}
TITLES = {"mr.", "mrs.", "ms.", "dr.", "prof.", "mr", "mrs", "ms", "dr", "prof", "president", "sen.",
          "senator", "professor", "judge", "justice", "minister", "secretary", "king", "queen",
          "prince", "princess", "general", "gen.", "colonel", "captain", "rep.", "governor",
          "chancellor", "sir", "lord", "lady", "pope", "saint", "rev.", "congressman", "mayor"}
MARK = re.compile(r"\((?P<open>[^()]+)(?P<shut>\))?|(?P<close>[^()]+)\)")


def names(words: list[str], tags: list[str], relations: list[str], marks: list[str],
          plural: set[int]) -> list[str | None]:
    """Labels in B-, I-, O from the Entity marks of each word, "" for none. Persons whose words are
    `plural` are peoples, of which nothing is said."""
    labels: list[str | None] = [unmarked(word, tag, mark)
                                for word, tag, mark in zip(words, tags, marks)]
    longest: dict[int, tuple[int, str]] = {}
    for first, end, kind, least in entities(marks):
        if kind == "person" and plural.intersection(least):
            continue
        run = proper(first, end, kind, least, words, tags, relations)
        if run and run[1] - run[0] > longest.get(run[0], (0, ""))[0]:
            longest[run[0]] = (run[1] - run[0], KINDS[kind])
    covered = 0
    for first in sorted(longest, key=lambda first: (first, -longest[first][0])):
        count, kind = longest[first]
        if first < covered:
            continue
        covered = first + count
        labels[first:covered] = ["B-" + kind] + ["I-" + kind] * (count - 1)
    return labels


def unmarked(word: str, tag: str, mark: str) -> str | None:
    """What is known of a word that is in no name found."""
    if tag in ("PROPN", "NUM", "SYM") or tag == "ADJ" and word[:1].isupper() or "-time-" in mark:
        return None
    return None if tag == "NOUN" and word[:1].isupper() else "O"


def entities(marks: list[str]):
    """(first, end, kind, places of the minimal span) of all persons, places, organizations."""
    opened: list[tuple[str, int, str]] = []
    for index, mark in enumerate(marks):
        for match in MARK.finditer(mark):
            if match["open"]:
                fields = match["open"].split("-")
                opened.append((fields[0], index, match["open"]))
            name = match["open"].split("-")[0] if match["shut"] else match["close"]
            if not match["close"] and not match["shut"]:
                continue
            place = next((place for place in range(len(opened) - 1, -1, -1)
                          if opened[place][0] == name), None)
            if place is None:
                continue
            _, first, text = opened.pop(place)
            fields = text.split("-")
            if len(fields) > 5 and fields[1] in KINDS:
                least = [first + int(number) - 1 for number in fields[5].split(",")
                         if number.isdigit()]
                yield first, index + 1, fields[1], least


def proper(first: int, end: int, kind: str, least: list[int], words, tags, relations):
    """The run of words that is the name, or None."""
    least = [index for index in least if first <= index < end]
    if not least or any(tags[index] != "PROPN" for index in least):
        return None
    start, stop = min(least), max(least) + 1
    stop = next((index for index in range(start, stop) if words[index] == ","), stop)
    if any(tags[index] not in ("PROPN", "ADP", "DET", "CCONJ", "PUNCT", "NUM", "PART")
           for index in range(start, stop)):
        return None
    while start > first and tags[start - 1] == "PROPN" and relations[start - 1] in (
            "compound", "flat", "nmod:poss"):
        start -= 1
    while stop < end and tags[stop] == "PROPN" and relations[stop] in ("flat", "compound"):
        stop += 1
    if kind != "person":
        stop = with_of(stop, end, words, tags)
    while kind == "person" and start < stop - 1 and words[start].lower() in TITLES:
        start += 1
    return start, stop


def with_of(stop: int, end: int, words, tags) -> int:
    """The end of a name that goes on with "of" and proper nouns."""
    at = stop
    while at < end and words[at].lower() in ("of", "the", "and", "&", "for"):
        at += 1
    if at == stop or at >= end or tags[at] != "PROPN" or words[stop].lower() not in ("of", "for"):
        return stop
    while at < end and tags[at] == "PROPN":
        at += 1
    return at
