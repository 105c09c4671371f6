"""A trace: which print may be misread at a change, how, and at which line; and what all traces ask of a change."""

from dataclasses import dataclass

from build_tools.compare.model import Change, Comparison, Side
from build_tools.compare.passages import passages_of
from build_tools.dutch.tokens import words
from build_tools.model import Passage

LONGEST = 20_000
"""Characters of a passage that is looked through for each change in it, at the most; no paragraph has more."""


@dataclass(frozen=True, slots=True)
class Trace:
    """In which of the two prints a change may be misread, the kind of place (`data/verdict.yml`), and its line."""

    side: Side
    kind: str
    line: int


def only_side(change: Change) -> Side | None:
    """The one side that has the words of a change; None where both have some."""
    if bool(change.before) == bool(change.after):
        return None
    return Side.A if change.before else Side.B


def words_beside(change: Change, side: Side) -> list[tuple[str, str]]:
    """The words of a change that differ, as the other side and this one have them; none where they are not as many."""
    whole, own = words(change.of(side.other)), words(change.of(side))
    return [pair for pair in zip(whole, own, strict=True) if pair[0] != pair[1]] if len(whole) == len(own) else []


def alone(comparison: Comparison, change: Change) -> tuple[Side, Passage] | None:
    """The one side that has the words of a change, and the passage there that has them."""
    side = only_side(change)
    passage = passage_of(comparison, change, side) if side else None
    return (side, passage) if side and passage else None


def passage_of(comparison: Comparison, change: Change, side: Side) -> Passage | None:
    """The passage of one of the texts that a change stands in; none that is too long to be looked through for it."""
    passage = passages_of(comparison, side).get(change.anchor(side) or "")
    return passage if passage and len(passage.text) <= LONGEST else None
