"""Citations of official papers in plain text.

After `citations`: the spans lie inside the text, in order, and none overlaps another; every citation names at
least one paper; the words that name a paper are the span of its target, and a paper in the middle of a range,
that no word names, has an empty span where the range ends. Page feet are no citations.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import merge

from build_tools.citations.bills import is_of_bill, is_of_listed_bill
from build_tools.citations.cited_numbers import Item, numbers
from build_tools.citations.context import (
    is_at_end_of_entry,
    is_kept_by_others,
    is_listed,
    is_other_number,
    may_stand_bare,
    names_paper,
)
from build_tools.citations.forms import FORMS
from build_tools.citations.grammar import ITEM, NR, SPACE, YEAR, Form, Numbers, Target
from build_tools.citations.other_series import house_of
from build_tools.dutch.spans import apart, first_and_longest
from build_tools.papers.numbers import DASH, identifier, kept

LONGEST_NUMBER = 4
"""The most digits of a number within a dossier."""


@dataclass(frozen=True, slots=True)
class Citation:
    """A stretch of a text, [start, end), that cites papers, and the form it was found by."""

    start: int
    end: int
    form: str
    targets: tuple[Target, ...]


_FIRST = re.compile(
    rf"(?:{SPACE}[,;]?{SPACE}|\s?{DASH}\s?)(?i:(?:(?:onder)?(?:nr|nummer)|no|letter)(?P<plural>s)?)\b\.?{SPACE}{ITEM}"
)
"""The first number behind a dossier, named: `, nr. 448`, ` nrs. 3`, `-nr. 12`, `, letter C`."""

_REMARK = re.compile(
    rf"(?:\s?\([^()\d]{{1,60}}\)|,?\s\(?{YEAR}\)?|,\s[A-Z][a-z]?[A-Z][A-Za-z]{{0,6}})(?={SPACE},?{SPACE}{NR}\s{{0,3}}\d)"
)
"""What can stand between a dossier and `nr.`: ` (Wet inburgering)`, `, vergaderjaar 2019–2020`, `, MvT`."""

_LETTER = re.compile(r"\s(?P<open>\()?(?P<item>[A-Z]{1,2})(?(open)\)|(?=[,.;)]|\s?\Z|\sen\s[A-Z]{1,2}\b))")
"""The letter of a paper of the Eerste Kamer without a comma: ` B`, ` (B)`."""

_PLAIN = re.compile(rf"(?:{SPACE},{SPACE}|\s?{DASH}\s?|/){ITEM}")
"""The same without a name: `, 9`, `-3`, `/75`."""

_GLUED = re.compile(rf"\s{{0,2}}{ITEM}")
"""The same where `nr.` stood before the dossier: `nr. 32 824 448`."""

_FOOT = re.compile(r"\s{1,4}\d{1,4}(?=\s*\Z|\s+[^\sa-z%])")
"""The page number behind the foot of a page: ` 3` at the end, or before a new sentence; not ` 3 leden`."""

_YEARLIKE = re.compile(r"(?:19|20)\d\d")
"""`32 824, 2010` has a year behind the dossier; without `nr.` or a hyphen a paper cannot be told from it."""

_SESSION_IN_NUMBER = range(1995, 2000)
"""The first years of the sessions in which the identifiers of the Eerste Kamer's numbered papers state the session:
`kst-19951996-23700-188b`."""

_FURTHER_DOSSIER = re.compile(r"\d[^,/&]*?(?=\s*(?:,|/|&|\ben\b|\Z))")
"""Each of the dossiers that follow the first: `29 279` and `36 600 XV` of ` en 29 279, 36 600 XV`."""


_DIGIT = re.compile(r"\d")
"""What every citation has but the name of a law."""

BY_NAME = "wet"
"""The form of a law that is called by its name, without an article."""


def citations(text: str, forms: Sequence[Form] = FORMS) -> tuple[Citation, ...]:
    """All citations in a text, in order, or those of some forms."""
    forms = forms if _DIGIT.search(text) else [form for form in forms if form.name == BY_NAME]
    found, end = [], 0

    def is_taken(match: re.Match[str]) -> bool:
        return match.end() <= end

    of_forms = (_of_form(form, text, is_taken) for form in _possible(forms, text))
    for citation in apart(merge(*of_forms, key=first_and_longest)):
        end = citation.end  # known before the next is sought: no row is read anew from each place within it
        if citation.targets:
            found.append(citation)
    return tuple(found)


def _possible(forms: Iterable[Form], text: str) -> Iterator[Form]:
    """The forms of which a text has what they need; many need the same, which is looked for once."""
    has: dict[str, bool] = {}
    for form in forms:
        needs = form.needs.pattern
        if needs not in has:
            has[needs] = form.needs.search(text) is not None
        if has[needs]:
            yield form


def _of_form(form: Form, text: str, is_taken: Callable[[re.Match[str]], bool]) -> Iterator[Citation]:
    """The citations of one form; a page foot holds its place, without targets, so that no other form takes it."""
    for match in form.pattern.finditer(text):
        if is_taken(match) or not _in_context(form, match, text):
            continue
        items = numbers(_first_item(form, match, text), text, LONGEST_NUMBER) if form.numbers else []
        if _is_foot(form, match, items, text):
            yield Citation(match.start(), match.end(), form.name, ())
            continue
        targets = _kamerstukken(form, match, items) if form.numbers else _read(form, match, text)
        if targets:
            start = match.start() + (match[0][0] in "([")
            while text[start].isspace():
                start += 1
            end = max(target.end for target in targets)
            yield Citation(start, end, form.name, tuple(_spread(start, targets)))


def _in_context(form: Form, match: re.Match[str], text: str) -> bool:
    """Whether what stands around it lets a number that nothing introduces be one of a paper."""
    if form.name == "kaal":
        return may_stand_bare(text, match.start())
    if form.name == "verbonden":
        return is_listed(text, match.start()) or is_at_end_of_entry(text, match.start(), match.end())
    if form.name == "lijst":
        return is_of_listed_bill(text, match.start(), match.end())
    if form.name == "dossier":
        return not is_kept_by_others(text, match.start(), match.end())
    if form.name == "wetsvoorstel":
        return is_of_bill(text, match.start())
    if form.name in {"haakjes-omgekeerd", "haakjes-zelfde"}:
        return names_paper(text, match.start())
    if form.name != "haakjes":
        return True
    named = _FIRST.match(text, match.end()) is not None
    return not (is_other_number(text, match.start(), named=named) or _is_application(match, text))


def _is_application(match: re.Match[str], text: str) -> bool:
    """`(nr. 25781/94)` is one to the Court in Strasbourg."""
    return bool(match["nr"]) and text[match.end() : match.end() + 1] == "/"


def _read(form: Form, match: re.Match[str], text: str) -> list[Target]:
    return form.reader(match, text) if form.reader else []


def _spread(start: int, targets: list[Target]) -> Iterator[Target]:
    """The first target's words begin where the citation begins."""
    yield Target(targets[0].paper, start, targets[0].end)
    yield from targets[1:]


