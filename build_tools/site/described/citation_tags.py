"""What reference managers take from a letter's page: the tags that Zotero and Google Scholar read, and Dublin Core.

A signer has one name in all of them, however the letter prints it. What is unknown is left out.
"""

from collections.abc import Iterator

from markupsafe import Markup

from build_tools.papers.licences import LETTERS
from build_tools.papers.numbers import nr, unspaced
from build_tools.papers.persons import person_of
from build_tools.papers.senders import ministry_named
from build_tools.site.described.page_facts import Page, Site

_TAG = Markup('<meta name="{}" content="{}">')


def citation_tags(page: Page, site: Site) -> list[Markup]:
    """The tags of a letter's page."""
    return [_TAG.format(name, value) for name, value in _stated(page, site) if value]


def _stated(page: Page, site: Site) -> Iterator[tuple[str, str]]:
    meta = page.meta
    ministry = ministry_named(str(meta["ministry"])) if meta.get("ministry") else ""
    number, url = _number(page), site.url + page.url if site.url else ""
    yield "citation_title", page.title
    for name in (person_of(str(signer["name"])).last_first for signer in meta.get("signers", ())):
        yield "citation_author", name
        yield "DC.creator", name
    yield "citation_publication_date", page.day.replace("-", "/")
    yield "citation_technical_report_institution", ministry
    yield "citation_technical_report_number", number
    yield "citation_language", "nl"
    yield "citation_public_url", url
    yield from (("DC.title", page.title), ("DC.date", page.day), ("DC.publisher", ministry), ("DC.type", "report"))
    yield from (("DC.identifier", url or page.id), ("DC.language", "nl"), ("DC.rights", LETTERS))


def _number(page: Page) -> str:
    """`32824, nr. 448`, as a citation writes it."""
    dossier, item = page.meta.get("dossier"), page.meta.get("ondernummer")
    return f"{unspaced(str(dossier))}, {nr(str(item))}" if dossier and item else str(page.meta.get("kamerstuk", ""))
