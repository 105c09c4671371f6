"""How deep the items of a list lie."""

from collections.abc import Sequence

from build_tools.sources.readers.office.standing import Standing

DEEPER = 2
"""Columns by which a list in a list is set further in."""
Place = tuple[str, int, int]
"""The list that an item counts in, its depth there, the columns that it stands in."""


def depths(found: Sequence[Standing]) -> list[int]:
    """For each paragraph its depth as an item, from 1; 0 for what is none. What is no item and stands further in than
    the outermost item leaves the list open.
    """
    told: list[int] = []
    open_: list[Place] = []
    for one in found:
        paragraph = one.paragraph
        if paragraph.label is None or one.heading:
            within = open_ and not one.heading and paragraph.indent >= open_[0][2] > 0
            open_ = open_ if within else []
            told.append(0)
            continue
        place = paragraph.series, paragraph.depth, paragraph.indent
        open_ = [*(above for above in open_ if lies_above(above, place)), place]
        told.append(len(open_))
    return told


def lies_above(above: Place, place: Place) -> bool:
    """Whether an item lies in a list inside another item."""
    if above[0] == place[0]:
        return above[1] < place[1]
    return above[2] + DEEPER <= place[2]
