"""What search finds: each page that is to be found, and each promise at its place in the register.

A comparison is found by what tells its two letters too, a promise by who made it and by the paragraph that it stands
in; it leads to its place in the register, from which its letter is one step.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from build_tools.addresses import PLEDGE_DATA, PLEDGE_PAGE, YEARS, pairs_named, pledge_place
from build_tools.connections.pledge_words import PledgeKind
from build_tools.dutch.format import dutch_date
from build_tools.papers.opening import says_subject
from build_tools.site.described.page_facts import Page, paper
from build_tools.site.search.entry import IndexEntry
from build_tools.site.search.kinds import unshown_words
from build_tools.site.search.letter_passages import letter_passages
from build_tools.site.search.page_passages import PageText, Sought, packed_texts

LETTER, COMPARISON, PLEDGE, THEME = "Brief", "Vergelijking", "Toezegging", "Thema"
TITLES = {PledgeKind.PROMISE.value: "Toezegging", PledgeKind.KEPT.value: "Nagekomen toezegging"}
"""What search finds as a promise, and how it calls it."""

_PLACE = re.compile(r'^<div id="([^"]+)">$', re.MULTILINE)
"""A promise in the register that has an address of its own."""


def entries(found: Sequence[tuple[Page, Sought | None]], docs: Path) -> list[IndexEntry]:
    """All that search finds of a site."""
    themes = {page.id: page.title for page, _ in found if page.kind == THEME}
    letters = {page.id: page for page, _ in found if page.kind == LETTER}
    pages = [_entry(page, sought, themes, letters) for page, sought in found if sought]
    return [*pages, *_pledges(docs, letters)]


def _entry(page: Page, sought: Sought, themes: Mapping[str, str], letters: Mapping[str, Page]) -> IndexEntry:
    """What search knows of a page. `themes` are the titles of their pages."""
    compared = pairs_named([page.id]) if page.kind == COMPARISON else ()
    pair = next((ids for ids in compared if letters.keys() >= set(ids)), ())
    told = (_told(letters[id_]) for id_ in pair)
    unshown = " ".join(filter(None, (sought.unshown, unshown_words(page.kind), *told)))
    filters = tuple(_filters(page, themes))
    about = " · ".join(filter(None, (sought.about, _subject(page, sought, letters))))
    return IndexEntry(page.url, page.title, page.day, about, unshown, filters, sought.passages)


def _subject(page: Page, sought: Sought, letters: Mapping[str, Page]) -> str:
    """What a letter is about whose title does not say so, as lists tell it: the title of another version, or how it
    begins.
    """
    versions = page.meta.get("versions", ()) if sought.opening else ()
    titles = (letters[id_].title for id_ in versions if id_ in letters)
    return next((f"Andere versie van «{title}»" for title in titles if says_subject(title)), sought.opening)


def _told(letter: Page) -> str:
    """What tells a letter from others: its paper, its day, who signed it and in what office, its ministry."""
    signers = (f"{signer['name']} {signer['role']}" for signer in letter.meta.get("signers", ()))
    day = dutch_date(letter.day) if letter.day else ""
    return " ".join(filter(None, (paper(letter.meta), day, *signers, str(letter.meta.get("ministry", "")))))


def _filters(page: Page, themes: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """By what readers can narrow their search; a theme goes by the title of its page."""
    yield "soort", page.kind
    if page.kind == LETTER:
        yield "brief", page.id
    if page.day:
        yield "jaar", page.day[:4]
    if ministry := page.meta.get("ministry"):
        yield "ministerie", str(ministry)
    yield from (("thema", themes.get(theme, theme)) for theme in page.meta.get("themes", ()))


def _pledges(docs: Path, letters: Mapping[str, Page]) -> Iterator[IndexEntry]:
    """The promises in the register, each once, however many versions its letter has; those of a paragraph are one."""
    path, pages = docs / PLEDGE_DATA, _register(docs)
    said: set[tuple[str, str]] = set()
    places: dict[tuple[str, str], list[Mapping[str, str]]] = {}
    for pledge in json.loads(path.read_bytes()) if path.is_file() else ():
        letter, place = letters.get(pledge["letter"]), (pledge["letter"], pledge["anchor"])
        shown = pledge["kind"] in TITLES and pledge_place(*place) in pages
        if letter and shown and (letter.day, pledge["text"]) not in said:
            said.add((letter.day, pledge["text"]))
            places.setdefault(place, []).append(pledge)
    for (id_, anchor), own in places.items():
        around = {passage.id: passage.text for passage in letter_passages(docs, id_) or ()}
        name = pledge_place(id_, anchor)
        yield _pledge(letters[id_], f"{pages[name]}#{name}", own, around.get(anchor, ""))


def _register(docs: Path) -> dict[str, str]:
    """By the name of a promise's place: the page of the register where it is."""
    paths = (docs / f"{PLEDGE_PAGE}.md", *sorted((docs / PLEDGE_PAGE / YEARS).glob("*.md")))
    texts = ((path, path.read_text(encoding="utf-8")) for path in paths if path.is_file())
    at = ((f"{path.relative_to(docs).with_suffix('').as_posix()}/", text) for path, text in texts)
    return {place: page for page, text in at for place in _PLACE.findall(text)}


def _pledge(letter: Page, url: str, own: Sequence[Mapping[str, str]], around: str) -> IndexEntry:
    """What search knows of promises at one place; `around` is the paragraph of the letter."""
    by = " en ".join(str(signer["name"]) for signer in letter.meta.get("signers", ()))
    title = TITLES[own[0]["kind"]]
    told = (("soort", PLEDGE), ("jaar", letter.day[:4]), ("ministerie", str(letter.meta.get("ministry", ""))))
    return IndexEntry(
        url,
        f"{title} van {by}" if by else title,
        letter.day,
        letter.title,
        f"{unshown_words(PLEDGE)} {_told(letter)} {around}",
        tuple((name, value) for name, value in told if value),
        packed_texts([PageText(url.partition("#")[2], " ".join(pledge["text"] for pledge in own))]),
    )
