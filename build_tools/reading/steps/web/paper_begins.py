"""Where the head of a paper itself begins, below what a site puts above it."""

import re
from collections.abc import Sequence

from build_tools.draft import Line
from build_tools.dutch.dates import DAY, PLACE_DATE
from build_tools.dutch.matching import salutes
from build_tools.reading.steps.heads.head_shapes import (
    ADDRESSEE,
    DOSSIER,
    NUMBER,
    POSTAL,
    RETURN_ADDRESS,
    WHOLE_ADDRESSEE,
)
from build_tools.reading.steps.margins.labels import is_label, is_subject
from build_tools.reading.steps.web.menu_rows import is_menu_row
from build_tools.reading.steps.web.web_words import is_phrase, is_sign, particular_of

PRINTED_TOP = re.compile(
    r"(?:Tweede|Eerste) Kamer der Staten-Generaal\s(?:[12]|(?:[12] )?Vergaderjaar \d{4}[-–/]\d{4}.*)"
)
"""The masthead of a paper: the chamber, and its number or session behind or below it. A site has the chamber alone, or
as the value of a label, `Organisatie`."""

ADDRESS_LINES = 5
"""Lines of a name and address of who gets a letter at the most, above its labels."""

LABEL_LINES, VALUE = 8, 80
"""Lines of the labels above a salutation, and characters of what one says, at the most."""

DATED = re.compile(rf"Datum:? +{DAY}", re.IGNORECASE)
"""`Datum 8 maart 2031`."""


def begins_paper(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is one of a paper's own head; an addressee may go on on the next, and a masthead does."""
    text = lines[at].plain
    both = " ".join(line.plain for line in lines[at : at + 2])
    return (
        any(shape.fullmatch(text) for shape in (DOSSIER, NUMBER, PLACE_DATE, RETURN_ADDRESS, WHOLE_ADDRESSEE))
        or (text.startswith("Aan ") and ADDRESSEE.fullmatch(text) is not None)
        or WHOLE_ADDRESSEE.fullmatch(both) is not None
        or begins_labels(lines, at)
        or begins_address(lines, at)
        or is_printed_top(lines, at)
    )


def is_printed_top(lines: Sequence[Line], at: int) -> bool:
    """Whether the masthead of a paper begins here, and no value of a label stands here."""
    both = " ".join(line.plain for line in lines[at : at + 2])
    labelled = at > 0 and particular_of(lines[at - 1].text) is not None and not lines[at].blanks
    return PRINTED_TOP.fullmatch(both) is not None and not labelled


def begins_labels(lines: Sequence[Line], at: int) -> bool:
    """Whether the labels of a letter begin here: its day beside what it is about, or the latter with nothing else down
    to the salutation or the addressee: `Ons kenmerk 123` / `Betreft: Veren` / `Geachte voorzitter,`."""
    one, other = (*(line.text for line in lines[at : at + 2]), "")[:2]
    if (DATED.fullmatch(one) and is_subject(other)) or (is_subject(one) and DATED.fullmatch(other)):
        return True
    about = False
    for end in range(at, min(at + LABEL_LINES, len(lines))):
        text = lines[end].text
        if end > at and (salutes(text) or WHOLE_ADDRESSEE.fullmatch(text) or PLACE_DATE.fullmatch(text)):
            return about
        about = about or is_subject(text)
        if is_sign(text) and not is_label(text):
            return False
        if not (is_subject(text) or is_label(text) or (end > at and is_value(text))):
            return False
    return False


def begins_address(lines: Sequence[Line], at: int) -> bool:
    """Whether the name and address of anybody begin here, right above the labels of a letter: `Aan het college` /
    `Postbus 51` / `3420 DB Oudewater` / `Datum 8 maart 2031`."""
    postal = False
    for end in range(at, min(at + ADDRESS_LINES + 1, len(lines))):
        text = lines[end].text
        if postal and begins_labels(lines, end):
            return True
        apart = end > at and (text.startswith("Aan ") or (lines[end].blanks > 0 and not postal))
        if apart or not is_value(text) or is_label(text):
            return False
        postal = postal or POSTAL.fullmatch(text) is not None
    return False


def is_value(text: str) -> bool:
    """Whether a line can be what a label above it says."""
    return len(text) <= VALUE and not text.endswith(".") and not is_menu(text)


def is_menu(text: str) -> bool:
    """Whether a line is menus or buttons, by their names or by their form."""
    return is_phrase(text) or is_menu_row(text)
