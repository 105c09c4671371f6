"""What a verdict counts: words that changed, passages that came and went, and annexes, each once.

`amount` has no "0 words": what has no words is counted in signs.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from build_tools.compare.model import SUBSTANCE, Change, ChangeKind, Comparison, Side
from build_tools.compare.passages import passages_of
from build_tools.compare.telling.word_lists import own_annexes
from build_tools.data import data
from build_tools.dutch.format import counted, number
from build_tools.dutch.tokens import BOUNDARY, count_words
from build_tools.model import Passage, non_space

_WORDINGS = ("wijziging in woorden", "wijzigingen in woorden")


@dataclass(frozen=True, slots=True)
class Tally:
    """The changes that touch words: those inside passages, whole passages by the change that took or brought them.

    Whole annexes are in neither, nor what is set apart.
    """

    inside: tuple[Change, ...]
    whole: tuple[tuple[Change, tuple[Passage, ...]], ...]

    def of(self, kind: ChangeKind) -> list[Change]:
        """The changes of a kind inside passages, or of passages that moved."""
        return [change for change in self.inside if change.kind is kind]

    def passages(self, kind: ChangeKind) -> list[Passage]:
        """The whole passages that came, or went."""
        return [passage for change, passages in self.whole if change.kind is kind for passage in passages]

    @property
    def only_whole(self) -> bool:
        """Whether all that changed are whole passages that came, went or moved."""
        return all(change.kind is ChangeKind.MOVED for change in self.inside)


def tally_of(comparison: Comparison, apart: Collection[int]) -> Tally:
    """What there is to count, without the changes set apart."""
    whole = whole_passages(comparison)
    annexes = {side: frozenset[str]().union(*own_annexes(comparison, side).values()) for side in Side}
    counted_ = [change for change in comparison.changes if change.kind in SUBSTANCE and change.n not in apart]
    outside = (
        (change, tuple(passage for side, passage in whole[change.n] if passage.anchor not in annexes[side]))
        for change in counted_
        if change.n in whole
    )
    return Tally(
        tuple(change for change in counted_ if change.n not in whole),
        tuple((change, passages) for change, passages in outside if passages),
    )


def whole_passages(comparison: Comparison) -> dict[int, list[tuple[Side, Passage]]]:
    """By the number of the change: the passages that only one document has; one that moved into another is none."""
    moved = {change.n for change in comparison.changes if change.kind is ChangeKind.MOVED}
    found: dict[int, list[tuple[Side, Passage]]] = {}
    for row in comparison.rows:
        if row.alone and not row.moved and row.pieces[0].change not in moved:
            passages = [(row.side, passages_of(comparison, row.side)[anchor]) for anchor in row.anchors(row.side)]
            found.setdefault(row.pieces[0].change, []).extend(passages)
    return found


def counts(tally: Tally) -> Iterator[str]:
    """Each kind of change that touches words, with how many words it takes."""
    if changed := tally.of(ChangeKind.WORD):
        numbers = sum(change.rule == "getal" for change in changed)
        where = f", waarvan {number(numbers)} in getallen" if 0 < numbers < len(changed) else ""
        what = ("gewijzigd getal", "gewijzigde getallen") if numbers == len(changed) else _WORDINGS
        yield counted(len(changed), *what) + where
    yield from _came_or_went(tally, ChangeKind.ADDED, ("toevoeging", "toevoegingen"))
    yield from _came_or_went(tally, ChangeKind.DROPPED, ("weglating", "weglatingen"))
    if moved := tally.of(ChangeKind.MOVED):
        what = ("verplaatste passage", "verplaatste passages")
        yield f"{counted(len(moved), *what)} ({amount(change.after for change in moved)})"


def _came_or_went(tally: Tally, kind: ChangeKind, nouns: tuple[str, str]) -> Iterator[str]:
    if parts := tally.of(kind):
        yield f"{counted(len(parts), *nouns)} ({amount(_own_words(change) for change in parts)})"
    if passages := tally.passages(kind):
        yield f"{passages_told(passages)} {kind.value} ({amount(passage.text for passage in passages)})"


def _own_words(change: Change) -> str:
    """What came, or went; a sign may stand on the other side."""
    return change.after if change.kind is ChangeKind.ADDED else change.before


def passages_told(passages: Sequence[Passage]) -> str:
    """`2 alinea’s en 1 noot`."""
    nouns, found = data("verdict")["passages"], Counter(passage.kind.value for passage in passages)
    told = [counted(found[kind], *nouns[kind]) for kind in nouns if kind in found]
    return told[0] if len(told) == 1 else f"{', '.join(told[:-1])} en {told[-1]}"


def amount(texts: Iterable[str]) -> str:
    """How much these texts are: `9 woorden`, and of what has no word `3 tekens`."""
    own = list(texts)
    if total := sum(count_words(text) for text in own):
        return counted(total, "woord", "woorden")
    return counted(sum(non_space(text.replace(BOUNDARY, "")) for text in own), "teken", "tekens")
