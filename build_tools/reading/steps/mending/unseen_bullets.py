"""Signs of list items that an extraction could not read, and left the space behind them: ` Vaste tarieven`, ` herstel`.

After this step each item's first line knows that it has a sign.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from build_tools.draft import Bullet, Draft, Line
from build_tools.dutch.sentences import ENDED
from build_tools.reading.blocks.lists.list_marks import bullet_of
from build_tools.reading.blocks.typesetting import marked_at_end

ITEM_LINES = 8
"""Lines of one item at the most: a line set in further on can begin a page that lost its sign."""

LEAST = 2
"""Items that show a list, at the least."""

SET_IN = 0.05
"""The part of the lines that are set in further, at the most, where all others stand at the edge: in a text that keeps
its columns one space is nothing."""

SIGN = Bullet("•", 0, 0, False)
"""What stands for a sign that nobody can read."""


def mark_unseen_bullets(draft: Draft) -> Draft:
    """Give lines behind one space a sign where they stand below each other, the first behind the end of a sentence."""
    further = sum(line.indent > 1 for line in draft.lines)
    if further > SET_IN * len(draft.lines):
        return draft
    found = frozenset(at for run in runs(draft.lines) for at in run)
    lines = (replace(line, bullet=SIGN) if at in found else line for at, line in enumerate(draft.lines))
    return replace(draft, lines=tuple(lines)) if found else draft


def runs(lines: Sequence[Line]) -> Iterator[list[int]]:
    """The lines of each list that may begin an item; a space behind a raised number at a line's end begins none."""
    run: list[int] = []
    for at in (at for at in range(1, len(lines)) if may_begin(lines[at])):
        near = run and at - run[-1] <= ITEM_LINES and not any(line.blanks for line in lines[run[-1] : at])
        if near:
            run.append(at)
            continue
        if len(run) >= LEAST:
            yield run
        run = [at] if ENDED.fullmatch(lines[at - 1].plain) and not marked_at_end(lines[at - 1]) else []
    if len(run) >= LEAST:
        yield run


def may_begin(line: Line) -> bool:
    """Whether a line stands behind one space, and begins neither a page nor what is known to be something else."""
    if line.indent != 1 or line.blanks or line.turn or line.heading or line.bullet:
        return False
    return bullet_of(line.text) is None and any(map(str.isalpha, line.text))
