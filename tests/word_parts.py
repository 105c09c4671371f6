"""Word and OpenDocument files made part by part, and what was read from one as short lines."""

import io
import zipfile
from pathlib import Path

from build_tools.model import Block, Kind, Letter
from build_tools.reading.letter import read_letter
from build_tools.sources.readers import read

NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
ROOTS = {"document": "w:document", "styles": "w:styles", "numbering": "w:numbering", "settings": "w:settings"}
ROOTS |= {"footnotes": "w:footnotes", "endnotes": "w:endnotes", "header": "w:hdr", "footer": "w:ftr"}


def zipped(parts: dict[str, str | bytes]) -> bytes:
    """Parts as a package."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def part(name: str, content: str) -> str:
    root = ROOTS[name.rstrip("0123456789")]
    inside = f"<w:body>{content}</w:body>" if name == "document" else content
    return f"<{root} {NAMES}>{inside}</{root}>"


def relations(**targets: str) -> str:
    """What a part refers to, by name: a name without its digits is the kind."""
    rows = (
        f'<Relationship Id="{name}" Type="{KIND}{name.rstrip("0123456789")}" Target="{target}"/>'
        for name, target in targets.items()
    )
    return f'<Relationships xmlns="{PACKAGE}">{"".join(rows)}</Relationships>'


def word(body: str, **others: str) -> bytes:
    """A Word file with this body and other parts (`styles`, `numbering`, `footnotes`, `header1`, …)."""
    parts = {f"word/{name}.xml": part(name, content) for name, content in {"document": body, **others}.items()}
    parts["_rels/.rels"] = relations(officeDocument="word/document.xml")
    parts["word/_rels/document.xml.rels"] = relations(**{name: f"{name}.xml" for name in others})
    return zipped({**parts})


def p(*runs: str, style: str = "", ppr: str = "") -> str:
    """A paragraph; a run that is no XML is plain text."""
    own = (f'<w:pStyle w:val="{style}"/>' if style else "") + ppr
    return f"<w:p><w:pPr>{own}</w:pPr>{''.join(one if one[:1] == '<' else r(one) for one in runs)}</w:p>"


def r(text: str, rpr: str = "") -> str:
    return f'<w:r><w:rPr>{rpr}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def bold(text: str) -> str:
    return p(r(text, "<w:b/>"))


def item(text: str, number: int, depth: int = 0) -> str:
    return p(text, ppr=f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>')


def row(*cells: str, ppr: str = "") -> str:
    """A row of a table; a cell that is no XML is one paragraph of text."""
    inside = (one if one[:1] == "<" else f"<w:tc>{p(one)}</w:tc>" for one in cells)
    return f"<w:tr><w:trPr>{ppr}</w:trPr>{''.join(inside)}</w:tr>"


def cell(text: str, own: str) -> str:
    return f"<w:tc><w:tcPr>{own}</w:tcPr>{p(text)}</w:tc>"


def table(*rows: str, ruled: bool = True) -> str:
    lines = '<w:tblBorders><w:insideH w:val="single"/></w:tblBorders>' if ruled else ""
    return f"<w:tbl><w:tblPr>{lines}</w:tblPr>{''.join(rows)}</w:tbl>"


def call(id_: int, sort: str = "footnote") -> str:
    return f'<w:r><w:{sort}Reference w:id="{id_}"/></w:r>'


def note(id_: int, *paragraphs: str, sort: str = "footnote") -> str:
    return f'<w:{sort} w:id="{id_}">{"".join(paragraphs)}</w:{sort}>'


def own_number(sort: str = "footnote") -> str:
    return f"<w:r><w:{sort}Ref/></w:r>"


ODF = "urn:oasis:names:tc:opendocument:xmlns:"
ODF_NAMES = " ".join(
    f'xmlns:{name}="{address}"'
    for name, address in {
        "office": f"{ODF}office:1.0",
        "text": f"{ODF}text:1.0",
        "table": f"{ODF}table:1.0",
        "style": f"{ODF}style:1.0",
        "draw": f"{ODF}drawing:1.0",
        "fo": f"{ODF}xsl-fo-compatible:1.0",
        "svg": f"{ODF}svg-compatible:1.0",
        "dc": "http://purl.org/dc/elements/1.1/",
    }.items()
)


def odt(body: str, automatic: str = "", styles: str = "", masters: str = "") -> bytes:
    """An OpenDocument file with this body, its automatic styles, its named styles and its kinds of pages."""
    content = (
        f"<office:document-content {ODF_NAMES}><office:automatic-styles>{automatic}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    named = (
        f"<office:document-styles {ODF_NAMES}><office:styles>{styles}</office:styles>"
        f"<office:master-styles>{masters}</office:master-styles></office:document-styles>"
    )
    parts = {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content, "styles.xml": named}
    return zipped({**parts})


def letter_of(folder: Path, content: bytes, name: str = "brief.docx") -> Letter:
    """The letter in a file."""
    path = folder / name
    path.write_bytes(content)
    return read_letter(read(path))


def told(letter: Letter) -> list[str]:
    """The blocks of a letter as short lines: `## kop`, `- punt`, `| cel | cel |`, text with `[1]` for a call."""
    return [line for block in letter.blocks for line in lines_of(block)]


def lines_of(block: Block) -> list[str]:
    if block.kind is Kind.TABLE:
        return [f"| {' | '.join(line.split(chr(9)))} |" for line in block.text.split("\n")]
    text = block.text
    for ref in reversed(block.notes):
        text = f"{text[: ref.at]}[{ref.n}]{text[ref.at :]}"
    sign = {
        Kind.HEADING: "#" * block.level + " ",
        Kind.ITEM: "  " * (block.level - 1) + "- ",
        Kind.SIGNATURE: "ondertekend: ",
    }
    return [sign.get(block.kind, "") + text]


def left_out(letter: Letter) -> list[tuple[str, str]]:
    """What is no running text, each with its reason's name."""
    return [(entry.reason.name, entry.text) for entry in letter.ledger.left_out]


