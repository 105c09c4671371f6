"""Labels, values, boxes and rows: short lines that look like headings and head nothing.

After `no_headings`: the groups that are none, however they look. What is a table of its own is not made here.
"""

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from itertools import groupby, pairwise

from build_tools.data import data
from build_tools.draft import Line
from build_tools.dutch.captions import is_caption
from build_tools.dutch.dates import DAY, date_in
from build_tools.dutch.sentences import ENDED
from build_tools.model import Kind
from build_tools.reading.blocks.heading_shapes import QUESTION, lone_day
from build_tools.reading.blocks.known_starts import (
    PREFIXED,
    has_points,
    labels_that_return,
    lettered_labels,
    short_labels,
)
from build_tools.reading.blocks.line_groups import NUMBERED, SHORT_WORDS, LineGroup, is_short, text_of
from build_tools.reading.blocks.table_rows import NO_LETTERS, before_numbers, in_counted_rows, in_rows

LABEL_WORDS = 4
"""Words of a label at the most: `Voortouwcommissie:`, `Brief van de minister:`; longer ones introduce something."""

LEAST_LABELS, LABEL_REACH = 3, 8
"""Labels without text below them that make a form, and groups between two of one form at the most: a decision has a
few lines of its own between `Besluit:` and the next `Agendapunt:`."""

TEXT_WORDS = 8
"""Words of a sentence below a heading at the least; what is shorter can be the value of a label."""

RUN = 4
"""Short lines in a row that are rows, boxes or a menu: three headings can follow each other, each within the last."""

BOXES = 3
"""Groups above a caption that are boxes of its figure: one or two can be a heading above the figure."""

MOSTLY = 0.75
"""The part of the labels of a list that stand right above what they say, where each belongs to that."""

NUMBERED_LABEL = re.compile(r"\d{1,3}\.? \w+:")
"""`12. Agendapunt:`: a label that opens a part of a form."""

VALUED = re.compile(r"[A-Z][^\s:]*(?: [^\s:]+){0,2}: \S.*")
"""`Besluit: Aangenomen.`: a label with its value."""

OF_HEAD = re.compile(
    r"Aan (?:de|het|mijn) (?i:voorzitter|leden|minister|staatssecretaris|heer|griffier|kamer)\b.*|Aan mevrouw\b.*"
    rf"|[A-Z’'][\w’' -]+, (?:den? )?{DAY}\.?"
)
"""`Aan de Minister van Financiën`, `Den Haag, 20 januari 2033`."""

LETTERED = ("a", "i")
"""Styles of letters, which stand below numbers."""

TABLE_NAME = re.compile(r"(?:Tabel|Overzicht|Staat|Grafiek|Figuur)\b[ .:]*\d*")
"""`Tabel 1 Kosten per kade`, `Overzicht: uitgaven`: above a table that too names it, and heads no text."""


def no_headings(lines: Sequence[Line], groups: Sequence[LineGroup]) -> frozenset[int]:
    """The groups that are labels, values, boxes or rows; tables that are known part what stands around them."""
    every = [text_of(lines, own) for own in groups]
    found = {*in_list(every), *lone_day(every)}
    for known, run in groupby(range(len(groups)), key=lambda at: is_known(lines, groups[at])):
        own = list(run)
        if not known:
            texts = [text_of(lines, groups[at]) for at in own]
            found |= {own[0] + at for rule in RULES for at in rule(texts, groups[own[0] : own[-1] + 1])}
            found |= {at for at in own[1:-1] if at - 1 in found and closes_rows(lines, groups, at)}
    return frozenset(found.difference(part_behind_list(lines, groups)))


def closes_rows(lines: Sequence[Line], groups: Sequence[LineGroup], at: int) -> bool:
    """Whether a short line below one that heads nothing belongs to it, and not to the text below: there is white space
    under it and none above it, as at the last cell of a table that a tool read cell by cell.
    """
    first, after = lines[groups[at].start], lines[groups[at + 1].start]
    close = not first.blanks and not first.turn and after.blanks > 0
    return close and is_short(text_of(lines, groups[at]), groups[at])


def is_known(lines: Sequence[Line], own: LineGroup) -> bool:
    """Whether it is known what a group is: its file says so, its place shows a heading, it heads a question, or it is a
    table."""
    first = lines[own.start]
    return first.given is not None or first.heading or QUESTION.fullmatch(text_of(lines, own)) is not None


