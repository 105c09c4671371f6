"""A citation at its place in a letter."""

from dataclasses import dataclass
from datetime import date

from build_tools.citations.find import Citation
from build_tools.dutch.sentences import sentence_at
from build_tools.model import FactKey, Kind, Letter, Passage

POINTS_BACK = ("idem", "noot", "genoemd", "artikel-terug", "motie-naam", "op-stuk")
"""The forms of words that have their papers from elsewhere in the same letter."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A citation at its place, its sentence, as a stretch of the passage's text or of its home's, and the day of
    the letter, as of which it cites laws.
    """

    passage: Passage
    citation: Citation
    sentence: str
    day: date | None = None

    @property
    def printed(self) -> str:
        """The citation as the letter prints it."""
        return self.passage.text[self.citation.start : self.citation.end]

    @property
    def papers(self) -> tuple[str, ...]:
        """The identifiers of all papers that it names."""
        return tuple(target.paper for target in self.citation.targets)

    @property
    def points_back(self) -> bool:
        """Whether it names no paper itself: `Idem`, `zie noot 3`."""
        return self.citation.form in POINTS_BACK


def reference_at(passage: Passage, citation: Citation, day: date | None) -> Reference:
    return Reference(passage, citation, _sentence(passage, citation), day)


def day_of_law(letter: Letter) -> date | None:
    """The day of a letter, where it is known."""
    stated = letter.fact(FactKey.DATE)
    return date.fromisoformat(stated) if stated else None


def _sentence(passage: Passage, citation: Citation) -> str:
    if passage.kind is Kind.NOTE and passage.home:
        at = next((ref.at for ref in passage.home.notes if ref.n == passage.n), 0)
        start, end = sentence_at(passage.home.text, at)
        return passage.home.text[start:end]
    start, end = sentence_at(passage.text, citation.start + 1)
    return passage.text[start:end]
