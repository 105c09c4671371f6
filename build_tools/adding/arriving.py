"""A file that comes in, read to its end; what is kept of it is small, so that hundreds can come at once.

After `arrivals`: every letter is proven like those of a build, and has an id that no other one has, or it is the same
file as a letter that is there. A file that cannot be read is a mistake; one on which the program fails is a fault.
Neither stops the others.
"""

from array import array
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from build_tools.adding.asked import Incoming
from build_tools.adding.naming import free_id, safe_ending, wanted_id
from build_tools.adding.there import FolderThere
from build_tools.compare.telling.doubt_words import tells
from build_tools.errors import UserError
from build_tools.model import Doubt, DoubtKind, Fact, FactKey, Letter
from build_tools.papers.of_letter import kamerstuk
from build_tools.papers.wanted import missing_of
from build_tools.reading.letter import read_letter
from build_tools.sources.ids import folded, kind_of
from build_tools.sources.readers import document_of, id_of, letter_content
from build_tools.versions.index import codes_of

FEW = 5
"""So many doubts of a letter are named, and versions: what is beyond a few lines is for the build to tell."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """A letter that was read, and the name that its file gets in the folder.

    `there` is the id of the letter that has the same bytes; then it gets none. `wanted` is the id that it would have
    had, were it free. `number` is the paper as Dutch readers write it: `32 824, nr. 448`. `doubts` are the gravest of
    the places where its reading may be wrong, which `doubtful` counts.
    """

    file: Incoming
    digest: str
    id: str
    name: str
    wanted: str
    there: str | None
    facts: Mapping[FactKey, Fact]
    number: str | None
    notes: int
    words: "array[int]"
    doubts: tuple[str, ...]
    doubtful: int
    remarks: tuple[str, ...]

    @property
    def missing(self) -> tuple[FactKey, ...]:
        """What an editor is asked for."""
        return missing_of(self.facts)


@dataclass(frozen=True, slots=True)
class Fault:
    """A file on which the program fails: not the user's to mend."""

    file: Incoming
    error: Exception


def arrivals(files: Iterable[Incoming], there: FolderThere) -> Iterator[Arrival | UserError | Fault]:
    """Read the files one by one; nothing is kept of one when the next one comes but its arrival."""
    taken = dict(there.kinds)
    seen: dict[str, str] = {}
    for file in files:
        try:
            arrival = _arrival(file, there, taken, seen)
        except UserError as error:
            yield error
        except Exception as error:  # a fault in one of hundreds: the others are read, and then it is raised
            yield Fault(file, error)
        else:
            if arrival.there is None:
                taken[folded(arrival.id)] = kind_of(Path(arrival.name))
                seen[arrival.digest] = arrival.id
            yield arrival


def _arrival(file: Incoming, there: FolderThere, taken: Mapping[str, str], seen: Mapping[str, str]) -> Arrival:
    content = letter_content(file.path)
    letter = read_letter(document_of(file.path, content))
    digest = letter.source.sha256
    same = seen.get(digest) or there.same_as(len(content), digest)
    wanted, ending = wanted_id(file.path, letter), safe_ending(file.path)
    name = f"{free_id(id_of(Path(wanted + ending)), kind_of(Path(wanted + ending)), taken)}{ending}"
    doubts = doubts_of(letter)
    words = codes_of(letter.text)
    return Arrival(
        file, digest, same or id_of(Path(name)), name, wanted, same, letter.facts, kamerstuk(letter),
        len(letter.notes), words, doubts[:FEW], len(doubts), letter.source.remarks,
    )  # fmt: skip


def doubts_of(letter: Letter) -> tuple[str, ...]:
    """Where the reading of a letter may be wrong, the gravest first, a line for each place."""
    order = list(DoubtKind)
    found = sorted(letter.doubts, key=lambda doubt: (order.index(doubt.kind), doubt.line))
    return tuple(f"{_place(doubt)}: {tells(doubt)}" for doubt in found)


def _place(doubt: Doubt) -> str:
    """`page 2, line 68`: in a PDF nobody sees lines."""
    return f"page {doubt.page}, line {doubt.line}" if doubt.page > 1 else f"line {doubt.line}"
