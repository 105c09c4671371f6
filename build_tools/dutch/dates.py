"""Dates as Dutch letters write them."""

import datetime
import re

from build_tools.data import data

DATE = re.compile(r"\b(\d{1,2}) ([a-z]{3,9}) (\d{4})\b")
"""`16 juni 2011`, in small letters; months have three letters (`mei`) to nine (`september`)."""

IN_FIGURES = re.compile(r"(\d{1,2})-(\d{1,2})-(\d{4})(?: .*)?")
"""`12-03-2024`, perhaps with the hour behind it: how sites write a day, and labels of a head can."""

PLACE_DATE = re.compile(r"(?P<place>[A-Z’'‘][\w’'‘-]*(?: [A-Z]\w+)*), (?:de )?(?P<date>\d{1,2} [a-z]+ \d{4})\.?")
"""`Den Haag, 12 juli 2022`, `’s-Gravenhage, 16 juni 2011.`"""


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
    months = data("dutch")["months"]
    for match in DATE.finditer(text.lower()):
        day, month, year = match.groups()
        if month in months:
            try:
                return datetime.date(int(year), months.index(month) + 1, int(day)).isoformat()
            except ValueError:
                continue
    return None
