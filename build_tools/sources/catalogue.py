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
        corrected:                   # optional: the day on which what the site shows was last corrected, for feeds
          value: 2025-03-01
          source: three notes stood in the text
      versions: [kst-32824-356]      # optional: versions of the same letter that are not found by themselves
      not_versions: [kst-32824-358]  # optional: found as a version, but none
      related: [kst-32824-359]       # optional: found as related, and an editor finds that right
      doubts:                        # optional: places where the reading might be wrong, and what an editor found there
        - at: 58                     # the line, or words that stand in the doubt
          settled: the note has no call in the printed paper either

After `read_catalogue`: of every entry that is sound, the id is a document of the folder, every fact is one that the
site knows, has the form that it asks, and says where it was found; no pair of versions is both stated and denied.
An entry, or its `facts`, of which all lines are still comments states nothing.
Whoever asks for an entry that is not sound gets its mistakes. Values are text, as they are written: `1`, `2011-06-16`.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path
from typing import TypeVar

import yaml

from build_tools.errors import MistakesError, UserError, all_made, attempt, both
from build_tools.model import Doubt, Fact, FactKey, FurtherDossier, Signer
from build_tools.papers.numbers import KEPT
from build_tools.sources.yaml_nodes import Stanzas, Walker, is_blank, looks_like, parse

T = TypeVar("T")
Check = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Settlement:
    """What an editor found at a doubtful place: `at` is its line, or words of it."""

    at: str
    settled: str

    def concerns(self, doubt: Doubt) -> bool:
        return self.at == str(doubt.line) or (not self.at.isdecimal() and self.at in doubt.text)


