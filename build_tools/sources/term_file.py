"""The terms that an editor follows through the years, in `seeds/begrippen.yml`.

burgerschap:
  title: Burgerschap
  about: Wat een burger doet en verantwoordt.
  words: [burgerschap*]          # what counts as a use; the forms of words stand in dutch_words.py
  exclude: [staatsburgerschap]   # optional: what does not
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from build_tools.dutch.words import TERM
from build_tools.sources.yaml_nodes import Walker, parse

TERMS = "begrippen.yml"


@dataclass(frozen=True, slots=True)
class Term:
    """A term as stated."""

    id: str
    title: str
    about: str
    words: tuple[str, ...]
    exclude: tuple[str, ...] = ()


def read_terms(folder: Path) -> tuple[Term, ...]:
    """Read the terms of a folder; a folder may have none."""
    path = folder / TERMS
    node = parse(path)
    return tuple(_Reader(path).terms(node)) if node else ()


class _Reader(Walker):
    """Reads the stanzas."""

    def terms(self, node: yaml.Node) -> Iterator[Term]:
        for id_, key, stanza in self.mapping(node, "the list of terms"):
            self.identifier(id_, key)
            parts = self.exactly(stanza, id_, ("title", "about", "words"), ("exclude",))
            title, about = (self.text(parts[name], name) for name in ("title", "about"))
            lists = (tuple(self.forms(parts[name], name)) for name in ("words", "exclude") if name in parts)
            yield Term(id_, title, about, *lists)

    def forms(self, node: yaml.Node, what: str) -> Iterator[str]:
        for form, at in self.texts(node, what):
            self.matchable(form, at, TERM)
            yield form
