"""The pages that connect the letters, and what a letter's page says beside its text."""

from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from functools import partial
from hashlib import sha256
from typing import Any

from build_tools.addresses import page_path
from build_tools.cache.answers import Answers, answers
from build_tools.cache.keyed import UNKEYED, Keyed
from build_tools.cache.remembering import Product, key_of
from build_tools.committing.waiting import PackedFile
from build_tools.connections.connect import Connections
from build_tools.dutch.words import digest_of_words
from build_tools.model import Letter
from build_tools.output import SiteFile
from build_tools.pages.citation_pages import REGISTER, citation_files
from build_tools.pages.day_marks import all_packed
from build_tools.pages.pledge_pages import pledge_pages
from build_tools.pages.registers.citations import cited_by
from build_tools.pages.registers.letter_names import LetterName, names_of, periods
from build_tools.pages.registers.places import AnchorPlaces, RegisterFiles
from build_tools.pages.registers.pledges import listed_pledges
from build_tools.pages.registers.terms import followed
from build_tools.pages.registers.themes import Story, ThemePages
from build_tools.pages.templating import ANEW, KeptPieces, anchor, render
from build_tools.pages.term_pages import terms_begun
from build_tools.pages.theme_pages import FOLDER, register_of, theme_begun
from build_tools.papers.citing import citation_of
from build_tools.papers.of_letter import paper_of
from build_tools.workers.crew import Waiting

WORDS: Product[dict[bytes, bytes]] = Product("words of passages on themes", dict)

MOST_CITING = 50
"""AnchorPlaces that cite a letter which its page shows, the newest; the register has all."""


def connected_pages(
    letters: Sequence[Letter],
    connections: Connections,
    kept: KeptPieces = ANEW,
    keyed: Keyed = UNKEYED,
    meanwhile: Iterable[PackedFile] = (),
) -> Generator[PackedFile, None, AnchorPlaces]:
    """Citations, themes, terms and promises, each page as it is made; in the end where places on them are. The letters
    are in order of time. What only this process makes is made `meanwhile`: others have begun by then.
    """
    names = names_of(letters)
    time, shown = periods(names.values()), key_of("names", tuple(names.values()))
    with answers(keyed.memory, WORDS) as known:
        themes = ThemePages(connections, names, time, partial(_words_of, known))
    of_themes = keyed.memory.all_begun(_of_theme(story, shown, keyed) for story in themes.stories())
    of_terms = keyed.memory.all_begun(terms_begun(tuple(followed(connections, names, time)), shown, keyed))
    yield from meanwhile
    pages = {REGISTER: (yield from _passed_on(citation_files(connections.references, names, shown, keyed)))}
    for register, made in of_themes:
        pages[register] = yield from _passed_on(made)
    places = AnchorPlaces(pages)
    yield from all_packed([SiteFile("themas/index.md", _overview(themes, connections, places))])
    yield from (file for made in of_terms for file in made.files)
    yield from all_packed(pledge_pages(listed_pledges(letters, connections, names), kept))
    yield from all_packed(places.files())
    return places


def _words_of(known: Answers[bytes, bytes], text: str) -> bytes:
    """The digest of the words of a text, as of before."""
    return known.of(sha256(text.encode(errors="surrogatepass")).digest(), partial(digest_of_words, text))


def _of_theme(story: Story, shown: bytes, keyed: Keyed) -> Waiting[tuple[str, RegisterFiles]]:
    """The pages of a theme behind their address; the story itself is let go."""
    register, waiting = register_of(story), theme_begun(story, shown, keyed)
    return lambda: (register, waiting())


def _passed_on(made: RegisterFiles) -> Generator[PackedFile, None, Mapping[str, str]]:
    yield from made.files
    return made.places


def _overview(themes: ThemePages, connections: Connections, places: AnchorPlaces) -> str:
    """The page of all themes."""

    def lead(theme: str, anchor: str) -> str:
        return places.address(f"{FOLDER}/{theme}", anchor).removeprefix(f"{FOLDER}/")

    heads, rows = themes.matrix(lead)
    return render("themas.md.j2", heads=heads, rows=rows, spoken=connections.spoken, silent=connections.silent)


def around_the_text(
    letter: Letter, connections: Connections, names: Mapping[str, LetterName], places: AnchorPlaces
) -> dict[str, Any]:
    """What the page of a letter says before and after its text that is not its own, but for what it cites: values for
    its template.
    """
    themes = {theme.id: theme for theme in connections.themes}
    citing, paper = cited_by(letter, connections.references, names), paper_of(letter)
    return {
        "themes": [themes[id_] for id_ in letter.themes if id_ in themes],
        "citation": citation_of(letter),
        "cited_by": citing[-MOST_CITING:],
        "citing": len(citing),
        "all_citing": places.address(REGISTER, anchor(paper)) if paper else None,
        "theme_places": dict(_theme_places(letter, connections, places)),
    }


def _theme_places(
    letter: Letter, connections: Connections, places: AnchorPlaces
) -> Iterator[tuple[tuple[str, str], str]]:
    """By theme and anchor of each passage that speaks of it: where the pages of the theme show it."""
    for block in letter.blocks:
        for hit in connections.by_passage.get((letter.id, block.anchor), ()):
            place = f"{page_path(letter.id)}-{block.anchor}"
            yield (hit.theme, block.anchor), places.address(f"{FOLDER}/{hit.theme}", place)
