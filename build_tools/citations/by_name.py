"""Papers that a letter calls by name, tied to the number in their note: "de motie-Becker (VVD)", with its note.

After `named_in`: every name is the last one before a note's marker, in the same sentence and behind any earlier
marker, and it has the papers that this note cites.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from build_tools.data import data
from build_tools.dutch.sentences import sentence_at
from build_tools.model import NoteRef

_PREFIX = r"(?:(?:[Vv]an|[Dd]e|[Dd]en|[Dd]er|[Tt]en|[Tt]er|[Ee]l|[Ii]n|[Oo]p|[’'][ts])\s){0,3}"
"""`van der `, `De `, `van ’t `: what stands before a name."""

_NAME = r"[A-ZÀ-Þ](?:[\w’']|-(?=[A-ZÀ-Þ])(?!(?:Van|De|Den|Der|Ten|Ter|El|In|Op)\s)){1,30}"
"""`Becker`, `Jansen-Smit`; not the begin of `Bikker-Van Kooten`."""

_SURNAME = r"(?!Volt|Denk|Forum|Groep)[A-ZÀ-Þ][a-zà-þ]{2,30}(?![\w’'])"
"""A surname behind a given name and a particle, `Gijs van Dijk`; no party, as in `Kuik van Volt`."""

_PERSON = (
    rf"{_NAME}(?:-{_PREFIX}{_NAME}){{0,2}}"
    rf"(?:\s(?:van|de|den|der|ten|ter|el)(?:\s(?:de|den|der|het))?\s{_SURNAME}"
    r"|\s(?!Kamer|Tweede|Eerste|TK|EK|Handelingen|Motie|Zie|Dit|De|Het|Een|Over|In|Op|Van|Nr)[A-ZÀ-Þ][a-zà-þ]{2,30}(?=[\s,.;:()/]|$))?"
)
"""`Rajkowski`, `Bikker-Van Kooten`, `Six Dijkstra`, `Gijs van Dijk`. Every quantifier is bounded, as in `forms.py`."""

_PERSONS = rf"{_PREFIX}{_PERSON}(?:(?:\s[–-]\s|\s?/\s?|,\s|\sen\s){_PREFIX}{_PERSON}){{0,5}}(?:\sc\.s\.)?"
"""`Van Haersma Buma c.s.`, `Azmani – Yücel`, `Becker, Segers en Van der Staaij`: up to six."""

_PARTY = r"(?:\s\([A-Z][\w+]{1,15}\))?"
"""` (VVD)`, ` (GroenLinks)`, or nothing."""


@dataclass(frozen=True, slots=True)
class NamedPapers:
    """A stretch of a text, [start, end), that names papers, and the note that gives their numbers."""

    start: int
    end: int
    note: int
    papers: tuple[str, ...]


def named_in(text: str, markers: Sequence[NoteRef], papers: Mapping[int, Sequence[str]]) -> Iterator[NamedPapers]:
    """The names in a text. `papers` are those that each note cites."""
    behind = 0
    for marker in sorted(markers, key=lambda ref: ref.at):
        start, _ = sentence_at(text, marker.at)
        found = list(_name().finditer(text, max(start, behind), marker.at)) if papers.get(marker.n) else []
        if found:
            yield NamedPapers(found[-1].start(), found[-1].end(), marker.n, tuple(papers[marker.n]))
        behind = marker.at


_MEMBERS = r"(?:(?:het\s)?(?:[Kk]amer)?lid|(?:de\s)?(?:[Kk]amer)?leden)"
"""`het lid`, `de Kamerleden`."""

_TWO = r"[A-ZÀ-Þ][\w’']{2,30}-[A-ZÀ-Þ]"
"""The begin of two names with a hyphen: `Klaver-W`."""

_NOBODY = (
    r"(?!(?:Noord|Zuid|Oost|West|Midden|EU|VN)-|(?:Kamer|Tweede|Eerste|Europese|Nederland|Nederlandse|Provinciale)\b)"
)
"""What stands behind `motie` and is no member: `motie Noord-Holland over gas`, `motie Tweede Kamer (VVD)`."""

_SAID_OF_IT = (
    r"\s(?:over|inzake|betreffende|waarin|waarmee|van\s\d|is\s(?:aangenomen|verworpen|aangehouden|uitgevoerd))\b"
    r"|\s\([A-Z]"
)
"""What follows a single name if it is a member's: `motie Becker over taal`, `motie Becker (VVD)`."""

