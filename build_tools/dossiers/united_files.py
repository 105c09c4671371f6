"""What programs and old addresses find at the root of all sites: one feed, one sitemap, and pages that lead on."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from lxml import etree
from markupsafe import Markup

from build_tools.site.described.feed import NEWEST
from build_tools.site.policy import with_policy

SITEMAP = "sitemap.xml"
OWN_SITEMAP = "sitemap-voor.xml"
"""The pages of the site in front, in the list of all sitemaps."""

_ATOM = "{http://www.w3.org/2005/Atom}"
_MAPS = Markup("""<?xml version="1.0" encoding="utf-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
{}</sitemapindex>
""")
_MAP = Markup("<sitemap><loc>{}</loc></sitemap>\n")
_LEADING = Markup("""<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<title>Deze pagina staat ergens anders</title>
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url={0}">
<link rel="canonical" href="{0}">
<link rel="icon" href="{1}assets/teken.svg">
<script src="{1}assets/verder.js" defer></script>
</head>
<body><p>Deze pagina staat <a href="{0}">hier</a>.</p></body>
</html>
""")
_PAGE = re.compile(r"([^/]+/[^/]+/)index\.html")
"""`brieven/kst-1/index.html`: a page of something in a register, with its address."""


def united_feed(front: bytes, feeds: Mapping[str, bytes]) -> bytes:
    """The newest letters of all dossiers, in the feed of the site in front, which has none; `feeds` are by folder."""
    parser = etree.XMLParser(resolve_entities=False, remove_blank_text=False)
    feed: Any = etree.fromstring(front, parser)
    entries = [entry for name in sorted(feeds) for entry in _entries(name, etree.fromstring(feeds[name], parser))]
    newest = sorted(entries, key=lambda entry: entry.findtext(f"{_ATOM}published") or "", reverse=True)[:NEWEST]
    feed.extend(newest)
    changed = [entry.findtext(f"{_ATOM}updated") or "" for entry in newest]
    feed.find(f"{_ATOM}updated").text = max(changed, default=feed.findtext(f"{_ATOM}updated"))
    whole: bytes = etree.tostring(feed, xml_declaration=True, encoding="utf-8")
    return whole + b"\n"


def _entries(name: str, feed: Any) -> Iterator[Any]:
    """The entries of the feed of a dossier; their links count from the root of all sites."""
    for entry in feed.iter(f"{_ATOM}entry"):
        link = entry.find(f"{_ATOM}link")
        address = link.get("href")
        link.set("href", f"./{name}/{address.removeprefix('./')}" if address.startswith("./") else address)
        yield entry


def united_sitemap(url: str, front: bytes, dossiers: Iterable[str]) -> dict[str, bytes]:
    """The sitemaps of all sites as one list, and that of the site in front beside it."""
    places = [OWN_SITEMAP, *(f"{name}/{SITEMAP}" for name in dossiers)]
    listed = _MAPS.format(Markup().join(_MAP.format(url + place) for place in places))
    return {SITEMAP: listed.encode(), OWN_SITEMAP: front}


def leading_on(pages: Mapping[str, Iterable[str]], taken: Iterable[str]) -> dict[str, bytes]:
    """A page at each address that one site of all letters would have, and one dossier has: it leads on to there.

    `pages` are the files of each dossier by its folder, `taken` the files that the site in front has itself.
    """
    found: dict[str, list[str]] = {}
    for name, files in pages.items():
        for address in (match[1] for file in files if (match := _PAGE.fullmatch(file))):
            found.setdefault(address, []).append(name)
    alone = {address: f"{names[0]}/{address}" for address, names in found.items() if len(names) == 1}
    made = {f"{address}index.html": leading(address, target) for address, target in {**alone, "brieven/": ""}.items()}
    return {path: page for path, page in made.items() if path not in set(taken)}


def leading(address: str, target: str) -> bytes:
    """A page that leads to an address, both from the root of all sites; a script takes the place on the page along."""
    root = "../" * address.count("/")
    return with_policy(_LEADING.format(root + target, root), with_engine=False).encode()
