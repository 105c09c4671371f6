"""Dates as Dutch letters write them."""

import datetime
import re
from functools import cache

from build_tools.data import data
from build_tools.dutch.roman import roman, roman_value

YEAR = r"(?:\d{4}|[MDCLXVI]{4,15}|[mdclxvi]{4,15})"
"""`1921`, or as old papers print it, `MDCCCXLVIII`."""

DAY = rf"\d{{1,2}}(?:e|de|ste|den|sten)? [A-Za-z]{{3,9}}\.? {YEAR}"
"""`16 juni 2011`, `15den December 1921`, `8 feb. 2012`: what can be a date, of which `date_in` knows whether it is."""

DATE = re.compile(rf"\b(\d{{1,2}})(?:e|de|ste|den|sten)? ([a-z]{{3,9}})\.? ({YEAR})\b")
"""The same within a text in small letters; months have three letters (`mei`, `feb.`) to nine (`september`)."""

IN_FIGURES = re.compile(r"(\d{1,2})-(\d{1,2})-(\d{4})(?: .*)?")
"""`12-03-2024`, perhaps with the hour behind it: how sites write a day, and labels of a head can."""

PLACE_DATE = re.compile(rf"(?P<place>[A-Z’'‘][\w’'‘-]*(?: [A-Z]\w+)*), (?:den? )?(?P<date>{DAY})\.?")
"""`Den Haag, 12 juli 2022`, `’s-Gravenhage, den 16 Juni 1911.`"""


def day_in(text: str) -> str | None:
    """The day that a site or a label states, in words or figures, as ISO 8601."""
    figures = IN_FIGURES.fullmatch(text)
    if figures is None:
        return date_in(text)
    day, month, year = map(int, figures.groups())
    try:
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return None


def date_in(text: str) -> str | None:
    """The first date in a text, as ISO 8601; None where there is none or where it cannot be."""
    for match in DATE.finditer(text.lower()):
        day, month, year = match.groups()
        if number := _months().get(month):
            try:
                return datetime.date(year_of(year), number, int(day)).isoformat()
            except ValueError:
                continue
    return None


def year_of(text: str) -> int:
    """A year in figures or in Roman ones; 0 where letters are no number: `dixi`."""
    if text.isdecimal():
        return int(text)
    year = roman_value(text)
    return year if roman(year) == text else 0


@cache
def _months() -> dict[str, int]:
    """The numbers of months by their names, also as they are shortened and as older papers write them."""
    names: dict[str, int] = {name: n for n, name in enumerate(data("dutch")["months"], start=1)}
    return names | {other: names[name] for other, name in data("dutch")["months_otherwise"].items()}
