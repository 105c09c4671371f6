"""What the user named: files, folders of them, and papers by their number or address.

After `asked_for`: every file is there, and stands in the list once; every paper has the identifier by which the
official services know it. What is neither is a mistake, each on its line.
"""

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import filterfalse
from os.path import lexists
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

from build_tools.citations.find import citations
from build_tools.citations.forms import PAPERS
from build_tools.errors import UserError, attempt
from build_tools.papers.publications import EUROPE
from build_tools.sources.readers import READERS, ending_of, stays_inside
from build_tools.sources.readers.official_xml.metadata import ENDINGS, is_metadata
from build_tools.sources.readers.plain.beginnings import BEGIN, may_be_text
from build_tools.sources.seeds import is_editorial, is_hidden

PUBLISHER, PARLIAMENT = "officielebekendmakingen.nl", "tweedekamer.nl"

_IDENTIFIER = re.compile(r"(?:kst|blg|ah|h|stb|stcrt|trb)-[\w()-]{1,60}")
"""A paper as the official publications call it, also where no citation does: `blg-1184123`, `kst-1268678`."""

_CASE = re.compile(r"\d{4}[ZD]\d{5}")
"""A case or a document of the Tweede Kamer."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """A file that comes in: how the user knows it, where it is, and the file of facts beside it."""

    called: str
    path: Path
    beside: Path | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """The files and papers that were named, what was left aside, and what is neither."""

    files: tuple[Incoming, ...]
    papers: tuple[str, ...]
    notices: tuple[str, ...]
    mistakes: tuple[UserError, ...]


def asked_for(names: Sequence[str]) -> Asked:
    """Take each name for a file where there is one, else for a paper."""
    paths = [Path(name) for name in names if lexists(name)]
    numbers = [attempt(partial(papers_in, name)) for name in names if not lexists(name)]
    papers = dict.fromkeys(paper for found in numbers if not isinstance(found, UserError) for paper in found)
    found = [part for path in paths for part in (_in_folder(path) if path.is_dir() else (incoming(path),))]
    files = {part.path: part for part in found if isinstance(part, Incoming)}
    notices = (part for part in found if isinstance(part, str))
    mistakes = (part for part in (*found, *numbers) if isinstance(part, UserError))
    return Asked(tuple(files.values()), tuple(papers), tuple(notices), tuple(mistakes))


def incoming(path: Path) -> Incoming:
    """A file, with the facts that lie beside it."""
    facts = (path.with_name(path.stem + ending) for ending in ENDINGS)
    return Incoming(str(path), path, next((file for file in facts if file.is_file() and is_metadata(file)), None))


def _in_folder(folder: Path) -> Iterator[Incoming | UserError | str]:
    """The files of a folder and the folders in it, in order of name without ending: a copy comes behind its first."""
    refused: list[OSError] = []
    for place, inner, names in os.walk(folder, onerror=refused.append):
        inner[:] = sorted(name for name in inner if not is_hidden(name))
        for name in sorted(filterfalse(is_hidden, names), key=lambda name: (Path(name).stem, name)):
            yield from _in_place(Path(place, name))
    for error in refused:
        yield UserError(str(error.filename), None, f"cannot be read ({error.strerror})", "make it readable")


def _in_place(path: Path) -> Iterator[Incoming | UserError | str]:
    if is_editorial(path):
        yield f"{path}: speaks about letters and is none; not added"
    elif ending_of(path).lower() not in {"", *READERS}:
        hint = " (name the file itself to add it as text)" if _begins_as_text(path) else ""
        yield f"{path}: is of no kind that is read; not added{hint}"
    elif not is_metadata(path):
        wrong = attempt(partial(stays_inside, path))
        yield wrong if isinstance(wrong, UserError) else incoming(path)


def _begins_as_text(path: Path) -> bool:
    """Whether a file begins as text does."""
    try:
        with path.open("rb") as file:
            return path.is_file() and may_be_text(file.read(BEGIN))
    except OSError:
        return False


def papers_in(name: str) -> list[str]:
    """The papers that a number, a citation or an address names: `kst-32824-448`, `2024D40329`."""
    papers = _of_address(name) if re.match(r"\w+://", name) else _of_words(name)
    if not papers:
        wrong = "is no file or folder, and names no paper that is known"
        raise UserError(name, None, wrong, 'name a file, or a paper like "32 824, nr. 448" or 2024D40329')
    for paper in papers:
        if paper.startswith("dossier/"):
            raise UserError(name, None, "is a whole dossier", 'name one paper of it, like "32 824, nr. 448"')
        if paper.startswith(EUROPE):
            raise UserError(name, None, "is a European act, which is published elsewhere", "fetch it and name the file")
    return papers


def _of_words(words: str) -> list[str]:
    """By the identifier, or as letters cite: in brackets stands what there has fewer words, `(32824-448)`."""
    if _IDENTIFIER.fullmatch(words.strip()):
        return [words.strip()]
    found = citations(words, PAPERS) or citations(f"({words.strip()})", PAPERS)
    return list(dict.fromkeys(target.paper for citation in found for target in citation.targets))


def _of_address(address: str) -> list[str]:
    """The document behind a page of the Tweede Kamer, or the paper in the path of an official publication."""
    parts = urlsplit(address)
    host = parts.hostname or ""
    if host == PARLIAMENT or host.endswith(f".{PARLIAMENT}"):
        asked = parse_qs(parts.query)
        return [number for key in ("did", "id") for number in asked.get(key, ()) if _CASE.fullmatch(number)][:1]
    if host == PUBLISHER or host.endswith(f".{PUBLISHER}"):
        steps = (re.sub(r"\.(?:html|pdf|xml|odt)$", "", step) for step in unquote(parts.path).split("/"))
        return [step for step in steps if _IDENTIFIER.fullmatch(step)][-1:]
    raise UserError(address, None, "is elsewhere", f"only {PUBLISHER} and {PARLIAMENT} are asked; name a file instead")
