"""A style sheet rule by rule, as far as the steps of a build have to know."""

import re
from collections.abc import Iterator

_TOKEN = re.compile(r""""(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|/\*.*?\*/|[{};]|[^"'{};/]+|/""", re.DOTALL)
"""A piece of CSS: `"a text with \\" and }"`, `/* a comment */`, a brace or semicolon, or what stands between those."""


def rules(css: str) -> Iterator[tuple[str, str]]:
    """What stands before each block of braces, and in it; statements without one (`@charset`) fall out."""
    depth, prelude, body = 0, "", ""
    for piece in _TOKEN.findall(css):
        if piece.startswith("/*"):
            continue
        depth += (piece == "{") - (piece == "}")
        if piece == "{" and depth == 1:
            body = ""
        elif piece == "}" and depth == 0:
            yield prelude.strip(), body
            prelude = ""
        elif depth:
            body += piece
        else:
            prelude = "" if piece == ";" else prelude + piece
