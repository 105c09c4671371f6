"""How the papers are read from citations that are not `dossier, nr.`: answers, gazettes, numbers before a dossier."""

import re

from build_tools.citations.cited_numbers import numbers
from build_tools.citations.grammar import BEFORE, DOSSIER, ITEM, NR, SPACE, Target
from build_tools.papers.numbers import DASH, identifier, kept

LONGEST_NUMBER = 6
"""The most digits of a number in a gazette: those of municipalities have six."""

_NUMBER = re.compile(
    rf"(?:(?i:(?:nr|nummer)(?P<plural>s)?)\b\.?{SPACE})?(?:(?=\d{{1,3}}\.\d{{3}}(?!\d))(?P<thousands>\d{{1,3}}\.\d{{3}})|{ITEM})"
)
"""A number in another series: `35`, `nr. 4015`, `nrs. 12 en 13`, `nr. 9.876`."""

_GAZETTES = {
    "staatsblad": "stb", "staatscourant": "stcrt", "tractatenblad": "trb",
    "gemeenteblad": "gmb", "provinciaal blad": "prb", "waterschapsblad": "wsb",
}  # fmt: skip


_EACH = re.compile(r"\d{1,4}|[A-Z]{1,2}")
_FURTHER_RUNNING = re.compile(rf"(?:,|\sen)\s(?P<item>\d{{1,4}})\s?\(\s?(?P<dossier>{DOSSIER})\s?\)")
"""A further number with its dossier behind it: ` en 35 (36 200 XV)`."""


def whole(paper: str, match: re.Match[str], end: int | None = None) -> list[Target]:
    """The one paper that a citation names with all its words, up to an offset behind them perhaps."""
    return [Target(paper, match.start(), end or match.end())]


def running(match: re.Match[str], text: str) -> list[Target]:
    """Papers whose numbers stand before their dossier: `nrs. 12 en 14 (32 824)`, `34 (36 200 XV) en 35 (36 200 XV)`."""
    targets: list[Target] = []
    found: re.Match[str] | None = match
    while found:
        items = list(_EACH.finditer(text, *found.span("item")))
        ends = [*(item.end() for item in items[:-1]), found.end()]
        dossier = kept(found["dossier"])
        targets += [
            Target(identifier(dossier, item[0]), item.start(), end) for item, end in zip(items, ends, strict=True)
        ]
        found = _FURTHER_RUNNING.match(text, found.end())
    return targets


WITHIN = 240
"""Characters before a number in which the dossier stands that it shares with the paper before it."""

_WITH_NUMBER = re.compile(rf"{BEFORE}(?P<dossier>{DOSSIER})(?:,?\s{{1,3}}|{DASH})(?:{NR}\s?|(?={ITEM}\s?\)))")


def of_dossier_before(match: re.Match[str], text: str) -> list[Target]:
    """A number alone, of the one dossier that the papers shortly before it belong to."""
    papers = _WITH_NUMBER.finditer(text, max(0, match.start() - WITHIN), match.start())
    dossiers = {kept(paper["dossier"]) for paper in papers}
    return whole(identifier(dossiers.pop(), match["item"]), match) if len(dossiers) == 1 else []


def key(match: re.Match[str], _: str) -> list[Target]:
    return whole(f"kst-{match['key']}", match)


def named(match: re.Match[str], _: str) -> list[Target]:
    return whole(match["key"], match)


def document(match: re.Match[str], _: str) -> list[Target]:
    """The document of a page of the Tweede Kamer, else its case."""
    return whole(match["did"] or match["key"], match)


def session_of(match: re.Match[str]) -> str:
    """The session that begins in the year of a citation, as addresses write it: `20162017`."""
    return f"{match['year']}{int(match['year']) + 1}"


def house_of(match: re.Match[str]) -> str:
    """The house whose paper it is, where the citation names it: `ek` or `tk`."""
    named = match.groupdict()
    return "ek" if named.get("house") in {"I", "EK"} or named.get("chamber") == "Eerste" else "tk"


def up_to(further: re.Pattern[str], targets: list[Target], text: str) -> list[Target]:
    """Those behind which nothing further of its own begins, and the first behind which it does."""
    last = next((n for n, one in enumerate(targets, 1) if further.match(text, one.end)), len(targets))
    return targets[:last]


def _numbered(match: re.Match[str], text: str, base: str) -> list[Target]:
    """One number, or several: `2011, 35 en 36`."""
    return listed(_NUMBER.match(text, match.end()), text, base)


def listed(first: re.Match[str] | None, text: str, base: str) -> list[Target]:
    """The papers of a series by their numbers, from the first one that is named on."""
    if first and first.groupdict().get("thousands"):
        return [Target(f"{base}-{first['thousands'].replace('.', '')}", *first.span("thousands"))]
    items = numbers(first, text, LONGEST_NUMBER)
    targets = [Target(f"{base}-{item.value}", item.start, item.end) for item in items if item.value[0].isdigit()]
    corrected = _CORRECTED.match(text, targets[-1].end) if targets else None
    if corrected:
        last = targets.pop()
        targets.append(Target(f"{last.paper}{corrected[0]}", last.start, corrected.end()))
    return targets


_CORRECTED = re.compile(r"-n\d{1,2}(?!\w)")
"""Behind a number in a gazette: the first correction of it has `-n1`."""


def answers(match: re.Match[str], text: str) -> list[Target]:
    return _numbered(match, text, f"ah-{house_of(match)}-{session_of(match)}")


def answer(match: re.Match[str], _: str) -> list[Target]:
    """The answer whose number stands before the session."""
    return whole(f"ah-{house_of(match)}-{session_of(match)}-{match['item']}", match)


_FURTHER_YEAR = re.compile(r"(?:,|;|\sen)\s(?P<year>1[89]\d\d|20\d\d)\s?,\s?(?=(?:nrs?\.?\s?)?\d)")
"""A further year with numbers of its own: `1954, 131 en 1988, 88`."""


def gazette(match: re.Match[str], text: str) -> list[Target]:
    """`2011, 35 en 36; 2012, 4`."""
    targets: list[Target] = []
    year, at = match["year"], match.end()
    while more := listed(_NUMBER.match(text, at), text, f"{_series(match)}-{year}"):
        targets += up_to(_FURTHER_YEAR, more, text)
        further = _FURTHER_YEAR.match(text, targets[-1].end)
        if not further:
            break
        year, at = further["year"], further.end()
    return targets


def gazette_item(match: re.Match[str], _: str) -> list[Target]:
    """`Stb. 38, 2021`."""
    return whole(f"{_series(match)}-{match['year']}-{match['item']}", match)


def _series(match: re.Match[str]) -> str:
    paper = " ".join(match["paper"].lower().split()).partition(" van ")[0].removesuffix("en")
    return _GAZETTES.get(paper, paper)