def heads_table(lines: Sequence[Line], groups: Sequence[LineGroup], index: int) -> bool:
    """Whether a text is the caption of the table below it."""
    after = lines[groups[index + 1].start].given if index + 1 < len(groups) else None
    own = text_of(lines, groups[index])
    return after is not None and after.kind is Kind.TABLE and TABLE_NAME.match(own) is not None


def with_rows(lines: Sequence[Line], groups: Sequence[LineGroup]) -> list[LineGroup]:
    """The groups, with the names of rows and the numbers below them together: `PvdZ` and `36`, `D66` and `12`; and so
    the labels of a list and what they say."""
    texts = [text_of(lines, own) for own in groups]
    known = [is_known(lines, own) for own in groups]
    pairs = {at for at in range(len(groups) - 1) if not (known[at] or known[at + 1]) and is_row(texts, groups, at)}
    rows = {at for at in pairs if {at - 2, at + 2} & pairs}.union(labels_apart(lines, groups, texts))
    found: list[LineGroup] = []
    for at, own in enumerate(groups):
        if at - 1 in rows:
            found[-1] = replace(found[-1], end=own.end)
        else:
            found.append(own)
    return found


def labels_apart(lines: Sequence[Line], groups: Sequence[LineGroup], texts: Sequence[str]) -> Set[int]:
    """The labels of a list of points that white space parts from what each says right below it, where most do so: of
    labels below each other, whose values follow in any order, none is known to be of which."""
    labels = {at for at, text in enumerate(texts) if PREFIXED.fullmatch(text) and lines[groups[at].start].blanks}
    behind = [at + 1 for at in labels if at + 1 < len(groups) and at - 1 not in labels]
    valued = {at - 1 for at in behind if lines[groups[at].start].blanks and not PREFIXED.match(texts[at])}
    points = [at for at in valued if NUMBERED_LABEL.fullmatch(texts[at])]
    mostly = len(points) > 1 and len(valued) > MOSTLY * len(labels)
    return valued if mostly and has_points(texts) else set()


def is_row(texts: Sequence[str], groups: Sequence[LineGroup], at: int) -> bool:
    """Whether a group is a short name with a number alone below it."""
    number = groups[at + 1].bullet is None and NO_LETTERS.fullmatch(texts[at + 1]) is not None
    return number and is_short(texts[at], groups[at]) and not NO_LETTERS.fullmatch(texts[at])


def in_list(texts: Sequence[str]) -> range:
    """What stands from the first label of a list with points to its last, however far its labels stand from their
    values: nothing there heads by its look."""
    returning = labels_that_return(texts) if has_points(texts) else ()
    return range(min(returning), min(max(returning) + 1 + LABEL_REACH, len(texts))) if returning else range(0)


def part_behind_list(lines: Sequence[Line], groups: Sequence[LineGroup]) -> Iterator[int]:
    """What is known to head a part, set apart below the points of a list and above text: `Toelichting`."""
    texts = [text_of(lines, own) for own in groups]
    if has_points(texts):
        known = data("dutch")["part_headings"]
        yield from (at for at, own in enumerate(groups) if texts[at].lower() in known and lines[own.start].blanks)


def in_forms(texts: Sequence[str], groups: Sequence[LineGroup]) -> Iterator[int]:
    """What stands from the first label of a form to its last, but for a line above a numbered label."""
    returning = labels_that_return(texts)
    labels = [at for at, text in enumerate(texts) if at in returning or is_form_label(text, groups[at])]
    for _, run in groupby(zip(_gaps(labels), labels, strict=False), key=lambda place: place[0]):
        own = [at for _, at in run]
        if (returning or alone(texts, own)) and sum(not has_text(texts, at) for at in own) >= LEAST_LABELS:
            heads = {at for at in range(own[0], own[-1]) if heads_part(texts, at)}
            yield from (at for at in range(own[0], min(own[-1] + 2, len(texts))) if at not in heads)


def alone(texts: Sequence[str], labels: Sequence[int]) -> bool:
    """Whether a label stands on a line of its own: in prose `Let op: …` can come twice."""
    return any(texts[at].endswith(":") for at in labels)


