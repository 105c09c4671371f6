"""What stands in a paragraph of an OpenDocument file: runs of text, notes, text boxes."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from build_tools.sources.readers.odt.marks import OdtReading
from build_tools.sources.readers.odt.names import centimetres, q, value
from build_tools.sources.readers.odt.styles import is_bold
from build_tools.sources.readers.office.package import Element, local
from build_tools.sources.readers.office.remarks import Aside, picture_name
from build_tools.sources.readers.office.symbols import drawn
from build_tools.sources.readers.office.written import BREAK, Box, FileNote, Item, TextRun

Content = Callable[[Element, OdtReading], Iterator[Item]]
WHITE = re.compile(r"[ \t\r\n]+")
"""White space in the XML is one space; more of it has elements of its own."""
SHOWN_AS = {q("text:tab"): "\t", q("text:line-break"): BREAK, q("text:s"): " "}
NO_TEXT = {
    q("office:annotation-end"),
    q("office:event-listeners"),
    q("text:ruby-text"),
    q("svg:title"),
    q("svg:desc"),
}
DRAWN = {"custom-shape", "rect", "ellipse", "circle", "caption", "polygon", "path", "line", "connector"}


@dataclass(frozen=True, slots=True)
class OdtPlace:
    """Where text stands: the style of its paragraph, those of the spans around it, whether it is a link, how boxes and
    notes are read.
    """

    style: str
    content: Content
    spans: tuple[str, ...] = ()
    link: bool = False


def inline(element: Element, reading: OdtReading, inside: OdtPlace) -> Iterator[TextRun | Box]:
    """Runs and text boxes in the order in which they stand."""
    yield from text_runs(element.text, reading, inside)
    for part in element:
        if isinstance(part.tag, str) and part.tag not in NO_TEXT:
            yield from one(part, reading, inside)
        yield from text_runs(part.tail, reading, inside)


def one(part: Element, reading: OdtReading, inside: OdtPlace) -> Iterator[TextRun | Box]:
    """What one element in a paragraph shows."""
    if part.tag in SHOWN_AS:
        yield TextRun(SHOWN_AS[part.tag])
    elif part.tag == q("text:note"):
        yield note_call(part, reading, inside)
    elif part.tag == q("office:annotation"):
        reading.aside[Aside.COMMENT] += 1
    elif part.tag == q("text:span"):
        yield from inline(part, reading, replace(inside, spans=(*inside.spans, value(part, "text:style-name"))))
    elif part.tag == q("text:a"):
        yield from inline(part, reading, replace(inside, link=True))
    elif part.tag in (q("text:hidden-text"), q("text:conditional-text")) and is_hidden(part):
        reading.aside[Aside.HIDDEN] += len("".join((part.text or "").split()))
    elif part.tag.startswith(q("draw:")):
        yield from drawing(part, reading, inside)
    else:
        yield from inline(part, reading, inside)


def is_hidden(part: Element) -> bool:
    return value(part, "text:is-hidden") == "true"


def text_runs(text: str | None, reading: OdtReading, inside: OdtPlace) -> Iterator[TextRun]:
    """A stretch of text as a run; what is hidden is counted."""
    if not text:
        return

    def said(attribute: str) -> str:
        return reading.styles.of_text(inside.spans, inside.style, attribute)

    shown = drawn(WHITE.sub(" ", text), said("style:font-name"))
    if said("text:display") == "none":
        reading.aside[Aside.HIDDEN] += len("".join(shown.split()))
        return
    yield TextRun(
        shown.upper() if said("fo:text-transform") == "uppercase" else shown,
        bold=is_bold(said("fo:font-weight")),
        italic=said("fo:font-style") in ("italic", "oblique"),
        underlined=said("style:text-underline-style") not in ("", "none") and not inside.link,
        raised=said("style:text-position").startswith("super"),
    )


def note_call(note: Element, reading: OdtReading, inside: OdtPlace) -> TextRun:
    """The call of a note, with its number as printed; its text goes to the notes."""
    citation, body = note.find(q("text:note-citation")), note.find(q("text:note-body"))
    printed = value(citation, "text:label") or "".join(citation.itertext() if citation is not None else ()).strip()
    key = f"note {len(reading.notes) + 1}"
    place = len(reading.notes)
    reading.notes.append(FileNote(key, printed, ()))
    if body is not None:
        reading.notes[place] = FileNote(key, printed, tuple(inside.content(body, reading)))
    return TextRun(printed, raised=True, note=key)


def drawing(part: Element, reading: OdtReading, inside: OdtPlace) -> Iterator[TextRun | Box]:
    """A text box, a shape with text in it, a picture by its name, or something of another program."""
    name = local(part)
    if name == "text-box" or name in DRAWN:
        content = tuple(inside.content(part, reading))
        if content:
            yield Box(content)
    elif name == "frame":
        yield from frame(part, reading, inside)
    else:
        for child in part:
            if isinstance(child.tag, str) and child.tag.startswith(q("draw:")):
                yield from drawing(child, reading, inside)


def frame(part: Element, reading: OdtReading, inside: OdtPlace) -> Iterator[TextRun | Box]:
    """What a frame shows: text goes first, then what another program made, then a picture."""
    box, thing, image = (part.find(q(name)) for name in ("draw:text-box", "draw:object", "draw:image"))
    if box is not None:
        yield from drawing(box, reading, inside)
    elif thing is not None:
        yield from formula(thing, reading)
    elif image is not None:
        yield TextRun("", picture=named(part))
    elif part.find(q("draw:object-ole")) is not None:
        reading.aside[Aside.OBJECT] += 1


def named(part: Element) -> str:
    """A picture's name with what it shows and its size."""
    texts = ("".join(found.itertext()) for name in ("svg:title", "svg:desc") for found in part.iterfind(q(name)))
    says = " ".join(dict.fromkeys(texts))
    width, height = (centimetres(value(part, f"svg:{side}")) for side in ("width", "height"))
    return picture_name(value(part, "draw:name"), says, width, height)


def formula(thing: Element, reading: OdtReading) -> Iterator[TextRun]:
    """The letters of a formula; anything else is counted."""
    part = value(thing, "xlink:href").removeprefix("./").rstrip("/") + "/content.xml"
    root = thing.find("{*}math") if len(thing) else reading.package.xml(part)
    if root is None or local(root) != "math":
        reading.aside[Aside.OBJECT] += 1
        return
    letters = (found.text or "" for found in root.iter("{*}mi", "{*}mn", "{*}mo", "{*}mtext"))
    yield TextRun("".join(letter.strip() for letter in letters))
