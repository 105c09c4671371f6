"""A letter, read to its end."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from build_tools.model.blocks import Block, Kind, Note
from build_tools.model.doubts import Doubt
from build_tools.model.facts import Fact, FactKey, FurtherDossier, Signer
from build_tools.model.passages import Passage
from build_tools.model.source import Ledger, Source


@dataclass(frozen=True, slots=True)
class Letter:
    """A document read to its end. `wrapped` says that the lines of its source are those of a page."""

    source: Source
    layout: str
    facts: Mapping[FactKey, Fact]
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...]
    passages: tuple[Passage, ...]
    ledger: Ledger
    wrapped: bool = True
    doubts: tuple[Doubt, ...] = ()
    versions: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        return self.source.id

    @property
    def signers(self) -> tuple[Signer, ...]:
        """Who signed it, as far as known."""
        stated = self.facts.get(FactKey.SIGNERS)
        return tuple(value for value in _parts(stated) if isinstance(value, Signer))

    @property
    def also_in(self) -> tuple[FurtherDossier, ...]:
        """The further dossiers that it belongs to."""
        return tuple(value for value in _parts(self.facts.get(FactKey.ALSO_IN)) if isinstance(value, FurtherDossier))

    @property
    def opens_with_title(self) -> bool:
        """Whether its own text begins with its title."""
        first = self.blocks[0] if self.blocks else None
        return first is not None and first.kind is Kind.HEADING and first.level <= 1

    @property
    def text(self) -> str:
        """All that it says, its notes too, each passage below the one before it."""
        return "\n".join(passage.text for passage in self.passages)

    @property
    def saying(self) -> Iterator[Passage]:
        """The passages that can cite, speak of a theme or use a term: all but the signatures."""
        return (passage for passage in self.passages if passage.kind is not Kind.SIGNATURE)

    @property
    def printed_numbers(self) -> Mapping[int, str]:
        """The number of each note as the source prints it, by its number through the document."""
        return {note.n: note.printed for note in self.notes}

    @property
    def place_names(self) -> Mapping[str, str]:
        """What readers call each of its passages, by anchor."""
        return {passage.anchor: passage.where for passage in self.passages}

    def fact(self, key: FactKey) -> str | None:
        """The value of a fact that is one text, if it is known."""
        stated = self.facts.get(key)
        return stated.value if stated and isinstance(stated.value, str) else None


def _parts(stated: Fact | None) -> tuple[Signer, ...] | tuple[FurtherDossier, ...]:
    """The parts of a fact that has several."""
    return stated.value if stated and isinstance(stated.value, tuple) else ()
