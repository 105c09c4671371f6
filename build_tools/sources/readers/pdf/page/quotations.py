"""Quotations among rows: where one goes on in a paragraph of its own, where one that is set in begins and ends."""

from collections.abc import Sequence

from build_tools.sources.readers.pdf.page.rows import PrintRow

PAIRED = {"«": "»", "“": "”", "„": "”"}
"""Quotation marks that open, each with the one that closes."""
OPENING, CLOSING = "«“„‘'\"", "»”’'\""
SET_IN = 0.8
"""Of the size: a quotation that is set in begins so far right of the text at the least."""


def quotes_on(group: Sequence[PrintRow], row: PrintRow) -> bool:
    """Whether a quotation goes on in a paragraph of its own: each begins with a mark, and the last one closes it."""
    text = " ".join(above.text for above in group)
    closing = PAIRED.get(row.text[0], "")
    return bool(closing) and text.count(row.text[0]) > text.count(closing)


def quoted_apart(group: Sequence[PrintRow], row: PrintRow) -> bool:
    """Whether a quotation that is set in begins at a row, or ended with those before it."""
    before, far = group[-1], SET_IN * row.size
    begins = before.text.endswith(":") and row.text[0] in OPENING and row.x0 > before.x0 + far
    quoted = group[0].text[0] in OPENING and before.text.rstrip("0123456789").endswith(tuple(CLOSING))
    return begins or (quoted and row.x0 < min(above.x0 for above in group) - far)
