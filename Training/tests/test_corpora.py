"""The traps of the corpora, on files of our own making."""

import stat
import textwrap

import pytest

from synoptic_training.corpora import conllu, gum_names, polnear, worldwide
from synoptic_training.corpora.spacing import spaced
from synoptic_training.documents import Sentence

TREEBANK = textwrap.dedent("""\
    # newdoc id = GUM_news_harbor
    # newpar
    # sent_id = 1
    1-2	Don't	_	_	_	_	_	_	_	_
    1	Do	do	AUX	VB	_	3	aux	_	_
    2	n't	not	PART	RB	_	3	advmod	_	_
    3	wait	wait	VERB	VB	_	0	root	_	SpaceAfter=No
    4	.	.	PUNCT	.	_	3	punct	_	_

    # sent_id = 2
    1	Boats	boat	NOUN	NNS	_	2	nsubj	_	_
    2	left	leave	VERB	VBD	_	0	root	_	_
    2.1	left	leave	VERB	VBD	_	_	_	_	_
    3	Mombasa	Mombasa	PROPN	NNP	_	2	obj	_	_

    # newpar
    # sent_id = 3
    1	Ends	end	VERB	VBZ	_	0	root	_	_

    """)


def test_treebank_splits_surface_tokens_and_skips_empty_nodes(tmp_path):
    path = tmp_path / "a.conllu"
    path.write_text(TREEBANK)
    (document,) = conllu.documents(path)
    assert document.genre == "news"
    assert document.words == ["Do", "n't", "wait", ".", "Boats", "left", "Mombasa", "Ends"]
    assert document.spaced == [True, False, True, False, True, True, True, True]
    assert document.heads == [2, 2, -1, 2, 5, -1, 5, -1]
    assert document.paragraphs == [1, 1, 2]
    assert document.text(document.sentences[0]) == "Don't wait."


def test_genres_that_may_not_be_given_away_are_not_among_those_used():
    assert not conllu.GUM_GENRES & {"fiction", "whow", "essay", "letter", "podcast"}
    assert len(conllu.GUM_GENRES) == 10


def test_newswire_drops_the_address_and_inner_names(tmp_path):
    (tmp_path / "kenya_paper_1.txt.tsv").write_text(
        "http://paper.example/1\tO\n\nPort\tB-Facility\tB-Location\nof\tI-Facility\n"
        "Lamu\tI-Facility\tB-Location\n\nJuma\tB-PERSON\nleft\tO\nX\tB-Thing\n")
    (tmp_path / "ke_other_1.txt.tsv").write_text("Nairobi\tB-Location\nshut\tO\n")
    (held,) = worldwide.documents(tmp_path, held_out=True)
    assert held.words == ["Port", "of", "Lamu", "Juma", "left", "X"]
    assert held.names == ["B-Facility", "I-Facility", "I-Facility", "B-Person", "O", None]
    assert [(s.first, s.end) for s in held.sentences] == [(0, 3), (3, 6)]
    (seen,) = worldwide.documents(tmp_path, held_out=False)
    assert seen.words == ["Nairobi", "shut"]


@pytest.mark.parametrize("words, expected", [
    (["He", "said", ":", '"', "Go", "!", '"'], "_ _ . _ . . ."),
    (["It", "cost", "(", "$", "5", ")", "."], "_ _ _ . . . ."),
    (["north", "-", "east"], "_ . ."),
])
def test_guesses_spaces(words, expected):
    found = spaced(words, [Sentence(0, len(words))])
    assert ["_" if value else "." for value in found] == expected.split()


TEXT = "Ana Ruiz said on Monday that the dam\nheld — “for now”. Others did not agree. It rained."


def annotated(tmp_path, name, annotations):
    (tmp_path / "text").mkdir(exist_ok=True)
    (tmp_path / "attributions").mkdir(exist_ok=True)
    (tmp_path / "text" / "dam.txt").write_bytes(TEXT.encode())
    (tmp_path / "attributions" / name).write_text(annotations)


def tool(tmp_path):
    """Stands in for the project's tokenizer: words at white space, a sentence a stop."""
    script = tmp_path / "tool"
    script.write_text(textwrap.dedent("""\
        #!/usr/bin/env python3
        import json, re, sys
        for path in sys.argv[2:]:
            data = open(path, "rb").read()
            sentences, row, number = [], None, 0
            for line in data.split(b"\\n"):
                start = sum(len(l) + 1 for l in data.split(b"\\n")[:number])
                row = [number]
                for match in re.finditer(rb"[^ .]+|\\.", line):
                    row += [start + match.start(), start + match.end()]
                    if match.group() == b".":
                        sentences.append(row)
                        row = [number]
                if len(row) > 1:
                    sentences.append(row)
                number += 1
            print(json.dumps({"path": path, "sentences": sentences}))
        """))
    script.chmod(script.stat().st_mode | stat.S_IEXEC)
    return script


def test_attributions_are_read_by_their_marks(tmp_path):
    first = TEXT.index("that the dam")
    second = TEXT.index("“for now”")
    other = TEXT.index("Others")
    annotated(tmp_path, "dam_aaaa.ann", (
        "T1\tSource 0 8\tAna Ruiz\n"
        "T2\tCue 9 13\tsaid\n"
        # Discontinuous, with a line end in its words.
        f"T3\tContent {first} {first + 17};{second} {second + 9}\tthat the dam\nheld “for now”\n"
        f"T4\tDiscuss {other} {other + 20}\tOthers did not agree\n"
        "E1\tAttribution:T5 Source:T1 Cue:T2 Content:T3\n"
        "E2\tAttribution:T6 Source:T1 Content:T3\n"))
    annotated(tmp_path, "dam_bbbb.ann", "T1\tCue 0 3\tAna\nE1\tCue:T1\n")
    (document,) = polnear.documents(tmp_path, tool(tmp_path))
    (attribution,) = document.attributions
    def words(runs):
        return [" ".join(document.words[a:b]) for a, b in runs]
    assert words(attribution.source) == ["Ana Ruiz"]
    assert words(attribution.cue) == ["said"]
    assert words(attribution.content) == ["that the dam held", "“for now”"]
    assert [document.text(document.sentences[i]) for i in document.discarded] == [
        "Others did not agree."]
    assert document.paragraphs == [0, 1, 1, 1]
    assert document.spaced[0] and document.spaced[document.words.index("held")]


def test_code_points():
    data = "é–a".encode()
    offsets = polnear.code_points(data)
    assert [offsets[0], offsets[2], offsets[5], offsets[6]] == [0, 1, 2, 3]


def test_entities_that_are_names():
    words = "the mayor of Port Sudan , Osman Digna , met Kenyans of Nairobi University of Law".split()
    tags = ("DET NOUN ADP PROPN PROPN PUNCT PROPN PROPN PUNCT VERB PROPN ADP PROPN PROPN ADP "
            "PROPN").split()
    relations = ("det nsubj case compound nmod punct appos flat punct root obj case compound nmod "
                 "case nmod").split()
    marks = ["(1-person-new-n-cf1-2-coref", "", "", "(2-place-new-n-cf1-2-sgl", "2)1)", "",
             "(1-person-giv-n-cf1-1,2-appos", "1)", "", "", "(3-person-new-n-cf2-1-sgl",
             "", "(4-organization-new-n-cf2-2-sgl", "", "", "4)3)"]
    found = gum_names.names(words, tags, relations, marks, plural={10})
    assert found == ["O", "O", "O", "B-Location", "I-Location", "O", "B-Person", "I-Person", "O",
                     "O", None, "O", "B-Organization", "I-Organization", "I-Organization",
                     "I-Organization"]
