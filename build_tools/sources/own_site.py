"""One's own site, as `mkdocs.yml` in the working folder states it. What it leaves out is as the program has it.

    site_name: Brieven over water
    site_url: https://www.example.org/water/      # the environment's SITE_URL goes before it
    site_description: Wat de regering de Kamer over water schrijft.
    copyright: Gemaakt door de waterschappen. https://www.example.org/
    nav:                                          # pages that come behind the others
      - Colofon: colofon.md

After `read_own_site`: each is one line of plain text, the address is a whole one, and an entry of the navigation is a
page that is not in it yet, or an address. Settings of MkDocs that could bring code of their own into the build
are refused, and so is every other: pages, finishing and search count on those that the program has.
"""

import os
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import yaml

from build_tools.errors import UserError
from build_tools.folders import CONFIG
from build_tools.sources.yaml_nodes import Walker, parse

BASE = Path(str(files("build_tools"))) / "site" / CONFIG
"""The settings that every site has."""

STATED = ("site_name", "site_url", "site_description", "copyright", "nav")
FOR_MKDOCS = {"INHERIT": "build_tools/site/mkdocs.yml", "hooks": "build_tools/site/hook.py"}
"""How the clone leads MkDocs to the program's own settings when it runs by itself; other values are refused."""

CODE = ("INHERIT", "hooks", "plugins")
VARIABLE = "SITE_URL"
WHOLE = "write a whole one like https://www.example.org/brieven/"

_ADDRESS = re.compile(r"https?://[A-Za-z0-9.:\[\]-]+(?:/[A-Za-z0-9._~%/-]*)?")
"""`https://www.example.org:8080/brieven`: scheme, host, path; no question, no place on a page, no sign of HTML."""

_PAGE = re.compile(r"(?!/)(?!.*(?:^|/)\.\.?/)[^:?#\\]+\.md")
"""`colofon.md`, `over/ons.md`: a path below the folder of pages, with no `..` in it."""


@dataclass(frozen=True, slots=True)
class NavEntry:
    """A page or address in the navigation, and the line that states it."""

    title: str
    target: str
    line: int


@dataclass(frozen=True, slots=True)
class OwnSite:
    """The site as its owner calls it, with its whole navigation.

    `url` ends in a slash; it is empty where nobody stated it. `dossier` is the folder of a site that is one of several.
    """

    path: Path
    name: str
    url: str
    about: str
    copyright: str
    nav: tuple[NavEntry, ...]
    dossier: str = ""

    @property
    def notices(self) -> tuple[str, ...]:
        """What its owner should know before it is published."""
        lacking = f"{self.path}: states no site_url, so no page says where the site is (no canonical links, no sitemap)"
        return () if self.url else (f"{lacking}; before you publish, state it there or in {VARIABLE}",)


def read_own_site(path: Path) -> OwnSite:
    """What the file states, or else the program. The file need not be there."""
    base, own = _OwnSiteReader(BASE), _OwnSiteReader(path)
    usual, stated = base.values(), own.values()
    texts = [
        own.text(stated[key], key) if key in stated else base.text(usual[key], key)
        for key in ("site_name", "site_description", "copyright")
    ]
    url = _of_environment() or (own.address(stated["site_url"]) if "site_url" in stated else "")
    nav = list(base.navigation(usual["nav"]))
    nav += own.navigation(stated["nav"], {entry.target for entry in nav}) if "nav" in stated else ()
    name, about, rights = texts
    return OwnSite(path, name, url, about, rights, tuple(nav))


def _of_environment() -> str:
    """The address that is stated when building; it goes before the file's."""
    stated = os.environ.get(VARIABLE, "").strip()
    if stated and not _ADDRESS.fullmatch(stated):
        raise UserError(VARIABLE, None, f"{stated} is no address of a site", WHOLE)
    return _with_slash(stated)


def _with_slash(address: str) -> str:
    return address and address.rstrip("/") + "/"


class _OwnSiteReader(Walker):
    """Takes what a site states out of the settings."""

    def values(self) -> dict[str, yaml.Node]:
        """The settings that kamerbrieven reads, by name."""
        node = parse(self.path)
        found = {name: (key, value) for name, key, value in self.mapping(node, "the file")} if node else {}
        if self.path != BASE:
            for name, (key, value) in found.items():
                self.may_differ(name, key, value)
        return {name: value for name, (_, value) in found.items() if name in STATED}

    def may_differ(self, name: str, key: yaml.Node, value: yaml.Node) -> None:
        """Refuse what a site may not state for itself."""
        if name in CODE:
            values = value.value if isinstance(value, yaml.SequenceNode) else [value]
            if [one.value for one in values] != [FOR_MKDOCS.get(name)]:
                raise self.error(key, f"{name} would bring other code or settings into the build", "take it out")
            return
        self.known(name, key, STATED, "setting of a site", f"take it out; a site may state {', '.join(STATED)}")

    def address(self, node: yaml.Node) -> str:
        stated = self.text(node, "site_url")
        if not _ADDRESS.fullmatch(stated):
            raise self.error(node, f"{stated} is no address of a site", WHOLE)
        return _with_slash(stated)

    def navigation(self, node: yaml.Node, there: Collection[str] = ()) -> Iterator[NavEntry]:
        """The entries, each with a title of its own; none leads to a page that is `there` already."""
        form = "write '- Title: page.md'"
        if not isinstance(node, yaml.SequenceNode):
            raise self.error(node, "nav has no list", form)
        for item in node.value:
            entries = list(self.mapping(item, "an entry of nav"))
            if len(entries) != 1:
                raise self.error(item, "an entry of nav has more than one title", form)
            title, _, value = entries[0]
            target = self.text(value, f"nav: {title}")
            if not (_PAGE.fullmatch(target) or _ADDRESS.fullmatch(target)):
                raise self.error(value, f"{target} is no page and no address", form)
            if target in there:
                raise self.error(value, f"{target} is in the navigation already", "state only what comes behind it")
            yield NavEntry(title, target, value.start_mark.line + 1)
