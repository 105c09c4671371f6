"""Pages that somebody wrote by hand among the generated ones: what would keep them from becoming a page is said first.

    ---
    title: Colofon
    description: Wie dit maakt.
    ---

    # Colofon

What stands between the lines of dashes is YAML if it states anything (`title: …`), and text between two rules if it
does not. A page names no template: finishing a page counts on the one that every page has.
"""

import re
from collections.abc import Iterable
from functools import partial
from pathlib import Path

import yaml

from build_tools.errors import UserError, all_made, attempt
from build_tools.sources.readers import content_of
from build_tools.sources.yaml_nodes import compose

PAGE_ENDINGS = {".md", ".markdown", ".mdown", ".mkdn", ".mkd"}
"""Files that MkDocs makes pages of."""

TEXT_ENDINGS = PAGE_ENDINGS | {".css", ".js"}
"""Files that become part of the site as text."""

_ABOVE = re.compile(r"---[ \t]*\r?\n(.*?\r?\n)(?:---|\.\.\.)[ \t]*\r?\n", re.DOTALL)
"""What MkDocs takes for front matter: a line of dashes at the very start, others, and one of dashes or dots."""

_TEMPLATE_FIRST = re.compile(r"(?:[ ]{0,3}[A-Za-z0-9_-]+:.*\n|(?:[ ]{4}|\t).*\n)*?[ ]{0,3}template:", re.IGNORECASE)
"""`Title: Colofon` and, below it, `Template: eigen.html`: a page that begins with statements without dashes."""

_STATEMENT = re.compile(r"^[A-Za-z0-9_-]+:(?:\s|$)", re.MULTILINE)
"""`title: Colofon`: a line that states something."""


def own_files(folder: Path, names: Iterable[str]) -> list[str]:
    """The names, if every file is sound; else all that is wrong with them."""
    found = list(names)
    all_made(attempt(partial(_verify, folder / name)) for name in found)
    return found


def _verify(path: Path) -> None:
    """Refuse what no site can have: no file at all, text that is not UTF-8, front matter that is no YAML."""
    try:
        str(path).encode()
    except UnicodeEncodeError:
        raise UserError(path, None, "has a name that is not UTF-8", "give it another name") from None
    if path.suffix in TEXT_ENDINGS or not path.is_file():
        text = _text(path, content_of(path))
        if path.suffix in PAGE_ENDINGS:
            _verify_front_matter(path, text)
            _verify_template(path, text)


def _text(path: Path, content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise UserError(path, line, "is not UTF-8 text", "save it anew as UTF-8") from None


def _verify_front_matter(path: Path, text: str) -> None:
    """MkDocs would show what is no YAML as text of the page, and say nothing."""
    above = _ABOVE.match(text)
    if above is None or not _STATEMENT.search(above[1]):
        return
    compose(path, f"\n{above[1]}".encode())
    try:
        yaml.safe_load(above[1])
    except yaml.constructor.ConstructorError as error:
        line = error.problem_mark.line + 2 if error.problem_mark else None
        raise UserError(path, line, f"is not plain YAML ({error.problem})", "write text after the name") from None
    except ValueError as error:
        raise UserError(path, None, f"states what YAML cannot take ({error})", "put it between quotes") from None


def _verify_template(path: Path, text: str) -> None:
    """Refuse a page that names a template, in either way that MkDocs knows."""
    above = _ABOVE.match(text)
    found = re.search(r"^template[ \t]*:", above[1], re.MULTILINE) if above else _TEMPLATE_FIRST.match(text)
    if found:
        line = text.count("\n", 0, found.end() + (above.start(1) if above else 0)) + 1
        raise UserError(path, line, "names a template, and every page has that of the site", "take this line out")
