"""How debates are read from a citation of the Handelingen: the items of a sitting, or its pages."""

import re

from build_tools.citations.cited_numbers import LONGEST_RANGE
from build_tools.citations.grammar import HOUSE, ITEM, NR, OF_SESSION, PAGE_WORD, PLACE, SLASH, SPACE, Target
from build_tools.citations.other_series import house_of, listed, session_of, whole
from build_tools.papers.numbers import DASH
from build_tools.papers.publications import DEBATES_BY_ITEM

ITEM_WORD = r"\(?item(?P<plural>s)?(?:nummers?|nrs?\.?)?(?:\snr\.)?"
"""`item`, `(item`, `items`, `itemnr.`."""

SITTING_NUMBER = rf"(?:{NR}{SPACE})?(?P<sitting>\d{{1,3}})(?:(?:e|de|ste)\s{{1,3}}vergadering)?"
"""`nr. 66`, `66`, `66ste vergadering`."""

_SITTING_ITEM = re.compile(
    rf"{SITTING_NUMBER}(?:{SPACE},?{SPACE}{ITEM_WORD}{SPACE}|{DASH}(?=\d{{1,2}}(?!\d))(?P<joined>)){ITEM}"
)
"""The item of a sitting: `nr. 66, item 6`, `66, items 3 en 4`, `nr. 66-6`."""

_FURTHER_SITTING = re.compile(
    rf"(?:{PLACE})?(?:,|;|,?\sen|,?\salsmede)\s"
    rf"(?:(?:{HOUSE},?\s)?{OF_SESSION}(?P<year>(?:19|20)\d\d){SPACE}{SLASH}{SPACE}(?:\d{{4}}|\d\d),?\s)?"
    rf"(?={SITTING_NUMBER}{SPACE},?{SPACE}\(?item)"
)
"""A further sitting, of the same session or of another: ` en nr. 78, item 4`, `; 2019/20, nr. 3, item 4`."""

_FURTHER_JOINED = re.compile(rf"(?:{PLACE})?(?:,|;|\sen)\s(?=\d{{1,3}}{DASH}\d{{1,2}}(?!\d))")
"""The same where items are joined to their sittings: `66-6, p. 3 en 78-4`."""

_FURTHER_ITEM = re.compile(rf"(?:{PLACE}|\s?\([^()]{{1,40}}\))?(?:,|;|\s(?:en|resp\.|respectievelijk))\sitems?\s{ITEM}")
"""A further item of the same sitting: ` en item 7`, `, p. 3, item 7`."""

_OF_ITSELF = re.compile(rf"{SPACE},?{SPACE}\(?item")
"""What makes a number a sitting and no item: `item 3 en 78, item 4`."""

_PAGE_OF_JOINED = re.compile(rf"{DASH}\d{{1,4}}(?!\d)")
"""The page behind a joined item: `66-6-12`."""

_UNTIL = rf"{SPACE}(?:{DASH}|t/m|tot\sen\smet){SPACE}"
_PAGES = re.compile(
    rf"(?:{NR}{SPACE}(?P<sitting>\d{{1,3}}){SPACE},?{SPACE})?{PAGE_WORD}{SPACE}"
    rf"(?P<one>\d{{1,5}}){_UNTIL}(?P<two>\d{{1,5}})(?![\d-])"
)
"""The pages of a sitting: `nr. 39, p. 3876-3888`, `blz. 7909-7943`, `p. 3876–88`."""

_PAGES_OF_SITTING = re.compile(
    rf"(?:{PAGE_WORD}{SPACE})?(?P<sitting>\d{{1,3}}){DASH}(?P<one>\d{{3,5}})"
    rf"(?:{_UNTIL}(?:(?P=sitting){DASH})?(?P<two>\d{{1,5}}))?(?!\d)"
)
"""The same with the sitting before each page: `39-3876`, `p. 34-2345 – 34-2356`."""

LONGEST_DEBATE = 300
"""Pages at the most: what lies further apart is a sitting with its page, `34-2345`."""


def debate(match: re.Match[str], text: str) -> list[Target]:
    """The items of a sitting, or its pages; a sitting alone is no one paper."""
    if item := _SITTING_ITEM.match(text, match.end()):
        return _items_of_sittings(item, text, match)
    of_sitting = _PAGES_OF_SITTING.match(text, match.end())
    if of_sitting and int(of_sitting["one"]) - int(of_sitting["sitting"]) > LONGEST_DEBATE:
        return _by_page(of_sitting, match)
    pages = _PAGES.match(text, match.end())
    return _by_page(pages, match) if pages else []


def debate_of_session_behind(match: re.Match[str], _: str) -> list[Target]:
    """The item whose session stands behind it: `Handelingen II, nr. 66, item 6 (2016/17)`."""
    return whole(f"{_base(match)}-{session_of(match)}-{match['sitting']}-{match['item']}", match)


def _base(match: re.Match[str]) -> str:
    return f"h-{house_of(match)}"


def _by_page(pages: re.Match[str], match: re.Match[str]) -> list[Target]:
    """Debates until 2009 by their pages, in 2009/10 by sitting and first page; later ones have items."""
    year, base = int(match["year"]), f"{_base(match)}-{session_of(match)}"
    one, two = pages["one"], pages["two"]
    if year < DEBATES_BY_ITEM - 1 and two:
        return whole(f"{base}-{one}-{one[: -len(two)] + two if len(two) < len(one) else two}", match, pages.end())
    by_sitting = year == DEBATES_BY_ITEM - 1 and pages["sitting"] and house_of(match) == "tk"
    return whole(f"{base}-{pages['sitting']}-{one}", match, pages.end()) if by_sitting else []


def _items_of_sittings(item: re.Match[str], text: str, match: re.Match[str]) -> list[Target]:
    targets: list[Target] = []
    base, session = _base(match), session_of(match)
    found: re.Match[str] | None = item
    while found and len(targets) < LONGEST_RANGE:
        here = _of_sitting(found, text, f"{base}-{session}-{found['sitting']}")
        targets += here
        further = _further(found, here[-1].end, text) if here else None
        named = further.groupdict() if further else {}
        if further and named.get("house"):
            base = _base(further)
        if further and named.get("year"):
            session = session_of(further)
        found = _SITTING_ITEM.match(text, further.end()) if further else None
    return targets


def _further(item: re.Match[str], end: int, text: str) -> re.Match[str] | None:
    if item["joined"] is None:
        return _FURTHER_SITTING.match(text, end)
    page = _PAGE_OF_JOINED.match(text, end)
    return _FURTHER_JOINED.match(text, page.end() if page else end)


def _of_sitting(item: re.Match[str], text: str, base: str) -> list[Target]:
    """The items of one sitting; one that is joined to it, `66-6`, stands alone, for a page may follow."""
    if item["joined"] is not None:
        return [Target(f"{base}-{item['item']}", item.start("sitting"), item.end())]
    targets = _items(item, text, base)
    while targets and (more := _items(_FURTHER_ITEM.match(text, targets[-1].end), text, base)):
        targets += more
    return targets


def _items(first: re.Match[str] | None, text: str, base: str) -> list[Target]:
    """Those named one behind the other, up to a number that is a sitting with items of its own."""
    targets = listed(first, text, base)
    return next((targets[:n] for n, one in enumerate(targets) if n and _OF_ITSELF.match(text, one.end)), targets)
