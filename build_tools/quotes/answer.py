"""Whether letters say what is quoted: word for word, changed, or not at all; with the places and what differs there."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from build_tools.compare.alignment import Group
from build_tools.compare.model import Change, ChangeKind
from build_tools.compare.numbering import FoundChanges
from build_tools.compare.rows import Rows
from build_tools.dutch.tokens import keys_of, tokenise
from build_tools.model import Doubt, Kind, Letter, Passage
from build_tools.papers.of_letter import kamerstuk
from build_tools.quotes.apart import scattered, sentences_in
from build_tools.quotes.finding import ALIKE, QuotedPlace, Words, alike, exact, near
from build_tools.quotes.letter_words import LetterWords, SpokenWord, as_in, spoken, words_of
from build_tools.quotes.quotation import Quotation
from build_tools.versions.family import in_time

CLOSE = 0.1
"""Changed quotations are told of the letters that come so near to the likeliest one: its versions, mostly."""

ALMOST = 0.999
"""What has every word, but other words between them, is not the same."""


class QuoteStatus(Enum):
    """What letters say of a quotation. The value is what readers are told."""

    VERBATIM = "staat er woordelijk zo"
    CHANGED = "staat er gewijzigd"
    ABSENT = "niet gevonden in deze brieven"


@dataclass(frozen=True, slots=True)
class QuotePlace:
    """Where a letter says it: the anchors of its passages, what stands there part by part, what the quotation has
    instead (`after`), where the reading may be wrong; whether the reader was told that it stands there (None: she was
    told nothing); and whether its parts are sentences that the letter has, but not one behind another.
    """

    letter: Letter
    anchors: tuple[str, ...]
    stands: tuple[str, ...]
    changes: tuple[Change, ...]
    doubts: tuple[Doubt, ...]
    as_told: bool | None
    apart: bool


@dataclass(frozen=True, slots=True)
class QuoteAnswer:
    """What all letters say of a quotation, the oldest place first."""

    status: QuoteStatus
    places: tuple[QuotePlace, ...] = ()


@dataclass(frozen=True, slots=True)
class Candidate:
    """A letter beside a quotation: its words, the quotation's parts, where they are, and whether these are sentences
    that stand apart there.
    """

    letter: Letter
    row: LetterWords
    parts: tuple[str, ...]
    found: tuple[QuotedPlace | None, ...]
    alike: float
    apart: bool = False


def answer(letters: Iterable[Letter], quoted: Quotation) -> QuoteAnswer:
    """What letters say of a quotation with at least one part."""
    candidates = [found for letter in in_time(letters) for found in candidates_in(letter, quoted)]
    best = max((one.alike for one in candidates), default=0)
    if best < ALIKE:
        return QuoteAnswer(QuoteStatus.ABSENT)
    status = QuoteStatus.VERBATIM if best == 1 else QuoteStatus.CHANGED
    least = best if best == 1 else max(ALIKE, best - CLOSE)
    return QuoteAnswer(status, tuple(_place(one, quoted) for one in candidates if one.alike >= least))


def candidates_in(letter: Letter, quoted: Quotation) -> list[Candidate]:
    """Where a letter says a quotation: each place that has it word for word, or else the likeliest one."""
    row = words_of(letter)
    likeliest: list[Candidate] = []
    apart: list[Candidate] = []
    for parts in dict.fromkeys((quoted.parts, tuple(as_in(row, part) for part in quoted.parts))):
        keys = _keys(parts)
        if whole := exact(keys, row.keys) or _past_headings(keys, letter, row):
            return [Candidate(letter, row, parts, found, 1) for found in whole]
        found = near(keys, row)
        likeliest.append(Candidate(letter, row, parts, found, min(alike(keys, found), ALMOST)))
        apart += _apart(letter, row, parts)
    return [max((*likeliest, *apart), key=lambda one: one.alike)]


def _keys(parts: Iterable[str]) -> list[Words]:
    return [[word.key for word in spoken(part)] for part in parts]


def _apart(letter: Letter, row: LetterWords, parts: Iterable[str]) -> Iterator[Candidate]:
    """The sentences of a quotation, where a letter has them but not one behind another."""
    sentences = tuple(sentence for part in parts for sentence in sentences_in(part))
    keys = _keys(sentences)
    if found := scattered(keys, row):
        yield Candidate(letter, row, sentences, found, min(alike(keys, found), ALMOST), apart=True)


def _past_headings(keys: Sequence[Words], letter: Letter, row: LetterWords) -> list[tuple[QuotedPlace, ...]]:
    """The places of parts in the text alone: who quotes two paragraphs need not quote the heading between them."""
    at = [n for n, word in enumerate(row.words) if letter.passages[word.passage].kind is not Kind.HEADING]
    whole = exact(keys, [row.words[n].key for n in at])
    return [tuple(QuotedPlace(at[own.start], at[own.end - 1] + 1, own.shared) for own in found) for found in whole]


def _place(one: Candidate, quoted: Quotation) -> QuotePlace:
    there = [(part, own) for part, own in zip(one.parts, one.found, strict=True) if own]
    passages = sorted({n for _, own in there for n in range(_at(one, own.start), _at(one, own.end - 1) + 1)})
    anchors = tuple(one.letter.passages[n].anchor for n in passages)
    stands = tuple(_text(one, own) for _, own in there)
    beside = zip(there, stands, strict=True)
    changes = tuple(change for (part, own), text in beside for change in _changes(one, own, text, part))
    doubts = tuple(doubt for doubt in one.letter.doubts if doubt.anchor in anchors and doubt.settled is None)
    return QuotePlace(one.letter, anchors, stands, changes, doubts, _as_told(one.letter, anchors, quoted), one.apart)


def _at(one: Candidate, word: int) -> int:
    """The passage that a word stands in."""
    return one.row.words[word].passage


def _text(one: Candidate, place: QuotedPlace) -> str:
    """What stands at a place, its passages one after another."""
    return " ".join(_stretches(one, one.row.words[place.start : place.end]))


def _stretches(one: Candidate, words: Sequence[SpokenWord]) -> Iterator[str]:
    first, last = words[0], words[-1]
    for n in range(first.passage, last.passage + 1):
        text = one.letter.passages[n].text
        start = first.start if n == first.passage else 0
        yield " ".join(text[start : last.end if n == last.passage else len(text)].split())


def _changes(one: Candidate, place: QuotedPlace, stands: str, part: str) -> Iterator[Change]:
    """What a part of a quotation has instead of what stands there, by the rules of comparison."""
    words = [*spoken(part)]
    found = FoundChanges()
    both = [_passage(one, text, place) for text in (stands, part[words[0].start : words[-1].end])]
    Rows(both[:1], both[1:], False, found, {}).row(Group((0,), (0,)))
    for change in found.changes.values():
        if change.kind is not ChangeKind.LAYOUT and _says(change.before) != _says(change.after):
            yield change


def _passage(one: Candidate, text: str, place: QuotedPlace) -> Passage:
    home = one.letter.passages[_at(one, place.start)]
    return Passage(one.letter.id, home.anchor, Kind.PARAGRAPH, home.n, text, home.lines)


def _says(text: str) -> list[str]:
    return [key for key in keys_of(tokenise(text)) if key]


def _as_told(letter: Letter, anchors: Sequence[str], quoted: Quotation) -> bool | None:
    """Whether a place is where a quotation says that it stands; None where it says nothing that can be held to it."""
    if quoted.letter:
        return letter.id == quoted.letter and (not quoted.anchor or quoted.anchor in anchors)
    return quoted.names(kamerstuk(letter) or "") or None
