"""What stands in a paragraph of a Word file: runs of text as they are shown, and text boxes.

Inserted text is text, deleted text is none; a field gives its result, not its code; a text box that stands twice, for
new programs and for old ones, is given once.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from build_tools.sources.readers.office.package import Element, local
from build_tools.sources.readers.office.remarks import Aside
from build_tools.sources.readers.office.symbols import drawn
from build_tools.sources.readers.office.written import BREAK, Box, Item, TextRun
from build_tools.sources.readers.word.equations import equation_text
from build_tools.sources.readers.word.looks import look_of
from build_tools.sources.readers.word.marks import RunLook, WordReading
from build_tools.sources.readers.word.names import COMPATIBLE, MATH, OFF, child, w
from build_tools.sources.readers.word.pictures import picture_in

Content = Callable[[Element, WordReading], Iterator[Item]]
"""Reads what stands in a body, a cell or a text box."""

LINE_END = re.compile(r"[\r\n]+")
"""A line end in the XML is no line end in the text."""
NO_TEXT = {"pPr", "rPr", "sdtPr", "sdtEndPr", "customXmlPr", "smartTagPr", "fldData", "rubyPr", "rt", "tblPr"}
SHOWN_AS = {"tab": "\t", "ptab": "\t", "br": BREAK, "cr": BREAK, "noBreakHyphen": "-", "softHyphen": ""}
DELETED = {w("del"), w("moveFrom")}
INSERTED = {w("ins"), w("moveTo")}
NOTE_SORTS = {"footnoteReference": "footnote", "endnoteReference": "endnote"}
OBJECTS = {"chart", "relIds", "oleObj"}
"""A chart, a diagram, something of another program, in a drawing."""


@dataclass(frozen=True, slots=True)
class WordPlace:
    """Where a run stands: the style of its paragraph, the note that it is part of, and how boxes are read."""

    style: str
    content: Content
    note: str = ""


def inline(parent: Element, reading: WordReading, inside: WordPlace) -> Iterator[TextRun | Box]:
    """Runs and text boxes in the order in which they stand."""
    for element in parent:
        name = local(element)
        if element.tag in DELETED:
            reading.aside[Aside.DELETED] += 1
        elif name in NO_TEXT or not name:
            continue
        elif element.tag == w("r"):
            yield from in_run(element, reading, inside)
        elif name == "AlternateContent":
            yield from inline(one_of(element), reading, inside)
        elif element.tag == f"{{{MATH}}}oMath":
            yield TextRun(equation_text(element))
        else:
            reading.aside[Aside.INSERTED] += element.tag in INSERTED
            yield from inline(element, reading, inside)


def one_of(element: Element) -> Element:
    """What a new program shows, of content that a file gives for new and old ones."""
    found = element.find(f"{{{COMPATIBLE}}}Choice")
    found = found if found is not None else element.find(f"{{{COMPATIBLE}}}Fallback")
    return found if found is not None else ()


def in_run(run: Element, reading: WordReading, inside: WordPlace) -> Iterator[TextRun | Box]:
    """What one run shows: it has one type."""
    look = look_of(child(run, "rPr"), inside.style, reading)
    for element in parts_of(run):
        if local(element) == "fldChar":
            turn_field(element, reading)
        elif reading.in_code:
            continue
        elif special := SPECIAL.get(local(element)):
            yield from special(element, look.like, reading, inside)
        elif text := shown(element, look):
            reading.aside[Aside.HIDDEN] += len("".join(text.split())) if look.hidden else 0
            if not look.hidden and not is_mark(run):
                yield with_text(look.like, text)


def parts_of(run: Element) -> Iterator[Element]:
    """What a run holds; of content that stands twice, once."""
    for element in run:
        if local(element) == "AlternateContent":
            yield from parts_of(one_of(element))
        else:
            yield element


def shown(element: Element, look: RunLook) -> str:
    """The text that an element of a run shows; nothing where it shows none."""
    name = local(element)
    if name == "t":
        text = drawn(LINE_END.sub(" ", element.text or ""), look.font)
        return text.upper() if look.capitals else text
    if name == "sym":
        code = element.get(w("char")) or ""
        return drawn(chr(int(code, 16)), element.get(w("font")) or "") if is_code(code) else ""
    if name == "ruby":
        return "".join(text.text or "" for text in element.iterfind(f".//{w('rubyBase')}//{w('t')}"))
    return SHOWN_AS.get(name, "")


def is_code(text: str) -> bool:
    """Whether a text is the number of a character that XML can hold."""
    try:
        return 0x20 <= int(text, 16) < 0xD800 or 0xE000 <= int(text, 16) < 0xFFFE
    except ValueError:
        return False


def with_text(like: TextRun, text: str, note: str = "", opens: bool = False) -> TextRun:
    return TextRun(text, like.bold, like.italic, like.underlined, like.raised, note, opens)


def turn_field(element: Element, reading: WordReading) -> None:
    """A field begins with its code, then shows its result, then ends."""
    kind = element.get(w("fldCharType"))
    if kind == "begin":
        reading.fields.append(True)
    elif reading.fields and kind == "separate":
        reading.fields[-1] = False
    elif reading.fields and kind == "end":
        reading.fields.pop()


def call(element: Element, like: TextRun, reading: WordReading, inside: WordPlace) -> Iterator[TextRun]:
    """The call of a note, with the number that Word prints or the mark that stands behind it."""
    del inside
    sort, id_, run = NOTE_SORTS[local(element)], element.get(w("id")) or "", element.getparent()
    mark = custom_mark(run) if is_mark(run) else ""
    key = f"{sort} {id_}"
    reading.order.setdefault(key)
    yield with_text(like, reading.calls[sort].call(id_, mark), key)


def own_number(element: Element, like: TextRun, reading: WordReading, inside: WordPlace) -> Iterator[TextRun]:
    """The number of a note at its beginning."""
    del element
    yield with_text(like, printed_of(inside.note, reading), inside.note, opens=True)


def comment(element: Element, like: TextRun, reading: WordReading, inside: WordPlace) -> Iterator[TextRun]:
    """A comment is counted."""
    del element, like, inside
    reading.aside[Aside.COMMENT] += 1
    yield from ()


def page_turn(element: Element, like: TextRun, reading: WordReading, inside: WordPlace) -> Iterator[TextRun]:
    """Where Word turned a page when it last showed the file."""
    del element, like, inside
    reading.turned("eachPage")
    yield from ()


def is_mark(run: Element) -> bool:
    """Whether the text of a run is the mark of a note that somebody typed."""
    calls = (found for name in NOTE_SORTS for found in run.iterchildren(w(name)))
    return any((found.get(w("customMarkFollows")) or "0") not in OFF for found in calls)


def custom_mark(run: Element) -> str:
    """The mark itself."""
    texts = (drawn(chr(int(code, 16)), "") if (code := one.get(w("char")) or "") and is_code(code) else one.text or ""
             for one in run.iter(w("t"), w("sym")))  # fmt: skip
    return "".join(texts).strip()


def printed_of(key: str, reading: WordReading) -> str:
    """The number of a note as it stands at its call."""
    sort, _, id_ = key.partition(" ")
    return reading.calls[sort].printed.get(id_, "") if sort in reading.calls else ""


def drawing(element: Element, like: TextRun, reading: WordReading, inside: WordPlace) -> Iterator[TextRun | Box]:
    """The text boxes in a drawing; a picture is named, what another program made is counted."""
    del like
    boxes = list(outermost(element))
    for box in boxes:
        yield Box(tuple(inside.content(box, reading)))
    if boxes:
        return
    if picture := picture_in(element):
        yield TextRun("", picture=picture)
    elif local(element) == "object" or any(local(part) in OBJECTS for part in element.iter()):
        reading.aside[Aside.OBJECT] += 1


def outermost(element: Element) -> Iterator[Element]:
    """The contents of text boxes that stand in no other one; of what stands twice, once."""
    for part in element:
        if part.tag == w("txbxContent"):
            yield part
        elif local(part) == "AlternateContent":
            yield from outermost(one_of(part))
        else:
            yield from outermost(part)


SPECIAL: dict[str, Callable[[Element, TextRun, WordReading, WordPlace], Iterator[TextRun | Box]]] = {
    **dict.fromkeys(("drawing", "pict", "object"), drawing),
    **dict.fromkeys(NOTE_SORTS, call),
    **dict.fromkeys(("footnoteRef", "endnoteRef"), own_number),
    "commentReference": comment,
    "lastRenderedPageBreak": page_turn,
}
"""What in a run is more than text, and how it is read."""
