"""The lists of an OpenDocument file, and their numbers as the word processor counts them.

A list counts from its start, unless it says that it goes on from another; a level starts anew after each level above.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from build_tools.sources.readers.odt.names import number, q, value
from build_tools.sources.readers.office.counting import number_label, sign_label, written
from build_tools.sources.readers.office.package import Element
from build_tools.sources.readers.office.written import Label

LEVELS = 10
"""OpenDocument knows no deeper level of a list."""
HOW = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman", "": "none"}
"""How a level counts, by the name that Word has for it."""
PLACE = re.compile(r"%(\d{1,2})%")
"""Where the text of a level has the number of a level: `%1%.%2%`."""


@dataclass(frozen=True, slots=True)
class OdtLevel:
    """A level: how it counts, its text with a place for each number, where it starts, its sign, its indent."""

    how: str
    text: str
    start: int
    sign: str
    indent: str


@dataclass(slots=True)
class OpenList:
    """A list that is being read: its style, and the numbers reached."""

    style: str
    reached: list[int | None] = field(default_factory=lambda: [None] * LEVELS)


@dataclass(slots=True)
class OdtLists:
    """The styles of lists with their levels, and the lists that were read, by id and by style."""

    styles: Mapping[str, Mapping[int, OdtLevel]]
    by_id: dict[str, OpenList] = field(default_factory=dict)
    last: dict[str, OpenList] = field(default_factory=dict)

    def opened(self, element: Element, within: OpenList | None) -> OpenList:
        """The list that begins at an element: a new one, or one that goes on."""
        style = value(element, "text:style-name") or (within.style if within else "")
        goes_on = self.by_id.get(value(element, "text:continue-list"))
        if goes_on is None and value(element, "text:continue-numbering") == "true":
            goes_on = self.last.get(style)
        if goes_on is None and within is not None and within.style == style:
            goes_on = within
        found = goes_on or OpenList(style)
        self.last[style] = found
        if id_ := value(element, "xml:id") or value(element, "text:id"):
            self.by_id[id_] = found
        return found

    def next(self, open_: OpenList, depth: int, start: int | None = None) -> Label | None:
        """Count one on at a depth from 0, and give the label."""
        levels = self.styles.get(open_.style, {})
        level = levels.get(depth)
        if level is None:
            return None
        if level.sign:
            return sign_label(level.sign)
        before = open_.reached[depth]
        open_.reached[depth] = start if start is not None else level.start if before is None else before + 1
        open_.reached[depth + 1 :] = [None] * (LEVELS - depth - 1)
        if level.how == "none" and not PLACE.sub("", level.text).strip():
            return None
        return number_label(text_of(levels, depth, open_.reached), open_.reached[depth] or 0, level.how)

    def indent(self, style: str, depth: int) -> str:
        level = self.styles.get(style, {}).get(depth)
        return level.indent if level else ""


def text_of(levels: Mapping[int, OdtLevel], depth: int, reached: list[int | None]) -> str:
    """The text of a label with its numbers."""

    def shown(place: re.Match[str]) -> str:
        level = levels.get(int(place[1]) - 1)
        if level is None or level.how == "none":
            return ""
        found = reached[int(place[1]) - 1]
        return written(level.start if found is None else found, level.how)

    return PLACE.sub(shown, levels[depth].text)


def list_styles(roots: list[Element]) -> dict[str, dict[int, OdtLevel]]:
    """The styles of lists, and of headings that count (`Outline`)."""
    found: dict[str, dict[int, OdtLevel]] = {}
    for root in roots:
        for style in root.iter(q("text:list-style"), q("text:outline-style")):
            levels = ((number(one, "text:level", 1) - 1, level_of(one)) for one in style if isinstance(one.tag, str))
            found[value(style, "style:name") or "Outline"] = {at: level for at, level in levels if 0 <= at < LEVELS}
    return found


def level_of(element: Element) -> OdtLevel:
    """A level as the file states it."""
    sign = value(element, "text:bullet-char") if element.tag == q("text:list-level-style-bullet") else ""
    sign = "•" if element.tag == q("text:list-level-style-image") else sign
    how = HOW.get(value(element, "style:num-format"), "decimal")
    aligned = element.find(f".//{q('style:list-level-label-alignment')}")
    placed = element.find(q("style:list-level-properties"))
    indent = value(aligned, "fo:margin-left") or value(placed, "text:space-before")
    return OdtLevel(how, label_text(element), number(element, "text:start-value", 1), sign, indent)


def label_text(element: Element) -> str:
    """The text of a level's label with places for numbers."""
    own = number(element, "text:level", 1)
    stated = value(element, "loext:num-list-format")
    if "%" in stated:
        return stated
    shown = range(max(1, own - number(element, "text:display-levels", 1) + 1), own + 1)
    numbers = ".".join(f"%{at}%" for at in shown)
    return value(element, "style:num-prefix") + numbers + value(element, "style:num-suffix")
