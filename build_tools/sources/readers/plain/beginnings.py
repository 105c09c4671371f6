"""What a file is by its first bytes, whatever its name says. A reader refuses by name what is not its own."""

from pathlib import Path

from build_tools.errors import UserError

PDF, PACKAGE, TEXT = "a PDF file", "a Word, OpenDocument or ZIP file", "plain text"

SAVE = "open it in the word processor and save it as .docx or as PDF"
PICTURE = "have it read by a program for text recognition (OCR), or leave it out"

BEGINNINGS: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF-", PDF, "give it the ending .pdf"),
    (b"PK\x03\x04", PACKAGE, "give it its own ending (.docx, .odt)"),
    (b"\xd0\xcf\x11\xe0", "a Word file of before 2007 (.doc)", SAVE),
    (b"{\\rtf", "an RTF file", SAVE),
    (b"\x89PNG", "a PNG picture", PICTURE),
    (b"\xff\xd8\xff", "a JPEG picture", PICTURE),
    (b"GIF8", "a GIF picture", PICTURE),
    (b"II*\0", "a TIFF picture", PICTURE),
    (b"MM\0*", "a TIFF picture", PICTURE),
    (b"\x1f\x8b", "a gzip file", "unpack it first"),
)
"""How a file begins, what it then is, and what to do."""

BEGIN = 1024
"""In bytes: so far into a file every picture and archive has shown itself."""

TEXTUAL = bytes({*range(0x20, 0x100), *b"\t\n\r\f"} - {0x7F})
"""The bytes that a text in any encoding of these letters can have: no control characters but white space."""


def refuse_others(path: Path, content: bytes, own: str) -> None:
    """Refuse what is plainly of another kind than the reader's own."""
    start = content[:BEGIN].lstrip()
    for beginning, what, remedy in BEGINNINGS:
        if what != own and start.startswith(beginning):
            raise UserError(path, None, f"is {what}", remedy)
    if own != TEXT and may_be_text(start):
        raise UserError(path, None, f"is {TEXT}", "give it the ending .txt")


def may_be_text(start: bytes) -> bool:
    """Whether the begin of a file has no sign that text never has: pictures, archives and tables begin with one."""
    return not start.translate(None, TEXTUAL)
