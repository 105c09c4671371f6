"""Stretches of rows as HTML. All escaping of letters' text on comparison pages happens here.

What is not a letter's own text has the class `bijwerk`, and no text of its own where the style sheet can show it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from itertools import pairwise

from build_tools.addresses import note_anchor, page_path
from build_tools.compare.model import Break, Change, ChangeKind, Piece, Row, Side
from build_tools.compare.tokens import BOUNDARY
from build_tools.compare.word_diff import offsets
from build_tools.dutch.characters import visible
from build_tools.model import Kind, Letter, LineEndSort, Passage

PARAGRAPH = "\0"
"""Between the inline stretches of two paragraphs. Escaped text has no such character."""

TAGS = {Side.A: "del", Side.B: "ins"}
_CLASSES = {Kind.ITEM: "punt", Kind.NOTE: "noottekst", Kind.SIGNATURE: "handtekening"}
SORTS = {LineEndSort.LINE: "regel", LineEndSort.HYPHEN: "streepje", LineEndSort.PAGE: "bladzijde"}


def text(characters: str) -> str:
    """A letter's text as HTML; where passages meet, a space and a sign that the style sheet shows."""
    parts = (escape(visible(part), quote=False) for part in characters.split(BOUNDARY))
    return ' <span class="grens bijwerk"></span>'.join(parts)


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known of one document's passages: what each is, and which marks of notes and lines stand in it."""

    passages: Mapping[str, Passage]
    marks: Mapping[str, Sequence[tuple[int, str]]]

    def of(self, row: Row, side: Side) -> list[tuple[int, str]]:
        """The marks of a row by offset in its text."""
        anchors = row.anchors(side)
        starts = offsets([len(self.passages[anchor].text) + 1 for anchor in anchors])
        own = zip(anchors, starts, strict=False)
        return [(start + at, mark) for anchor, start in own for at, mark in self.marks.get(anchor, ())]


def setting_of(letter: Letter, note_mark: Callable[[int], str]) -> Setting:
    marks: dict[str, list[tuple[int, str]]] = {}
    for block in letter.blocks:
        own = [(at, "<br>") for at in block.breaks]
        own += [(ref.at, note_mark(ref.n)) for ref in block.notes]
        marks[block.anchor] = sorted(own)
    return Setting({passage.anchor: passage for passage in letter.passages}, marks)


def note_link(id_: str, printed: Mapping[int, str], n: int) -> str:
    """The marker of a note with its printed number, which leads to it on the page of its letter."""
    base = f"../../brieven/{page_path(id_)}/"
    return f'<sup class="bijwerk"><a href="{escape(base)}#{note_anchor(n)}">{escape(printed.get(n, str(n)))}</a></sup>'


def sort_of_mark(side: Side, own: str) -> str:
    """The classes of a mark whose line nobody would see: through signs alone (`teken`), or with a space (`wit`)."""
    fits = {"teken": side is Side.A and not any(map(str.isalnum, own)), "wit": not own.strip()}
    names = " ".join(name for name, fitting in fits.items() if fitting)
    return f' class="{names}"' if names else ""


def marked(side: Side, own: str) -> str:
    """What only one of two texts has, without a number."""
    return f"<{TAGS[side]}{sort_of_mark(side, own)}>{text(own)}</{TAGS[side]}>"


@dataclass(slots=True)
class Ink:
    """How a change is marked. In one of the two views its first mark has its id; of what moved, the new place.

    The old place of what moved has an id of its own, so that each can lead to the other.
    """

    changes: dict[int, Change]
    with_ids: bool
    seen: set[str] = field(default_factory=set)

    def tag(self, side: Side, n: int, inner: str) -> str:
        return f"<{TAGS[side]} {self.attributes(side, n)}>{inner}</{TAGS[side]}>"

    def attributes(self, side: Side, n: int) -> str:
        change = self.changes[n]
        moved = change.kind is ChangeKind.MOVED
        own = f'data-kind="{change.kind.value}" data-w="{n}"'
        if moved:
            own += f' data-moved="{n}"'
        if change.kind is not ChangeKind.LAYOUT:
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


def spliced(characters: str, start: int, marks: Iterable[tuple[int, str]], breaks: Sequence[Break] = ()) -> str:
    """Text that begins at an offset of its row, with the marks that stand behind one of its characters."""
    end = start + len(characters)
    inside = [(at - start, mark) for at, mark in marks if start < at <= end or at == start == 0]
    inside += [(entry.at, _break_mark(entry)) for entry in breaks]
    inside.sort(key=lambda entry: entry[0])
    places = [0, *(at for at, _ in inside), len(characters)]
    parts = [characters[one:other] for one, other in pairwise(places)]
    signs = [mark for _, mark in inside]
    return "".join(text(part) + sign for part, sign in zip(parts, [*signs, ""], strict=True))


def _break_mark(entry: Break) -> str:
    tag = TAGS[entry.side]
    return f'<{tag} data-kind="opmaak" class="bijwerk {SORTS[entry.sort]}"></{tag}>'


def by_passage(inline: Iterable[str], passages: Sequence[Passage]) -> Iterator[tuple[Passage, str]]:
    """Inline stretches as paragraphs, each with the passage that it is."""
    for index, content in enumerate("".join(inline).split(PARAGRAPH)):
        yield passages[min(index, len(passages) - 1)], content


def paragraphs(inline: Iterable[str], passages: Sequence[Passage], before: str = "") -> Iterator[str]:
    """Inline stretches as HTML, the first of them behind a mark."""
    for index, (own, content) in enumerate(by_passage(inline, passages)):
        label = f'<span class="bijwerk nootnummer">{own.n}</span> ' if own.kind is Kind.NOTE else ""
        yield f"<p{_class(own)}>{before if index == 0 else ''}{label}{content}</p>"


def _class(passage: Passage) -> str:
    heading = f"kop kop-{min(max(passage.level, 1), 6)}"
    name = heading if passage.kind is Kind.HEADING else _CLASSES.get(passage.kind)
    return f' class="{name}"' if name else ""


def parted(piece: Piece, start: int, marks: Sequence[tuple[int, str]], side: Side) -> Iterator[str]:
    """The text of an equal stretch, cut where a paragraph ends."""
    at = start
    for index, part in enumerate(piece.of(side).split(BOUNDARY)):
        if index:
            yield PARAGRAPH
        first = at - start
        breaks = [
            Break(entry.at - first, entry.side, entry.sort)
            for entry in piece.breaks
            if first <= entry.at < first + len(part) + (index == 0 and not part)
        ]
        yield spliced(part, at, marks, breaks)
        at += len(part) + 1
