"""How a list of decisions or what is kept of a meeting is called, which is its subject."""

import re
from collections.abc import Sequence

from build_tools.draft import HeadLine, Line
from build_tools.dutch.dates import DAY, date_in
from build_tools.reading.steps.heads.head_dates import read_place_and_date
from build_tools.reading.steps.heads.head_shapes import (
    LABELLED_DATE,
    LIST_LABEL,
    MASTHEAD,
    THING_LINES,
    Thing,
    is_list,
    is_list_alone,
    names_list,
    spaced,
)
from build_tools.reading.steps.heads.meetings import COMMITTEE, read_meeting
from build_tools.reading.steps.heads.subject import is_list_name, is_unfinished, subject_from

WEEKDAY = re.compile(rf"(?:[a-z]{{2,5}}dag )?{DAY}", re.IGNORECASE)
"""`dinsdag 14 maart 2023`: the day of a meeting alone on its line."""

MEETING = re.compile(r"(?i:(?:[a-z]*vergadering|gesprek|overleg)) ")
"""`Vergadering van de commissie voor …`, where what is kept of it stands apart."""


def read_list_name(lines: Sequence[Line], at: int) -> Thing | None:
    """`Document: Besluitenlijst van de vergadering van 6 mei 2024`: what a list is called, as its subject, where
    its place and date stand below it, or right above it without a label, or where it opens the document above `Datum`:
    its points have subjects of their own, and the meeting that it convenes can have one."""
    if is_list_name(lines, at):
        text = lines[at].text
        meeting = read_meeting(lines, at + 1) if at + 1 < len(lines) else None
        if meeting and meeting[1]:
            return at + 1, []
        whole = subject_from(lines, text, at + 1, at + THING_LINES) if is_unfinished(text) else None
        return whole or (at + 1, [HeadLine("subject", text, lines[at].number)])
    below = range(at + 1, min(at + 1 + THING_LINES, len(lines)))
    first = all(MASTHEAD.fullmatch(line.text) or COMMITTEE.fullmatch(line.text) for line in lines[:at])
    opens = first and is_list(lines[at].text) and any(LABELLED_DATE.fullmatch(lines[line].text) for line in below)
    if not opens and not (names_list(lines[at].text) and any(read_place_and_date(lines, line) for line in below)):
        return None
    return subject_from(lines, LIST_LABEL.sub("", lines[at].text), at + 1, at + 1 + THING_LINES)


def read_list_of_chamber(lines: Sequence[Line], at: int) -> Thing | None:
    """`Korte aantekeningen vergadering commissie voor …` between the name of the chamber and the day, over a line or
    several; or the meeting there, and below the day what is kept of it: `Korte aantekeningen`."""
    if at == 0 or not MASTHEAD.fullmatch(lines[at - 1].text):
        return None
    for end in range(at + 1, min(at + 1 + THING_LINES, len(lines))):
        if WEEKDAY.fullmatch(lines[end].text) and date_in(lines[end].text):
            own = [] if is_list(lines[at].text) else [line.text for line in lines[end + 1 : end + 2]]
            if own and not (is_list_alone(own[0]) and MEETING.match(lines[at].text)):
                return None
            name = HeadLine("subject", spaced([*own, *(line.text for line in lines[at:end])]), lines[at].number)
            return end + 1 + len(own), [name, HeadLine("date", lines[end].text, lines[end].number)]
    return None
