"""The tables of a letter, each in a frame in which it scrolls, with the address of its block.

After `framed_tables`: the frame has the id and the classes of the block; columns of numbers are marked as such, an
empty head is gone, and an empty cell is no header. Tables without such an address (those of other pages) are what they
were.
"""

import re
from collections.abc import Collection
from html import unescape

from build_tools.addresses import BLOCKS, block_name
from build_tools.site.described.page_facts import untagged
from build_tools.tabular.grid import number_columns
from build_tools.tabular.writing import framed

_TABLE = re.compile(r"<table([^<>]*)>(.*?)</table>", re.DOTALL)
"""No table lies in another one, and no text of a letter can look like a tag."""

_ADDRESS = re.compile(rf'id="({BLOCKS})"')
"""`id="al-12"`, among what belongs to a block."""

_ADDRESSED = re.compile(rf'<(t[hd])((?: [\w-]+="[^"]*")*? id="({BLOCKS})"(?: [\w-]+="[^"]*")*)>')
"""The first cell of a Markdown table, with what belongs to its block."""

_CLASS = re.compile(r' class="([^"]*)"')
"""` class="bijlage"`, with the space before it."""

_ROW, _CELL = re.compile(r"<tr>(.*?)</tr>", re.DOTALL), re.compile(r"<(t[hd])>(.*?)</\1>", re.DOTALL)
"""A row, and in it a cell such as `<td>12</td>`, as Markdown writes them: no row lies in another."""

_EMPTY_HEAD = re.compile(r"<thead>\s*<tr>\s*(?:<th></th>\s*)+</tr>\s*</thead>\s*")
"""`<thead><tr><th></th><th></th></tr></thead>`: what a table of Markdown needs where a letter's has no head."""

_HEAD = re.compile(r"<thead>.*?</thead>", re.DOTALL)
"""The head of a table with its rows."""


def framed_tables(html: str) -> str:
    """A page with its tables in frames."""
    return _TABLE.sub(_framed, html)


def _framed(found: re.Match[str]) -> str:
    if own := _ADDRESS.search(found[1]):
        return _in_frame(own[1], found[1], f"<table>{found[2]}</table>")
    addressed = _ADDRESSED.search(found[2])
    if addressed is None:
        return found[0]
    inner = found[2].replace(addressed[0], f"<{addressed[1]}>", 1)
    return _in_frame(addressed[3], addressed[2], f"<table>{_told(_EMPTY_HEAD.sub('', inner))}</table>")


def _in_frame(anchor: str, attributes: str, table: str) -> str:
    """The frame takes over what belongs to the block."""
    own = _CLASS.search(attributes)
    classes = f"tabelvak {own[1]}" if own else "tabelvak"
    return framed(table.strip(), f"Tabel, {block_name(anchor)}", f' class="{classes}"{_CLASS.sub("", attributes)}')


def _told(inner: str) -> str:
    """Heads say that they head columns; numbers stand right."""
    head = _HEAD.search(inner)
    body = inner[head.end() :] if head else inner
    rows = [[_text(cell[2]) for cell in _CELL.finditer(row[1])] for row in _ROW.finditer(body)]
    right = number_columns(rows)
    return _ROW.sub(lambda row: f"<tr>{_cells(row[1], right)}</tr>", inner)


def _cells(row: str, right: Collection[int]) -> str:
    shown = []
    for at, cell in enumerate(_CELL.finditer(row)):
        tag, scope = ("th", ' scope="col"') if cell[1] == "th" and cell[2] else ("td", "")
        number = ' class="getal"' if at in right else ""
        shown.append(f"<{tag}{scope}{number}>{cell[2]}</{tag}>")
    return "".join(shown)


def _text(html: str) -> str:
    return unescape(untagged(html)).strip()
