"""Notes behind the foot of their page: an extraction gave the foot first, so that they stand above the next page.

The text of that page goes on below them, often without a blank line. After `end_behind_foot`: where it does.
"""

from collections.abc import Iterator, Sequence

from build_tools.draft import Line
from build_tools.reading.blocks.measure import width
from build_tools.reading.footnotes.calls.own_lines import MarkerPlace
from build_tools.reading.footnotes.openings import Ground, Opening, ended, is_bare

STOPS = (".", "!", "?")
"""How a note surely ends; one that ends in a number or a sign that closes can go on."""

WIDER = 1.15
"""How much wider than every line of the notes a line of text is that is set over the whole page."""


def end_behind_foot(ground: Ground, chain: Sequence[Opening], places: Sequence[MarkerPlace | None]) -> int | None:
    """Where the text goes on below notes that the page before calls; None where they do not stand so, or nothing tells.

    `… Daar komt bij dat`, the foot, `2 Schoolverlaters 2015.`, `veel studenten het niet melden.`
    """
    lines, first = ground.lines, chain[0].index
    begin = chain[-1].index + 1 + is_bare(chain[-1], lines)
    if not first or first > ground.page.start or not lines[first].turn or not called_above(lines, first, places):
        return None
    behind = range(begin, ground.page.stop)
    if not ended(lines[first - 1]):
        going_on = [at for at in behind if ended(lines[at - 1]) and lines[at].text[0].islower()]
        return next((at for at in going_on if lines[at - 1].text.endswith(STOPS)), going_on[0] if going_on else None)
    return next(begins_anew(lines, first, behind), None)


def called_above(lines: Sequence[Line], first: int, places: Sequence[MarkerPlace | None]) -> bool:
    """Whether the page directly before a line calls all the notes that are called: endnotes come last."""
    page = lines[first - 1].page
    return all(lines[place.target].page == page for place in places if place)


def begins_anew(lines: Sequence[Line], first: int, behind: range) -> Iterator[int]:
    """Where text begins below notes, whose first line is `first`: in a heading above a blank line, in lines wider than
    any of the notes, or below a blank line: on the last page that can stand within the notes of a whole letter."""
    last_page = behind.stop == len(lines)
    widest = max((width(line.text) for line in lines[first : behind.start]), default=0)
    for at in behind:
        if ended(lines[at - 1]) and lines[at].text[0].isupper():
            alone = at + 1 < behind.stop and lines[at + 1].blanks > 0 and not ended(lines[at])
            if (lines[at].blanks and not last_page) or alone or width(lines[at].text) > WIDER * widest:
                yield at
        widest = max(widest, width(lines[at].text))
