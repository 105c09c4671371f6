"""Lines that are drawn between two parts of a text with signs of the keyboard: `----------`, `* * *`."""

import re
from dataclasses import replace
from itertools import pairwise

from build_tools.draft import Draft
from build_tools.dutch.sentences import ENDED
from build_tools.model import Reason
from build_tools.reading.steps.taking_out import take_out

DRAWN = re.compile(r"[-–—_=~*#]{3,}|([-–—_=~*#.•·])(?: \1){2,}")
"""Three signs or more, or one and the same with spaces between: `-----`, `=====`, `* * *`, `. . .`."""


def take_out_drawn(draft: Draft) -> Draft:
    """Take such lines out. What stands below one is a text of its own where that above has ended: else it was drawn
    above notes, and the sentence goes on below these."""
    drawn = {at for at, line in enumerate(draft.lines) if DRAWN.fullmatch(line.plain)}
    rest = take_out(draft, dict.fromkeys(drawn, Reason.PAGE_FOOT))
    last = {below.number: above for above, below in pairwise(rest.lines)}
    under = {draft.lines[at + 1].number for at in drawn if at + 1 < len(draft.lines)}
    own = {number for number in under & last.keys() if ENDED.fullmatch(last[number].plain)}
    lines = (replace(line, turn=False, blanks=line.blanks or 1) if line.number in own else line for line in rest.lines)
    return replace(rest, lines=tuple(lines))
