"""What somebody typed where a file could have said it: the mark of a list item, the heading of a question.

After `read_typed_marks`: a paragraph that begins with a sign, or with a number or letter that counts, is an item;
`Vraag 3` alone is a heading. What the file itself says goes first.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from build_tools.draft import Bullet, Draft, Given, Line
from build_tools.model import Kind
from build_tools.reading.blocks.heading_shapes import QUESTION
from build_tools.reading.blocks.lists.list_marks import bullet_of, marks_of

REACH = 12
"""Paragraphs between two items of one list: more than a list that somebody types has in one item."""
IN_CONTENTS = re.compile(r"\t\d{1,4}$")
"""How a line of a table of contents ends: a tab, and the number of a page."""
ROMAN = "I"
"""What the style of a Roman number in capitals begins with: headings and initials are written with them as well."""
ITEM_ENDS = (";", ",", ".", "; en", "; of", ", en", ", of")
"""How items end, and headings and names do not."""
FIRST = 1
UNKNOWN = 0
"""The level of what the file does not tell: the rules for text find it."""


def read_typed_marks(draft: Draft) -> Draft:
    """Tell items and headings of questions from plain paragraphs."""
    lines = list(draft.lines)
    openings = [at for at, line in enumerate(lines) if is_plain(line) and opens(lines, at)]
    written = [at for at in openings if not IN_CONTENTS.search(lines[at].text)]
    marks = zip(written, marks_of([lines[at].plain for at in written]), strict=True)
    bullets = {at: mark for at, mark in marks if mark and (mark.style[0] != ROMAN or ends_as_item(lines, at))}
    items = counted(bullets, openings)
    told = dict[int, Given]()
    for at in openings:
        given = lines[at].given
        if given is None:
            continue
        if at in items:
            told[given.paragraph] = replace(given, kind=Kind.ITEM, level=UNKNOWN, bullet=items[at])
        elif QUESTION.fullmatch(lines[at].plain) and ends(lines, at):
            told[given.paragraph] = replace(given, kind=Kind.HEADING, level=UNKNOWN)
    return replace(draft, lines=tuple(with_told(line, told) for line in lines))


def with_told(line: Line, told: dict[int, Given]) -> Line:
    given = told.get(line.given.paragraph) if line.given and is_plain(line) else None
    return replace(line, given=given) if given else line


def is_plain(line: Line) -> bool:
    """Whether the file says no more of a line than that it is text."""
    return line.given is not None and line.given.kind is Kind.PARAGRAPH and line.given.left_out is None


def opens(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is the first of its paragraph."""
    return at == 0 or paragraph_of(lines[at - 1]) != paragraph_of(lines[at])


def ends(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is the last of its paragraph."""
    return at + 1 == len(lines) or paragraph_of(lines[at + 1]) != paragraph_of(lines[at])


def ends_as_item(lines: Sequence[Line], at: int) -> bool:
    """Whether the paragraph that a line opens ends with a stop, as an item does, or announces a list in it by signs."""
    last = next(below for below in range(at, len(lines)) if ends(lines, below))
    below = bullet_of(lines[last + 1].plain) if last + 1 < len(lines) else None
    announces = lines[last].plain.endswith(":") and below is not None and not below.kept
    return announces or lines[last].plain.endswith(ITEM_ENDS)


def paragraph_of(line: Line) -> int:
    return line.given.paragraph if line.given else -1


def counted(bullets: dict[int, Bullet], openings: Sequence[int]) -> dict[int, Bullet]:
    """The marks that begin items: signs before white space, and numbers and letters that count on from their first."""
    places = {at: place for place, at in enumerate(openings)}
    seconds = {(bullet.style, places[at]) for at, bullet in bullets.items() if bullet.value == FIRST + 1}
    items: dict[int, Bullet] = {}
    last: dict[str, int] = {}
    for at, bullet in bullets.items():
        first = bullet.value == FIRST and goes_on(bullet.style, places[at], seconds)
        next_ = bullet.value == last.get(bullet.style, 0) + 1 > FIRST
        if not bullet.kept or first or next_:
            items[at] = bullet
            last |= {bullet.style: bullet.value} if bullet.kept else {}
    return items


def goes_on(style: str, place: int, seconds: set[tuple[str, int]]) -> bool:
    """Whether the second item of a list follows its first soon."""
    return any((style, place + further) in seconds for further in range(1, REACH + 1))
