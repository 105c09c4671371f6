"""The sentences of a paper: text with emphasis, links and calls of notes, as runs."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from build_tools.sources.readers.markup.guards import local
from build_tools.sources.readers.markup.pieces import SEAM, TaggedRun
from build_tools.sources.readers.official_xml.elements import BLOCKS, NAMES, PHRASES, SILENT, TEXTS
from build_tools.sources.readers.official_xml.parsing import character

NEW_LINE = {"regeleinde", "nieuweregel", "linebreak", "br"}


@dataclass(frozen=True, slots=True)
class PaperNotes:
    """The notes of a paper: the number through the document of each, and of what refers to one by its id."""

    numbers: Mapping[etree._Element, int]
    by_id: Mapping[str, int] = field(default_factory=dict)


def notes_in(root: etree._Element) -> PaperNotes:
    """All notes, in the order in which they are called."""
    numbers = {note: n for n, note in enumerate(root.iter("{*}noot"), start=1)}
    return PaperNotes(numbers, {id_: n for note, n in numbers.items() if (id_ := note.get("id"))})


def nodes(element: etree._Element) -> Iterator[str | etree._Element]:
    """The text and the elements directly in an element, in order; without comments and instructions."""
    yield element.text or ""
    for child in element:
        if isinstance(child, etree._Entity):
            yield character(child.text or "")
        elif local(child):
            yield child
        elif isinstance(child, etree._ProcessingInstruction) and child.target in NEW_LINE:
            yield "\n"
        yield child.tail or ""


def runs_of(element: etree._Element, notes: PaperNotes) -> Iterator[TaggedRun]:
    """All text in an element as one sentence, calls of notes at their places."""
    name = local(element)
    if name == "noot":
        yield TaggedRun(number_of(element), note=notes.numbers[element])
        return
    if name == "nootref":
        yield from referred(element, notes)
        return
    if name in SILENT:
        return
    if name in NEW_LINE:
        yield TaggedRun(line=True)
    parts = name in NAMES or (name not in TEXTS and name not in PHRASES and not has_text(element))
    for node in nodes(element):
        if isinstance(node, str):
            yield TaggedRun(node)
        else:
            seam = (parts and local(node) not in PHRASES) or local(node) in BLOCKS
            yield from [SEAM] * seam
            yield from runs_of(node, notes)
            yield from [SEAM] * seam


def referred(element: etree._Element, notes: PaperNotes) -> Iterator[TaggedRun]:
    """The second call of a note."""
    id_ = element.get("refid") or element.get("idref") or ""
    yield TaggedRun("".join(element.itertext()).strip(), note=notes.by_id.get(id_, 0))


def number_of(note: etree._Element) -> str:
    """The number of a note as printed."""
    printed = note.find("{*}noot.nr")
    return "" if printed is None else " ".join("".join(printed.itertext()).split())


def has_text(element: etree._Element) -> bool:
    """Whether an element has text of its own, beside that of the elements in it."""
    return any(isinstance(node, str) and node.strip() for node in nodes(element))


def has_blocks(element: etree._Element) -> bool:
    """Whether something in it begins on a line of its own."""
    return any(local(inner) in BLOCKS for inner in element.iterdescendants() if local(inner))


def text_of(element: etree._Element | None) -> str:
    """The words of an element, without its notes, with single spaces."""
    if element is None:
        return ""
    return " ".join("".join(_words(element)).split())


def _words(element: etree._Element) -> Iterator[str]:
    for node in nodes(element):
        if isinstance(node, str):
            yield node
        elif local(node) not in ("noot", *SILENT):
            seam = local(node) not in PHRASES and local(element) in NAMES
            yield from (" ", *_words(node), " ") if seam else _words(node)
