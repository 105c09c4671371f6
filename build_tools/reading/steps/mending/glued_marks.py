"""Letters and numbers of list items that an extraction glued to their texts: `b.het vergroten`, `2)een meldpunt`."""

import re
from collections.abc import Sequence, Set
from dataclasses import replace
from itertools import pairwise

from build_tools.draft import Bullet, Draft, Line
from build_tools.reading.blocks.lists.list_marks import bullet_of
from build_tools.reading.steps.pieces import piece

GLUED = re.compile(r"\(?(?:[a-z]|[ivx]{2,5}|\d{1,2})[.)](?=[A-Za-zà-ÿ][a-zà-ÿ])")
"""`b.het`, `iii.het`: a mark with a word right behind it; in `o.a.` and `b.v.` no two letters follow the first stop."""


def part_glued_marks(draft: Draft) -> Draft:
    """Put each such mark on a line of its own, where it stands in a row of them: `a.` and `b.` follow each other."""
    found = {at: mark for at, line in enumerate(draft.lines) if (mark := mark_of(line))}
    glued = [at for at in found if GLUED.match(draft.lines[at].text)]
    apart = in_a_row(found) & set(glued) if glued else set()
    parts = (part for at, line in enumerate(draft.lines) for part in (parted(line) if at in apart else (line,)))
    return replace(draft, lines=tuple(parts)) if apart else draft


def mark_of(line: Line) -> Bullet | None:
    """The letter or number that a line begins with as an item does, glued or not."""
    glued = GLUED.match(line.text)
    bullet = bullet_of(glued[0] + " x" if glued else line.text)
    return bullet if bullet and bullet.kept else None


def in_a_row(marks: dict[int, Bullet]) -> Set[int]:
    """The lines whose mark counts on from the one of its style before it, or is counted on from."""
    found: set[int] = set()
    for style in {mark.style for mark in marks.values()}:
        own = [(at, mark.value) for at, mark in marks.items() if mark.style == style]
        found |= {at for (a, before), (b, after) in pairwise(own) if after == before + 1 for at in (a, b)}
    return found


def parted(line: Line) -> Sequence[Line]:
    """The mark, and the text behind it, which lies as deep."""
    glued = GLUED.match(line.text)
    end = glued.end() if glued else 0
    return piece(line, 0, end), replace(piece(line, end, len(line.text)), indent=line.indent)
