"""Guesses where white space stood in text that a corpus gives as words only."""

from synoptic_training.documents import Sentence

CLOSING = set(".,;:?!%)]}”…") | {"...", "''", "n't", "'s", "’s", "'m", "'re", "'ve", "'d", "'ll",
                                 "’m", "’re", "’ve", "’d", "’ll", "n’t"}
OPENING = set("([{$“‘£€#") | {"``"}


def spaced(words: list[str], sentences: list[Sentence]) -> list[bool]:
    """Whether white space stood before each word."""
    result = [True] * len(words)
    for sentence in sentences:
        is_open = {'"': False, "'": False}
        was_opening = False
        for index in range(sentence.first, sentence.end):
            word = words[index]
            is_spaced = index == sentence.first or (
                not was_opening and word.lower() not in CLOSING)
            was_opening = word in OPENING
            if word in is_open:
                if is_open[word]:
                    is_spaced = False
                else:
                    was_opening = True
                is_open[word] = not is_open[word]
            elif word in ("-", "/", "–") and index > sentence.first and index + 1 < sentence.end:
                is_spaced = words[index - 1][-1:].isspace() or word == "–"
                was_opening = word != "–"
            result[index] = is_spaced
    return result
