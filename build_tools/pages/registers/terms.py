"""What the page of terms shows: how often each letter uses a term, and every use in its sentence."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from build_tools.connections.connect import Connections
from build_tools.connections.term_uses import Use
from build_tools.dutch.words import said
from build_tools.model import Kind, Passage
from build_tools.pages.registers.charts import Column, columns
from build_tools.pages.registers.letter_names import LetterName, Period
from build_tools.sources.term_file import Term

PER_WORDS, UNIT = 1000, "keer per 1.000 woorden"
"""How often a term is used, for so many words: a short letter and a long one can be compared, and a term that is hardly
used still has a number above nothing."""


@dataclass(frozen=True, slots=True)
class UsesInLetter:
    """The uses in one letter."""

    letter: LetterName
    uses: tuple[tuple[str, Use], ...]


@dataclass(frozen=True, slots=True)
class Followed:
    """A term through time: its chart, the numbers behind it, its uses."""

    term: Term
    chart: Markup
    rows: tuple[tuple[Column, int], ...]
    letters: tuple[UsesInLetter, ...]
    uses: int


def followed(connections: Connections, names: Mapping[str, LetterName], time: Sequence[Period]) -> Iterator[Followed]:
    """Every term that is used at all."""
    said_there = _said_by_counted(connections, names)
    for term in connections.terms:
        uses = [use for use in connections.uses if use.term == term.id and _counts(use, names, said_there)]
        if uses:
            running = _running(uses)
            rows = tuple(_row(connections, running, period) for period in time)
            chart = columns(f"{term.title}: hoe vaak elke brief het woord gebruikt", UNIT, [row for row, _ in rows])
            yield Followed(term, chart, rows, tuple(_letters(uses, names)), len(uses))


def _said_by_counted(connections: Connections, names: Mapping[str, LetterName]) -> frozenset[tuple[str, str]]:
    """What the versions that count say, by their id."""
    counting = {name.counted_in for name in names.values()} - {None}
    return frozenset((p.letter, said(p.text)) for p in connections.passages if p.letter in counting)


def _counts(use: Use, names: Mapping[str, LetterName], said_there: Container[tuple[str, str]]) -> bool:
    """Whether a use is not told already where the version that counts says the same."""
    counted_in = names[use.passage.letter].counted_in
    return counted_in is None or (counted_in, said(use.passage.text)) not in said_there


def _running(uses: Iterable[Use]) -> dict[str, list[Passage]]:
    """The passages of the running text that use a term, by letter; a passage for each use."""
    found: dict[str, list[Passage]] = {}
    for use in uses:
        if use.passage.kind is not Kind.NOTE:
            found.setdefault(use.passage.letter, []).append(use.passage)
    return found


def _row(connections: Connections, running: Mapping[str, Sequence[Passage]], period: Period) -> tuple[Column, int]:
    """The uses in the running text, for every thousand of its words; those in annexes apart."""
    (letter, count), (annex, _) = (_rate(connections, running, period, where) for where in (False, True))
    return Column(period.label, period.sub, period.name, letter, annex=annex or None), count


def _rate(
    connections: Connections, running: Mapping[str, Sequence[Passage]], period: Period, annex: bool
) -> tuple[float, int]:
    own = (passage for letter in period.letters for passage in running.get(letter, ()))
    count = sum(connections.in_annex(passage) is annex for passage in own)
    size = connections.size(period.letters, annex)
    return round(PER_WORDS * count / max(1, size), 1), count


def _letters(uses: Sequence[Use], names: Mapping[str, LetterName]) -> Iterator[UsesInLetter]:
    order = {letter: n for n, letter in enumerate(names)}
    ordered = sorted(uses, key=lambda use: order[use.passage.letter])
    for letter, group in groupby(ordered, lambda use: use.passage.letter):
        yield UsesInLetter(names[letter], tuple((use.passage.where, use) for use in group))
