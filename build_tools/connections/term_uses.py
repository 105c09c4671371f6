"""Every use of a term, in its sentence.

After `uses_of`: uses are in the order of the letters and their passages; `before`, `word` and `after` together are
the sentence, or what of it lies near enough to be read beside the word.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from build_tools.dutch.sentences import sentences
from build_tools.dutch.spans import longest
from build_tools.dutch.words import Find, Terms, words
from build_tools.model import Passage
from build_tools.sources.term_file import Term

WIDEST = 180
"""Characters of a sentence on each side of the word; of a longer one the rest is left out."""


@dataclass(frozen=True, slots=True)
class Use:
    """A term at its place, with its sentence."""

    term: str
    passage: Passage
    before: str
    word: str
    after: str


def uses_of(terms: Iterable[Term], passages: Iterable[Passage]) -> tuple[Use, ...]:
    """Find the terms in all passages."""
    terms = tuple(terms)
    finder = Terms(dict.fromkeys(form for term in terms for form in (*term.words, *term.exclude)))
    return tuple(use for passage in passages for use in _in_passage(terms, finder, passage))


def _in_passage(terms: Iterable[Term], finder: Terms, passage: Passage) -> Iterator[Use]:
    finds = list(finder.find(words(passage.text)))
    bounds = list(sentences(passage.text)) if finds else []
    for term in terms:
        for find in longest(find for find in finds if find.term in {*term.words, *term.exclude}):
            if find.term not in term.exclude:
                yield _use(term, passage, find, bounds)


def _use(term: Term, passage: Passage, find: Find, bounds: Iterable[tuple[int, int]]) -> Use:
    start, end = next(((a, b) for a, b in bounds if a <= find.start < b), (0, len(passage.text)))
    before, after = passage.text[start : find.start], passage.text[find.end : max(end, find.end)]
    if len(before) > WIDEST:
        before = "… " + re.sub(r"\A\S*\s+", "", before[-WIDEST:])
    if len(after) > WIDEST:
        after = re.sub(r"\s+\S*\Z", "", after[:WIDEST]) + " …"
    return Use(term.id, passage, before, passage.text[find.start : find.end], after)
