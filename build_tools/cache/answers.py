"""What was answered in the build before about many small things: one value, as each by itself costs more to keep."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Generic, TypeVar

from build_tools.cache.remembering import Memory, Product, key_of

K = TypeVar("K")
V = TypeVar("V")


class Answers(Generic[K, V]):
    """Answers by what they are about. What nobody asks about in a build that asks at all is forgotten, so that they
    never pile up.
    """

    def __init__(self, before: dict[K, V]) -> None:
        self.before = before
        self.now: dict[K, V] = {}

    def of(self, about: K, make: Callable[[], V]) -> V:
        """The answer of before, or the one made now."""
        if about not in self.now:
            self.now[about] = self.before[about] if about in self.before else make()
        return self.now[about]


@contextmanager
def answers(memory: Memory, product: Product[dict[K, V]], about: str = "") -> Iterator[Answers[K, V]]:
    """The answers of the build before that asked about the same, and in the end those of this one for the next."""
    key = key_of(product.name, about)
    found = Answers(memory.recalled(product, key) or {})
    yield found
    if found.now and found.now.keys() != found.before.keys():
        memory.remember(key, found.now)
