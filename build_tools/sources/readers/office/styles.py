"""What the names of styles say of a paragraph."""

import re
from collections.abc import Sequence
from functools import cache

from build_tools.data import data
from build_tools.model import DEEPEST_HEADING
from build_tools.sources.readers.office.written import Paragraph

NUMBERED = re.compile(r"\D*?(\d)")
"""The level in a name: `Kop 2`, `heading 3`."""


def role_of(paragraph: Paragraph) -> str:
    """What the style of a paragraph says that it is; nothing where no name in it is known."""
    return role_of_names(paragraph.styles)[0]


@cache
def role_of_names(names: Sequence[str]) -> tuple[str, str]:
    """The role by the nearest style whose name is known, and that name."""
    for name in map(bare, names):
        for role, stems in data("office_styles")["roles"].items():
            if name.startswith(tuple(stems)):
                return role, name
    return "", ""


def states_of(paragraph: Paragraph) -> str:
    """What a line of the letterhead states by its style; nothing where the style does not say."""
    names = {bare(name) for name in paragraph.styles}
    return next((fact for fact, known in data("office_styles")["states"].items() if names & set(known)), "")


def bare(name: str) -> str:
    """A style's name without capitals, signs and the prefix of a house style."""
    text = re.sub(r"[\W_]", "", name.lower())
    for prefix in data("office_styles")["prefixes"]:
        text = text.removeprefix(prefix)
    return text


def heading_level(paragraph: Paragraph) -> int:
    """The level of a heading by its style, 2 and deeper; 1 for a title, 0 for what is none."""
    role, name = role_of_names(paragraph.styles)
    if role == "title":
        return 1
    if paragraph.outline:
        return min(paragraph.outline + 1, DEEPEST_HEADING)
    if role != "heading":
        return 0
    found = NUMBERED.match(name)
    return min(int(found[1]) + 1, DEEPEST_HEADING) if found and found[1] != "0" else 2