_MOVED = re.compile(
    rf"\b(?P<kind>[Mm]otie|[Aa]mendement)(?:-|\svan\s{_MEMBERS}\s"
    rf"|\s{_NOBODY}(?={_TWO}|{_PREFIX}{_NAME}(?:\s?/|\sc\.s\.|{_SAID_OF_IT})))(?P<authors>{_PERSONS})"
)
"""A motion or an amendment with who moved it: `motie-Azijn/Yücelik`, `amendement van het lid Becker c.s.`, `motie
Azijn/Yücelik`, `amendement Klaver-Westerveld`.
"""

_IN_MOVED, _IN_LETTER = ("otie", "mendement"), "rief"
"""What a text has that has any of these, or a letter with its day."""


LETTER = "brief"
"""The kind of what is called by its day."""


@dataclass(frozen=True, slots=True)
class Called:
    """A stretch of a text, [start, end), that calls a `motie` or an `amendement` by its authors, or a `brief` by its
    day.
    """

    start: int
    end: int
    kind: str
    by: str


def moved_in(text: str) -> Iterator[Called]:
    """Where a text calls a motion or an amendment by its authors."""
    for match in _MOVED.finditer(text) if any(piece in text for piece in _IN_MOVED) else ():
        start, end = sentence_at(text, match.start())
        if _other_houses().search(text, start, end):
            continue
        yield Called(match.start(), match.end(), match["kind"].lower(), " ".join(match["authors"].split()))


@cache
def _other_houses() -> re.Pattern[str]:
    """Who has motions of its own, in the same sentence: `de gemeenteraad verwierp de motie-Jansen`."""
    return re.compile(rf"\b(?:{'|'.join(data('citing')['other_houses'])})\b", re.IGNORECASE)


def letters_in(text: str) -> Iterator[Called]:
    """Where a text calls a letter by its day: `de brief van 2 juni`."""
    for match in _letter().finditer(text) if _IN_LETTER in text else ():
        yield Called(match.start(), match.end(), LETTER, " ".join(match["day"].split()))


@cache
def _letter() -> re.Pattern[str]:
    months = "|".join(data("dutch")["months"])
    day = rf"\d{{1,2}}\s(?:{months})(?:\s(?:19|20)\d\d)?"
    return re.compile(rf"\b(?:[Kk]amerb|[Bb])rief\s(?:van|d\.d\.)\s(?P<day>{day})(?!\w)")


@cache
def _name() -> re.Pattern[str]:
    """A kind of paper with its authors or its day, `motie-Becker (VVD)`, `motie van het lid Becker`, `brief van 3 juli
    2024`; a bill also without: `wetsvoorstel`.
    """
    dutch = data("dutch")
    kinds, months = "|".join(dutch["papers_by_name"]), "|".join(dutch["months"])
    member = r"(?:\svan\s(?:de\s|het\s)?(?:[Ll]eden|[Ll]id))?"
    day = rf"\svan\s(?:\d{{1,2}}\s)?(?:{months})(?:\s\d{{4}})?"
    by_whom = rf"-{_PERSONS}{_PARTY}|{member}\s{_PERSONS}{_PARTY}"
    return re.compile(rf"\b(?:(?:{kinds})(?:{by_whom}|{day})|(?:wetsvoorstel|voorstel\svan\swet)(?!\w))")
