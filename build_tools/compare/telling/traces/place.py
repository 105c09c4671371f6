"""Where a change stands in the text of its row, and in the lines of the print that has it or lacks it."""

from dataclasses import dataclass
from functools import lru_cache

from build_tools.compare.model import Change, Comparison, Side
from build_tools.compare.passages import KEPT, passages_of
from build_tools.compare.printed import PrintedPassage, printed_row


@dataclass(frozen=True, slots=True)
class ChangePlace:
    """A passage and its lines in one of the prints, and where a change begins and ends in the text of its row there,
    without the spaces around it: at one offset where this print lacks the words.
    """

    printed: PrintedPassage
    begin: int
    end: int


def place_of(comparison: Comparison, change: Change, side: Side) -> ChangePlace | None:
    """The place of a change in one of the prints; None where its row has no passage there."""
    return _places(comparison, side).get(change.n)


@lru_cache(maxsize=KEPT)
def _places(comparison: Comparison, side: Side) -> dict[int, ChangePlace]:
    """The places of all changes in one of the prints, by their numbers: of each the first one."""
    found: dict[int, ChangePlace] = {}
    passages = passages_of(comparison, side)
    for row in comparison.rows:
        if row.anchors(side) and any(piece.change for piece in row.pieces):
            printed, end = printed_row(row, side, passages), 0
            for piece in row.pieces:
                own, begin, end = piece.of(side), end, end + len(piece.of(side))
                if piece.change and piece.change not in found:
                    before, behind = len(own) - len(own.lstrip()), len(own) - len(own.rstrip())
                    ends = (begin + before, end - behind) if own.strip() else (begin, end)
                    found[piece.change] = ChangePlace(printed.at(ends[0]), *ends)
    return found
