"""How the papers are read from citations that are not `dossier, nr.`: debates, answers, gazettes, European acts."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from build_tools.citations.cited_numbers import numbers
from build_tools.citations.forms import ITEM, NR, SPACE
from build_tools.papers.numbers import DASH, identifier, kept
from build_tools.papers.publications import DEBATES_BY_ITEM, EUROPE

LONGEST_NUMBER = 5
"""The most digits of a number in the Staatscourant; no other series has longer ones."""

FIRST_YEAR_FIRST = 2015
"""Since 2015 European acts are numbered with the year first, `nr.` or not."""

_SITTING_ITEM = re.compile(rf"(?:{NR}{SPACE})?(?P<sitting>\d{{1,3}}){SPACE},?{SPACE}item(?P<plural>s)?{SPACE}{ITEM}")
"""The item of a sitting: `nr. 66, item 6`, `66, items 3 en 4`."""

_PAGES = re.compile(
    rf"(?:{NR}{SPACE}(?P<sitting>\d{{1,3}}){SPACE},?{SPACE})?(?:pp?|blz)\b\.?{SPACE}"
    rf"(?P<one>\d{{1,5}}){SPACE}{DASH}{SPACE}(?P<two>\d{{1,5}})(?!\d)"
)
"""Its pages: `nr. 39, p. 3876-3888`, `blz. 7909-7943`."""

_NUMBER = re.compile(rf"(?:(?i:nr(?P<plural>s)?)\b\.?{SPACE})?{ITEM}")
"""A number in another series: `35`, `nr. 4015`, `nrs. 12 en 13`."""

_GAZETTES = {"Staatsblad": "stb", "Staatscourant": "stcrt", "Tractatenblad": "trb"}
_ACTS = {"kaderbesluit": "dec_framw", "richtlijn": "dir", "verordening": "reg", "besluit": "dec", "aanbeveling": "reco"}


@dataclass(frozen=True, slots=True)
class Target:
    """A paper that a citation names, and the words that name it."""

    paper: str
    start: int
    end: int


def _whole(paper: str, match: re.Match[str], end: int | None = None) -> list[Target]:
    return [Target(paper, match.start(), end or match.end())]


def _running(match: re.Match[str], _: str) -> list[Target]:
    return _whole(identifier(kept(match["dossier"]), match["item"]), match)


def _key(match: re.Match[str], _: str) -> list[Target]:
    return _whole(f"kst-{match['key']}", match)


def _named(match: re.Match[str], _: str) -> list[Target]:
    return _whole(match["key"], match)


def _session(match: re.Match[str]) -> str:
    return f"{match['year']}{int(match['year']) + 1}"


def house_of(match: re.Match[str]) -> str:
    """The house whose paper it is, where the citation names it: `ek` or `tk`."""
    named = match.groupdict()
    return "ek" if named.get("house") in {"I", "EK"} or named.get("chamber") == "Eerste" else "tk"


def _debate(match: re.Match[str], text: str) -> list[Target]:
    """The items of a sitting, or its pages; a sitting alone is no one paper."""
    base = f"h-{house_of(match)}-{_session(match)}"
    if item := _SITTING_ITEM.match(text, match.end()):
        return _listed(item, text, f"{base}-{item['sitting']}")
    pages = _PAGES.match(text, match.end())
    if not pages or int(match["year"]) >= DEBATES_BY_ITEM:
        return []
    if int(match["year"]) < DEBATES_BY_ITEM - 1:
        return _whole(f"{base}-{pages['one']}-{pages['two']}", match, pages.end())
    by_sitting = pages["sitting"] and house_of(match) == "tk"
    return _whole(f"{base}-{pages['sitting']}-{pages['one']}", match, pages.end()) if by_sitting else []


def _numbered(match: re.Match[str], text: str, base: str) -> list[Target]:
    """One number, or several: `2011, 35 en 36`."""
    return _listed(_NUMBER.match(text, match.end()), text, base)


def _listed(first: re.Match[str] | None, text: str, base: str) -> list[Target]:
    items = numbers(first, text, LONGEST_NUMBER)
    return [Target(f"{base}-{item.value}", item.start, item.end) for item in items if item.value[0].isdigit()]


def _answers(match: re.Match[str], text: str) -> list[Target]:
    return _numbered(match, text, f"ah-{house_of(match)}-{_session(match)}")


def _gazette(match: re.Match[str], text: str) -> list[Target]:
    series = _GAZETTES.get(match["paper"], match["paper"].lower())
    return _numbered(match, text, f"{series}-{match['year']}")


_FURTHER = re.compile(
    r"(?:,|\sen)\s{1,3}(?:\(E[UEG]G?(?:,\s?Euratom)?\)\s{0,3})?(?P<nr>nr\.?\s{0,3})?"
    r"(?P<one>\d{1,4})/(?P<two>\d{1,4})(?P<union>/E[UEG]G?)?(?![\d/])"
)
"""A further act of the same kind: ` en (EU) 2016/679`, `, nr. 1071/2009`, ` en 2004/38/EG`."""


def _european(match: re.Match[str], text: str) -> list[Target]:
    """One act, or several of a kind: `Verordeningen (EG) nr. 1071/2009 en (EU) 2016/679`."""
    words = match["act"].lower()
    kind = next(code for act, code in _ACTS.items() if act in words)
    kind += "_del" if words.startswith("gedelegeerd") else "_impl" if words.startswith("uitvoering") else ""
    targets: list[Target] = []
    found: re.Match[str] | None = match
    while found and (numbers := _year_and_number(found, _may_begin_with_number(words, found))):
        start = found.start("nr") if found["nr"] else found.start("one")
        targets.append(Target(f"{EUROPE}{kind}/{numbers}/oj", start, found.end()))
        found = _FURTHER.match(text, found.end())
        found = found if found and (found["union"] or words.endswith("en")) else None
    return targets


_YEAR = re.compile(r"19[5-9]\d|20\d\d")
"""A year in which there can be European acts: from 1950 on."""


def _may_begin_with_number(act: str, match: re.Match[str]) -> bool:
    """Directives never do; regulations did until 2014, and so did what has `nr.`."""
    return "richtlijn" not in act and ("verordening" in act or bool(match["nr"]))


def _year_and_number(match: re.Match[str], by_number: bool) -> str | None:
    """What can be a year is the year; where both can, or neither, the kind of act tells."""
    one, two = match["one"], match["two"]
    first, second = _YEAR.fullmatch(one), _YEAR.fullmatch(two)
    if bool(first) != bool(second):
        number_first = bool(second)
    else:
        number_first = by_number and not (first and int(one) >= FIRST_YEAR_FIRST)
    year, number = (two, one) if number_first else (one, two)
    year = f"19{year}" if len(year) == 2 else year
    return f"{year}/{int(number)}" if _YEAR.fullmatch(year) else None


READERS: dict[str, Callable[[re.Match[str], str], list[Target]]] = {
    "omgekeerd": _running,
    "kenmerk": _key,
    "adres": _named,
    "samengesteld": _key,
    "lopend": _running,
    "zaak": _named,
    "handelingen": _debate,
    "aanhangsel": _answers,
    "aanhangsel-achteraan": _answers,
    "staatsblad": _gazette,
    "eu-nieuw": _european,
    "eu-oud": _european,
    "eu-kort": _european,
    "verordening": _european,
}
"""Which reader a form has, by its name in the table."""
