"""The notes of a page and their calls: links to what stands in a note.

After `notes_in`: the notes are numbered in the order of their first calls.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from build_tools.sources.readers.markup.guards import local
from build_tools.sources.readers.official_html.elements import classes, is_note

NUMBER = {"nootnum", "noot-nummer", "nootnr"}
"""Classes of the number of a note."""
LONGEST_NUMBER = 4
"""Characters of the number of a note at the most, `123.` or `[12]`: raised text can be more than a number."""


@dataclass(frozen=True, slots=True)
class PageNotes:
    """The number through the document of each note, and the note that each call refers to."""

    numbers: Mapping[etree._Element, int]
    calls: Mapping[etree._Element, int]


def notes_in(page: etree._Element) -> PageNotes:
    """All notes of a page and all their calls."""
    notes = [element for element in page.iter() if is_note(element) and not within_note(element)]
    by_id = {id_: note for note in notes for id_ in ids_in(note)}
    calls = list(called(page, by_id))
    order: dict[etree._Element, int] = {}
    for _, note in calls:
        order.setdefault(note, len(order) + 1)
    for note in notes:
        order.setdefault(note, len(order) + 1)
    return PageNotes(order, {link: order[note] for link, note in calls})


def within_note(element: etree._Element) -> bool:
    return any(is_note(above) for above in element.iterancestors())


def ids_in(note: etree._Element) -> Iterator[str]:
    """The ids by which a note can be called."""
    for element in note.iter():
        if local(element):
            yield from (value for key in ("id", "name") if (value := element.get(key)))


def called(
    page: etree._Element, by_id: Mapping[str, etree._Element]
) -> Iterator[tuple[etree._Element, etree._Element]]:
    """Each call with its note: by its address, or, where that is lost, by the number that both have."""
    by_number = {number_in(note): note for note in by_id.values()}
    for element in page.iter():
        if not local(element) or is_note(element) or within_note(element):
            continue
        target = by_id.get((element.get("href") or "").partition("#")[2])
        if target is not None and local(element) == "a":
            yield element, target
        elif classes(element) & NUMBER and not element.get("href"):
            loose = by_number.get(words(element))
            if loose is not None:
                yield element, loose


def number_in(note: etree._Element) -> str:
    """The number of a note as printed."""
    own = number_of(note)
    return "" if own is None else words(own)


def number_of(note: etree._Element) -> etree._Element | None:
    """The element with the number of a note: the first thing in it that is set as one."""
    for element in note.iter():
        set_as_one = local(element) and (classes(element) & NUMBER or local(element) == "sup")
        if set_as_one and len(words(element)) <= LONGEST_NUMBER:
            return element
    return None


def words(element: etree._Element) -> str:
    return " ".join("".join(element.itertext()).split())
