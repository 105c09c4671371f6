"""A page, element by element, as pieces in reading order: the paper as what it is, the rest as what is around it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from lxml import etree

from build_tools.draft import Given
from build_tools.model import Kind, Reason
from build_tools.sources.readers.markup.guards import local
from build_tools.sources.readers.markup.items import marked
from build_tools.sources.readers.markup.list_marks import counted
from build_tools.sources.readers.markup.pieces import (
    LINE,
    SPACE,
    TaggedPiece,
    TaggedRun,
    joined,
    note,
    paragraphs,
    picture,
    piece,
    printed_lines,
)
from build_tools.sources.readers.official_html.elements import (
    BLOCKS,
    HEADINGS,
    MARKS,
    SILENT,
    classes,
    is_chrome,
    is_note,
)
from build_tools.sources.readers.official_html.heads import heading_number, is_title, title
from build_tools.sources.readers.official_html.notes import PageNotes, number_of, words

SIGNING = {"functie", "naam"}
"""Classes of the parts of a signature."""


@dataclass(frozen=True, slots=True)
class PagePlace:
    """Where on a page an element stands: the root of the paper, whether within it, how many lists are around it."""

    paper: etree._Element
    notes: PageNotes
    inside: bool = False
    lists: int = 0
    aside: frozenset[etree._Element] = frozenset()
    """What was read already: the mark of an item, the number of a note."""

    @property
    def around(self) -> Reason | None:
        return None if self.inside else Reason.AROUND

    def without(self, element: etree._Element | None) -> "PagePlace":
        """The same place, where an element is left aside that was read already."""
        return self if element is None else replace(self, aside=self.aside | {element})


def flow(element: etree._Element, place: PagePlace) -> Iterator[TaggedPiece]:
    """All that an element holds: its own text as paragraphs, what begins on a line of its own as that."""
    runs: list[TaggedRun] = []
    for node in nodes(element):
        if isinstance(node, str):
            runs.append(TaggedRun(node))
        elif local(node) == "img":
            yield from shown(node, place)
        elif is_phrase(node):
            runs += runs_of(node, place)
        else:
            yield from written(runs, place)
            runs = []
            yield from block(node, place)
    yield from written(runs, place)


def nodes(element: etree._Element) -> Iterator[str | etree._Element]:
    """The text and the elements directly in an element, in order; without what shows no text."""
    yield element.text or ""
    for child in element:
        if local(child) and local(child) not in SILENT:
            yield child
        yield child.tail or ""


def is_phrase(element: etree._Element) -> bool:
    """Whether an element is part of the sentence around it."""
    if local(element) in BLOCKS or is_chrome(element):
        return False
    return not any(local(inner) in BLOCKS or is_chrome(inner) for inner in element.iterdescendants() if local(inner))


def runs_of(element: etree._Element, place: PagePlace) -> Iterator[TaggedRun]:
    """All text in an element as one sentence, calls of notes at their places."""
    if element in place.aside:
        yield SPACE
        return
    if element in place.notes.calls:
        yield TaggedRun(words(element), note=place.notes.calls[element])
        return
    if local(element) == "br":
        yield LINE
    for node in nodes(element):
        if isinstance(node, str):
            yield TaggedRun(node)
        else:
            yield from runs_of(node, place)


def written(runs: list[TaggedRun], place: PagePlace) -> Iterator[TaggedPiece]:
    """Runs as paragraphs, if they have any text."""
    if any(run.text.strip() for run in runs):
        yield from (piece(part, reason=place.around) for part in paragraphs(runs))


def block(element: etree._Element, place: PagePlace) -> Iterator[TaggedPiece]:
    """What begins on a line of its own."""
    if element is place.paper:
        place = replace(place, inside=True)
    if not place.inside or is_chrome(element):
        yield from flow(element, replace(place, inside=False))
    else:
        yield from in_paper(element, place)


def in_paper(element: etree._Element, place: PagePlace) -> Iterator[TaggedPiece]:
    """A part of the paper by what it is."""
    name = local(element)
    if is_note(element) and element in place.notes.numbers:
        yield from noted(element, place)
    elif is_title(element):
        yield from title(element, list(runs_of(element, place)))
    elif "ondertekening" in classes(element):
        yield from signed(element, place)
    elif is_between(element):
        yield from headed(element, place)
    else:
        yield from READINGS.get(name, flow)(element, place)


def is_between(element: etree._Element) -> bool:
    """Whether an element is a heading between the text by its class, and holds nothing on a line of its own."""
    return "tussenkop" in classes(element) and not any(local(inner) in BLOCKS for inner in element.iterdescendants())


def headed(element: etree._Element, place: PagePlace) -> Iterator[TaggedPiece]:
    """A heading, with its number apart; one that only its class tells stands below all those of parts."""
    own = piece(runs_of(element, place), Kind.HEADING, HEADINGS.get(local(element), max(HEADINGS.values())))
    yield replace(own, number=heading_number(own.text))


def shown(element: etree._Element, place: PagePlace) -> Iterator[TaggedPiece]:
    """A picture in the paper is named."""
    if place.inside:
        name = (element.get("src") or "").rpartition("/")[2][:100] or "zonder naam"
        size = " × ".join(value for key in ("width", "height") if (value := element.get(key)))
        alt = f" («{element.get('alt')}»)" if element.get("alt") else ""
        yield picture(f"Afbeelding {name}{alt}" + (f" ({size})" if size else ""))


def listed(element: etree._Element, place: PagePlace) -> Iterator[TaggedPiece]:
    """A list: each item with its mark, what stands deeper in it below it."""
    items = [child for child in element if local(child) == "li"]
    stated = [mark_in(item) for item in items]
    marks = [counted_mark(element, at) if said is None else words(said) for at, said in enumerate(stated)]
    within = replace(place, lists=place.lists + 1)
    own = iter(zip(stated, marks, strict=True))
    for node in nodes(element):
        if not isinstance(node, str) and local(node) == "li":
            said, mark = next(own)
            yield from marked(flow(node, within.without(said)), mark, marks, within.lists)
        elif not isinstance(node, str):
            yield from block(node, place)
        elif node.strip():
            yield piece([TaggedRun(node)])


def mark_in(item: etree._Element) -> etree._Element | None:
    """The element with the mark of an item, the first thing in it."""
    for element in item.iterdescendants():
        if local(element) and classes(element) & MARKS and local(element) not in ("ol", "ul"):
            return element
        if local(element) in ("ol", "ul", "li") or (element.text or "").strip():
            return None
    return None


def counted_mark(list_: etree._Element, at: int) -> str:
    """The mark that a web browser shows before an item."""
    start = list_.get("start") or "1"
    if local(list_) == "ol":
        return counted(list_.get("type") or "1", (int(start) if start.isdecimal() else 1) + at, ".")
    plain = any("unstyled" in name or name in ("reset", "expliciet") for name in classes(list_))
    return "" if plain else counted("bullet", 1, "")


def signed(element: etree._Element, place: PagePlace) -> Iterator[TaggedPiece]:
    """Role and name of each who signs, a line each."""
    before: set[str] = set()
    first = True
    for what, own in signature_lines(element, place, set()):
        first = first or ("naam" in before and "functie" in what)
        yield replace(own, given=Given(0, Kind.SIGNATURE), goes_on=not first)
        before, first = what, False


def signature_lines(
    element: etree._Element, place: PagePlace, what: set[str]
) -> Iterator[tuple[set[str], TaggedPiece]]:
    """The lines of a signature as printed, a role and a name apart; each with what it is."""
    runs: list[TaggedRun] = []
    for node in nodes(element):
        if isinstance(node, str):
            runs.append(TaggedRun(node))
        elif is_phrase(node) and not classes(node) & SIGNING:
            runs += runs_of(node, place)
        else:
            yield from ((what, own) for own in _lines(runs))
            runs = []
            yield from signature_lines(node, place, classes(node) & SIGNING or what)
    yield from ((what, own) for own in _lines(runs))


def _lines(runs: list[TaggedRun]) -> Iterator[TaggedPiece]:
    for line in printed_lines(runs):
        own = piece(line)
        if own.text:
            yield own


def noted(element: etree._Element, place: PagePlace) -> Iterator[TaggedPiece]:
    """A note; the button that closes it belongs to the page."""
    number = number_of(element)
    pieces = list(flow(element, place.without(number)))
    yield from (own for own in pieces if own.given.left_out or own.picture)
    text = joined(own for own in pieces if not own.given.left_out and not own.picture)
    yield note(place.notes.numbers[element], "" if number is None else words(number), text)


READINGS: dict[str, Callable[[etree._Element, PagePlace], Iterator[TaggedPiece]]] = {
    **dict.fromkeys(HEADINGS, headed),
    **dict.fromkeys(("ul", "ol", "dir"), listed),
}
"""How elements of a paper are read that are more than their text; `tables` adds its own."""
