"""Letters that lack facts, those that lack most first: what is asked for, and where in the catalogue it goes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from build_tools.adding.questions import asked
from build_tools.addresses import page_path
from build_tools.data import data
from build_tools.desk.catalogue_file import Addition, CatalogueFile
from build_tools.model import FactKey, Letter
from build_tools.papers.of_letter import title
from build_tools.papers.wanted import as_told, missing_of


@dataclass(frozen=True, slots=True)
class LackingLetter:
    """A letter that lacks facts: their Dutch names, and what states those for which no comment waits yet.

    `waiting` are the lines on which a comment asks already, each with the name of its fact.
    """

    id: str
    path: str
    title: str
    file: str
    missing: tuple[str, ...]
    waiting: tuple[tuple[int, str], ...]
    addition: Addition | None


def lacking_letters(letters: Iterable[Letter], catalogue: CatalogueFile) -> list[LackingLetter]:
    """The letters that lack a fact that is asked for."""
    lacking = ((letter, missing_of(letter.facts)) for letter in letters)
    found = [_letter(letter, missing, catalogue) for letter, missing in lacking if missing]
    return sorted(found, key=lambda letter: (-len(letter.missing), letter.id))


def _letter(letter: Letter, missing: Sequence[FactKey], catalogue: CatalogueFile) -> LackingLetter:
    asking = {key: line for key in missing if (line := catalogue.asking_line(letter.id, key))}
    others = [key for key in missing if key not in asking]
    in_line = ", ".join(f"{key}: {{value: , source: }}" for key in others)
    addition = catalogue.addition(letter.id, "facts", list(asked(others)), in_line, "{}") if others else None
    waiting = tuple((line, name_of(key)) for key, line in asking.items())
    names = tuple(map(name_of, as_told(missing)))
    return LackingLetter(letter.id, page_path(letter.id), title(letter), letter.source.name, names, waiting, addition)


def name_of(key: FactKey) -> str:
    """What a fact is called in Dutch."""
    return str(data("desk")["facts"][key.value])
