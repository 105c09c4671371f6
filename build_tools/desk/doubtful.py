"""Letters with doubts that nobody has settled, the worst first: each place in the source beside what was read there."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from build_tools.addresses import page_path
from build_tools.compare.telling.doubt_words import says
from build_tools.desk.catalogue_file import Addition, CatalogueFile
from build_tools.desk.marked import SourceExcerpt, around
from build_tools.desk.reading import as_shown, part_at
from build_tools.model import Doubt, DoubtKind, Letter
from build_tools.pages.registers.doubted_places import line_address
from build_tools.papers.of_letter import title

MOST_PLACES = 12
"""Places of one letter that are shown at once: a morning's work; the next ones come when these are settled."""

SETTLED = "zo staat het in het stuk"
"""What an editor says who found that the reading is right."""


@dataclass(frozen=True, slots=True)
class DoubtfulPlace:
    """A line of a source with what may be wrong there: its lines, the block or note that has them (None: they were left
    out, for a reason), the end of the address of the line, and what settles it.
    """

    line: int
    page: int
    says: tuple[str, ...]
    source: SourceExcerpt
    address: str
    anchor: str | None
    called: str
    reading: Markup | None
    left_out: str
    addition: Addition


@dataclass(frozen=True, slots=True)
class DoubtfulLetter:
    """A letter with open doubts: `count` are all its places, `addition` settles those that are shown in one go."""

    id: str
    path: str
    title: str
    file: str
    count: int
    places: tuple[DoubtfulPlace, ...]
    addition: Addition


def doubtful_letters(letters: Iterable[Letter], catalogue: CatalogueFile) -> list[DoubtfulLetter]:
    """Letters with open doubts: those with the gravest kind first, of these those with the most."""
    doubtful = [(letter, by_line(letter)) for letter in letters if open_doubts_of(letter)]
    doubtful.sort(key=lambda one: (_gravest(one[0]), -len(one[1]), one[0].id))
    return [_letter(letter, places, catalogue) for letter, places in doubtful]


def open_doubts_of(letter: Letter) -> list[Doubt]:
    """The doubts of a letter that nobody has settled."""
    return [doubt for doubt in letter.doubts if doubt.settled is None]


def by_line(letter: Letter) -> list[list[Doubt]]:
    """The open doubts of a letter by line, as its catalogue settles them; the gravest line first."""
    doubts = sorted(open_doubts_of(letter), key=lambda doubt: doubt.line)
    places = [list(group) for _, group in groupby(doubts, lambda doubt: doubt.line)]
    return sorted(places, key=lambda place: (min(map(_gravity, place)), place[0].line))


def _gravest(letter: Letter) -> int:
    return min(map(_gravity, open_doubts_of(letter)))


def _gravity(doubt: Doubt) -> int:
    return list(DoubtKind).index(doubt.kind)


def _letter(letter: Letter, places: Sequence[Sequence[Doubt]], catalogue: CatalogueFile) -> DoubtfulLetter:
    shown = places[:MOST_PLACES]
    lines, addition = letter.source.text.split("\n"), settling(letter.id, [place[0].line for place in shown], catalogue)
    return DoubtfulLetter(
        letter.id, page_path(letter.id), title(letter), letter.source.name, len(places),
        tuple(_place(letter, lines, place, catalogue) for place in shown), addition,
    )  # fmt: skip


def settling(id_: str, lines: Iterable[int], catalogue: CatalogueFile) -> Addition:
    """What says in the catalogue that the reading is right at lines of a letter."""
    items = [(f"- at: {line}", f"  settled: {SETTLED}") for line in lines]
    flow = ", ".join(f"{item[0][2:]}, {item[1].strip()}".join("{}") for item in items)
    return catalogue.addition(id_, "doubts", [line for item in items for line in item], flow)


def _place(letter: Letter, lines: Sequence[str], doubts: Sequence[Doubt], catalogue: CatalogueFile) -> DoubtfulPlace:
    line, texts = doubts[0].line, [doubt.text for doubt in doubts]
    anchor = next((doubt.anchor for doubt in doubts if doubt.anchor), None)
    part = part_at(letter, anchor) if anchor else None
    return DoubtfulPlace(
        line, doubts[0].page, tuple(dict.fromkeys(map(says, doubts))), around(lines, line, texts),
        line_address(lines, line), anchor, letter.place_names[anchor] if anchor else "",
        as_shown(part, texts) if part else None, ", ".join(_reasons(letter, line)),
        settling(letter.id, [line], catalogue),
    )  # fmt: skip


def _reasons(letter: Letter, line: int) -> Iterator[str]:
    """Why the words of a line do not stand in the text."""
    yield from dict.fromkeys(entry.reason.value for entry in letter.ledger.left_out if entry.line == line)
