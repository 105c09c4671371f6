"""The last steps of a build, in order: first every page, then what belongs to the site as a whole."""

import gc
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from html import escape, unescape
from pathlib import Path

from markupsafe import Markup

from build_tools.addresses import BENCH_PAGE, NOT_FOUND, OTHER_DOSSIER
from build_tools.cache.remembering import FORGETFUL, Memory, Product
from build_tools.committing.staying import StandingFolder
from build_tools.committing.sums import digests_of
from build_tools.dutch.format import counted
from build_tools.output import by_hand, put, write, write_each
from build_tools.progress import step
from build_tools.site.described.feed import feeds
from build_tools.site.described.for_machines import for_machines
from build_tools.site.described.linked_data import PICTURE, cited_on, head
from build_tools.site.described.page_facts import GROUPS, OTHER_KIND, Page, Site, paper
from build_tools.site.led_pages import LaidPage, write_led
from build_tools.site.picture import share_picture
from build_tools.site.policy import with_policy
from build_tools.site.polish import ARTICLE, polished
from build_tools.site.search.comparison_entry import comparison_entry
from build_tools.site.search.index import FOLDER, write_index
from build_tools.site.search.letter_passages import letter_passages
from build_tools.site.search.page_passages import PageText, Sought, packed_texts, passages
from build_tools.site.search.quote_index import quote_index
from build_tools.site.search_entries import LETTER, entries
from build_tools.site.sheets.light import lighten
from build_tools.site.sheets.styles import names_in, unite_styles

ENGINES = {"zoeken/": "zoeken.js", BENCH_PAGE: "zelf.js"}
"""The pages on which WebAssembly may run, and the script that runs it, where they have it."""

DRAWN = Product("share picture", bytes)

_SERIES = re.compile(r"<dt>Dossier</dt> <dd>(?:<a [^<>]*>)?([^<]+)")
"""`<dt>Dossier</dt> <dd><a href="…">32 824 Integratiebeleid`: the title of the dossier among the facts of a letter."""
_OPENING = re.compile(r"<dt>Eerste zin</dt> <dd>([^<]+)")
"""`<dt>Eerste zin</dt> <dd>«Hierbij …»`: what a letter is about whose title does not say it."""
_TITLE = re.compile(r"<title>.*?</title>", re.DOTALL)
NOTES = '<div class="footnote">'
_NOTES_SCRIPT = Markup('<script src="{0}assets/noten.js" defer></script>\n')
_NOT_FOUND = Markup("""<h1>Deze pagina is er niet</h1>
<p>Misschien klopt het adres niet helemaal.</p>
<ul>
<li><a href="{0}brieven/">Alle brieven</a></li>
<li><a href="{0}zoeken/">Zoeken</a></li>
<li><a href="{0}">Begin</a></li>
</ul>
""")


@dataclass(frozen=True, slots=True)
class Finished:
    """What is to be known of a page that went to the site: what it is, what search finds of it, the names by which
    style sheets know its elements, as one text: as a set they take ten times its room."""

    page: Page
    sought: Sought | None
    names: str


def page(html: str, about: Page, site: Site, docs: Path) -> tuple[str, Finished]:
    """A page with what programs read in its head, polished, under its policy; and what is to be known of it."""
    tags = head(about, site, cited_on(html)) + _NOTES_SCRIPT.format(about.root) * (NOTES in html)
    led = html.replace(f'href="{OTHER_DOSSIER}', f'href="{about.root}../')
    done = polished(led, about.root).replace("</head>", f"{tags}</head>", 1)
    script = ENGINES.get(about.url)
    made = with_policy(done, script is not None and f"assets/{script}" in done)
    return made, Finished(about, _sought(about, made, docs) if about.listed else None, " ".join(sorted(names_in(made))))


def under(title: str, html: str) -> str:
    """A finished page under the title that it has among all pages."""
    return _TITLE.sub(lambda _: f"<title>{escape(title)}</title>", html, count=1)


def not_found(html: str, site: Site) -> str:
    """The page for addresses that lead nowhere; it is shown at any depth, so it counts from the site's address."""
    told = re.sub(r"<h1>404[^<]*</h1>", lambda _: _NOT_FOUND.format(site.root), html)
    told = _TITLE.sub(lambda _: f"<title>Niet gevonden - {escape(site.name)}</title>", told, count=1)
    return with_policy(polished(told, site.root), with_engine=False)


