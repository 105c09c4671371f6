"""Under what id a file of the folder of letters is known: its name without ending, and where several kinds of one
letter share a name, for all but the first of them with the ending behind it.

    brief.txt -> brief    brief.docx -> brief-docx    brief.pdf -> brief-pdf

After `ids_of`: which kind comes first does not hang on the order in which files came, but on the order of `READERS`.
So a file that comes later can ask for an address that another one has had: `moved` tells, and its name is the user's to
choose. A file that is called `brief-pdf.pdf` from the start has its id whatever else comes.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import combinations
from pathlib import Path

from build_tools.errors import UserError
from build_tools.sources.readers import READERS, ending_of, id_of

Published = Callable[[str], str | None]
"""The name of the file that a page was made of, by the page's id; None where there is no such page."""


def nowhere(_id: str) -> None:
    """What was published where nothing was."""


def folded(id_: str) -> str:
    """What two ids have in common that are one on some hosts: they differ in case or in how an accent is written."""
    return unicodedata.normalize("NFC", id_).casefold()


def kind_of(path: Path) -> str:
    """The ending that says how a file is read, without its dot; what no reader names is text."""
    ending = path.suffix.lower()
    return (ending if ending in READERS else ".txt").removeprefix(".")


def ids_of(documents: Iterable[Path]) -> dict[Path, str]:
    """The id of each file, in their order. Two files of one kind and name get the same: that is a mistake."""
    rank = {ending.removeprefix("."): place for place, ending in enumerate(READERS)}
    first: dict[str, str] = {}
    paths = list(documents)
    for path in sorted(paths, key=lambda path: rank[kind_of(path)]):
        first.setdefault(folded(id_of(path)), kind_of(path))
    return {path: id_of(path) if first[folded(id_of(path))] == kind_of(path) else of_kind(path) for path in paths}


def of_kind(path: Path) -> str:
    """The id with its ending: `brief-pdf`."""
    return f"{path.name.removesuffix(ending_of(path))}-{kind_of(path)}"


def kinds_of_one(files: Mapping[str, Path]) -> Iterator[tuple[str, str]]:
    """The pairs of ids, in order, that are kinds of one letter: `brief` and `brief-pdf`, whatever made them so."""
    families: defaultdict[str, list[str]] = defaultdict(list)
    for id_, path in files.items():
        whole = id_.removesuffix(f"-{kind_of(path)}")
        if whole != id_ and whole in files and kind_of(files[whole]) != kind_of(path):
            families[whole].append(id_)
    for whole, others in families.items():
        yield from combinations(sorted([whole, *others]), 2)


def moved(ids: Mapping[Path, str], published: Published) -> Iterator[tuple[tuple[str, str], UserError]]:
    """The files that would leave the address under which they are published, with that and the new id."""
    holders = {id_: path for path, id_ in ids.items()}
    for path, id_ in ids.items():
        for old in (id_of(path), of_kind(path)):
            if old != id_ and published(old) == path.name:
                yield (id_, old), _would_move(path, id_, old, holders.get(old))


def _would_move(path: Path, id_: str, old: str, holder: Path | None) -> UserError:
    """Who stands in the way gets another name; else the file itself."""
    newcomer, name = (holder, of_kind(holder)) if holder else (path, old)
    remedy = f"call {newcomer.name} {name}{ending_of(newcomer)}, so that no address changes"
    return UserError(path, None, f"is published as {old}, and would become {id_}", remedy)
