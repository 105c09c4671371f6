"""The letters on a line of time, drawn as SVG at the build; the list below it says the same in words."""

from collections.abc import Iterable, Sequence
from datetime import date

from markupsafe import Markup

from build_tools.charts import linked, picture, text
from build_tools.sheet import Entry

WIDTH, EDGE, STEP = 640, 24, 17
FEWEST_PIXELS = 78
"""The room that the label of a year takes on the line."""


def timeline(entries: Sequence[Entry], base: str) -> Markup:
    """A dot for each dated letter, above its day; letters of one time stand above each other. Empty without dates."""
    dated = [(date.fromisoformat(entry.iso), entry) for entry in entries if entry.iso]
    if not dated:
        return Markup()
    first, last = min(day.year for day, _ in dated), max(day.year for day, _ in dated) + 1
    places = [(place(day, first, last), entry) for day, entry in dated]
    heights = stacked([x for x, _ in places])
    line = 12 + STEP * max(heights)
    dots = [dot(x, line - STEP * height, entry, base) for (x, entry), height in zip(places, heights, strict=True)]
    axis = Markup('<line class="as" x1="{}" y1="{y}" x2="{}" y2="{y}"/>').format(EDGE, WIDTH - EDGE, y=line)
    return picture("De brieven op een tijdlijn", WIDTH, line + 26, [axis, *years(first, last, line), *dots], "tijdlijn")


def place(day: date, first: int, last: int) -> float:
    """Where a day stands on the line, in its units."""
    begin, end = date(first, 1, 1), date(last, 1, 1)
    return round(EDGE + (WIDTH - 2 * EDGE) * ((day - begin).days / (end - begin).days), 1)


def stacked(places: Iterable[float]) -> list[int]:
    """How high each dot stands, from 1: one step above the highest of those that it would cover."""
    heights: list[int] = []
    before: list[tuple[float, int]] = []
    for x in places:
        height = 1 + max((h for other, h in before if abs(other - x) < STEP), default=0)
        before.append((x, height))
        heights.append(height)
    return heights


def years(first: int, last: int, line: int) -> list[Markup]:
    """The years below the line, as many as there is room for."""
    every = -(-(last - first) * FEWEST_PIXELS // (WIDTH - 2 * EDGE))
    shown = range(first, last + 1, max(1, every))
    return [
        Markup('<line class="streep" x1="{x}" y1="{}" x2="{x}" y2="{}"/>{}').format(
            line, line + 5, text("jaar", round(x), line + 21, str(year)), x=x
        )
        for year in shown
        for x in [place(date(year, 1, 1), first, last)]
    ]


def dot(x: float, y: int, entry: Entry, base: str) -> Markup:
    about = Markup("<title>{}: {}</title>").format(entry.day, entry.title)
    return linked(f"{base}{entry.path}/", about + Markup('<circle class="stip" cx="{}" cy="{}" r="6"/>').format(x, y))
