"""The catalogue as a clerk has it open: on which line something is to be added, and what.

After `addition`: put there as it stands, the catalogue reads as before but for what was added. Where a list or an entry
stands on one line, in brackets, it belongs between these, and says so.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cached_property, partial
from pathlib import Path

import yaml
from markupsafe import Markup

from build_tools.errors import UserError, attempt
from build_tools.sources.readers import content_of
from build_tools.sources.yaml_nodes import Walker, compose, is_blank

INDENT = 2
"""Columns by which what belongs to an entry stands behind it, where nothing there shows how many."""

_PLAIN = re.compile(r"[A-Za-z][\w.()-]*")
"""An id that YAML takes as it is: `kst-32824-448`; any other one is written in quotes."""

Part = tuple[yaml.Node, yaml.Node]


class AdditionPlace(Enum):
    """Where an addition goes."""

    BELOW = "below"
    INSIDE = "inside"
    END = "end"


@dataclass(frozen=True, slots=True)
class Addition:
    """Lines for the catalogue: below a line, between the brackets on it, or at the end (`line` is then the last one).

    `line_says` is what that line is about: an id or a key; nothing at the end.
    """

    place: AdditionPlace
    line: int
    line_says: str
    text: str

    @property
    def shown(self) -> Markup:
        """The text as a page has it, line by line."""
        return Markup("\n").join(self.text.split("\n"))

    @property
    def rows(self) -> int:
        """How many lines it takes."""
        return self.text.count("\n") + 1

    @property
    def columns(self) -> int:
        """How wide it is."""
        return max(map(len, self.text.split("\n")))


@dataclass(frozen=True)
class CatalogueFile:
    """The catalogue of a folder; one that is not there, or is no YAML, has no entries."""

    path: Path

    @cached_property
    def _content(self) -> bytes:
        return content_of(self.path) if self.path.is_file() else b""

    @cached_property
    def _entries(self) -> dict[str, Part]:
        node = attempt(partial(compose, self.path, self._content))
        return self._parts(node) if isinstance(node, yaml.Node) else {}

    def _parts(self, node: yaml.Node) -> dict[str, Part]:
        """The values of a mapping with their keys; none where it is no mapping."""
        keys = attempt(partial(Walker(self.path).keys, node, "it"))
        return {} if isinstance(keys, UserError) else {name: (key, value) for name, key, value in keys}

    @property
    def lines(self) -> list[str]:
        """Its lines as they stand there."""
        return self._content.decode("utf-8-sig", "replace").splitlines()

    def entry_line(self, id_: str) -> int | None:
        """The line on which the entry of a letter begins."""
        return _line(self._entries[id_][0]) if id_ in self._entries else None

    def asking_line(self, id_: str, key: str) -> int | None:
        """The line of an entry on which a comment asks for a fact already."""
        first = self.entry_line(id_)
        after = sorted(line for name in self._entries if (line := self.entry_line(name) or 0) > (first or 0))
        within = range(first or 0, after[0] - 1 if after else len(self.lines)) if first else ()
        asks = re.compile(rf"\s*#\s*{re.escape(key)}:")
        return next((at + 1 for at in within if asks.match(self.lines[at])), None)

    def addition(self, id_: str, key: str, lines: Sequence[str], in_line: str, brackets: str = "[]") -> Addition:
        """Where lines go that belong to a key of a letter's entry; `in_line` says the same between brackets."""
        if id_ not in self._entries:
            text = "\n".join([f"{yaml_name(id_)}:", *_indented([f"{key}:", *_indented(lines)])])
            return Addition(AdditionPlace.END, len(self.lines), "", text)
        own, value = self._entries[id_]
        parts = self._parts(value)
        if key in parts:
            return _below(parts[key], key, lines, in_line)
        return _below((own, value), id_, [f"{key}:", *_indented(lines)], f"{key}: {in_line.join(brackets)}")


def _below(part: Part, says: str, lines: Sequence[str], in_line: str) -> Addition:
    """What is added to the value of a key, first in it."""
    key, value = part
    if isinstance(value, yaml.CollectionNode) and value.flow_style:
        return Addition(AdditionPlace.INSIDE, _line(value), says, in_line)
    column = key.start_mark.column + INDENT if is_blank(value) else value.start_mark.column
    return Addition(AdditionPlace.BELOW, _line(key), says, "\n".join(_indented(lines, column)))


def _indented(lines: Sequence[str], columns: int = INDENT) -> list[str]:
    return [f"{' ' * columns}{line}" for line in lines]


def _line(node: yaml.Node) -> int:
    return node.start_mark.line + 1


def yaml_name(id_: str) -> str:
    """An id as YAML takes it."""
    return id_ if _PLAIN.fullmatch(id_) else json.dumps(id_, ensure_ascii=False)
