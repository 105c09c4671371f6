"""Captions: lines that name a figure or a table, above or below it."""

import re

CAPTION = re.compile(
    r"(?:Figuur|Tabel|Grafiek|Kaart|Schema|Diagram|Afbeelding|Foto) "
    r"[A-Z]?\d{1,2}(?:[.-]\d{1,2})*[a-z]?(?:[.:]|\s?[–-])?(?: .*)?"
)
"""`Figuur 1. Organogram`, `Tabel 2.3 – Uitgaven`, `Grafiek 4a Instroom`."""


def is_caption(text: str) -> bool:
    """Whether a text begins as a caption with a number does; a sentence can begin so, too: `Tabel 1 geeft …`."""
    return CAPTION.fullmatch(text) is not None
