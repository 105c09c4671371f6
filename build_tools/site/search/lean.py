"""A page as Pagefind reads it: lean HTML, its title and its passages under their ids.

After each stands, under the id `x:…`, what it holds without showing it (`hidden`): the stems of its words, and with
less weight those of the parts of its compounds and the names of papers. Pagefind itself stems nothing, so it finds a
phrase just as it stands; letters that type joins (`ﬁ`) stand there apart.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup, escape

from build_tools.cache.remembering import Memory, Product
from build_tools.dutch.characters import letter_by_letter
from build_tools.dutch.format import dutch_date
from build_tools.dutch.stems import END, stem, words
from build_tools.site.search.entry import IndexEntry
from build_tools.site.search.page_passages import PageText
from build_tools.site.search.tables import HIDDEN
from build_tools.site.search.words import Parts, paper_names
from build_tools.workers.crew import Task, Waiting

LANGUAGE = "unknown"
"""To Pagefind: it has a stemmer for every language that it knows."""

TITLE, LESS = 5, 0.3
"""Weights: a word of a title tells more of a page than one of its text, a part of a compound less than a whole word."""

Split = Mapping[str, tuple[str, ...]]
"""Words with the parts that they fall apart into; those that do not need not stand there."""

LEAN = Product("page for the search", str, small=True)


@dataclass(frozen=True, slots=True)
class LeanPage:
    """A page that goes into the index: what search knows of it, how many words it shows, and which, what splits words;
    and the key of what Pagefind reads.
    """

    entry: IndexEntry
    size: int
    said: Callable[[], str]
    parts: Parts
    key: bytes

    def begun(self, memory: Memory) -> Waiting[str]:
        return memory.begun(LEAN, self.key, self._task)

    def _task(self) -> Task[str]:
        return partial(_lean, self.entry, split_of(self.entry, self.said(), self.parts))


def split_of(entry: IndexEntry, said: str, parts: Parts) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The words of a page that fall apart, with their parts."""
    return parts.of_all({*said.split(), *words(about(entry))})


def about(entry: IndexEntry) -> str:
    """What is said of a page besides its own text."""
    return f"{entry.title} {entry.about} {entry.unshown} {_day(entry)}"


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
    shown = f'<p id="{escape(passage.id)}">{escape(letter_by_letter(passage.text))}</p>'
    yield Markup(shown)  # noqa: S704 -- escaped there
    yield _hidden(passage.id, passage.text, split)


def _hidden(id_: str, text: str, split: Split, weight: int = 1) -> Markup:
    own, more = hidden(text, split)
    parts = f'<i data-pagefind-weight="{weight * LESS}">{escape(" ".join(more))}</i>'
    whole = f'<p id="{HIDDEN}{escape(id_)}" data-pagefind-weight="{weight}">{escape(" ".join(own))} {parts}</p>'
    return Markup(whole)  # noqa: S704 -- escaped there


def hidden(text: str, split: Split) -> tuple[list[str], list[str]]:
    """The stems of a text's words; the stems of their parts and the names of papers. Each once and in order."""
    shown = set(words(text))
    own = {stem(word) for word in shown}
    pieces = {stem(part) for word in shown for part in split.get(word, ())} - own
    found = [*sorted(pieces), *dict.fromkeys(paper_names(text))]
    return [word + END for word in sorted(own)], [word + END for word in found]
