"""Names of parts of a ministry, or of who sends a letter, that came out of a margin between the lines of a sentence."""

from collections.abc import Iterator, Sequence

from build_tools.draft import Line
from build_tools.dutch.matching import is_half
from build_tools.dutch.sentences import ENDED
from build_tools.reading.blocks.lists.list_marks import bullet_of
from build_tools.reading.steps.margins.addresses import NARROW
from build_tools.reading.steps.margins.labels import is_name, is_unit

LINES = 3
"""Lines of such a name at the most: `Directie Maatschappelijke` / `Ondersteuning`."""

SHORT = 0.6
"""The part of the line above it that each of them takes at the most: a sentence that names a unit fills its lines."""


def units_in_sentences(lines: Sequence[Line]) -> Iterator[range]:
    """The lines of each name that stands so: what is above is not ended, and goes on below it in a small letter."""
    for at in range(1, len(lines) - 1):
        if is_unit(lines[at].text) and is_name(lines[at].text) and is_open(lines[at - 1].text):
            ends = range(min(at + LINES, len(lines) - 1), at, -1)
            yield from (range(at, end) for end in ends if parts_sentence(lines, at, end))


def with_name_above(lines: Sequence[Line], margin: range) -> range:
    """A margin with the name right above it, where both stand between the lines of a sentence: it heads the margin."""
    if margin.start < 2 or margin.stop == len(lines):
        return margin
    above, name, below = (lines[at] for at in (margin.start - 2, margin.start - 1, margin.stop))
    heads = name.text[0].isupper() and above.text[-1].islower() and bullet_of(below.text) is None
    return range(margin.start - 1, margin.stop) if heads and parts_sentence((above, name, below), 1, 2) else margin


def parts_sentence(lines: Sequence[Line], at: int, end: int) -> bool:
    """Whether the lines [at, end) are of such a name, and the sentence goes on below them."""
    goes_on = lines[end].text[0].islower() and not lines[end].blanks and not is_part(lines[at - 1], lines[end])
    return goes_on and all(is_part(lines[at - 1], line) for line in lines[at:end])


def is_open(text: str) -> bool:
    """Whether a line of a sentence goes on below it, and wants no name."""
    return not ENDED.fullmatch(text) and not is_half(text) and text[-1].islower()


def is_part(above: Line, line: Line) -> bool:
    """Whether a line is of such a name, close below a much longer one."""
    short = len(line.text) <= min(NARROW, SHORT * len(above.text))
    return short and is_name(line.text) and not line.blanks and line.page == above.page
