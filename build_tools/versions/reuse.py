"""Passages that return in another letter, or further on in the same one, apart from versions.

Which letters to look at comes from the index of kept runs that finds versions: a shared run of eight words is never
missed there. What some letters have is looked at in all pairs of them; what more have, from each to the next in time,
so that a sentence of every year is followed and the work grows with the letters; what most have is a stock phrase, and
passed over. So are the sentences that letters about anything begin or end with.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, combinations

from build_tools.compare.model import Repeat
from build_tools.compare.repeats import repeats, repeats_within
from build_tools.data import data
from build_tools.dutch.sentences import sentence_at
from build_tools.model import Letter
from build_tools.versions.family import in_time
from build_tools.versions.index import sharing

FEW, STOCK = 6, 40
"""What up to so many letters share is looked at in all their pairs; what more than the second number share is a stock
phrase: a sentence that returns each year for forty years would be one."""

KEPT = 3
"""So many kept runs must two letters share to be looked at."""

LEAST_WITHIN, LEAST_BETWEEN = 15, 20
"""The words that must be shared within a letter and between two: more between letters, which speak of the same matters
in the same terms. Chosen by measure on the letters at hand: what is shorter are names and set phrases."""


@dataclass(frozen=True, slots=True)
class Reuse:
    """The passages of a letter that return in another one; or in itself, where both are the same."""

    a: Letter
    b: Letter
    repeats: tuple[Repeat, ...]


def reuse_by(
    letters: Iterable[Letter],
    within: Mapping[str, tuple[Repeat, ...]],
    between: Iterable[tuple[tuple[Letter, Letter], tuple[Repeat, ...]]],
) -> list[Reuse]:
    """Each letter with itself, then the pairs that are no versions; only those where something returns.

    Given are what returns within each letter, by id, and between the pairs.
    """
    found = [Reuse(letter, letter, within[letter.id]) for letter in letters]
    found += (Reuse(*pair, repeats) for pair, repeats in between)
    return [entry for entry in found if entry.repeats]


def repeats_in_letter(letter: Letter) -> tuple[Repeat, ...]:
    """The passages of a letter that return in itself."""
    return _telling(letter, repeats_within(letter.passages), LEAST_WITHIN)


def repeats_between(one: Letter, other: Letter) -> tuple[Repeat, ...]:
    """The passages of a letter that return in another one."""
    return _telling(one, repeats(one.passages, other.passages), LEAST_BETWEEN)


def _telling(letter: Letter, found: Sequence[Repeat], least: int) -> tuple[Repeat, ...]:
    """What is long enough, and no formula."""
    texts = {passage.anchor: passage.text for passage in letter.passages} if found else {}
    return tuple(one for one in found if one.words >= least and not _is_formula(one, texts[one.a]))


def _is_formula(repeat: Repeat, text: str) -> bool:
    """Whether it stands in one sentence, that letters about anything begin or end with: `In antwoord op uw brief`."""
    run = "".join(piece.a for piece in repeat.pieces)
    at = text.find(run)
    start, end = sentence_at(text, at + 1)
    known = (*data("dutch")["first_sentences"], *data("dutch")["last_sentences"])
    return at >= 0 and at + len(run) <= end and text.startswith(known, start)


def pairs_sharing(letters: Sequence[Letter], runs: Mapping[str, Sequence[int]]) -> Iterator[tuple[Letter, Letter]]:
    """The pairs of letters that are no versions and share enough to be looked at, in order of id."""
    by_id = {letter.id: letter for letter in letters}
    ordered = in_time(letters)
    having = sharing([runs[letter.id] for letter in ordered])
    shared = Counter(pair for places in having for pair in _linked([ordered[place] for place in places]))
    for (one, other), count in sorted(shared.items()):
        if count >= KEPT:
            yield by_id[one], by_id[other]


def _linked(letters: Sequence[Letter]) -> Iterator[tuple[str, str]]:
    """The pairs, in order of id, through which what letters share is followed; they are in order of time."""
    if len(letters) > STOCK:
        return
    pairs = combinations(letters, 2) if len(letters) <= FEW else chain(_in_turn(letters), _in_turn(letters[::-1]))
    yield from {(min(one.id, two.id), max(one.id, two.id)) for one, two in pairs if two.id not in one.versions}


def _in_turn(letters: Sequence[Letter]) -> Iterator[tuple[Letter, Letter]]:
    """Each letter with the next one that is no version of it."""
    for n, letter in enumerate(letters):
        after = next((other for other in letters[n + 1 :] if other.id not in letter.versions), None)
        if after:
            yield letter, after
