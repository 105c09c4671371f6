"""The names of members under a motion or an amendment: surnames alone, each on a line, that end the paper."""

import re
from collections.abc import Iterator, Sequence, Set
from functools import cache

from build_tools.data import data
from build_tools.draft import Draft, HeadLine, Line
from build_tools.reading.signing.shapes import MEMBER

MOVED = re.compile(r"gaa(?<=\bgaa)[nt] over tot de orde van de dag[.,;]?$")
"""How a motion ends, with a stop as a rule, also where no head says that it is one: below it stand the names of those
who move it."""

LONGEST_SURNAME = 40
"""Characters of such a line at the most."""

MOST_MOVERS = 30
"""Members who move one paper at the most; a motion of all groups has about twenty."""

LONGEST_CLAUSE = 12
"""Lines of a part of a motion that are looked at, at the most."""

CLAUSE_ENDS = (",", ";", ":")
"""What a part of a motion ends with: the next part begins a paragraph, though the sentence goes on."""

PASSAGE_ENDS = (".", ":", ";", "!", "?", "”", "»", ")")
"""What the text above the names ends with."""


def names_of_members(draft: Draft) -> Iterator[range]:
    """The lines with the names of members: those that end a paper that members move, and those below a motion."""
    lines = draft.lines
    first = first_name(lines) if moved(draft) else len(lines)
    if 0 < first < len(lines) and lines[first - 1].plain.endswith(PASSAGE_ENDS):
        yield range(first, len(lines))
    for at in range(1, len(lines)):
        if MOVED.search(lines[at - 1].plain) and (end := last_name(lines, at)) > at:
            yield range(at, end)


def first_name(lines: Sequence[Line]) -> int:
    """The first of the names with which the lines end."""
    at = len(lines)
    while at > max(0, len(lines) - MOST_MOVERS) and is_member(lines[at - 1].plain):
        at -= 1
    return at


def last_name(lines: Sequence[Line], at: int) -> int:
    """The index after the names that stand from here on; below a motion one can have a stop."""
    end = at
    while end < min(len(lines), at + MOST_MOVERS) and is_member(lines[end].plain.removesuffix(".")):
        end += 1
    return end


def is_member(text: str) -> bool:
    """Whether a line can be the name of a member, and nothing else; `Stemming` is what a site shows below a motion."""
    known = text.lower() in data("web_page")["common"]
    return len(text) <= LONGEST_SURNAME and MEMBER.fullmatch(text) is not None and not known


def moved(draft: Draft) -> bool:
    """Whether members move the paper: its head says so."""
    return any(of_members(line) for line in draft.head)


def parts_motion(before: str, text: str) -> bool:
    """Whether a new part of a motion begins with this line: `overwegende, dat …` behind `gehoord de beraadslaging,`."""
    return before.endswith(CLAUSE_ENDS) and clauses().match(text) is not None


def is_clause(text: str) -> bool:
    """Whether a text begins as a part of a motion does: `overwegende, dat`."""
    return clauses().match(text) is not None


def in_clause(texts: Sequence[str], at: int, starts: Set[int]) -> bool:
    """Whether a line is of a part of a motion that has begun at one of these lines, and not ended with it."""
    for up in range(at, max(at - LONGEST_CLAUSE, -1), -1):
        if texts[up].endswith(PASSAGE_ENDS):
            return False
        if up in starts:
            return is_clause(texts[up])
    return False


@cache
def clauses() -> re.Pattern[str]:
    """The openings of the parts of a motion, the longest first."""
    openings = sorted(data("papers")["clauses"], key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, openings))})(?!\w)")


def of_members(line: HeadLine) -> bool:
    """Whether a line of the head says that the paper is a motion or an amendment."""
    kinds = data("papers")["of_members"]
    return line.states == "document title" and any(kind in line.value.lower().split() for kind in kinds)
