"""What the pages show of versions: the families in order of time, the page of each, and related letters."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, NamedTuple

from markupsafe import Markup

from build_tools.addresses import page_path
from build_tools.compare.telling.names import NamedDocument, told_of_each
from build_tools.compare.telling.verdict import Verdict
from build_tools.dutch.format import counted
from build_tools.model import Letter
from build_tools.output import SiteFile
from build_tools.pages.comparison.sheet import ComparisonSheet
from build_tools.pages.front_matter import as_yaml
from build_tools.pages.markdown import inline
from build_tools.pages.registers.letter_sheet import ListedLetter, entry_of
from build_tools.pages.registers.parts import parted, share, sized, year_of
from build_tools.pages.registers.timeline import timeline
from build_tools.pages.templating import piece, render
from build_tools.papers.of_letter import title
from build_tools.versions.family import Family, families_of
from build_tools.versions.pairs import SMALL

PAIR = 2
"""A family of two needs no page: that of its comparison says all."""


@dataclass(frozen=True, slots=True)
class VersionStep:
    """A version, its comparison with the one before it, and its other comparisons with older versions."""

    entry: ListedLetter
    before: ListedLetter | None
    compared: ComparisonSheet | None
    others: tuple[ComparisonSheet, ...] = ()


@dataclass(frozen=True)
class FamilySheet:
    """A family as its page shows it."""

    family: Family
    sheets: Mapping[tuple[str, str], ComparisonSheet]

    @property
    def name(self) -> str | None:
        """What its page is called, if it has one."""
        return next(iter(self.family.names), None) if len(self.family.letters) > PAIR else None

    @property
    def path(self) -> str | None:
        """The address of its page among the comparisons."""
        return page_path(self.name) if self.name else None

    @property
    def title(self) -> str:
        """The title of its fullest version."""
        return title(self.family.fullest)

    @cached_property
    def entries(self) -> list[ListedLetter]:
        """The versions as lists tell of them, the oldest first."""
        return [entry_of(letter, self.family.letters) for letter in self.family.letters]

    @cached_property
    def told(self) -> list[str]:
        """What each version is, with its day, told from the others."""
        return told_of_each(self.family.letters)

    @property
    def named(self) -> tuple[tuple[str, str], ...]:
        """The versions that a list names, with their paths."""
        return tuple((self.told[n], self.entries[n].path) for n in self.near(self.family.fullest.id))

    def near(self, id_: str) -> list[int]:
        """The versions that the page of one of them names: all of few, else the first, the last and those around."""
        ids = [letter.id for letter in self.family.letters]
        at, last = ids.index(id_), len(ids) - 1
        return list(range(len(ids))) if self.small else sorted({0, last, *range(max(0, at - 1), min(last, at + 1) + 1)})

    @property
    def line(self) -> Markup:
        """The versions on a line of time."""
        return timeline(self.entries, "../../")

    @property
    def versions(self) -> str:
        """How many there are."""
        return counted(len(self.family.letters), "versie", "versies")

    @property
    def small(self) -> bool:
        """Whether any two of its versions have a comparison."""
        return len(self.family.letters) <= SMALL

    @cached_property
    def steps(self) -> list[VersionStep]:
        """Each version with its comparisons to those before it."""
        compared = (None, *(self._between(one, other) for one, other in self.family.steps()))
        around = zip(self.family.letters, self.entries, (None, *self.entries), compared, strict=False)
        later = self._by_later()
        return [
            VersionStep(entry, before, step, tuple(sheet for sheet in later.get(letter.id, ()) if sheet is not step))
            for letter, entry, before, step in around
        ]

    @property
    def compared(self) -> list[ComparisonSheet]:
        """The comparisons of each version with the one before it, in order of time."""
        return [step.compared for step in self.steps if step.compared]

    @property
    def others(self) -> list[ComparisonSheet]:
        """The other comparisons that have a page."""
        steps = {sheet.comparison.name for sheet in self.compared}
        return [sheet for sheet in self.sheets.values() if sheet.comparison.name not in steps]

    def _by_later(self) -> dict[str, list[ComparisonSheet]]:
        """The comparisons by the id of the younger of the two versions."""
        place = {letter.id: n for n, letter in enumerate(self.family.letters)}
        found: dict[str, list[ComparisonSheet]] = {}
        for pair, sheet in self.sheets.items():
            found.setdefault(max(pair, key=lambda id_: place[id_]), []).append(sheet)
        return found

    def _between(self, one: Letter, other: Letter) -> ComparisonSheet | None:
        first, second = sorted((one.id, other.id))
        return self.sheets.get((first, second))


@dataclass(frozen=True)
class KinSheet:
    """The families and the pairs of related letters on a site."""

    families: tuple[FamilySheet, ...]
    related: tuple[ComparisonSheet, ...]

    @cached_property
    def steps(self) -> list[ComparisonSheet]:
        """The comparisons of each version with the one before it, of all families."""
        return [sheet for family in self.families for sheet in family.compared]

    @property
    def newest(self) -> list[FamilySheet]:
        """The families of which comparisons have a page, the youngest first."""
        return [family for family in reversed(self.families) if family.compared]

    @cached_property
    def _of_letter(self) -> dict[str, FamilySheet]:
        return {letter.id: sheet for sheet in self.families for letter in sheet.family.letters}

    def family(self, id_: str) -> FamilySheet | None:
        """The family of a letter."""
        return self._of_letter.get(id_)

    def entry(self, letter: Letter) -> ListedLetter:
        """What lists tell of a letter."""
        family = self.family(letter.id)
        return entry_of(letter, family.family.letters if family else ())

    def versions(self, id_: str) -> list[tuple[ComparisonSheet, NamedDocument]]:
        """The comparisons of a letter with its versions: where they have a page, with those before and after it."""
        family = self.family(id_)
        sheets = () if family is None else family.compared if family.path else family.sheets.values()
        return _with_other(id_, sheets)

    def related_to(self, id_: str) -> list[tuple[ComparisonSheet, NamedDocument]]:
        """The comparisons of a letter with related letters."""
        return _with_other(id_, self._of_related.get(id_, ()))

    @cached_property
    def _of_related(self) -> dict[str, list[ComparisonSheet]]:
        found: dict[str, list[ComparisonSheet]] = {}
        for sheet in self.related:
            for id_ in sheet.ids:
                found.setdefault(id_, []).append(sheet)
        return found

    def alike(self, id_: str) -> tuple[object, ...]:
        """What a letter's page says of its family, apart from comparisons."""
        family = self.family(id_)
        if family is None:
            return ()
        return (family.path, family.versions, *((family.entries[n], family.told[n]) for n in family.near(id_)))

    def compared_with(self, id_: str) -> list[str]:
        """The letters that a letter's page compares it with."""
        return [other.id for _, other in (*self.versions(id_), *self.related_to(id_))]

    def of_letter(self, id_: str) -> "KinOfLetter":
        """All of this that a letter's page says."""
        family, related = self.family(id_), _told(self.related_to(id_))
        if family is None:
            return KinOfLetter(None, "", (), related)
        compared = {other.other.id: other for other in _told(self.versions(id_))}
        ids = [letter.id for letter in family.family.letters]
        line = tuple(
            VersionPlace(family.entries[n], family.told[n], compared.get(ids[n]), ids[n] == id_)
            for n in family.near(id_)
        )
        return KinOfLetter(family.path, family.versions, line, related)

    def once(self, entries: Iterable[ListedLetter]) -> list[ListedLetter]:
        """The letters of a list, of each family only the version that counts, with what its versions are; of one of
        which that is not in the list, the first that is.
        """
        listed = {entry.path: entry for entry in entries}
        for sheet in self.families:
            own = [page_path(sheet.family.fullest.id), *(entry.path for entry in sheet.entries)]
            shown = next((path for path in own if path in listed), None)
            for path in set(own) & listed.keys() - {shown}:
                del listed[path]
            if shown:
                listed[shown] = replace(listed[shown], versions=sheet.named, counted=sheet.versions)
        return list(listed.values())


