"""A search index read back from the disk: does it hold what a search needs?

After `verify`: every file is what the service gave, byte for byte; the entry leads to the table of pages, the table to
a file for each page and each stretch of words, and no file is there that it does not name; every page that went in has
its file; and the word that stands on every page leads to all of them.
"""

import gzip
import json
import zlib
from collections.abc import Callable, Collection, Mapping
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any

from build_tools.cache.answers import Answers
from build_tools.errors import UserError
from build_tools.site.search.pagefind_service import AGAIN, Files

ENTRY = "pagefind-entry.json"
FRAGMENT = "fragment/{}.pf_fragment"
"""What the index keeps of a page, by the page's name there."""
SCRIPTS = ("pagefind.js", "pagefind-worker.js")
"""What the search page runs."""
WASM = "wasm.unknown.pagefind"
"""What reads an index of a language that Pagefind does not know."""
MAGIC = b"pagefind_dcd"
"""How the content of each packed file begins."""
SIZES = {24: 1, 25: 2, 26: 4, 27: 8}
"""In CBOR, RFC 8949: in how many bytes a number follows that has no room in the first one."""
BYTES, TEXT, LIST = 2, 3, 4
"""The kinds of values in CBOR that hold others or text; in Pagefind's tables all else is a number."""


class BrokenIndexError(Exception):
    """What is wrong with an index."""


def verify(
    given: Files,
    folder: Path,
    urls: Collection[str],
    language: str,
    everywhere: str,
    known: Answers[bytes, str] | None = None,
) -> dict[str, str]:
    """The address of each page by the name that the index gives it. Fail in one line where the index in a folder is
    not whole. `everywhere` is a word that every page has, `known` are the addresses in files of these digests.
    """
    try:
        _same(given, folder)
        addressed = partial(_addressed, given, known or Answers({}))
        return _complete(folder, urls, language, everywhere, addressed)
    except (BrokenIndexError, OSError, EOFError, zlib.error, ValueError, LookupError, TypeError) as error:
        raise UserError(f"{folder.name}/", None, f"is no whole search index ({error})", AGAIN) from error


def _same(given: Files, folder: Path) -> None:
    there = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    for name in sorted(given.keys() | there.keys()):
        if name not in given or name not in there or there[name].read_bytes() != given[name]:
            raise BrokenIndexError(f"{name} is not as it was made")


def _addressed(given: Files, known: Answers[bytes, str], page: str) -> str:
    """The address of a page that an index names."""
    data = given[FRAGMENT.format(page)]
    return known.of(sha256(data).digest(), lambda: str(json.loads(_content(data, page))["url"]))


def _complete(
    folder: Path, urls: Collection[str], language: str, everywhere: str, addressed: Callable[[str], str]
) -> dict[str, str]:
    for name in SCRIPTS:
        if not (folder / name).read_bytes():
            raise BrokenIndexError(f"{name} is empty")
    return _leads_to(folder, urls, language, everywhere, addressed) if urls else {}


def _leads_to(
    folder: Path, urls: Collection[str], language: str, everywhere: str, addressed: Callable[[str], str]
) -> dict[str, str]:
    entry = json.loads((folder / ENTRY).read_bytes())["languages"][language]
    _, pages, stretches, *_ = unpacked(folder / f"pagefind.{entry['hash']}.pf_meta")
    _named(folder, FRAGMENT, [name for name, *_ in pages])
    _named(folder, "index/{}.pf_index", [name for _, _, name in stretches])
    unpack(folder / WASM)
    found = {name: addressed(name) for name, *_ in pages}
    for url in sorted({*found.values()} ^ set(urls)):
        raise BrokenIndexError(f"{url} is not in it" if url in urls else f"{url} should not be in it")
    if entry["page_count"] != len(urls) or _pages_with(everywhere, folder, stretches) != len(urls):
        raise BrokenIndexError("not every page is found in it")
    return found


def _named(folder: Path, form: str, names: Collection[str]) -> None:
    """The files of a kind are those that the table names."""
    place = folder / form.format("*")
    there = {path.relative_to(folder).as_posix() for path in place.parent.glob(place.name)}
    for name in sorted(there ^ {form.format(name) for name in names}):
        raise BrokenIndexError(f"{name} is missing" if name not in there else f"{name} belongs to nothing")


def _pages_with(word: str, folder: Path, stretches: Collection[tuple[str, str, str]]) -> int:
    """On how many pages a word stands, looked up as the search page does."""
    for first, last, name in stretches:
        if first <= word <= last:
            words = unpacked(folder / f"index/{name}.pf_index")[0]
            return sum(len(pages) for own, pages, *_ in words if own == word)
    return 0


def fragment(path: Path) -> Mapping[str, Any]:
    """What the index keeps of a page."""
    content: Mapping[str, Any] = json.loads(unpack(path))
    return content


def unpacked(path: Path) -> Any:
    """The values in a packed table."""
    return _value(unpack(path), 0)[0]


def unpack(path: Path) -> bytes:
    """The content of a packed file; one that is cut short is none."""
    return _content(path.read_bytes(), path.name)


def _content(data: bytes, name: str) -> bytes:
    content = gzip.decompress(data)
    if not content.startswith(MAGIC):
        raise BrokenIndexError(f"{name} is empty or cut short")
    return content.removeprefix(MAGIC)


def _value(data: bytes, at: int) -> tuple[Any, int]:
    """The value that begins at a place in CBOR, and where it ends: `83 01 61 61 80` is [1, "a", []]."""
    kind, number = divmod(data[at], 32)
    size = SIZES.get(number, 0)
    at += 1 + size
    number = int.from_bytes(data[at - size : at]) if size else number
    if kind in (BYTES, TEXT):
        if len(data) < at + number:
            raise BrokenIndexError("a table is cut short")
        return data[at : at + number].decode(), at + number
    if kind != LIST:
        return number, at
    values = []
    for _ in range(number):
        value, at = _value(data, at)
        values.append(value)
    return values, at
