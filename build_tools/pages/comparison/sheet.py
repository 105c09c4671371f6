"""A comparison as a page: everything that its template asks for, and the proof that the views hold both texts."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, partial
from itertools import groupby
from typing import TypeVar

from markupsafe import Markup

from build_tools.addresses import page_path
from build_tools.cache.keyed import UNKEYED, Keyed
from build_tools.cache.remembering import Product
from build_tools.compare.kinds import Rule, rules
from build_tools.compare.model import ChangeKind, Comparison, OneSidedLine, Side
from build_tools.compare.telling.changes import Told, told
from build_tools.compare.telling.looked_for import LookedFor, looked_for
from build_tools.compare.telling.misread import Misread, changes_of, counts_of, misread
from build_tools.compare.telling.names import NamedDocument, named, order_told, pair_title, told_of_each
from build_tools.compare.telling.verdict import Verdict, verdict_of
from build_tools.data import data
from build_tools.dutch.format import counted
from build_tools.pages.comparison.marks import sort_of_mark
from build_tools.pages.comparison.proof import prove_views
from build_tools.pages.comparison.returning import Returned, returned
from build_tools.pages.comparison.views import column_view, running_view
from build_tools.pages.comparison.wording import Worded, worded
from build_tools.papers.citing import citation_of
from build_tools.papers.of_letter import ELSEWHERE
from build_tools.workers.crew import Waiting

T = TypeVar("T")
VERDICT = Product("verdict", Verdict)


@dataclass(frozen=True, slots=True)
class Count:
    """How often a kind of change occurs, and what the kind means."""

    kind: ChangeKind
    name: str
    number: int
    means: str
    nouns: tuple[str, str]

    @property
    def counted(self) -> str:
        """The noun that fits the number."""
        return self.nouns[self.number != 1]


@dataclass(frozen=True)
class ComparisonSheet:
    """All that is shown of a comparison: in lists, on its page, as a file of its own and on paper."""

    comparison: Comparison
    keyed: Keyed = field(default=UNKEYED, repr=False)

    def remembered(self, product: Product[T], make: Callable[[], T], *others: object) -> T:
        """What is made of this comparison and of other inputs."""
        return self.keyed.remembered(product, self.ids, make, *others)

    def begun(self, product: Product[T], make: Callable[["ComparisonSheet"], T], *others: object) -> Waiting[T]:
        """The same, begun by whoever there is to make it of this comparison alone."""
        return self.keyed.begun(product, self.ids, lambda: partial(make, self.bare), *others)

    @property
    def bare(self) -> "ComparisonSheet":
        """The same without a memory, as others can have it."""
        return ComparisonSheet(self.comparison)

    @property
    def ids(self) -> tuple[str, str]:
        """Those of both documents, the first one first."""
        return self.comparison.a.id, self.comparison.b.id

    @cached_property
    def documents(self) -> tuple[NamedDocument, NamedDocument]:
        """Both documents as readers meet them."""
        return named(self.comparison)

    @cached_property
    def verdict(self) -> Verdict:
        """What a reader should know first."""
        return self.remembered(VERDICT, lambda: verdict_of(self.comparison))

    @property
    def title(self) -> str:
        """What to call both documents together."""
        return pair_title(self.comparison)

    @property
    def told_apart(self) -> str:
        """What tells the two apart, for a list under their title: days, what they are, files, or names."""
        first, second = self.documents
        for one, other in ((first.day, second.day), (first.what, second.what), (first.paper, second.paper)):
            if one and other and one.removesuffix(ELSEWHERE) != other.removesuffix(ELSEWHERE):
                return f"{one[:1].upper()}{one[1:]} en {other}"
        return f"{first.apart or first.id} en {second.apart or second.id}"

    @property
    def both(self) -> str:
        """What both are, for a list: as A and B where sentences say these."""
        told = told_of_each((self.comparison.a, self.comparison.b))
        sides = [f"{document.side}: " if document.noun == document.side else "" for document in self.documents]
        return " · ".join(side + what for side, what in zip(sides, told, strict=True))

    @property
    def sides(self) -> str:
        """The same where sentences speak of A and B, else nothing: what explains them where a verdict stands alone."""
        return self.both if self.documents[0].noun == self.documents[0].side else ""

    @property
    def path(self) -> str:
        """The name of the page."""
        return page_path(self.comparison.name)

    @cached_property
    def doubts(self) -> list[tuple[NamedDocument, Misread, str]]:
        """The places that may be misread, which no number of the verdict counts: whose, which, what may be wrong."""
        documents = dict(zip(Side, self.documents, strict=True))
        return [(documents[one.side], one, one.says) for one in misread(self.comparison)]

    @cached_property
    def apart(self) -> frozenset[int]:
        """The numbers of the changes that rest on such a place, which are counted apart."""
        return changes_of(misread(self.comparison))

    @cached_property
    def looked_for(self) -> tuple[LookedFor, ...]:
        """The changed numbers, dates, names and the like, which are told before the text."""
        return looked_for(self.comparison)

    @property
    def strip(self) -> list[tuple[str, list[LookedFor]]]:
        """The same by sort, in order."""
        return [(name, list(group)) for name, group in groupby(self.looked_for, lambda one: one.name)]

    @property
    def counts(self) -> list[Count]:
        """How often each kind of change occurs, in the order of the kinds; what may be misread is in none."""
        counts = counts_of(self.comparison)
        return [_count(kind, counts[kind]) for kind in ChangeKind]

    @property
    def moved(self) -> int:
        """How many passages moved."""
        return self.comparison.count(ChangeKind.MOVED)

    @cached_property
    def _told(self) -> list[Told]:
        return told(self.comparison)

    @cached_property
    def changes(self) -> list[Told]:
        """The changes of text and signs, in order of number."""
        return [change for change in self._told if change.kind is not ChangeKind.LAYOUT]

    @cached_property
    def layout(self) -> list[Told]:
        """The changes of layout alone."""
        return [change for change in self._told if change.kind is ChangeKind.LAYOUT]

    @cached_property
    def worded(self) -> list[Worded]:
        """All changes as the page words them, in order of number."""
        return worded(self.comparison, self._told)

    @property
    def citation(self) -> str:
        """How to cite the comparison; its address comes behind it."""
        one, other = citation_of(self.comparison.a), citation_of(self.comparison.b)
        return f"{one}, vergeleken met {other}"

    @property
    def signs(self) -> set[str]:
        """Which marks on signs and spaces occur, for the legend: `teken`, `wit`."""
        changes = [change for change in self.comparison.changes if change.kind is not ChangeKind.LAYOUT]
        sorts = {sort_of_mark(side, change.of(side)) for change in changes for side in Side if change.of(side)}
        return {name for name in ("teken", "wit") if any(name in sort for sort in sorts)}

    @property
    def head(self) -> list[tuple[NamedDocument, list[OneSidedLine]]]:
        """For each document the lines that only its letterhead has."""
        lines = self.comparison.head
        return [
            (document, [line for line in lines if line.side is side])
            for side, document in zip(Side, self.documents, strict=True)
        ]

    @cached_property
    def repeats(self) -> list[Returned]:
        """The passages that return elsewhere, with what differs in them."""
        return returned(self.comparison)

    @property
    def repeated(self) -> str:
        """How many of them there are, and where they return."""
        repeats = self.comparison.repeats
        nouns = [document.noun for document in self.documents]
        words = counted(sum(repeat.words for repeat in repeats), "woord", "woorden")
        count = counted(len(repeats), "passage", "passages")
        keeps = "keert" if len(repeats) == 1 else "keren"
        alone = {repeat.alone for repeat in repeats}
        if len(alone) == 1:
            one, other = nouns if alone == {Side.B} else nouns[::-1]
            return f"{count} uit {one} ({words}) {keeps} terug in een deel dat alleen {other} heeft"
        return f"{count} ({words}) {keeps} terug in een deel dat alleen het ene of alleen het andere document heeft"

    @property
    def order(self) -> str:
        """How to read the marks, and which document is the older one."""
        first, second = self.documents
        told = f"Doorgestreept staat alleen in {first.noun}, onderstreept alleen in {second.noun}."
        if "teken" in self.signs:
            told += f" Om een leesteken of spatie die alleen in {first.noun} staat, is een kader getrokken."
        return f"{told} {order_told(self.comparison)}"

    @property
    def running(self) -> Markup:
        """Both texts as one, with marks."""
        return self._views[0]

    @property
    def columns(self) -> Markup:
        """Both texts side by side."""
        return self._views[1]

    @cached_property
    def _views(self) -> tuple[Markup, Markup]:
        """The running text and the columns. Fails where one does not hold both texts."""
        running, columns = running_view(self.comparison), column_view(self.comparison)
        prove_views(self.comparison, running, columns)
        return Markup(running), Markup(columns)  # noqa: S704

    @cached_property
    def places(self) -> Mapping[Side, Mapping[str, str]]:
        """What readers call each passage of either document, by anchor."""
        return {side: self.comparison.letter(side).place_names for side in Side}

    def other(self, id_: str) -> NamedDocument:
        """The document that is not the one with this id."""
        return self.documents[0] if self.documents[1].id == id_ else self.documents[1]


def _count(kind: ChangeKind, number: int) -> Count:
    told = data("change_kinds")["kinds"][kind.value]
    one, more = told["counted"]
    return Count(kind, told["name"], number, told["means"], (one, more))


def rules_by_kind() -> list[tuple[str, str, list[Rule]]]:
    """For the explanation: each kind with its meaning, and the rules that give it, in their order."""
    kinds = data("change_kinds")["kinds"]
    order = [kind.value for kind in ChangeKind]
    ordered = sorted(rules(), key=lambda rule: order.index(rule.kind.value))
    return [
        (kinds[kind]["name"], kinds[kind]["means"], list(group))
        for kind, group in groupby(ordered, key=lambda rule: rule.kind.value)
    ]
