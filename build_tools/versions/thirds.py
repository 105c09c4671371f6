"""Whether a third letter shows that two are one form, filled in: where they differ it has something else again.

Of fewer letters than show a mould (`chance.py`) that is all there is to see. Versions of one letter differ from each
other at places of their own: an editor hardly ever changes the same words twice, and names or subjects least.
"""

from collections.abc import Iterable, Sequence
from functools import cache

from build_tools.compare.words.word_diff import Run, word_diff
from build_tools.data import data
from build_tools.versions.index import NUMBER, Codes, coded

FILLED_IN = 2
"""So many places at the least: one may be edited twice."""

OF_FORM = 0.7
"""The part of a letter that the third one must have as well: what it lacks otherwise tells of no open place."""

NUMBERS = 3
"""So many numbers and months: a date and an amount, `3 mei` and `40 miljoen`, may be another one in each version."""


def filled_in(one: Codes, other: Codes, thirds: Iterable[Codes]) -> bool:
    """Whether most places where two letters have other words are filled in otherwise again in a third one: a name or a
    subject among them, or more numbers than are brought up to date in each version.
    """
    places = [run for run in word_diff(one, other) if not run.equal and run.a0 < run.a1 and run.b0 < run.b1]
    return len(places) >= FILLED_IN and any(_anew(one, other, third, places) for third in thirds)


def _anew(one: Codes, other: Codes, third: Codes, places: Sequence[Run]) -> bool:
    mine, theirs = _kept(one, third), _kept(other, third)
    if sum(mine) < OF_FORM * len(one):
        return False
    anew = [run for run in places if not all(mine[run.a0 : run.a1]) and not all(theirs[run.b0 : run.b1])]
    words = sum(max(run.a1 - run.a0, run.b1 - run.b0) for run in anew)
    named = any(_named(one[run.a0 : run.a1]) and _named(other[run.b0 : run.b1]) for run in anew)
    return len(anew) >= FILLED_IN and 2 * len(anew) >= len(places) and (named or words >= NUMBERS)


def _kept(own: Codes, other: Codes) -> bytearray:
    """For each word of the one whether it stands in the other, in order."""
    kept = bytearray(len(own))
    for run in word_diff(own, other):
        if run.equal:
            kept[run.a0 : run.a1] = b"\1" * (run.a1 - run.a0)
    return kept


def _named(filled: Codes) -> bool:
    """Whether there is a word that is no number and no month."""
    return any(not word & NUMBER and word not in _months() for word in filled)


@cache
def _months() -> frozenset[int]:
    return frozenset(coded(data("dutch")["months"]))
