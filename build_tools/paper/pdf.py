"""From HTML to a PDF that everyone can read: tagged (PDF/UA-1), with outline, metadata and its fonts in it.

Notes are tagged as notes, which WeasyPrint does not do by itself.

The same HTML gives the same bytes. The type comes with the extra `[pdf]`, so that it does so on any machine.
"""

from importlib.resources import files
from pathlib import Path
from typing import Any

from build_tools.errors import UserError

STYLE = Path(__file__).parent.parent / "templates" / "papier.css"
REMEDY = "pip install 'kamerbrieven[pdf]', and Pango from the system (Debian: apt-get install libpangoft2-1.0-0)"
FACES = {"Regular": "400 normal", "It": "400 italic", "Semibold": "600 normal"}
_FACE = '@font-face {{ font-family: "Source Serif Pro"; font-weight: {}; font-style: {}; src: url({}); }}\n'


def require() -> None:
    """Say in one line what is missing, before any work is done."""
    try:
        import font_source_serif_pro  # noqa: F401
        import weasyprint  # noqa: F401
    except (ImportError, OSError) as error:
        missing = str(error).splitlines()[0]
        raise UserError("kamerbrieven pdf", None, f"cannot make PDFs here ({missing})", REMEDY) from None


def pdf(html: str) -> bytes:
    """One document. Nothing is fetched but the type."""
    from weasyprint import CSS, HTML
    from weasyprint.text.fonts import FontConfiguration

    fonts = FontConfiguration()
    style = CSS(string=_faces() + STYLE.read_text(encoding="utf-8"), font_config=fonts)
    made: bytes = HTML(string=html).write_pdf(
        stylesheets=[style],
        font_config=fonts,
        finisher=_tag_notes,
        pdf_variant="pdf/ua-1",
        pdf_identifier=b"kamerbrieven",
    )
    return made


def _faces() -> str:
    folder = Path(str(files("font_source_serif_pro"))) / "files"
    urls = {name: (folder / f"SourceSerifPro-{name}.otf").as_uri() for name in FACES}
    return "".join(_FACE.format(*shape.split(), urls[name]) for name, shape in FACES.items())


def _tag_notes(_document: Any, file: Any) -> None:
    """Let what stands at the foot of a page be notes, each with a name and its number as a label.

    They are the only spans that lie straight in an area of the document and have parts of their own.
    """
    elements = {item.reference: item for item in file.objects if getattr(item, "get", None)}
    notes = [item for item in elements.values() if item.get("S") == "/Span" and _is_foot(item, elements)]
    for n, note in enumerate(notes, 1):
        note["S"], note["ID"] = "/Note", f"(noot-{n})"
        elements[note["K"][0]]["S"] = "/Lbl"


def _is_foot(item: Any, elements: dict[bytes, Any]) -> bool:
    area = elements[item["P"]]
    in_area = area["S"] == "/NonStruct" and elements[area["P"]]["S"] == "/Document"
    return bool(in_area and item["K"] and item["K"][0] in elements)
