"""A page of one print that the other one lacks: what begins on it is lacking, and nothing else.

An editor strikes a paragraph or a part, which ends where a page does by chance. A sheet that was not read ends there.
"""

from functools import lru_cache

from build_tools.compare.model import Change, Comparison, Side
from build_tools.compare.passages import KEPT
from build_tools.compare.telling.traces.trace import Trace, alone
from build_tools.model import Letter, Passage

LOST = "blad_weg"
"""The kind of such a place (`data/verdict.yml`)."""

LEAST = 2
"""Passages that begin on such a page, at the least: an editor can strike the only one."""


def page_lost(comparison: Comparison, change: Change) -> Trace | None:
    """What stands on a page that only one print has."""
    if not (found := alone(comparison, change)):
        return None
    side, passage = found
    pages = _pages_alone(comparison, side)
    return Trace(side, LOST, passage.lines[0]) if _page_of(comparison.letter(side), passage) in pages else None


@lru_cache(maxsize=KEPT)
def _pages_alone(comparison: Comparison, side: Side) -> frozenset[int]:
    """The pages of one print that the other one lacks as a whole."""
    alone = {anchor for row in comparison.rows if row.alone and not row.moved for anchor in row.anchors(side)}
    letter = comparison.letter(side)
    begun: dict[int, list[bool]] = {}
    for passage in letter.passages:
        begun.setdefault(_page_of(letter, passage), []).append(passage.anchor in alone)
    lost = {page for page, lacking in begun.items() if len(lacking) >= LEAST and all(lacking)}
    beside = any(any(lacking) for page, lacking in begun.items() if page not in lost)
    return frozenset() if beside or len(lost) == len(begun) else frozenset(lost)


def _page_of(letter: Letter, passage: Passage) -> int:
    """The page on which a passage begins, from 0 on."""
    turns = _turns(letter.source.text)
    return turns[min(passage.lines[0], len(turns) - 1)]


@lru_cache(maxsize=KEPT)
def _turns(text: str) -> list[int]:
    """How often a page turned before each line, by its number."""
    found = [0]
    for line in text.split("\n"):
        found.append(found[-1] + line.count("\f"))
    return found
