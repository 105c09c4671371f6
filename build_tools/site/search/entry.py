"""A page, or a promise within one, as search finds it."""

from collections.abc import Iterable
from dataclasses import dataclass

from build_tools.site.search.page_passages import PageText


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """A page as search finds it: address, title, day (ISO, or empty), what it says of itself, filters, passages.

    `unshown` are words by which it is found too: the title of its dossier, what readers call pages of its kind.
    """

    url: str
    title: str
    day: str
    about: str
    unshown: str
    filters: tuple[tuple[str, str], ...]
    passages: Iterable[PageText]
