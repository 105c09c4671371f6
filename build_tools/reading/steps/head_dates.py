"""The dates of a head: behind the place, behind or below a label, behind a word that says what happened on that day."""

from collections.abc import Sequence

from build_tools.draft import HeadLine, Line
from build_tools.dutch.dates import date_in
from build_tools.reading.steps.head_shapes import (
    DATED,
    LABEL_ALONE,
    LABELLED_DATE,
    PLACE_DATE,
    THING_LINES,
    Thing,
    spaced,
    starts_thing,
)


def read_place_and_date(lines: Sequence[Line], at: int) -> Thing | None:
    """`Den Haag, 12 juli 2022`."""
    match = PLACE_DATE.fullmatch(lines[at].text)
    if not match or not date_in(match["date"]):
        return None
    number = lines[at].number
    return at + 1, [HeadLine("place", match["place"], number), HeadLine("date", match["date"], number)]


def read_received(lines: Sequence[Line], at: int) -> Thing | None:
    """`Ontvangen 4 januari 1995`."""
    match = DATED.fullmatch(lines[at].text)
    if not match or not date_in(match["date"]):
        return None
    return at + 1, [HeadLine("received", match["date"], lines[at].number)]


def read_labelled_date(lines: Sequence[Line], at: int) -> Thing | None:
    """`Datum 12 juli 2022`, on one line or two."""
    match = LABELLED_DATE.fullmatch(lines[at].text)
    if match and date_in(match["date"]):
        return at + 1, [HeadLine("date", match["date"], lines[at].number)]
    following = lines[at + 1].text if at + 1 < len(lines) else ""
    if lines[at].text.rstrip(":") == "Datum" and date_in(following):
        return at + 2, [HeadLine("date", following, lines[at + 1].number)]
    return None


def read_label_column(lines: Sequence[Line], at: int) -> Thing | None:
    """`Datum` and `Betreft` below each other, and then what they say below each other."""
    labels: list[str] = []
    while at + len(labels) < len(lines) and LABEL_ALONE.fullmatch(lines[at + len(labels)].text):
        labels.append(lines[at + len(labels)].text.lower())
    end = at + len(labels)
    if len(labels) < 2 or end >= len(lines) or "datum" not in labels or not date_in(lines[end].text):
        return None
    date = HeadLine("date", lines[end].text, lines[end].number)
    first = end = end + 1
    while end < len(lines) and end < first + THING_LINES and not lines[end].blanks and not starts_thing(lines, end):
        end += 1
    subject = spaced([line.text for line in lines[first:end]])
    return end, [date, *([HeadLine("subject", subject, lines[first].number)] if subject else [])]
