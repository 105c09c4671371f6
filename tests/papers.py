"""The text of PDFs, read back."""

import re
from io import BytesIO

from pypdf import PdfReader


def squeezed(text: str) -> str:
    """Without white space, hyphens (at a line's end a PDF's own look like the letter's) and signs of list items."""
    return re.sub(r"[\s\u2010•-]", "", text)


def page_texts(data: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(BytesIO(data)).pages]
