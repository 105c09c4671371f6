"""How the program writes JSON, wherever it does: signs as they are, and no byte that a reader of UTF-8 refuses."""

import json
from collections.abc import Iterable
from typing import Any


def as_json(content: Any, indent: int = 1) -> str:
    """The content in readable lines."""
    return _written(content, indent) + "\n"


def as_json_by_parts(parts: Iterable[tuple[str, Any]]) -> str:
    """An object in readable lines, of which one part is made after the other: all at once take much more room."""
    written = ",".join(_written({name: content}, 1)[1:-2] for name, content in parts)
    return f"{{{written}\n}}\n" if written else as_json({})


def in_one_line(content: Any, tight: bool = False) -> str:
    """The content in one line; `tight` without the spaces between its parts."""
    return _written(content, None, (",", ":") if tight else None)


def _written(content: Any, indent: int | None, separators: tuple[str, str] | None = None) -> str:
    """Half a surrogate pair, which a broken file can hold, is written as its escape."""
    text = json.dumps(content, ensure_ascii=False, indent=indent, separators=separators)
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode(errors="backslashreplace").decode()
    return text
