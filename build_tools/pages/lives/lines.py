"""A strand as a picture: a thread from its first place to its last, with a dot for each place.

Along the thread places are percentages, so that it is as wide as there is room. The list beside it says the same.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from build_tools.model import FactKey, Letter
from build_tools.pages.registers.timeline import BEGIN, EDGE, place, years

RADIUS, THREAD = 3.5, 18
"""The radius of a dot, and the height of a thread with the room around it, in pixels."""

AXIS = 1
"""Where the line of years stands in its picture, in pixels."""

AXIS_HEIGHT = 26
"""The height of that picture: the line, and its years below it."""


@dataclass(frozen=True, slots=True)
class Dot:
    """A place on a thread: how far along it, in percent, the classes that say what it is, and what it is called."""

    x: float
    kind: str
    called: str = ""


@dataclass(frozen=True, slots=True)
class Years:
    """The years that a site's letters are of: the first, and the one behind the last."""

    first: int
    end: int

    def at(self, iso: str) -> float:
        """How far along a day stands, in percent."""
        return place(date.fromisoformat(iso), self.first, self.end)

    @property
    def axis(self) -> Markup:
        """The years, as many as there is room for."""
        head = Markup('<svg class="draden-jaren" width="100%" height="{}" aria-hidden="true">').format(AXIS_HEIGHT)
        line = Markup('<line class="as" x1="0" y1="{y}" x2="100%" y2="{y}"/>').format(y=AXIS)
        labels = years(self.first, self.end, self.end, AXIS, BEGIN)
        return head + line + Markup("").join(labels) + Markup("</svg>")


def years_of_letters(letters: Iterable[Letter]) -> Years | None:
    """The years of the letters of which a day is known."""
    known = [int(day[:4]) for day in (letter.fact(FactKey.DATE) for letter in letters) if day]
    return Years(min(known), max(known) + 1) if known else None


def along(n: int, size: int) -> float:
    """How far along its letter a block stands, in percent."""
    return round(EDGE + (100 - 2 * EDGE) * n / max(1, size), 2)


def thread(dots: Sequence[Dot]) -> Markup:
    """The picture; what it shows stands beside it in words."""
    middle, ends = THREAD / 2, (min(dot.x for dot in dots), max(dot.x for dot in dots))
    line = Markup('<line class="draad" x1="{}%" y1="{y}" x2="{}%" y2="{y}"/>').format(*ends, y=middle)
    shape = Markup('<circle class="{}" cx="{}%" cy="{}" r="{}">{}</circle>')
    title = Markup("<title>{}</title>")
    shapes = [
        shape.format(dot.kind, dot.x, middle, RADIUS, title.format(dot.called) if dot.called else "") for dot in dots
    ]
    head = Markup('<svg class="streng" width="100%" height="{}" aria-hidden="true">').format(THREAD)
    return head + line + Markup("").join(shapes) + Markup("</svg>")
