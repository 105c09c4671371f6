"""The search index: Pagefind, at the end of a build, without a server.

Each page of the site goes into the index as lean HTML: its title and its passages under their ids, and after each,
under the id `x:…`, what it holds without showing it (`hidden`): the stems of its words, and with less weight those
of the parts of its compounds and the names of papers. Pagefind itself stems nothing, so it finds a phrase just as
it stands; letters that type joins (`ﬁ`) stand there apart. What else the search page reads stands beside the index
(`tables.py`), by the name that Pagefind gives a page: its own filters come in another order each time.
"""

import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatch
from functools import partial
from pathlib import Path
from typing import Any

from markupsafe import Markup

from build_tools.cache.answers import answers
from build_tools.cache.remembering import FORGETFUL, Memory, Product, key_of
from build_tools.dutch.characters import letter_by_letter
from build_tools.dutch.format import dutch_date
from build_tools.dutch.stems import END, stem, words
from build_tools.output import write
from build_tools.site.search.entry import IndexEntry
from build_tools.site.search.lexicon import lexicon
from build_tools.site.search.page_passages import PageText
from build_tools.site.search.pagefind_service import Files, index_of
from build_tools.site.search.spellings import Spelled, written
from build_tools.site.search.tables import HIDDEN, sieves_table, tables
from build_tools.site.search.whole_index import verify
from build_tools.site.search.words import Parts, paper_names
from build_tools.workers.crew import Waiting

FOLDER = "pagefind"
LANGUAGE = "unknown"
"""To Pagefind: it has a stemmer for every language that it knows."""
UNUSED = ("pagefind-*ui.*", "pagefind-highlight.js")
TITLE, LESS = 5, 0.3
"""Weights: a word of a title tells more of a page than one of its text, a part of a compound less than a whole word."""


@dataclass(frozen=True, slots=True)
class Said:
    """The words that a page shows: as the search takes them, and by their folded form as they are written."""

    words: frozenset[str]
    written: dict[str, str]


Split = Mapping[str, tuple[str, ...]]
"""Words with the parts that they fall apart into; those that do not need not stand there."""

SAID = Product("words of a page", Said)
LEAN = Product("page for the search", str)
SPLIT: Product[dict[str, tuple[str, ...]]] = Product("compounds of a vocabulary", dict)
TABLE: Product[dict[str, Any]] = Product("parts of compounds", dict)


def write_index(
    entries: Sequence[IndexEntry],
    site: Path,
    memory: Memory = FORGETFUL,
    meanwhile: Callable[[], None] = lambda: None,
    standing: Path | None = None,
) -> None:
    """Put the index of all pages into the site, and read it back; of Pagefind's own interface nothing. What is to be
    done `meanwhile` is, while Pagefind makes it. What a site that stands has to the byte is not written again.
    """
    keys = [key_of("entry", entry) for entry in entries]
    spelled, own = Spelled(), []
    for said in memory.all_begun(map(partial(_said_begun, memory), entries, keys)):
        spelled.add(said.written)
        own.append(" ".join(said.words))  # a set for each page would take ten times its room
    vocabulary, folder = sorted({word for said in own for word in said.split()}), site / FOLDER
    these = key_of("vocabulary", vocabulary)
    with lexicon(memory) as dutch, answers(memory, SPLIT, these.hex()) as split:
        parts = Parts(vocabulary, dutch, split)
        lean = memory.all_begun(map(partial(_lean_begun, memory, parts), entries, keys, own))
        urls = [entry.url for entry in entries]
        with index_of(zip(urls, lean, strict=True), {"force_language": LANGUAGE}) as made:
            table = memory.remembered(TABLE, (these,), parts.table)
            beside = tables(entries, table, spelled, dutch)
            meanwhile()
            names = _write(made(), urls, folder, standing and standing / FOLDER)
    write(beside | sieves_table(entries, names), folder)


def _write(made: Files, urls: Sequence[str], folder: Path, like: Path | None) -> dict[str, str]:
    """Put what Pagefind made of pages with these addresses into a folder; the address of each by its name there."""
    wanted = {name: data for name, data in made.items() if not any(fnmatch(name, pattern) for pattern in UNUSED)}
    shutil.rmtree(folder, ignore_errors=True)
    write(wanted, folder, like)
    return verify(wanted, folder, urls, LANGUAGE, END)


def _said(entry: IndexEntry) -> Said:
    """The words that a page shows: a title, such as that of a theme, may have one that no text has by itself."""
    texts = entry.title, *(passage.text for passage in entry.passages)
    return Said(frozenset(word for text in texts for word in words(text)), written(texts))


def _said_begun(memory: Memory, entry: IndexEntry, key: bytes) -> Waiting[Said]:
    return memory.begun(SAID, key_of(SAID.name, key), partial(partial, _said, entry))


def _lean_begun(memory: Memory, parts: Parts, entry: IndexEntry, key: bytes, said: str) -> Waiting[str]:
    """A page with these words as Pagefind reads it; those of others matter to it only by how its own fall apart."""
    about = f"{entry.title} {entry.about} {entry.unshown} {_day(entry)}"
    split = parts.of_all({*said.split(), *words(about)})
    return memory.begun(LEAN, key_of(LEAN.name, key, split), partial(partial, _lean, entry, split))


def _lean(entry: IndexEntry, split: Iterable[tuple[str, tuple[str, ...]]]) -> str:
    return lean_html(entry, dict(split))


def lean_html(entry: IndexEntry, split: Split) -> str:
    """A page as Pagefind reads it. `END` alone stands on every page, for whoever asks for all of them."""
    head = Markup('<i data-pagefind-meta="datum:{}"></i><i data-pagefind-meta="over:{}"></i>')
    title = Markup('<h1 id="">{}</h1>').format(letter_by_letter(entry.title))
    own = [
        _hidden("", entry.title, split, TITLE),
        _hidden("-", f"{entry.about} {entry.unshown} {_day(entry)}", split),
    ]
    body = [piece for passage in entry.passages for piece in _piece(passage, split)]
    inside = Markup("\n").join([title, head.format(entry.day, entry.about), *own, *body])
    inside += Markup('\n<p id="{}.">{}</p>').format(HIDDEN, END)
    return str(Markup('<html lang="{}"><body>{}</body></html>').format(LANGUAGE, inside))


def _day(entry: IndexEntry) -> str:
    return dutch_date(entry.day) if entry.day else ""


def _piece(passage: PageText, split: Split) -> Iterator[Markup]:
    yield Markup('<p id="{}">{}</p>').format(passage.id, letter_by_letter(passage.text))
    yield _hidden(passage.id, passage.text, split)


def _hidden(id_: str, text: str, split: Split, weight: int = 1) -> Markup:
    own, more = hidden(text, split)
    shape = Markup('<p id="{}{}" data-pagefind-weight="{}">{} <i data-pagefind-weight="{}">{}</i></p>')
    return shape.format(HIDDEN, id_, weight, " ".join(own), weight * LESS, " ".join(more))


def hidden(text: str, split: Split) -> tuple[list[str], list[str]]:
    """The stems of a text's words; the stems of their parts and the names of papers. Each once and in order."""
    shown = set(words(text))
    own = {stem(word) for word in shown}
    pieces = {stem(part) for word in shown for part in split.get(word, ())} - own
    found = [*sorted(pieces), *dict.fromkeys(paper_names(text))]
    return [word + END for word in sorted(own)], [word + END for word in found]
