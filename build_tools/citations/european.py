"""How European acts are read: their kind, their year and their number, in whatever order these stand."""

import re

from build_tools.citations.context import NEAR, is_of_others
from build_tools.citations.grammar import ACT, ACT_NR, ACT_NUMBER, NR, UNION, Target
from build_tools.papers.publications import EUROPE

NEW_ACT = rf"\b{ACT}\s{{1,3}}\({UNION}(?:,\s?Euratom)?\)\s{{0,3}}(?P<nr>{ACT_NR}\s{{0,3}})?{ACT_NUMBER}(?![\d/])"
"""`Richtlijn (EU) 2024/1346`, `Verordening (EG) nr. 45/2001`."""

OLD_ACT = rf"\b{ACT}\s{{1,3}}\(?(?P<nr>{ACT_NR}\s{{0,3}})?{ACT_NUMBER}/{UNION}(?!\w)"
"""`Richtlijn 2003/86/EG`."""

SHORT_ACT = (
    rf"\bE[UG]-(?P<act>(?:[Rr]ichtlijn|[Vv]erordening)(?:en)?)\s{{1,3}}(?P<nr>{NR}\s{{0,3}})?{ACT_NUMBER}(?![\d/])"
)
"""`EU-verordening 604/2013`."""

CITED_ACTS = (re.compile(NEW_ACT), re.compile(OLD_ACT), re.compile(SHORT_ACT))
"""The acts of which an article can be cited."""

FIRST_YEAR_FIRST = 2015
"""Since 2015 European acts are numbered with the year first, `nr.` or not."""

_ACTS = {
    "kaderbesluit": "dec_framw", "richtlijn": "dir", "verordening": "reg", "besluit": "dec", "beschikking": "dec",
    "aanbeveling": "reco", "directive": "dir", "regulation": "reg",
}  # fmt: skip

_FURTHER = re.compile(
    r"(?:,|\sen)\s{1,3}(?:\(E[UEGC][GC]?(?:,\s?Euratom)?\)\s{0,3})?(?P<nr>n[ro]\.?\s{0,3})?"
    r"(?P<one>\d{1,4})/(?P<two>\d{1,4})(?P<union>/E[UEGC][GC]?)?(?![\d/])"
)
"""A further act of the same kind: ` en (EU) 2016/679`, `, nr. 1071/2009`, ` en 2004/38/EG`."""


def european(match: re.Match[str], text: str) -> list[Target]:
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
        found = found if found and (found["union"] or words.endswith(("en", "s"))) else None
    return targets


_OF_THE_UNION = re.compile(r"\b(?:EU|E[EG]G|EU-\w|Europe|Unie|Brussel|Dublin|Raad\b|Commissie|PbE)")
"""What is said around a regulation that is cited by its number alone."""


def regulation(match: re.Match[str], text: str) -> list[Target]:
    """`verordening 604/2013`: not one of a municipality, nor a small number of which nothing says whose it is."""
    if is_of_others(text, match.start(), match.end()):
        return []
    around = text[max(0, match.start() - NEAR) : match.end() + NEAR]
    number = match["two"] if _YEAR.fullmatch(match["one"]) else match["one"]
    small = not match["nr"] and len(number) < len("100")
    return [] if small and not _OF_THE_UNION.search(around) else european(match, text)


_YEAR = re.compile(r"19[5-9]\d|20\d\d")
"""A year in which there can be European acts: from 1950 on."""


def _may_begin_with_number(act: str, match: re.Match[str]) -> bool:
    """Directives never do; regulations did until 2014, and so did what has `nr.`."""
    directive = "richtlijn" in act or "directive" in act
    return not directive and ("verordening" in act or "regulation" in act or bool(match["nr"]))


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
