"""The dates of a head: behind the place, behind or below a label, behind a word that says what happened on that day."""

import re
from collections.abc import Sequence

from build_tools.draft import HeadLine, Line
from build_tools.dutch.dates import DATE, PLACE_DATE, date_in, day_in
from build_tools.dutch.matching import salutes
from build_tools.reading.steps.heads.head_labels import PLACE, fits
from build_tools.reading.steps.heads.head_shapes import ADDRESSEE, DATED, LABELLED_DATE, THING_LINES, Thing
from build_tools.reading.steps.margins.labels import in_dutch, is_subject, label_of

YEAR_ALONE = re.compile(r"\d{4}")
"""`2018`, below `Datum 1 maart`."""

CODED_TOWN = re.compile(r"\d{4} ?[A-Z]{2} +[A-Z’'‘][\w’'‘ -]{2,30}")
"""`2500 EA Den Haag`."""


def read_place_and_date(lines: Sequence[Line], at: int) -> Thing | None:
    """`Den Haag, 12 juli 2022`, also below each other: `Zoetermeer` / `19 november 1996`."""
    below = lines[at + 1].text if at + 1 < len(lines) else ""
    worded = label_of(lines[at].text) or DATED.fullmatch(f"{lines[at].text} {below}")
    split = PLACE.fullmatch(lines[at].text) and DATE.fullmatch(below) and not worded
    end = at + 2 if split else at + 1
    match = PLACE_DATE.fullmatch(", ".join(line.text for line in lines[at:end]))
    if not match or not date_in(match["date"]):
        return None
    number = lines[end - 1].number
    return end, [HeadLine("place", match["place"] or match["capital"], number), HeadLine("date", match["date"], number)]


def read_received(lines: Sequence[Line], at: int) -> Thing | None:
    """`Ontvangen 4 januari 1995`."""
    match = DATED.fullmatch(lines[at].text)
    if not match or not date_in(match["date"]):
        return None
    return at + 1, [HeadLine("received", match["date"], lines[at].number)]


def read_labelled_date(lines: Sequence[Line], at: int) -> Thing | None:
    """`Datum 12 juli 2022`, on one line or two, or with other things of the head between."""
    text = in_dutch(lines[at].text)
    match = LABELLED_DATE.fullmatch(text)
    if match and day_in(match["date"]):
        return at + 1, [HeadLine("date", match["date"], lines[at].number)]
    following = lines[at + 1].text if at + 1 < len(lines) else ""
    if match and YEAR_ALONE.fullmatch(following) and date_in(whole := f"{match['date']} {following}"):
        return at + 2, [HeadLine("date", whole, lines[at].number)]
    if text.rstrip(":") == "Datum" and fits("datum", following):
        return at + 2, [HeadLine("date", following, lines[at + 1].number)]
    placed = wanted_above(lines, at) or below_address(lines, at) or stands_alone(lines, at)
    if DATE.fullmatch(text) and date_in(text) and placed:
        return at + 1, [HeadLine("date", text, lines[at].number)]
    return None


def wanted_above(lines: Sequence[Line], at: int) -> bool:
    """Whether the label of the date stands alone above a line, without its own value."""
    above = range(max(0, at - THING_LINES), at - 1)
    return any(in_dutch(lines[n].text).rstrip(":") == "Datum" and not day_in(lines[n + 1].text) for n in above)


def below_address(lines: Sequence[Line], at: int) -> bool:
    """Whether a line stands right between the town of the addressee and the subject: `2500 EA Den Haag`, the day,
    `Onderwerp: …`."""
    near = 0 < at < len(lines) - 1
    return near and CODED_TOWN.fullmatch(lines[at - 1].text) is not None and is_subject(lines[at + 1].text)


def stands_alone(lines: Sequence[Line], at: int) -> bool:
    """Whether a day stands right below the addressee, of the line above it, and right above the salutation."""
    addressed = at > 0 and ADDRESSEE.fullmatch(lines[at - 1].text) is not None
    return addressed and at + 1 < len(lines) and salutes(lines[at + 1].text)
