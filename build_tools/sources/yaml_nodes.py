"""A YAML file read node by node, so that every complaint can name its line. Nothing in it is interpreted."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from os.path import lexists
from pathlib import Path

import yaml

from build_tools.errors import UserError
from build_tools.sources.readers import content_of, stays_inside


def parse(path: Path) -> yaml.Node | None:
    """The file as nodes, which know their line; none where it is empty, or is not there."""
    if not lexists(path):
        return None
    stays_inside(path)
    content = content_of(path)
    try:
        return yaml.compose(content.decode("utf-8-sig"), Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        wrong = f"is not YAML ({error.problem})"
        raise UserError(path, line, wrong, "mend this line or the one above") from None
    except (yaml.YAMLError, UnicodeDecodeError):
        wrong = "holds characters that YAML does not know"
        raise UserError(path, None, wrong, "save it anew as UTF-8 text") from None
    except RecursionError:
        raise UserError(path, None, "is nested too deeply", "see README.md for its form") from None


@dataclass(frozen=True, slots=True)
class Walker:
    """Takes values out of the nodes of one file; what is not as it should be is the user's to mend."""

    path: Path

    def exactly(
        self, node: yaml.Node, what: str, keys: tuple[str, ...], optional: tuple[str, ...] = ()
    ) -> dict[str, yaml.Node]:
        """The values of a mapping that must have these keys, may have the optional ones, and no others."""
        wanted = " and ".join(keys)
        parts = {}
        for name, key, value in self.mapping(node, what):
            self.known(name, key, (*keys, *optional), "key", f"use {wanted}")
            parts[name] = value
        for missing in (name for name in keys if name not in parts):
            raise self.error(node, f"{what} has no {missing}", f"write {wanted}")
        return parts

    def mapping(self, node: yaml.Node, what: str) -> Iterator[tuple[str, yaml.Node, yaml.Node]]:
        """The keys of a mapping as text, with their nodes."""
        if not isinstance(node, yaml.MappingNode):
            raise self.error(node, f"{what} has no keys", "write 'key: value' lines, indented under it")
        seen: set[str] = set()
        for key, value in node.value:
            name = self.text(key, "key")
            if name in seen:
                raise self.error(key, f"{name} stands twice in {what}", "keep one of the two")
            seen.add(name)
            yield name, key, value

    def texts(self, node: yaml.Node, what: str) -> Iterator[tuple[str, yaml.Node]]:
        """The entries of a list, each one line of text, with their nodes."""
        if not isinstance(node, yaml.SequenceNode) or not node.value:
            raise self.error(node, f"{what} has no list", "write a list like [een, twee]")
        for item in node.value:
            yield self.text(item, f"an entry of {what}"), item

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
            close = get_close_matches(name, names, n=1)
            hint = f"is it {close[0]}?" if close else remedy
            raise self.error(node, f"{name} is no known {what}", hint)

    def error(self, node: yaml.Node, wrong: str, remedy: str) -> UserError:
        """What is wrong at a node, with its line."""
        return UserError(self.path, node.start_mark.line + 1, wrong, remedy)
