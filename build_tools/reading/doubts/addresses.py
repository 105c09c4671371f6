"""Addresses of pages and mail within texts."""

import re
from bisect import bisect_left
from functools import lru_cache

ADDRESS = re.compile(
    r"(?:https?://|www\.|(?<= )[\w.+-]{1,64}@)\S*|\b[a-z][\w-]{3,60}\.(?:nl|com|org|eu|net)\b(?:/\S*)?"
)
"""An address of a page, perhaps without its first part, or of somebody's mail."""


def is_in_address(text: str, start: int, end: int) -> bool:
    """Whether a stretch of a text is within an address there."""
    spans = _addresses(text)
    before = bisect_left(spans, (start,)) - 1
    return before >= 0 and end < spans[before][1]


@lru_cache(maxsize=1)
def _addresses(text: str) -> tuple[tuple[int, int], ...]:
    """The addresses of a text: who asks for one place in it asks for others next."""
    return tuple(found.span() for found in ADDRESS.finditer(text))
