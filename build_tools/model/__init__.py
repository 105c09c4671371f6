"""A letter as a value, and what it consists of. Positions in a source are offsets into `Source.text`."""

from build_tools.model.blocks import DEEPEST_HEADING, HIGHEST_HEADING, Block, Kind, Note, NoteRef, TextCell
from build_tools.model.doubts import Doubt, DoubtKind
from build_tools.model.facts import Fact, FactKey, FactValue, FurtherDossier, Signer
from build_tools.model.letter import Letter
from build_tools.model.passages import NEXT_CELL, NEXT_ROW, LineEnd, LineEndSort, Passage
from build_tools.model.source import Ledger, LeftOut, Reason, Source, non_space

__all__ = [
    "DEEPEST_HEADING",
    "HIGHEST_HEADING",
    "NEXT_CELL",
    "NEXT_ROW",
    "Block",
    "Doubt",
    "DoubtKind",
    "Fact",
    "FactKey",
    "FactValue",
    "FurtherDossier",
    "Kind",
    "Ledger",
    "LeftOut",
    "Letter",
    "LineEnd",
    "LineEndSort",
    "Note",
    "NoteRef",
    "Passage",
    "Reason",
    "Signer",
    "Source",
    "TextCell",
    "non_space",
]
