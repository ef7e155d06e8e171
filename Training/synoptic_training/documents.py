"""What every corpus reader gives: words in sentences in paragraphs, and what is known of them."""

from dataclasses import dataclass, field

IGNORED = -100


@dataclass
class Sentence:
    """A run of words of a document."""

    first: int
    end: int
    """What the base model makes of the sentence's text; filled in where vectors are trained."""
    vector: object = None


@dataclass
class Attribution:
    """Runs of words [first, end) that name who speaks, mark speaking, and are said."""

    source: list[tuple[int, int]] = field(default_factory=list)
    cue: list[tuple[int, int]] = field(default_factory=list)
    content: list[tuple[int, int]] = field(default_factory=list)


@dataclass
class Document:
    """A text of words. Lists of labels are as long as `words` or None where nothing is known."""

    name: str
    genre: str
    words: list[str]
    """Whether white space stands before each word."""
    spaced: list[bool]
    sentences: list[Sentence]
    """The paragraph of each sentence; None where the corpus does not tell."""
    paragraphs: list[int] | None
    """Whether the sentences are the annotators' (true) or found by rule."""
    has_true_sentences: bool = False
    tags: list[str] | None = None
    """The head of each word as an index into `words`; -1 for a sentence's root."""
    heads: list[int] | None = None
    relations: list[str] | None = None
    lemmas: list[str] | None = None
    """B-, I- and O labels; None for a word of which nothing is known."""
    names: list[str | None] | None = None
    attributions: list[Attribution] | None = None
    """Sentences (indexes) that the annotators left out."""
    discarded: set[int] = field(default_factory=set)
    """What teachers think of the words (distillation.py); None without teachers."""
    lesson: object = None

    def text(self, sentence: Sentence) -> str:
        """A sentence as written, as far as the corpus tells."""
        parts = []
        for index in range(sentence.first, sentence.end):
            if self.spaced[index] and index > sentence.first:
                parts.append(" ")
            parts.append(self.words[index])
        return "".join(parts)
