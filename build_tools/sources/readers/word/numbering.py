"""The lists of a Word file, and their numbers as Word counts them.

Word counts by abstract list: lists that share one go on counting in each other, unless a list says where it starts
anew. A level starts anew after each level above it, unless it says otherwise.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from build_tools.sources.readers.office.counting import number_label, sign_label, written
from build_tools.sources.readers.office.package import Element
from build_tools.sources.readers.office.written import Label
from build_tools.sources.readers.word.names import attribute, children, number, switched, value
from build_tools.sources.readers.word.styles import WordStyles

LEVELS = 9
"""Word knows no deeper level of a list."""
PLACE = re.compile(r"%([1-9])")
"""Where a level's text has the number of a level: `%1.%2`."""


@dataclass(frozen=True, slots=True)
class WordLevel:
    """A level of a list: where it starts, how it counts, its text, after which level (from 1) it starts anew (None:
    after any above it), its indent, whether its numbers above are in digits, and the style that it belongs to.
    """

    start: int
    how: str
    text: str
    restart: int | None
    indent: int | None
    digits: bool
    style: str


@dataclass(frozen=True, slots=True)
class WordList:
    """A list as paragraphs name it: what it counts in, its levels, and where it starts anew by level."""

    counter: str
    levels: Mapping[int, WordLevel]
    starts: Mapping[int, int]


@dataclass(slots=True)
class CountsOfLists:
    """The numbers reached so far, by counter, and the lists that started anew already."""

    series: Mapping[str, WordList]
    reached: dict[str, list[int | None]] = field(default_factory=dict)
    started: set[tuple[str, int]] = field(default_factory=set)

    def next(self, id_: str, depth: int) -> Label | None:
        """Count one on, and give the label; None where the list has no such level or shows nothing."""
        series = self.series.get(id_)
        level = series.levels.get(depth) if series else None
        if series is None or level is None:
            return None
        if level.how == "bullet":
            return sign_label(level.text)
        reached = self.reached.setdefault(series.counter, [None] * LEVELS)
        self._count(id_, series, depth, reached)
        if level.how == "none" and not PLACE.sub("", level.text).strip():
            return None
        return number_label(text_of(series, depth, reached), reached[depth] or 0, level.how)

    def _count(self, id_: str, series: WordList, depth: int, reached: list[int | None]) -> None:
        """Count one on at a level; the levels below it start anew."""
        anew = depth in series.starts and (id_, depth) not in self.started
        self.started.add((id_, depth))
        before = reached[depth]
        start = series.starts.get(depth, series.levels[depth].start)
        reached[depth] = start if anew or before is None else before + 1
        for below in range(depth + 1, LEVELS):
            level = series.levels.get(below)
            if level is None or level.restart is None or 0 < depth + 1 <= level.restart:
                reached[below] = None


def text_of(series: WordList, depth: int, reached: list[int | None]) -> str:
    """The text of a label, each `%n` as the number of that level; a level that was not reached is at its start."""
    own = series.levels[depth]

    def shown(place: re.Match[str]) -> str:
        at = int(place[1]) - 1
        level = series.levels.get(at)
        how = "decimal" if own.digits or level is None else level.how
        n = reached[at] if reached[at] is not None else (level.start if level else 1)
        return "" if how == "none" else written(n or 0, how)

    return PLACE.sub(shown, own.text)


def series_of(root: Element | None, styles: WordStyles) -> dict[str, WordList]:
    """The lists of the part that holds them, by the number that paragraphs name."""
    abstract = {attribute(one, "abstractNumId"): one for one in children(root, "abstractNum")}
    lists = {attribute(one, "numId"): one for one in children(root, "num")}
    return {id_: one_series(one, abstract, lists, styles) for id_, one in lists.items()}


def one_series(
    one: Element, abstract: Mapping[str, Element], lists: Mapping[str, Element], styles: WordStyles
) -> WordList:
    """One list with its levels: those of its abstract list, with its own in the place of some."""
    counter = value(one, "abstractNumId")
    base = abstract.get(counter)
    if linked := value(base, "numStyleLink"):
        counter = value(lists.get(list_of_style(linked, styles)), "abstractNumId") or counter
        base = abstract.get(counter, base)
    levels = {int(depth): level_of(level) for level in children(base, "lvl") if (depth := depth_of(level))}
    starts: dict[int, int] = {}
    for own in children(one, "lvlOverride"):
        if not (depth := depth_of(own)):
            continue
        levels |= {int(depth): level_of(level) for level in children(own, "lvl")}
        start = number(own, "startOverride")
        starts |= {int(depth): start} if start is not None else {}
    return WordList(counter, levels, starts)


def list_of_style(style: str, styles: WordStyles) -> str:
    """The list that a style of lists names."""
    found = (value(own.paragraph, "numPr", "numId") for own in styles.chain(style, "numbering"))
    return next(filter(None, found), "")


def level_of(level: Element) -> WordLevel:
    """A level as the file states it."""
    start = number(level, "start")
    indents = (number(level, "pPr", "ind", name=name) for name in ("left", "start"))
    return WordLevel(
        start=1 if start is None else start,
        how=value(level, "numFmt") or "decimal",
        text=value(level, "lvlText"),
        restart=number(level, "lvlRestart"),
        indent=next((n for n in indents if n is not None), None),
        digits=bool(switched(level, "isLgl")),
        style=value(level, "pStyle"),
    )


def depth_of(element: Element) -> str:
    """The depth that an element is of, from 0; nothing where it is none."""
    depth = attribute(element, "ilvl")
    return depth if depth.isdecimal() and int(depth) < LEVELS else ""
