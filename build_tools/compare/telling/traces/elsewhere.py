"""Words that one print has twice, and the other once: a page, a box or a column was read at two places.

Who adds a sentence hardly ever says word for word what stands elsewhere in the letter; headings are often alike.
"""

from collections.abc import Iterator
from functools import lru_cache

from build_tools.compare.model import Change, Comparison, Side
from build_tools.compare.passages import KEPT
from build_tools.compare.telling.traces.trace import Trace, alone
from build_tools.dutch.tokens import passage_words, words
from build_tools.model import Kind

TWICE = "elders_ook"
"""The kind of such places (`data/verdict.yml`)."""

RUN = 8
"""Words in a row that say the same by no chance: fewer can be a name, as `Advies van de Raad van State` is."""

PART = 0.5
"""What part of the runs is said elsewhere, at the least: a line begins and ends within words that are not."""

Run = tuple[str, ...]


def stands_elsewhere(comparison: Comparison, change: Change) -> Trace | None:
    """Words that only one print has, and that it has at another place too."""
    if not (found := alone(comparison, change)) or found[1].kind is Kind.HEADING:
        return None
    side, passage = found
    own = list(_runs(tuple(words(change.of(side)))))
    again = sum(run in twice(comparison, side) for run in own)
    return Trace(side, TWICE, passage.lines[0]) if own and again >= PART * len(own) else None


@lru_cache(maxsize=KEPT)
def twice(comparison: Comparison, side: Side) -> frozenset[Run]:
    """The runs of words that one of the prints has more than once."""
    once: set[Run] = set()
    more: set[Run] = set()
    for passage in comparison.letter(side).passages:
        for run in _runs(passage_words(passage.text)):
            (more if run in once else once).add(run)
    return frozenset(more)


def _runs(own: Run) -> Iterator[Run]:
    return (own[at : at + RUN] for at in range(len(own) - RUN + 1))
