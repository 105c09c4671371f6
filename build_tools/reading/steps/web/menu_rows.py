"""Menus of a site that nobody knows by name, by their form: short names in a row with signs between."""

import re

from build_tools.reading.steps.margins.labels import is_unit, label_of

BETWEEN = re.compile(r"\t+|(?<! ) +(?:->|>>|[-–—|/>›»•·]) +")
"""What stands between them: `Ledenservice - Cao - Dossiers`, `Raad | Agenda | Stukken`, a tab."""

NAME = re.compile(r"[A-ZÀ-Þ][^\W\d_]*(?:[ /&'’-]{1,3}[^\W\d_]+){0,4}")
"""A name in a menu, `Thema's`, `Werk en inkomen`: one word to four, without a figure or a stop; the address of a
ministry has these."""

LEAST = 3
"""Names in a row at the least: two can be an unit and what it is part of."""


def is_menu_row(text: str) -> bool:
    """Whether a line is such a row, and none of the labels and parts of a ministry that a letterhead sets in a row."""
    names = BETWEEN.split(text.strip())
    return len(names) >= LEAST and all(map(is_menu_name, names))


def is_menu_name(name: str) -> bool:
    """Whether words are the name of a menu, and no label or part of a ministry."""
    return NAME.fullmatch(name) is not None and not (label_of(name) or is_unit(name) or name.startswith("Ministerie "))
