"""How a run of a Word file looks, by itself and by its styles."""

from lxml import etree

from build_tools.sources.readers.office.package import Element
from build_tools.sources.readers.office.written import TextRun
from build_tools.sources.readers.word.marks import RunLook, WordReading
from build_tools.sources.readers.word.names import value
from build_tools.sources.readers.word.styles import WordStyles


def look_of(own: Element | None, style: str, reading: WordReading) -> RunLook:
    """The look of a run with these properties in a paragraph of this style; a file has few different ones."""
    key = style, b"" if own is None else etree.tostring(own)
    found = reading.looks.get(key)
    if found is None:
        found = reading.looks[key] = read_look(own, style, reading.styles)
    return found


def read_look(own: Element | None, style: str, styles: WordStyles) -> RunLook:
    like = TextRun(
        "",
        bold=styles.switch("b", own, style),
        italic=styles.switch("i", own, style),
        underlined=styles.run_value(own, style, "u") not in ("", "none") and not is_link(own, styles),
        raised=styles.run_value(own, style, "vertAlign") == "superscript",
    )
    font = styles.run_value(own, style, "rFonts", name="ascii")
    return RunLook(like, font, styles.switch("caps", own, style), styles.switch("vanish", own, style))


def is_link(own: Element | None, styles: WordStyles) -> bool:
    """Whether a run has the style of a link, whose line says nothing of the text."""
    chain = styles.chain(value(own, "rStyle"), "character")
    return "hyperlink" in next((style.name.lower() for style in chain), "")
