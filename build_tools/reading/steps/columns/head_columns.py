"""A head in two columns without labels: what stands right of the sender and the addressee is read before them.

`Ministerie van Financiën          Den Haag, 12 mei 2003` / `De voorzitter van de Tweede Kamer     Kenmerk: FEZ/12`
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from build_tools.draft import Draft, Line
from build_tools.dutch.dates import PLACE_DATE
from build_tools.dutch.matching import salutes
from build_tools.reading.steps.heads.head_labels import bare_label, column_label, fits
from build_tools.reading.steps.margin_labels import thing_ends
from build_tools.reading.steps.margins.labels import is_label_with_value, is_subject, label_of
from build_tools.reading.steps.pieces import fragments, piece

COLUMNS = 2

REACH = 20
"""Lines of a head that can be in two columns: sender, addressee and a subject take fewer."""


def part_head(draft: Draft) -> Draft:
    """Put what stands in the right column of a head before the lines that it stands beside."""
    head = list(takewhile(lambda line: not salutes(line.text), draft.lines[:REACH]))
    rows = [columns_of(line) for line in head]
    parted = {at for at, row in enumerate(rows) if is_parted(row)}
    if not parted:
        return draft
    aside = [rows[at][1] for at in sorted(parted)]
    left = [rows[at][0] if at in parted else line for at, line in enumerate(head)]
    return replace(draft, lines=(*aside, *left, *draft.lines[len(head) :]))


def columns_of(line: Line) -> list[Line]:
    """The parts of a line; a label and its value behind it are one: `Aan:      Datum:    3 mei 2031`. So are the label
    of a subject and the subject before another label with its value: `Betreft   Het veer   Bijlagen   2`."""
    parts = fragments(line)
    for before, aside in pairwise(parts):
        left, right = piece(line, 0, before.end - line.start), piece(line, aside.start - line.start, len(line.text))
        if is_whole_subject(left.text) and is_margin_thing(right):
            return [left, right]
    if len(parts) == COLUMNS + 1 and (label := column_label(parts[1].text)) and fits(label, parts[2].text):
        return [parts[0], piece(line, parts[1].start - line.start, len(line.text))]
    return parts


def is_whole_subject(text: str) -> bool:
    """Whether a text is the label of a subject and the subject."""
    return is_subject(text) and not bare_label(text) and label_of(text) is None


def is_margin_thing(line: Line) -> bool:
    """Whether a line is a label of a margin with a value that fits it."""
    return label_of(line.text) is not None and not bare_label(line.text) and thing_ends([line]) == [1]


def is_parted(row: Sequence[Line]) -> bool:
    """Whether two texts stand beside each other that are no label and its value, and the right one says something by
    itself."""
    if len(row) != COLUMNS:
        return False
    left, right = (part.text for part in row)
    beside = is_margin_thing(row[1])
    labelled = bare_label(left) or label_of(left) or (is_subject(left) and not (beside and is_whole_subject(left)))
    label, _, value = right.partition(":")
    paged = column_label(label) == "pagina" and fits("pagina", value.strip())
    states = PLACE_DATE.fullmatch(right) or paged or beside or (is_label_with_value(right) and not bare_label(right))
    return not labelled and bool(states)
