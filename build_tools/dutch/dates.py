"""Dates as Dutch letters write them."""

import datetime
import re
from functools import cache

from build_tools.data import data
from build_tools.dutch.roman import roman, roman_value

YEAR = r"(?:\d{4}|[’'‘]\d{2}(?!\d)|[MDCLXVI]{4,15}|[mdclxvi]{4,15})"
"""`1921`, `’96`, or as old papers print it, `MDCCCXLVIII`."""

FIRST_OF_LAST_CENTURY = 50
"""A year of two digits from this one on is one of 1900; those of letters lie less than a life back or ahead."""

WEEKDAY = r"(?:[Mm]aan|[Dd]ins|[Ww]oens|[Dd]onder|[Vv]rij|[Zz]ater|[Zz]on)dag"

DAY = rf"(?:{WEEKDAY},? )?\d{{1,2}}(?:e|de|ste|den|sten)? [A-Za-z]{{3,9}}\.? {YEAR}"
"""`16 juni 2011`, `maandag 15den December 1921`, `8 feb. ’12`: what can be a date, of which `date_in` knows whether it
is."""

DATE = re.compile(rf"\b(\d{{1,2}})(?:e|de|ste|den|sten)? ([a-z]{{3,9}})\.? ({YEAR})\b")
"""The same within a text in small letters; months have three letters (`mei`, `feb.`) to nine (`september`)."""

IN_FIGURES = re.compile(r"(?P<day>\d{1,2})(?P<sign>[-./])(?P<month>\d{1,2})(?P=sign)(?P<year>\d{4})(?: .*)?")
"""`12-03-2024`, `12.3.2024`, perhaps with the hour behind it: how sites write a day, and labels of a head can."""

PLACE_DATE = re.compile(
    r"(?:(?P<place>[A-Z’'‘][\w’'‘-]*(?: [A-Z]\w+)*),|(?P<capital>Den Haag|[’'‘]s-Gravenhage)) "
    rf"(?:den? |d\.d\. )?(?P<date>{DAY})\.?"
)
"""`Den Haag, 12 juli 2022`, `’s-Gravenhage, den 16 Juni 1911.`, `Den Haag 12 juli 2022`."""


def day_in(text: str) -> str | None:
    """The day that a site or a label states, in words or figures, as ISO 8601."""
    figures = IN_FIGURES.fullmatch(text)
    if figures is None:
        return date_in(text)
    return iso(figures["year"], int(figures["month"]), figures["day"])


def date_in(text: str) -> str | None:
    """The first date in a text, as ISO 8601; None where there is none or where it cannot be."""
    for match in DATE.finditer(text.lower()):
        day, month, year = match.groups()
        if found := iso(year, _months().get(month, 0), day):
            return found
    return None


def iso(year: str, month: int, day: str) -> str | None:
    """A day as ISO 8601; None where there is no such day."""
    try:
        return datetime.date(year_of(year), month, int(day)).isoformat()
    except ValueError:
        return None


def year_of(text: str) -> int:
    """A year in figures, perhaps two, or in Roman ones; 0 where letters are no number: `dixi`."""
    if text.isdecimal():
        return int(text)
    if text[1:].isdecimal():
        last = int(text[1:])
        return last + (1900 if last >= FIRST_OF_LAST_CENTURY else 2000)
    year = roman_value(text)
    return year if roman(year) == text else 0


@cache
def _months() -> dict[str, int]:
    """The numbers of months by their names, also as they are shortened and as older papers write them."""
    names: dict[str, int] = {name: n for n, name in enumerate(data("dutch")["months"], start=1)}
    return names | {other: names[name] for other, name in data("dutch")["months_otherwise"].items()}