def _kamerstukken(form: Form, match: re.Match[str], items: Sequence[Item]) -> list[Target]:
    """The papers of one dossier; with several dossiers before one number it belongs to the first."""
    if items:
        dossier = kept(match["dossier"])
        return [Target(_paper(dossier, item.value, match), item.start, item.end) for item in items]
    return list(_dossiers(match)) if _may_stand_alone(form, match) else []


def _may_stand_alone(form: Form, match: re.Match[str]) -> bool:
    """Whether a dossier is a citation without a number: `TK 2010–2011, 32 500 VII`; not `Tweede Kamer 35 000`."""
    dated = form.name == "kamer" and match["year"] is not None and not match["dossier"][-1].isdigit()
    return form.numbers is Numbers.OPTIONAL or dated


def _first_item(form: Form, match: re.Match[str], text: str) -> re.Match[str] | None:
    if (named := _FIRST.match(text, match.end())) or form.numbers is Numbers.NAMED:
        return named
    if remark := _REMARK.match(text, match.end()):
        return _FIRST.match(text, remark.end())
    if house_of(match) == "ek" and (letter := _LETTER.match(text, match.end())):
        return letter
    if match.groupdict().get("nr") and (glued := _GLUED.match(text, match.end())):
        return glued
    plain = _PLAIN.match(text, match.end())
    return plain if plain and (plain[0][0] == "-" or not _YEARLIKE.fullmatch(plain["item"])) else None


def _is_foot(form: Form, match: re.Match[str], items: Sequence[Item], text: str) -> bool:
    """`Tweede Kamer, vergaderjaar 2021–2022, 32 824, nr. 357 3`: the foot of page 3, not a citation."""
    if form.name != "kamer" or not match["chamber"] or "ergaderjaar" not in (match["year"] or ""):
        return False
    return bool(items and _FOOT.match(text, items[-1].end))


def _paper(dossier: str, item: str, match: re.Match[str]) -> str:
    """The identifier of a paper; in some years those of the Eerste Kamer's numbered papers state the session."""
    year = re.search(r"\d{4}", match.groupdict().get("year") or "")
    if house_of(match) == "ek" and year and int(year[0]) in _SESSION_IN_NUMBER and item[0].isdigit():
        return identifier(f"{year[0]}{int(year[0]) + 1}-{dossier}", item)
    return identifier(dossier, item)


def _dossiers(match: re.Match[str]) -> Iterator[Target]:
    yield Target(f"dossier/{kept(match['dossier'])}", match.start("dossier"), match.end("dossier"))
    for other in _FURTHER_DOSSIER.finditer(match["more"]):
        at = match.start("more")
        yield Target(f"dossier/{kept(other[0])}", at + other.start(), at + other.end())
