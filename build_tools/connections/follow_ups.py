"""Where a later letter speaks of what was promised, or of a motion that was answered.

After `follow_ups`: each place stands in a letter of a later day; it cites the same motion, or the letter that promised,
and then in a sentence about a promise, with words of it.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from build_tools.connections.pledge_words import PledgeKind
from build_tools.connections.pledges import Pledge
from build_tools.connections.reference import Reference
from build_tools.connections.references import References
from build_tools.model import FactKey, Letter
from build_tools.papers.of_letter import paper_of
from build_tools.papers.publications import kind

_OF_A_PROMISE = re.compile(r"\b(?:toegezegd|toezegging(?:en)?|zegde|aangekondigd)\b")

_WORD = re.compile(r"[^\W\d_]{6,40}")
"""A word that can tell what a sentence is about: shorter ones are mostly grammar."""

_OF_ALL = frozenset({"informeren", "geïnformeerd", "toegezegd", "toezegging", "uitvoering", "minister", "hierover"})
"""Longer words that any promise can have."""

LEAST_SHARED = 2
"""Words that two sentences about one promise have in common at the least."""


def follow_ups(
    letters: Sequence[Letter], pledges: Sequence[Pledge], references: References
) -> list[tuple[Reference, ...]]:
    """For each pledge, in the same order, the later places."""
    days = {letter.id: letter.fact(FactKey.DATE) or "" for letter in letters}
    papers = {letter.id: paper_of(letter) for letter in letters}
    return [tuple(_later(pledge, papers[pledge.passage.letter], references, days)) for pledge in pledges]


def _later(pledge: Pledge, own: str | None, references: References, days: Mapping[str, str]) -> Iterator[Reference]:
    day = days[pledge.passage.letter]
    for reference in _about(pledge, own, references):
        if day and days[reference.passage.letter] > day:
            yield reference


def _about(pledge: Pledge, own: str | None, references: References) -> Iterator[Reference]:
    if pledge.kind is PledgeKind.MOTION:
        for paper in pledge.papers:
            if kind(paper) in {"kamerstuk", "motie"} and not paper.startswith("dossier/"):
                yield from references.to(paper)
    if pledge.kind is PledgeKind.PROMISE:
        words = _words(pledge.sentence)
        for reference in references.to(own):
            said = reference.sentence
            if _OF_A_PROMISE.search(said) and len(words & _words(said)) >= LEAST_SHARED:
                yield reference


def _words(sentence: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in _WORD.findall(sentence)) - _OF_ALL
