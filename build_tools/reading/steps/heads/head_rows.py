"""A row of labels in a head with their values in a row below it, as letters before 2008 print them.

`Datum       Ons kenmerk      Betreft` / `17 mei 2000     VO/B2154      Opvang van thuislozen`
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from build_tools.data import data
from build_tools.draft import HeadLine, Line
from build_tools.dutch.dates import DAY, date_in, day_in
from build_tools.dutch.format import capital
from build_tools.dutch.matching import salutes
from build_tools.reading.steps.heads.head_labels import ANCHORS, PLACE, PLACE_NAME, YOURS, bare_label, labels_in
from build_tools.reading.steps.heads.head_shapes import Thing, spaced, starts_thing
from build_tools.reading.steps.margins.labels import is_subject, label_of
from build_tools.reading.steps.margins.values import is_sole_value
from build_tools.reading.steps.pieces import fragments

ASIDE = 2
"""Columns by which a value may begin beside its label: a proportional letter does not fall on whole columns."""

ROW_LINES = 5
"""Lines of the values at the most: a subject in a narrow column takes three or four."""

VALUES = {
    "date": DAY,
    # VO/B2154, DGBI / 26844711, POL 98/1133, DGMO/BK 218.404; or what is none of the letter's own, see OTHER_CODE
    "code": r"\d{1,2} [a-z]+ \d{4}|\(?0\d[\d ()–-]{7,}\d|(?=\S*\d|\S+ / )\S+(?: / \S+)?|[A-Z][A-Z/&]{1,9}\.? \d\S+",
    "words": r"\S.{1,60}?",
    "count": r"\d{1,2}|[-–]|geen",
    "subject": r"\S.*?",
}  # fmt: skip
"""What stands below a label of each kind, where nothing but its look parts it from the value beside it; a subject
leaves to a reference what can be of it."""


OTHER_CODE = re.compile(r"\d{1,2} [a-z]+ \d{4}|[\d ()–-]+")
"""What stands below the label of a code and is none of the letter: the day of another letter, a telephone number."""

PLACE_BEFORE, PLACE_BEHIND = re.compile(rf"{PLACE_NAME} "), re.compile(rf" {PLACE_NAME}$")
"""`Zoetermeer Ons kenmerk`, `Ons kenmerk Den Haag`: only where a day stands below it is the word a place."""


def read_label_row(lines: Sequence[Line], at: int) -> Thing | None:
    """Labels beside each other, and below them what they say."""
    cells = fragments(lines[at])
    labels = [*labels_of_cells([cell.text for cell in cells])]
    if len(cells) == 1:
        return read_tabbed_row(lines, at) or read_plain_row(lines, at)
    if not all(labels) or not ANCHORS.intersection(labels):
        return None
    if in_order := told_in_order(lines, at, labels):
        return in_order
    edges = [cell.indent for cell in cells]
    values: list[list[str]] = [[] for _ in labels]
    end = at + 1
    while end < min(len(lines), at + 1 + ROW_LINES) and (placed := in_row(lines, end, edges, at + 1)):
        for column, text in placed:
            values[column].append(text)
        end += 1
    told = told_by([(label, spaced(texts)) for label, texts in zip(labels, values, strict=True)], lines[at].number)
    return (end, told) if told is not None else None


def told_in_order(lines: Sequence[Line], at: int, labels: Sequence[str]) -> Thing | None:
    """The same where each label has one value that fits it, between white space but at no edge."""
    parts = [part.text for part in fragments(lines[at + 1])] if at + 1 < len(lines) else []
    if len(parts) != len(labels) or any(kind_of(label) in ("subject", "words") for label in labels):
        return None
    if not all(is_value_of(label, part) for label, part in zip(labels, parts, strict=True)):
        return None
    told = told_by(list(zip(labels, parts, strict=True)), lines[at + 1].number)
    return (at + 2, told) if told is not None else None


def told_by(said: Sequence[tuple[str, str]], line: int) -> list[HeadLine] | None:
    """What labels of a row say; None where neither the day nor the subject of the letter is among that."""
    known = dict(said)
    sure = day_in(known["datum"]) if "datum" in known else any(known[label] for label in ANCHORS & known.keys())
    return [own for label, value in said if value for own in stated(label, value, line)] if sure else None


def labels_of_cells(texts: Sequence[str]) -> Iterator[str]:
    """The labels in cells, of which the first or the last can be the place of the letter, which heads its date."""
    for text in texts:
        label = label_of(text)
        worded = label[0] if label and not label[1] else ""
        placed = text in (texts[0], texts[-1]) and PLACE.fullmatch(text) is not None
        yield bare_label(text) or worded or ("datum" if placed else "")


def in_row(lines: Sequence[Line], at: int, edges: Sequence[int], first: int) -> list[tuple[int, str]]:
    """The parts of a line with the column in which each stands; nothing where the line is no row of values."""
    if salutes(lines[at].text) or (at > first and lines[at].blanks):
        return []
    parts = [(column_of(part, edges), part.text) for part in fragments(lines[at])]
    if any(column is None or bare_label(text) for column, text in parts):
        return []
    return [(column or 0, text) for column, text in parts]


def column_of(part: Line, edges: Sequence[int]) -> int | None:
    """The column at whose edge a part begins."""
    return next((n for n, edge in enumerate(edges) if abs(part.indent - edge) <= ASIDE), None)


def stated(label: str, text: str, line: int) -> Iterator[HeadLine]:
    """What a label states of the letter."""
    if label == "datum":
        yield HeadLine("date", text, line)
    elif kind_of(label) == "subject":
        yield HeadLine("subject", text, line)
    elif kind_of(label) == "code" and not OTHER_CODE.fullmatch(text):
        yield HeadLine("reference", text, line)


def read_tabbed_row(lines: Sequence[Line], at: int) -> Thing | None:
    """Labels between tabs, and on the next line what each says between as many: `Onderwerp ⇥ Bijlage(n)` / `Het veer ⇥
    geen`. The day or the subject of the letter among them tells them from cells of a table."""
    names, values = (line.text.split("\t") for line in (lines[at], lines[min(at + 1, len(lines) - 1)]))
    filled = [(name.strip(), value.strip()) for name, value in zip(names, values, strict=False) if name or value]
    labels = [*labels_of_cells([name for name, _ in filled])]
    if at + 1 == len(lines) or len(names) != len(values) or len(labels) < 2 or not all(labels):
        return None
    said = dict(zip(labels, (value for _, value in filled), strict=True))
    told = told_by(list(said.items()), lines[at + 1].number)
    return (at + 2, told) if told is not None else None


def read_plain_row(lines: Sequence[Line], at: int) -> Thing | None:
    """The same with single spaces or tabs between them: the kind of each label tells what its value looks like. The
    day of the letter is among them, or its subject beside what is told by its look alone."""
    labels = labels_of_row(" ".join(lines[at].text.split()))
    if len(labels) < 2 or not ("datum" in labels or tells_subject(labels)) or at + 1 == len(lines):
        return None
    match = re.fullmatch(pattern_of(labels), " ".join(lines[at + 1].text.split()) + " ")
    if not match or ("datum" in labels and not date_in(match[1 + labels.index("datum")])):
        return None
    values = [value or "" for value in match.groups()]
    end = at + 2
    while labels[-1] in data("margin")["subjects"] and end < at + 1 + ROW_LINES and goes_on(lines, end):
        values[-1] = spaced([values[-1], lines[end].text])
        end += 1
    found = [stated(label, value, lines[at + 1].number) for label, value in zip(labels, values, strict=True)]
    return end, [line for own in found for line in own]


def pattern_of(labels: Sequence[str]) -> str:
    """What the values of labels look like behind each other, each with a space behind it; of the other side's labels
    one can be printed without a value."""
    values = [f"({VALUES[kind_of(label)]}) " for label in labels]
    return "".join(
        f"(?:{value})?" if label.startswith(YOURS) else value for label, value in zip(labels, values, strict=True)
    )


def tells_subject(labels: Sequence[str]) -> bool:
    """Whether the first of these labels is that of a subject, and none of the others is of words."""
    first, *others = map(kind_of, labels)
    return first == "subject" and {"code", "count"}.issuperset(others)


def labels_of_row(text: str) -> list[str]:
    """The labels of which a row consists, where the place of the letter can head its date: `Ons kenmerk Den Haag`."""
    before, behind = PLACE_BEFORE.match(text), PLACE_BEHIND.search(text)
    if labels := labels_in(text, worded=True):
        return labels
    if before and (labels := labels_in(text[before.end() :], worded=True)):
        return ["datum", *labels]
    if behind and (labels := labels_in(text[: behind.start()], worded=True)):
        return [*labels, "datum"]
    return []


def read_pairs(lines: Sequence[Line], at: int) -> Thing | None:
    """Labels each with its value behind it on one line: `Uw brief  29 april 2002  Ons kenmerk  ARBO/02/38114`. A label
    of words, such as that of a person, parts no subject."""
    text = lines[at].text
    parting = paired_label().finditer(text)
    starts = [match for match in parting if not (is_subject(text) and kind_of(match[1].lower()) == "words")]
    if len(starts) < 2 or starts[0].start():
        return None
    ends = [*(match.start() for match in starts[1:]), len(text)]
    pairs = [(match[1].lower(), text[match.end() : end].strip()) for match, end in zip(starts, ends, strict=True)]
    if not all(is_value_of(label, value) for label, value in pairs):
        return None
    return at + 1, [line for label, value in pairs for line in stated(label, value, lines[at].number)]


@cache
def paired_label() -> re.Pattern[str]:
    """A label with a capital and with something behind it."""
    known = [*data("margin")["labels"], *data("margin")["subjects"]]
    labels = sorted(map(capital, known), key=len, reverse=True)
    return re.compile(rf"(?:^|(?<=\s))({'|'.join(map(re.escape, labels))}):?\s+(?=\S)")


def is_value_of(label: str, value: str) -> bool:
    """Whether a text can be the value of a label."""
    kind = kind_of(label)
    return bool(value) if kind in ("subject", "words") else is_sole_value(kind, value)


def goes_on(lines: Sequence[Line], at: int) -> bool:
    """Whether a subject runs on in this line."""
    return at < len(lines) and not (lines[at].blanks or salutes(lines[at].text) or starts_thing(lines, at))


def kind_of(label: str) -> str:
    """What kind of value a label has."""
    return "subject" if label in data("margin")["subjects"] else data("margin")["labels"][label]
