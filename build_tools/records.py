"""What is made of one letter by itself: a pure function of its file, of what editors state, and of the program.

After `begun`, once its result is had: nothing in a record depends on another letter, and nothing that the catalogue
states of it contradicts its text. A mistake is never kept: what cannot be read is read again by the next build.
"""

from array import array
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cached_property, partial
from hashlib import sha256
from itertools import chain
from pathlib import Path

from build_tools.cache.remembering import Memory, Product, key_of
from build_tools.cache.values import encoded
from build_tools.compare.model import Repeat
from build_tools.connections.findings import Finders, Findings, Part, finders_of
from build_tools.draft import Document
from build_tools.dutch.tokens import passage_words
from build_tools.errors import UserError, all_made, attempt, both
from build_tools.model import Doubt, Fact, FactKey, Letter
from build_tools.reading.facts import contradictions
from build_tools.reading.letter import read_letter
from build_tools.sources.catalogue import Catalogue, CatalogueEntry
from build_tools.sources.readers import content_of, document_of, facts_beside, letter_content, read
from build_tools.sources.readers.official_xml.metadata import file_beside
from build_tools.sources.seeds import CATALOGUE
from build_tools.sources.term_file import Term
from build_tools.sources.theme_file import Theme
from build_tools.versions.index import Print, coded, print_of
from build_tools.versions.reuse import repeats_in_letter
from build_tools.workers.crew import Task, Waiting


@dataclass(frozen=True, slots=True)
class Record:
    """A letter, what is found in it, its words and kept runs of words as numbers, its passages that return in itself.

    `key` tells what it was made from: under one key there is one record. `parts` are the digests of what is found.
    """

    key: bytes
    letter: Letter
    findings: Findings
    words: bytes
    runs: bytes
    repeats: tuple[Repeat, ...]
    parts: Mapping[Part, bytes]

    @property
    def codes(self) -> "array[int]":
        """Its words as the search for versions takes them."""
        return array("I", self.words)

    @property
    def kept_runs(self) -> "array[int]":
        """What is kept of these for the index of letters that may be kin."""
        return array("Q", self.runs)

    @property
    def print(self) -> Print:
        """The same, with the number of its words."""
        return Print(len(self.codes), self.kept_runs)


LETTER = Product("letter", Letter)
RECORD = Product("record", Record)


@dataclass(frozen=True)
class Recorder:
    """Makes the records of the letters in a folder."""

    catalogue: Catalogue
    finders: Finders
    memory: Memory

    def begun(self, path: Path, id_: str) -> Waiting[Record]:
        """The record of one letter, begun. What cannot be read or is not stated well is told of at once."""
        with self._all_told(path, id_):
            content, entry = both(attempt(partial(letter_content, path)), attempt(partial(self.catalogue.of, id_)))
        read_from = id_, path.name, sha256(content).hexdigest(), _facts_beside(path), entry
        key = key_of("record", read_from, self._looked_for)
        found = self.memory.recalled(RECORD, key_of(RECORD.name, key))
        if found is not None:
            return lambda: found
        with self._all_told(path, id_):
            facts = facts_beside(path, content)
        return self._begun(key, read_from, partial(_letter_read, path, content, id_, entry, facts))

    @contextmanager
    def _all_told(self, path: Path, id_: str) -> Iterator[None]:
        """Where something is wrong with a letter, tell what else is."""
        try:
            yield
        except UserError:
            read_stated(path, id_, self.catalogue)
            raise

    def _begun(self, key: bytes, read_from: tuple[object, ...], read: Task[Letter]) -> Waiting[Record]:
        """A record that was not made before; its letter may have been, when other themes or terms were looked for."""
        letter_key = key_of(LETTER.name, *read_from)
        letter = self.memory.recalled(LETTER, letter_key)
        keeps = self.memory.store.keeps
        make = partial(_record_of, key, letter or read, self.finders.themes, self.finders.terms, keeps)
        begun = self.memory.begun(RECORD, key_of(RECORD.name, key), lambda: make)
        return begun if letter else partial(self._with_letter, letter_key, begun)

    def _with_letter(self, key: bytes, waiting: Waiting[Record]) -> Record:
        """A record, of which the letter is remembered by itself as well."""
        record = waiting()
        self.memory.remember(key, record.letter)
        return record

    @cached_property
    def _looked_for(self) -> bytes:
        return key_of("finders", self.finders.themes, self.finders.terms)


def _letter_read(path: Path, content: bytes, id_: str, entry: CatalogueEntry, facts: Mapping[FactKey, Fact]) -> Letter:
    """The letter that a file holds, with the facts beside it."""
    return letter_of(document_of(path, content, id_, facts), entry, path.parent / CATALOGUE)


def _record_of(
    key: bytes, known: Letter | Task[Letter], themes: tuple[Theme, ...], terms: tuple[Term, ...], keeps: bool
) -> Record:
    """The record of a letter that is known, or read only now. Digests are for what is kept."""
    letter = known if isinstance(known, Letter) else known()
    codes = coded(chain.from_iterable(passage_words(passage.text) for passage in letter.passages))
    repeats = repeats_in_letter(letter)
    runs = array("Q", print_of(codes).runs).tobytes()
    findings = finders_of(themes, terms).findings(letter)
    parts = {part: sha256(encoded(found) if keeps else b"").digest() for part, found in findings.parts().items()}
    return Record(key, letter, findings, codes.tobytes(), runs, repeats, parts)


def keys_of(letters: Iterable[Letter], records: Iterable[Record]) -> dict[str, bytes]:
    """By id of each letter the key of all that it is: what its record was made from, and what it has from others."""
    made_from = {record.letter.id: record.key for record in records}
    return {
        letter.id: key_of("letter", made_from[letter.id], letter.versions, letter.related, letter.themes)
        for letter in letters
    }


def parts_of(letters: Iterable[Letter], records: Iterable[Record]) -> dict[str, Mapping[Part, bytes]]:
    """By id of each letter, in this order, the digests of what is found in it."""
    found = {record.letter.id: record.parts for record in records}
    return {letter.id: found[letter.id] for letter in letters}


def _facts_beside(path: Path) -> str | None:
    """The digest of the file that states facts of a paper beside it."""
    other = file_beside(path)
    return sha256(content_of(other)).hexdigest() if other else None


def read_stated(path: Path, id_: str, catalogue: Catalogue) -> tuple[Document, CatalogueEntry]:
    """Read one document, and what the catalogue states of it."""
    return both(attempt(partial(read, path, id_)), attempt(partial(catalogue.of, id_)))


def letter_of(document: Document, entry: CatalogueEntry, catalogue: Path) -> Letter:
    """The letter that a document is. A catalogue must not state a fact otherwise than the text itself does."""
    letter = read_letter(document, entry.layout, entry.facts)
    all_made((*_disagreements(letter, entry, catalogue), *_without_doubt(letter, entry, catalogue)))
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
