"""The number of the first note of a page that an extraction glued to the last word of its text.

That word is broken off by the page, and the extraction joins what stands behind its hyphen: `de gemeen1` / `Staatsblad
2019, 7.` / `2` / `Idem, blz. 4.` below `de kade1 en de brug2`.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from build_tools.draft import Draft, Line
from build_tools.reading.steps.mending.run_in_notes import BEGINS, REACH, calls
from build_tools.reading.steps.pieces import piece

GLUED = re.compile(r"[a-zà-ÿ](?P<number>[1-9]\d?)$")
"""`de gemeen1`: a word that no stop ends, with a number right behind it at the end of a line."""

NOTE_LINES = 6
"""Lines of a note at the most below which the number of the next one is sought."""


def part_glued_numbers(draft: Draft) -> Draft:
    """Put each such number on a line of its own: the text above calls it in another place already, a note follows, and
    below that the next number stands alone on its line."""
    lines = draft.lines
    cuts = {at: found.start("number") for at, line in enumerate(lines) if (found := GLUED.search(line.text))}
    own = {at: cut for at, cut in cuts.items() if begins_notes(lines, at, cut)}
    parts = (part for at, line in enumerate(lines) for part in (parted(line, own[at]) if at in own else (line,)))
    return replace(draft, lines=tuple(parts)) if own else draft


def begins_notes(lines: Sequence[Line], at: int, cut: int) -> bool:
    """Whether the first of several notes stands right below a line that ends in its number."""
    number = int(lines[at].text[cut:])
    below = [line.text for line in lines[at + 1 : at + 2 + NOTE_LINES]]
    if not below or not BEGINS.match(below[0]) or str(number + 1) not in below or str(number) in below:
        return False
    above = (*(line.text for line in lines[max(0, at - REACH) : at]), lines[at].text[:cut])
    return calls("\n".join(above), number)


def parted(line: Line, cut: int) -> Sequence[Line]:
    """The text, and the number behind it."""
    return piece(line, 0, cut), replace(piece(line, cut, len(line.text)), indent=line.indent)
