"""How a change is marked in HTML: the element, its kind and number, and its address.

No mark has text of its own where the style sheet can show it.
"""

from collections.abc import Collection
from dataclasses import dataclass, field

from build_tools.compare.model import Break, Change, ChangeKind, Side
from build_tools.model import LineEndSort

TAGS = {Side.A: "del", Side.B: "ins"}
SORTS = {LineEndSort.LINE: "regel", LineEndSort.HYPHEN: "streepje", LineEndSort.PAGE: "bladzijde"}


def sort_of_mark(side: Side, own: str) -> str:
    """The classes of a mark whose line nobody would see: through signs alone (`teken`), or with a space (`wit`)."""
    fits = {"teken": side is Side.A and not any(map(str.isalnum, own)), "wit": not own.strip()}
    names = " ".join(name for name, fitting in fits.items() if fitting)
    return f' class="{names}"' if names else ""


@dataclass(slots=True)
class Ink:
    """How a change is marked. In one of the two views its first mark has its id; of what moved, the new place.

    The old place of what moved has an id of its own, so that each can lead to the other.
    """

    changes: dict[int, Change]
    with_ids: bool
    misread: Collection[int] = ()
    seen: set[str] = field(default_factory=set)

    def tag(self, side: Side, n: int, inner: str) -> str:
        """A part of change `n` on one side, marked."""
        return f"<{TAGS[side]} {self.attributes(side, n)}>{inner}</{TAGS[side]}>"

    def attributes(self, side: Side, n: int, whole: bool = False) -> str:
        """What a mark says of its change: its kind, its number, its id where it is the first; and whether it is around
        a `whole` row (`blok`).
        """
        change = self.changes[n]
        moved = change.kind is ChangeKind.MOVED
        own = f'data-kind="{change.kind.value}" data-w="{n}"'
        if moved:
            own += f' data-moved="{n}"'
        if n in self.misread:
            own += ' data-twijfel="lezing"'
        if whole:
            own += ' class="blok"'
        elif change.kind is not ChangeKind.LAYOUT:
            own += sort_of_mark(side, change.of(side))
        return own + self._id(old_place(n) if moved and side is Side.A else new_place(n))

    def layout(self, side: Side, n: int) -> str:
        """A mark without text, for a row that is set in another way."""
        return f'<{TAGS[side]} class="bijwerk rijmark" {self.attributes(side, n)}></{TAGS[side]}>' if n else ""

    def _id(self, name: str) -> str:
        if not self.with_ids or name in self.seen:
            return ""
        self.seen.add(name)
        return f' id="{name}"'


def new_place(n: int) -> str:
    """The address of a change on its page."""
    return f"w-{n}"


def old_place(n: int) -> str:
    """Where a passage stood that moved."""
    return f"w-{n}-oud"


def break_mark(entry: Break) -> str:
    """The end of a line or page that one print alone has."""
    tag = TAGS[entry.side]
    return f'<{tag} data-kind="opmaak" class="bijwerk {SORTS[entry.sort]}"></{tag}>'
