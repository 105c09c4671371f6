"""Word processors' files that are no good: one line each, within bounds, never a half text."""

from pathlib import Path

import pytest
from word_parts import NAMES, odt, p, part, relations, word, zipped

from build_tools.errors import UserError
from build_tools.sources.readers import READERS, read
from build_tools.sources.readers.office import package

GOOD = word(p("Een brief."))
RELATIONS = {"_rels/.rels": relations(officeDocument="word/document.xml")}
ENTITY = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def with_document(content: str | bytes) -> bytes:
    return zipped({**RELATIONS, "word/document.xml": content})


def broken_at(content: bytes, name: bytes) -> bytes:
    """The same file with some bytes of a part changed."""
    at = content.index(name) + len(name) + 20
    return content[:at] + bytes(byte ^ 0xFF for byte in content[at : at + 8]) + content[at + 8 :]


BAD = [
    ("brief.docx", b"", "is empty; put the letter in it"),
    ("brief.docx", GOOD[:200], "is cut off or damaged; fetch it again"),
    ("brief.docx", b"PK\x03\x04", "is cut off or damaged"),
    ("brief.docx", broken_at(GOOD, b"word/document.xml"), "is damaged"),
    ("brief.docx", with_document("<w:document"), r"is damaged \(line 1 of its part word/document.xml is no good XML\)"),
    ("brief.docx", with_document(part("document", p("x"))[:-20]), "is damaged"),
    ("brief.docx", with_document("<html/>"), r"is no Word file with a text in it \(its main part is missing\)"),
    ("brief.docx", zipped({**RELATIONS, "word/styles.xml": "<x/>"}), "is no Word file with a text in it"),
    ("brief.docx", with_document(ENTITY + part("document", p("&b;"))), "declares entities of its own"),
    (
        "brief.docx",
        with_document('<!DOCTYPE x SYSTEM "file:///etc/passwd">' + part("document", p("x"))),
        "declares entities",
    ),
    ("brief.docx", with_document(f"<w:document {NAMES}>" + "<w:p>" * 9000), "has tags within tags"),
    (
        "brief.docx",
        with_document('<!DOCTYPE x [<!ENTITY a "&a;">]>' + part("document", p("&a;"))),
        "declares entities of its own",
    ),
    ("brief.docx", with_document(b"<x>" + b" " * 3_000_000 + b"</x>"), "unpacks to more than any letter holds"),
    (
        "brief.docx",
        zipped({f"{n}.xml": "" for n in range(package.MOST_PARTS + 1)}),
        "has 5001 parts, more than any letter",
    ),
    ("brief.docx", word(p("x"), footnotes="<w:footnote>"), "is damaged"),
    ("brief.docx", word(p("  ")), "has no text; put the letter's text in it"),
    ("brief.docx", zipped({"xl/workbook.xml": "<x/>"}), "is an Excel workbook, no letter"),
    ("brief.docx", zipped({"lees.txt": "tekst"}), "is a ZIP file, no letter"),
    ("brief.docx", b"%PDF-1.7 tekst", "is a PDF file; give it the ending .pdf"),
    ("brief.docx", b"<html>tekst</html>", "is a web page of another kind"),
    ("brief.docx", b"Geachte voorzitter", "is plain text; give it the ending .txt"),
    ("brief.docx", b"\x01\x02", "is no Word or OpenDocument file; open it in the word processor and save it as"),
    ("brief.docx", OLD, r"is a Word file of before 2007 \(.doc\); open it in the word processor and save it as .docx"),
    (
        "brief.docx",
        OLD + "EncryptedPackage".encode("utf-16-le"),
        "is locked with a password; open it and save it without one",
    ),
    ("brief.doc", OLD, "is a Word file of before 2007"),
    ("brief.rtf", b"{\\rtf1 tekst}", "is an RTF file; open it in the word processor and save it as .docx or as PDF"),
    (
        "brief.odt",
        zipped({"mimetype": "application/vnd.oasis.opendocument.text"}),
        "is no OpenDocument text with a text in it",
    ),
    (
        "brief.odt",
        zipped({"content.xml": "x", "META-INF/manifest.xml": "<encryption-data/>"}),
        "is locked with a password",
    ),
    ("brief.odt", odt(""), "has no text"),
]


@pytest.mark.parametrize(("name", "content", "message"), BAD, ids=[f"{case[0]}: {case[2][:40]}" for case in BAD])
def test_a_bad_file_gives_one_line(tmp_path: Path, name: str, content: bytes, message: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(UserError, match=message) as error:
        read(path)
    assert str(error.value).startswith(str(path))
    assert "\n" not in str(error.value)


@pytest.mark.parametrize("ending", [".docx", ".docm", ".odt", ".doc", ".rtf"])
def test_what_a_file_is_counts_not_its_name(tmp_path: Path, ending: str) -> None:
    for content in (GOOD, odt("<text:p>Een brief.</text:p>")):
        path = tmp_path / f"brief{ending}"
        path.write_bytes(content)
        assert ending in READERS
        assert read(path).source.text == "Een brief.\n"


def test_pictures_are_never_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "brief.docx"
    path.write_bytes(
        zipped(
            {
                "word/media/image1.png": bytes(30_000_000),
                **RELATIONS,
                "word/document.xml": part("document", p("Tekst.")),
            }
        )
    )
    assert read(path).source.text == "Tekst.\n"


def test_strict_open_xml_is_read(tmp_path: Path) -> None:
    strict = part("document", p("Een brief.")).replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    path = tmp_path / "brief.docx"
    path.write_bytes(with_document(strict))
    assert read(path).source.text == "Een brief.\n"
