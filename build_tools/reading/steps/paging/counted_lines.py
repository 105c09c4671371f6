"""Lines that say the same of each page but for its number: `Kamerbrief tolheffing – mei 2031 – 3`, `2 | Voortgang tol`.

Whatever their words are, and on whichever side the number stands: at the edges of several pages nothing else does.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from build_tools.draft import Line
from build_tools.reading.blocks.heading_shapes import ASKED
from build_tools.reading.steps.page_numbers import closes_page
from build_tools.reading.steps.taking_out import pages

DEEP = 6
"""Lines at the top and at the foot of a page among which such a line is sought: a margin can stand before or behind."""

SEVERAL = 2
"""Pages of which one line must state the number, and words that it must say besides: `Bijlage 2` can head its page."""

SIGNS = "|–—-•·/.,()[]"
"""What stands between the number and the words."""


def counted_lines(lines: Sequence[Line]) -> dict[int, str]:
    """The lines at the edges of pages that differ in the number of their page alone, with that number. Pages count from
    their first one, or on from a paper before it."""
    found: dict[tuple[str, int], dict[int, tuple[range, str]]] = defaultdict(dict)
    for page in pages(lines):
        for at in {*page[:DEEP], *page[-DEEP:]}:
            for own, text in stated_at(lines, at):
                for number, rest in numbers_in(text):
                    found[rest, int(number) - lines[at].page].setdefault(lines[at].page, (own, number))
    counted = (own for (_, ahead), own in found.items() if ahead >= 0 and len(own) >= SEVERAL)
    return {at: number for own in counted for rows, number in own.values() for at in rows}


def stated_at(lines: Sequence[Line], at: int) -> Iterator[tuple[range, str]]:
    """What a line says, by itself and with the number right above or below it at the edge of its page: elsewhere that is
    the number of a note."""
    yield range(at, at + 1), lines[at].text
    if closes_page(lines, at):
        return
    opens, below = at == 0 or closes_page(lines, at - 1), lines[at + 1].text
    ends = closes_page(lines, at + 1)
    if (below.isdecimal() and (ends or opens)) or (lines[at].text.isdecimal() and opens):
        yield range(at, at + 2), f"{lines[at].text} {below}"


def numbers_in(text: str) -> Iterator[tuple[str, str]]:
    """Each number by which a line begins or ends, with what else it says."""
    words = [word for word in text.split() if word.strip(SIGNS)]
    if ASKED.fullmatch(text) or text.endswith((".", ":", ";", "?")):
        return
    for first, rest in ((words[:1], words[1:]), (words[-1:], words[:-1])):
        number = "".join(first).strip(SIGNS)
        if number.isdecimal() and len(number) <= 4 and says_something(rest):
            yield number, " ".join(word.strip(SIGNS) for word in rest)


def says_something(words: Sequence[str]) -> bool:
    """Whether these are words enough to tell a line from the row of a table or a heading with a number."""
    return sum(any(map(str.isalpha, word)) for word in words) >= SEVERAL