class OtherLetter(NamedTuple):
    """A letter that is compared with another one, the verdict, where the comparison is, and what A and B are if the
    verdict speaks of these.
    """

    other: NamedDocument
    verdict: Verdict
    path: str
    sides: str


class VersionPlace(NamedTuple):
    """A version on the line of its family: what it is, its comparison with the letter of the page, or that one."""

    entry: ListedLetter
    told: str
    compared: OtherLetter | None
    here: bool


class KinOfLetter(NamedTuple):
    """What the page of a letter says of its versions and of related letters."""

    path: str | None
    counted: str
    line: tuple[VersionPlace, ...]
    related: tuple[OtherLetter, ...]


def _told(pairs: Iterable[tuple[ComparisonSheet, NamedDocument]]) -> tuple[OtherLetter, ...]:
    return tuple(OtherLetter(other, sheet.verdict, sheet.path, sheet.sides) for sheet, other in pairs)


def _with_other(id_: str, sheets: Iterable[ComparisonSheet]) -> list[tuple[ComparisonSheet, NamedDocument]]:
    own = (sheet for sheet in sheets if id_ in (sheet.comparison.a.id, sheet.comparison.b.id))
    return [(sheet, sheet.other(id_)) for sheet in own]


def kin_sheet(letters: Sequence[Letter], sheets: Sequence[ComparisonSheet]) -> KinSheet:
    """The families of letters, the oldest first, with their comparisons; what is left compares related letters."""
    found = families_of(letters)
    family_of = {letter.id: n for n, family in enumerate(found) for letter in family.letters}
    own: dict[int | None, dict[tuple[str, str], ComparisonSheet]] = {}
    for sheet in sheets:
        one, other = sorted((sheet.comparison.a.id, sheet.comparison.b.id))
        within = family_of.get(one) if family_of.get(one) == family_of.get(other) else None
        own.setdefault(within, {})[one, other] = sheet
    families = tuple(FamilySheet(family, own.get(n, {})) for n, family in enumerate(found))
    return KinSheet(families, tuple(own.get(None, {}).values()))


