"""The dates of a head: behind the place, behind or below a label, behind a word that says what happened on that day."""

from collections.abc import Sequence

from build_tools.data import data
from build_tools.draft import HeadLine, Line
from build_tools.dutch.dates import date_in, day_in
from build_tools.dutch.matching import salutes
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
from build_tools.reading.steps.margin_labels import CODE, in_dutch, label_of, thing_ends

YOURS = "uw "
"""What a label of the other side's letter begins with; it is often printed without a value."""

MARGIN_LINES = 12
"""Lines of a margin between the labels of a head and what they say, at the most."""


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
    text = in_dutch(lines[at].text)
    match = LABELLED_DATE.fullmatch(text)
    if match and day_in(match["date"]):
        return at + 1, [HeadLine("date", match["date"], lines[at].number)]
    following = lines[at + 1].text if at + 1 < len(lines) else ""
    if text.rstrip(":") == "Datum" and day_in(following):
        return at + 2, [HeadLine("date", following, lines[at + 1].number)]
    return None


def read_label_column(lines: Sequence[Line], at: int) -> Thing | None:
    """`Datum` and `Betreft` below each other, perhaps with references, and then what they say below each other."""
    end = at
    while end < len(lines) and bare_label(lines[end].text):
        end += 1
    apart = next((n for n in range(at + 1, end) if lines[n].blanks), end)
    return values_below(lines, at, end, end) or values_below(lines, at, apart, past_margin(lines, apart))


def past_margin(lines: Sequence[Line], at: int) -> int:
    """The index after the things of a margin that came out between labels and what they say."""
    ends = thing_ends(lines[at : at + MARGIN_LINES])
    past = 0
    while past < len(ends) and ends[past] > past:
        past = ends[past]
    return at + past


def values_below(lines: Sequence[Line], at: int, stop: int, end: int) -> Thing | None:
    """What the labels from one line to another say, from the line `end` on; None where it does not fit them."""
    labels = [bare_label(line.text) for line in lines[at:stop]]
    if len(labels) < 2 or "datum" not in labels:
        return None
    stated: list[HeadLine] = []
    for n, label in enumerate(labels, start=1):
        if label.startswith(YOURS) and not CODE.fullmatch(lines[end].text if end < len(lines) else ""):
            continue
        after = value_stop(lines, end, label, len(labels) - n)
        if after == end:
            return None
        if label in ("datum", *data("margin")["subjects"]):
            text = spaced([line.text for line in lines[end:after]])
            stated.append(HeadLine("date" if label == "datum" else "subject", text, lines[end].number))
        end = after
    return end, stated


def bare_label(text: str) -> str:
    """The label of which a line holds nothing else, in small letters; nothing where it is none."""
    text = in_dutch(text)
    label = label_of(text)
    if LABEL_ALONE.fullmatch(text) or (label and not label[1] and data("margin")["labels"][label[0]] != "words"):
        return text.rstrip(":").lower()
    return ""


def value_stop(lines: Sequence[Line], at: int, label: str, below: int) -> int:
    """The index after the value of a label, with so many labels below it; the line itself where it does not fit."""
    if at == len(lines) or salutes(lines[at].text):
        return at
    if label not in data("margin")["subjects"]:
        fits = day_in(lines[at].text) if label == "datum" else not bare_label(lines[at].text)
        return at + 1 if fits else at
    end = at + 1
    while end < len(lines) and end < at + THING_LINES + below and not lines[end].blanks:
        if starts_thing(lines, end) or salutes(lines[end].text):
            break
        end += 1
    return max(at + 1, end - below)
