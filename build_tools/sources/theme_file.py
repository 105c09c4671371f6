"""The themes that an editor states in `seeds/themes.yml`.

    inburgering:
      title: Inburgering
      introduction: Wie zich in Nederland vestigt, leert de taal en de samenleving kennen …
      official: Migratie en integratie       # the theme of the official list that it belongs under
      core: [inburger*, participatieverklaring]     # words that speak of the theme by themselves
      related: [leenstelsel]                        # words that add to them
      exclude: [Wet inburgering niet]               # optional: stretches in which the others do not count

After `read_themes`: every theme is whole, every term is one that can be matched, and no term stands twice in a theme.
What a term matches stands in `dutch_words.py`, what makes a passage speak of a theme in `themes.py`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import yaml

from build_tools.dutch.words import TERM
from build_tools.sources.readers import RESERVED
from build_tools.sources.yaml_nodes import Walker, parse

THEMES = "themes.yml"
LISTS = ("core", "related", "exclude")


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme as stated."""

    id: str
    title: str
    introduction: str
    official: str
    core: tuple[str, ...]
    related: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()


def read_themes(folder: Path) -> tuple[Theme, ...]:
    """Read the themes of a folder; a folder may have none."""
    path = folder / THEMES
    node = parse(path)
    return tuple(_Reader(path).themes(node)) if node else ()


class _Reader(Walker):
    """Reads the stanzas."""

    def themes(self, node: yaml.Node) -> Iterator[Theme]:
        for id_, key, stanza in self.mapping(node, "the list of themes"):
            self.identifier(id_, key)
            if id_ in RESERVED:
                raise self.error(key, f"{id_} is the page of all themes", "call the theme otherwise")
            needed, optional = ("title", "introduction", "official", "core"), ("related", "exclude")
            parts = self.exactly(stanza, id_, needed, optional)
            lists = [tuple(self.terms(parts[name], name)) if name in parts else () for name in LISTS]
            self.apart(chain.from_iterable(lists))
            title, introduction, official = (self.text(parts[name], name) for name in needed[:3])
            yield Theme(id_, title, introduction, official, *(tuple(term for term, _ in terms) for terms in lists))

    def terms(self, node: yaml.Node, what: str) -> Iterator[tuple[str, yaml.Node]]:
        for term, at in self.texts(node, what):
            self.matchable(term, at, TERM)
            yield term, at

    def apart(self, terms: Iterable[tuple[str, yaml.Node]]) -> None:
        """Refuse a word that is stated twice: it cannot count in two ways."""
        seen: set[str] = set()
        for term, at in terms:
            if term in seen:
                raise self.error(at, f"{term} stands twice in a theme", "keep one of the two")
            seen.add(term)
