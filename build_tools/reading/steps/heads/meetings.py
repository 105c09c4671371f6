"""The head of a list that convenes a meeting or says what was decided there: who holds it, when, and about what.

`Voortouwcommissie: vaste commissie voor Defensie` / `Activiteit: Algemeen overleg` / `Onderwerp: Fregatten`
"""

import re
from collections.abc import Sequence
from itertools import takewhile

from build_tools.data import data
from build_tools.draft import HeadLine, Line
from build_tools.dutch.dates import DAY, date_in
from build_tools.reading.steps.heads.head_rows import ASIDE
from build_tools.reading.steps.heads.head_shapes import LABELLED_DATE, Thing, is_list, runs_on, spaced

MEETS = re.compile(r"(?:Voortouw|Volg)commissies?(?:\(s\))?:\s+\S.*|Activiteit:\s+\S.*")
"""`Voortouwcommissie: vaste commissie voor Defensie`, `Activiteit: Algemeen overleg`: how such a head begins."""

COMMITTEE = re.compile(r"(?:(?:Vaste|Algemene|Tijdelijke) )?[Cc]ommissie voor [A-Z].*[^.]")
"""`Vaste commissie voor Digitale Zaken`, below the name of its list and above such labels."""

WHAT = "activiteit"
"""The label of what is held: a meeting that has been is told by its list alone, which a committee heads."""

MEETING_LABEL = re.compile(r"(?P<label>[A-Z][\w/()]+(?: [a-z]+)?):\s+(?P<value>\S.*)")
"""Any label of such a head with its value: `Openbaar/besloten: openbaar`."""

STANDS = re.compile(rf"Stand (?:van zaken )?(?:per|op):? (?P<date>{DAY})")
"""`Stand per 1 november 2032`."""

ENDS_IN_DAY = re.compile(rf"\b{DAY}$")
"""`… van woensdag 2 april 2031`: how the name of a list ends."""

SUBJECT, DAY_LABEL, WHEN = "onderwerp", "datum", "tijd"
"""The labels of what a meeting is about, of its day and of its hour."""

MEETING_LINES = 16
"""Lines of such a head at the most."""

Row = tuple[str, list[str]]
"""A label in small letters, and the lines of its value."""


def read_meeting(lines: Sequence[Line], at: int) -> Thing | None:
    """The labels of a meeting below each other, and the name of the list among or below them. The day is that of the
    meeting, not of what is sent about it."""
    first = first_row(lines, at)
    rows = meeting_rows(lines, first) if first is not None else []
    if first is None or not rows:
        return None
    named, labels = subject_row(rows), {label for label, _ in rows}
    timed = rows[0][0] == DAY_LABEL and WHEN in labels
    if first == at and named is None and not (timed or WHAT in labels):
        return None
    end = first + sum(len(values) for _, values in rows)
    if timed:
        return end, [HeadLine("date", values[0], lines[at].number) for label, values in rows if label == DAY_LABEL]
    if named is not None:
        return end, [HeadLine("subject", spaced(rows[named][1]), lines[at].number)]
    if end < len(lines) and is_list(lines[end].text):
        return end + 1, [HeadLine("subject", lines[end].text, lines[end].number)]
    return end, []


def first_row(lines: Sequence[Line], at: int) -> int | None:
    """Where the rows of such a head begin: at a line, or below it where that is the committee below the name of its
    list. None where none do."""
    if is_below_list(lines, at) and COMMITTEE.fullmatch(lines[at].text):
        return at + 1
    dated = is_below_list(lines, at) and LABELLED_DATE.fullmatch(lines[at].text)
    return at if dated or MEETS.fullmatch(lines[at].text) else None


def is_below_list(lines: Sequence[Line], at: int) -> bool:
    """Whether a line stands right below the name of a list."""
    return at > 0 and is_list(lines[at - 1].text)


def subject_row(rows: Sequence[Row]) -> int | None:
    """Which row says what the meeting is about, or else how its list is called."""
    about = [n for n, (label, _) in enumerate(rows) if label == SUBJECT]
    called = [n for n, (_, values) in enumerate(rows) if is_list(spaced(values))]
    return next(iter([*about, *called]), None)


def told_of_meeting(lines: Sequence[Line]) -> set[int]:
    """The lines of a head that say of a meeting who holds it, where and when: all rows but that of the subject."""
    told: set[int] = set()
    for at in range(len(lines)):
        if at in told or not read_meeting(lines, at):
            continue
        below = first_row(lines, at) or at
        rows = meeting_rows(lines, below)
        subject = subject_row(rows)
        for n, (_, values) in enumerate(rows):
            told |= {*range(below, below + len(values))} if n != subject else set()
            below += len(values)
    return told


def read_standing_list(lines: Sequence[Line], at: int) -> Thing | None:
    """The day of which a list tells, right above what it is called: `Stand per 1 november 2032`."""
    day = STANDS.fullmatch(lines[at].text)
    if not (day and date_in(day["date"]) and at + 1 < len(lines) and is_list(lines[at + 1].text)):
        return None
    said = (("date", day["date"], lines[at]), ("subject", lines[at + 1].text, lines[at + 1]))
    return at + 2, [HeadLine(states, value, line.number) for states, value, line in said]


def value_goes_on(lines: Sequence[Line], at: int, edge: int) -> bool:
    """Whether a line goes on in the value above it, as what stands at the column where that begins does; behind the day
    of a list none does."""
    below = not lines[at].blanks and lines[at].indent >= edge - ASIDE > 0
    return (below or runs_on(lines, at)) and ENDS_IN_DAY.search(lines[at - 1].text) is None


def meeting_rows(lines: Sequence[Line], at: int) -> list[Row]:
    """Each label from a line on, with the lines of its value, or a remark with a star below it. The last one is that of
    the first point where what is said of a point stands below it."""
    below_points = data("papers")["below_points"]
    rows: list[Row] = []
    edge = 0
    for below in takewhile(lambda n: n < len(lines), range(at, at + MEETING_LINES)):
        found = MEETING_LABEL.fullmatch(lines[below].text)
        if found and found["label"] in below_points:
            return rows[:-1]
        if found:
            rows.append((found["label"].lower(), [found["value"]]))
            edge = lines[below].indent + found.start("value")
        elif rows and (lines[below].text.startswith("*") or value_goes_on(lines, below, edge)):
            rows[-1][1].append(lines[below].text)
        else:
            break
    return rows