def family_pages(kin: KinSheet) -> Iterator[SiteFile]:
    """The page of each family of more than two, and those of its years if it is long; under the id of each further
    version a page that leads there.
    """
    for sheet in kin.families:
        if sheet.name:
            parts = parted(sized(sheet.steps, _size), lambda step: year_of(step.entry.iso))
            page = _page("familie.md.j2", sheet, f"{sheet.title}: {sheet.versions}", parts=parts)
            elsewhere = _page("familie-elders.md.j2", sheet, f"{sheet.title}: versies")
            yield SiteFile(f"vergelijken/{sheet.name}.md", page)
            yield from (SiteFile(f"vergelijken/{other}.md", elsewhere) for other in sheet.family.names[1:])
            for part in parts:
                year = _page("familie-jaar.md.j2", sheet, sheet.title, part=part)
                yield SiteFile(f"vergelijken/{sheet.name}/{part.name}.md", year)


def _size(step: VersionStep) -> float:
    others = sum(share(piece("macros.j2", "comparison_item", other, "")) for other in step.others)
    return others + share(piece("versies.j2", "step_item", step, "", ""))


def _page(template: str, sheet: FamilySheet, heading: str, **values: Any) -> str:
    matter = {"hide": ["toc"], "search": {"exclude": True}, "description": f"{sheet.versions} van één brief."}
    return render(template, front_matter=as_yaml(matter), heading=inline(heading), sheet=sheet, **values)
