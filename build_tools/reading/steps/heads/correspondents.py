"""Who writes to whom, with the address, whom to ask, and how many annexes come along."""

import re
from collections.abc import Sequence

from build_tools.data import data
from build_tools.draft import HeadLine, Line
from build_tools.dutch.dates import PLACE_DATE
from build_tools.dutch.matching import is_half, squeezed
from build_tools.reading.signing.shapes import names_person
from build_tools.reading.steps.heads.head_shapes import (
    ADDRESSEE,
    HALF_TOWN,
    POSTAL,
    RETURN_ADDRESS,
    THING_LINES,
    TOWN_WORDS,
    Thing,
    is_committee,
    reads_as_sentence,
    spaced,
    starts_thing,
)
from build_tools.reading.steps.margin_column import stated_in_margin
from build_tools.reading.steps.margin_labels import ministry_end
from build_tools.reading.steps.margins.addresses import NARROW
from build_tools.reading.steps.margins.labels import label_of
from build_tools.reading.steps.margins.values import COUNT
from build_tools.reading.steps.pieces import GAP, piece

ADDRESSEE_LINES = 3
"""Lines of an addressee's name at the most: `De voorzitter` / `van de Tweede Kamer` / `der Staten-Generaal`."""

ADDRESSEE_LENGTH = 100
"""Characters of its first line at the most; a line of text that names a chairman is fuller."""

TO = re.compile(r"^Aan:?[ \t]+")
"""What stands before the addressee, perhaps as a label."""

CHAMBER_GOES_ON = ("derstaten", "destaten", "staten", "vande", "uitde", "der", "tweedekamer", "eerstekamer", "kamer")
"""With what its further lines begin, without white space: `der Staten-Generaal`, `van de Tweede Kamer`."""

ADDRESS_BEHIND = re.compile(r"(?<=\S)\s+(?:P ?ostbus \d[\d ]*|\d{4} ?[A-Z]{2}\b.*)$")
"""`Ministerie van Financiën  Postbus 20201`: the first line of an address beside the sender."""

OF_COMMITTEE = re.compile(r"\b[Cc]ommissie voor\b")
"""`Aan de leden van de vaste commissie voor Verkeer`, of which the name can go on: `en Waterstaat`."""


def read_addressee(lines: Sequence[Line], at: int) -> Thing | None:
    """`Aan de Voorzitter van de Tweede Kamer`, on one line or several, and the postal address below."""
    text = before_gap(lines[at])
    halved = at + 1 < len(lines) and (is_half(text) or is_committee(lines, at))
    whole = f"{text} {lines[at + 1].text}" if halved else text
    if not ADDRESSEE.fullmatch(whole) or text.endswith(".") or len(text) > ADDRESSEE_LENGTH or reads_as_sentence(text):
        return None
    end = at + 1
    names = [TO.sub("", text)]
    while end < len(lines) and end < at + THING_LINES:
        part = before_gap(lines[end])
        if lines[end].blanks and not (is_half(names[-1]) or part[:1].islower()):
            break
        if POSTAL.fullmatch(part):
            end += 1
            continue
        named = len(names) == ADDRESSEE_LINES or POSTAL.fullmatch(lines[end - 1].text)
        if named or len(part) > NARROW or PLACE_DATE.fullmatch(part):
            break
        committee = OF_COMMITTEE.search(names[-1]) and (is_half(names[-1]) or part.startswith("en "))
        if not (squeezed(part).startswith(CHAMBER_GOES_ON) or committee):
            break
        names.append(part)
        end += 1
    return end, [HeadLine("addressee", spaced(names), lines[at].number)]


def before_gap(line: Line) -> str:
    """The text of a line up to what stands beside it in another column; the gap behind `Aan:` parts none."""
    gap = GAP.search(line.text, len(label[0]) if (label := TO.match(line.text)) else 0)
    return line.text[: gap.start()] if gap else line.text


def read_postal(lines: Sequence[Line], at: int) -> Thing | None:
    """A return address, or a line of an address; the town may run over the line."""
    text = lines[at].text
    if (not RETURN_ADDRESS.fullmatch(text) and not POSTAL.fullmatch(text)) or reads_as_sentence(text):
        return None
    below = lines[at + 1].text if HALF_TOWN.fullmatch(text) and at + 1 < len(lines) else ""
    half = below[:1].isupper() and len(below.split()) <= TOWN_WORDS and not starts_thing(lines, at + 1)
    return (at + 2 if half else at + 1), []


def read_ministry(lines: Sequence[Line], at: int) -> Thing | None:
    """The name of the ministry that sends the letter, on one line or several, and nothing else but its address."""
    if (address := ADDRESS_BEHIND.search(lines[at].text)) and ministry_end([piece(lines[at], 0, address.start())], 0):
        return at + 1, list(stated_in_margin([piece(lines[at], 0, address.start())]))
    end = ministry_end(lines, at)
    return (end, list(stated_in_margin(lines[at:end]))) if end > at else None


def read_contact(lines: Sequence[Line], at: int) -> Thing | None:
    """`Contactpersoon  W.A.M. Pelkmans`, on one line or two: whom to ask, beside or below the subject."""
    label = label_of(lines[at].text)
    if label is None or data("margin")["labels"][label[0]] != "words":
        return None
    end = at + 1 if label[1] else at + 2
    value = label[1] or (lines[at + 1].text if at + 1 < len(lines) else "")
    return (end, []) if names_person(value) else None


def read_count(lines: Sequence[Line], at: int) -> Thing | None:
    """`Bijlage  geen`: how many annexes there are, right below another thing of the head. Of a number alone the label
    must say that it counts: `Bijlage 1` heads one."""
    label = label_of(lines[at].text)
    if label is None or data("margin")["labels"][label[0]] != "count" or not COUNT.fullmatch(label[1]):
        return None
    one = label[1].isdecimal() and label[0] == "bijlage" and not GAP.search(lines[at].text)
    return None if one or lines[at].blanks else (at + 1, [])
