"""A YAML file read node by node, so that every complaint can name its line. Nothing in it is interpreted."""

import re
from collections.abc import Callable, Collection
from contextlib import suppress
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import partial
from os.path import lexists
from pathlib import Path
from typing import Any, Generic, TypeVar

import yaml
from yaml.composer import Composer

from build_tools.errors import MistakesError, UserError, all_made, attempt
from build_tools.sources.readers import content_of, stays_inside

T = TypeVar("T")

IN_C: Any = getattr(yaml, "CSafeLoader", object)
"""The part of PyYAML in C, where it has one."""


class QuickLoader(Composer, IN_C):  # type: ignore[misc]
    """Reads signs in C, in a ninth of the time, and makes nodes without it: it ends the program where a text is nested
    too deeply."""

    def __init__(self, text: str) -> None:
        super(Composer, self).__init__(text)
        Composer.__init__(self)


@dataclass(slots=True)
class Stanzas(Generic[T]):
    """What a file states, by id, and under which ids it is wrong."""

    sound: dict[str, T] = field(default_factory=dict)
    wrong: dict[str, UserError] = field(default_factory=dict)

    def all_sound(self) -> tuple[T, ...]:
        """All that is stated; every mistake at once where there is one."""
        if self.wrong:
            raise MistakesError(self.wrong.values())
        return tuple(self.sound.values())


def parse(path: Path) -> yaml.Node | None:
    """The file as nodes, which know their line; none where it is empty, or is not there."""
    if not lexists(path):
        return None
    stays_inside(path)
    return compose(path, content_of(path))


def compose(path: Path, content: bytes) -> yaml.Node | None:
    """The content of a file as nodes."""
    try:
        return _nodes(content.decode("utf-8-sig"))
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        wrong = f"is not YAML ({error.problem})"
        raise UserError(path, line, wrong, "mend this line or the one above") from None
    except (yaml.YAMLError, UnicodeDecodeError):
        wrong = "holds characters that YAML does not know"
        raise UserError(path, None, wrong, "save it anew as UTF-8 text") from None
    except RecursionError:
        raise UserError(path, None, "is nested too deeply", "see README.md for its form") from None


def _nodes(text: str) -> yaml.Node | None:
    """Tabs and byte order marks are allowed in other places by the part in C, and it words what is wrong otherwise."""
    if IN_C is not object and "\t" not in text and "\ufeff" not in text:
        with suppress(yaml.YAMLError):
            return yaml.compose(text, Loader=QuickLoader)
    return yaml.compose(text, Loader=yaml.SafeLoader)


def is_blank(node: yaml.Node) -> bool:
    """Whether nothing stands at a node, or comments alone."""
    return isinstance(node, yaml.ScalarNode) and node.value == "" and not node.style


def looks_like(name: str, names: Collection[str]) -> str | None:
    """The one among names that somebody may have meant."""
    return next(iter(get_close_matches(name, names, n=1)), None)


@dataclass(frozen=True, slots=True)
class Walker:
    """Takes values out of the nodes of one file; what is not as it should be is the user's to mend."""

    path: Path

    def stanzas(self, node: yaml.Node | None, what: str, read: Callable[[str, yaml.Node, yaml.Node], T]) -> Stanzas[T]:
        """The parts of a whole file, each by itself: a mistake in one says nothing of the others."""
        found: Stanzas[T] = Stanzas()
        for name, key, value in self.keys(node, what) if node else ():
            if name in found.sound or name in found.wrong:
                found.sound.pop(name, None)
                found.wrong[name] = self.twice(name, key, what)
                continue
            part = attempt(partial(read, name, key, value))
            if isinstance(part, UserError):
                found.wrong[name] = part
            else:
                found.sound[name] = part
        return found

    def exactly(
        self, node: yaml.Node, what: str, keys: tuple[str, ...], optional: tuple[str, ...] = ()
    ) -> dict[str, yaml.Node]:
        """The values of a mapping that must have these keys, may have the optional ones, and no others."""
        wanted = " and ".join(keys)
        parts = self.among(node, what, (*keys, *optional), f"use {wanted}")
        missing = (name for name in keys if name not in parts)
        all_made(self.error(node, f"{what} has no {name}", f"write {wanted}") for name in missing)
        return parts

    def among(self, node: yaml.Node, what: str, keys: Collection[str], remedy: str) -> dict[str, yaml.Node]:
        """The values of a mapping that may have these keys and no others."""
        parts = self.mapping(node, what)
        all_made(attempt(partial(self.known, name, key, keys, "key", remedy)) for name, key, _ in parts)
        return {name: value for name, _, value in parts}

    def mapping(self, node: yaml.Node, what: str) -> list[tuple[str, yaml.Node, yaml.Node]]:
        """The keys of a mapping as text, with their nodes; none stands twice."""
        parts = self.keys(node, what)
        names = [name for name, _, _ in parts]
        all_made(self.twice(name, key, what) for n, (name, key, _) in enumerate(parts) if name in names[:n])
        return parts

    def keys(self, node: yaml.Node, what: str) -> list[tuple[str, yaml.Node, yaml.Node]]:
        if not isinstance(node, yaml.MappingNode):
            raise self.error(node, f"{what} has no keys", "write 'key: value' lines, indented under it")
        names = all_made(attempt(partial(self.text, key, "key")) for key, _ in node.value)
        return [(name, *pair) for name, pair in zip(names, node.value, strict=True)]

    def twice(self, name: str, key: yaml.Node, what: str) -> UserError:
        return self.error(key, f"{name} stands twice in {what}", "keep one of the two")

    def items(self, node: yaml.Node, what: str, remedy: str) -> list[yaml.Node]:
        """The entries of a list, which has at least one."""
        if not isinstance(node, yaml.SequenceNode) or not node.value:
            raise self.error(node, f"{what} has no list", remedy)
        return list(node.value)

    def texts(self, node: yaml.Node, what: str) -> list[tuple[str, yaml.Node]]:
        """The entries of a list, each one line of text, with their nodes."""
        items = self.items(node, what, "write a list like [een, twee]")
        texts = all_made(attempt(partial(self.text, item, f"an entry of {what}")) for item in items)
        return list(zip(texts, items, strict=True))

    def text(self, node: yaml.Node, what: str) -> str:
        """One line of text, as it is written."""
        value = node.value.strip() if isinstance(node, yaml.ScalarNode) else ""
        if not value or "\n" in value:
            raise self.error(node, f"{what} is not a line of text", "write one line after it")
        return str(value)

    def identifier(self, id_: str, node: yaml.Node) -> None:
        """What is to be part of an address."""
        if not re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", id_):
            raise self.error(node, f"{id_} cannot be an address", "use small letters, digits and hyphens")

    def matchable(self, term: str, node: yaml.Node, form: re.Pattern[str]) -> None:
        """Refuse a term that has not the form of terms."""
        if not form.fullmatch(term):
            raise self.error(node, f"{term} cannot be matched", "write words, with * at an end for any letters")

    def known(self, name: str, node: yaml.Node, names: Collection[str], what: str, remedy: str) -> None:
        """Refuse a name that is not among these, with the one that it looks like."""
        if name not in names:
            close = looks_like(name, names)
            hint = f"is it {close}?" if close else remedy
            raise self.error(node, f"{name} is no known {what}", hint)

    def error(self, node: yaml.Node, wrong: str, remedy: str) -> UserError:
        """What is wrong at a node, with its line."""
        return UserError(self.path, node.start_mark.line + 1, wrong, remedy)
