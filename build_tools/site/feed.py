"""The letters as an Atom feed, newest first. Its entries keep their ids wherever the site moves."""

from collections.abc import Sequence
from uuid import NAMESPACE_URL, uuid5

from markupsafe import Markup

from build_tools.site.linked_data import FEED
from build_tools.site.page_facts import Page, Site

NEWEST = 50
"""Letters in the feed: readers of feeds ask for it every day, and keep what they had."""
_FEED = Markup("""<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="nl">
<title>{title}</title>
<id>{id}</id>
<updated>{updated}</updated>
<link rel="self" type="application/atom+xml" href="{root}{feed}"/>
<link rel="alternate" type="text/html" href="{root}"/>
<author><name>{title}</name></author>
{entries}</feed>
""")
_ENTRY = Markup("""<entry>
<title>{title}</title>
<id>{id}</id>
<link rel="alternate" type="text/html" href="{root}{url}"/>
<published>{updated}</published>
<updated>{updated}</updated>
{authors}<summary>{summary}</summary>
</entry>
""")
_AUTHOR = Markup("<author><name>{}</name></author>\n")


def feed(pages: Sequence[Page], site: Site) -> str:
    """The newest letters that have a day; without a known address the links count from the feed's own."""
    letters = sorted((page for page in pages if page.kind == "Brief" and page.day), key=lambda page: page.id)
    newest = sorted(letters, key=lambda page: page.day, reverse=True)[:NEWEST]
    return str(
        _FEED.format(
            title=site.name,
            id=_id("feed"),
            updated=_moment(newest[0].day if newest else "1970-01-01"),
            root=site.url or "./",
            feed=FEED,
            entries=Markup().join(_entry(page, site) for page in newest),
        )
    )


def _entry(page: Page, site: Site) -> Markup:
    return _ENTRY.format(
        title=page.title,
        id=_id(page.id),
        root=site.url or "./",
        url=page.url,
        updated=_moment(page.day),
        authors=Markup().join(_AUTHOR.format(signer["name"]) for signer in page.meta.get("signers", ())),
        summary=page.description,
    )


def _id(name: str) -> str:
    return uuid5(NAMESPACE_URL, f"kamerbrieven:{name}").urn


def _moment(day: str) -> str:
    return f"{day}T00:00:00Z"
