"""The letters as Atom feeds, newest first: all of them, and those of each theme, dossier, ministry and signer.

Their entries keep their ids wherever the site moves. A letter that an editor corrected is new to who follows it: its
`updated` is the day that the catalogue states for that, and no clock is asked.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote
from uuid import NAMESPACE_URL, uuid5

from markupsafe import Markup

from build_tools.addresses import (
    DOSSIERS,
    FEED_OF_DOSSIER,
    FEED_OF_MINISTRY,
    FEED_OF_PERSON,
    FEED_OF_THEME,
    MINISTRIES,
    PERSONS,
    slug,
)
from build_tools.papers.numbers import spaced
from build_tools.papers.persons import person_of
from build_tools.papers.senders import ministry_named
from build_tools.site.described.page_facts import Page, Site

FEED = "feed.xml"
"""The feed of all letters."""
NEWEST = 50
"""Letters in a feed: readers of feeds ask for it every day, and keep what they had."""
_FEED = Markup("""<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="nl">
<title>{title}</title>
<id>{id}</id>
<updated>{updated}</updated>
<link rel="self" type="application/atom+xml" href="{own}"/>
<link rel="alternate" type="text/html" href="{page}"/>
<author><name>{author}</name></author>
{entries}</feed>
""")
_ENTRY = Markup("""<entry>
<title>{title}</title>
<id>{id}</id>
<link rel="alternate" type="text/html" href="{url}"/>
<published>{published}</published>
<updated>{updated}</updated>
{authors}<summary>{summary}</summary>
</entry>
""")
_AUTHOR = Markup("<author><name>{}</name></author>\n")


@dataclass(frozen=True, slots=True)
class Subject:
    """Its feed, what readers call it (nothing where its page alone knows), and its page, from the root of the site."""

    feed: str
    title: str
    page: str


def subjects_of(page: Page) -> Iterator[Subject]:
    """What the letter on a page is about, and who sent it."""
    meta = page.meta
    if dossier := meta.get("dossier"):
        name = slug(str(dossier))
        yield Subject(FEED_OF_DOSSIER.format(name), f"dossier {spaced(str(dossier))}", f"{DOSSIERS}/{name}/")
    if ministry := meta.get("ministry"):
        name = slug(str(ministry))
        yield Subject(FEED_OF_MINISTRY.format(name), ministry_named(str(ministry)), f"{MINISTRIES}/{name}/")
    for person in _signers(page):
        yield Subject(FEED_OF_PERSON.format(slug(person)), person, f"{PERSONS}/{slug(person)}/")
    yield from (Subject(FEED_OF_THEME.format(quote(str(theme))), "", "") for theme in meta.get("themes", ()))


def themes_of(page: Page) -> Iterator[Subject]:
    """The theme that a page is about."""
    if page.kind == "Thema":
        yield Subject(FEED_OF_THEME.format(quote(page.id)), f"thema {page.title}", page.url)


def followed_from(page: Page) -> Iterator[Subject]:
    """The feeds that a page leads to, besides that of all letters: of a letter not those of its many themes."""
    yield from (subject for subject in subjects_of(page) if subject.title)
    yield from themes_of(page)
    for folder, form in {PERSONS: FEED_OF_PERSON, MINISTRIES: FEED_OF_MINISTRY, DOSSIERS: FEED_OF_DOSSIER}.items():
        if page.url.startswith(f"{folder}/") and page.url.count("/") == 2:
            yield Subject(form.format(page.id), page.title, page.url)


@dataclass(frozen=True, slots=True)
class FeedPlace:
    """Where a feed lies: its path, and the way from it to the root of the site, which is whole where that is known."""

    path: str
    root: str


Entries = dict[tuple[str, str], Markup]
"""By the id of a letter and the way to the root of the site its entry in a feed."""


def feeds(pages: Sequence[Page], site: Site) -> dict[str, str]:
    """Every feed of the site, by its path; only letters with a day are in them, so that one can be empty."""
    dated = sorted((page for page in pages if page.kind == "Brief" and page.day), key=lambda page: page.id)
    newest = sorted(dated, key=lambda page: page.day, reverse=True)
    entries: Entries = {}
    made = {FEED: feed(Subject(FEED, site.name, ""), newest, site, entries)}
    for subject, letters in _by_subject(pages, newest).items():
        made[subject.feed] = feed(subject, letters, site, entries)
    for subject in (subject for page in pages for subject in followed_from(page) if subject.feed not in made):
        made[subject.feed] = feed(subject, (), site, entries)
    return made


def _by_subject(pages: Sequence[Page], newest: Sequence[Page]) -> Mapping[Subject, list[Page]]:
    """The letters on each subject that has a page or a number, the newest first."""
    found: dict[Subject, list[Page]] = {subject: [] for page in pages for subject in themes_of(page)}
    themes = {subject.feed: subject for subject in found}
    for page in newest:
        for subject in subjects_of(page):
            own = themes.get(subject.feed, subject)
            if own.title:
                found.setdefault(own, []).append(page)
    return found


def feed(subject: Subject, newest: Sequence[Page], site: Site, entries: Entries) -> str:
    """The newest letters on a subject; without a known address the links count from the feed's own. `entries` are those
    that other feeds have already.
    """
    place = FeedPlace(subject.feed, site.url or "../" * subject.feed.count("/") or "./")
    shown = newest[:NEWEST]
    return str(
        _FEED.format(
            title=site.name if subject.title == site.name else f"{site.name}: {subject.title}",
            id=_id("/".join(filter(None, (site.dossier, subject.feed.removesuffix(".xml"))))),
            updated=max((_moment(_changed(page)) for page in shown), default=_moment("1970-01-01")),
            own=place.root + place.path,
            page=place.root + subject.page,
            author=site.name,
            entries=Markup().join(_entry(page, place.root, entries) for page in shown),
        )
    )


def _entry(page: Page, root: str, entries: Entries) -> Markup:
    """The entry of a letter; the same in each feed from which the site is as far."""
    if (page.id, root) not in entries:
        entries[page.id, root] = _entry_of(page, root)
    return entries[page.id, root]


def _entry_of(page: Page, root: str) -> Markup:
    return _ENTRY.format(
        title=page.title,
        id=_id(page.id),
        url=root + page.url,
        published=_moment(page.day),
        updated=_moment(_changed(page)),
        authors=Markup().join(_AUTHOR.format(name) for name in _signers(page)),
        summary=page.description,
    )


def _signers(page: Page) -> list[str]:
    return [person_of(str(signer["name"])).whole for signer in page.meta.get("signers", ())]


def _changed(page: Page) -> str:
    """The day of a letter, or of its last correction."""
    return max(page.day, str(page.meta.get("corrected", "")))


def _id(name: str) -> str:
    return uuid5(NAMESPACE_URL, f"kamerbrieven:{name}").urn


def _moment(day: str) -> str:
    return f"{day}T00:00:00Z"
