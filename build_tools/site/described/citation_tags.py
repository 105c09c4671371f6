"""What reference managers take from a letter's page: the tags that Zotero and Google Scholar read, and Dublin Core.

A signer has one name in all of them, however the letter prints it. What is unknown is left out. `z:` are fields that
Zotero calls by its own names: its guess of the type would become one of the words of the entry.
"""

import re
from collections.abc import Iterator

from markupsafe import Markup

from build_tools.papers.citing import kamerstukken
from build_tools.papers.licences import LETTERS
from build_tools.papers.numbers import nr, unspaced
from build_tools.papers.persons import person_of
from build_tools.papers.senders import ministry_named
from build_tools.site.described.page_facts import Page, Site, paper

_TAG = Markup('<meta name="{}" content="{}">')


def citation_tags(page: Page, site: Site) -> list[Markup]:
    """The tags of a letter's page."""
    return [_TAG.format(name, value) for name, value in _stated(page, site) if value]


def _stated(page: Page, site: Site) -> Iterator[tuple[str, str]]:
    meta = page.meta
    ministry = ministry_named(str(meta["ministry"])) if meta.get("ministry") else ""
    number, url = _number(page), site.url + page.url if site.url else ""
    yield "citation_title", page.title
    names = [person_of(str(signer["name"])).last_first for signer in meta.get("signers", ())]
    yield from (("citation_author", name) for name in names if not _misread(names))
    yield from (("DC.creator", name.removesuffix(",")) for name in names)
    yield "citation_publication_date", page.day.replace("-", "/")
    yield "citation_technical_report_institution", ministry
    yield "citation_technical_report_number", number
    yield "citation_language", "nl"
    yield "citation_public_url", url
    yield from (("DC.title", page.title), ("DC.date", page.day), ("DC.publisher", ministry))
    yield from (("DC.type", _genre(page)), ("z:itemType", "report"), ("z:seriesTitle", _series(page)))
    yield from (("DC.identifier", url or page.id), ("DC.language", "nl"), ("DC.rights", LETTERS))


def _number(page: Page) -> str:
    """`32824, nr. 448`, as a citation writes it; `nr. 1028` in another series."""
    dossier, item = page.meta.get("dossier"), page.meta.get("ondernummer")
    if dossier and item:
        return f"{unspaced(str(dossier))}, {nr(str(item))}"
    series, comma, number = _called(page)
    return f"nr. {number}" if comma else series


def _series(page: Page) -> str:
    item = page.meta.get("ondernummer")
    if page.meta.get("dossier") and item:
        return kamerstukken(str(item), str(page.meta.get("vergaderjaar", "")))
    series, comma, _ = _called(page)
    return series if comma else ""


def _called(page: Page) -> tuple[str, str, str]:
    """`Aanhangsel Handelingen II 2024/25` and `1028`, as a paper of such a series is called, with what parts them."""
    return str(page.meta.get("kamerstuk", "")).partition(", nr. ")


def _genre(page: Page) -> str:
    """`Kamerstuk`, `Aanhangsel`; what has no number is a letter if somebody signed it."""
    return paper(page.meta).partition(" ")[0] or ("Brief" if page.meta.get("signer") else "")


_ENGLISH_ARTICLE = re.compile(r"\.A\.[A-Z]")
"""Initials of which Zotero would write one small, as if it stood in an English title: `J.A.W.`, `J. a. W.`"""

_TWO_PERSONS = re.compile(r"[^,]* [^,]*, ?[^,]* [^,]*")
"""The name of a single author that it would take for two: `van der Burg, Inge Maria`."""


def _misread(names: list[str]) -> bool:
    """Whether Zotero would misread an author; without `citation_author` it takes `DC.creator`, and as it stands."""
    split = len(names) == 1 and _TWO_PERSONS.fullmatch(names[0])
    return bool(split) or any(_ENGLISH_ARTICLE.search(name) for name in names)
