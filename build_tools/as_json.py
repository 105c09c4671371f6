"""How the program writes JSON, wherever it does: signs as they are, and no byte that a reader of UTF-8 refuses."""

import json
from collections.abc import Iterable
from itertools import islice
from typing import Any

AT_ONCE = 10_000
"""So many signs, names and values are put together before they are encoded: each is a text by itself until then, which
takes ten times its room, and some files tell of all letters."""


def as_json(content: Any, indent: int = 1) -> str:
    """The content in readable lines."""
    return _in_lines(content, indent).decode() + "\n"


def as_json_by_parts(parts: Iterable[tuple[str, Any]]) -> bytes:
    """An object in readable lines, of which one part is made after the other: all at once take much more room, and so
    do they as a text.
    """
    written = bytearray()
    for name, content in parts:
        written += b"," if written else b"{"
        written += _in_lines({name: content}, 1)[1:-2]
    written += b"\n}\n"
    return bytes(written) if written.startswith(b"{") else as_json({}).encode()


def in_one_line(content: Any, tight: bool = False) -> str:
    """The content in one line; `tight` without the spaces between its parts."""
    separators = (",", ":") if tight else None
    return _encoded(json.dumps(content, ensure_ascii=False, separators=separators)).decode()


def _in_lines(content: Any, indent: int) -> bytearray:
    pieces = json.JSONEncoder(ensure_ascii=False, indent=indent).iterencode(content)
    written = bytearray()
    while together := "".join(islice(pieces, AT_ONCE)):
        written += _encoded(together)
    return written


def _encoded(text: str) -> bytes:
    """Half a surrogate pair, which a broken file can hold, is written as its escape."""
    return text.encode(errors="backslashreplace")
