"""What a ministry prints in the margin of a letter: labels with their values, its own parts, addresses."""

import re
from collections.abc import Callable, Sequence
from itertools import takewhile

from build_tools.data import data
from build_tools.draft import Line
from build_tools.dutch.dates import PLACE_DATE, day_in
from build_tools.dutch.matching import is_closing, squeezed
from build_tools.reading.blocks.heading_shapes import ASKED
from build_tools.reading.signing.shapes import ROLE, names_person
from build_tools.reading.steps.margins.addresses import (
    ADDRESS,
    HOUSE,
    NARROW,
    PHONE,
    STREET,
    halves_phone,
    is_address,
    is_address_row,
    street_end,
)
from build_tools.reading.steps.margins.labels import (
    breaks_unit,
    is_subject,
    is_unit,
    label_of,
    ministry_names,
    subject_shape,
)
from build_tools.reading.steps.margins.sentences import sentence_end
from build_tools.reading.steps.margins.values import COUNT, is_filed, is_marking
from build_tools.reading.steps.pieces import GAP, fragments

UNIT_LINES = 4
"""Lines of the name of a ministry or one of its parts at the most: `Directoraat-generaal` / `Bedrijf & Innovatie`."""

SUBJECT_LINES = 4
"""Lines of a subject in a margin at the most."""

WORDS_LINES = 14
"""Lines of a label with its value in words at the most: `Contactpersoon` with names, rooms and numbers below it."""

CODE_STEM = re.compile(r"[A-Z][\w./ &-]{1,30}[/-]|[A-Z][A-Z ./&-]{1,12}")
"""The first line of a code that runs over two: `IENW/BSK-` above `2023/33017`."""

BESIDE, FOOT_ROWS = 2, 3
"""Labels beside each other at the least, and rows of what they say at the foot of a page at the most."""

NOTHING = ("-", "–")
"""What stands below the label of a reference where there is none."""

ADDRESSED = re.compile(r"Aan:?|(?:Aan )?[Dd]e [Vv]oorzitter (?:van de|der)(?: .*)?")
"""What stands above the addressee, or his first line: no value of a label goes on in it."""

SENTENCE = re.compile(r"\S+ \S+ .*[.?!:;]")
"""Three words or more with a stop: text of the letter, no name or project in its margin."""


def thing_ends(lines: Sequence[Line]) -> list[int]:
    """For each line the index after the margin thing that begins with it; its own index where none does.

    From the last line to the first: what a thing is depends on what follows it.
    """
    ends = list(range(len(lines)))
    for at in reversed(range(len(lines))):
        ends[at] = thing_end(lines, ends, at)
    return ends


def thing_end(lines: Sequence[Line], ends: Sequence[int], at: int) -> int:
    """The index after the margin thing that begins at `at`; `ends` knows it for the lines below."""
    text = lines[at].text
    if is_unit(text):
        return unit_end(lines, ends, at)
    if breaks_unit(lines, at):
        end = unit_end(lines, ends, at + 1)
        return end if end > at + 1 else at
    sentence = sentence_end(lines, at)
    if sentence > at:
        return sentence
    if (row := labels_at_foot(lines, at)) > at:
        return row
    label = label_of(text)
    if label:
        return value_end(lines, ends, at, *label)
    if labels_subject(text):
        return subject_end(lines, ends, at)
    if is_address(text):
        return at + 1
    if halves_phone(lines, at):
        return at + 2
    return street_end(lines, at) if STREET.fullmatch(text) else at


def ministry_end(lines: Sequence[Line], at: int) -> int:
    """The index after the name of a ministry that begins at a line, the longest that is one; `at` where none does."""
    ends = range(min(at + UNIT_LINES, len(lines)), at, -1)
    named = (end for end in ends if squeezed("".join(line.text for line in lines[at:end])) in ministry_names())
    return next(named, at)


def unit_end(lines: Sequence[Line], ends: Sequence[int], at: int) -> int:
    """A unit's name may run over several lines, when another margin thing follows them.

    A ministry's own name is known, and needs nothing after it. A label without a fitting value is a line of the letter:
    `Bijlage: tarieven van het veer`.
    """
    if (end := ministry_end(lines, at)) > at:
        return end
    for end in range(at + 1, min(at + UNIT_LINES + 1, len(lines))):
        text = lines[end].text
        if ends[end] > end or heads_column(text):
            return end
        if len(text) > NARROW or text.endswith((".", ":")) or ADDRESSED.fullmatch(text) or is_letters_own(text):
            break
        if label_of(text):
            break
    return at


def subject_end(lines: Sequence[Line], ends: Sequence[int], at: int) -> int:
    """The index after a subject below its label that stands among other things of a margin; `at` where none follows,
    or the addressee does: it stands in the head."""
    for end in range(at + 2, min(at + 2 + SUBJECT_LINES, len(lines))):
        if len(lines[end - 1].text) > NARROW or lines[end - 1].page != lines[at].page:
            return at
        if ends[end] > end or ADDRESSED.fullmatch(lines[end].text):
            return end if ends[end] > end else at
    return at


def last_end(ends: Sequence[int], at: int) -> int:
    """Where the last subject of a margin ends: with the margin, if nothing else begins below its label."""
    rest = range(at + 1, len(ends))
    return len(ends) if len(rest) <= SUBJECT_LINES and all(ends[below] == below for below in rest) else at


def heads_column(text: str) -> bool:
    """Whether a line holds a label of a letter's date or subject and nothing else: what it says came out further on."""
    return label_of(text) == ("datum", "") or labels_subject(text)


