"""The catalogue: what the text of a document does not say, each fact with where it was found.

    kst-32824-357:
      layout: kamerstuk            # optional: only where the layout is not recognised
      facts:
        date:
          value: 2022-04-05
          source: the official page, https://...
        signers:
          value:
            - name: C.E.G. van Gennip
              role: Minister van Sociale Zaken en Werkgelegenheid
          source: ...

After `read_catalogue`: every id is a document of the folder, every fact is one that the site knows, has the
form that it asks, and says where it was found. Values are text, as they are written: `1`, `2011-06-16`.
"""

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import yaml

from build_tools.model import Fact, Signer
from build_tools.yaml_file import Walker, parse

Check = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Entry:
    """What the catalogue states of one document."""

    layout: str | None = None
    facts: dict[str, Fact] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What is stated, by id. Most documents need no entry."""

    entries: dict[str, Entry] = field(default_factory=dict)

    def of(self, id_: str) -> Entry:
        return self.entries.get(id_, Entry())


def _is_date(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _is_session(text: str) -> bool:
    years = re.fullmatch(r"(\d{4})-(\d{4})", text)
    return years is not None and int(years[2]) == int(years[1]) + 1


def _like(pattern: str) -> Check:
    return lambda text: re.fullmatch(pattern, text) is not None


FACTS: dict[str, tuple[Check, str]] = {
    "title": (_like(r".+"), "a line of text"),
    "date": (_is_date, "a date like 2011-06-16"),
    "ministry": (_like(r"(?!(?i:ministerie van )).+"), "the official name without 'ministerie van'"),
    "dossier": (_like(r"\d{5}(-[A-Z0-9]+)?"), "a number like 32824 or 34200-XV"),
    "dossier_title": (_like(r".+"), "a line of text"),
    "ondernummer": (_like(r"[0-9]+[a-z]?|[A-Z]+"), "a number like 448"),
    "vergaderjaar": (_is_session, "two years in a row like 2010-2011"),
    "addressee": (_like(r".+"), "a line of text"),
    "place": (_like(r".+"), "a line of text"),
    "official_url": (_like(r"https?://[^\s<>\"]+"), "an address that starts with https://"),
}
"""Every fact that one line of text states, when it is right, and how that reads in a message."""

SIGNERS = "signers"


def read_catalogue(path: Path, ids: Collection[str], layouts: Collection[str]) -> Catalogue:
    """Read the catalogue of a folder; a folder without one has nothing to state."""
    if not path.exists():
        return Catalogue()
    return _Reader(path, ids, layouts).catalogue(parse(path))


@dataclass(frozen=True, slots=True)
class _Reader(Walker):
    """Reads the entries of the documents."""

    ids: Collection[str]
    layouts: Collection[str]

    def catalogue(self, node: yaml.Node | None) -> Catalogue:
        if node is None:
            return Catalogue()
        pairs = self.mapping(node, "the catalogue")
        return Catalogue({id_: self.entry(id_, key, value) for id_, key, value in pairs})

    def entry(self, id_: str, key: yaml.Node, node: yaml.Node) -> Entry:
        self.known(id_, key, self.ids, "document", "use the name of a file here, without its ending")
        layout, facts = None, {}
        for name, at, value in self.mapping(node, id_):
            self.known(name, at, ("layout", "facts"), "key", "use layout or facts")
            if name == "facts":
                facts = {fact: self.fact(fact, *rest) for fact, *rest in self.mapping(value, "facts")}
            else:
                layout = self.text(value, "layout")
                self.known(layout, value, self.layouts, "layout", f"use one of {_listed(self.layouts)}")
        return Entry(layout, facts)

    def fact(self, name: str, key: yaml.Node, node: yaml.Node) -> Fact:
        facts = (*FACTS, SIGNERS)
        self.known(name, key, facts, "fact", f"use one of {_listed(facts)}")
        parts = self.exactly(node, name, ("value", "source"))
        source = self.text(parts["source"], f"source of {name}")
        if name == SIGNERS:
            return Fact(tuple(self.signers(parts["value"])), source)
        return Fact(self.right(parts["value"], name), source)

    def right(self, node: yaml.Node, name: str) -> str:
        value = self.text(node, name)
        check, form = FACTS[name]
        if not check(value):
            raise self.error(node, f"{name} is '{value}'", f"write {form}")
        return value

    def signers(self, node: yaml.Node) -> Iterator[Signer]:
        if not isinstance(node, yaml.SequenceNode) or not node.value:
            raise self.error(node, "signers has no list", "write a list of name and role")
        for item in node.value:
            parts = self.exactly(item, "a signer", ("name", "role"))
            yield Signer(self.text(parts["name"], "name"), self.text(parts["role"], "role"))


def _listed(names: Collection[str]) -> str:
    return ", ".join(sorted(names))
