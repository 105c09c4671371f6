"""Signatures side by side whose columns a text keeps no white space between.

`De minister van Financiën, De minister van Defensie,` / `A. Meel B. Rogge`: two of each stand on a line. Where a line
has to be parted is told by portfolios that are known, and by the initials of names.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product

from build_tools.draft import Draft, Line
from build_tools.reading.signing.colleges import POST, bare
from build_tools.reading.signing.shapes import OFFICE, ROLE, WITH_INITIALS, is_whole_role, names_person
from build_tools.reading.steps.pieces import piece

ANOTHER = re.compile(rf"(?<=\S) (?=(?:de )?{OFFICE} (?:van|voor) )", re.IGNORECASE)
"""Where a second role begins on a line: `… van Financiën, De minister van Defensie,`."""

GAP = re.compile(r"[ \t]+")
"""Between two words."""

MOST_MORE = 2
"""Lines that two roles side by side run on over, at the most: in a column of half a page a portfolio takes three."""

MOST_ROLES = 4
"""Lines above the names of two roles that came out below each other at the most: two of each."""

LONGEST_ROW = 160
"""Characters of a line with two roles or names at the most."""

Row = tuple[Line | None, Line | None]
"""What of a line stands in the left column, and what in the right one."""


def part_signature_rows(draft: Draft) -> Draft:
    """Two signatures on the same lines follow each other, each with its role and its name."""
    lines: list[Line] = []
    at = 0
    while at < len(draft.lines):
        rows = rows_from(draft.lines, at)
        if rows:
            columns = [list(filter(None, side)) for side in zip(*rows, strict=True)]
            lines += [line for first, *rest in columns for line in (replace(first, blanks=1), *rest)]
        else:
            lines.append(draft.lines[at])
        at += len(rows) or 1
    return replace(draft, lines=tuple(lines))


def rows_from(lines: Sequence[Line], at: int) -> list[Row]:
    """The lines of two signatures from one on, names below roles or above them; none where there are none."""
    if ROLE.match(lines[at].text):
        for stop in range(at + 1, min(at + 1 + MOST_ROLES, len(lines))):
            names = names_on(lines[stop])
            roles = roles_on(lines[at:stop]) or roles_below(lines[at:stop]) if names else []
            if names and roles:
                return [*roles, names]
        return []
    posts = posts_around(lines[at : at + 2])
    if posts:
        return posts
    names = names_on(lines[at]) if WITH_INITIALS.fullmatch(lines[at].text) else None
    stops = range(min(at + 2 + MOST_MORE, len(lines)), at + 1, -1) if names else ()
    roles = next(filter(None, (roles_on(lines[at + 1 : stop]) for stop in stops)), [])
    return [names, *roles] if names and roles else []


def posts_around(lines: Sequence[Line]) -> list[Row]:
    """Two lines with two posts and two names, in either order: `de secretaris, de burgemeester,` / `A. Meel B. Rogge`;
    none where they are no such."""
    if len(lines) < 2:
        return []
    for post, name in (lines, lines[::-1]):
        names = names_on(name) if len(post.text) <= LONGEST_ROW and POST.match(post.text) else None
        posts = (
            [row for row in ways_of(post) if all(part and POST.fullmatch(part.text) for part in row)] if names else []
        )
        if names and len(posts) == 1:
            return [posts[0], names] if post is lines[0] else [names, posts[0]]
    return []


def names_on(line: Line) -> Row | None:
    """A line as two names, of which the second has initials; None where it is no two."""
    if len(line.text) > LONGEST_ROW:
        return None
    ways = [row for row in ways_of(line) if all(part and names_person(bare(part.text)) for part in row)]
    sure = [row for row in ways if row[1] and WITH_INITIALS.fullmatch(row[1].text)]
    return sure[0] if len(sure) == 1 else None


def roles_on(lines: Sequence[Line]) -> list[Row]:
    """Lines as two roles side by side, each with a portfolio that is known and nothing behind it; none where they are
    no two."""
    if any(len(line.text) > LONGEST_ROW for line in lines):
        return []
    role = ROLE.match(lines[0].text)
    second = ANOTHER.search(lines[0].text, role.end("office")) if role else None
    if second is None:
        return []
    first = (piece(lines[0], 0, second.start()), piece(lines[0], second.end(), len(lines[0].text)))
    more = product(*([*ways_of(line)] for line in lines[1:]))
    return next(([first, *rows] for rows in more if all(map(is_role, zip(first, *rows, strict=True)))), [])


def roles_below(lines: Sequence[Line]) -> list[Row]:
    """The same where an extraction gave the right one below the left one, and only their names side by side."""
    texts = [line.text for line in lines]
    starts = (at for at in range(1, len(lines)) if is_whole_role(texts[:at]) and is_whole_role(texts[at:]))
    start = next(starts, 0)
    return [(line, None) if at < start else (None, line) for at, line in enumerate(lines)] if start else []


def ways_of(line: Line) -> Iterator[Row]:
    """All ways to part a line at a space, and those in which it stands in one of the columns."""
    for gap in GAP.finditer(line.text):
        yield piece(line, 0, gap.start()), piece(line, gap.end(), len(line.text))
    yield from ((line, None), (None, line))


def is_role(parts: Sequence[Line | None]) -> bool:
    """Whether lines are a role that ends in its portfolio."""
    return is_whole_role([part.text for part in parts if part])
