"""Versions that an editor has not looked at: what the program calls versions or related, and verdicts held back.

A family is judged when stated versions hold it together: `versions: [b, c]` in the entry of one of them.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from build_tools.addresses import page_path
from build_tools.compare.telling.misread import misread
from build_tools.desk.catalogue_file import Addition, CatalogueFile, yaml_name
from build_tools.model import Letter
from build_tools.pages.comparison.sheet import ComparisonSheet
from build_tools.papers.of_letter import day_of, title
from build_tools.versions.family import Family, unjudged

IdPair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Denial:
    """What says that two letters are no versions of each other."""

    sheet: ComparisonSheet
    addition: Addition


@dataclass(frozen=True, slots=True)
class UnjudgedPair:
    """Letters that are related by the program's own judgement: what confirms it, and what denies it."""

    denial: Denial
    addition: Addition


@dataclass(frozen=True, slots=True)
class UnjudgedFamily:
    """Versions by the program's own judgement: the letters, their comparisons, what confirms all of it at once."""

    title: str
    members: tuple[tuple[str, str, str | None], ...]
    denials: tuple[Denial, ...]
    addition: Addition


def families_to_judge(
    letters: Sequence[Letter], sheets: Sequence[ComparisonSheet], stated: Collection[IdPair], catalogue: CatalogueFile
) -> list[UnjudgedFamily]:
    """These families as they are shown."""
    return [_family(family, sheets, catalogue) for family in unjudged(letters, stated)]


def _family(family: Family, sheets: Iterable[ComparisonSheet], catalogue: CatalogueFile) -> UnjudgedFamily:
    first, *others = family.letters
    ids = {letter.id for letter in family.letters}
    members = tuple((page_path(letter.id), letter.id, day_of(letter)) for letter in family.letters)
    denials = tuple(denials_of((sheet for sheet in sheets if ids.issuperset(sheet.ids)), catalogue))
    stating = versions_stated("versions", first.id, [letter.id for letter in others], catalogue)
    return UnjudgedFamily(title(first), members, denials, stating)


def denials_of(sheets: Iterable[ComparisonSheet], catalogue: CatalogueFile) -> Iterator[Denial]:
    """Comparisons, each with what says that its letters are no versions."""
    for sheet in sheets:
        yield Denial(sheet, versions_stated("not_versions", sheet.ids[0], sheet.ids[1:], catalogue))


def versions_stated(key: str, id_: str, others: Sequence[str], catalogue: CatalogueFile) -> Addition:
    """What states of a letter that others are versions of it, or are none, or related."""
    names = list(map(yaml_name, others))
    return catalogue.addition(id_, key, [f"- {name}" for name in names], ", ".join(names))


def related_pairs(
    sheets: Iterable[ComparisonSheet], stated: Collection[IdPair], catalogue: CatalogueFile
) -> list[UnjudgedPair]:
    """Pairs that the program calls related, but for those that are stated."""
    known = {frozenset(ids) for ids in stated}
    related = (sheet for sheet in sheets if sheet.comparison.b.id in sheet.comparison.a.related)
    waiting = [sheet for sheet in related if frozenset(sheet.ids) not in known]
    return [
        UnjudgedPair(denial, versions_stated("related", denial.sheet.ids[0], denial.sheet.ids[1:], catalogue))
        for denial in denials_of(waiting, catalogue)
    ]


def held_back(sheets: Iterable[ComparisonSheet]) -> list[ComparisonSheet]:
    """Comparisons whose verdict begins with places that may be misread, most of these first."""
    found = [(sheet, len(misread(sheet.comparison))) for sheet in sheets]
    return [sheet for sheet, places in sorted(found, key=lambda one: -one[1]) if places]