TEXT = (
    "Hierbij informeer ik uw Kamer over de voortgang van het programma en over de stappen die ik daarna zet, "
    "ook in de jaren daarna."
)
"""A line that no letterhead has: where it stands, the running text has begun."""
BODY = p(TEXT)
AFTER = p("Daarna volgt tekst.")


def below_text(folder: Path, body: str, **others: str) -> list[str]:
    """What is read from a Word file below a first line of text."""
    return told(letter_of(folder, word(BODY + body, **others)))[1:]


def level(depth: int, how: str, text: str, more: str = "", start: int = 1) -> str:
    """A level of a list."""
    indent = f'<w:pPr><w:ind w:left="{360 * (depth + 1)}"/></w:pPr>'
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{how}"/>{more}'
        f'<w:lvlText w:val="{text}"/>{indent}</w:lvl>'
    )


NUMBERING = (
    f'<w:abstractNum w:abstractNumId="1">{level(0, "decimal", "%1.")}{level(1, "decimal", "%1.%2")}'
    f"{level(2, 'lowerRoman', '%3)')}</w:abstractNum>"
    f'<w:abstractNum w:abstractNumId="2">{level(0, "bullet", chr(0xF0B7))}{level(1, "bullet", "–")}</w:abstractNum>'
    f'<w:abstractNum w:abstractNumId="3">{level(0, "upperLetter", "%1)", start=26)}'
    f"{level(1, 'decimal', '%1-%2', '<w:isLgl/>')}"
    f"""{level(2, "lowerLetter", "(%3)", '<w:lvlRestart w:val="0"/>')}</w:abstractNum>"""
    f'<w:abstractNum w:abstractNumId="4">{level(0, "decimal", "Vraag %1")}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="3"/></w:num>'
    '<w:num w:numId="4"><w:abstractNumId w:val="1"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>'
    '<w:num w:numId="5"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="6"><w:abstractNumId w:val="4"/></w:num>'
)

STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Standaard"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Kop1"><w:name w:val="heading 1"/><w:basedOn w:val="Standaard"/>'
    '<w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Kop2"><w:name w:val="Kop 2"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Eigen"><w:name w:val="Mijn stijl"/><w:basedOn w:val="Kop1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Genummerd"><w:name w:val="Huisstijl-Kop 1"/>'
    '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Vet"><w:name w:val="Vette alinea"/><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Bijschrift"><w:name w:val="caption"/><w:rPr><w:i/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="adres"><w:name w:val="adres"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="gegevens"><w:name w:val="afzendgegevens"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="datum"><w:name w:val="datumonderwerp"/></w:style>'
)
