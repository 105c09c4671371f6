"""The numbers in a citation: one, a list, a range, each with the words that name it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from string import ascii_uppercase

from build_tools.citations.grammar import NEXT
from build_tools.papers.numbers import DASH

LONGEST_RANGE = 60
"""Papers in a range that are all named; of a longer one (a misprint, more likely) only the ends."""

_RANGE = re.compile(rf"{DASH}|t/m|tot\sen\smet")
"""What joins the ends of a range: `12–15`, `12 t/m 15`."""

_LETTERS = (*ascii_uppercase, *map("".join, product(ascii_uppercase, repeat=2)))
"""The letters of the Eerste Kamer in order: `A`, …, `Z`, `AA`, `AB`."""

_NO_LETTERS = frozenset({"EU", "VN", "VS", "EK", "TK", "AO", "NL", "EN", "DE", "OF", "IN", "II", "III"})
"""Capitals behind a dossier that are no letters of a paper: names in short, houses, words of a heading in capitals."""


@dataclass(frozen=True, slots=True)
class Item:
    """A number as printed, at [start, end), and how it is joined to the one before: as the end of a range,
    or at least by more than a comma.
    """

    value: str
    start: int
    end: int
    closes_range: bool = False
    joined: bool = False


def numbers(first: re.Match[str] | None, text: str, digits: int) -> list[Item]:
    """Every number of at most so many digits from the first on; those between the ends of a range stand, without
    words, where it ends. Behind a singular `nr.` a comma alone makes no list: `nr. 88, 12 …`.
    """
    return list(_with_those_between(_printed(first, text, digits))) if first else []


def _with_those_between(items: list[Item]) -> Iterator[Item]:
    for before, item in zip([None, *items], items, strict=False):
        if before and item.closes_range:
            between = _between(before.value, item.value)
            if len(between) < LONGEST_RANGE:
                yield from (Item(number, item.end, item.end) for number in between)
        yield item


def _between(first: str, last: str) -> Sequence[str]:
    """What lies between the ends of a range, of numbers or of letters; a number with a letter, `12a`, has none."""
    if first.isdigit() and last.isdigit():
        return [str(number) for number in range(int(first) + 1, int(last))]
    if first in _LETTERS and last in _LETTERS:
        return _LETTERS[_LETTERS.index(first) + 1 : _LETTERS.index(last)]
    return ()


def _printed(first: re.Match[str], text: str, digits: int) -> list[Item]:
    if not _is_number(first["item"], digits):
        return []
    items = [_item(first)]
    while len(items) < LONGEST_RANGE and (found := NEXT.match(text, items[-1].end)):
        if not _is_number(found["item"], digits) or found["item"].isalpha() != items[0].value.isalpha():
            break
        items.append(_item(found))
    while len(items) > 1 and not items[-1].joined and not first.groupdict().get("plural"):
        items.pop()
    return items


def _item(match: re.Match[str]) -> Item:
    named = match.groupdict()
    sign = named.get("sign") or ""
    joined = (
        bool(named.get("nr") or named.get("aside"))
        or sign not in {"", ",", ";", "/"}
        or (sign == "/" and match["item"].isalpha())
    )
    return Item(match["item"], match.start("item"), match.end("item"), bool(_RANGE.fullmatch(sign)), joined)


def _is_number(item: str, digits: int) -> bool:
    """Whether it can number a paper; none begins with a nought, as the year of `nr. 38058/09` does."""
    return item not in _NO_LETTERS and item[0] != "0" and sum(map(str.isdigit, item)) <= digits
