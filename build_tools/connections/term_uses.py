"""Every use of a term, in its sentence.

After `TermFinder.uses`: uses are in the order of the terms, those of each in that of the text; `before`, `word` and
`after` together are the sentence, or what of it lies near enough to be read beside the word.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from build_tools.dutch.sentences import sentences
from build_tools.dutch.spans import longest
from build_tools.dutch.words import Find, Terms
from build_tools.model import Passage
from build_tools.sources.term_file import Term

WIDEST = 180
"""Characters of a sentence on each side of the word; of a longer one the rest is left out."""

_LAST_WORD = re.compile(r"\A(.*(?<!\s)|)\s+\S*\Z", re.DOTALL)
"""What stands before the last word, and that: from its end on, as it is near."""


@dataclass(frozen=True, slots=True)
class Use:
    """A term at its place, [start, end) of a passage, and where the sentence around it begins and ends there.

    The texts are cut when they are asked for: a letter has hundreds, and they would take more room than itself.
    """

    term: str
    passage: Passage
    sentence: tuple[int, int]
    start: int
    end: int

    @property
    def before(self) -> str:
        text = self.passage.text[self.sentence[0] : self.start]
        return text if len(text) <= WIDEST else "… " + re.sub(r"\A\S*\s+", "", text[-WIDEST:])

    @property
    def word(self) -> str:
        return self.passage.text[self.start : self.end]

    @property
    def after(self) -> str:
        text = self.passage.text[self.end : max(self.sentence[1], self.end)]
        return text if len(text) <= WIDEST else _LAST_WORD.sub(r"\1", text[:WIDEST], count=1) + " …"


class TermFinder:
    """The terms that are followed, ready to be looked for."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self._forms = {term: frozenset((*term.words, *term.exclude)) for term in terms}
        self._finder = Terms(dict.fromkeys(form for term in self._forms for form in (*term.words, *term.exclude)))

    def uses(self, passage: Passage) -> Iterator[Use]:
        """Every use in a passage, term by term."""
        finds = list(self._finder.find(passage.text))
        bounds = list(sentences(passage.text)) if finds else []
        for term, forms in self._forms.items() if finds else ():
            for find in longest(find for find in finds if find.term in forms):
                if find.term not in term.exclude:
                    yield _use(term, passage, find, bounds)


def _use(term: Term, passage: Passage, find: Find, bounds: Iterable[tuple[int, int]]) -> Use:
    sentence = next(((a, b) for a, b in bounds if a <= find.start < b), (0, len(passage.text)))
    return Use(term.id, passage, sentence, find.start, find.end)
