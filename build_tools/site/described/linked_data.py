"""What programs read in a page's head: its place on the web, its picture, and a letter's facts as JSON-LD.

https://schema.org/Report fits a letter to parliament best: it has a number, a publisher and a day, and is no law.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from typing import Any
from urllib.parse import quote

from markupsafe import Markup

from build_tools.addresses import LETTER_DATA
from build_tools.as_json import in_one_line
from build_tools.papers.licences import DATA, LETTERS, LETTERS_NOTICE
from build_tools.papers.numbers import identifier
from build_tools.papers.persons import person_of
from build_tools.papers.publications import address
from build_tools.papers.senders import identifier_of, ministry_named
from build_tools.site.described.citation_tags import citation_tags
from build_tools.site.described.feed import FEED, followed_from
from build_tools.site.described.for_machines import DATA_FILES, SEARCH_DESCRIPTION
from build_tools.site.described.page_facts import Page, Site, paper, untagged

_LISTED = re.compile(r'<h2 id="verwijst-naar".*?(?=<h2|</section>)', re.DOTALL)
"""The list of what a letter cites, on its page."""

_CITED = re.compile(r'<dt>(?:<a href="\.[^"]*">(.*?)</a> <a class="weg" href="([^"]*)">|<a href="([^"]*)">(.*?)</a>)')
"""`<dt><a href="../kst-1/">Kamerstuk …</a> <a class="weg" href="https://…">`, or with its official address alone."""

REGISTERS = {
    "brieven": "Brieven", "vergelijken": "Vergelijken", "themas": "Thema’s", "begrippen": "Begrippen",
    "verwijzingen": "Verwijzingen", "verantwoording": "Verantwoording", "personen": "Ondertekenaars",
    "ministeries": "Ministeries",
}  # fmt: skip
"""What readers call the page of a folder."""


@dataclass(frozen=True, slots=True)
class CitedSource:
    """A source that a letter cites: what readers call it, and its official address."""

    name: str
    url: str


PICTURE = "assets/deelplaatje.png"


def head(page: Page, site: Site, cited: Sequence[CitedSource] = ()) -> Markup:
    """The tags to put into a page's head; `cited` is what a letter cites."""
    feed = Markup('<link rel="alternate" type="application/atom+xml" title="{}" href="{}">')
    tags = [feed.format(f"{site.name}: nieuwste brieven", page.root + FEED)]
    tags += [feed.format(f"{site.name}: {one.title}", page.root + one.feed) for one in followed_from(page)]
    tags += _open_graph(page, site)
    tags.append(Markup('<style media="print">{}</style>').format(_running_foot(page)))
    described: list[dict[str, Any]] = []
    if page.kind == "Brief":
        tags += citation_tags(page, site)
        described.append(letter(page, site, cited))
    described += [data_set(page, site)] if not page.url and site.with_data else []
    described += [trail(page, site)] if page.url.count("/") > 1 else []
    tags += [Markup('<script type="application/ld+json">{}</script>').format(_json(one)) for one in described]
    if site.url:
        search = Markup('<link rel="search" type="application/opensearchdescription+xml" title="{}" href="{}">')
        tags.append(search.format(site.name, page.root + SEARCH_DESCRIPTION))
    return Markup("\n").join(tags) + Markup("\n")


def _running_foot(page: Page) -> Markup:
    """In print each sheet names its paper or page; a browser knows no other way to get a text into its margin."""
    text = paper(page.meta) or page.title
    escaped = "".join(sign if sign.isalnum() or sign in " ,." else f"\\{ord(sign):x} " for sign in text)
    return Markup(f'@page {{ @bottom-left {{ content: "{escaped}" }} }}')  # noqa: S704 - no sign of HTML is left in it


def _open_graph(page: Page, site: Site) -> Iterator[Markup]:
    """How a link to the page looks elsewhere; address and picture have to be whole addresses."""
    known = {
        "og:type": "article" if page.kind == "Brief" else "website",
        "og:site_name": site.name,
        "og:locale": "nl_NL",
        "og:title": page.title,
        "og:description": page.description,
    }
    if site.url:
        known |= {"og:url": site.url + page.url, "og:image": site.url + PICTURE, "og:image:alt": site.name}
    for name, value in known.items():
        yield Markup('<meta property="{}" content="{}">').format(name, value)


