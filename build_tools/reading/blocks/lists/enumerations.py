"""Numbers with a parenthesis that count the parts of a sentence: `dat betekent: 1) de sluis opengaat en 2) de brug`.

They begin no items of a list and call no notes.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter

from build_tools.draft import Line

PART = re.compile(r"(?P<number>\d(?<![\w(\[].)\d?)\)(?= [a-zà-ÿ]|$)")
"""`1) de`, or `1)` at a line's end."""

REACH = 8
"""Lines in which the next part of a sentence begins, at the most."""


def enumerated(lines: Sequence[Line]) -> frozenset[int]:
    """Where in the source such numbers begin: the first stands behind a colon, the others count on below it."""
    return frozenset(lines[at].start + start for _, at, start in _parts([line.text for line in lines]))


def within_sentences(texts: Sequence[str]) -> frozenset[int]:
    """The lines that begin with such a number, of a count that has others within lines: a list has none there."""
    found: set[int] = set()
    for _, run in groupby(_parts(texts), key=itemgetter(0)):
        places = [(at, start) for _, at, start in run]
        if any(start for _, start in places):
            found |= {at for at, start in places if not start}
    return frozenset(found)


def _parts(texts: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """Each such number: which count it belongs to, its line, and where in that it begins."""
    wanted, last, count = 0, 0, 0
    for at, text in enumerate(texts):
        for match in PART.finditer(text):
            before = text[: match.start()].rstrip() or (texts[at - 1] if at else "")
            number = int(match["number"])
            first = number == 1 and before.endswith(":")
            if first or (number == wanted and at - last <= REACH):
                wanted, last, count = number + 1, at, count + first
                yield count, at, match.start()
