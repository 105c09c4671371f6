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
      versions: [kst-32824-356]      # optional: versions of the same letter that are not found by themselves
      not_versions: [kst-32824-358]  # optional: found as a version, but none

After `read_catalogue`: every id is a document of the folder, every fact is one that the site knows, has the
form that it asks, and says where it was found; no pair of versions is both stated and denied. Values are text,
as they are written: `1`, `2011-06-16`.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import yaml

from build_tools.model import Fact, FactKey, Signer
from build_tools.papers.numbers import KEPT
from build_tools.sources.yaml_nodes import Walker, parse

Check = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Entry:
    """What the catalogue states of one document."""

    layout: str | None = None
    facts: Mapping[FactKey, Fact] = field(default_factory=dict)
    versions: tuple[str, ...] = ()
    not_versions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What is stated, by id. Most documents need no entry."""

    entries: Mapping[str, Entry] = field(default_factory=dict)

    def of(self, id_: str) -> Entry:
        """What is stated of a document; nothing where it has no entry."""
        return self.entries.get(id_, Entry())

    def stated_versions(self) -> set[tuple[str, str]]:
        """The pairs of documents that are versions of each other, in order of id, because an editor says so."""
        return {pair(id_, other) for id_, entry in self.entries.items() for other in entry.versions}

    def denied_versions(self) -> set[tuple[str, str]]:
        """The pairs that are no versions of each other, in order of id, whatever their texts look like."""
        return {pair(id_, other) for id_, entry in self.entries.items() for other in entry.not_versions}


def pair(one: str, other: str) -> tuple[str, str]:
    """Two ids in order."""
    return (one, other) if one < other else (other, one)


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


FACTS: dict[FactKey, tuple[Check, str]] = {
    FactKey.TITLE: (_like(r".+"), "a line of text"),
    FactKey.DATE: (_is_date, "a date like 2011-06-16"),
    FactKey.MINISTRY: (_like(r"(?!(?i:ministerie van )).+"), "the official name without 'ministerie van'"),
    FactKey.DOSSIER: (_like(KEPT), "a number like 32824 or 34200-XV"),
    FactKey.DOSSIER_TITLE: (_like(r".+"), "a line of text"),
    FactKey.ONDERNUMMER: (_like(r"[0-9]+[a-z]?|[A-Z]+"), "a number like 448"),
    FactKey.VERGADERJAAR: (_is_session, "two years in a row like 2010-2011"),
    FactKey.ADDRESSEE: (_like(r".+"), "a line of text"),
    FactKey.PLACE: (_like(r".+"), "a line of text"),
    FactKey.OFFICIAL_URL: (_like(r"https?://[^\s<>\"]+"), "an address that starts with https://"),
}
"""Every fact that one line of text states, when it is right, and how that reads in a message."""

KEYS = ("layout", "facts", "versions", "not_versions")


def read_catalogue(path: Path, ids: Collection[str], layouts: Collection[str]) -> Catalogue:
    """Read the catalogue of a folder; a folder without one has nothing to state."""
    return _Reader(path, ids, layouts).catalogue(parse(path))


@dataclass(frozen=True, slots=True)
class _Reader(Walker):
    """Reads the entries of the documents."""

    ids: Collection[str]
    layouts: Collection[str]

    def catalogue(self, node: yaml.Node | None) -> Catalogue:
        if node is None:
            return Catalogue()
        parts = list(self.mapping(node, "the catalogue"))
        found = Catalogue({id_: self.entry(id_, key, value) for id_, key, value in parts})
        denied = found.denied_versions()
        for id_, key, _ in parts:
            for other in found.of(id_).versions:
                if pair(id_, other) in denied:
                    wrong = f"{id_} and {other} are stated to be versions, and not to be"
                    raise self.error(key, wrong, "keep one of the two")
        return found

    def entry(self, id_: str, key: yaml.Node, node: yaml.Node) -> Entry:
        self.known(id_, key, self.ids, "document", "use the name of a file here, without its ending")
        parts = {}
        for name, at, value in self.mapping(node, id_):
            self.known(name, at, KEYS, "key", f"use one of {_listed(KEYS)}")
            parts[name] = value
        facts = self.mapping(parts["facts"], "facts") if "facts" in parts else ()
        return Entry(
            self.layout(parts["layout"]) if "layout" in parts else None,
            dict(self.fact(*fact) for fact in facts),
            *(tuple(self.documents(parts[name], name, id_)) if name in parts else () for name in KEYS[2:]),
        )

    def layout(self, node: yaml.Node) -> str:
        name = self.text(node, "layout")
        self.known(name, node, self.layouts, "layout", f"use one of {_listed(self.layouts)}")
        return name

    def documents(self, node: yaml.Node, name: str, own: str) -> Iterator[str]:
        """A list of other documents."""
        if not isinstance(node, yaml.SequenceNode) or not node.value:
            raise self.error(node, f"{name} has no list", "write a list of ids: [kst-32824-1]")
        for item in node.value:
            other = self.text(item, name)
            self.known(other, item, self.ids, "document", "use the name of a file here, without its ending")
            if other == own:
                raise self.error(item, f"{own} is named among its own {name}", "name another document")
            yield other

    def fact(self, name: str, at: yaml.Node, node: yaml.Node) -> tuple[FactKey, Fact]:
        self.known(name, at, list(FactKey), "fact", f"use one of {_listed(FactKey)}")
        key, parts = FactKey(name), self.exactly(node, name, ("value", "source"))
        source = self.text(parts["source"], f"source of {name}")
        if key is FactKey.SIGNERS:
            return key, Fact(tuple(self.signers(parts["value"])), source)
        return key, Fact(self.right(parts["value"], key), source)

    def right(self, node: yaml.Node, key: FactKey) -> str:
        value = self.text(node, key)
        check, form = FACTS[key]
        if not check(value):
            raise self.error(node, f"{key} is '{value}'", f"write {form}")
        return value

    def signers(self, node: yaml.Node) -> Iterator[Signer]:
        if not isinstance(node, yaml.SequenceNode) or not node.value:
            raise self.error(node, "signers has no list", "write a list of name and role")
        for item in node.value:
            parts = self.exactly(item, "a signer", ("name", "role"))
            yield Signer(self.text(parts["name"], "name"), self.text(parts["role"], "role"))


def _listed(names: Iterable[str]) -> str:
    return ", ".join(sorted(names))
