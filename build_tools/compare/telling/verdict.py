"""What a reader should know first, in plain Dutch, made from the counts of a comparison.

"Geen woord gewijzigd" stands first only where the word lists of both documents are equal, outside letterheads and whole
annexes: see `word_lists.py`.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from build_tools.compare.kinds import rule_named, rules
from build_tools.compare.model import SUBSTANCE, Change, ChangeKind, Comparison, Side
from build_tools.compare.passages import in_substance
from build_tools.compare.telling.misread import changes_of, misread
from build_tools.compare.telling.names import NamedDocument, named
from build_tools.compare.telling.tally import amount, counts, tally_of
from build_tools.compare.telling.word_lists import own_annexes, same_words, same_words_kept
from build_tools.dutch.format import capital, counted, number
from build_tools.model import Kind

_NUMBERING = ("nummering", "doorgeschoven")
"""The rules by which a number changed, in the order in which they are told."""

_LABEL_LOST = ("onderdeel zonder zijn nummer of letter", "onderdelen zonder hun nummer of letter")
_LABEL_GOT = ("onderdeel met een nummer of letter erbij", "onderdelen met een nummer of letter erbij")
"""The same where only one document labels them, as of a list that became running text."""

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

    It begins with what may be misread, if anything: that is counted apart, by lines of a source, in no other number.
    """
    places = misread(comparison)
    told = _told(comparison, changes_of(places))
    if not places:
        return told
    where = counted(len({(place.side, place.line) for place in places}), "plaats", "plaatsen")
    first = f"Op {where} mogelijk verkeerd gelezen; daarbuiten {told.first[:1].lower()}{told.first[1:]}"
    return Verdict(first, told.rest)


def _told(comparison: Comparison, apart: Set[int]) -> Verdict:
    documents, tally = named(comparison), tally_of(comparison, apart)
    parts, annexed = list(counts(tally)), any(own_annexes(comparison, side) for side in Side)
    letter = " van de brief" if annexed else ""
    only_in = list(_only_in(comparison, documents))
    if not parts and same_words(comparison, apart):
        first = f"Geen woord{letter} gewijzigd{_with_annexes(comparison, documents)}."
    elif parts and tally.only_whole and same_words_kept(comparison, apart):
        rest = f"; verder geen woord{letter} gewijzigd" if comparison.words.a and comparison.words.b else ""
        first = f"{capital(_listed(parts))}{rest}."
    else:
        first = f"{capital(_listed(parts))}." if parts else "Niet alle woorden zijn gelijk."
    kept = not parts or comparison.words.equal == min(comparison.words.a, comparison.words.b)
    moved = tally.of(ChangeKind.MOVED)
    equal = _all_equal if kept and tally.only_whole and not moved and not apart & in_substance(comparison) else _share
    signs = signs_told(comparison, apart)
    both = comparison.words.a and comparison.words.b
    told = equal(comparison, documents, signs) if both else _no_words(documents, signs)
    return Verdict(first, " ".join([told, *_renumbered(comparison, apart), *only_in]))


def _renumbered(comparison: Comparison, apart: Set[int]) -> Iterator[str]:
    """`4 onderdelen vernummerd.`: labels are no words, and those of a list are one change that names them all."""
    numbers = [one for one in comparison.changes if one.kind is ChangeKind.NUMBER and one.n not in apart]
    sizes = {rule: [_labels(one) for one in numbers if one.rule == rule] for rule in _NUMBERING}
    told = [(sum(map(min, found)), rule_named(rule).names) for rule, found in sizes.items()]
    lost, got = (sum(own[side] - min(own) for found in sizes.values() for own in found) for side in (0, 1))
    told += [(lost, _LABEL_LOST), (got, _LABEL_GOT)]
    if any(number for number, _ in told):
        yield f"{_listed([counted(number, *names) for number, names in told if number])}."


def _labels(change: Change) -> tuple[int, int]:
    """How many labels a change names on either side."""
    return len(change.before.split(", ")) * bool(change.before), len(change.after.split(", ")) * bool(change.after)


def _with_annexes(comparison: Comparison, documents: tuple[NamedDocument, NamedDocument]) -> str:
    """`; het Kamerstuk heeft ook een bijlage`."""
    found = [(one.noun, len(own_annexes(comparison, side))) for side, one in zip(Side, documents, strict=True)]
    told = [f"{noun} heeft ook {'een bijlage' if n == 1 else f'{number(n)} bijlagen'}" for noun, n in found if n]
    return f"; {' en '.join(told)}" if told else ""


