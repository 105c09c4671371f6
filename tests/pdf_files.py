"""Small PDF files made by hand, and what is read of them."""

import zlib
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf

from build_tools.draft import Document
from build_tools.model import Block, Letter
from build_tools.reading.letter import read_letter
from build_tools.sources.readers import read

STYLE = """
@page { size: A4; margin: 30mm 55mm 30mm 25mm;
  @bottom-right { content: "Pagina " counter(page) " van " counter(pages);
  font-size: 7pt } @footnote { border-top: 0.5pt solid black } }
body { font: 10pt/1.3 "DejaVu Sans"; margin: 0 } p { margin: 0 0 8pt } h1, h2 { font-size: 10pt; margin: 8pt 0 4pt }
.note { float: footnote; font-size: 7.5pt } ::footnote-call { font-size: 65%; vertical-align: super; line-height: 0 }
::footnote-marker { content: counter(footnote) " "; font-size: 65%; vertical-align: super; list-style-position: inside }
td, th { border: 0.5pt solid black; padding: 2pt 6pt } .margin { position: absolute; left: 140mm; top: 0; width: 35mm;
  font-size: 6.5pt } .half { columns: 2; column-gap: 20pt; font-size: 8pt }
"""
HEAD = """<div class="margin"><p><b>Directie Bomen</b><br>Plein 1<br>2511 CR Den Haag</p>
<p><b>Ons kenmerk</b><br>2024-77</p>
</div><p>&gt; Retouradres Postbus 1 2500 AA Den Haag</p><p>De voorzitter van de Tweede Kamer<br>der Staten-Generaal<br>
Postbus 20018<br>2500 EA Den Haag</p><p>Datum 3 mei 2024<br>Betreft Kersen en peren</p><p>Geachte voorzitter,</p>"""
SENTENCE = "De bomen in de boomgaard dragen dit jaar meer vruchten dan de kwekers in het voorjaar hadden verwacht."


def pdf(body: str, tagged: bool = False, style: str = "") -> bytes:
    """A page of HTML as a PDF. Tests that make one have the mark `pdf`."""
    from weasyprint import HTML  # asks for Pango, which not every machine has

    page = f"<html lang=nl><head><title>Brief</title><style>{STYLE}{style}</style></head><body>{body}</body></html>"
    content = HTML(string=page).write_pdf(font_config=fonts(), pdf_variant="pdf/ua-1" if tagged else None)
    assert content
    return content


@cache
def fonts() -> Any:
    """The type of this machine, looked up once for all pages."""
    from weasyprint.text.fonts import FontConfiguration

    return FontConfiguration()


def document(folder: Path, content: bytes) -> Document:
    path = folder / "brief.pdf"
    path.write_bytes(content)
    return read(path)


def letter(folder: Path, content: bytes) -> Letter:
    """The letter that a PDF holds; its ledger is proved while it is read."""
    return read_letter(document(folder, content))


def shown(block: Block) -> str:
    """A block as tests write it: `heading 2: Vraag 1[^1]`."""
    text = block.text
    for ref in reversed(block.notes):
        text = f"{text[: ref.at]}[^{ref.n}]{text[ref.at :]}"
    deep = f" {block.level}" if block.kind.value in ("heading", "item") else ""
    return f"{block.kind.value}{deep}: {text}"


def retagged(content: bytes, tag: str) -> bytes:
    """The same PDF with this tag on every element that is a paragraph, a heading or an item."""
    with pikepdf.open(BytesIO(content)) as opened:
        for found in opened.objects:
            if isinstance(found, pikepdf.Dictionary) and found.get("/S") in ("/P", "/H1", "/H2", "/LI", "/L"):
                found["/S"] = pikepdf.Name(tag)
        return saved(opened)


def written(text: str) -> bytes:
    """A PDF of one page with one line of text."""
    return drawing(f"BT /F 10 Tf 40 700 Td ({text}) Tj ET".encode())


def drawing(stream: bytes, resources: str = "", packed: bool = False, page: str = "") -> bytes:
    """A PDF of one page that is drawn by these operators, in Helvetica as /F."""
    opened = pikepdf.new()
    opened.add_blank_page(page_size=(595, 842))
    font = pikepdf.Object.parse(b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    own = pikepdf.Object.parse(f"<< {resources} >>".encode())
    own["/Font"] = pikepdf.Dictionary(F=font)
    opened.pages[0]["/Resources"] = own
    for key, value in pikepdf.Object.parse(f"<< {page} >>".encode()).items():
        opened.pages[0][key] = value
    content = pikepdf.Stream(opened, zlib.compress(stream) if packed else stream)
    if packed:
        content["/Filter"] = pikepdf.Name.FlateDecode
    opened.pages[0]["/Contents"] = opened.make_indirect(content)
    return saved(opened)


def saved(opened: pikepdf.Pdf, **how: object) -> bytes:
    into = BytesIO()
    opened.save(into, **how)  # type: ignore[arg-type]
    return into.getvalue()
