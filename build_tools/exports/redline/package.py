"""The parts of a Word file with tracked changes, zipped. With one zlib, a comparison gives the same bytes each time."""

from importlib.resources import files
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lxml import etree
from lxml.builder import ElementMaker

from build_tools.addresses import note_name
from build_tools.dutch.characters import visible
from build_tools.dutch.format import capital
from build_tools.exports.redline.document import AUTHOR, NOTES, Labels, W, Xml, document_xml, make, note_labels, value
from build_tools.exports.redline.paragraphs import paragraphs_of
from build_tools.exports.redline.proof import prove_redline
from build_tools.pages.comparison.sheet import ComparisonSheet

PARTS = files("build_tools.exports.redline") / "parts"
SAME = {
    "[Content_Types].xml": "content_types.xml",
    "_rels/.rels": "package_relations.xml",
    "word/_rels/document.xml.rels": "document_relations.xml",
    "word/styles.xml": "styles.xml",
    "word/settings.xml": "settings.xml",
}
"""The parts that are the same in each file: their names in it, and here."""

LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip file can tell, so that its bytes do not depend on the hour."""

_CORE = {
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "dc": "http://purl.org/dc/elements/1.1/",
}


def redline(sheet: ComparisonSheet) -> bytes:
    """The file, proven: both texts come back from it."""
    comparison = sheet.comparison
    labels = note_labels(comparison)
    document = document_xml(comparison, paragraphs_of(comparison), labels)
    prove_redline(comparison, document)
    parts = {name: (PARTS / own).read_bytes() for name, own in SAME.items()}
    parts |= {
        "word/document.xml": written(document),
        "word/numbering.xml": written(_numbering(labels)),
        "docProps/core.xml": written(_about(sheet)),
    }
    return _zipped(parts)


def written(xml: Xml) -> bytes:
    """A part as bytes."""
    return etree.tostring(xml, xml_declaration=True, encoding="UTF-8", standalone=True)


def _numbering(labels: Labels) -> Xml:
    """The lists that all files have, and one for each number of a note."""
    lists = etree.fromstring((PARTS / "numbering.xml").read_bytes())
    for printed, own in labels.items():
        shown = value("lvlText", capital(note_name(visible(printed))))
        level = make("lvl", value("numFmt", "none"), shown, {f"{W}ilvl": "0"})
        override = make("lvlOverride", level, {f"{W}ilvl": "0"})
        lists.append(make("num", value("abstractNumId", NOTES), override, {f"{W}numId": str(own)}))
    return lists


def _about(sheet: ComparisonSheet) -> Xml:
    """What the file says of itself."""
    core = ElementMaker(namespace=_CORE["cp"], nsmap=_CORE)
    own = ElementMaker(namespace=_CORE["dc"])
    title = visible(f"{sheet.title}: twee versies vergeleken")
    about = own("title", title), own("creator", AUTHOR), own("description", visible(sheet.verdict.text))
    return core("coreProperties", *about)


def _zipped(parts: dict[str, bytes]) -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(ZipInfo(name, LONG_AGO), content, ZIP_DEFLATED)
    return stream.getvalue()
