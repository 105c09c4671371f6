"""The terms that an editor follows through the years, in `seeds/begrippen.yml`.

burgerschap:
  title: Burgerschap
  about: Wat een burger doet en verantwoordt.
  words: [burgerschap*]          # what counts as a use; the forms of words stand in dutch/words.py
  exclude: [staatsburgerschap]   # optional: what does not
"""

from dataclasses import dataclass
from functools import partial
from pathlib import Path

import yaml

from build_tools.dutch.words import TERM
from build_tools.errors import all_made, attempt
from build_tools.sources.readers import RESERVED
from build_tools.sources.yaml_nodes import Stanzas, Walker, parse

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
    """Read the terms of a folder, which may have none; every mistake in them is named."""
    return term_stanzas(folder).all_sound()


def term_stanzas(folder: Path) -> Stanzas[Term]:
    """The terms that are as they should be, and what is wrong with the others."""
    path = folder / TERMS
    reader = _TermReader(path)
    return reader.stanzas(parse(path), "the list of terms", reader.term)


class _TermReader(Walker):
    """Reads the stanzas."""

    def term(self, id_: str, key: yaml.Node, stanza: yaml.Node) -> Term:
        self.identifier(id_, key)
        if id_ in RESERVED:
            raise self.error(key, f"{id_} is the page of all terms", "call the term otherwise")
        parts = self.exactly(stanza, id_, ("title", "about", "words"), ("exclude",))
        title, about = all_made(attempt(partial(self.text, parts[name], name)) for name in ("title", "about"))
        stated = [name for name in ("words", "exclude") if name in parts]
        lists = all_made(attempt(partial(self.forms, parts[name], name)) for name in stated)
        return Term(id_, title, about, *lists)

    def forms(self, node: yaml.Node, what: str) -> tuple[str, ...]:
        texts = self.texts(node, what)
        all_made(attempt(partial(self.matchable, form, at, TERM)) for form, at in texts)
        return tuple(form for form, _ in texts)