def labels_subject(text: str) -> bool:
    """Whether a line holds the label of a subject and nothing else."""
    return text[:1].isupper() and subject_shape().fullmatch(text.rstrip(":")) is not None


def is_letters_own(text: str) -> bool:
    """Whether a short line is one of the letter itself: the role of who signs, a closing, what heads a question."""
    return bool(ROLE.fullmatch(text) or is_closing(text) or ASKED.fullmatch(text))


def value_end(lines: Sequence[Line], ends: Sequence[int], at: int, label: str, rest: str) -> int:
    """The index after a label's value, on its line or on the next ones; `at` where no fitting value follows.

    The label of a reference can be printed without one: `Uw brief` above another label, an address or a printed
    sentence is a thing of the margin by itself.
    """
    kind = data("margin")["labels"][label]
    following = lines[at + 1].text if at + 1 < len(lines) else ""
    if label in data("margin")["copies"] and not rest and (end := copy_end(lines, ends, at)) > at:
        return end
    if kind == "words":
        at_foot = is_address_row(lines[at].text) or address_at_foot(lines, at, label, rest)
        return at + at_foot if rest else words_end(lines, ends, at)
    fits: dict[str, Callable[[str], object]] = {
        "date": is_day,
        "code": is_filed,
        "count": COUNT.fullmatch,
        "office": ROLE.fullmatch,
        "marking": is_marking,
    }
    if rest:
        return at + 1 if fits[kind](rest) else at
    if at + 1 == len(lines) or lines[at + 1].page != lines[at].page or lines[at + 1].turn:
        return at + 1
    if kind == "code" and CODE_STEM.fullmatch(following) and at + 2 < len(lines) and is_filed(lines[at + 2].text):
        return at + 3
    empty = kind in ("code", "office") and (ends[at + 1] > at + 1 or is_subject(following))
    none = kind == "code" and following in NOTHING
    return at + 2 if none or fits[kind](following) else at + 1 if empty else at


def is_day(text: str) -> bool:
    """Whether a text states a day and is no sentence about one: `Op 7 juli 2031 kom ik erop terug.`"""
    return day_in(text) is not None and (PLACE_DATE.fullmatch(text) is not None or not SENTENCE.fullmatch(text))


def address_at_foot(lines: Sequence[Line], at: int, label: str, rest: str) -> bool:
    """Whether an address with its label ends a page, alone or above a telephone number, or has that behind it; one
    without a code only right below another address."""
    house, *numbers = GAP.split(rest)
    stated = HOUSE.fullmatch(house) and all(map(PHONE.fullmatch, numbers))
    beside = at > 0 and not lines[at].blanks and is_address(lines[at - 1].text) and stated
    if label not in data("margin")["addresses"] or not (ADDRESS.fullmatch(rest) or beside):
        return False
    if PHONE.search(rest):
        return True
    after = lines[at + 1] if at + 1 < len(lines) else None
    return after is None or after.turn or after.page != lines[at].page or PHONE.fullmatch(after.text) is not None


def labels_at_foot(lines: Sequence[Line], at: int) -> int:
    """The index after labels beside each other, one of them of an address, with rows of what they say below down to
    the end of the page: `Bezoekadres   Doorkiesnummer` / `Kade 30   (070) 379 71 51`; `at` where none do."""
    if GAP.search(lines[at].text) is None:
        return at
    cells = [cell.text for cell in fragments(lines[at])]
    known = [label[0] for label in map(label_of, cells) if label and not label[1]]
    placed = any(name in data("margin")["addresses"] for name in known)
    if len(known) < BESIDE or not placed or not all(cell.isalpha() for cell in cells):
        return at
    below = takewhile(lambda line: line.page == lines[at].page, lines[at + 1 : at + 2 + FOOT_ROWS])
    rows = [len(fragments(line)) >= BESIDE for line in below]
    return at + 1 + len(rows) if 0 < len(rows) <= FOOT_ROWS and all(rows) else at


def words_end(lines: Sequence[Line], ends: Sequence[int], at: int) -> int:
    """Values in words (a name, a project) run until the next label, address or wide line; that of a person alone, also
    until white space or a sentence that goes on there."""
    end = at + 1
    while end < len(lines) and end <= at + WORDS_LINES:
        text = lines[end].text
        apart = lines[end].blanks or (len(text) > NARROW and text[0].islower())
        if end == at + 2 and apart and not lines[at + 1].blanks and names_person(lines[at + 1].text):
            return end
        if len(text) > NARROW or label_of(text) or ends[end] > end or ADDRESSED.fullmatch(text):
            break
        if SENTENCE.fullmatch(text):
            return at
        end += 1
    stopped = end < len(lines) and len(lines[end].text) <= NARROW
    return end if stopped else at


def copy_end(lines: Sequence[Line], ends: Sequence[int], at: int) -> int:
    """The index after the chamber that a copy goes to, on narrow lines right below that label: `de Voorzitter van de` /
    `Eerste Kamer`; `at` where none stands there. With an address below it is the addressee of the letter itself."""
    end, page = at + 1, lines[at].page
    while end < min(at + 1 + UNIT_LINES, len(lines)) and lines[end].page == page and not lines[end].blanks:
        if ends[end] > end or len(lines[end].text) > NARROW:
            break
        end += 1
    if end in (at + 1, len(lines)) or not ADDRESSED.fullmatch(lines[at + 1].text):
        return at
    below = lines[end]
    stopped = ends[end] > end or below.blanks or below.page != page
    return end if stopped and not (is_address(below.text) or STREET.fullmatch(below.text)) else at
