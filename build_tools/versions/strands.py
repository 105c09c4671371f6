"""The life of a passage: where its words stand in all letters, in order of time.

After `strands_of`: every repeat lies in one strand; a strand stands in two places or more, of each family of versions
in those of one version, and its `twins` are the same places in the other versions.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, pairwise

from build_tools.addresses import is_note, number_in
from build_tools.compare.model import Piece, Repeat, Side
from build_tools.compare.words.pieces import cut
from build_tools.model import Letter, Passage
from build_tools.versions.family import counted_in, in_time
from build_tools.versions.groups import Groups
from build_tools.versions.reuse import Reuse

SHARED = 0.5
"""Two stretches of one passage are of one strand where they share more than this part of the shorter one: a sentence
belongs to the paragraph that it was taken from, two paragraphs that share a few words at their edges do not."""


@dataclass(frozen=True, slots=True)
class Stand:
    """Where a strand stands: a stretch, [start, end), of a passage of a letter, what to call the place, and its words.

    `cut` says whether it begins, and whether it ends, amid a sentence; `pieces` what became of the words of the place
    before it, nothing at the first.
    """

    letter: str
    anchor: str
    where: str
    start: int
    end: int
    text: str
    cut: tuple[bool, bool]
    pieces: tuple[Piece, ...] = ()

    @property
    def reworded(self) -> bool:
        """Whether its words are others than those of the place before it; at its ends only where other words stand
        there, as what one of the two shows more of its sentence is no change.
        """
        ends = self.pieces[:1] + self.pieces[-1:]
        return any(piece.change and (piece not in ends or (piece.a and piece.b)) for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Strand:
    """A passage through time: its places, the oldest first, and those of other versions of the same letters."""

    stands: tuple[Stand, ...]
    twins: tuple[Stand, ...] = ()

    @property
    def letters(self) -> tuple[str, ...]:
        """The letters that it runs through, each once."""
        return tuple(dict.fromkeys(stand.letter for stand in self.stands))

    @property
    def within(self) -> bool:
        """Whether it returns only in the letter itself."""
        return len(self.letters) == 1


def strands_of(letters: Sequence[Letter], reuses: Iterable[Reuse]) -> list[Strand]:
    """The strands, those that begin first in front."""
    passages = {(letter.id, passage.anchor): passage for letter in letters for passage in letter.passages}
    found = [stand for reuse in reuses for repeat in reuse.repeats for stand in _ends(reuse, repeat, passages)]
    groups = Groups(len(found), ((at, at + 1) for at in range(0, len(found), 2)))
    for one, other in _overlapping(found):
        groups.join(one, other)
    order, counted = {letter.id: n for n, letter in enumerate(in_time(letters))}, counted_in(letters)
    strands = (_strand([found[at] for at in group], order, counted) for group in groups.all())
    return sorted(strands, key=lambda strand: _place(strand.stands[0], order))


def _ends(reuse: Reuse, repeat: Repeat, passages: Mapping[tuple[str, str], Passage]) -> Iterator[Stand]:
    """Both places of a repeat."""
    sides = (Side.A, reuse.a, repeat.a, repeat.cut_a), (Side.B, reuse.b, repeat.b, repeat.cut_b)
    for side, letter, anchor, amid in sides:
        text = "".join(piece.of(side) for piece in repeat.pieces)
        passage = passages[letter.id, anchor]
        start = passage.text.find(text)
        yield Stand(letter.id, anchor, passage.where, start, start + len(text), text, amid)


def _overlapping(stands: Sequence[Stand]) -> Iterator[tuple[int, int]]:
    """The pairs of stretches of one passage that are mostly the same, by their places in the list."""
    there: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for at, stand in enumerate(stands):
        there[stand.letter, stand.anchor].append(at)
    for own in there.values():
        yield from ((one, other) for one, other in combinations(own, 2) if _same(stands[one], stands[other]))


def _same(one: Stand, other: Stand) -> bool:
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared > SHARED * min(len(one.text), len(other.text))


def _strand(found: Iterable[Stand], order: Mapping[str, int], counted: Mapping[str, str]) -> Strand:
    """One strand of places that hang together: of those in one passage the longest stretch is shown."""
    longest: dict[tuple[str, str], Stand] = {}
    for stand in sorted(found, key=lambda stand: (-len(stand.text), stand.start)):
        longest.setdefault((stand.letter, stand.anchor), stand)
    ordered = sorted(longest.values(), key=lambda stand: _place(stand, order))
    shown = _counting({stand.letter for stand in ordered}, counted)
    stands = [stand for stand in ordered if stand.letter in shown]
    twins = tuple(stand for stand in ordered if stand.letter not in shown)
    told = (replace(stand, pieces=_became(before, stand)) for before, stand in pairwise(stands))
    return Strand((stands[0], *told), twins)


def _counting(letters: Collection[str], counted: Mapping[str, str]) -> frozenset[str]:
    """Of each family one letter: the version that counts if it is there, or else the first."""
    by_family: dict[str, str] = {}
    for letter in sorted(letters, key=lambda id_: (id_ in counted, id_)):
        by_family.setdefault(counted.get(letter, letter), letter)
    return frozenset(by_family.values())


def _became(before: Stand, stand: Stand) -> tuple[Piece, ...]:
    stretches = cut(before.text, stand.text)
    return tuple(Piece(own.a, own.b, 0 if own.equal else n) for n, own in enumerate(stretches, 1))


def _place(stand: Stand, order: Mapping[str, int]) -> tuple[int, bool, int, int]:
    return order[stand.letter], is_note(stand.anchor), number_in(stand.anchor), stand.start
