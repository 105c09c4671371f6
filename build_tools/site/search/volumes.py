"""An index in volumes, where it is of many letters: for one of 10,000 Pagefind takes more than a machine of 8 GB has,
and where a letter was edited it is to make no more than a part anew.

Each volume is an index by itself, made by a Pagefind of its own, two of them at a time; the search page asks them all,
and brings what they find into one order (`pages/assets/zoekantwoorden.js`). How rare a word is each reckons by its own
pages, so that pages are dealt out evenly: by their day, which a letter has and all that it promises, so that a letter
which was edited leaves most volumes as they were. What has no day is together, and little.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path
from zlib import crc32

from build_tools.cache.answers import answers
from build_tools.cache.remembering import Memory, Product, key_of
from build_tools.dutch.stems import END
from build_tools.output import write
from build_tools.site.search.lean import LANGUAGE, LeanPage
from build_tools.site.search.pagefind_service import Files, index_of
from build_tools.site.search.whole_index import verify

MOST_WORDS = 1_250_000
"""Words in a volume, each counted once for a page that has it: 2,300 letters of 1,300 words, for which Pagefind takes
2.4 GB of memory."""

APART, FEWEST_WORDS = 3, 100_000
"""In so many volumes lies what one could hold, if each has some 190 letters or more, for which Pagefind takes 2 s. An
edited letter of 1,000 so takes 3.4 s of Pagefind for 10.2; a reader's first search six requests more, of 55 kB, each
further word two more (benchmarks/README.md)."""

UNUSED = ("pagefind-*ui.*", "pagefind-highlight.js")


@dataclass(frozen=True, slots=True)
class MadeVolume:
    """What is known of a volume that was made: the digests of its files, by their names in it, and the address of each
    page by its name there.
    """

    digests: Mapping[str, str]
    names: Mapping[str, str]


MADE = Product("volume of the index", MadeVolume)

ADDRESSES: Product[dict[bytes, str]] = Product("addresses in a volume", dict)
"""Which page each of its files is of."""


@dataclass(frozen=True, slots=True)
class Volume:
    """An index: its folder in that of the search, its language to Pagefind, which begins the names that it gives to
    pages, so that no two volumes have one name, and its pages.
    """

    folder: str
    language: str
    pages: Sequence[LeanPage]

    @property
    def urls(self) -> list[str]:
        return [page.entry.url for page in self.pages]

    @property
    def key(self) -> bytes:
        """The key of all that it is made from."""
        return key_of(MADE.name, self.language, [page.key for page in self.pages])

    @contextmanager
    def begun(self, memory: Memory) -> Iterator[Callable[[], Files]]:
        """Its files, as Pagefind makes them meanwhile."""
        lean = memory.all_begun(page.begun(memory) for page in self.pages)
        with index_of(zip(self.urls, lean, strict=True), {"force_language": self.language}) as files:
            yield files

    def put(self, made: Files, folder: Path, like: Path | None, memory: Memory) -> Mapping[str, str]:
        """Put its files into a folder; the address of each page by its name there."""
        wanted = {name: data for name, data in made.items() if not any(fnmatch(name, pattern) for pattern in UNUSED)}
        digests = write(wanted, folder, like)
        with answers(memory, ADDRESSES, self.folder) as known:
            names = verify(wanted, folder, self.urls, self.language, END, known)
        memory.remember(self.key, MadeVolume(digests, names))
        return names


def volumes_of(pages: Sequence[LeanPage], most: int = MOST_WORDS) -> list[Volume]:
    """All pages in one volume, in a few where they are many, or in as many as it takes for each to have about so many
    words at the most.
    """
    words = sum(page.size for page in pages)
    count = max(1, min(APART, words // FEWEST_WORDS), -(-words // most))
    dealt: list[list[LeanPage]] = [[] for _ in range(count)]
    for page in pages:
        dealt[crc32(page.entry.day.encode()) % count].append(page)
    first, *further = filter(None, dealt) if pages else dealt
    named = (Volume(f"{n}", f"{LANGUAGE}{n}", own) for n, own in enumerate(further, 2))
    return [Volume("", LANGUAGE, first), *named]