def letter(page: Page, site: Site, cited: Sequence[CitedSource] = ()) -> dict[str, Any]:
    """A letter's facts in the words of schema.org; what is unknown is left out."""
    meta = page.meta
    ministry, dossier = meta.get("ministry"), meta.get("dossier")
    known = {
        "@context": "https://schema.org",
        "@type": "Report",
        "name": page.title,
        "description": page.description,
        "inLanguage": "nl",
        "datePublished": page.day,
        "dateModified": str(meta.get("corrected", "")),
        "reportNumber": meta.get("kamerstuk"),
        "identifier": page.id,
        "author": [_person(signer) for signer in meta.get("signers", ())],
        "sourceOrganization": ministry and _ministry(str(ministry)),
        "isPartOf": dossier and _thing("CreativeWork", f"Kamerstukdossier {dossier}"),
        "sameAs": _official(meta),
        "citation": [_thing("CreativeWork", one.name) | {"url": one.url} for one in cited],
        "license": LETTERS,
        "copyrightNotice": LETTERS_NOTICE,
        "encoding": {
            "@type": "MediaObject",
            "encodingFormat": "application/json",
            "license": DATA,
            "contentUrl": (site.url or page.root) + LETTER_DATA.format(quote(page.id)),
        },
        "url": site.url + page.url if site.url else None,
    }
    return {key: value for key, value in known.items() if value}


def data_set(page: Page, site: Site) -> dict[str, Any]:
    """All open data, on the first page of the site."""
    root = site.url or page.root
    files = ({"name": what, "contentUrl": root + path} for path, what in DATA_FILES.items())
    download = {"@type": "DataDownload", "encodingFormat": "application/json"}
    known = {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": site.name,
        "description": page.description,
        "inLanguage": "nl",
        "isAccessibleForFree": True,
        "license": DATA,
        "url": site.url,
        "distribution": [download | file for file in files],
    }
    return {key: value for key, value in known.items() if value}


def trail(page: Page, site: Site) -> dict[str, Any]:
    """The way from the first page to this one: by the register that it stands in."""
    root, folder = site.url or page.root, page.url.partition("/")[0]
    steps = [("", site.name), (f"{folder}/", REGISTERS.get(folder, folder)), (page.url, page.title)]
    items = [
        {"@type": "ListItem", "position": n, "name": name, "item": root + path}
        for n, (path, name) in enumerate(steps, 1)
    ]
    return {"@context": "https://schema.org", "@type": "BreadcrumbList", "itemListElement": items}


def cited_on(html: str) -> list[CitedSource]:
    """What a letter cites, as its finished page lists it."""
    listed = _LISTED.search(html)
    found = _CITED.findall(listed[0]) if listed else []
    return [
        CitedSource(unescape(untagged(here or name)), unescape(official or url)) for here, official, url, name in found
    ]


def _person(signer: Any) -> dict[str, str]:
    role = {"jobTitle": signer["role"]} if signer.get("role") else {}
    return _thing("Person", person_of(signer.get("name", "")).whole) | role


def _ministry(name: str) -> dict[str, str]:
    identifier = identifier_of(name)
    known = {"identifier": identifier} if identifier else {}
    return _thing("GovernmentOrganization", ministry_named(name)) | known


def _thing(kind: str, name: str) -> dict[str, str]:
    return {"@type": kind, "name": name}


def _official(meta: Any) -> str | None:
    series, number = meta.get("dossier"), meta.get("ondernummer")
    return address(identifier(series, number)) if series and number else None


def _json(value: Any) -> Markup:
    """JSON that no HTML parser takes for the end of its element."""
    written = in_one_line(value)
    for sign in "<>&":
        written = written.replace(sign, f"\\u{ord(sign):04x}")
    return Markup(written)  # noqa: S704 - no sign of HTML is left in it
