"""Dates as Dutch letters write them."""

import datetime
import re

from build_tools.data import data

DATE = re.compile(r"\b(\d{1,2}) ([a-z]{3,9}) (\d{4})\b")
"""`16 juni 2011`, in small letters; months have three letters (`mei`) to nine (`september`)."""


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
