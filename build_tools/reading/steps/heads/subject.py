"""What a letter is about, as a label of its head says: over several lines, and among other labels."""

import re
from collections.abc import Sequence

from build_tools.data import data
from build_tools.draft import HeadLine, Line
from build_tools.dutch.format import capital
from build_tools.dutch.matching import salutes
from build_tools.reading.steps.heads.head_dates import read_place_and_date
from build_tools.reading.steps.heads.head_labels import fits
from build_tools.reading.steps.heads.head_shapes import (
    THING_LINES,
    Thing,
    is_list,
    is_opening,
    reads_as_sentence,
    runs_on,
    spaced,
    starts_thing,
)
from build_tools.reading.steps.heads.label_columns import labels_with_values
from build_tools.reading.steps.margin_labels import ministry_end
from build_tools.reading.steps.margins.labels import in_dutch, is_subject, is_unit, label_of, subject_shape

OF_ADDRESSEE = re.compile(r"(?:der|van de) Staten[- ]Generaal\b|Tweede Kamer der\b|Postbus \d", re.IGNORECASE)
"""What is of the addressee, where a tool read his lines amid the labels: no letter is about that."""

BESIDE = re.compile(r"\s{2,}(?=[a-zA-Z])")
"""White space behind which another label can stand."""

HEAD_LABEL = re.compile(rf"(?=[A-Z])(?i:{'|'.join(data('margin')['head_labels'])}): ")
"""`Aan: de leden`, `Van: de griffier`: what labels of a head alone say."""


def is_verb(text: str, head: Sequence[HeadLine]) -> bool:
    """Whether a text begins in a label of the subject that is a verb there, below the subject: `Betreft het bezwaar een
    besluit over de hoogte, dan wordt de`."""
    stated = any(line.states == "subject" for line in head)
    return stated and is_subject(text) and reads_as_sentence(text)


def read_subject(lines: Sequence[Line], at: int) -> Thing | None:
    """`Betreft …`, perhaps over several lines, or behind other labels with their values that stood beside it; a tool
    can read the label of the date on the line of the subject, above the date."""
    text = in_dutch(lines[at].text)
    label = subject_shape().match(text)
    listed = label is not None and any(is_list_name(lines, above) for above in range(at))
    if label is None or listed or not text[0].isupper() or (text.endswith(".") and ":" not in text):
        return None
    value = text[label.end() :].lstrip(" :\t")
    end, stated = (at + 1, []) if value else labels_with_values(lines, at + 1)
    if not value:
        if end == len(lines) or salutes(lines[end].text):
            return end, stated
        value, end = lines[end].text, end + 1
    if OF_ADDRESSEE.match(value):
        return None
    if (before := value.removesuffix(" Datum")) != value and end < len(lines) and fits("datum", lines[end].text):
        said = [
            HeadLine("subject", before, lines[end - 1].number),
            HeadLine("date", lines[end].text, lines[end].number),
        ]
        return end + 1, [*stated, *said]
    after, subject = subject_from(lines, value, end, end + THING_LINES)
    return after, [*stated, *subject]


def subject_from(lines: Sequence[Line], value: str, end: int, stop: int) -> Thing:
    """A subject that begins with a value on the line before `end`, with the lines up to `stop` that it runs on in."""
    first, values = end - 1, [before_label(value)]
    among = subject_among_labels(lines, end, stop)
    values += [before_label(line.text) for line in lines[end:among]]
    end = among
    while end < min(len(lines), stop) and not starts_thing(lines, end) and ministry_end(lines, end) == end:
        if not runs_on(lines, end) and not (is_unfinished(values[-1]) and not lines[end].blanks):
            break
        values.append(before_label(lines[end].text))
        end += 1
    return end, [HeadLine("subject", spaced(values), lines[first].number)]


def before_label(text: str) -> str:
    """A line of a subject up to the label that stands beside it: `hervatting vervoer   doorkiesnummer   070 - 378`."""
    gaps = (gap for gap in BESIDE.finditer(text) if label_of(capital(text[gap.end() :])))
    return text[: gap.start()] if (gap := next(gaps, None)) else text


def subject_among_labels(lines: Sequence[Line], end: int, stop: int) -> int:
    """The index of the next label of the head, or of its sender with an address, where nothing but lines of the subject
    can stand above it: right below the first one and below each other, none a sentence."""
    for at in range(end, min(len(lines), stop)):
        if lines[at].blanks or lines[at].turn or is_opening(lines[at], 1, 1) or reads_as_sentence(lines[at].text):
            return end
        behind = ministry_end(lines, at)
        sender = at < behind < len(lines) and label_of(lines[behind].text) is None
        if sender or label_of(lines[at].text) or is_unit(lines[at].text) or HEAD_LABEL.match(lines[at].text):
            return at
    return end


def is_unfinished(text: str) -> bool:
    """Whether a subject ends in a word that another one follows: `vragen van de leden De Haan en`."""
    return text.rpartition(" ")[2].lower() in (*data("dutch")["never_last"], *data("dutch")["before_nouns"])


def is_list_name(lines: Sequence[Line], at: int) -> bool:
    """Whether a list is named here, right below its place and date: `Besluitenlijst vaste commissie voor Defensie`."""
    return at > 0 and is_list(lines[at].text) and read_place_and_date(lines, at - 1) is not None
