"""Words that only one of two texts has and that are whole lines of its print, amid a sentence.

An editor hardly ever strikes or adds just what stands on a line. A line that was lost when a page was read, that was
read twice, or that a page put between the others, is just that.
"""

from collections.abc import Sequence

from build_tools.compare.model import Change, Comparison, Side
from build_tools.dutch.tokens import words
from build_tools.reading.blocks.typesetting import ENDED

LEAST = 2
"""Words of such lines at the least: one word can be alone on its line by chance."""


def line_of_whole(comparison: Comparison, change: Change, side: Side) -> int | None:
    """The first of the lines that are just what this side alone has of a change; None where there are none."""
    letter, anchor = comparison.letter(side), change.of(side) and (change.a if side is Side.A else change.b)
    wanted = _bare(words(change.of(side)))
    if not letter.wrapped or not anchor or len(wanted) < LEAST:
        return None
    passage = next(passage for passage in letter.passages if passage.anchor == anchor)
    if len(_bare(words(passage.text))) == len(wanted):
        return None
    first, last = passage.lines
    lines = letter.source.text.split("\n")[first - 1 : last]
    return next((first + at for at in range(len(lines)) if _begins(lines, at, wanted)), None)


def _begins(lines: Sequence[str], at: int, wanted: Sequence[str]) -> bool:
    """Whether the lines from this one on are just the words, and not whole sentences.

    A word that a hyphen carries over counts with either line.
    """
    before = next((line.strip() for line in reversed(lines[:at]) if line.strip()), ".")
    found: list[str] = []
    for line in lines[at:]:
        found += _bare(words(line))
        if len(found) >= len(wanted) - 1 and line.strip():
            cut_before, cut_behind = before.endswith("-"), line.rstrip().endswith("-")
            cuts = ((a, b) for a in range(cut_before + 1) for b in range(cut_behind + 1))
            same = any(found[a : len(found) - b] == wanted for a, b in cuts)
            return same and not (ENDED.fullmatch(before) and ENDED.fullmatch(line.strip()))
    return False


def _bare(found: Sequence[str]) -> list[str]:
    """Words without numbers: the call of a note stands in the source and not in the text."""
    return [word for word in found if not word.isdigit()]
