"""Lines that are no printed ones: an extraction began a new line behind something raised (a marker, `2e`)."""

import re

from build_tools.draft import Line
from build_tools.dutch.sentences import ENDED
from build_tools.reading.blocks.heading_shapes import ASKS_ON, OPENS_NUMBERED, heads_text
from build_tools.reading.blocks.measure import SLACK, first_word
from build_tools.reading.blocks.typesetting import ONE_LINE, PrintedLines, marked_at_end

RAISED_ENDING = re.compile(r"\d(?:e|de|ste)$")
"""`de 2e` at a line's end: the ending of an ordinal number is often printed raised."""


def forces_breaks(page: PrintedLines) -> bool:
    """Whether the extraction begins a new line behind every marker: then none stands in the midst of a line, and behind
    one at least the line was not full. That all stand at ends of lines can be by chance, where there are few."""
    if any(line.marks and not marked_at_end(line) for line in page.lines):
        return False
    return any(marked_at_end(page.lines[at - 1]) and breaks_line(page, at) for at in range(1, len(page.lines)))


def breaks_line(page: PrintedLines, at: int) -> bool:
    """Whether a line and the one above it are parts of one printed line: the sentence goes on from the first to the
    second, or from that to the next one, where there was room for its next word; or they fill it together."""
    if page.lines[at].blanks or page.lines[at].turn:
        return False
    return broken_off(page, at - 1) or (one_line(page, at) and (broken_off(page, at) or fill_one(page, at)))


def one_line(page: PrintedLines, at: int) -> bool:
    """Whether a line and the one above it take no more than one printed line; together they can fill it."""
    together = page.filled(at - 1) + page.width(" " + page.printed[at])
    return together <= ONE_LINE * page.measures[at - 1]


def fill_one(page: PrintedLines, at: int) -> bool:
    """Whether a line that begins a sentence fills one with the line above it, so that no next word has room."""
    if at + 1 >= len(page.lines) or page.lines[at + 1].blanks or page.lines[at + 1].turn:
        return False
    together = page.filled(at - 1) + page.width(f" {page.printed[at]} {first_word(page.texts[at + 1])}")
    return ENDED.fullmatch(page.texts[at - 1]) is not None and together > page.measures[at - 1]


def broken_off(page: PrintedLines, at: int) -> bool:
    """Whether a line ends within a sentence, with room left for its next word."""
    below = page.texts[at + 1] if at + 1 < len(page.texts) else ""
    runs_on = below[:1].islower() and page.bullets[at + 1] is None and not ENDED.fullmatch(page.texts[at])
    return runs_on and page.fits(at, first_word(below))


def raised_at_end(text: str, line: Line) -> bool:
    """Something raised at a line's end (a marker, `2e`) makes an extraction leave a blank line below it."""
    return marked_at_end(line) or RAISED_ENDING.search(text) is not None


def spaced_break(page: PrintedLines, at: int) -> bool:
    """An extraction began a new line behind a raised number, and left there the space that follows it."""
    before, line = page.lines[at - 1], page.lines[at]
    return line.indent - before.indent == 1 and not (line.blanks or line.turn) and marked_at_end(before)


def forced_break(page: PrintedLines, at: int) -> bool:
    """An extraction can begin a new line behind a raised number; both parts together are one printed line."""
    before = page.lines[at - 1]
    together = page.filled(at - 1) + page.width(" " + page.texts[at])
    asks_on = ASKS_ON.match(page.texts[at]) is not None
    if spaced_break(page, at):
        return True
    breaks = (page.forces_breaks or asks_on) and marked_at_end(before)
    if not (breaks and together <= ONE_LINE * page.measures[at - 1]):
        return False
    following = page.texts[at + 1] if at + 1 < len(page.texts) else ""
    if not asks_on and heads_text(page.texts[at - 1], page.texts[at], following):
        return False
    full = together + page.width(" " + first_word(following)) > SLACK * page.measures[at - 1]
    return full or (ENDED.fullmatch(page.texts[at]) is not None and not OPENS_NUMBERED.match(page.texts[at]))
