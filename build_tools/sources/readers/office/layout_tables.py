"""Tables that show nothing in rows and columns but only place text on a page: a letterhead, a frame, a whole paper."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from build_tools.dutch.matching import salutes
from build_tools.sources.readers.office.styles import role_of
from build_tools.sources.readers.office.written import Box, Item, Paragraph, Table

RUNNING = 100
"""Characters: no line of a letterhead is as long."""
FULL = 3
"""Paragraphs that make a cell full of text."""
MOST = 0.5
"""Of the text, or of the paragraphs of a table: more than so much is most of it."""
LONGEST_SIGNATURE = 600
"""Characters of a table in which some people sign beside each other."""
OFFICE = re.compile(r"(?:de )?(?:vice-?)?(?:minister|staatssecretaris|(?:in)?formateur|voorzitter)\b", re.IGNORECASE)
"""How a line begins in which somebody signs."""


def lays_out(table: Table, begun: bool, whole: int) -> bool:
    """Whether a table only lays out what stands in it, in a text with `whole` characters that has begun or not."""
    found = list(paragraphs(table))
    size = sum(len(paragraph.text) for paragraph in found)
    return (
        not found
        or is_one_column(table)
        or is_letterhead(found)
        or (size > MOST * whole and fullest(table) >= FULL)
        or (not table.ruled and (not begun or signs(found, size) or fullest(table, RUNNING) >= FULL))
    )


def is_one_column(table: Table) -> bool:
    """Whether no row has text in more than one cell."""
    filled = Counter(cell.place.row for cell in table.cells if any(texts(cell.content)))
    return all(count == 1 for count in filled.values())


def is_letterhead(found: Sequence[Paragraph]) -> bool:
    """Whether most of it is in styles of a letterhead or a margin."""
    return sum(role_of(paragraph) in ("head", "margin", "edge") for paragraph in found) > MOST * len(found)


def fullest(table: Table, least: int = 1) -> int:
    """The most paragraphs in one cell, counting those of a length."""
    return max(sum(len(text) >= least for text in texts(cell.content)) for cell in table.cells)


def begins_text(text: str) -> bool:
    """Whether a line is where the running text has begun at the latest: a salutation, or more than a letterhead has."""
    return salutes(text) or len(text) >= RUNNING


def signs(found: Sequence[Paragraph], size: int) -> bool:
    """Whether people sign in it: an office, and little else."""
    return size <= LONGEST_SIGNATURE and any(OFFICE.match(paragraph.text.strip()) for paragraph in found)


def paragraphs(item: Item) -> Iterator[Paragraph]:
    """The paragraphs with text in a thing, however deep."""
    if isinstance(item, Paragraph):
        yield from (item,) if item.text.strip() else ()
    elif isinstance(item, Box):
        for part in item.content:
            yield from paragraphs(part)
    else:
        for cell in item.cells:
            for part in cell.content:
                yield from paragraphs(part)


def texts(content: Sequence[Item]) -> Iterator[str]:
    return (paragraph.text.strip() for item in content for paragraph in paragraphs(item))
