"""What is made of several letters: remembered under the keys of all of them, and of what else it is made from."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import TypeVar

from build_tools.cache.lots import Making, in_lots
from build_tools.cache.remembering import FORGETFUL, Memory, Product
from build_tools.workers.crew import Task, Waiting

P = TypeVar("P")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Keyed:
    """A memory, and for each letter, by id, the key of all that it is. What is made of a letter without one is made
    anew each time. `parts` are, by id of each letter, the digests of what is found in it.
    """

    memory: Memory = FORGETFUL
    keys: Mapping[str, bytes] = field(default_factory=dict)
    parts: Mapping[str, Mapping[tuple[str, str], bytes]] = field(default_factory=dict)

    def remembered(self, product: Product[T], letters: Iterable[str], make: Callable[[], T], *others: object) -> T:
        """What is made of some letters and of other inputs."""
        keys = tuple(self.keys.get(id_) for id_ in letters)
        return make() if None in keys else self.memory.remembered(product, (keys, others), make)

    def remembered_while(
        self,
        holds: Callable[[T], bool],
        product: Product[T],
        letters: Iterable[str],
        make: Callable[[], T],
        *others: object,
    ) -> T:
        """The same where only its making shows what else it is made from: made anew where that holds no more."""
        keys = tuple(self.keys.get(id_) for id_ in letters)
        if None in keys or not self.memory.store.keeps:
            return make()
        key = self.memory.key_of(product.name, keys, others)
        found = self.memory.recalled(product, key)
        if found is None or not holds(found):
            found = make()
            self.memory.remember(key, found)
        return found

    def remembered_of(
        self, product: Product[T], parts: Collection[tuple[str, str]], make: Callable[[], T], *others: object
    ) -> T:
        """What is made of some parts of what is found in all letters, and of other inputs, whatever else changed."""
        return self.memory.remembered(product, self._found(parts, others), make) if self.parts else make()

    def begun_of(
        self,
        product: Product[T],
        parts: Collection[tuple[str, str]],
        make: Callable[[Memory], T],
        *others: object,
        anew: bool,
    ) -> Waiting[T]:
        """The same where it is made in parts, begun as `Memory.begun_in_parts` tells."""
        if not self.parts:
            return partial(make, self.memory)
        found = self._found(parts, others) if self.memory.store.keeps else ()
        return self.memory.begun_in_parts(product, self.memory.key_of(product.name, *found), make, anew)

    def _found(self, parts: Collection[tuple[str, str]], others: tuple[object, ...]) -> tuple[object, ...]:
        """Some parts of what is found in all letters, and other inputs."""
        found = [(part, id_, own[part]) for part in parts for id_, own in self.parts.items() if part in own]
        return tuple(parts), found, others

    def in_lots(
        self,
        lot: Product[tuple[P, ...]],
        end: Product[tuple[int, T]],
        letters: Iterable[str],
        make: Callable[[], Making[P, T]],
        *others: object,
    ) -> Making[P, T]:
        """What is made piece by piece of some letters and of other inputs."""
        keys = tuple(self.keys.get(id_) for id_ in letters)
        if None in keys:
            return make()
        return in_lots(self.memory, lot, end, self.memory.key_of(end.name, keys, others), make)

    def begun(
        self, product: Product[T], letters: Iterable[str], plan: Callable[[], Task[T]], *others: object
    ) -> Waiting[T]:
        """The same, begun by whoever there is to make it; the task is planned only where it was not made before."""
        keys = tuple(self.keys.get(id_) for id_ in letters)
        if None in keys:
            return plan()
        return self.memory.begun(product, self.memory.key_of(product.name, keys, others), plan)


UNKEYED = Keyed()
"""Remembers nothing."""
