"""What the register of promises and answers shows of each: its letter, who signed, what it does, what came of it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from build_tools.addresses import pledge_place
from build_tools.connections.connect import Connections
from build_tools.connections.pledges import Pledge
from build_tools.connections.reference import Reference
from build_tools.model import FactKey, Letter
from build_tools.pages.registers.letter_names import LetterName
from build_tools.papers.publications import address, name

DOES = {
    "toezegging": "Toezegging", "motie": "Antwoord op een motie", "verzoek": "Antwoord op een verzoek",
    "nagekomen": "Toezegging nagekomen",
}  # fmt: skip
"""What readers call each kind."""


@dataclass(frozen=True, slots=True)
class LaterPlace:
    """Where a later letter speaks of it."""

    letter: LetterName
    anchor: str
    where: str
    sentence: str


@dataclass(frozen=True, slots=True)
class ListedPledge:
    """A promise or an answer in the register: the name of its place there, its letter, who signed, where it stands,
    what it does, and when.
    """

    id: str
    letter: LetterName
    day: str | None
    signer: str
    signers: tuple[str, ...]
    anchor: str
    where: str
    does: str
    sentence: str
    when: str | None
    papers: tuple[tuple[str, str], ...]
    later: tuple[LaterPlace, ...]


def listed_pledges(
    letters: Sequence[Letter], connections: Connections, names: Mapping[str, LetterName]
) -> list[ListedPledge]:
    """All that stands in the register, the newest first, undated last; of each family of versions only what the version
    that counts has.
    """
    by_id = {letter.id: letter for letter in letters}
    found = [
        _listed(pledge, by_id[pledge.passage.letter], names, places)
        for pledge, places in zip(connections.pledges, connections.later, strict=True)
        if names[pledge.passage.letter].counted_in is None
    ]
    order = {letter.id: place for place, letter in enumerate(letters)}
    return sorted(_apart(found), key=lambda entry: (not entry.day, -order[entry.letter.id]))


def _apart(found: Iterable[ListedPledge]) -> Iterator[ListedPledge]:
    """The same with another name for each of those that one paragraph has: `…-al-12`, `…-al-12-2`."""
    said: Counter[str] = Counter()
    for entry in found:
        said[entry.id] += 1
        yield entry if said[entry.id] == 1 else replace(entry, id=f"{entry.id}-{said[entry.id]}")


def _listed(
    pledge: Pledge, letter: Letter, names: Mapping[str, LetterName], later: Iterable[Reference]
) -> ListedPledge:
    signers = tuple(signer.name for signer in letter.signers)
    return ListedPledge(
        pledge_place(letter.id, pledge.passage.anchor),
        names[letter.id], letter.fact(FactKey.DATE), " en ".join(signers), signers, pledge.passage.anchor,
        pledge.passage.where, DOES[pledge.kind.value], pledge.sentence, pledge.when,
        tuple((name(paper), address(paper)) for paper in pledge.papers),
        tuple(_later(place, names) for place in later),
    )  # fmt: skip


def _later(place: Reference, names: Mapping[str, LetterName]) -> LaterPlace:
    passage = place.passage
    return LaterPlace(names[passage.letter], passage.anchor, passage.where, place.sentence)
