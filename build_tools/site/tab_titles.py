"""What a page is called in a tab, a bookmark, a list of search results: its title and what it is, each page its own.

After `TabTitles.of`: no two pages have one title, and none is longer than such lists show. A heading stays as it is.
"""

from itertools import chain, count

from build_tools.dutch.format import dutch_date, shortened
from build_tools.site.described.page_facts import KINDS, Page, Site, paper

LONGEST = 70
"""Characters that lists of search results show of a title, with the name of the site."""

LEAST = 20
"""Characters of a page's own name at the least: with fewer it says nothing."""

SAID = (KINDS["themas"], KINDS["begrippen"])
"""Kinds whose titles do not say what they are: a word can be the name of a theme and a term."""


class TabTitles:
    """Gives each page its title; knows those that were given."""

    def __init__(self) -> None:
        self._given: set[str] = set()

    def of(self, page: Page, site: Site) -> str:
        """The title: with what it is, where that is not enough with the page's own name in its address, or a number."""
        if not page.url:
            return self._noted(site.name)
        said = chain((what_it_is(page), page.id, page.url.strip("/")), map(str, count(2)))
        named = (titled(page.title, what, site) for what in said)
        return self._noted(next(title for title in named if title not in self._given))

    def clear(self) -> None:
        """Begin a site anew."""
        self._given.clear()

    def _noted(self, title: str) -> str:
        self._given.add(title)
        return title


def what_it_is(page: Page) -> str:
    """Of a letter its paper or its day; of another page its kind, where its own title does not say it."""
    if page.kind == "Brief":
        day = f"brief van {dutch_date(page.day)}" if page.day else page.id
        what = paper(page.meta) or day
        return "" if what.casefold() in page.title.casefold() else what
    return page.kind.lower() if page.kind in SAID else ""


def titled(name: str, what: str, site: Site) -> str:
    """A title of at most so many characters: what follows the name stands whole, the name ends with a word.

    What leaves too little of the name is left out: the site's own name, or all that follows.
    """
    said = f", {what}" if what else ""
    end = next(end for end in (f"{said} - {site.name}", said, "") if len(end) <= LONGEST - LEAST)
    return shortened(name, max(LONGEST - len(end), 1)) + end
