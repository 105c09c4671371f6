"""The letters on a line of time, drawn as SVG at the build; the list below it says the same in words.

Along the line places are percentages, so that it is as wide as its page; upwards they are pixels, so that dots stay
round and years stay readable on a phone.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from itertools import count

from markupsafe import Markup

from build_tools.dutch.format import counted
from build_tools.pages.registers.charts import linked
from build_tools.pages.registers.letter_sheet import ListedLetter

EDGE = 3.0
"""What stays free at each end, in percent."""

NARROWEST, YEAR_LABEL = 300, 48
"""The least width that has to do, and the room that the label of a year takes, in pixels."""

RADII, GAP = (6, 4, 2.5), 2
"""The radii of dots from large to small, and what stays free between two, in pixels."""

TALLEST = 160
"""Dots are as large as leaves the picture this height, in pixels; the smallest may overlap."""

MOST_DOTS = 200
"""So many dots can still be told apart, and hit on a telephone; of more letters each year has a bar."""

BAR_TALLEST, BAR_WIDTH = 80, 0.4
"""The height of the tallest bar, in pixels, and the part of its year that a bar takes: heavier ones would drown the
page."""

BEGIN, MIDDLE = 1, 7
"""The month of a year at which its label stands: of dots where it begins, of bars in its middle."""

TICK, YEAR_BELOW, BELOW = 5, 22, 26
"""How far below the line the tick of a year ends and its label stands, and the room that both take, in pixels."""


def timeline(entries: Sequence[ListedLetter], base: str = "", of_year: Callable[[int], str] | None = None) -> Markup:
    """A dot for each dated letter, above its day; letters of one time stand above each other. Empty without dates.

    `base` leads from the page to the site; of too many letters a bar for each year leads to what `of_year` names.
    """
    dated = [(date.fromisoformat(entry.iso), entry) for entry in entries if entry.iso]
    if not dated:
        return Markup()
    first, last = min(day.year for day, _ in dated), max(day.year for day, _ in dated) + 1
    if len(dated) > MOST_DOTS:
        own = bars(Counter(day.year for day, _ in dated), first, last, of_year)
        return _picture(BAR_TALLEST, years(first, last - 1, last, BAR_TALLEST, MIDDLE), own)
    places = [place(day, first, last) for day, _ in dated]
    radius, step, heights = arranged(places)
    line = round(radius + step * max(heights))
    dots = [
        dot(x, line - step * height, radius, entry, base)
        for x, height, (_, entry) in zip(places, heights, dated, strict=True)
    ]
    return _picture(line, years(first, last, last, line, BEGIN), dots)


def _picture(line: int, labels: Iterable[Markup], shapes: Iterable[Markup]) -> Markup:
    """The line at a height, its years, and what stands on it."""
    axis = Markup('<line class="as" x1="0" y1="{y}" x2="100%" y2="{y}"/>').format(y=line)
    head = Markup(
        '<svg class="tijdlijn" width="100%" height="{}" role="group" aria-label="De brieven op een tijdlijn">'
    )
    return head.format(line + BELOW) + Markup("").join([axis, *labels, *shapes]) + Markup("</svg>")


def bars(letters: Counter[int], first: int, last: int, of_year: Callable[[int], str] | None = None) -> Iterator[Markup]:
    """A bar for each year, as high as it has letters."""
    top = max(letters.values())
    shape = Markup('<title>{}: {}</title><rect class="staaf" x="{}%" y="{}" width="{}%" height="{}"/>')
    width = BAR_WIDTH * (place(date(first + 1, 1, 1), first, last) - EDGE)
    for year, number in sorted(letters.items()):
        left, height = place(date(year, MIDDLE, 1), first, last) - width / 2, BAR_TALLEST * number / top
        measures = (round(measure, 2) for measure in (left, BAR_TALLEST - height, width, height))
        about = shape.format(year, counted(number, "brief", "brieven"), *measures)
        yield linked(of_year(year) if of_year else None, about)


def place(day: date, first: int, last: int) -> float:
    """Where a day stands on the line, in percent."""
    begin, end = date(first, 1, 1), date(last, 1, 1)
    return round(EDGE + (100 - 2 * EDGE) * ((day - begin).days / (end - begin).days), 2)


def arranged(places: Sequence[float]) -> tuple[float, float, list[int]]:
    """How large the dots are, how far above each other, and how high each stands, in steps from 1."""
    for radius in RADII:
        step = 2 * radius + GAP
        heights = stacked(places, 100 * step / NARROWEST)
        if step * max(heights) <= TALLEST:
            return radius, step, heights
    return radius, TALLEST / max(heights), heights


def stacked(places: Iterable[float], reach: float) -> list[int]:
    """The step of each dot: the lowest where it covers no other."""
    heights: list[int] = []
    near: list[tuple[float, int]] = []
    for x in places:
        near = [(other, height) for other, height in near if abs(other - x) < reach]
        taken = {height for _, height in near}
        heights.append(next(height for height in count(1) if height not in taken))
        near.append((x, heights[-1]))
    return heights


def years(first: int, until: int, last: int, line: int, month: int) -> list[Markup]:
    """The years up to one below the line, as many as there is room for, each at a month of its own."""
    every = -(-(last - first) * YEAR_LABEL // NARROWEST)
    label = Markup(
        '<line class="streep" x1="{x}%" y1="{}" x2="{x}%" y2="{}"/><text class="jaar" x="{x}%" y="{}">{}</text>'
    )
    return [
        label.format(line, line + TICK, line + YEAR_BELOW, year, x=place(date(year, month, 1), first, last))
        for year in range(first, until + 1, every)
    ]


def dot(x: float, y: float, radius: float, entry: ListedLetter, base: str) -> Markup:
    """A letter on the line: a circle that leads to it, and tells its day, its title and what it is about."""
    told = ", ".join(filter(None, (entry.title, entry.what, entry.subject)))
    about = Markup("<title>{}: {}</title>").format(entry.day, told)
    circle = Markup('<circle class="stip" cx="{}%" cy="{}" r="{}"/>').format(x, round(y, 1), radius)
    return linked(f"{base}brieven/{entry.path}/", about + circle)