def words_differ(comparison: Comparison) -> bool:
    """Whether a word of the text changed, came, went or moved; signs, layout and letterheads do not count."""
    return any(change.kind in SUBSTANCE for change in comparison.changes)


def _all_equal(comparison: Comparison, documents: tuple[NamedDocument, NamedDocument], signs: str) -> str:
    """The sentence where no word of the shorter document changed; with what of the print did. Where every word is told
    as what only one of the two has, no number of words is said."""
    words = comparison.words
    if not words.equal:
        return f"{capital(signs)}."
    shorter = documents[0] if words.a <= words.b else documents[1]
    of = f"van {shorter.noun} " if words.a != words.b else ""
    one = words.equal == 1
    of = of if words.equal == min(words.a, words.b) else f"{'dat' if one else 'die'} beide hebben, "
    which = f"Het ene woord {of}is" if one else f"De {number(words.equal)} woorden {of}zijn"
    return f"{which} gelijk; {signs}."


def _no_words(documents: tuple[NamedDocument, NamedDocument], signs: str) -> str:
    """The sentence where a document consists of signs alone, or of nothing: with those of a text none are equal."""
    empty = [one.noun for one in documents if not one.words]
    if len(empty) == 1:
        return f"{capital(empty[0])} heeft geen woorden."
    return f"Geen van beide heeft woorden; {signs}."


def _share(comparison: Comparison, documents: tuple[NamedDocument, NamedDocument], signs: str) -> str:
    words = comparison.words
    if words.a == 1 and not words.equal:
        return f"Het ene woord van {documents[0].noun} staat niet in {documents[1].noun}; {signs}."
    share = f"Van de {counted(words.a, 'woord', 'woorden')} van {documents[0].noun}"
    stay = {0: "staat er geen", 1: "staat er 1"}.get(words.equal, f"staan er {number(words.equal)}")
    return f"{share} {stay} ongewijzigd in {documents[1].noun}; {signs}."


def signs_told(comparison: Comparison, apart: Set[int]) -> str:
    """What differs in how the same words are printed, most first, but for what is set apart."""
    signs = (one for one in comparison.changes if one.kind is ChangeKind.SIGN and one.n not in apart)
    found = Counter(change.rule for change in signs)
    between = _other_between_items(comparison)
    if not found:
        return f"ook de leestekens zijn gelijk{', op die tussen de punten van een lijst na' if between else ''}"
    order = [rule.name for rule in rules()]
    told = [counted(found[name], *rule_named(name).names) for name in sorted(found, key=order.index)]
    also = ", en ook de leestekens tussen de punten van een lijst" if between else ""
    return f"{_listed(told)} {'verschilt' if found.total() == 1 else 'verschillen'}{also}"


def _other_between_items(comparison: Comparison) -> bool:
    """Whether a list became running text, or the other way round, and other signs stand between its items."""
    reset = {change.n for change in comparison.changes if change.rule == "regelval"}
    pieces = (piece for row in comparison.rows for piece in row.pieces if piece.change in reset)
    return any(piece.a.strip() != piece.b.strip() for piece in pieces)


def _only_in(comparison: Comparison, documents: tuple[NamedDocument, NamedDocument]) -> Iterator[str]:
    """What only one of the two has beside the letter: lines of its letterhead, whole annexes."""
    for side, document in zip(Side, documents, strict=True):
        parts = list(dict.fromkeys(line.states for line in comparison.head if line.side is side))
        parts += [_annex(comparison, side, part) for part in own_annexes(comparison, side)]
        if parts:
            yield f"Alleen in {document.noun}: {_listed(parts)}."


def _annex(comparison: Comparison, side: Side, part: int) -> str:
    """A whole annex, by its title."""
    passages = [passage for passage in comparison.letter(side).passages if passage.part == part]
    title = f" «{passages[0].text}»" if passages[0].kind is Kind.HEADING else ""
    return f"de bijlage{title} ({amount(passage.text for passage in passages)})"


def _listed(parts: Sequence[str]) -> str:
    """`a, b en c`; a last part with its own "en" closes the list; after another one, or right after a clause
    (`4 wijzigingen in woorden, waarvan 1 in getallen`), comes a comma.

    An "en" in the title of an annex is the title's.
    """
    if len(parts) < 2 or " en " in _QUOTED.sub("", parts[-1]):
        return ", ".join(parts)
    comma = "," if any(" en " in part for part in parts[:-1]) or ", " in parts[-2] else ""
    return f"{', '.join(parts[:-1])}{comma} en {parts[-1]}"
