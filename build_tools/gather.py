"""A folder of letters, as far as it can be read; what is wrong with the rest is a value.

After `gather`: every letter is sound, its versions are letters among them, and nothing that the catalogue states of
it contradicts its text. Each mistake of a user is named once, wherever it was found: in a file's name, in the file,
in what an editor states. A mistake that concerns one letter, theme or term leaves out that one alone. A file of an
editor that cannot be read as a whole would change every page, so it stops the build; the other mistakes are named
with it.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from build_tools.draft import Document
from build_tools.errors import MistakesError, UserError, all_made, attempt, both
from build_tools.model import Doubt, Letter
from build_tools.reading.facts import contradictions
from build_tools.reading.layouts import names
from build_tools.reading.letter import read_letter
from build_tools.sources.catalogue import Catalogue, CatalogueEntry, read_catalogue
from build_tools.sources.ids import Published, nowhere
from build_tools.sources.readers import read
from build_tools.sources.seeds import CATALOGUE, Seeds, find
from build_tools.sources.term_file import Term, term_stanzas
from build_tools.sources.theme_file import Theme, theme_stanzas
from build_tools.sources.yaml_nodes import Stanzas
from build_tools.versions.finding import IdPair
from build_tools.versions.pairs import with_versions

T = TypeVar("T")
Progress = Callable[[list[Path]], Iterable[Path]]
"""Passes the files through, one by one, and may show how far it is."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """What is sound in a folder, what a user should know about it, what is wrong, and which letters that leaves out."""

    letters: tuple[Letter, ...]
    themes: Stanzas[Theme]
    terms: Stanzas[Term]
    notices: tuple[str, ...]
    mistakes: tuple[UserError, ...]
    left_out: tuple[str, ...]


def gather(folder: Path, progress: Progress, published: Published = nowhere) -> Gathered:
    """Read everything in a folder of letters. Where nothing can be built of it, every mistake is raised."""
    seeds = find(folder, published)
    catalogue = attempt(partial(catalogue_of, folder, seeds))
    themes, terms = attempt(partial(theme_stanzas, folder)), attempt(partial(term_stanzas, folder))
    stated = Catalogue() if isinstance(catalogue, UserError) else catalogue
    ids = {path: id_ for id_, path in seeds.files.items()}
    read_ones = {ids[path]: attempt(partial(read_document, path, ids[path], stated)) for path in progress(list(ids))}
    letters = [letter for letter in read_ones.values() if not isinstance(letter, UserError)]
    named = (mistake.error for mistake in seeds.mistakes)
    unusable = _errors([*seeds.misnamed, catalogue, themes, terms])
    in_letters = _errors([*named, *_without_letter(stated, seeds), *read_ones.values()])
    mistakes = (*unusable, *in_letters, *_in_stanzas(themes), *_in_stanzas(terms))
    if isinstance(themes, UserError) or isinstance(terms, UserError) or unusable or not letters:
        raise MistakesError(mistakes)
    left_out = (*seeds.wrong, *(id_ for id_, letter in read_ones.items() if isinstance(letter, UserError)))
    notices = (*seeds.notices, *_encodings(letters, folder))
    stated_pairs = seeds.kinds_of_one() | stated.stated_versions()
    return Gathered(_with_versions(letters, stated_pairs, stated), themes, terms, notices, mistakes, left_out)


def _errors(parts: Iterable[object]) -> tuple[UserError, ...]:
    return tuple(part for part in parts if isinstance(part, UserError))


def _in_stanzas(stated: Stanzas[T] | UserError) -> Iterable[UserError]:
    return () if isinstance(stated, UserError) else stated.wrong.values()


def _without_letter(catalogue: Catalogue, seeds: Seeds) -> Iterator[UserError]:
    """What is wrong with the entries of the catalogue that no letter to read asks for."""
    return (error for id_, error in catalogue.wrong.items() if id_ not in seeds.files)


def _with_versions(letters: Sequence[Letter], stated: Collection[IdPair], catalogue: Catalogue) -> tuple[Letter, ...]:
    """The letters, each with its versions among them; those that are left out are nobody's version for now."""
    here = {letter.id for letter in letters}
    return with_versions(letters, {pair for pair in stated if here.issuperset(pair)}, catalogue.denied_versions())


def _encodings(letters: Iterable[Letter], folder: Path) -> Iterator[str]:
    for letter in letters:
        if letter.source.encoding != "UTF-8":
            yield f"{folder / letter.source.name}: read as {letter.source.encoding}"


def catalogue_of(folder: Path, seeds: Seeds) -> Catalogue:
    """What the catalogue of a folder states, also of letters that are left out."""
    return read_catalogue(folder / CATALOGUE, dict.fromkeys(seeds.ids), list(names()))


def read_stated(path: Path, id_: str, catalogue: Catalogue) -> tuple[Document, CatalogueEntry]:
    """Read one document, and what the catalogue states of it."""
    return both(attempt(partial(read, path, id_)), attempt(partial(catalogue.of, id_)))


def read_document(path: Path, id_: str, catalogue: Catalogue) -> Letter:
    """Read one letter. A catalogue must not state a fact otherwise than the text itself does."""
    document, entry = read_stated(path, id_, catalogue)
    letter = read_letter(document, entry.layout, entry.facts)
    catalogue_file = path.parent / CATALOGUE
    all_made((*_disagreements(letter, entry, catalogue_file), *_without_doubt(letter, entry, catalogue_file)))
    return replace(letter, doubts=tuple(_settled(doubt, entry) for doubt in letter.doubts))


def _settled(doubt: Doubt, entry: CatalogueEntry) -> Doubt:
    """A doubt with what an editor says of it."""
    said = next((settlement.settled for settlement in entry.doubts if settlement.concerns(doubt)), None)
    return replace(doubt, settled=said)


def _without_doubt(letter: Letter, entry: CatalogueEntry, catalogue: Path) -> Iterator[UserError]:
    for settlement in entry.doubts:
        if not any(settlement.concerns(doubt) for doubt in letter.doubts):
            wrong = f"settles a doubt of {letter.id} at {settlement.at}, where there is none"
            yield UserError(catalogue, None, wrong, "take it out, or name the line of a doubt")


def _disagreements(letter: Letter, entry: CatalogueEntry, catalogue: Path) -> Iterator[UserError]:
    for key, line in contradictions(letter.facts, entry.facts):
        wrong = f"states {key} of {letter.id} otherwise than line {line} of its text"
        yield UserError(catalogue, None, wrong, "take it out: the catalogue states only what a text does not say")
