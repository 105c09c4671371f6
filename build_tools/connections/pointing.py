"""Words that point back to what the letter cited before: `Idem`, `t.a.p.`, `zie noot 3`, `genoemde brief`.

After `pointing_back`: each stands outside every citation and has the papers of one that the same letter has before
it, or of the note that it names; where that is in doubt, there is none.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from build_tools.citations.find import Citation
from build_tools.citations.grammar import NR, PAGE_WORD, Target
from build_tools.connections.reference import Reference, day_of_law, reference_at
from build_tools.data import data
from build_tools.model import Kind, Letter, Passage
from build_tools.papers.numbers import identifier
from build_tools.papers.publications import dossier_of, kind

IDEM, NOTE, CALLED = "idem", "noot", "genoemd"
"""The forms of such words, as the forms of citations have names."""

_IDEM = re.compile(
    r"(?:(?<=\()|\A|(?<=[.;:)]\s)|(?<=[Zz]ie\s))\s?(?:(?:[Ii]dem|[Ii]bid(?:em)?|[Ll]oc\.\scit|[Tt]\.a\.p)(?![\w-])\.?|[Tt]er\saangehaalder\splaatse)"
    r"(?=\s?(?:[.,;:)]|\Z|pp?\.|blz|art|par|r\.o|nr|noot))"
)
"""`Idem`, `Ibid., p. 3`, `zie t.a.p.`: at the begin of a sentence or in brackets, and not `Idem voor de gemeente`."""

_IN_IDEM, _IN_NOTE, _IN_CALLED = ("dem", "bid", "oc.", ".a.p", "aangehaalder"), "noot", "noemde"
"""What a text has that has any of these: most have none, so it is asked first."""

_OTHER_NUMBER = re.compile(
    rf",?\s(?:{NR}\s{{0,3}}|(?:letter\s)?(?=[A-Z]))(?P<item>\d{{1,4}}|[A-Z]{{1,2}}(?=,\s{PAGE_WORD}|[.;)]|\Z))(?![\w/]|[.,]\d)"
)
"""`Idem, nr. 12`, `idem, F, p. 3`: another paper of the same dossier."""

_NOTE_BEFORE = re.compile(r"\b[Zz]ie\s(?:ook\s)?(?:de\s)?(?:vorige|voorgaande)\s(?:voet|eind)?noot\b")
"""`Zie vorige noot`, `zie ook de vorige voetnoot`."""

_NOTE = re.compile(
    r"\b(?:[Zz]ie|[Vv]gl\.|noot|in)\s(?:ook\s)?(?:de\s)?(?:voet|eind)?noot\s(?P<n>\d{1,3})\b|\b(?:voet|eind)noot\s(?P<m>\d{1,3})\b"
)
"""`zie noot 3`, `zie ook voetnoot 12`."""

NEAR = 120
"""Characters before a citation in which the word for what it is stands: `de brief van 3 mei (Kamerstuk …)`."""


@cache
def _called() -> re.Pattern[str]:
    """`genoemde brief`, `eerdergenoemde richtlijn`."""
    nouns = "|".join(data("citing")["called_by"])
    return re.compile(
        rf"\b(?:voor|eerder|boven|hier|laatst)?(?:ge)?noemde\s(?P<noun>{nouns})\b|\b(?:hierboven|eerder|hiervoor)\sgenoemde\s(?P<also>{nouns})\b",
        re.IGNORECASE,
    )


_THIS = re.compile(r"[Dd](?<=\b.)(?:eze\s(?P<noun>motie)|it\s(?P<paper>amendement))\b")
"""`deze motie`, `dit amendement`; `deze brief` is the letter itself."""


@cache
def _that() -> re.Pattern[str]:
    """`in die brief`, `dat amendement`: of what the passage named last by this word."""
    nouns = "|".join(data("citing")["called_by"])
    return re.compile(rf"[Dd](?<=\b.)(?:ie|at)\s(?P<noun>{nouns})\b")


@dataclass(frozen=True, slots=True)
class _Word:
    """Words at [start, end) of a passage that point back; `said` is the number of a note, or what it is called."""

    start: int
    end: int
    form: str
    said: str = ""
    here: bool = False
    """Whether it is meant in the same passage."""
    last: bool = False
    """Whether it is what was called so last there."""


def pointing_back(letter: Letter, cited: Sequence[Reference]) -> list[Reference]:
    """What is cited, and what points back to it, in the order of the text."""
    found: Found = {passage.anchor: [] for passage in letter.saying}
    for reference in cited:
        found[reference.passage.anchor].append(reference)
    notes = {(p.part, letter.printed_numbers[p.n]): p.anchor for p in letter.saying if p.kind is Kind.NOTE}
    before: dict[bool, Sequence[Reference]] = {True: (), False: ()}
    for passage in letter.saying:
        is_note = passage.kind is Kind.NOTE
        there = _PassagePlace(passage, before[is_note], found, notes, day_of_law(letter))
        found[passage.anchor] = before[is_note] = there.all()
    return [reference for references in found.values() for reference in references]


Found = dict[str, list[Reference]]
"""What is cited, by the anchor of the passage."""

LETTERS = frozenset({"brief", "kamerbrief"})

FURTHEST = 20
"""Citations back in which `genoemde brief` looks for its letter, and the most papers of a note that are meant by it."""


@dataclass(frozen=True, slots=True)
class _PassagePlace:
    """A passage, what the one before it cites, what each cites by itself, and which note has a number in its part."""

    passage: Passage
    before: Sequence[Reference]
    found: Found
    notes: Mapping[tuple[int, str], str]
    day: date | None

    def all(self) -> list[Reference]:
        """What the passage cites, with what points back."""
        plain = self.found[self.passage.anchor]
        spans: list[tuple[int, int, Reference | _Word]] = []
        spans += [(cited.citation.start, -cited.citation.end, cited) for cited in plain]
        spans += [(word.start, 1 - word.end, word) for word in self._words()]
        starts = {cited.citation.start for cited in plain}
        same: list[Reference] = []
        end = 0
        for start, _, one in sorted(spans, key=lambda span: span[:2]):
            if isinstance(one, Reference):
                same.append(one)
                end = one.citation.end
            elif start >= end and not _is_at(one, starts) and (papers := self._meant(one, same)):
                same.append(reference_at(self.passage, _citation(one, papers), self.day))
                end = one.end
        return same

    def _words(self) -> Iterator[_Word]:
        """The words of the passage that point back."""
        text = self.passage.text
        for m in _IDEM.finditer(text) if any(piece in text for piece in _IN_IDEM) else ():
            other = _OTHER_NUMBER.match(text, m.end())
            yield _Word(
                m.start() + m[0][0].isspace(), other.end() if other else m.end(), IDEM, other["item"] if other else ""
            )
        if _IN_NOTE in text:
            yield from (_Word(m.start(), m.end(), NOTE, m["n"] or m["m"]) for m in _NOTE.finditer(text))
            if self.passage.kind is Kind.NOTE:
                yield from (_Word(m.start(), m.end(), NOTE) for m in _NOTE_BEFORE.finditer(text))
        if _IN_CALLED in text.lower():
            yield from (
                _Word(m.start(), m.end(), CALLED, (m["noun"] or m["also"]).lower()) for m in _called().finditer(text)
            )
        yield from (_Word(m.start(), m.end(), CALLED, m["noun"] or m["paper"], here=True) for m in _THIS.finditer(text))
        yield from (
            _Word(m.start(), m.end(), CALLED, m["noun"].lower(), here=True, last=True) for m in _that().finditer(text)
        )

    def _meant(self, word: _Word, same: Sequence[Reference]) -> tuple[str, ...]:
        """The papers that are meant. `Idem` at the begin of a passage means the last of the one before."""
        if word.form == NOTE:
            return self._of_note(word.said)
        if word.form == CALLED:
            if word.last:
                return self._last_called(word, same)
            near = [*(() if word.here else self.before[-FURTHEST:]), *same[-FURTHEST:]]
            named = (reference.papers for reference in reversed(near) if _is(reference, word.said))
            return next(named, self._only(word, same))
        begins = word.start <= LONGEST_LEAD
        nearest = same or (self.before if begins else ())
        papers = nearest[-1].papers if nearest else ()
        return _of_same_dossier(papers, word.said) if word.said else papers

    def _last_called(self, word: _Word, same: Sequence[Reference]) -> tuple[str, ...]:
        """The nearest paper, if it is called so, and nothing since."""
        since = same[-1].citation.end if same else 0
        called_since = word.said in self.passage.text[since : word.start].lower()
        return same[-1].papers if same and _is(same[-1], word.said) and not called_since else ()

    def _only(self, word: _Word, same: Sequence[Reference]) -> tuple[str, ...]:
        """The one letter that the passage cites before, where none of them is called a letter; nor anything else."""
        near = [reference for reference in same[-FURTHEST:] if kind(reference.papers[0]) == "kamerstuk"]
        if word.said not in LETTERS or len({reference.papers for reference in near}) != 1:
            return ()
        others = (noun for noun in data("citing")["called_by"] if noun != word.said)
        return () if any(_is(near[0], noun) for noun in others) else near[0].papers

    def _of_note(self, number: str) -> tuple[str, ...]:
        """What the note of that number cites, if the same part of the letter has it; without one, the note before."""
        anchor = self.notes.get((self.passage.part, number), self.passage.anchor)
        there = self.found[anchor] if anchor != self.passage.anchor else [] if number else self.before
        papers = tuple(dict.fromkeys(paper for near in there for paper in near.papers))
        return papers if len(papers) <= FURTHEST else ()


def _of_same_dossier(papers: Sequence[str], number: str) -> tuple[str, ...]:
    """A number of the dossier of papers; a letter if theirs are letters."""
    if number.isalpha() and not all(paper.rpartition("-")[2].isalpha() for paper in papers):
        return ()
    dossiers = {dossier_of(paper) for paper in papers}
    dossier = dossiers.pop() if len(dossiers) == 1 else None
    return (identifier(dossier, number),) if dossier else ()


def _is_at(word: _Word, starts: Collection[int]) -> bool:
    """Whether the words stand right before a citation, and mean the same as is said of it: `Idem Kamerstuk …`."""
    return word.form == IDEM and any(word.end + gap in starts for gap in range(1, len(", ") + 1))


LONGEST_LEAD = 6
"""Characters before `Idem` that begins a passage: ` (`, `Zie `."""


_OWN = re.compile(r"\bdeze\s(?:kamer)?brief\b")
"""The letter itself, which is not what it cites."""

_KIND_OF = {"richtlijn": "/dir/", "verordening": "/reg/"}


def _is(reference: Reference, noun: str) -> bool:
    """Whether a citation is of what a word calls it."""
    if noun in _KIND_OF:
        return any(_KIND_OF[noun] in paper for paper in reference.papers)
    if kind(reference.papers[0]) not in {"kamerstuk", "zaak"}:
        return False
    start = reference.citation.start
    return noun in _OWN.sub("", reference.passage.text[max(0, start - NEAR) : start].lower())


def _citation(word: _Word, papers: Sequence[str]) -> Citation:
    """The words lead to the first paper; the others have none of their own."""
    first, *others = dict.fromkeys(papers)
    targets = (Target(first, word.start, word.end), *(Target(paper, word.end, word.end) for paper in others))
    return Citation(word.start, word.end, word.form, targets)
