"""Lines that say the same of each page but for its number: `Kamerbrief tolheffing – mei 2031 – 3`, `2 | Voortgang tol`.

Whatever their words are, and on whichever side the number stands: at the edges of several pages nothing else does.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from itertools import takewhile

from build_tools.data import data
from build_tools.draft import Line
from build_tools.model import Kind
from build_tools.reading.blocks.heading_shapes import ASKED
from build_tools.reading.steps.margins.labels import label_of
from build_tools.reading.steps.page_numbers import closes_page
from build_tools.reading.steps.taking_out import pages

DEEP = 6
"""Lines at the top and at the foot of a page among which such a line is sought: a margin can stand before or behind."""

SEVERAL = 2
"""Pages of which one line must state the number, and words that it must say besides: `Bijlage 2` can head its page."""

NUMBER = re.compile(r"(?P<number>\d{1,4})(?:/\d{1,4})?")
"""`3`, `3/7`."""

ALONE = re.compile(r"(?:(?i:pagina|pag\.|blad(?:zijde)?|blz\.):? )?(?P<number>\d{1,4})(?: ?(?:/|van|\|) ?\d{1,4})?")
"""The same alone on its line, `3 van 7`, `blad 3`."""

CODE = re.compile(r"(?=\S*\d)(?=\S*[A-Z])[\w./-]{6,40}")
"""A reference as one word: `DAF-1184/05`."""

SIGNS = "|–—-•·/.,()[]"
"""What stands between the number and the words."""


def counted_lines(lines: Sequence[Line]) -> dict[int, str]:
    """The lines at the edges of pages that differ in the number of their page alone, with that number. Pages count from
    their first one, or on from a paper before it. A number that each page calls is that of a note, and of what has
    several on one page it is no page's: `soort 12`, `soort 13`."""
    found: dict[tuple[str, int], dict[int, tuple[range, str]]] = defaultdict(dict)
    numbers: dict[tuple[str, int], set[str]] = defaultdict(set)
    for page in pages(lines):
        for at in {*page[:DEEP], *page[-DEEP:]}:
            for own, words in stated_at(lines, at):
                for number, rest in numbers_in(words):
                    found[rest, int(number) - lines[at].page].setdefault(lines[at].page, (own, number))
                    numbers[rest, lines[at].page].add(number)
    counted = {key: own for key, own in found.items() if key[1] >= 0 and counts_on(own, key[0])}
    single = [own for (rest, _), own in counted.items() if all(len(numbers[rest, page]) == 1 for page in own)]
    told = (own.values() for own in single if not all(is_called(lines, *one) for one in own.values()))
    return {at: number for own in told for rows, number in own for at in rows}


def counts_on(pages_with: Collection[int], words: str) -> bool:
    """Whether these are several pages in a row, or every second one: what heads a page now and then is of its text. One
    word can head two of them, `Haven 1`, `Haven 2`."""
    least = SEVERAL if " " in words or CODE.fullmatch(words) else SEVERAL + 1
    return len(pages_with) >= least and len(pages_with) * 2 > max(pages_with) - min(pages_with)


def is_called(lines: Sequence[Line], rows: range, number: str) -> bool:
    """Whether a line begins with a number that stands behind a word above it on its page, as the call of a note."""
    first = lines[rows.start]
    if not first.text.startswith(number):
        return False
    call = re.compile(rf"[^\W\d_][.,;:)”’»]?{number}(?!\w)")
    above = takewhile(lambda at: lines[at].page == first.page, reversed(range(rows.start)))
    return any(call.search(lines[at].text) for at in above)


def stated_at(lines: Sequence[Line], at: int) -> Iterator[tuple[range, list[str]]]:
    """The words of a line, by itself and with the number right above or below it at the edge of its page: elsewhere
    that is the number of a note. What a label says is a thing of the margin, by which the letter is filed."""
    text = lines[at].text
    if is_given(lines[at]) or ASKED.fullmatch(text) or text.endswith((".", ",", ":", ";", "?")):
        return
    words = [word.strip(SIGNS) for word in text.split() if word.strip(SIGNS)]
    yield range(at, at + 1), words
    above, below = (number_at(lines, at, step) if label_of(text) is None else "" for step in (-1, 1))
    if above:
        yield range(at - 1, at + 1), [above, *words]
    if below:
        yield range(at, at + 2), [*words, below]


def is_given(line: Line) -> bool:
    """Whether the source itself says that a line is of a note or a table."""
    return line.given is not None and line.given.kind in (Kind.NOTE, Kind.TABLE)


def number_at(lines: Sequence[Line], at: int, step: int) -> str:
    """The number of the page in the line above or below one, where it is the last of its page or one of the two is the
    first; nothing where none stands there."""
    there = at + step
    if not 0 <= there < len(lines) or lines[there].page != lines[at].page:
        return ""
    first = min(at, there)
    opens, ends = first == 0 or closes_page(lines, first - 1), closes_page(lines, there)
    stated = ALONE.fullmatch(lines[there].text)
    return stated["number"] if stated and (opens or (ends and step > 0)) else ""


def numbers_in(words: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Each number by which a line begins or ends, with what else it says; that of a day is none."""
    dated = len(words) > 1 and words[1].lower() in data("dutch")["months"]
    first = () if dated else words[:1]
    for number, rest in ((first, words[1:]), (words[-1:], words[:-1])):
        stated = NUMBER.fullmatch("".join(number))
        if stated and says_something(rest):
            yield stated["number"], " ".join(rest)


def says_something(words: Sequence[str]) -> bool:
    """Whether these are words enough to tell a line from the row of a table or a heading with a number: a reference, or
    several of which one has letters, or one that no list counts with."""
    worded = any(any(map(str.isalpha, word)) for word in words)
    counting = words[0].lower() in data("dutch")["numbered_nouns"] if words else True
    return any(map(CODE.fullmatch, words)) or (worded and (len(words) >= SEVERAL or not counting))
