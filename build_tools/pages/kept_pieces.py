"""Pages of registers, and the room that their entries take, from build to build: one letter changes few of them.

What stands on such a page are values that show all that they have, so these make its key.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

from build_tools.cache.answers import Answers, answers
from build_tools.cache.remembering import FORGETFUL, Memory, Product, key_of
from build_tools.pages.templating import render

T = TypeVar("T")

PAGE = Product("page of a register", str)
SHARES: Product[dict[bytes, float]] = Product("shares of a page that entries take", dict)


@dataclass(frozen=True, slots=True)
class KeptPieces:
    """Fills in templates, and measures entries, where that was not done before with the same values."""

    memory: Memory = FORGETFUL
    shares: Answers[bytes, float] | None = None

    def page(self, template: str, **values: Any) -> str:
        """A template filled in."""
        return self.memory.remembered(PAGE, (template, values), partial(render, template, **values))

    def measured(self, size: Callable[[T], float]) -> Callable[[T], float]:
        """A function that tells the share of a page that an entry takes."""
        shares = self.shares
        if shares is None:
            return size
        name = f"{size.__module__}.{size.__qualname__}"
        return lambda entry: shares.of(key_of(name, entry), lambda: size(entry))


@contextmanager
def kept_pieces(memory: Memory) -> Iterator[KeptPieces]:
    """The pieces of the build before, and in the end those of this one."""
    with answers(memory, SHARES) as shares:
        yield KeptPieces(memory, shares)


ANEW = KeptPieces()
"""Makes all anew."""
