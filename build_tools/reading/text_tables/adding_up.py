"""Figures that are the sum or the difference of others beside them."""

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import permutations

NUMBER = re.compile(r"\d[\d. ]*(?:,\d+)?")
"""`1.234,5`, `12 500`: digits with what parts them, and decimals behind a comma."""

BELOW_NOTHING = re.compile(r"\s*[-–−]\s?[€$£]?\s?\d")
"""A figure with a sign before it."""

ROUNDED = Decimal(1)
"""What a sum may differ, in units of the last digit: its parts were rounded each."""

MOST_PARTS = 6
"""Figures beside one of which two may differ by it, at the most: among many some do by chance."""


def is_sum(line: Sequence[str], others: Sequence[Sequence[str]]) -> bool:
    """Whether each figure of a row is the sum of those in its column in the others, of which there are several."""
    values = [map(value_of, other) for other in others]
    return len(others) > 1 and alike(line, [sum(column, Decimal(0)) for column in zip(*values, strict=True)])


def is_difference(line: Sequence[str], others: Sequence[Sequence[str]]) -> bool:
    """Whether the figures of a row are the difference of those in two of the others."""
    pairs = permutations(others, 2) if len(others) <= MOST_PARTS else ()
    return any(
        alike(line, [value_of(a) - value_of(b) for a, b in zip(first, second, strict=True)]) for first, second in pairs
    )


def alike(line: Sequence[str], found: Sequence[Decimal]) -> bool:
    """Whether figures are these, but for what rounding makes of them."""
    own = [*map(value_of, line)]
    unit = min((Decimal(1).scaleb(int(one.as_tuple().exponent)) for one in own), default=Decimal(1))
    return all(abs(a - b) <= ROUNDED * unit for a, b in zip(own, found, strict=True))


def value_of(text: str) -> Decimal:
    """The value of a figure; 0 of what is none."""
    number = NUMBER.search(text)
    plain = number[0].translate(str.maketrans(",", ".", ". ")) if number else "0"
    return -Decimal(plain) if BELOW_NOTHING.match(text) else Decimal(plain)
