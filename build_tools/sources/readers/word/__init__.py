"""Word files: what a person sees in them, read from their own XML.

Footnotes have the numbers that Word prints and lists those that it counts; tracked changes are accepted; what is no
text (pictures, comments, deleted and hidden text) is named in remarks.
"""

from collections.abc import Iterator

from build_tools.errors import UserError
from build_tools.sources.readers.office.package import ANEW, Element, Package
from build_tools.sources.readers.office.remarks import Aside, remarks_of
from build_tools.sources.readers.office.written import FileNote, Item, Written
from build_tools.sources.readers.word.body import content
from build_tools.sources.readers.word.marks import NoteCalls, WordReading
from build_tools.sources.readers.word.names import children, number, value, w
from build_tools.sources.readers.word.numbering import CountsOfLists, series_of
from build_tools.sources.readers.word.sections import edges_of, kinds_of, targets_of
from build_tools.sources.readers.word.styles import styles_of

NOTES = {"footnote": "decimal", "endnote": "lowerRoman"}
"""The sorts of notes, and how Word counts them where a file does not say."""


def is_word(package: Package) -> bool:
    """Whether a package is a Word file."""
    return any(name.startswith("word/") for name in (main_part(package), *package.parts) if name in package.parts)


def main_part(package: Package) -> str:
    """The name of the part that holds the text."""
    return kinds_of(package, "").get("officeDocument", "word/document.xml")


def read_word(package: Package) -> Written:
    """All that a Word file holds."""
    main = main_part(package)
    document = package.xml(main)
    if document is None or document.tag != w("document"):
        raise UserError(package.path, None, "is no Word file with a text in it (its main part is missing)", ANEW)
    kinds = kinds_of(package, main)
    settings = package.xml(kinds.get("settings", ""))
    reading = new_reading(package, kinds, settings, document)
    body = tuple(content(document, reading))
    notes = tuple(notes_of(package, kinds, reading))
    edges = edges_of(document, settings, targets_of(package, main))
    first, others = (tuple(edge_content(package, parts, reading)) for parts in (edges.first, edges.others))
    return Written(first, body, notes, others, tuple(remarks_of(reading.aside)))


def new_reading(package: Package, kinds: dict[str, str], settings: Element | None, document: Element) -> WordReading:
    """A reading of a file at its beginning."""
    styles = styles_of(package.xml(kinds.get("styles", "")))
    lists = CountsOfLists(series_of(package.xml(kinds.get("numbering", "")), styles))
    return WordReading(package, styles, lists, {sort: calls_of(sort, settings, document) for sort in NOTES})


def calls_of(sort: str, settings: Element | None, document: Element) -> NoteCalls:
    """How a sort of notes counts: what the first section states, else the file, else Word."""
    said = [*document.iter(w("sectPr")), *([settings] if settings is not None else [])]
    found = [one for source in said for one in children(source, f"{sort}Pr")]
    how = next((kind for one in found if (kind := value(one, "numFmt"))), NOTES[sort])
    start = next((n for one in found if (n := number(one, "numStart")) is not None), 1)
    anew = next((kind for one in found if (kind := value(one, "numRestart"))), "")
    return NoteCalls(how, start, anew)


def notes_of(package: Package, kinds: dict[str, str], reading: WordReading) -> Iterator[FileNote]:
    """The notes that are called, in the order of their calls; also those that notes call."""
    roots = {sort: package.xml(kinds.get(f"{sort}s", "")) for sort in NOTES}
    texts = {
        f"{sort} {one.get(w('id'))}": one for sort, root in roots.items() for one in children(root, sort) if is_own(one)
    }
    done = 0
    while pending := list(reading.order)[done:]:
        done += len(pending)
        for key in pending:
            sort, _, id_ = key.partition(" ")
            reading.fields.clear()
            found = tuple(content(texts[key], reading, key)) if key in texts else ()
            reading.aside[Aside.LOST_NOTE] += key not in texts
            yield FileNote(key, reading.calls[sort].printed[id_], found)


def is_own(note: Element) -> bool:
    """Whether it is a note of the letter, not the line that parts notes from text."""
    return (note.get(w("type")) or "normal") == "normal"


def edge_content(package: Package, parts: tuple[str, ...], reading: WordReading) -> Iterator[Item]:
    """What stands in heads and feet."""
    for part in parts:
        root = package.xml(part)
        reading.fields.clear()
        if root is not None:
            yield from content(root, reading)
