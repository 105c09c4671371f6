"""From groups of passages to rows of pieces, with the changes found in them."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from build_tools.compare.alignment import Group
from build_tools.compare.heads import FORMAL
from build_tools.compare.kinds import LABELLED, Edit, Rule, refers, rule_named, rule_of
from build_tools.compare.model import Break, ChangeKind, Piece, Row, Side
from build_tools.compare.numbering import FoundChanges
from build_tools.compare.words.pieces import Stretch, cut
from build_tools.compare.words.tables import cut_tables
from build_tools.compare.words.word_diff import offsets
from build_tools.dutch.tokens import BOUNDARY
from build_tools.model import Kind, LineEnd, LineEndSort, Passage

NAMES = {
    Kind.HEADING: "kop", Kind.PARAGRAPH: "alinea", Kind.ITEM: "punt van een lijst",
    Kind.SIGNATURE: "ondertekening", Kind.NOTE: "noot", Kind.TABLE: "tabel",
}  # fmt: skip
RUNNING, LIST = "lopende tekst", "lijst"
OPENING = 64
"""Characters that may stand before the number of a heading or item: a longer word (`Artikel`) is none."""

NEAR = 12
"""How many characters around a change its rule may look at."""


@dataclass(frozen=True, slots=True)
class Text:
    """Neighbouring passages as one text, where each of them begins in it, and how their print breaks it.

    `columns` are those of the cells of tables, in order.
    """

    anchors: tuple[str, ...]
    text: str
    starts: Sequence[int]
    line_ends: Sequence[LineEnd]
    kinds: tuple[Kind, ...]
    columns: tuple[int, ...] = ()

    @property
    def tabular(self) -> bool:
        return bool(self.columns) and set(self.kinds) == {Kind.TABLE}

    @property
    def name(self) -> str:
        """What it is, in words; empty where several passages are of several kinds."""
        return NAMES[self.kinds[0]] if len(set(self.kinds)) == 1 else ""

    def anchor_at(self, offset: int) -> str:
        """The anchor of the passage in which an offset lies."""
        return self.anchors[self._place(offset)]

    def opened_at(self, offset: int) -> Kind | None:
        """What the passage is of which the first word stands at an offset, but for a word as `Artikel`."""
        place = self._place(offset)
        before = self.text[self.starts[place] : offset] if offset - self.starts[place] <= OPENING else " . "
        return self.kinds[place] if not before.strip() or (" " not in before.strip() and refers(before)) else None

    def _place(self, offset: int) -> int:
        """The passage in which an offset lies, by number."""
        return bisect_right(self.starts, offset, hi=len(self.anchors)) - 1

    def ends_line(self, start: int, end: int) -> bool:
        """Whether the print ends a line within a stretch, or at its edge."""
        return bool(self.line_ends) and _from(self.line_ends, start) < _from(self.line_ends, end + 1)


def text_of(passages: Sequence[Passage], places: Sequence[int]) -> Text:
    """The passages at these places as one text."""
    own = [passages[place] for place in places]
    anchors = tuple(passage.anchor for passage in own)
    starts = offsets([len(passage.text) + 1 for passage in own])
    kinds = tuple(passage.kind for passage in own)
    ends = [
        LineEnd(start + end.at, end.sort)
        for passage, start in zip(own, starts, strict=False)
        for end in passage.line_ends
    ]
    columns = tuple(cell.column for passage in own for cell in passage.cells)
    return Text(anchors, BOUNDARY.join(passage.text for passage in own), starts, ends, kinds, columns)


@dataclass(slots=True)
class Rows:
    """Makes the rows of one comparison; what it finds goes to `found`. `targets` are the new places of what moved;
    `comparable` says that both texts were set on pages, so that their line ends can be compared.
    """

    a: Sequence[Passage]
    b: Sequence[Passage]
    comparable: bool
    found: FoundChanges
    targets: dict[int, tuple[int, ...]]
    moves: dict[int, Row] = field(default_factory=dict)

    def row(self, group: Group) -> Row:
        """The row of a group, whose changes are found on the way."""
        if not group.moved and not (group.a and group.b):
            return self._alone(text_of(self.a, group.a), text_of(self.b, group.b), group.formal)
        one = text_of(self.a, group.a)
        if group.moved:
            return self._moved(group, one)
        return self._both(one, text_of(self.b, group.b))

    def _moved(self, group: Group, one: Text) -> Row:
        """At the old place the text as it was, at the new place as it is; the pieces show what else changed in it."""
        if group.moved not in self.moves:
            whole = text_of(self.b, self.targets[group.moved])
            n = self.found.add(rule_named("verplaatst"), one.text, whole.text, *_first(one, whole))
            self.moves[group.moved] = replace(self._both(one, whole), moved=n)
        both = self.moves[group.moved]
        return replace(both, b=(), layout=0) if not group.b else replace(both, a=())

    def _alone(self, one: Text, other: Text, formal: bool) -> Row:
        empty = not (one.text + other.text).strip()
        named = FORMAL if formal else "regelval" if empty else ""
        rule = rule_named(named) if named else rule_of(Edit(one.text, other.text))
        n = self.found.add(rule, one.text, other.text, *_first(one, other))
        return Row(one.anchors, other.anchors, (Piece(one.text, other.text, n),))

    def _both(self, one: Text, other: Text) -> Row:
        pieces: list[Piece] = []
        at_a, at_b = 0, 0
        reset, listed = self._reset(one, other), Kind.TABLE not in one.kinds + other.kinds
        for stretch, rule in self._judged(one, other):
            a, b = stretch.a, stretch.b
            if reset and rule is not None and (_parts_items(a, b) if listed else not (a + b).strip()):
                pieces.append(Piece(a, b, reset))
            elif rule is None:
                breaks = differing(one.line_ends, other.line_ends, at_a, at_b, len(a)) if self.comparable else ()
                pieces.append(Piece(a, b, 0, breaks))
            else:
                n = self.found.add(rule, a, b, one.anchor_at(at_a), other.anchor_at(at_b))
                if rule.kind is ChangeKind.WORD and refers(other.text[max(0, at_b - NEAR) : at_b]):
                    self.found.references.add(n)
                pieces.append(Piece(a, b, n))
            at_a, at_b = at_a + len(a), at_b + len(b)
        return Row(one.anchors, other.anchors, tuple(pieces), layout=reset or self._layout(one, other, pieces))

    def _reset(self, one: Text, other: Text) -> int:
        """A change for a table that became running text, or the other way round: what parts its cells is no text; and
        for a list that did, whose items are parted by line ends where running text has commas.
        """
        kind = next((kind for kind in (Kind.TABLE, Kind.ITEM) if (kind in one.kinds) != (kind in other.kinds)), None)
        if kind is None or (kind is Kind.ITEM and len(one.anchors) == len(other.anchors)):
            return 0
        reset = LIST if kind is Kind.ITEM else NAMES[kind]
        before, after = (reset if kind in own.kinds else own.name or RUNNING for own in (one, other))
        return self.found.add(rule_named("regelval"), before, after, *_first(one, other))

    def _judged(self, one: Text, other: Text) -> list[tuple[Stretch, Rule | None]]:
        """The stretches of a row, each with the rule of its change, if it is one."""
        tables = one.tabular and other.tabular
        stretches = (
            cut_tables(one.text, other.text, one.columns, other.columns) if tables else cut(one.text, other.text)
        )
        if (Kind.ITEM in one.kinds) != (Kind.ITEM in other.kinds):
            stretches = [part for stretch in stretches for part in _words_apart(stretch)]
        judged: list[tuple[Stretch, Rule | None]] = []
        numbered = not LABELLED.isdisjoint(one.kinds + other.kinds)
        at_a, at_b = 0, 0
        for stretch in stretches:
            end_a, end_b = at_a + len(stretch.a), at_b + len(stretch.b)
            rule = None
            if not stretch.equal:
                ends = one.ends_line(at_a, end_a) or other.ends_line(at_b, end_b)
                behind, ahead = other.text[max(0, at_b - NEAR) : at_b], other.text[end_b : end_b + NEAR]
                opens = (other.opened_at(at_b) or one.opened_at(at_a)) if numbered else None
                rule = rule_of(Edit(stretch.a, stretch.b, behind, ahead, ends, stretch.cited, opens))
            judged.append((stretch, rule))
            at_a, at_b = end_a, end_b
        return list(_joined(judged))

    def _layout(self, one: Text, other: Text, pieces: Sequence[Piece]) -> int:
        """A change for a row that the prints set differently."""
        before, after = [], []
        if one.kinds != other.kinds and len(one.kinds) == len(other.kinds) == 1:
            before.append(NAMES[one.kinds[0]])
            after.append(NAMES[other.kinds[0]])
        if any(piece.breaks for piece in pieces):
            before.append(described(one.line_ends, len(one.anchors)))
            told = described(other.line_ends, len(other.anchors))
            after.append(f"{told}, anders afgebroken" if told == before[-1] else told)
        if not before:
            return 0
        return self.found.add(rule_named("regelval"), "; ".join(before), "; ".join(after), *_first(one, other))


def _parts_items(a: str, b: str) -> bool:
    """Whether the one side parts two items, the other clauses of running text, and neither says a word."""
    return (BOUNDARY in a) != (BOUNDARY in b) and not (a + b).strip(f"{BOUNDARY} ,;:.")


def _words_apart(stretch: Stretch) -> Iterator[Stretch]:
    """The words that running text has between two items, apart from the end of the item: ` en ` and `;`."""
    a, b = stretch.a, stretch.b
    if BOUNDARY not in a and any(map(str.isalnum, a)) and _parts_items("", b):
        end = len(a.rstrip())
        yield from (Stretch(a[:end], "", True), Stretch(a[end:], b))
    elif BOUNDARY not in b and any(map(str.isalnum, b)) and _parts_items(a, ""):
        end = len(b.rstrip())
        yield from (Stretch("", b[:end], True), Stretch(a, b[end:]))
    else:
        yield stretch


def _first(one: Text, other: Text) -> tuple[str | None, str | None]:
    return (one.anchors or (None,))[0], (other.anchors or (None,))[0]


def _joined(judged: Sequence[tuple[Stretch, Rule | None]]) -> Iterator[tuple[Stretch, Rule | None]]:
    """Neighbouring changes by a rule that joins them, with the space between them, are one."""
    waiting: list[tuple[Stretch, Rule | None]] = []
    for stretch, rule in judged:
        if waiting and rule is not None and rule is waiting[0][1]:
            waiting.append((stretch, rule))
            text = [part for part, _ in waiting]
            waiting = [(Stretch("".join(part.a for part in text), "".join(part.b for part in text)), rule)]
        elif len(waiting) == 1 and rule is None and stretch.a == " ":
            waiting.append((stretch, rule))
        else:
            yield from waiting
            waiting = [(stretch, rule)] if rule is not None and rule.joins else []
            if not waiting:
                yield stretch, rule
    yield from waiting


def differing(a: Sequence[LineEnd], b: Sequence[LineEnd], start_a: int, start_b: int, length: int) -> tuple[Break, ...]:
    """The line ends inside an equal stretch that only one print has, by place in the stretch."""
    one, other = (
        {end.at - start: end.sort for end in ends[_from(ends, start) : _from(ends, start + length)]}
        for ends, start in ((a, start_a), (b, start_b))
    )
    found = [Break(at, Side.A, sort) for at, sort in one.items() if other.get(at) != sort]
    found += [Break(at, Side.B, sort) for at, sort in other.items() if one.get(at) != sort]
    return tuple(sorted(found, key=lambda entry: (entry.at, entry.side.value)))


def _from(ends: Sequence[LineEnd], at: int) -> int:
    """The number of the first line end at an offset or behind it."""
    return bisect_left(ends, at, key=lambda end: end.at)


def described(ends: Sequence[LineEnd], passages: int) -> str:
    """How a print sets so many passages with these line ends inside them, in words."""
    hyphens, turns = (sum(end.sort is sort for end in ends) for sort in (LineEndSort.HYPHEN, LineEndSort.PAGE))
    lines = len(ends) + passages
    told = [f"{lines} regel" + "s" * (lines != 1)]
    if hyphens:
        told.append("1 woord afgebroken" if hyphens == 1 else f"{hyphens} woorden afgebroken")
    if turns:
        told.append("een nieuwe bladzijde" if turns == 1 else f"{turns} nieuwe bladzijden")
    return ", ".join(told)
