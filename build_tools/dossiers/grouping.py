"""Which letter belongs in the site of which dossier.

After `grouped`: every letter is in one group, that of its dossier. A letter that states none is with its versions, so
that they can be compared, and else among those without a dossier, the last group.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from build_tools.addresses import LETTER_PAGE, page_path, slug
from build_tools.gather import Gathered
from build_tools.model import FactKey, Letter
from build_tools.papers.numbers import spaced
from build_tools.papers.of_letter import paper_of
from build_tools.papers.senders import LetterGroup
from build_tools.records import Record
from build_tools.versions.family import families_of

WITHOUT = "zonder-dossier"
"""The folder of the letters of which no dossier is known."""


def grouped(letters: Sequence[Letter]) -> list[LetterGroup]:
    """The letters by dossier, in order of their numbers, with the titles that they state of it."""
    of_family = dict(_of_families(letters))
    found: dict[str, list[Letter]] = {}
    for letter in letters:
        dossier = letter.fact(FactKey.DOSSIER) or of_family.get(letter.id)
        found.setdefault(slug(dossier) if dossier else WITHOUT, []).append(letter)
    return [_group(id_, found[id_]) for id_ in sorted(found, key=lambda id_: (id_ == WITHOUT, id_))]


def _of_families(letters: Sequence[Letter]) -> Iterator[tuple[str, str]]:
    """For each letter that has versions the dossier that the oldest of them states, if any does."""
    for family in families_of(letters):
        stated = next(filter(None, (letter.fact(FactKey.DOSSIER) for letter in family.letters)), None)
        yield from ((letter.id, stated) for letter in family.letters if stated)


def _group(id_: str, letters: Sequence[Letter]) -> LetterGroup:
    numbers = (letter.fact(FactKey.DOSSIER) for letter in letters)
    titles = dict.fromkeys(filter(None, (letter.fact(FactKey.DOSSIER_TITLE) for letter in letters)))
    return LetterGroup(id_, spaced(next(filter(None, numbers), "")), tuple(letters), tuple(titles))


def called(group: LetterGroup) -> str:
    """What readers call a group: `dossier 32 824`."""
    return f"dossier {group.name}" if group.name else "brieven zonder dossier"


def within(found: Gathered, group: LetterGroup, records: Mapping[str, Record]) -> Gathered:
    """What was found, as far as it concerns a group. Versions and related letters in other groups are not told of."""
    ids = {letter.id for letter in group.letters}
    letters = tuple(
        replace(letter, versions=_among(ids, letter.versions), related=_among(ids, letter.related))
        for letter in group.letters
    )
    return replace(
        found, letters=letters, records=tuple(records[letter.id] for letter in letters), notices=(), mistakes=()
    )


def _among(ids: set[str], named: Iterable[str]) -> tuple[str, ...]:
    return tuple(id_ for id_ in named if id_ in ids)


def apart(groups: Iterable[LetterGroup]) -> Iterator[str]:
    """What a user should know of versions in different dossiers: none of their sites compares them."""
    groups = tuple(groups)
    home = {letter.id: group.id for group in groups for letter in group.letters}
    for letter in (letter for group in groups for letter in group.letters):
        for other in letter.versions:
            if letter.id < other and home[letter.id] != home[other]:
                yield f"{letter.id} and {other}: versions in different dossiers, so no page compares them"


def addresses_of_papers(groups: Iterable[LetterGroup]) -> dict[str, tuple[str, str]]:
    """Each paper that is a letter: its group, and the address of its page from the folder of all sites."""
    papers = ((paper_of(letter), group.id, letter) for group in groups for letter in group.letters)
    found: dict[str, tuple[str, str]] = {}
    for paper, id_, letter in papers:
        if paper:
            found.setdefault(paper, (id_, f"{id_}/{LETTER_PAGE.format(page_path(letter.id))}"))
    return found


def cited_elsewhere(
    group: LetterGroup, records: Mapping[str, Record], known: Mapping[str, tuple[str, str]]
) -> dict[str, str]:
    """The papers that letters of a group cite and that are letters of another one, with their addresses."""
    cited = {
        paper
        for letter in group.letters
        for reference in records[letter.id].findings.references.all
        for paper in reference.papers
    }
    named = {
        paper
        for letter in group.letters
        for names in records[letter.id].findings.references.named.values()
        for one in names
        for paper in one.papers
    }
    return {paper: known[paper][1] for paper in sorted(cited | named) if paper in known and known[paper][0] != group.id}
