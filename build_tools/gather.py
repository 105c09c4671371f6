"""A folder of letters, as far as it can be read; what is wrong with the rest is a value.

After `gather`: every letter is sound, its versions are letters among them, and nothing that the catalogue states of
it contradicts its text. Each mistake of a user is named once, wherever it was found: in a file's name, in the file,
in what an editor states. A mistake that concerns one letter, theme or term leaves out that one alone. A file of an
editor that cannot be read as a whole would change every page, so it stops the build; the other mistakes are named
with it.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import NoReturn, TypeVar

from build_tools.cache.remembering import FORGETFUL, Memory, Product
from build_tools.connections.findings import Finders, finders_of
from build_tools.errors import MistakesError, UserError, attempt
from build_tools.model import Letter
from build_tools.reading.layouts import names
from build_tools.records import Record, Recorder
from build_tools.sources.catalogue import Catalogue, read_catalogue
from build_tools.sources.ids import Published, nowhere
from build_tools.sources.seeds import CATALOGUE, Seeds, find
from build_tools.sources.term_file import Term, term_stanzas
from build_tools.sources.theme_file import Theme, theme_stanzas
from build_tools.sources.yaml_nodes import Stanzas
from build_tools.versions.family import unjudged
from build_tools.versions.finding import Found, IdPair
from build_tools.versions.pairs import families_among, with_kin
from build_tools.versions.replacing import replacing
from build_tools.workers.crew import Waiting

T = TypeVar("T")
FAMILIES = Product("families", Found)

Progress = Callable[[list[Path]], Iterable[Path]]
"""Passes the files through, one by one, and may show how far it is."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """What is sound in a folder, what a user should know about it, what is wrong, and which letters that leaves out.

    `stated` are the pairs that are versions by their names, or because one says that it replaces the other, or an
    editor says so; `related` those that are so because an editor says it. The records have no words any more: by these
    versions were found, and nothing else asks for them.
    """

    letters: tuple[Letter, ...]
    themes: Stanzas[Theme]
    terms: Stanzas[Term]
    notices: tuple[str, ...]
    mistakes: tuple[UserError, ...]
    left_out: tuple[str, ...]
    records: tuple[Record, ...] = ()
    finders: Finders = field(default_factory=Finders)
    stated: frozenset[IdPair] = frozenset()
    related: frozenset[IdPair] = frozenset()

    @property
    def unjudged(self) -> int:
        """How many families are versions by the program's judgement alone."""
        return len(unjudged(self.letters, self.stated))


def gather(folder: Path, progress: Progress, published: Published = nowhere, memory: Memory = FORGETFUL) -> Gathered:
    """Read everything in a folder of letters. Where nothing can be built of it, every mistake is raised."""
    seeds = find(folder, published)
    catalogue = attempt(partial(catalogue_of, folder, seeds))
    themes, terms = attempt(partial(theme_stanzas, folder)), attempt(partial(term_stanzas, folder))
    stated = Catalogue() if isinstance(catalogue, UserError) else catalogue
    ids = {path: id_ for id_, path in seeds.files.items()}
    finders = finders_of(tuple(_sound(themes)), tuple(_sound(terms)))
    recorder = Recorder(stated, finders, memory)
    begun = memory.crew.in_order(_telling(partial(recorder.begun, path, id_)) for path, id_ in ids.items())
    read_ones = {ids[path]: attempt(waiting) for path, waiting in zip(progress(list(ids)), begun, strict=True)}
    records = tuple(record for record in read_ones.values() if not isinstance(record, UserError))
    named = (mistake.error for mistake in seeds.mistakes)
    unusable = _errors([*seeds.misnamed, catalogue, themes, terms])
    in_letters = _errors([*named, *_without_letter(stated, seeds), *read_ones.values()])
    mistakes = (*unusable, *in_letters, *_in_stanzas(themes), *_in_stanzas(terms))
    if isinstance(themes, UserError) or isinstance(terms, UserError) or unusable or not records:
        raise MistakesError(mistakes)
    left_out = (*seeds.wrong, *(id_ for id_, record in read_ones.items() if isinstance(record, UserError)))
    replaced = replacing(record.letter for record in records)
    pairs = frozenset({*seeds.kinds_of_one(), *stated.stated_versions(), *replaced})
    letters = _with_versions(records, pairs, stated, memory)
    notices = (*seeds.notices, *_encodings(letters, folder))
    related = frozenset(stated.stated_related())
    without_words = tuple(replace(record, words=b"") for record in records)
    return Gathered(letters, themes, terms, notices, mistakes, left_out, without_words, finders, pairs, related)


def _telling(begin: Callable[[], Waiting[T]]) -> Waiting[T]:
    """What was begun; where that was not possible, the mistake is told when its turn comes."""
    begun = attempt(begin)
    return partial(_raise, begun) if isinstance(begun, UserError) else begun


def _raise(error: UserError) -> NoReturn:
    raise error


def _errors(parts: Iterable[object]) -> tuple[UserError, ...]:
    return tuple(part for part in parts if isinstance(part, UserError))


def _in_stanzas(stated: Stanzas[T] | UserError) -> Iterable[UserError]:
    return () if isinstance(stated, UserError) else stated.wrong.values()


def _without_letter(catalogue: Catalogue, seeds: Seeds) -> Iterator[UserError]:
    """What is wrong with the entries of the catalogue that no letter to read asks for."""
    return (error for id_, error in catalogue.wrong.items() if id_ not in seeds.files)


def _with_versions(
    records: Sequence[Record], pairs: Collection[IdPair], catalogue: Catalogue, memory: Memory
) -> tuple[Letter, ...]:
    """The letters, each with its versions among them; those that are left out are nobody's version for now."""
    letters, denied = [record.letter for record in records], catalogue.denied_versions()
    stated = {pair for pair in pairs if {letter.id for letter in letters}.issuperset(pair)}
    inputs = tuple(record.key for record in records), tuple(sorted(stated)), tuple(sorted(denied))

    def made() -> Found:
        prints = {record.letter.id: record.print for record in records}
        return families_among({record.letter.id: record.codes for record in records}, stated, denied, prints)

    return with_kin(letters, memory.remembered(FAMILIES, inputs, made), denied)


def _sound(stated: Stanzas[T] | UserError) -> Iterable[T]:
    return () if isinstance(stated, UserError) else stated.sound.values()


def _encodings(letters: Iterable[Letter], folder: Path) -> Iterator[str]:
    for letter in letters:
        if letter.source.encoding not in ("UTF-8", letter.source.kind.upper()):
            yield f"{folder / letter.source.name}: read as {letter.source.encoding}"


def catalogue_of(folder: Path, seeds: Seeds) -> Catalogue:
    """What the catalogue of a folder states, also of letters that are left out."""
    return read_catalogue(folder / CATALOGUE, dict.fromkeys(seeds.ids), list(names()))


def read_letters(folder: Path, progress: Progress) -> tuple[tuple[Letter, ...], tuple[str, ...]]:
    """Read every document of a folder, none excepted, and say what the user should know about its files."""
    found = gather(folder, progress)
    if found.mistakes:
        raise MistakesError(found.mistakes)
    return found.letters, found.notices
