"""Labels of a head below each other, and then what they say below each other."""

import re
from collections.abc import Sequence
from dataclasses import replace

from build_tools.data import data
from build_tools.draft import HeadLine, Line
from build_tools.dutch.dates import DAY
from build_tools.dutch.matching import salutes
from build_tools.reading.steps.heads.head_labels import (
    ANCHORS,
    PLACE,
    YOURS,
    bare_label,
    column_label,
    is_empty,
    is_valued,
    labels_on,
    said,
    value_stop,
)
from build_tools.reading.steps.heads.head_shapes import Thing
from build_tools.reading.steps.margin_column import stated_in_margin
from build_tools.reading.steps.margin_labels import thing_ends
from build_tools.reading.steps.margins.labels import LABEL_SHAPE

TWO_DAYS = re.compile(rf"(?P<own>{DAY})\s+{DAY}")
"""`30 november 1999 4 november 1999`: two days behind each other, and nothing else."""

COUNT_BEHIND = re.compile(r"(?<=[a-z)]) \d{1,2}$")
"""`… in het basisonderwijs 1`."""

MARGIN_LINES = 12
"""Lines of a margin between the labels of a head and what they say, at the most."""


def read_label_column(lines: Sequence[Line], at: int) -> Thing | None:
    """`Datum` and `Betreft` below each other, perhaps with references, and then what they say below each other."""
    end = at
    while end < len(lines) and labels_on(lines[end].text):
        end += 1
    if end == at + 1 and is_last_label(lines, at):
        return end, []
    apart = next((n for n in range(at + 1, end) if lines[n].blanks), end)
    below = values_behind_column(lines, at, apart) or values_below_margin(lines, at, apart)
    return below or values_below(lines, at, end, end) or values_below_place(lines, at, end)


def values_behind_column(lines: Sequence[Line], at: int, end: int) -> Thing | None:
    """The same where the labels of a second column stand between white space behind those of the first, and what they
    say behind what these say: `Datum` … `Betreft`, `Behandeld` / `Telefoon`, `3 mei 2031` …, `J. Bakker` / `070 …`."""
    reach = range(end + 1, min(end + MARGIN_LINES, len(lines)))
    stop = next((n for n in reach if lines[n].blanks), end)
    found = values_below(lines, at, end, stop) if stop > end else None
    if found is None or not all(LABEL_SHAPE.fullmatch(line.text) for line in lines[end:stop]):
        return None
    first, stated = found
    last = first + stop - end
    alone = last < len(lines) and lines[first].blanks and lines[last].blanks
    whole = alone and not any(line.blanks for line in lines[first + 1 : last])
    return (last, stated) if whole else None


def values_below_margin(lines: Sequence[Line], at: int, apart: int) -> Thing | None:
    """The same where labels with their own values came out between the labels up to a line and what these say:
    `Onderwerp`, `Bijlagen`, then `Ons kenmerk`, `VD. 2031/18`, then `Het veer`, `2`."""
    past = past_margin(lines, apart) if apart > at else at
    found = values_below(lines, at, apart, past) if past > apart else None
    return (found[0], [*stated_in_margin(lines[apart:past]), *found[1]]) if found else None


def values_below_place(lines: Sequence[Line], at: int, end: int) -> Thing | None:
    """The same where the place of the letter stands above the labels or below them, as the label of its date."""
    place = at if end == at else end
    if place + 1 >= len(lines) or not PLACE.fullmatch(lines[place].text):
        return None
    stop = place + 1
    while place == at and stop < len(lines) and labels_on(lines[stop].text):
        stop += 1
    return values_below(lines, at, stop, stop)


def past_margin(lines: Sequence[Line], at: int) -> int:
    """The index after the things of a margin that came out between labels and what they say."""
    ends = thing_ends(lines[at : at + MARGIN_LINES])
    past = 0
    while past < len(ends) and ends[past] > past:
        past = ends[past]
    return at + past


def values_below(lines: Sequence[Line], at: int, stop: int, end: int) -> Thing | None:
    """What the labels from one line to another say, from the line `end` on; None where it does not fit them. A tool can
    read the salutation between the two, and another label with its value between what they say."""
    labels = [label for line in lines[at:stop] for label in labels_on(line.text) or ["datum"]]
    if len(labels) < 2 or not {"aan", *ANCHORS}.intersection(labels):
        return None
    end += end < len(lines) and salutes(lines[end].text)
    stated: list[HeadLine] = []
    for n, label in enumerate(labels, start=1):
        end += end < len(lines) and is_valued(lines[end].text)
        if is_empty(label, lines[end].text if end < len(lines) else ""):
            stated = without_count(stated) if data("margin")["labels"].get(label) == "count" else stated
            continue
        after = value_stop(lines, end, label, labels[n:])
        if after == end:
            return None
        stated += said(lines, end, after, label)
        end = after
    return end, [first_day(line) for line in stated] if labels[0] == "datum" and labels[1].startswith(YOURS) else stated


def without_count(stated: list[HeadLine]) -> list[HeadLine]:
    """What labels say, where the number of annexes came out behind the subject, which is told last: `Het veer 2`."""
    told = stated[-1:]
    if not told or told[0].states != "subject":
        return stated
    return [*stated[:-1], replace(told[0], value=COUNT_BEHIND.sub("", told[0].value))]


def first_day(line: HeadLine) -> HeadLine:
    """The day of the letter, where that of the letter that it answers stands behind it: `Datum Uw brief`."""
    both = TWO_DAYS.fullmatch(line.value) if line.states == "date" else None
    return replace(line, value=both["own"]) if both else line


def labels_with_values(lines: Sequence[Line], at: int) -> Thing:
    """What labels say that stand each above its own value, from a line on."""
    stated: list[HeadLine] = []
    while at < len(lines) and (label := column_label(lines[at].text)):
        after = value_stop(lines, at + 1, label, [])
        empty = is_empty(label, lines[after].text if after < len(lines) else "")
        if (after == at + 1 and not empty) or label in data("margin")["subjects"]:
            break
        stated += said(lines, at + 1, after, label)
        at = after
    return at, stated


def is_last_label(lines: Sequence[Line], at: int) -> bool:
    """Whether a label stands alone right above the salutation, without a value: `bijlagen`."""
    label = bare_label(lines[at].text)
    return bool(label) and label not in ANCHORS and at + 1 < len(lines) and salutes(lines[at + 1].text)
