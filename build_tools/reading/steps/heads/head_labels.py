"""Labels of a head, what their values look like, and where these end."""

import re
from collections.abc import Callable, Iterator, Sequence

from build_tools.data import data
from build_tools.draft import HeadLine, Line
from build_tools.dutch.matching import is_half, salutes
from build_tools.reading.signing.portfolios import ministry_of
from build_tools.reading.steps.heads.head_shapes import (
    ADDRESSEE,
    LABEL_ALONE,
    THING_LINES,
    reads_as_sentence,
    spaced,
    starts_thing,
)
from build_tools.reading.steps.margin_labels import is_day
from build_tools.reading.steps.margins.labels import in_dutch, is_subject, label_of, next_label
from build_tools.reading.steps.margins.values import COUNT, is_filed

YOURS = "uw "
"""What a label of the other side's letter begins with; it is often printed without a value."""

PAGE = re.compile(r"\d{1,3}(?: ?[/|] ?| van )\d{1,3}")
"""Which page it is, of how many: `1/4`, `1 van 4`."""

PLACE_NAME = r"(?:(?:Den |[’'‘]s-)?[A-Z][a-zà-ÿ]+)"
PLACE = re.compile(PLACE_NAME)
"""`Zoetermeer`, `Den Haag` among labels: only where a day is its value is the word a place."""

ANCHORS = frozenset(("datum", *data("margin")["subjects"]))
"""Labels of which one stands among those of a head that stand together."""

DASHES = ("-", "–", "—")
"""What stands for a value that is none."""

STATES = {"datum": "date", "aan": "addressee", "van": "margin ministry"}
"""What a label of a head tells of its letter, besides the subject's."""


def labels_on(text: str) -> list[str]:
    """The labels of which a line consists."""
    alone = column_label(text)
    return [alone] if alone else labels_in(text, worded=True)


def column_label(text: str) -> str:
    """The label of which a line holds nothing else, also one that only a head has: `Aan:`, `Pagina:`."""
    alone = text.rstrip(":").lower()
    return alone if text[:1].isupper() and alone in data("margin")["head_labels"] else bare_label(text)


def bare_label(text: str) -> str:
    """The label of which a line holds nothing else, in small letters; nothing where it is none."""
    text = in_dutch(text)
    label = label_of(text)
    if LABEL_ALONE.fullmatch(text) or (label and not label[1] and data("margin")["labels"][label[0]] != "words"):
        return text.rstrip(":").lower()
    return ""


def labels_in(text: str, *, worded: bool = False) -> list[str]:
    """The labels of which a line consists, in small letters, also of values in words if so asked; nothing where it
    holds anything else."""
    found: list[str] = []
    while text:
        match = next_label(worded).match(text)
        if not match:
            return []
        found.append(match[1].lower())
        text = text[match.end() :]
    return found


def fits(label: str, text: str) -> bool:
    """Whether a text can be the value of a label of a head."""
    shapes: dict[str, Callable[[str], object]] = {
        "datum": lambda value: is_day(value) and not reads_as_sentence(value),
        "aan": ADDRESSEE.fullmatch,
        "van": ministry_of,
        **dict.fromkeys(data("margin")["pages"], PAGE.fullmatch),
    }
    return bool(shapes[label](text)) if label in shapes else not column_label(text)


def said(lines: Sequence[Line], at: int, end: int, label: str) -> Iterator[HeadLine]:
    """What the value of a label states of the letter."""
    states = STATES.get(label, "subject" if label in data("margin")["subjects"] else "")
    if states:
        yield HeadLine(states, spaced([line.text for line in lines[at:end]]), lines[at].number)


def is_empty(label: str, below: str) -> bool:
    """Whether a label has no value: the other side's number, that of annexes where none is counted, that of the page,
    which is furniture elsewhere, or the last one above the salutation or above another label. A dash is one."""
    theirs = label.startswith(YOURS) and not is_filed(below) and below not in DASHES
    uncounted = data("margin")["labels"].get(label) == "count" and not COUNT.fullmatch(below)
    paged = label in data("margin")["pages"] and not fits(label, below)
    ends = salutes(below) or column_label(below) or is_subject(below)
    return theirs or uncounted or paged or (label not in ANCHORS and bool(ends))


def is_valued(text: str) -> bool:
    """Whether a line is a label with what it says behind it."""
    label = label_of(text)
    return label is not None and is_filed(label[1])


def value_stop(lines: Sequence[Line], at: int, label: str, below: Sequence[str]) -> int:
    """The index after the value of a label, with other labels below it; the line itself where it does not fit. Half a
    subject goes on below white space."""
    if at == len(lines) or salutes(lines[at].text):
        return at
    if label not in data("margin")["subjects"]:
        return name_stop(lines, at) if fits(label, lines[at].text) else at
    end = at + 1
    while end < len(lines) and end < at + THING_LINES + len(below) and goes_on(lines, end):
        if starts_thing(lines, end) or salutes(lines[end].text) or opens_text(lines[end].text):
            break
        end += 1
    stops = (stop for stop in range(at + 1, end + 1) if are_values(lines[stop:end], below))
    return next(stops, max(at + 1, end - len(below)))


def name_stop(lines: Sequence[Line], at: int) -> int:
    """The index after a value, which goes on where it is half a name: `de Voorzitter van de` / `Tweede Kamer`."""
    end = at + 1
    while end < len(lines) and not lines[end].blanks and is_half(lines[end - 1].text):
        end += 1
    return end


def goes_on(lines: Sequence[Line], at: int) -> bool:
    """Whether a line can go on with what the one above says: there is no white space between them, or only half of it
    stands there."""
    return not lines[at].blanks or is_half(lines[at - 1].text)


def opens_text(text: str) -> bool:
    """Whether a line is the first of the text itself: a sentence, which runs on in no subject."""
    return text[:1].isupper() and reads_as_sentence(text)


def are_values(lines: Sequence[Line], labels: Sequence[str]) -> bool:
    """Whether lines are what labels say, one each, of which some can say nothing."""
    texts = [line.text for line in lines]
    for label in labels:
        counted, theirs = data("margin")["labels"].get(label) == "count", label.startswith(YOURS)
        fits_number = COUNT.fullmatch if counted else is_filed
        if texts and (fits_number(texts[0]) or not (counted or theirs)):
            texts = texts[1:]
        elif not (counted or theirs):
            return False
    return not texts
