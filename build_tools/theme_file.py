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

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from build_tools.dutch_words import TERM
from build_tools.yaml_file import Walker, parse

THEMES = "themes.yml"
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


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
    node = parse(path) if path.exists() else None
    return tuple(_Reader(path).themes(node)) if node else ()


class _Reader(Walker):
    """Reads the stanzas."""

    def themes(self, node: yaml.Node) -> Iterator[Theme]:
        for id_, key, stanza in self.mapping(node, "the list of themes"):
            if not _ID.fullmatch(id_):
                raise self.error(key, f"{id_} cannot be an address", "use small letters, digits and hyphens")
            needed, optional = ("title", "introduction", "official", "core"), ("related", "exclude")
            parts = self.exactly(stanza, id_, needed, optional)
            lists = {name: tuple(self.terms(parts[name], name)) for name in ("core", *optional) if name in parts}
            self.apart(lists, parts)
            texts = (self.text(parts[name], name) for name in needed[:3])
            yield Theme(id_, *texts, **lists)

    def terms(self, node: yaml.Node, what: str) -> Iterator[str]:
        for term, at in self.texts(node, what):
            if not TERM.fullmatch(term):
                raise self.error(at, f"{term} cannot be matched", "write words, with * at an end for any letters")
            yield term

    def apart(self, lists: dict[str, tuple[str, ...]], parts: dict[str, yaml.Node]) -> None:
        seen: set[str] = set()
        for name, terms in lists.items():
            for term in terms:
                if term in seen:
                    raise self.error(parts[name], f"{term} stands twice in a theme", "keep one of the two")
                seen.add(term)