@dataclass(frozen=True, slots=True)
class CatalogueEntry:
    """What the catalogue states of one document."""

    layout: str | None = None
    facts: Mapping[FactKey, Fact] = field(default_factory=dict)
    versions: tuple[str, ...] = ()
    not_versions: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    doubts: tuple[Settlement, ...] = ()


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What is stated, by id. Most documents need no entry."""

    entries: Mapping[str, CatalogueEntry] = field(default_factory=dict)
    wrong: Mapping[str, UserError] = field(default_factory=dict)
    """The mistakes, by the document that they concern; those of an entry that concerns none by what it is called."""

    def of(self, id_: str) -> CatalogueEntry:
        """What is stated of a document; nothing where it has no entry."""
        if id_ in self.wrong:
            raise self.wrong[id_]
        return self.entries.get(id_, CatalogueEntry())

    def stated_versions(self) -> set[tuple[str, str]]:
        """The pairs of documents that are versions of each other, in order of id, because an editor says so."""
        return {pair(id_, other) for id_, entry in self.entries.items() for other in entry.versions}

    def denied_versions(self) -> set[tuple[str, str]]:
        """The pairs that are no versions of each other, in order of id, whatever their texts look like."""
        return {pair(id_, other) for id_, entry in self.entries.items() for other in entry.not_versions}

    def stated_related(self) -> set[tuple[str, str]]:
        """The pairs of which an editor says that they are related and no versions, in order of id."""
        return {pair(id_, other) for id_, entry in self.entries.items() for other in entry.related}


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
    FactKey.ONDERNUMMER: (_like(r"[0-9]+[a-z]?|[A-Z]+|[0-9]+-[0-9]+"), "a number like 448, or 70-3 in a debate"),
    FactKey.VERGADERJAAR: (_is_session, "two years in a row like 2010-2011"),
    FactKey.ADDRESSEE: (_like(r".+"), "a line of text"),
    FactKey.CORRECTED: (_is_date, "a date like 2011-06-16"),
    FactKey.ASKED: (_is_date, "a date like 2011-06-16"),
    FactKey.SERIES: (
        _like("(?:Aanhangsel )?Handelingen I{1,2}"),
        "(Aanhangsel) Handelingen II, or I of the Eerste Kamer",
    ),
    FactKey.PLACE: (_like(r".+"), "a line of text"),
    FactKey.OFFICIAL_URL: (_like(r"https?://[^\s<>\"]+"), "an address that starts with https://"),
}
"""Every fact that one line of text states, when it is right, and how that reads in a message."""

PAIRS = ("versions", "not_versions", "related")
KEYS = ("layout", "facts", *PAIRS, "doubts")


def read_catalogue(path: Path, ids: Collection[str], layouts: Collection[str]) -> Catalogue:
    """Read the catalogue of a folder; a folder without one has nothing to state."""
    return _CatalogueReader(path, ids, layouts).catalogue(parse(path))


@dataclass(frozen=True, slots=True)
class _CatalogueReader(Walker):
    """Reads the entries of the documents."""

    ids: Collection[str]
    layouts: Collection[str]

    def catalogue(self, node: yaml.Node | None) -> Catalogue:
        found = self.stanzas(node, "the catalogue", self.entry)
        keys = {name: key for name, key, _ in self.keys(node, "the catalogue")} if node else {}
        stated = Catalogue(found.sound)
        denied = stated.denied_versions()
        wrong: dict[str, UserError] = {}
        for id_, error in found.wrong.items():
            about = self.meant(id_, found)
            wrong[about] = MistakesError([wrong[about], error]) if about in wrong else error
        for id_, entry in found.sound.items():
            both_ways = [other for other in entry.versions if pair(id_, other) in denied]
            if both_ways:
                wrong[id_] = MistakesError(self.disputed(id_, other, keys[id_]) for other in both_ways)
        return Catalogue({id_: entry for id_, entry in found.sound.items() if id_ not in wrong}, wrong)

    def meant(self, id_: str, found: Stanzas[CatalogueEntry]) -> str:
        """The document that an entry concerns: of an unknown one that which looks like it, unless it has an entry."""
        close = None if id_ in self.ids else looks_like(id_, self.ids)
        return id_ if close is None or close in found.sound or close in found.wrong else close

    def disputed(self, id_: str, other: str, key: yaml.Node) -> UserError:
        return self.error(key, f"{id_} and {other} are stated to be versions, and not to be", "keep one of the two")

    def entry(self, id_: str, key: yaml.Node, node: yaml.Node) -> CatalogueEntry:
        self.known(id_, key, self.ids, "document", "use the name of a file here, without its ending")
        parts = {} if is_blank(node) else self.among(node, id_, KEYS, f"use one of {_listed(KEYS)}")
        one = partial(both, self.optional(parts, "layout", self.layout), self.optional(parts, "facts", self.facts))
        named = (self.optional(parts, name, partial(self.documents, name=name, own=id_)) for name in PAIRS)
        most = partial(both, attempt(one), attempt(partial(all_made, named)))
        ((layout, facts), pairs), doubts = both(attempt(most), self.optional(parts, "doubts", self.settlements))
        versions, others, related = (ids or () for ids in pairs)
        return CatalogueEntry(layout, facts or {}, versions, others, related, doubts or ())

    def optional(self, parts: dict[str, yaml.Node], name: str, read: Callable[[yaml.Node], T]) -> T | UserError | None:
        return attempt(partial(read, parts[name])) if name in parts else None

    def layout(self, node: yaml.Node) -> str:
        name = self.text(node, "layout")
        self.known(name, node, self.layouts, "layout", f"use one of {_listed(self.layouts)}")
        return name

    def settlements(self, node: yaml.Node) -> tuple[Settlement, ...]:
        """What an editor found at doubtful places."""
        items = self.items(node, "doubts", "write a list of at and settled")
        return tuple(all_made(attempt(partial(self.settlement, item)) for item in items))

    def settlement(self, node: yaml.Node) -> Settlement:
        parts = self.exactly(node, "a doubt", ("at", "settled"))
        return Settlement(self.text(parts["at"], "at"), self.text(parts["settled"], "settled"))

    def documents(self, node: yaml.Node, name: str, own: str) -> tuple[str, ...]:
        """A list of other documents."""
        items = self.items(node, name, "write a list of ids: [kst-32824-1]")
        return tuple(all_made(attempt(partial(self.other, item, name, own)) for item in items))

    def other(self, node: yaml.Node, name: str, own: str) -> str:
        other = self.text(node, name)
        self.known(other, node, self.ids, "document", "use the name of a file here, without its ending")
        if other == own:
            raise self.error(node, f"{own} is named among its own {name}", "name another document")
        return other

    def facts(self, node: yaml.Node) -> dict[FactKey, Fact]:
        parts = [] if is_blank(node) else self.mapping(node, "facts")
        return dict(all_made(attempt(partial(self.fact, *part)) for part in parts))

    def fact(self, name: str, at: yaml.Node, node: yaml.Node) -> tuple[FactKey, Fact]:
        self.known(name, at, list(FactKey), "fact", f"use one of {_listed(FactKey)}")
        key, parts = FactKey(name), self.exactly(node, name, ("value", "source"))
        source = self.text(parts["source"], f"source of {name}")
        if key is FactKey.SIGNERS:
            return key, Fact(tuple(self.signers(parts["value"])), source)
        if key is FactKey.ALSO_IN:
            return key, Fact(tuple(self.dossiers(parts["value"])), source)
        return key, Fact(self.right(parts["value"], key), source)

    def right(self, node: yaml.Node, key: FactKey) -> str:
        value = self.text(node, key)
        check, form = FACTS[key]
        if not check(value):
            raise self.error(node, f"{key} is '{value}'", f"write {form}")
        return value

    def signers(self, node: yaml.Node) -> Iterator[Signer]:
        for item in self.items(node, "signers", "write a list of name and role"):
            parts = self.exactly(item, "a signer", ("name", "role"))
            yield Signer(self.text(parts["name"], "name"), self.text(parts["role"], "role"))

    def dossiers(self, node: yaml.Node) -> Iterator[FurtherDossier]:
        for item in self.items(node, "also_in", "write a list of dossier and title"):
            parts = self.exactly(item, "a dossier", ("dossier", "title"))
            yield FurtherDossier(self.right(parts["dossier"], FactKey.DOSSIER), self.text(parts["title"], "title"))


def _listed(names: Iterable[str]) -> str:
    return ", ".join(sorted(names))
