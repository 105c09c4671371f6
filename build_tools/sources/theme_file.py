"""The themes that an editor states in `seeds/themes.yml`.

    inburgering:
      title: Inburgering
      introduction: Wie zich in Nederland vestigt, leert de taal en de samenleving kennen …
      official: Migratie en integratie       # the theme of the official list that it belongs under
      core: [inburger*, participatieverklaring]     # words that speak of the theme by themselves
      related: [leenstelsel]                        # words that add to them
      exclude: [Wet inburgering niet]               # optional: stretches in which the others do not count
      alone: no                                     # optional: only in letters that speak of other themes too

After `read_themes`: every theme that is sound is whole, every term of it is one that can be matched, and none stands
twice in it. What a term matches stands in `dutch/words.py`, what makes a passage speak of a theme in
`connections/theme_hits.py`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path

import yaml

from build_tools.dutch.words import TERM
from build_tools.errors import all_made, attempt, both
from build_tools.sources.readers import RESERVED
from build_tools.sources.yaml_nodes import Stanzas, Walker, parse

THEMES = "themes.yml"
TEXTS = ("title", "introduction", "official")
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
    alone: bool = True
    """Whether a letter can speak of it that speaks of no other: the words of some belong to every subject."""


def read_themes(folder: Path) -> tuple[Theme, ...]:
    """Read the themes of a folder, which may have none; every mistake in them is named."""
    return theme_stanzas(folder).all_sound()


def theme_stanzas(folder: Path) -> Stanzas[Theme]:
    """The themes that are as they should be, and what is wrong with the others."""
    path = folder / THEMES
    reader = _ThemeReader(path)
    return reader.stanzas(parse(path), "the list of themes", reader.theme)


class _ThemeReader(Walker):
    """Reads the stanzas."""

    def theme(self, id_: str, key: yaml.Node, stanza: yaml.Node) -> Theme:
        self.identifier(id_, key)
        if id_ in RESERVED:
            raise self.error(key, f"{id_} is the page of all themes", "call the theme otherwise")
        parts = self.exactly(stanza, id_, (*TEXTS, "core"), ("related", "exclude", "alone"))
        if alone := parts.get("alone"):
            self.known(self.text(alone, "alone"), alone, ("no",), "value", "write no, or leave it out")
        texts = partial(all_made, [attempt(partial(self.text, parts[name], name)) for name in TEXTS])
        lists = partial(self.lists, {name: parts[name] for name in LISTS if name in parts})
        stated, terms = both(attempt(texts), attempt(lists))
        title, introduction, official = stated
        core, related, exclude = (terms.get(name, ()) for name in LISTS)
        return Theme(id_, title, introduction, official, core, related, exclude, "alone" not in parts)

    def lists(self, nodes: dict[str, yaml.Node]) -> dict[str, tuple[str, ...]]:
        """The terms by the name of their list; a word that is stated twice cannot count in two ways."""
        lists = all_made(attempt(partial(self.terms, node, name)) for name, node in nodes.items())
        self.apart(chain.from_iterable(lists))
        return {name: tuple(term for term, _ in terms) for name, terms in zip(nodes, lists, strict=True)}

    def terms(self, node: yaml.Node, what: str) -> list[tuple[str, yaml.Node]]:
        texts = self.texts(node, what)
        all_made(attempt(partial(self.matchable, term, at, TERM)) for term, at in texts)
        return texts

    def apart(self, terms: Iterable[tuple[str, yaml.Node]]) -> None:
        """Refuse every word that was stated before."""
        seen: set[str] = set()
        again = []
        for term, at in terms:
            if term in seen:
                again.append(self.error(at, f"{term} stands twice in a theme", "keep one of the two"))
            seen.add(term)
        all_made(again)
