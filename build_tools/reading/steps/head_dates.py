"""The dates of a head: behind the place, behind or below a label, behind a word that says what happened on that day;
and what stands below several labels.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from build_tools.data import data
from build_tools.draft import HeadLine, Line
from build_tools.dutch.dates import DATE, DAY, PLACE_DATE, date_in, day_in
from build_tools.dutch.matching import is_half, salutes
from build_tools.reading.signing.portfolios import ministry_of
from build_tools.reading.steps.head_shapes import (
    ADDRESSEE,
    DATED,
    LABEL_ALONE,
    LABELLED_DATE,
    THING_LINES,
    Thing,
    reads_as_sentence,
    spaced,
    starts_thing,
)
from build_tools.reading.steps.margin_column import stated_in_margin
from build_tools.reading.steps.margin_labels import is_day, thing_ends
from build_tools.reading.steps.margins.labels import LABEL_SHAPE, in_dutch, is_subject, label_of, next_label
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

YEAR_ALONE = re.compile(r"\d{4}")
"""`2018`, below `Datum 1 maart`."""

CODED_TOWN = re.compile(r"\d{4} ?[A-Z]{2} +[A-Z’'‘][\w’'‘ -]{2,30}")
"""`2500 EA Den Haag`."""

TWO_DAYS = re.compile(rf"(?P<own>{DAY})\s+{DAY}")
"""`30 november 1999 4 november 1999`: two days behind each other, and nothing else."""

COUNT_BEHIND = re.compile(r"(?<=[a-z)]) \d{1,2}$")
"""`… in het basisonderwijs 1`."""

MARGIN_LINES = 12
"""Lines of a margin between the labels of a head and what they say, at the most."""


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


def is_valued(text: str) -> bool:
    """Whether a line is a label with what it says behind it."""
    label = label_of(text)
    return label is not None and is_filed(label[1])


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


DASHES = ("-", "–", "—")
"""What stands for a value that is none."""


def is_empty(label: str, below: str) -> bool:
    """Whether a label has no value: the other side's number, that of annexes where none is counted, that of the page,
    which is furniture elsewhere, or the last one above the salutation or above another label. A dash is one."""
    theirs = label.startswith(YOURS) and not is_filed(below) and below not in DASHES
    uncounted = data("margin")["labels"].get(label) == "count" and not COUNT.fullmatch(below)
    paged = label in data("margin")["pages"] and not fits(label, below)
    ends = salutes(below) or column_label(below) or is_subject(below)
    return theirs or uncounted or paged or (label not in ANCHORS and bool(ends))


def is_last_label(lines: Sequence[Line], at: int) -> bool:
    """Whether a label stands alone right above the salutation, without a value: `bijlagen`."""
    label = bare_label(lines[at].text)
    return bool(label) and label not in ANCHORS and at + 1 < len(lines) and salutes(lines[at + 1].text)


def said(lines: Sequence[Line], at: int, end: int, label: str) -> Iterator[HeadLine]:
    """What the value of a label states of the letter."""
    states = STATES.get(label, "subject" if label in data("margin")["subjects"] else "")
    if states:
        yield HeadLine(states, spaced([line.text for line in lines[at:end]]), lines[at].number)


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


def fits(label: str, text: str) -> bool:
    """Whether a text can be the value of a label of a head."""
    shapes: dict[str, Callable[[str], object]] = {
        "datum": lambda value: is_day(value) and not reads_as_sentence(value),
        "aan": ADDRESSEE.fullmatch,
        "van": ministry_of,
        **dict.fromkeys(data("margin")["pages"], PAGE.fullmatch),
    }
    return bool(shapes[label](text)) if label in shapes else not column_label(text)


def name_stop(lines: Sequence[Line], at: int) -> int:
    """The index after a value, which goes on where it is half a name: `de Voorzitter van de` / `Tweede Kamer`."""
    end = at + 1
    while end < len(lines) and not lines[end].blanks and is_half(lines[end - 1].text):
        end += 1
    return end