def _gaps(labels: Sequence[int]) -> list[int]:
    """For each label how many wide gaps there are before it: labels with the same number are of one form."""
    counts = [0]
    for before, at in pairwise(labels):
        counts.append(counts[-1] + (at - before > LABEL_REACH))
    return counts


def is_form_label(text: str, own: LineGroup) -> bool:
    """Whether a group is a label, alone or with a value of a few words behind it."""
    alone = text.endswith(":") and len(text.split()) <= LABEL_WORDS
    valued = VALUED.fullmatch(text) is not None and len(text.split()) <= SHORT_WORDS
    return (alone or valued) and own.end - own.start == 1


def has_text(texts: Sequence[str], at: int) -> bool:
    """Whether running text follows: a sentence, not a value."""
    return at + 1 < len(texts) and is_text(texts[at + 1])


def is_text(text: str) -> bool:
    """Whether a group is running text."""
    return ENDED.fullmatch(text) is not None and len(text.split()) >= TEXT_WORDS


def heads_part(texts: Sequence[str], at: int) -> bool:
    """Whether a line heads the part of a form that a numbered label opens: `Europa` above `4. Agendapunt:`."""
    opens = NUMBERED_LABEL.fullmatch(texts[at + 1]) is not None
    return opens and at > 0 and not texts[at].endswith(":") and not texts[at - 1].endswith(":")


def in_runs(texts: Sequence[str], groups: Sequence[LineGroup]) -> Iterator[int]:
    """Short lines in a row; the last of them can head the text that follows."""
    short = [is_short(text, own) for text, own in zip(texts, groups, strict=True)]
    for alike, run in groupby(range(len(texts)), key=lambda at: short[at]):
        own = list(run)
        if alike and len(own) >= RUN:
            yield from own[:-1] if has_text(texts, own[-1]) else own


def at_captions(texts: Sequence[str], groups: Sequence[LineGroup]) -> Iterator[int]:
    """Captions, and the boxes of a figure above its caption: what is no sentence."""
    before = -1
    for at, text in enumerate(texts):
        if is_caption(text):
            first = at
            while first - 1 > before and not is_text(texts[first - 1]) and not groups[first - 1].signature:
                first -= 1
            yield from range(first if at - first >= BOXES else at, at + 1)
            before = at


def of_heads(texts: Sequence[str], groups: Sequence[LineGroup]) -> Iterator[int]:
    """The addressee, the place and the date of a letter within a text."""
    for at, (text, own) in enumerate(zip(texts, groups, strict=True)):
        if not own.signature and OF_HEAD.fullmatch(text) and (text.startswith("Aan ") or date_in(text)):
            yield at


def between_marks(texts: Sequence[str], groups: Sequence[LineGroup]) -> Iterator[int]:
    """A line alone between `c) …` and `d) …` is what c) names, and so is one between `f) …` and `2. …`."""
    for at in range(1, len(texts) - 1):
        before, after = groups[at - 1].bullet, groups[at + 1].bullet
        if before is None or not before.kept or not is_short(texts[at - 1], replace(groups[at - 1], bullet=None)):
            continue
        counts_on = after is not None and after.style == before.style and after.value == before.value + 1
        if counts_on or (
            before.style[0] in LETTERED and texts[at + 1][:1].isdecimal() and NUMBERED.match(texts[at + 1])
        ):
            yield at


def below_letters(texts: Sequence[str], _: Sequence[LineGroup]) -> Iterator[int]:
    """What a label with a letter asks for, alone above the next one: `c) Nr. Commissiedocument` / `COM (2031) 318`."""
    labels = set(lettered_labels(texts))
    for at in labels:
        below = texts[at + 2] if at + 2 < len(texts) else ""
        if at + 2 in labels or (below and NUMBERED.match(below) and below[0].isdecimal()):
            yield at + 1


def labelled(texts: Sequence[str], _: Sequence[LineGroup]) -> Iterator[int]:
    """Labels with their values right below each other: `Aanvrager: …` / `Omvang: …`."""
    yield from short_labels(texts)


RULES = (
    labelled,
    of_heads,
    in_forms,
    in_runs,
    in_rows,
    at_captions,
    before_numbers,
    in_counted_rows,
    between_marks,
    below_letters,
)
"""Each gives the groups that it knows to be no headings."""
