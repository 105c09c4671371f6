"""Words that only one of two texts has and that are whole lines of its print, amid a sentence.

An editor hardly ever strikes or adds just what stands on a line. A line that was lost when a page was read, that was
read twice, or that a page put between the others, is just that. A row of a table is a line by nature.
"""

from collections.abc import Sequence
from itertools import pairwise

from build_tools.compare.model import Change, Comparison, Side
from build_tools.compare.passages import lines_of, passages_of
from build_tools.dutch.matching import alike_ahead
from build_tools.dutch.sentences import ENDED
from build_tools.dutch.tokens import words
from build_tools.model import Kind

LEAST = 2
"""Words of such lines at the least: one word can be alone on its line by chance."""


def line_of_whole(comparison: Comparison, change: Change, side: Side) -> int | None:
    """The first of the lines that are just what this side alone has of a change; None where there are none."""
    anchor = change.anchor(side)
    wanted = _alone(change.of(side), change.of(side.other))
    if not comparison.letter(side).wrapped or not anchor or len(wanted) < LEAST:
        return None
    passage = passages_of(comparison, side)[anchor]
    if passage.kind is Kind.TABLE or len(_bare(passage.text)) == len(wanted):
        return None
    first, last = passage.lines
    lines = [line.strip() for line in lines_of(comparison, side)[first - 1 : last]]
    return next((first + at for at, line in enumerate(lines) if line and _begins(lines, at, "".join(wanted))), None)


def _alone(own: str, other: str) -> Sequence[str]:
    """The words that one side has and the other not, or at another place.

    Words with which both begin or end do not count, nor a part of one, which is left where the rest is lost.
    """
    mine, theirs = _bare(own), _bare(other)
    if mine == theirs:
        return mine
    start = alike_ahead(mine, theirs)
    mine, theirs = mine[start:], theirs[start:]
    end = alike_ahead(mine[::-1], theirs[::-1])
    mine, theirs = mine[: len(mine) - end], theirs[: len(theirs) - end]
    part = len(theirs) == 1 and mine and (mine[-1].endswith(theirs[0]) or mine[0].startswith(theirs[0]))
    return mine if part or not theirs else ()


def _begins(lines: Sequence[str], at: int, wanted: str) -> bool:
    """Whether the lines from this one on have just these letters, and are not whole sentences."""
    before = next((line for line in reversed(lines[:at]) if line), ".")
    own = [*filter(None, lines[at:]), ""]
    carried = _broken(before, own[0])
    found = ""
    for line, following in pairwise(own):
        found += "".join(_bare(line))
        loose = carried + _broken(line, following)
        if (found in wanted or wanted in found) and abs(len(found) - len(wanted)) <= loose:
            return not (ENDED.fullmatch(before) and ENDED.fullmatch(line))
        if len(found) > len(wanted) + loose:
            break
    return False


def _broken(line: str, following: str) -> int:
    """Letters of the longer part of a word that a hyphen carries over to the next line: they can count with either."""
    parts = (*_bare(line)[-1:], *_bare(following)[:1]) if line.endswith("-") else ()
    return max(map(len, parts), default=0)


def _bare(text: str) -> Sequence[str]:
    """The words of a text without numbers: the call of a note stands in the source and not in the text."""
    return [word for word in words(text) if not word.isdigit()]
