"""The door for word processors' files: what a file is, is seen by what is in it, not by its name.

Old Word files and RTF are refused with the way to save them anew; nothing in a file is run or fetched.
"""

from pathlib import Path

from build_tools.draft import Extract
from build_tools.errors import UserError
from build_tools.sources.readers.odt import is_odt, read_odt
from build_tools.sources.readers.office.letter_lines import sheet_of
from build_tools.sources.readers.office.package import Package, locked, opened
from build_tools.sources.readers.office.written import Written
from build_tools.sources.readers.plain.beginnings import PACKAGE, SAVE, refuse_others
from build_tools.sources.readers.word import is_word, read_word

ZIP = b"PK\x03\x04"
OLD = b"\xd0\xcf\x11\xe0"
LOCKED_SIGN = "EncryptedPackage".encode("utf-16-le")
"""What an old kind of file holds that is a locked new one."""
SORTS = (("xl/", "an Excel workbook"), ("ppt/", "a PowerPoint file"))
"""What a package is that holds parts with these names."""


def extract(path: Path, content: bytes) -> Extract:
    """The text of a Word or OpenDocument file, with what it says of its paragraphs."""
    refuse_no_package(path, content)
    package = opened(path, content)
    written, kind = read_package(package)
    sheet = sheet_of(written)
    if not sheet.text.strip():
        raise UserError(path, None, "has no text", "put the letter's text in it or leave it out")
    return Extract(
        text=sheet.text + "\n",
        encoding="UTF-8",
        kind=kind,
        lines=tuple(sheet.lines),
        wrapped=False,
        remarks=(*written.remarks, *sheet.pictures),
    )


def refuse_no_package(path: Path, content: bytes) -> None:
    """Refuse by name what is no package."""
    if not content.strip():
        raise UserError(path, None, "is empty", "put the letter in it or leave it out")
    if content.startswith(OLD) and LOCKED_SIGN in content:
        raise locked(path)
    refuse_others(path, content, PACKAGE)
    if not content.startswith(ZIP):
        raise UserError(path, None, "is no Word or OpenDocument file", SAVE)


def read_package(package: Package) -> tuple[Written, str]:
    """What a package holds, and the name of its kind."""
    if is_odt(package):
        return read_odt(package), "OpenDocument"
    if is_word(package):
        return read_word(package), "Word"
    sort = next((sort for name, sort in SORTS if any(part.startswith(name) for part in package.parts)), "a ZIP file")
    raise UserError(package.path, None, f"is {sort}, no letter of a word processor", SAVE)
