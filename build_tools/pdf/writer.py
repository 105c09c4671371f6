"""From HTML to a PDF that everyone can read: tagged (PDF/UA-1), with outline, metadata and its fonts in it.

The same HTML gives the same bytes. The type comes along, so that it does so on any machine; a character that it does
not have shows as its number in Unicode.
"""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, partial
from importlib.resources import files
from pathlib import Path

from build_tools.errors import UserError
from build_tools.folders import how_to_have
from build_tools.pdf.tags import finish
from build_tools.typeface.files import type_file

STYLE = files("build_tools.pages") / "templates" / "papier.css"
WEASYPRINT = "weasyprint>=70,<71"
"""What the extra `pdf` asks for."""

PANGO = "Pango from the system (Debian: apt-get install libpangoft2-1.0-0)"
_PLAIN = dict(zip(map(ord, "⟨⟩\u2010"), "[]-", strict=True))
"""For the brackets around what `visible` shows by its number, and for the hyphen that is kept for ends of lines."""
FACES = {"Regular": "400 normal", "It": "400 italic", "Semibold": "600 normal"}
OF_LETTERS = ("Regular", "Semibold")
"""The faces in which the text of letters is set; the italic has fewer characters."""
_FACE = '@font-face {{ font-family: "Source Serif Pro"; font-weight: {}; font-style: {}; src: url({}); }}\n'


def require() -> None:
    """Say in one line what is missing, before any work is done."""
    try:
        import font_source_serif_pro  # noqa: F401
        import weasyprint  # noqa: F401
    except (ImportError, OSError) as error:
        missing = str(error).splitlines()[0]
        raise UserError("kamerbrieven pdf", None, f"cannot make PDFs here ({missing})", remedy()) from None


def typesetter() -> int:
    """The version of the system's Pango, which no package of Python tells and on which line breaks may depend."""
    from weasyprint.text.ffi import pango

    return int(pango.pango_version())


def remedy() -> str:
    """What to do where PDFs cannot be made."""
    return f"{how_to_have(WEASYPRINT, 'pdf', 'kamerbrieven pdf', 'pdf')}, and {PANGO}"


@dataclass(frozen=True, slots=True)
class Printable:
    """A document as HTML, and in words where links inside it lead, by the names of the places."""

    html: str
    links: Mapping[str, str] = field(default_factory=dict)


def pdf(document: Printable) -> bytes:
    """One document. Nothing is fetched but the type."""
    from weasyprint import CSS, HTML
    from weasyprint.text.fonts import FontConfiguration

    fonts = FontConfiguration()
    style = CSS(string=_faces() + STYLE.read_text(encoding="utf-8"), font_config=fonts)
    made: bytes = HTML(string=printable(document.html)).write_pdf(
        stylesheets=[style],
        font_config=fonts,
        finisher=partial(finish, links=document.links),
        pdf_variant="pdf/ua-1",
        pdf_identifier=b"kamerbrieven",
    )
    return made


def printable(text: str) -> str:
    """The text in characters that the type has. Those that show nothing by themselves stay."""
    foreign = {ord(sign) for sign in text} - _characters()
    kinds = {code: unicodedata.category(chr(code)) for code in foreign}
    forms = {code: f"[U+{code:04X}]" for code, kind in kinds.items() if kind not in ("Cc", "Cf")}
    forms |= {code: " " for code, kind in kinds.items() if kind == "Zs"}
    return text.translate(forms | _PLAIN)


@cache
def _characters() -> frozenset[int]:
    from fontTools.ttLib import TTFont

    faces, paths = [], _files()
    for name in OF_LETTERS:
        with TTFont(paths[name], lazy=True) as font:
            faces.append(frozenset(font.getBestCmap()))
    return frozenset.intersection(*faces)


def _files() -> dict[str, Path]:
    return {name: type_file(f"SourceSerifPro-{name}.otf") for name in FACES}


def _faces() -> str:
    paths = _files()
    return "".join(_FACE.format(*shape.split(), paths[name].as_uri()) for name, shape in FACES.items())
