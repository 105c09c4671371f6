"""What no honest paper needs and a hostile file uses: entities of its own, endless nesting.

After these checks a tree can be walked by functions that call themselves.
"""

import re
from pathlib import Path

from lxml import etree

from build_tools.errors import UserError

DEEPEST = 200
"""Levels of nesting; official papers have at most some forty. Python gives up at about a thousand calls."""

OWN_ENTITY = re.compile(r"<!ENTITY\b")
"""`<!ENTITY a "b">`."""
STOPPED = "Excessive depth"
"""What the parser says where it stops half-way, because tags lie too deep in each other."""

LONGEST_NAME = 40
"""Characters of a name that a file made up, as a message shows it."""


def no_entities(path: Path, text: str) -> None:
    """An entity that a file declares itself is a bomb or a way out; nothing of it is resolved."""
    if match := OWN_ENTITY.search(text):
        line = text.count("\n", 0, match.start()) + 1
        raise UserError(path, line, "declares entities of its own", "save it anew without them, or take it out")


def not_too_deep(path: Path, root: etree._Element) -> None:
    """Refuse a tree that is deeper than any paper."""
    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > DEEPEST:
            raise too_deep(path)


def too_deep(path: Path) -> UserError:
    """What to say of a tree that is deeper than any paper."""
    return UserError(path, None, f"has tags within tags, more than {DEEPEST} deep", "leave it out")


def name_of(root: etree._Element) -> str:
    """The name of a root as one can say it in a message."""
    return local(root)[:LONGEST_NAME]


def local(element: etree._Element) -> str:
    """The name of an element without its namespace; nothing for a comment or an instruction."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
