"""What the publishing steps know of a page: values, taken once from what MkDocs hands over."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape, unescape
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from build_tools.addresses import DOSSIERS, MINISTRIES, PERSONS
from build_tools.dutch.format import dutch_date
from build_tools.exports.index_json import INDEX
from build_tools.papers.of_letter import ELSEWHERE, called
from build_tools.site.search.page_passages import passages

KINDS = {
    "brieven": "Brief", "vergelijken": "Vergelijking", "themas": "Thema", "begrippen": "Begrip",
    PERSONS: "Persoon", MINISTRIES: "Ministerie", DOSSIERS: "Dossier",
}  # fmt: skip
GROUPS = KINDS[PERSONS], KINDS[MINISTRIES], KINDS[DOSSIERS]
"""Pages that list letters: search finds them by what they are, not by the titles on them."""
DOSSIER = "dossier"
"""Under what name MkDocs hands on of which dossier a site is."""
OTHER_KIND = "Uitleg en registers"
_TAG = re.compile(r"<sup\b.*?</sup>|<[^<>]*>", re.DOTALL)
"""A tag, or the call of a note with its number: `<b>`, `<sup id="fnref:1">…</sup>`."""
_SUMMARY = 155
"""Characters that search engines show of what a page says of itself."""
_MOSTLY_ENOUGH, _BEGINNING = 4_000, 20_000
"""So much of a page tells how it begins: of most, and whatever stands above its text."""


@dataclass(frozen=True, slots=True)
class Site:
    """Name and address of the whole, which is empty where nobody stated it, whether open data lie in it, and of which
    dossier it is, where each has a site."""

    name: str
    url: str
    with_data: bool = True
    dossier: str = ""

    @property
    def root(self) -> str:
        """The path that the site lies under, for pages that are shown at any depth."""
        return urlsplit(self.url).path or "/"


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the site. `url` counts from the site's root; texts are plain."""

    url: str
    title: str
    description: str
    meta: Mapping[str, Any]

    @property
    def root(self) -> str:
        """The way from the page to the root of the site."""
        return "../" * self.url.count("/") or "./"

    @property
    def kind(self) -> str:
        """What a reader takes it for; `OTHER_KIND` where it is no page of its own kind, or a part of a register."""
        folder, _, rest = self.url.partition("/")
        return KINDS.get(folder, OTHER_KIND) if rest.count("/") == 1 else OTHER_KIND

    @property
    def id(self) -> str:
        """The name of the document that a letter's page shows."""
        return unquote(self.url.rstrip("/").rpartition("/")[2])

    @property
    def day(self) -> str:
        return str(self.meta.get("date", ""))

    @property
    def listed(self) -> bool:
        """Whether search should find it; registers say that it should not, and so is the first page one."""
        search = self.meta.get("search")
        return bool(self.url) and not (isinstance(search, Mapping) and search.get("exclude"))


def site_of(config: Any) -> Site:
    """From MkDocs' settings, whose texts are made harmless for HTML by now."""
    name, with_data = unescape(str(config.site_name)), (Path(config.docs_dir) / INDEX).is_file()
    return Site(name, config.site_url or "", with_data, config.extra.get(DOSSIER, ""))


def page_of(page: Any, site: Site) -> Page:
    """From MkDocs' page, whose title and description are made harmless for HTML by now."""
    title = site.name if page.is_homepage else unescape(str(page.title or ""))
    return Page(page.url, title, unescape(str(page.meta.get("description", ""))), _plain(page.meta))


def _plain(value: Any) -> Any:
    """What YAML states, as texts, numbers, lists and mappings alone: it knows days, too."""
    if isinstance(value, Mapping):
        return {str(key): _plain(one) for key, one in value.items()}
    if isinstance(value, list):
        return list(map(_plain, value))
    return value if isinstance(value, str | int | float | None) else str(value)


def untagged(html: str) -> str:
    """A stretch of HTML without its tags and the markers of notes; its characters are still escaped."""
    return _TAG.sub("", html)


def description(meta: Mapping[str, Any], html: str) -> str:
    """A page in a sentence or two, for lists of search results elsewhere: what it is, and how it begins.

    Made harmless for an attribute, whoever stated it: the theme prints it as it is.
    """
    if stated := meta.get("description"):
        return escape(str(stated))
    about = [part for part in (_whose(meta), paper(meta)) if part]
    first = _text(html[:_MOSTLY_ENOUGH].rpartition("<")[0])
    text = first if len(first) > _SUMMARY else _text(html[:_BEGINNING])
    return escape(_cut(". ".join([*about, text])))


def _text(html: str) -> str:
    return " ".join(passage.text for passage in passages(html))


def _whose(meta: Mapping[str, Any]) -> str:
    signer, day = meta.get("signer"), meta.get("date")
    elsewhere = "catalogue" in meta.get("facts", {}).get("date", {})
    sent = f"van {dutch_date(str(day))}{ELSEWHERE if elsewhere else ''}" if day else ""
    return f"Brief van {signer} {sent}".strip() if signer else f"Stuk {sent}" if sent else ""


def paper(meta: Mapping[str, Any]) -> str:
    """What paper a page is, if it is one."""
    return called(meta["kamerstuk"]) if meta.get("kamerstuk") else ""


def _cut(text: str) -> str:
    """At most so many characters, ending with a word."""
    return text if len(text) <= _SUMMARY else text[:_SUMMARY].rpartition(" ")[0].rstrip(",;:–- ") + "…"
