"""A margin that a tool read column by column amid the text: its labels below each other, then what they say."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from build_tools.data import data
from build_tools.draft import Line
from build_tools.dutch.sentences import ENDED
from build_tools.reading.signing.shapes import names_person
from build_tools.reading.steps.margins.addresses import NARROW, is_address
from build_tools.reading.steps.margins.labels import LABEL_SHAPE, is_unit, label_of
from build_tools.reading.steps.margins.values import is_sole_value

LEAST_LABELS, MOST_LABELS = 2, 8
"""Labels below each other in such a column at the least, and at the most."""


NUMBER = re.compile(r"[+(]?\d[\d ()+–-]{6,}")
"""`070 456 00 00`: a telephone number or another one that is filed."""


def labels_above_values(lines: Sequence[Line]) -> Iterator[range]:
    """Short lines amid a sentence of which the first half are labels, one of them known, and below white space as many
    say what these ask for, an address or a telephone number among them: `Directie` / `Telefoon`, `Vastgoed` / `070 …`.
    Where all labels are known and each value fits its own, they stand between sentences as well.
    """
    at = 1
    while at < len(lines):
        count = labels_at(lines, at)
        end = at + 2 * count
        amid = count and end < len(lines) and parts_sentence(lines, at, end) and are_values(lines[at + count : end])
        if amid or (count and end <= len(lines) and fit(lines[at : at + count], lines[at + count : end])):
            yield range(at, end)
            at = end
        at += 1


def labels_at(lines: Sequence[Line], at: int) -> int:
    """How many labels stand below each other from a line on, up to white space; 0 where they are none."""
    end = at + 1
    while end < min(len(lines), at + MOST_LABELS + 1) and not lines[end].blanks:
        end += 1
    texts = [line.text for line in lines[at:end]]
    labels = len(list(takewhile(LABEL_SHAPE.fullmatch, texts)))
    known = sum(is_unit(text) or label_of(text) is not None for text in texts[:labels])
    return labels if labels == len(texts) and known and LEAST_LABELS <= labels <= MOST_LABELS else 0


def parts_sentence(lines: Sequence[Line], at: int, end: int) -> bool:
    """Whether lines stand between two of one sentence."""
    return not ENDED.fullmatch(lines[at - 1].text) and lines[end].text[:1].islower()


def are_values(lines: Sequence[Line]) -> bool:
    """Whether lines can be what labels say: short ones below each other, one of them an address or a number."""
    close = bool(lines[0].blanks) and not any(line.blanks for line in lines[1:])
    short = all(len(line.text) <= NARROW and not ENDED.fullmatch(line.text) for line in lines)
    return close and short and any(is_address(line.text) or NUMBER.fullmatch(line.text) for line in lines)


def fit(labels: Sequence[Line], values: Sequence[Line]) -> bool:
    """Whether each label is known, one of them a reference's, and has a value of its kind among those below: `Uw
    referentie` / `Contactpersoon`, `2031Z21877` / `mw. J. Koers`."""
    close = bool(values[0].blanks) and not any(line.blanks for line in values[1:])
    known = [label_of(line.text) or ("", "") for line in labels]
    kinds = [data("margin")["labels"].get(label) for label, rest in known if not rest]
    filed = "code" in kinds and None not in kinds and len(kinds) == len(labels)
    return close and filed and all(is_of(kind, line.text) for kind, line in zip(kinds, values, strict=True))


def is_of(kind: str, text: str) -> bool:
    """Whether a text is what labels of a kind ask for."""
    return is_sole_value(kind, text) or (kind == "words" and (names_person(text) or is_address(text)))
