"""The search index: Pagefind, at the end of a build, without a server.

Each page of the site goes into the index as lean HTML: its title and its passages under their ids, and after each
passage, with little weight and under the id `x-…`, the words that it holds without showing them (`words.py`).
The script of the search page knows that form.
"""

import asyncio
import shutil
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup, escape

from build_tools.publish.passages import Passage
from build_tools.publish.words import Parts, paper_names, words

FOLDER = "pagefind"
LANGUAGE = "nl"
UNUSED = ("pagefind-*ui.*", "pagefind-highlight.js")
HIDDEN = "x-"


@dataclass(frozen=True, slots=True)
class Entry:
    """A page as search finds it: address, title, day (ISO, or empty), the paper's own name, filters, passages."""

    url: str
    title: str
    day: str
    paper: str
    filters: tuple[tuple[str, str], ...]
    passages: tuple[Passage, ...]


def write_index(entries: Sequence[Entry], site: Path) -> None:
    """Put the index of all pages into the site; of Pagefind's own interface nothing."""
    parts = Parts(passage.text for entry in entries for passage in entry.passages)
    asyncio.run(_run(((entry.url, lean_html(entry, parts)) for entry in entries), site / FOLDER))
    for pattern in UNUSED:
        for path in (site / FOLDER).glob(pattern):
            path.unlink()


async def _run(files: Iterable[tuple[str, str]], folder: Path) -> None:
    from pagefind.index import PagefindIndex

    shutil.rmtree(folder, ignore_errors=True)
    async with PagefindIndex({"output_path": str(folder), "force_language": LANGUAGE}) as index:
        for url, html in files:
            await index.add_html_file(content=html, url=url)


def lean_html(entry: Entry, parts: Parts) -> str:
    known = [("datum", entry.day)] if entry.day else []
    head = [Markup('<i data-pagefind-meta="{}:{}"></i>').format(*pair) for pair in known]
    head += [Markup('<i data-pagefind-filter="{}:{}"></i>').format(*pair) for pair in entry.filters]
    body = [piece for passage in entry.passages for piece in _piece(passage, parts)]
    own = Markup('<p id="{}">{}</p>').format(HIDDEN, " ".join(paper_names(entry.paper)))
    title = Markup('<h1 id="">{}</h1>').format(entry.title)
    return str(
        Markup('<html lang="{}"><body>').format(LANGUAGE) + Markup().join([title, *head, own, *body]) + Markup("</body></html>")
    )


def _piece(passage: Passage, parts: Parts) -> Iterator[Markup]:
    yield Markup('<p id="{}">{}</p>').format(passage.id, passage.text)
    if found := hidden_words(passage.text, parts):
        shape = Markup('<p id="{}{}" data-pagefind-weight="0.3">{}</p>')
        yield shape.format(HIDDEN, passage.id, " ".join(found))


def hidden_words(text: str, parts: Parts) -> list[str]:
    """Parts of compounds and names of papers, each once and in order."""
    shown = words(text)
    pieces = {part for word in shown for part in parts.of(word)} - shown
    return [*sorted(pieces), *dict.fromkeys(paper_names(text))]
