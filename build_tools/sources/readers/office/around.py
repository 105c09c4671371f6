"""What stands around the text of a letter, by its styles and its place in the file: letterhead, margin, page edges."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from build_tools.model import Reason
from build_tools.sources.readers.office.layout_tables import begins_text
from build_tools.sources.readers.office.standing import Standing
from build_tools.sources.readers.office.styles import role_of

PAGE = re.compile(r"(?:pagina|blad|bladzijde|blz\.?|p\.?)? ?\d* ?(?:(?:van|/|uit) ?\d*)?", re.IGNORECASE)
"""`Pagina 2 van 4`, a number alone."""
REASONS = {"head": Reason.HEAD, "margin": Reason.MARGIN, "edge": Reason.PAGE_FOOT}


def head_of_first_page(found: Iterable[Standing]) -> list[Standing]:
    """What stands in the head of the first page: a margin by its style, a page number, else letterhead."""
    return [replace(one, left_out=reason_at_head(one), table=0, cell=None) for one in found]


def reason_at_head(one: Standing) -> Reason:
    if PAGE.fullmatch(one.text):
        return Reason.PAGE_FOOT
    return Reason.MARGIN if role_of(one.paragraph) == "margin" else Reason.HEAD


def edges_of_pages(found: Iterable[Standing]) -> list[Standing]:
    """What stands at the edges of all other pages."""
    return [replace(one, left_out=Reason.PAGE_FOOT, table=0, cell=None) for one in found]


def letterhead_in_body(found: Sequence[Standing]) -> list[Standing]:
    """The body with its letterhead and margin left out, as far as their styles name them.

    What stands between them before the text begins belongs to them. Where no style tells, the rules for text do.
    """
    begins = next((at for at, one in enumerate(found) if not role_around(one) and begins_text(one.text)), len(found))
    last = max((at for at, one in enumerate(found[:begins]) if role_around(one) and not one.boxed), default=-1)
    return [replace(one, left_out=reason_in_body(one, at, begins, last)) for at, one in enumerate(found)]


def role_around(one: Standing) -> str:
    """The role of a paragraph that its style puts around the text; nothing for a paragraph in a table of the letter."""
    role = role_of(one.paragraph)
    return role if role in REASONS and not one.table else ""


def reason_in_body(one: Standing, at: int, begins: int, last: int) -> Reason | None:
    """Why a paragraph of the body is no text; None where it is. A number that a field left is part of the head."""
    role = role_around(one)
    if role and (at < begins or one.boxed):
        return REASONS[role]
    lone = at < begins and last >= 0 and not any(map(str.isalpha, one.text))
    return Reason.HEAD if at < last or lone else None
