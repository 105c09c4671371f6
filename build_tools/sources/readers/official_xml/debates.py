"""Questions with their answers, and debates: who asks, who speaks, and about what."""

from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from build_tools.model import FactKey, Kind
from build_tools.sources.readers.markup.guards import local
from build_tools.sources.readers.markup.pieces import SEAM, TaggedPiece, TaggedRun, piece
from build_tools.sources.readers.official_xml.flow import READINGS, TOP, PaperPlace, block, flow
from build_tools.sources.readers.official_xml.words import nodes, runs_of


def asked(element: etree._Element, place: PaperPlace) -> Iterator[TaggedPiece]:
    """A question or an answer, under its number."""
    numbers = [child for child in element if local(child) == "nr"][:1]
    for number in numbers:
        yield piece(runs_of(number, place.notes), Kind.HEADING, TOP)
    yield from flow(element, place.deeper, numbers)


def spoken(element: etree._Element, place: PaperPlace) -> Iterator[TaggedPiece]:
    """What somebody says in a debate, under the name."""
    speakers = [child for child in element if local(child) == "spreker"][:1]
    for speaker in speakers:
        yield from said_by(speaker, place)
    yield from flow(element, place.deeper, speakers)


def said_by(element: etree._Element, place: PaperPlace) -> Iterator[TaggedPiece]:
    """The one who speaks; in some files what is said stands within."""
    texts = [child for child in element if local(child) == "tekst"]
    names = [SEAM]
    for node in nodes(element):
        if isinstance(node, str):
            names.append(TaggedRun(node))
        elif node not in texts:
            names += [SEAM, *runs_of(node, place.notes), SEAM]
    yield piece(names, Kind.HEADING, place.level)
    for text in texts:
        yield from flow(text, place.deeper)


def titled(element: etree._Element, place: PaperPlace) -> Iterator[TaggedPiece]:
    """The title of a part of a debate."""
    own = piece(runs_of(element, place.notes), Kind.HEADING, place.level)
    yield replace(own, states=((FactKey.TITLE, own.text),))


def agenda_item(element: etree._Element, place: PaperPlace) -> Iterator[TaggedPiece]:
    """A part of a debate: its number and its title above all that is said."""
    titles = [child for child in element if local(child) == "item-titel"]
    numbers = [child for child in element if local(child) == "nr" and titles]
    for own in (*numbers, *titles):
        yield from block(own, place)
    yield from flow(element, place.deeper if titles else place, (*numbers, *titles))


READINGS.update({
    "vraag": asked,
    "antwoord": asked,
    "spreekbeurt": spoken,
    "spreker": said_by,
    "agendapunt": agenda_item,
    "item-titel": titled,
})  # fmt: skip
