"""The body of a paper, element by element, as pieces in reading order.

To read another element: write a function (element, place) -> pieces and name it in `READINGS`. What is not named
there is walked through: no text is lost.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from lxml import etree

from build_tools.draft import Given
from build_tools.model import FactKey, Kind, Reason
from build_tools.sources.readers.markup.guards import local
from build_tools.sources.readers.markup.list_marks import bullet, counted
from build_tools.sources.readers.markup.pieces import (
    SEAM,
    SPACE,
    Piece,
    Run,
    folded,
    joined,
    paragraphs,
    picture,
    piece,
)
from build_tools.sources.readers.official_xml.elements import BLOCKS, EMPHASES, PHRASES, SILENT, TEXTS
from build_tools.sources.readers.official_xml.words import Notes, has_blocks, has_text, nodes, runs_of, text_of

TOP = 2
"""The level of the first headings below the title."""


Emphases = Mapping[etree._Element | None, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a paper an element stands: the level of the next heading, and how many lists are around it.

    `notes` and `emphases` are those of the whole paper: its notes, and how the headings of each part are set.
    """

    notes: Notes
    emphases: Emphases = field(default_factory=dict)
    level: int = TOP
    lists: int = 0

    @property
    def deeper(self) -> "Place":
        return replace(self, level=self.level + 1)


Reading = Callable[[etree._Element, Place], Iterator[Piece]]


def flow(element: etree._Element, place: Place, without: Iterable[etree._Element] = ()) -> Iterator[Piece]:
    """All that an element holds: its own text as paragraphs, what begins on a line of its own by its reading."""
    left_aside = set(without)
    textual = local(element) in TEXTS or has_text(element)
    runs: list[Run] = []
    for node in nodes(element):
        if isinstance(node, str):
            runs.append(Run(node))
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


def written(runs: list[Run]) -> Iterator[Piece]:
    """Runs as paragraphs, if they have any text."""
    if any(run.text.strip() for run in runs):
        yield from (piece(part) for part in paragraphs(runs))


def block(element: etree._Element, place: Place) -> Iterator[Piece]:
    """What begins on a line of its own."""
    if local(element) in SILENT:
        return
    reading = READINGS.get(local(element), section)
    yield from reading(element, heading_levels(element, place))


def heading_levels(element: etree._Element, place: Place) -> Place:
    """The place within an annex, whose headings begin anew."""
    return replace(place, level=TOP, lists=0) if local(element) == "bijlage" else place


def section(element: etree._Element, place: Place) -> Iterator[Piece]:
    """An element with a heading of its own, or one without: then all of it is content of what is around it."""
    heads = [child for child in element if local(child) == "kop"]
    if not heads:
        yield from flow(element, place)
        return
    yield from heading(heads[0], place)
    yield from flow(element, place.deeper, heads[:1])


def heading(element: etree._Element, place: Place) -> Iterator[Piece]:
    """`Hoofdstuk 2 Maatregelen`, with its label and number apart."""
    number = " ".join(text_of(child) for child in element if local(child) in ("label", "nr"))
    own = piece(runs_of(element, place.notes), Kind.HEADING, place.level)
    yield replace(own, number=number)


def between(element: etree._Element, place: Place) -> Iterator[Piece]:
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


def listed(element: etree._Element, place: Place) -> Iterator[Piece]:
    """A list: each item with its mark, what stands deeper in it below it."""
    items = [child for child in element if local(child) == "li"]
    marks = [mark_of(item, element, index) for index, item in enumerate(items)]
    within = replace(place, lists=place.lists + 1)
    own = iter(marks)
    for child in element:
        if local(child) == "li":
            yield from item(child, next(own), marks, within)
        elif local(child):
            yield from block(child, place)


def mark_of(item: etree._Element, list_: etree._Element, index: int) -> str:
    """The mark of an item as the file states it, or as its list counts it."""
    own = next((child for child in item if local(child) == "li.nr"), None)
    if own is not None:
        return text_of(own)
    start = list_.get("start") or "1"
    first = int(start) if start.isdecimal() and len(start) < 5 else 1
    return counted(list_.get("type") or "", first + index, list_.get("nr-sluiting") or "")


def item(element: etree._Element, mark: str, marks: list[str], place: Place) -> Iterator[Piece]:
    """An item: its first paragraph has the mark, the others are paragraphs below it."""
    numbers = [child for child in element if local(child) == "li.nr"]
    yield from marked(flow(element, place, numbers), mark, marks, place.lists)


