"""Names of a treebank from a teacher's scores and the true trees."""

import numpy as np

from synoptic_training.documents import Document, Sentence
from synoptic_training.labels import NAMES
from synoptic_training.silver_names import mended

PERSON, PLACE, BODY, DATE = "Person", "Location", "Organization", "Date"


def read(rows, said, sure=0.97):
    """Labels of words (word, tag, head counted from 1, relation), where the teacher `said` each
    label, or what it says with less certainty in "?" before the label."""
    scores = np.full((len(rows), len(NAMES)), (1 - sure) / (len(NAMES) - 1))
    for index, label in enumerate(said):
        share = 0.5 if label.startswith("?") else sure
        scores[index] = (1 - share) / (len(NAMES) - 1)
        scores[index, NAMES.index(label.lstrip("?"))] = share
    words, tags, heads, relations = zip(*rows)
    document = Document("letter", "email", list(words), [True] * len(words),
                        [Sentence(0, len(words))], None, True, list(tags),
                        [head - 1 for head in heads], list(relations))
    return mended(document, np.log(scores))


WROTE = [("Amina", "PROPN", 3, "nsubj"), ("Diallo", "PROPN", 1, "flat"),
         ("wrote", "VERB", 0, "root"), ("Friday", "PROPN", 3, "obl:unmarked")]


def test_a_name_is_widened_to_its_whole_run():
    assert read(WROTE, ["B-Person", "O", "O", "B-Date"]) == [
        "B-Person", "I-Person", "O", "B-Date"]


def test_common_nouns_are_no_names():
    rows = [("Finance", "NOUN", 2, "nsubj"), ("called", "VERB", 0, "root")]
    assert read(rows, ["B-Organization", "O"]) == ["O", "O"]


def test_runs_that_meet_are_two_names():
    rows = [("in", "ADP", 2, "case"), ("Recife", "PROPN", 0, "root"),
            ("Brazil", "PROPN", 2, "appos")]
    assert read(rows, ["O", "B-Location", "I-Location"]) == ["O", "B-Location", "B-Location"]


def test_words_between_runs_join_them_unless_they_are_marks():
    rows = [("Bank", "PROPN", 0, "root"), ("of", "ADP", 3, "case"), ("Ghana", "PROPN", 1, "nmod")]
    said = ["B-Organization", "I-Organization", "I-Organization"]
    assert read(rows, said) == said
    rows[1] = (",", "PUNCT", 3, "punct")
    assert read(rows, said) == ["B-Organization", None, "B-Organization"]


def test_a_noun_behind_a_name_is_cut_off_and_unsaid():
    rows = [("Lima", "PROPN", 2, "compound"), ("area", "NOUN", 0, "root")]
    assert read(rows, ["B-Location", "I-Location"]) == ["B-Location", None]


def test_nothing_is_said_where_the_teacher_is_unsure():
    assert read(WROTE, ["?B-Person", "?I-Person", "O", "O"])[:2] == [None, None]
    assert read(WROTE, ["?O", "O", "O", "O"])[0] is None


def test_dates_and_peoples_need_no_proper_noun():
    rows = [("last", "ADJ", 2, "amod"), ("week", "NOUN", 0, "root")]
    assert read(rows, ["B-Date", "I-Date"]) == ["B-Date", "I-Date"]
