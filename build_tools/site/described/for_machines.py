"""What machines look for at the root of a site: robots.txt, llms.txt, a search description, the data as a catalogue.

No file says where the site is while nobody stated it: a sitemap and a search description, which need whole addresses,
are then left out, and other addresses count from the file.
"""

from collections.abc import Sequence
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from markupsafe import Markup

from build_tools.addresses import PLEDGE_DATA
from build_tools.as_json import as_json
from build_tools.exports.index_json import INDEX, REFERENCES, THEMES
from build_tools.papers.licences import DATA
from build_tools.site.described.feed import FEED
from build_tools.site.described.page_facts import Page, Site

CATALOGUE = "data/catalogus.jsonld"
SEARCH_DESCRIPTION = "opensearch.xml"
DATA_FILES = {
    INDEX: "Alle brieven en vergelijkingen met hun bestanden",
    REFERENCES: "Alle verwijzingen in de brieven",
    THEMES: "De passages van elk thema",
    PLEDGE_DATA: "Wat bewindspersonen toezeggen, en wat moties en verzoeken beantwoordt",
}
"""The files that lead to all others, and what they are."""

_EUROPE = "http://publications.europa.eu/resource/authority/"
_SEARCH = Markup("""<?xml version="1.0" encoding="utf-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
<ShortName>{name}</ShortName>
<Description>{about}</Description>
<InputEncoding>UTF-8</InputEncoding>
<Language>nl</Language>
<Url type="text/html" template="{root}zoeken/?q={{searchTerms}}"/>
</OpenSearchDescription>
""")
_LONGEST_NAME = 16
"""The most that a browser shows of a search description's name; the standard allows no more."""


def for_machines(pages: Sequence[Page], site: Site, about: str) -> dict[str, str]:
    """The files, by path."""
    files = {"robots.txt": _robots(site)}
    if site.with_data:
        files["llms.txt"] = _for_language_models(site, about)
        files[CATALOGUE] = as_json(_catalogue(pages, site, about))
    if site.url:
        search = _SEARCH.format(name=site.name[:_LONGEST_NAME], about=about, root=site.url)
        files[SEARCH_DESCRIPTION] = str(search)
    return files


def _robots(site: Site) -> str:
    sitemap = f"\nSitemap: {site.url}sitemap.xml\n" if site.url else ""
    return f"User-agent: *\nAllow: /\n{sitemap}"


def _for_language_models(site: Site, about: str) -> str:
    """What the site is and where its data are, in the form of https://llmstxt.org."""
    data = "\n".join(f"- [{path}]({site.url}{path}): {what}" for path, what in DATA_FILES.items())
    return f"""# {site.name}

> {about}

De tekst van elke brief is woord voor woord die van de bron; wat de bron niet zegt, draagt zijn vindplaats. Rechtsgeldig
is alleen de officiële publicatie, waar een brief naar verwijst als zijn nummer bekend is. Elke alinea heeft een vast
adres (`brieven/<naam>/#al-12`); citeer haar daarmee.

## Gegevens

{data}
- [over/]({site.url}over/): hoe de site gemaakt is en wat de velden van de gegevens betekenen

## Lezen

- [brieven/]({site.url}brieven/): alle brieven op volgorde van datum
- [themas/]({site.url}themas/): de thema’s
- [{FEED}]({site.url}{FEED}): de nieuwste brieven (Atom)
"""


def _catalogue(pages: Sequence[Page], site: Site, about: str) -> dict[str, Any]:
    """The data set in the words of DCAT-AP-DONL, as far as the site knows them; its publisher it does not."""
    root = site.url or "../"
    days = [str(page.meta.get("corrected") or page.day) for page in pages if page.kind == "Brief" and page.day]
    return {
        "@context": {
            "dcat": "http://www.w3.org/ns/dcat#",
            "dct": "http://purl.org/dc/terms/",
            "xsd": "http://www.w3.org/2001/XMLSchema#",
        },
        "@id": f"{root}{CATALOGUE}#brieven",
        "@type": "dcat:Dataset",
        "dct:identifier": uuid5(NAMESPACE_URL, f"kamerbrieven:{site.url or site.name}").urn,
        "dct:title": {"@value": site.name, "@language": "nl"},
        "dct:description": {"@value": about, "@language": "nl"},
        "dct:language": {"@id": f"{_EUROPE}language/NLD"},
        "dct:license": {"@id": DATA},
        "dct:accessRights": {"@id": f"{_EUROPE}access-right/PUBLIC"},
        **({"dct:modified": {"@value": max(days), "@type": "xsd:date"}} if days else {}),
        "dcat:theme": {"@id": f"{_EUROPE}data-theme/GOVE"},
        "dcat:landingPage": {"@id": f"{root}over/"},
        "dcat:distribution": [_distribution(path, what, root) for path, what in DATA_FILES.items()],
    }


def _distribution(path: str, what: str, root: str) -> dict[str, Any]:
    return {
        "@type": "dcat:Distribution",
        "dct:title": {"@value": what, "@language": "nl"},
        "dcat:accessURL": {"@id": f"{root}{path}"},
        "dcat:downloadURL": {"@id": f"{root}{path}"},
        "dct:format": {"@id": f"{_EUROPE}file-type/JSON"},
        "dct:license": {"@id": DATA},
    }