def marked(pieces: Iterable[Piece], mark: str, marks: list[str], level: int) -> Iterator[Piece]:
    """The pieces of an item, the first paragraph with the mark before it."""
    own = bullet(mark, marks)
    before = (Run(f"{mark} "),) if mark else ()
    given = Given(0, Kind.ITEM, level, own)
    for index, inner in enumerate(pieces):
        if index == 0 and inner.given.kind is Kind.PARAGRAPH and not inner.picture:
            yield Piece((*before, *inner.runs), given)
            continue
        if index == 0 and mark:
            yield Piece(folded(before), replace(given, bullet=own and replace(own, kept=True, width=0)))
        yield inner


def numbered(element: etree._Element, place: Place) -> Iterator[Piece]:
    """A member of an article: `1. In deze wet wordt verstaan onder …`."""
    number = next((child for child in element if local(child) == "lidnr"), None)
    within = replace(place, lists=place.lists + 1)
    inner = flow(element, within, [] if number is None else [number])
    yield from marked(inner, text_of(number), [], within.lists)


def shown(element: etree._Element, place: Place) -> Iterator[Piece]:
    """A picture: it is named, and what is written with it is text."""
    size = " × ".join(value for key in ("breedte", "hoogte") if (value := element.get(key)))
    name = element.get("naam") or element.get("url") or "zonder naam"
    yield picture(f"Afbeelding {name}" + (f" ({size})" if size else ""))
    yield from flow(element, place)


def signed(element: etree._Element, place: Place) -> Iterator[Piece]:
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


def signature_lines(element: etree._Element, place: Place) -> Iterator[Piece]:
    """A role or a name as one line; anything else in a signature by its own paragraphs."""
    if local(element) in ("functie", "naam", *PHRASES):
        yield piece(runs_of(element, place.notes), Kind.SIGNATURE)
    else:
        yield from (replace(own, given=Given(0, Kind.SIGNATURE)) for own in flow(element, place))


def asked(element: etree._Element, place: Place) -> Iterator[Piece]:
    """A question or an answer, under its number."""
    numbers = [child for child in element if local(child) == "nr"][:1]
    for number in numbers:
        yield piece(runs_of(number, place.notes), Kind.HEADING, TOP)
    yield from flow(element, place.deeper, numbers)


def spoken(element: etree._Element, place: Place) -> Iterator[Piece]:
    """What somebody says in a debate, under the name."""
    speakers = [child for child in element if local(child) == "spreker"][:1]
    for speaker in speakers:
        yield from said_by(speaker, place)
    yield from flow(element, place.deeper, speakers)


def said_by(element: etree._Element, place: Place) -> Iterator[Piece]:
    """The one who speaks; in some files what is said stands within."""
    texts = [child for child in element if local(child) == "tekst"]
    names = [SEAM]
    for node in nodes(element):
        if isinstance(node, str):
            names.append(Run(node))
        elif node not in texts:
            names += [SEAM, *runs_of(node, place.notes), SEAM]
    yield piece(names, Kind.HEADING, place.level)
    for text in texts:
        yield from flow(text, place.deeper)


def titled(element: etree._Element, place: Place) -> Iterator[Piece]:
    """The title of a part of a debate."""
    own = piece(runs_of(element, place.notes), Kind.HEADING, place.level)
    yield replace(own, states=((FactKey.TITLE, own.text),))


def agenda_item(element: etree._Element, place: Place) -> Iterator[Piece]:
    """A part of a debate: its number and its title above all that is said."""
    titles = [child for child in element if local(child) == "item-titel"]
    numbers = [child for child in element if local(child) == "nr" and titles]
    for own in (*numbers, *titles):
        yield from block(own, place)
    yield from flow(element, place.deeper if titles else place, (*numbers, *titles))


def noted(element: etree._Element, place: Place) -> Piece:
    """The text of a note, its number before it."""
    number = next((child for child in element if local(child) == "noot.nr"), None)
    text = joined(flow(element, place, [] if number is None else [number]))
    n = place.notes.numbers[element]
    printed = text_of(number)
    runs = (Run(printed, cut=Reason.NOTE_NUMBER), SPACE, *text) if printed else text
    return Piece(runs, Given(0, Kind.NOTE, note=n, printed=printed))


READINGS: dict[str, Reading] = {
    "kop": heading,
    "tussenkop": between,
    "lijst": listed,
    "lid": numbered,
    "illustratie": shown,
    "ondertekening": signed,
    "vraag": asked,
    "antwoord": asked,
    "spreekbeurt": spoken,
    "spreker": said_by,
    "agendapunt": agenda_item,
    "item-titel": titled,
}
"""How elements are read that are more than their text; `tables` and `heads` add theirs."""
