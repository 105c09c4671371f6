"""What is said of the doubts of a reading, one by one or of many together, by itself: who tells of doubts compares no
letters.
"""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from build_tools.data import data
from build_tools.dutch.format import number
from build_tools.model import Doubt

MANY = 3
"""Places of which the same is said, at the least, that are told together: two that say the same are no burden."""

T = TypeVar("T")


def says(doubt: Doubt) -> str:
    """What may be wrong at a doubtful place, in plain Dutch."""
    return str(data("doubts")[doubt.kind]["says"])


def says_of_many(kinds: Iterable[Doubt], count: int) -> str:
    """The same of so many places, each with doubts of these kinds."""
    told = dict.fromkeys(str(data("doubts")[doubt.kind]["many"]) for doubt in kinds)
    return f"Op {number(count)} plaatsen {'; ook '.join(told)}."


def told_together(alike: Sequence[T]) -> list[Sequence[T]]:
    """Places of which the same is said: many as one, a few each by itself."""
    return [alike] if len(alike) >= MANY else [[place] for place in alike]


def tells(doubt: Doubt) -> str:
    """What may be wrong in English, for who runs the program: with the words that stand there."""
    return f"'{doubt.text}' {data('doubts')[doubt.kind]['tells']}"
