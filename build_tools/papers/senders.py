"""Letters by who sent them, with the offices in which they were signed, by the dossier that they belong to, and by what
they are.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from build_tools.addresses import slug
from build_tools.data import data
from build_tools.model import FactKey, Letter
from build_tools.papers.numbers import spaced
from build_tools.papers.of_letter import sort_name
from build_tools.papers.persons import person_of


@dataclass(frozen=True, slots=True)
class LetterGroup:
    """The letters of a person, ministry, dossier or sort: its name in addresses and as readers see it, its letters in
    the order given, and of a person the offices, of a ministry the persons who signed, of a dossier its titles.
    """

    id: str
    name: str
    letters: tuple[Letter, ...]
    others: tuple[str, ...]

    @property
    def days(self) -> tuple[str, str] | None:
        """The first and the last day of its letters, as far as known."""
        known = sorted(day for letter in self.letters if (day := letter.fact(FactKey.DATE)))
        return (known[0], known[-1]) if known else None


def persons_in(letters: Iterable[Letter]) -> list[LetterGroup]:
    """The signers by surname, each once under one name."""
    signed = [(person_of(signer.name).whole, letter, signer.role) for letter in letters for signer in letter.signers]
    return sorted(_grouped(signed), key=lambda one: (slug(person_of(one.name).surname), one.id))


def ministries_in(letters: Iterable[Letter]) -> list[LetterGroup]:
    """The ministries in order of the alphabet."""
    sent = [
        (ministry, letter, person_of(signer.name).whole if signer else "")
        for letter in letters
        if (ministry := letter.fact(FactKey.MINISTRY))
        for signer in letter.signers or (None,)
    ]
    return sorted(_grouped(sent), key=lambda one: one.id)


def ministry_named(ministry: str) -> str:
    """What readers call a ministry: `Ministerie van Financiën`."""
    return f"Ministerie van {ministry}"


def dossiers_in(letters: Iterable[Letter]) -> list[LetterGroup]:
    """The dossiers in order of their numbers; a paper can belong to several."""
    papers = [(number, letter, name) for letter in letters for number, name in _dossiers(letter)]
    groups = sorted(_grouped(papers), key=lambda one: one.id)
    return [replace(group, name=spaced(group.name)) for group in groups]


def sorts_in(letters: Iterable[Letter]) -> list[LetterGroup]:
    """The sorts of documents, in order of the alphabet."""
    return sorted(_grouped((sort_name(letter), letter, "") for letter in letters), key=lambda one: one.id)


def _dossiers(letter: Letter) -> Iterator[tuple[str, str]]:
    if number := letter.fact(FactKey.DOSSIER):
        yield number, letter.fact(FactKey.DOSSIER_TITLE) or ""
    yield from ((other.number, other.title) for other in letter.also_in)


def identifier_of(ministry: str) -> str | None:
    """The address that stands for a ministry in the government's register of organisations, where it is known."""
    known = data("ministries")["tooi"].get(ministry)
    return known and f"https://identifier.overheid.nl/tooi/id/ministerie/{known}"


def _grouped(found: Iterable[tuple[str, Letter, str]]) -> Iterator[LetterGroup]:
    """By the name in addresses: two names that share it are two spellings of one."""
    groups: dict[str, list[tuple[str, Letter, str]]] = {}
    for name, letter, other in found:
        groups.setdefault(slug(name), []).append((name, letter, other))
    for id_, own in groups.items():
        letters = {letter.id: letter for _, letter, _ in own}
        others = dict.fromkeys(other for _, _, other in own if other)
        yield LetterGroup(id_, own[0][0], tuple(letters.values()), tuple(others))
