"""What ministers promise parliament, and where they do what was asked: promises, answers to motions and requests.

After `pledges_in`: each is a sentence of a letter that a minister or state secretary signed; what is doubtful, a
question, a quote of a motion or what somebody else should do, is none.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from build_tools.connections.pledge_words import PledgeKind, kind_of
from build_tools.connections.reference import Reference
from build_tools.dutch.coming_times import coming_time
from build_tools.dutch.sentences import sentences
from build_tools.model import FactKey, Kind, Letter, NoteRef, Passage


@dataclass(frozen=True, slots=True)
class Pledge:
    """A sentence of a passage, [start, end), what it does, when that is to be, as printed, and the papers it names."""

    passage: Passage
    start: int
    end: int
    kind: PledgeKind
    when: str | None
    papers: tuple[str, ...]

    @property
    def sentence(self) -> str:
        return self.passage.text[self.start : self.end]


_GOVERNMENT = re.compile(r"inister|taatssecretaris")
_SAYING = frozenset({Kind.PARAGRAPH, Kind.ITEM})


def pledges_in(letter: Letter, cited: Iterable[Reference]) -> Iterator[Pledge]:
    """The promises and answers of a letter, in the order of the text."""
    if not any(_GOVERNMENT.search(signer.role) for signer in letter.signers):
        return
    day = letter.fact(FactKey.DATE)
    year = int(day[:4]) if day else None
    papers = _Papers(letter, cited)
    for passage in letter.saying:
        if passage.kind in _SAYING:
            before = ""
            for start, end in sentences(passage.text):
                if kind := kind_of(passage.text[start:end], year, before):
                    when = coming_time(passage.text, start, end, year) if kind is PledgeKind.PROMISE else None
                    yield Pledge(passage, start, end, kind, when, papers.of(passage, start, end))
                before = passage.text[start:end]


class _Papers:
    """The papers that a sentence names, itself or in a note that it calls."""

    def __init__(self, letter: Letter, cited: Iterable[Reference]) -> None:
        self._calls: dict[str, Sequence[NoteRef]] = {block.anchor: block.notes for block in letter.blocks}
        self._cited: dict[str, list[Reference]] = {}
        self._in_notes: dict[int, list[str]] = {}
        for reference in cited:
            self._cited.setdefault(reference.passage.anchor, []).append(reference)
            if reference.passage.kind is Kind.NOTE:
                self._in_notes.setdefault(reference.passage.n, []).extend(reference.papers)

    def of(self, passage: Passage, start: int, end: int) -> tuple[str, ...]:
        own = [
            paper
            for reference in self._cited.get(passage.anchor, ())
            if start <= reference.citation.start < end
            for paper in reference.papers
        ]
        noted = [
            paper
            for call in self._calls.get(passage.anchor, ())
            if start < call.at <= end
            for paper in self._in_notes.get(call.n, ())
        ]
        return tuple(dict.fromkeys((*own, *noted)))
