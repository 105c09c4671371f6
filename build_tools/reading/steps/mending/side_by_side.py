"""Signatures side by side, where a text keeps the look of the page: after `part_signatures` they follow each other."""

from collections.abc import Sequence
from dataclasses import replace

from build_tools.draft import Draft, Line
from build_tools.reading.signing.colleges import bare, is_known
from build_tools.reading.signing.shapes import ROLE, is_whole_role, names_person
from build_tools.reading.steps.pieces import fragments

STRAY = 1
"""Columns by which a part of a line may begin left of its column and still belong to it."""

MOST_ROWS = 6
"""Lines of signatures side by side below their first at the most: a role in a narrow column takes up to four, and its
name one."""

ENDS = (".", ":", ";")
"""What no line of a role ends with."""


def part_signatures(draft: Draft) -> Draft:
    """Signatures side by side, each of a role and a name below or above it, follow each other."""
    lines: list[Line] = []
    at = 0
    while at < len(draft.lines):
        columns, end = signed_columns(draft.lines, at)
        lines += [line for first, *rest in columns for line in (replace(first, blanks=1), *rest)]
        lines += [] if columns else [draft.lines[at]]
        at = end
    return replace(draft, lines=tuple(lines))


def signed_columns(lines: Sequence[Line], at: int) -> tuple[list[list[Line]], int]:
    """The columns of signatures whose roles begin side by side at this line, and the index after them; no columns and
    the next index where there are none.

    A role may run on below itself, also where the one beside it does not: `De minister van Economische    De minister
    van Financiën,` / `Zaken en Klimaat,`. The names stand side by side again, and end it.
    """
    first = fragments(lines[at])
    if len(first) > 1 and all(names_person(bare(part.text)) for part in first):
        return columns_below_names(lines, at)
    if len(first) < 2 or not all(ROLE.fullmatch(part.text) or is_known(part.text) for part in first):
        return [], at + 1
    columns = [[replace(part, blanks=0, indent=0)] for part in first]
    for end in range(at + 1, min(at + 1 + MOST_ROWS, len(lines))):
        placed = in_columns(fragments(lines[end]), [part.indent for part in first])
        for column, part in placed:
            columns[column].append(replace(part, blanks=0, indent=0))
        if len(placed) == len(first) and all(names_person(bare(part.text)) for _, part in placed):
            return columns, end + 1
        if not placed or any(part.text.endswith(ENDS) for _, part in placed):
            break
    return [], at + 1


def columns_below_names(lines: Sequence[Line], at: int) -> tuple[list[list[Line]], int]:
    """The same where the names stand above: the roles end with portfolios that are known, or are posts."""
    first = fragments(lines[at])
    columns = [[replace(part, blanks=0, indent=0)] for part in first]
    found: list[list[Line]] = []
    end_found = at + 1
    for end in range(at + 1, min(at + 1 + MOST_ROWS, len(lines))):
        placed = in_columns(fragments(lines[end]), [part.indent for part in first])
        if not placed or (found and lines[end].blanks):
            break
        columns = [[*own, *(part for n, part in placed if n == column)] for column, own in enumerate(columns)]
        if all(is_office([line.text for line in own[1:]]) for own in columns):
            found, end_found = columns, end + 1
    return [[replace(line, blanks=0, indent=0) for line in own] for own in found], end_found


def is_office(texts: Sequence[str]) -> bool:
    """Whether lines are a role with a portfolio that is known, or a post at a body."""
    return is_whole_role(texts) or (len(texts) == 1 and is_known(texts[0]))


def in_columns(parts: Sequence[Line], edges: Sequence[int]) -> list[tuple[int, Line]]:
    """The parts of a line, each with the column that it stands in; none where one stands in no column."""
    if len(parts) == len(edges):
        return list(enumerate(parts))
    places = [next((n for n, edge in enumerate(edges) if abs(part.indent - edge) <= STRAY), -1) for part in parts]
    return [] if -1 in places else list(zip(places, parts, strict=True))
