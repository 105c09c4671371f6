"""The links with which a site leads from a note back to the text: `2 Kamerstuk 31 215, nr. 4. Terug naar de tekst`."""

import re
from dataclasses import replace
from functools import cache

from build_tools.data import data
from build_tools.draft import Cut, Draft, Line
from build_tools.model import Reason
from build_tools.reading.steps.pieces import piece
from build_tools.reading.steps.taking_out import take_out

OPENS_NOTE = re.compile(r"[\[(^]*\d{1,3}\b.*")
"""How the line of a note begins, or the one above it: with its number, `2 Kamerstuk …`, `[2] Kamerstuk …`, `2`."""

LEADING = re.compile(r"[\^↑↩]\ufe0e? ?(?=\[?\d{1,3}\b)")
"""`^ 1 Kamerstuk …`: a link that stands before the number."""


def take_out_back_links(draft: Draft) -> Draft:
    """Take such a link out where it ends the line of a note, or stands below one."""
    lines = [without_link(line) if of_note(draft, at) else line for at, line in enumerate(draft.lines)]
    alone = (at for at, line in enumerate(lines) if line.cuts and not line.plain.strip())
    rest = take_out(replace(draft, lines=tuple(lines)), dict.fromkeys(alone, Reason.AROUND))
    return without_leading_links(rest)


def without_leading_links(draft: Draft) -> Draft:
    """A text without the signs before the numbers of its notes that lead back: `^ 1 NOS`."""
    ends = {at: link.end() for at, line in enumerate(draft.lines) if (link := LEADING.match(line.text))}
    cuts = (Cut(draft.lines[at].start, draft.lines[at].start + end, Reason.AROUND) for at, end in ends.items())
    lines = (behind(line, ends[at]) if at in ends else line for at, line in enumerate(draft.lines))
    return replace(draft, lines=tuple(lines), taken=(*draft.taken, *cuts))


def behind(line: Line, end: int) -> Line:
    """A line from an offset on, that stands where the whole stood."""
    return replace(piece(line, end, len(line.text)), blanks=line.blanks, turn=line.turn, indent=line.indent)


def of_note(draft: Draft, at: int) -> bool:
    """Whether a line begins with the number of a note, or stands below one that does, and no sentence goes on below."""
    goes_on = at + 1 < len(draft.lines) and draft.lines[at + 1].text[:1].islower()
    return not goes_on and any(OPENS_NOTE.fullmatch(line.text) for line in draft.lines[max(0, at - 1) : at + 1])


def leads_back(line: Line) -> bool:
    """Whether a line is such a link alone."""
    return link_shape().fullmatch(line.text) is not None


def without_link(line: Line) -> Line:
    """A line of a note without the link at its end."""
    link = link_shape().search(line.text)
    own = Cut(line.start + link.start(), line.end, Reason.AROUND) if link else None
    return replace(line, cuts=(*line.cuts, own)) if own else line


@cache
def link_shape() -> re.Pattern[str]:
    """The links, the longest first, perhaps in brackets, at the end of a line."""
    links = sorted(data("web_page")["back"], key=len, reverse=True)
    return re.compile(rf"(?:^|(?<=\s))[\[(]?(?i:{'|'.join(map(re.escape, links))})[\])]?\.?$")
