"""What kinds of difference a doubt of a reading can bear on.

Where it doubts words, each difference at these counts: in words, in signs, in hyphens and spaces. Where it doubts what
a text is or where it begins, how the two texts are divided there, and what they take the same words for. What printers
set by habit, as quotation marks and capitals, says nothing of a reading.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from build_tools.compare.model import SUBSTANCE, Change, ChangeKind, Comparison, Row, Side
from build_tools.compare.passages import KEPT, in_substance, passages_of
from build_tools.dutch.dates import day_in
from build_tools.dutch.tokens import BOUNDARY
from build_tools.model import Doubt, DoubtKind, FactKey, Letter

OF_FORM = (
    DoubtKind.TABLE_GIVEN_UP,
    DoubtKind.SIGNER_IN_TEXT,
    DoubtKind.LIST_UNSURE,
    DoubtKind.PARAGRAPH_BREAKS_OFF,
    DoubtKind.WEAK_HEADING,
    DoubtKind.PARAGRAPH_UNSURE,
)
"""Doubts what a text is, or where it begins or ends; those that say most of it first."""

OF_NO_WORDS = (DoubtKind.WEAK_HEADING, DoubtKind.PARAGRAPH_UNSURE)
"""Those of them that say nothing of the words."""

OF_FACTS = (DoubtKind.FACT_CONTRADICTED, DoubtKind.FACT_UNSURE)
"""Doubts about what a paper states of itself."""

BY_HABIT = ("hoofdletters", "aanhalingstekens", "voorletters", "schrijfwijze")
"""Rules of signs that each printer sets his own way, in all of a text."""

WITHIN_WORDS = ("regeleinde", "afbreekteken", "gebroken")
"""Rules of layout for what stands between the letters of a word."""


@lru_cache(maxsize=KEPT)
def in_words(comparison: Comparison) -> frozenset[int]:
    """The changes that touch words, and what stands in words and between them; also that one text parts two passages
    where the other one has not even a space."""
    return in_substance(comparison) | {change.n for change in comparison.changes if _is_of_signs(change)}


def _is_of_signs(change: Change) -> bool:
    signs = change.kind is ChangeKind.SIGN and change.rule not in BY_HABIT
    glued = BOUNDARY in change.before + change.after and not (change.before and change.after)
    return signs or change.rule in WITHIN_WORDS or (glued and change.kind is ChangeKind.LAYOUT)


@lru_cache(maxsize=KEPT)
def boundaries(comparison: Comparison) -> frozenset[int]:
    """The changes, but for words, by which a passage ends in one of the texts alone."""
    found = (change for change in comparison.changes if change.kind not in SUBSTANCE)
    return frozenset(change.n for change in found if BOUNDARY in change.before + change.after)


def taken_for_others(comparison: Comparison, row: Row) -> bool:
    """Whether both texts have a row and take it for something else: a heading, an item, a table."""
    one, other = ({passages_of(comparison, side)[anchor].kind for anchor in row.anchors(side)} for side in Side)
    return bool(one and other) and one != other


def doubts_of_the_day(letter: Letter) -> Iterator[Doubt]:
    """The doubts of a reading that are about the date of the letter, by which one of two is the older one."""
    day = letter.fact(FactKey.DATE)
    for doubt in letter.doubts:
        stated = (day_in(part.strip()) for part in re.split(r"[()]", doubt.text))
        if doubt.kind in OF_FACTS and doubt.settled is None and day and day in stated:
            yield doubt
