"""What programs read in a page's head: its place on the web, its picture, and a letter's facts as JSON-LD.

https://schema.org/Report fits a letter to parliament best: it has a number, a publisher and a day, and is no law.
"""

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from markupsafe import Markup

from build_tools.addresses import LETTER_DATA
from build_tools.as_json import in_one_line
from build_tools.pages.licences import DATA, LETTERS, LETTERS_NOTICE
from build_tools.papers.numbers import identifier
from build_tools.papers.persons import person_of
from build_tools.papers.publications import address
from build_tools.site.citation_tags import citation_tags
from build_tools.site.page_facts import Page, Site, paper

PICTURE = "assets/deelplaatje.png"
FEED = "feed.xml"


def head(page: Page, site: Site) -> Markup:
    """The tags to put into a page's head."""
    feed = Markup('<link rel="alternate" type="application/atom+xml" title="{}" href="{}">')
    tags = [feed.format(f"{site.name}: nieuwste brieven", page.root + FEED), *_open_graph(page, site)]
    tags.append(Markup('<style media="print">{}</style>').format(_running_foot(page)))
    if page.kind == "Brief":
        tags += citation_tags(page, site)
        tags.append(Markup('<script type="application/ld+json">{}</script>').format(_json(letter(page, site))))
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


def letter(page: Page, site: Site) -> dict[str, Any]:
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
        "reportNumber": meta.get("kamerstuk"),
        "identifier": page.id,
        "author": [_person(signer) for signer in meta.get("signers", ())],
        "sourceOrganization": ministry and _thing("GovernmentOrganization", f"Ministerie van {ministry}"),
        "isPartOf": dossier and _thing("CreativeWork", f"Kamerstukdossier {dossier}"),
        "sameAs": _official(meta),
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


def _person(signer: Any) -> dict[str, str]:
    role = {"jobTitle": signer["role"]} if signer.get("role") else {}
    return _thing("Person", person_of(signer.get("name", "")).whole) | role


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
