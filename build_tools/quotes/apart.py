"""Sentences that a letter has, but not one behind another as the quotation has them: turned round, or with others left
out that nothing stands for.

Each is looked for by itself, in all of the letter. That finds more by chance than looking in order, so each must be
there for its greater part.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from build_tools.dutch.tokens import words
from build_tools.quotes.finding import ALIKE, FAR, QuotedPlace, Words, exact, letters, near
from build_tools.quotes.letter_words import LetterWords

LEAST_SENTENCE = 3
"""Words: what is shorter is an initial or a number (`Zie art. 3. `), and belongs to what follows."""

_END = re.compile(r"[.!?][\"”»’')\]]*\s+[\"“„«‘'(\[]?")
"""What stands between two sentences: `. «`."""


def sentences_in(part: str) -> Iterator[str]:
    """The sentences of a part of a quotation."""
    start = 0
    for found in _END.finditer(part):
        if part[found.end() : found.end() + 1].isupper() and len(words(part[start : found.end()])) >= LEAST_SENTENCE:
            yield part[start : found.end()]
            start = found.end()
    yield part[start:]


def scattered(sentences: Sequence[Words], row: LetterWords) -> tuple[QuotedPlace | None, ...]:
    """Where each sentence stands; none at all where they stand one behind another. Of equal places a sentence has the
    one that is nearest to the longest sentence.
    """
    whole = [[place for (place,) in exact([sentence], row.keys)] or _nearly(sentence, row) for sentence in sentences]
    longest = max(range(len(sentences)), key=lambda n: letters(sentences[n]) if whole[n] else 0)
    if not whole[longest]:
        return ()
    middle = whole[longest][0].start
    found = [min(places, key=lambda place: abs(place.start - middle), default=None) for places in whole]
    return tuple(found) if _are_apart([place for place in found if place]) else ()


def _nearly(sentence: Words, row: LetterWords) -> list[QuotedPlace]:
    """The place that has most of a sentence."""
    return [place for place in near([sentence], row) if place and place.shared >= ALIKE * letters(sentence)]


def _are_apart(places: Sequence[QuotedPlace]) -> bool:
    return any(not 0 <= other.start - one.end < FAR for one, other in pairwise(places))
