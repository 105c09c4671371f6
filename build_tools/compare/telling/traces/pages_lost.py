"""A page of one print that the other one lacks: what begins on it is lacking, and nothing else.

An editor strikes a paragraph or a part, which ends where a page does by chance. A sheet that was not read ends there.
"""

from functools import lru_cache

from build_tools.addresses import is_note
from build_tools.compare.model import Change, Comparison, Side
from build_tools.compare.passages import KEPT, passages_of
from build_tools.compare.telling.traces.trace import Trace, alone
from build_tools.model import Letter, Passage

LOST, AT_TURN = "blad_weg", "alinea_bij_bladwissel"
"""The kinds of such places (`data/verdict.yml`)."""

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


def lost_at_turn(comparison: Comparison, change: Change) -> Trace | None:
    """A passage that one print lacks just where its page turns, and has room for it: an editor's
    page is full."""
    if not (found := alone(comparison, change)):
        return None
    side, passage = found
    room = _at_turns(comparison, side).get(change.n, 0)
    return Trace(side, AT_TURN, passage.lines[0]) if room > passage.lines[1] - passage.lines[0] else None


@lru_cache(maxsize=KEPT)
def _at_turns(comparison: Comparison, side: Side) -> dict[int, int]:
    """The changes by which one print has passages alone, where the page of the other one turns, and for how many lines
    that page has room."""
    other, found = passages_of(comparison, side.other), dict[int, int]()
    room = _rooms(comparison.letter(side.other).source.text)
    turns, last, waiting = _turns(comparison.letter(side.other).source.text), 0, set[int]()
    for row in comparison.rows:
        own = [other[anchor] for anchor in row.anchors(side.other) if not is_note(anchor)]
        if own and turns[min(own[0].lines[0], len(turns) - 1)] > turns[last]:
            found |= dict.fromkeys(waiting, room[turns[last]])
        if own:
            last, waiting = min(own[-1].lines[1], len(turns) - 1), set()
        elif row.alone and not row.moved:
            waiting |= {piece.change for piece in row.pieces}
    return found


def _rooms(text: str) -> list[int]:
    """How many lines fewer than the fullest one each page has."""
    lines = [sum(bool(line.strip()) for line in page.split("\n")) for page in text.split("\f")]
    return [max(lines) - own for own in lines]


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