drawn = lru_cache(maxsize=1)(share_picture)
"""Sites that one process makes, of dossiers or again and again, share a picture: a fifth of the work of a small one."""


def whole(
    finished: Sequence[Finished],
    waiting: Sequence[LaidPage],
    site: Site,
    about: str,
    docs: Path,
    folder: Path,
    memory: Memory = FORGETFUL,
    standing: StandingFolder | None = None,
    lay_static_files: Callable[[], None] = lambda: None,
) -> None:
    """The pages with one style sheet, lighter scripts, feeds, what machines read, share picture, what finds quotations,
    all while the search index is made, unless that of before stays. What a site that stands has to the byte is not
    written again."""

    def beside() -> None:
        lay_static_files()
        _styled(finished, waiting, folder, memory, standing)
        _described(finished, site, about, folder, memory, standing)
        if standing:
            standing.aside.update(digests_of(folder, by_hand(folder)))

    def meanwhile() -> None:
        beside()
        gc.collect()  # what MkDocs let go, looked for now that nobody waits for it

    if standing and standing.keeps(FOLDER):
        beside()
        return
    step("making the search index")
    write_index(entries([(done.page, done.sought) for done in finished], docs), folder, memory, meanwhile, standing)


def _styled(
    finished: Sequence[Finished],
    waiting: Sequence[LaidPage],
    folder: Path,
    memory: Memory,
    standing: StandingFolder | None,
) -> None:
    """The pages with one style sheet, that of what they show, and lighter scripts."""
    lighten(folder)
    sheet = unite_styles(folder, {name for done in finished for name in done.names.split()})
    put(folder / NOT_FOUND, sheet.led((folder / NOT_FOUND).read_text(encoding="utf-8")).encode())
    write_led(waiting, sheet, folder, memory, standing)


def _described(
    finished: Sequence[Finished],
    site: Site,
    about: str,
    folder: Path,
    memory: Memory,
    standing: StandingFolder | None,
) -> None:
    """What tells others of the pages: feeds, what machines read, the picture, and what finds quotations."""
    pages = [done.page for done in finished]
    made = feeds(pages, site) | for_machines(pages, site, about)
    write({path: text.encode() for path, text in made.items()}, folder)
    put(folder / PICTURE, memory.remembered(DRAWN, (site.name, about), partial(drawn, site.name, about)))
    letters = {done.page.id: done.sought.passages for done in finished if done.page.kind == LETTER and done.sought}
    write_each(quote_index(letters, memory), folder, standing=standing)


def _sought(about: Page, html: str, docs: Path) -> Sought | None:
    """What search finds of a finished page; nothing of one without text of its own."""
    if about.kind == "Vergelijking" and (made := comparison_entry(docs, about.id)):
        return made
    if about.kind in GROUPS:
        return Sought(about.description, "", packed_texts(()))
    own = letter_passages(docs, about.id) if about.kind == "Brief" else None
    found = tuple(_shown(about, html) if own is None else own)
    series, opening = _SERIES.search(html), _OPENING.search(html)
    begins = unescape(opening[1]).strip() if opening else ""
    return Sought(_says(about), unescape(series[1]) if series else "", packed_texts(found), begins) if found else None


def _shown(about: Page, html: str) -> Iterator[PageText]:
    """The text that a finished page shows."""
    article = ARTICLE.search(html)
    return (_without_title(passage, about.title) for passage in passages(article[0])) if article else iter(())


def _without_title(passage: PageText, title: str) -> PageText:
    """The title of a page is no part of the passage below it."""
    return PageText(passage.id, passage.text.removeprefix(f"{title} "))


def _says(about: Page) -> str:
    """What tells a letter from others of its title: paper, signers, ministry, versions; of another page what it is."""
    signers = [str(signer["name"]) for signer in about.meta.get("signers", ())]
    others = len(about.meta.get("versions", ()))
    versions = counted(others, "andere versie", "andere versies") if others else ""
    said = [paper(about.meta), *signers, str(about.meta.get("ministry", "")), versions]
    return " · ".join(filter(None, said)) or ("" if about.kind == OTHER_KIND else about.kind)
