"""Lines that belong together, and those of which a file says so itself."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from build_tools.draft import Bullet, Draft, Line
from build_tools.dutch.dates import DATE
from build_tools.dutch.sentences import ENDED
from build_tools.model import Kind
from build_tools.reading.blocks.lists.members import names_of_members
from build_tools.reading.signing.signatures import signatures

SHORT_WORDS, SHORT_LINES = 8, 3
"""Words of a short group at the most, and lines over which a narrow cell or box spreads them."""

NUMBERED = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5}|[A-Z])[.:)]?\s")
"""A number or letter that a heading can have: `1. Inleiding`, `B. Kosten`, `IV Slot`."""


@dataclass(frozen=True, slots=True)
class LineGroup:
    """Lines that belong together: [start, end), what they begin with, and whether they sign the letter."""

    start: int
    end: int
    bullet: Bullet | None = None
    signature: bool = False


def given_groups(draft: Draft) -> Iterator[LineGroup]:
    """The paragraphs as the file itself gives them; the lines of a signature are one, whatever it gives."""
    lines = draft.lines
    found = (*signatures(lines), *names_of_members(draft))
    runs = [run for run in found if not any(is_cell(lines[at]) for at in run)]
    signed = {at: run for run in runs for at in run}

    def whole(at: int) -> tuple[bool, int]:
        """What a line is part of: a signature that begins at a line, or a paragraph of the file."""
        given = lines[at].given
        return (True, signed[at].start) if at in signed else (False, given.paragraph if given else -1)

    for (signature, _), run in groupby(range(len(lines)), key=whole):
        own = list(run)
        given = lines[own[0]].given
        signs = signature or (given is not None and given.kind is Kind.SIGNATURE)
        yield LineGroup(own[0], own[-1] + 1, given.bullet if given and not signs else None, signs)


def is_cell(line: Line) -> bool:
    """Whether a line stands in a table: a minister and a name beside each other there sign nothing."""
    return line.given is not None and line.given.cell is not None


def text_of(lines: Sequence[Line], own: LineGroup) -> str:
    """The lines of a group as one text, for judging it."""
    return " ".join(line.plain for line in lines[own.start : own.end])


def is_bare(lines: Sequence[Line], own: LineGroup) -> bool:
    """Whether a group has no mark, is no signature and is nothing that its file says."""
    return own.bullet is None and not own.signature and not lines[own.start].given


def is_short(text: str, own: LineGroup) -> bool:
    """Whether a group is a few words without an end, a number before them or a mark; a day begins with a number too."""
    few = own.end - own.start <= SHORT_LINES and len(text.split()) <= SHORT_WORDS
    numbered = NUMBERED.match(text) is not None and not DATE.fullmatch(text)
    return few and own.bullet is None and not own.signature and not ENDED.fullmatch(text) and not numbered
