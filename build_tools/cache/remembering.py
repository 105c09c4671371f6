"""What a stage made before from the same inputs.

A key is the digest of the stage's name, of its inputs as the caller states them, and of the program: of all its own
files, the packages that are installed beside it and the Python that runs it. So a new version reads nothing of an old
one, and whatever of the program a stage comes to use is part of the key already. Inputs are texts, numbers, frozen
dataclasses of such and tuples of them, which show all that they have; of large contents a digest will do.
"""

import pickle
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from hashlib import sha256
from pathlib import Path
from typing import Generic, TypeVar, cast

from build_tools.cache.held import HeldValues
from build_tools.cache.store import Store, StoreAside
from build_tools.cache.values import decoded, encoded
from build_tools.errors import UserError
from build_tools.workers.crew import ALONE, Crew, Task, Waiting

T = TypeVar("T")

PACKAGE = Path(__file__).resolve().parents[1]


@dataclass(frozen=True, slots=True)
class Product(Generic[T]):
    """What a stage makes, as far as it is kept: the stage's name, and the type of its values; whether one takes little
    work.
    """

    name: str
    type: type[T]
    small: bool = False


@dataclass(frozen=True, slots=True)
class Memory:
    """What the stages made, in a store; in one that holds nothing, all is made anew, by a crew. `held` is what the
    process holds of it from build to build.
    """

    store: Store
    crew: Crew = ALONE
    held: HeldValues | None = None

    def key_of(self, stage: str, *inputs: object) -> bytes:
        """The key of what a stage makes of inputs; none where nothing is kept, as to tell all of them takes time."""
        return key_of(stage, *inputs) if self.store.keeps else b""

    def remembered(self, product: Product[T], inputs: tuple[object, ...], make: Callable[[], T]) -> T:
        """What a stage makes of inputs, made now only where it was not made before."""
        if not self.store.keeps:
            return make()
        key = key_of(product.name, *inputs)
        found = self.recalled(product, key)
        if found is None:
            found = make()
            self.remember(key, found)
        return found

    def begun(self, product: Product[T], key: bytes, plan: Callable[[], Task[T]]) -> Waiting[T]:
        """What a stage makes under a key; where it was not made before, its task is planned, and begun if there are
        others to do it.
        """
        found = self.recalled(product, key)
        return self.begun_anew(product, key, plan()) if found is None else lambda: found

    def begun_anew(self, product: Product[T], key: bytes, make: Task[T]) -> Waiting[T]:
        """The same, whatever was made under that key before."""
        here, there = partial(self._made, key, make), partial(_outcome, _Handed(make))
        return self.crew.begin(here, there, partial(self._received, product, key), product.small)

    def begun_in_parts(self, product: Product[T], key: bytes, make: Callable[["Memory"], T], anew: bool) -> Waiting[T]:
        """What a stage makes that remembers parts of it, in a memory that it is given. `anew` says that none of these
        can be known: then others may make it, and what they remember comes with it.
        """
        found, here = self.recalled(product, key), partial(self._made, key, partial(make, self))
        if found is not None or not anew:
            return here if found is None else lambda: found
        there = partial(_outcome_in_parts, _Handed(make), self.store.keeps)
        return self.crew.begin(here, there, partial(self._received_in_parts, product, key))

    def all_begun(self, begun: Iterable[Waiting[T]]) -> Iterator[T]:
        """The results of what was begun, in order."""
        return (waiting() for waiting in self.crew.in_order(begun))

    def _made(self, key: bytes, make: Task[T]) -> T:
        made = make()
        self.remember(key, made)
        return made

    def _received(self, product: Product[T], key: bytes, outcome: bytes | UserError) -> T:
        """What others made; as they wrote it, it is kept."""
        if isinstance(outcome, UserError):
            raise outcome
        made = decoded(outcome, product.type)
        if made is None:
            raise TypeError(f"a {product.name} holds what its type does not name")
        self.store.put(key, outcome)
        return cast("T", made)

    def _received_in_parts(
        self, product: Product[T], key: bytes, outcome: tuple[bytes | UserError, dict[bytes, bytes]]
    ) -> T:
        whole, parts = outcome
        for part, data in parts.items():
            self.store.put(part, data)
        return self._received(product, key, whole)

    def recalled(self, product: Product[T], key: bytes) -> T | None:
        """What a stage made, if that can be had."""
        held = self.held.get(key) if self.held else None
        if held is not None:
            self.store.use(key)
            return cast("T", held)
        data = self.store.get(key)
        found = None if data is None else decoded(data, product.type)
        if self.held and data and found is not None:
            self.held.put(key, found, len(data))
        return cast("T | None", found)

    def remember(self, key: bytes, value: object) -> None:
        """Keep what a stage made. Where nothing is kept it is not even written: that leaves every text in memory a
        second time, as Python keeps what it was written as.
        """
        if self.store.keeps:
            self.store.put(key, encoded(value))


@dataclass(frozen=True, slots=True)
class _Handed:
    """A function that is handed to others, written as values are that are kept: that takes half the time, both ways."""

    function: Callable[..., object]

    def __call__(self, *given: object) -> object:
        return self.function(*given)

    def __reduce__(self) -> tuple[object, ...]:
        return pickle.loads, (encoded(self.function),)


def _outcome(make: Task[object]) -> bytes | UserError:
    """What a task makes, as it is kept, or the mistake of a user that it met."""
    try:
        return encoded(make())
    except UserError as error:
        return error


def _outcome_in_parts(make: Callable[[Memory], object], keeps: bool) -> tuple[bytes | UserError, dict[bytes, bytes]]:
    """The same, and what was remembered meanwhile."""
    store = StoreAside() if keeps else Store()
    return _outcome(partial(make, Memory(store))), store.waiting


FORGETFUL = Memory(Store())
"""A memory that holds nothing."""


def key_of(stage: str, *inputs: object) -> bytes:
    """The key of what a stage makes of inputs."""
    return sha256(repr((program(), stage, inputs)).encode()).digest()


@cache
def program() -> str:
    """The digest of all that runs here, but for what the system brings."""
    return digest_of(PACKAGE, [sys.version, sys.platform, sys.byteorder, *installed()])


def digest_of(package: Path, others: list[str]) -> str:
    """The digest of a package's files, by their names, and of what else makes its values what they are."""
    files = {
        path.relative_to(package).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in sorted(package.rglob("*"))
        if path.is_file() and path.suffix != ".pyc"
    }
    return sha256(repr((files, others)).encode()).hexdigest()


def installed() -> list[str]:
    """The packages that can be imported here, with their versions, as installers name their folders."""
    return sorted({path.name for place in sys.path for path in Path(place).glob("*-info")})
