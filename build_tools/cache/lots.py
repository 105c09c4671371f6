"""What is made piece by piece, where all pieces together are more than memory is for.

Pieces are passed on as they are made, and kept in lots, each of which is let go once it is written. What their maker
tells in the end is kept last, with the number of lots; where one of them was lost, all is made anew.
"""

from collections.abc import Callable, Generator, Iterable, Iterator
from itertools import chain, islice
from typing import Generic, TypeVar

from build_tools.cache.remembering import Memory, Product, key_of

P = TypeVar("P")
T = TypeVar("T")

Making = Generator[P, None, T]
"""Gives pieces, and tells something in the end."""

LOT = 200
"""So many pieces are a lot: of the longest pages, as they are packed, some 10 MB."""


def in_lots(
    memory: Memory,
    lot: Product[tuple[P, ...]],
    end: Product[tuple[int, T]],
    key: bytes,
    make: Callable[[], Making[P, T]],
) -> Making[P, T]:
    """What a stage makes under a key, made now only where it was not made before."""
    lots, told = memory.recalled(end, key) or (0, None)
    found = [memory.recalled(lot, key_of(lot.name, key, n)) for n in range(lots)]
    if told is not None and None not in found:
        yield from chain.from_iterable(filter(None, found))
        return told
    making, n = Pieces(make()), 0
    for pieces in _lots_of(making):
        memory.remember(key_of(lot.name, key, n), pieces)
        yield from pieces
        n += 1
    memory.remember(key, (n, making.told))
    return making.told


class Pieces(Generic[P, T]):
    """Pieces as they are made, and afterwards what was told in the end."""

    told: T

    def __init__(self, making: Making[P, T]) -> None:
        self._making = making

    def __iter__(self) -> Iterator[P]:
        self.told = yield from self._making


def _lots_of(pieces: Iterable[P]) -> Iterator[tuple[P, ...]]:
    rest = iter(pieces)
    return iter(lambda: tuple(islice(rest, LOT)), ())
