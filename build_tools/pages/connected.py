"""The pages that connect the letters, and what a letter's page says beside its text."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import yaml

from build_tools.connections.connect import Connections
from build_tools.model import Letter
from build_tools.output import SiteFile
from build_tools.pages.front_matter import ONE_LINE
from build_tools.pages.letter_names import LetterName, names_of, periods
from build_tools.pages.register import cited_by, cites, dossiers
from build_tools.pages.templating import render
from build_tools.pages.term_pages import followed
from build_tools.pages.theme_pages import Story, ThemePages
from build_tools.papers.citing import citation_of


def connected_pages(letters: Sequence[Letter], connections: Connections) -> Iterator[SiteFile]:
    """Citations, themes and terms. The letters are in order of time."""
    names = names_of(letters)
    time = periods(names.values())
    themes = ThemePages(connections, names, time)
    stories = tuple(themes.stories())
    heads, rows = themes.matrix()
    register = dossiers(connections.references, names)
    terms = tuple(followed(connections, names, time))
    yield SiteFile("verwijzingen.md", render("verwijzingen.md.j2", dossiers=register))
    yield SiteFile("begrippen.md", render("begrippen.md.j2", terms=terms))
    yield SiteFile(
        "themas/index.md",
        render("themas.md.j2", heads=heads, rows=rows, stories=stories, silent=connections.silent),
    )
    for story in stories:
        yield SiteFile(f"themas/{story.theme.id}.md", render("thema.md.j2", meta=_meta(story), story=story))


def _meta(story: Story) -> str:
    values = {"title": story.theme.title, "description": story.theme.introduction}
    return yaml.safe_dump(values, allow_unicode=True, sort_keys=False, width=ONE_LINE)


def around_the_text(letter: Letter, connections: Connections, names: Mapping[str, LetterName]) -> dict[str, Any]:
    """What the page of a letter says before and after its text that is not its own: values for its template."""
    themes = {theme.id: theme for theme in connections.themes}
    return {
        "themes": [themes[id_] for id_ in letter.themes if id_ in themes],
        "citation": citation_of(letter),
        "cites": cites(letter, connections.references, names),
        "cited_by": cited_by(letter, connections.references, names),
    }
