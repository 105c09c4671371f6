"""Signatures that stand beside each other in a line, a tab between them: each is a line of its own.

After `signers_apart`: two offices beside each other are two lines, and the names below them too.
"""

from collections.abc import Sequence
from dataclasses import replace

from build_tools.sources.readers.office.layout_tables import OFFICE
from build_tools.sources.readers.office.standing import Standing
from build_tools.sources.readers.office.written import BREAK, TextRun

LONGEST = 70
"""Characters of an office or a name in such a line."""
REACH = 3
"""Lines below the offices that go on beside each other: the rest of a long office, a name, a town."""


def signers_apart(found: Sequence[Standing]) -> list[Standing]:
    """The paragraphs with those parted in which people sign beside each other."""
    told: list[Standing] = []
    signers, left = 0, 0
    for one in found:
        parts = parts_of(one)
        if len(parts) > 1 and all(map(OFFICE.match, parts)):
            signers, left = len(parts), REACH
        elif not left or len(parts) != signers:
            told.append(one)
            continue
        else:
            left -= 1
        told.append(replace(one, paragraph=replace(one.paragraph, runs=tuple(map(broken, one.paragraph.runs)))))
    return told


def parts_of(one: Standing) -> list[str]:
    """What stands beside each other in a line of short parts; nothing in running text."""
    parts = [part.strip() for part in one.paragraph.text.split("\t") if part.strip()]
    fits = not one.table and one.left_out is None and all(len(part) <= LONGEST for part in parts)
    return parts if fits else []


def broken(run: TextRun) -> TextRun:
    """A run with its tabs as line ends."""
    return replace(run, text=run.text.replace("\t", BREAK))
