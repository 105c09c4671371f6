"""What a reader should know first, in plain Dutch, made from the counts of a comparison."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from build_tools.compare.kinds import rule_named, rules
from build_tools.compare.model import Change, ChangeKind, Comparison, Row, Side
from build_tools.compare.telling.doubted import SUBSTANCE, doubted
from build_tools.compare.telling.names import NamedDocument, named
from build_tools.compare.tokens import BOUNDARY, count_words
from build_tools.dutch.format import counted, number
from build_tools.model import Kind, Passage

_QUOTED = re.compile(r"«.*»")
"""The title of an annex, which is quoted in a list: `de bijlage «Overzicht en planning» (12 woorden)`."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """The first sentence, and what follows it."""

    first: str
    rest: str

    @property
    def text(self) -> str:
        """All of it, as one paragraph."""
        return f"{self.first} {self.rest}".strip()


def verdict_of(comparison: Comparison) -> Verdict:
    """How much changed and of what kind, what stayed, and what only one of the two documents has.

    Where it rests on a place that may be misread, it is held back: told as what the texts say as they are read now.
    """
    told = _told(comparison)
    places = len(doubted(comparison))
    if not places:
        return told
    where = counted(places, "plaats", "plaatsen")
    now = f"{told.first[:1].lower()}{told.first[1:]} {told.rest}".strip()
    return Verdict(
        f"Nog geen oordeel: op {where} kan de lezing fout zijn.", f"Zoals de teksten nu gelezen zijn: {now}"
    )


def _told(comparison: Comparison) -> Verdict:
    whole = whole_changes(comparison.rows)
    substance = [change for change in comparison.changes if change.kind in SUBSTANCE]
    inside = [change for change in substance if change.n not in whole]
    one_sided = len({change.kind for change in substance}) <= 1
    documents = named(comparison)
    sentences = []
    if inside or not one_sided:
        first = f"{_capital(_listed(list(_counts(substance))))}."
        sentences.append(_share(comparison, documents))
        only = ""
    else:
        first = "Geen woord gewijzigd."
        sentences.append(_all_equal(comparison, documents))
        only = "whole"
    sentences += _only_in(comparison, documents, substance if only else [])
    return Verdict(first, " ".join(filter(None, sentences)))


def words_differ(comparison: Comparison) -> bool:
    """Whether a word of the text changed, came, went or moved; signs, layout and letterheads do not count."""
    return any(change.kind in SUBSTANCE for change in comparison.changes)


def whole_changes(rows: Sequence[Row]) -> set[int]:
    """The changes that are whole passages of one document."""
    return {row.pieces[0].change for row in rows if bool(row.a) != bool(row.b) and not row.moved}


def _counts(substance: Sequence[Change]) -> Iterator[str]:
    """Each kind of change that touches words, with how many words it takes."""
    by_kind = {kind: [change for change in substance if change.kind is kind] for kind in SUBSTANCE}
    if changed := by_kind[ChangeKind.WORD]:
        numbers = sum(change.rule == "getal" for change in changed)
        where = f", waarvan {number(numbers)} in getallen" if 0 < numbers < len(changed) else ""
        what = ("gewijzigd getal", "gewijzigde getallen") if numbers == len(changed) else _WORDINGS
        yield counted(len(changed), *what) + where
    if added := by_kind[ChangeKind.ADDED]:
        yield f"{counted(len(added), 'toevoeging', 'toevoegingen')} ({_words(added)})"
    if dropped := by_kind[ChangeKind.DROPPED]:
        yield f"{counted(len(dropped), 'weglating', 'weglatingen')} ({_words(dropped)})"
    if moved := by_kind[ChangeKind.MOVED]:
        yield f"{counted(len(moved), 'verplaatste passage', 'verplaatste passages')} ({_words(moved)})"


_WORDINGS = ("wijziging in woorden", "wijzigingen in woorden")


def _words(changes: Sequence[Change]) -> str:
    total = sum(count_words(change.after or change.before) for change in changes)
    return counted(total, "woord", "woorden")


def _all_equal(comparison: Comparison, documents: tuple[NamedDocument, NamedDocument]) -> str:
    """The sentence where no word of the shorter document changed; with what of the print did."""
    words = comparison.words
    shorter = documents[0] if words.a <= words.b else documents[1]
    of = f"van {shorter.noun} " if words.a != words.b else ""
    return f"De {counted(words.equal, 'woord', 'woorden')} {of}zijn gelijk; {signs_told(comparison)}."


def _share(comparison: Comparison, documents: tuple[NamedDocument, NamedDocument]) -> str:
    words = comparison.words
    share = f"Van de {counted(words.a, 'woord', 'woorden')} van {documents[0].noun}"
    stay = "staat 1" if words.equal == 1 else f"staan er {number(words.equal)}"
    return f"{share} {stay} ongewijzigd in {documents[1].noun}; {signs_told(comparison)}."


def signs_told(comparison: Comparison) -> str:
    """What differs in how the same words are printed, most first."""
    found = Counter(change.rule for change in comparison.changes if change.kind is ChangeKind.SIGN)
    if not found:
        return "ook de leestekens zijn gelijk"
    order = [rule.name for rule in rules()]
    told = [counted(found[name], *rule_named(name).names) for name in sorted(found, key=order.index)]
    return f"{_listed(told)} {'verschilt' if found.total() == 1 else 'verschillen'}"


def _only_in(
    comparison: Comparison, documents: tuple[NamedDocument, NamedDocument], whole: Sequence[Change]
) -> Iterator[str]:
    """What only one of the two has: lines of its letterhead, annexes, other passages."""
    for side, document in zip(Side, documents, strict=True):
        kind = ChangeKind.DROPPED if side is Side.A else ChangeKind.ADDED
        own = [change for change in whole if change.kind is kind]
        parts = list(dict.fromkeys(line.states for line in comparison.head if line.side is side))
        parts += list(_passages_told(comparison, side, own))
        if parts:
            yield f"Alleen in {document.noun}: {_listed(parts)}."


def _passages_told(comparison: Comparison, side: Side, own: Sequence[Change]) -> Iterator[str]:
    passages = {passage.anchor: passage for passage in comparison.letter(side).passages}
    rest = []
    for change in own:
        told = _annex(comparison, change, side, passages)
        if told:
            yield told
        else:
            rest.append(change)
    if rest:
        yield f"{counted(len(rest), 'passage', 'passages')} ({_words(rest)})"


def _annex(comparison: Comparison, change: Change, side: Side, passages: dict[str, Passage]) -> str | None:
    """An addition that is a whole annex, by its title."""
    rows = [row for row in comparison.rows if any(piece.change == change.n for piece in row.pieces)]
    anchors = [anchor for row in rows for anchor in row.anchors(side)]
    first = passages[anchors[0]]
    whole = {anchor for anchor, passage in passages.items() if passage.part == first.part}
    if first.part == 0 or set(anchors) != whole:
        return None
    words = count_words(BOUNDARY.join(passages[anchor].text for anchor in anchors))
    title = f" «{first.text}»" if first.kind is Kind.HEADING else ""
    return f"de bijlage{title} ({counted(words, 'woord', 'woorden')})"


def _listed(parts: Sequence[str]) -> str:
    """`a, b en c`; a last part with its own "en" closes the list; after another one comes a comma.

    An "en" in the title of an annex is the title's.
    """
    if len(parts) < 2 or " en " in _QUOTED.sub("", parts[-1]):
        return ", ".join(parts)
    comma = "," if any(" en " in part for part in parts[:-1]) else ""
    return f"{', '.join(parts[:-1])}{comma} en {parts[-1]}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
