"""A margin that a tool read column by column amid a sentence: its labels below each other, then what they say."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from build_tools.draft import Line
from build_tools.dutch.sentences import ENDED
from build_tools.reading.steps.margins.addresses import NARROW, is_address
from build_tools.reading.steps.margins.labels import LABEL_SHAPE, is_unit, label_of

LEAST_LABELS, MOST_LABELS = 2, 8
"""Labels below each other in such a column at the least, and at the most."""


NUMBER = re.compile(r"[+(]?\d[\d ()+–-]{6,}")
"""`070 456 00 00`: a telephone number or another one that is filed."""


def labels_above_values(lines: Sequence[Line]) -> Iterator[range]:
    """Short lines amid a sentence of which the first half are labels, one of them known, and below white space as many
    say what these ask for, an address or a telephone number among them: `Directie` / `Telefoon`, `Vastgoed` / `070 …`.
    """
    at = 1
    while at < len(lines):
        count = labels_at(lines, at)
        end = at + 2 * count
        if count and end < len(lines) and parts_sentence(lines, at, end) and are_values(lines[at + count : end]):
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
