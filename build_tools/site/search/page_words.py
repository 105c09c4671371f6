"""The words of pages, by groups: of one in which nothing changed only what its pages have together is read again."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from operator import attrgetter

from build_tools.cache.groups import in_groups
from build_tools.cache.remembering import Memory, Product, key_of
from build_tools.dutch.stems import words
from build_tools.site.search.entry import IndexEntry
from build_tools.site.search.lean import LEAN, LeanPage, about, split_of
from build_tools.site.search.spellings import Spelled, written
from build_tools.site.search.words import Parts
from build_tools.workers.crew import Waiting


@dataclass(frozen=True, slots=True)
class Said:
    """The words that a page shows: as the search takes them, and by their folded form as they are written."""

    words: frozenset[str]
    written: dict[str, str]


@dataclass(frozen=True, slots=True)
class SaidTogether:
    """What the pages of a group say: on how many of them each word stands, and how they write it; the words that they
    show, and those that are said of them, as texts: as sets they take ten times the room; how many each page shows.
    """

    times: dict[str, int]
    forms: dict[str, str]
    shown: str
    about: str
    sizes: tuple[int, ...]


SAID = Product("words of a page", Said, small=True)
TOGETHER = Product("words of some pages", SaidTogether)
LEAN_KEYS: Product[tuple[bytes, ...]] = Product("keys of some pages for the search", tuple)


@dataclass(frozen=True, slots=True)
class PageGroup:
    """Pages with their keys, and what they say; the words of each as a text, where that was made just now."""

    entries: Sequence[IndexEntry]
    keys: Sequence[bytes]
    said: SaidTogether
    own: Sequence[str]

    @property
    def counted(self) -> "PageGroup":
        """The same once its spellings are added up: those of all groups would take as much room as all letters."""
        return replace(self, said=replace(self.said, times={}, forms={}))

    def lean(self, parts: Parts, memory: Memory) -> list[LeanPage]:
        """The pages as Pagefind reads them, to which the words of others matter only by how their own fall apart."""
        split = parts.of_all({*self.said.shown.split(), *self.said.about.split()})
        keys = memory.remembered(LEAN_KEYS, (self.keys, split), partial(self._lean_keys, parts, memory))
        return [
            LeanPage(entry, size, partial(self._words, n, memory), parts, key)
            for n, (entry, size, key) in enumerate(zip(self.entries, self.said.sizes, keys, strict=True))
        ]

    def _lean_keys(self, parts: Parts, memory: Memory) -> tuple[bytes, ...]:
        """The keys of the pages; none where nothing is kept, as to tell all that they are made from takes time."""
        if not memory.store.keeps:
            return (b"",) * len(self.entries)
        own = (
            (key, split_of(entry, self._words(n, memory), parts))
            for n, (entry, key) in enumerate(zip(self.entries, self.keys, strict=True))
        )
        return tuple(key_of(LEAN.name, *of_page) for of_page in own)

    def _words(self, n: int, memory: Memory) -> str:
        """The words that a page shows, as a text."""
        return self.own[n] if self.own else _text(_begun(memory, self.entries[n], self.keys[n])())


def groups_of(entries: Sequence[IndexEntry], memory: Memory) -> Iterator[PageGroup]:
    """All pages, in order."""
    groups = [
        (group, [memory.key_of("entry", entry) for entry in group]) for group in in_groups(entries, attrgetter("url"))
    ]
    known = [memory.recalled(TOGETHER, memory.key_of(TOGETHER.name, keys)) for _, keys in groups]
    unknown = (group for group, found in zip(groups, known, strict=True) if found is None)
    begun = (_begun(memory, *page) for group in unknown for page in zip(*group, strict=True))
    made = memory.all_begun(begun)
    for (group, keys), found in zip(groups, known, strict=True):
        if found is not None:
            yield PageGroup(group, keys, found, ())
            continue
        own = list(islice(made, len(group)))
        together = _together(group, own)
        memory.remember(memory.key_of(TOGETHER.name, keys), together)
        yield PageGroup(group, keys, together, [_text(said) for said in own])


def _together(entries: Iterable[IndexEntry], own: Sequence[Said]) -> SaidTogether:
    spelled = Spelled(said.written for said in own)
    shown = sorted({word for said in own for word in said.words})
    of_them = sorted({word for entry in entries for word in words(about(entry))})
    sizes = tuple(len(said.words) for said in own)
    return SaidTogether(dict(spelled.times), spelled.forms, " ".join(shown), " ".join(of_them), sizes)


def _text(said: Said) -> str:
    return " ".join(said.words)


def _said(entry: IndexEntry) -> Said:
    """The words that a page shows: a title, such as that of a theme, may have one that no text has by itself."""
    texts = entry.title, *(passage.text for passage in entry.passages)
    return Said(frozenset(word for text in texts for word in words(text)), written(texts))


def _begun(memory: Memory, entry: IndexEntry, key: bytes) -> Waiting[Said]:
    return memory.begun(SAID, memory.key_of(SAID.name, key), partial(partial, _said, entry))
