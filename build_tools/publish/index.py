"""The search index: Pagefind, at the end of a build, without a server.

Each page of the site goes into the index as lean HTML: its title and its passages under their ids, and after each
passage, with little weight and under the id `x-…`, the words that it holds without showing them (`words.py`).
What readers can narrow a search by stands beside the index in `zeven.json`, by the name that Pagefind gives a
page: its own filters come in another order each time. The script of the search page knows both forms.
"""

import asyncio
import gzip
import json
import shutil
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from build_tools.publish.passages import Passage
from build_tools.publish.words import Parts, paper_names, words

FOLDER = "pagefind"
LANGUAGE = "nl"
UNUSED = ("pagefind-*ui.*", "pagefind-highlight.js")
HIDDEN = "x-"
SIEVES = "zeven.json"
_MAGIC = b"pagefind_dcd"


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
    files = [(entry.url, lean_html(entry, parts)) for entry in entries]
    with ThreadPoolExecutor(1) as aside:  # the caller may have an event loop of its own
        aside.submit(lambda: asyncio.run(_run(files, site / FOLDER))).result()
    for pattern in UNUSED:
        for path in (site / FOLDER).glob(pattern):
            path.unlink()
    table = json.dumps(sieves(entries, site / FOLDER), ensure_ascii=False, separators=(",", ":"))
    (site / FOLDER / SIEVES).write_text(table, encoding="utf-8")


async def _run(files: Iterable[tuple[str, str]], folder: Path) -> None:
    from pagefind.index import PagefindIndex

    shutil.rmtree(folder, ignore_errors=True)
    async with PagefindIndex({"output_path": str(folder), "force_language": LANGUAGE}) as index:
        for url, html in files:
            await index.add_html_file(content=html, url=url)


def sieves(entries: Sequence[Entry], folder: Path) -> dict[str, dict[str, list[str]]]:
    """By the name of each page in the index: what it is, of which year, ministry, themes."""
    known = {entry.url: entry for entry in entries}
    table: dict[str, dict[str, list[str]]] = {}
    for path in sorted((folder / "fragment").iterdir()):
        url = json.loads(gzip.decompress(path.read_bytes()).removeprefix(_MAGIC))["url"]
        for name, value in known[url].filters:
            table.setdefault(path.stem, {}).setdefault(name, []).append(value)
    return table


def lean_html(entry: Entry, parts: Parts) -> str:
    """A page as Pagefind reads it."""
    head = Markup('<i data-pagefind-meta="datum:{}"></i>').format(entry.day)
    body = [piece for passage in entry.passages for piece in _piece(passage, parts)]
    own = Markup('<p id="{}">{}</p>').format(HIDDEN, " ".join(paper_names(entry.paper)))
    title = Markup('<h1 id="">{}</h1>').format(entry.title)
    inside = Markup("\n").join([title, head, own, *body])
    return str(Markup('<html lang="{}"><body>{}</body></html>').format(LANGUAGE, inside))


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
