"""The namespaces of OpenDocument, and short ways to ask for what stands in it."""

import re

from build_tools.sources.readers.office.package import Element

OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
SPACES = {
    "office": OASIS + "office:1.0",
    "text": OASIS + "text:1.0",
    "table": OASIS + "table:1.0",
    "style": OASIS + "style:1.0",
    "draw": OASIS + "drawing:1.0",
    "fo": OASIS + "xsl-fo-compatible:1.0",
    "svg": OASIS + "svg-compatible:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
    "loext": "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
    "xml": "http://www.w3.org/XML/1998/namespace",
}
LONGEST_NUMBER = 9
"""Digits of a whole number at the most: no count in a letter has more, and no machine strains at it."""
CENTIMETRES = {"cm": 1.0, "mm": 0.1, "in": 2.54, "pt": 2.54 / 72, "pc": 2.54 / 6, "px": 2.54 / 96}
"""How many centimetres each unit is; an inch has 72 points, 6 picas or 96 pixels."""
LENGTH = re.compile(r"(-?\d{1,6}(?:\.\d*)?)(cm|mm|in|pt|pc|px)")
"""`2.6252in`."""


def q(name: str) -> str:
    """The full name of `text:p` and the like."""
    prefix, _, own = name.partition(":")
    return f"{{{SPACES[prefix]}}}{own}"


def value(element: Element | None, name: str) -> str:
    """An attribute; nothing where there is none."""
    return "" if element is None else element.get(q(name)) or ""


def number(element: Element | None, name: str, default: int = 0) -> int:
    """An attribute as a whole number."""
    text = value(element, name)
    return int(text) if text.isdecimal() and len(text) <= LONGEST_NUMBER else default


def centimetres(text: str) -> float:
    """A length in centimetres; 0 for what is none."""
    found = LENGTH.fullmatch(text)
    return float(found[1]) * CENTIMETRES[found[2]] if found else 0.0
