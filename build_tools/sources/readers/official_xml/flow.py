"""The body of a paper, element by element, as pieces in reading order.

To read another element: write a function (element, place) -> pieces and name it in `READINGS`. What is not named
there is walked through: no text is lost.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from lxml import etree

from build_tools.draft import Given
from build_tools.model import Kind, Reason
from build_tools.sources.readers.markup.guards import local
from build_tools.sources.readers.markup.pieces import (
    SPACE,
    TaggedPiece,
    TaggedRun,
    joined,
    paragraphs,
    picture,
    piece,
)
from build_tools.sources.readers.official_xml.elements import BLOCKS, EMPHASES, PHRASES, SILENT, TEXTS
from build_tools.sources.readers.official_xml.words import PaperNotes, has_blocks, has_text, nodes, runs_of, text_of

TOP = 2
"""The level of the first headings below the title."""


Emphases = Mapping[etree._Element | None, Sequence[str]]


@dataclass(frozen=True, slots=True)
class PaperPlace:
    """Where in a paper an element stands: the level of the next heading, and how many lists are around it.

    `notes` and `emphases` are those of the whole paper: its notes, and how the headings of each part are set.
    """

    notes: PaperNotes
    emphases: Emphases = field(default_factory=dict)
    level: int = TOP
    lists: int = 0

    @property
    def deeper(self) -> "PaperPlace":
        return replace(self, level=self.level + 1)


Reading = Callable[[etree._Element, PaperPlace], Iterator[TaggedPiece]]


def flow(element: etree._Element, place: PaperPlace, without: Iterable[etree._Element] = ()) -> Iterator[TaggedPiece]:
    """All that an element holds: its own text as paragraphs, what begins on a line of its own by its reading."""
    left_aside = set(without)
    textual = local(element) in TEXTS or has_text(element)
    runs: list[TaggedRun] = []
    for node in nodes(element):
        if isinstance(node, str):
            runs.append(TaggedRun(node))
        elif node in left_aside:
            runs.append(SPACE)
        elif is_phrase(node, textual):
            runs += runs_of(node, place.notes)
        else:
            yield from written(runs)
            runs = []
            yield from block(node, place)
    yield from written(runs)


def is_phrase(element: etree._Element, textual: bool) -> bool:
    """Whether an element is part of the sentence around it."""
    name = local(element)
    return name in PHRASES or name in SILENT or (textual and name not in BLOCKS and not has_blocks(element))


def written(runs: list[TaggedRun]) -> Iterator[TaggedPiece]:
    """Runs as paragraphs, if they have any text."""
    if any(run.text.strip() for run in runs):
        yield from (piece(part) for part in paragraphs(runs))


def block(element: etree._Element, place: PaperPlace) -> Iterator[TaggedPiece]:
    """What begins on a line of its own."""
    if local(element) in SILENT:
        return
    reading = READINGS.get(local(element), section)
    yield from reading(element, heading_levels(element, place))


def heading_levels(element: etree._Element, place: PaperPlace) -> PaperPlace:
    """The place within an annex, whose headings begin anew."""
    return replace(place, level=TOP, lists=0) if local(element) == "bijlage" else place


def section(element: etree._Element, place: PaperPlace) -> Iterator[TaggedPiece]:
    """An element with a heading of its own, or one without: then all of it is content of what is around it."""
    heads = [child for child in element if local(child) == "kop"]
    if not heads:
        yield from flow(element, place)
        return
    yield from heading(heads[0], place)
    yield from flow(element, place.deeper, heads[:1])


def heading(element: etree._Element, place: PaperPlace) -> Iterator[TaggedPiece]:
    """`Hoofdstuk 2 Maatregelen`, with its label and number apart."""
    number = " ".join(text_of(child) for child in element if local(child) in ("label", "nr"))
    own = piece(runs_of(element, place.notes), Kind.HEADING, place.level)
    yield replace(own, number=number)


def between(element: etree._Element, place: PaperPlace) -> Iterator[TaggedPiece]:
    """A heading between the text; its weight is that of its type among those of the same part."""
    parent = element.getparent()
    rank = place.emphases[parent].index(emphasis(element)) if parent in place.emphases else 0
    yield piece(runs_of(element, place.notes), Kind.HEADING, place.level + rank)


def emphases_in(root: etree._Element) -> Emphases:
    """For each part of a paper, the types of the headings between its text, the strongest first."""
    found: dict[etree._Element | None, set[str]] = {}
    for element in root.iter("{*}tussenkop"):
        found.setdefault(element.getparent(), set()).add(emphasis(element))
    return {part: sorted(types, key=strength) for part, types in found.items()}


def strength(type_: str) -> int:
    """How strong a type of heading is, 0 the strongest."""
    return EMPHASES.index(type_) if type_ in EMPHASES else len(EMPHASES)


def emphasis(element: etree._Element) -> str:
    return element.get("kopopmaak") or EMPHASES[0]


def shown(element: etree._Element, place: PaperPlace) -> Iterator[TaggedPiece]:
    """A picture: it is named, and what is written with it is text."""
    size = " × ".join(value for key in ("breedte", "hoogte") if (value := element.get(key)))
    name = element.get("naam") or element.get("url") or "zonder naam"
    yield picture(f"Afbeelding {name}" + (f" ({size})" if size else ""))
    yield from flow(element, place)


def signed(element: etree._Element, place: PaperPlace) -> Iterator[TaggedPiece]:
    """Role and name of each who signs, a line each; a name ends what belongs together."""
    first = True
    for child in named_parts(element):
        for own in signature_lines(child, place):
            yield replace(own, goes_on=not first)
            first = False
        first = first or local(child) == "naam"


def named_parts(element: etree._Element) -> list[etree._Element]:
    """What a signature consists of; itself where its text stands directly in it."""
    return [element] if has_text(element) else [child for child in element if local(child)]


def signature_lines(element: etree._Element, place: PaperPlace) -> Iterator[TaggedPiece]:
    """A role or a name as one line; anything else in a signature by its own paragraphs."""
    if local(element) in ("functie", "naam", *PHRASES):
        yield piece(runs_of(element, place.notes), Kind.SIGNATURE)
    else:
        yield from (replace(own, given=Given(0, Kind.SIGNATURE)) for own in flow(element, place))


def noted(element: etree._Element, place: PaperPlace) -> TaggedPiece:
    """The text of a note, its number before it."""
    number = next((child for child in element if local(child) == "noot.nr"), None)
    text = joined(flow(element, place, [] if number is None else [number]))
    n = place.notes.numbers[element]
    printed = text_of(number)
    runs = (TaggedRun(printed, cut=Reason.NOTE_NUMBER), SPACE, *text) if printed else text
    return TaggedPiece(runs, Given(0, Kind.NOTE, note=n, printed=printed))


READINGS: dict[str, Reading] = {
    "kop": heading,
    "tussenkop": between,
    "illustratie": shown,
    "ondertekening": signed,
}
"""How elements are read that are more than their text; `lists`, `tables`, `debates` and `heads` add theirs."""
