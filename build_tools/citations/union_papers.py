"""How judgments, papers of the Union and numbers of laws are read from the head of their citation."""

import re

from build_tools.citations.cited_numbers import LONGEST_RANGE
from build_tools.citations.context import NEAR, is_case_of_court, is_of_others
from build_tools.citations.grammar import Target
from build_tools.papers.publications import EUROPE
from build_tools.papers.sources import article_of


def _whole(paper: str, match: re.Match[str]) -> list[Target]:
    return [Target(paper, match.start(), match.end())]


def numbered_law(match: re.Match[str], _: str) -> list[Target]:
    return _whole(article_of(match["law"], match["item"] or match["article"] or ""), match)


_FURTHER_JUDGMENT = re.compile(r"(?:,|\sen|;)\s(?::\s?|(?=\d{3,5}\s?(?:[.;)]|\Z)))(?P<number>\d{1,6})(?![\w:])")
"""A further judgment of the same court and year: ` en :16`, ` en 1440.`; not ` en 12 andere`."""


def judgment(match: re.Match[str], text: str) -> list[Target]:
    """One judgment, or several of a court and year: `ECLI:NL:HR:2022:15 en :16`."""
    targets = _whole("".join(match[0].split()).upper(), match)
    of_year = targets[0].paper.rpartition(":")[0]
    further = _FURTHER_JUDGMENT.match(text, match.end())
    while further and len(targets) <= LONGEST_RANGE:
        targets.append(Target(f"{of_year}:{further['number']}", further.start("number"), further.end()))
        further = _FURTHER_JUDGMENT.match(text, further.end())
    return targets


def ljn(match: re.Match[str], _: str) -> list[Target]:
    return _whole("LJN:" + "".join(match["item"].split()), match)


def case_of_court(match: re.Match[str], text: str) -> list[Target]:
    """A case of the Court of Justice, or the cases of a range; each of joined cases is found by itself."""
    if not is_case_of_court(text, match.start(), match.end("year"), match["court"]):
        return []
    first = Target(_case(match, int(match["number"])), match.start(), match.end("year"))
    if not match["to"]:
        return [Target(first.paper, first.start, match.end())]
    one, last = int(match["number"]), int(match["last"])
    between = range(one + 1, last) if last - one <= LONGEST_RANGE else ()
    at, end = match.span("to")
    return [first, *(Target(_case(match, number), at, at) for number in between), Target(_case(match, last), at, end)]


_LUXEMBOURG = re.compile(
    r"\b(?:HvJ|H\.v\.J\.|Hof\svan\sJustitie|EG-Hof|Europees?e?\s(?:Gerechts)?[Hh]of)(?!\w)(?!\svoor\sde\sRechten)"
)
"""Who judges cases that have no letter before their number: those brought until 1989."""


def case_before_letters(match: re.Match[str], text: str) -> list[Target]:
    """`zaak 120/78`, by its CELEX number."""
    around = text[max(0, match.start() - NEAR) : match.end() + NEAR]
    celex = f"619{match['year']}CJ{int(match['number']):04}"
    return _whole(celex, match) if _LUXEMBOURG.search(around) else []


def _case(match: re.Match[str], number: int) -> str:
    return f"{match['court']}-{number}/{match['year']}"


_APPLICATION = re.compile(r"(?:,|\sen|,\sen)\s(?:(?:nr|no)\.\s)?(?P<item>\d{3,6}/\d\d)(?!\d)")
"""A further application that the Court in Strasbourg has joined: ` en 11449/07`."""


_STRASBOURG = re.compile(
    r"\b(?:EHRM|EVRM|Straatsburg|het\sHof\b(?!\s(?:[A-Z]|van\s)))|[Rr]echten\svan\sde\s[Mm]ens|\btegen\s[A-Z]\w+land\b"
)
"""What is said around a case before the Court in Strasbourg; others are brought before many offices."""


def human_rights(match: re.Match[str], text: str) -> list[Target]:
    around = text[max(0, match.start() - NEAR) : match.end() + NEAR]
    if match["head"].lower().startswith(("klacht", "zaak")) and not _STRASBOURG.search(around):
        return []
    targets = [Target(f"EHRM:{match['item']}", match.start(), match.end("item"))]
    further = _APPLICATION.match(text, match.end("item"))
    while further and len(targets) <= LONGEST_RANGE:
        targets.append(Target(f"EHRM:{further['item']}", further.start("item"), further.end("item")))
        further = _APPLICATION.match(text, further.end())
    return targets


_FURTHER = re.compile(
    r"(?:,|\sen|\s(?P<to>t/m|tot\sen\smet))\s(?P<number>\d{1,5})(?![\d/]|[.,]\d)(?P<ends>\s?[,;.)]|\sen\s\d|\s(?:final|def)|\s?\Z)?"
)
"""A further number of the same year: `COM(2024) 22, 23 en 24`, `SWD(2021) 621 t/m 623`."""


def commission(match: re.Match[str], text: str) -> list[Target]:
    year = match["year"] or match["slash"] or match["plain"]
    targets = _whole(f"{match['series']}({year}){int(match['number'])}", match)
    before, further = int(match["number"]), _FURTHER.match(text, match.end())
    while further and _goes_on(before, further) and len(targets) <= LONGEST_RANGE:
        last = int(further["number"])
        between = range(before + 1, last) if further["to"] and last - before <= LONGEST_RANGE else ()
        at = further.start("number")
        targets += [Target(f"{match['series']}({year}){number}", at, at) for number in between]
        before = last
        targets.append(Target(f"{match['series']}({year}){before}", *further.span("number")))
        further = _FURTHER.match(text, further.end("number"))
    return targets


def _goes_on(before: int, further: re.Match[str]) -> bool:
    """Whether a number goes on a list: it ends one, or is the next few; not `COM(2021) 118 en 12 landen`."""
    return bool(further["ends"]) or 0 < int(further["number"]) - before < NEXT_FEW


NEXT_FEW = 10
"""Papers of one day have numbers that differ by less: `COM(2016) 270, 271 en 272 zijn ingetrokken`."""


def file(match: re.Match[str], _: str) -> list[Target]:
    """The file of a legislative procedure."""
    return _whole(f"{match['year']}/{match['number']}({match['kind']})", match)


_FURTHER_PAPER = re.compile(r"(?:,|\sen|,\sen)\s(?:ST\s)?(?P<number>\d{4,5})/(?P<year>\d\d)(?![\d/])")
"""A further paper of the Council: ` en 8115/21`."""


_OF_COUNCIL = re.compile(r"\b(?:[Dd]e\sRaad(?!\svan\sState)|Coreper|[A-Z][a-z-]*raad|Europese|Unie|voorzitterschap)\b")
"""What is said around `document 10101/23` that is a paper of the Council; others number their papers so too."""


def council(match: re.Match[str], text: str) -> list[Target]:
    """A paper of the Council; one that states no version is the first."""
    around = text[max(0, match.start() - NEAR) : match.end() + NEAR]
    if is_of_others(text, match.start(), match.end()) or (match["loose"] and not _OF_COUNCIL.search(around)):
        return []
    year = match["year"] if len(match["year"]) == len("2022") else f"20{match['year']}"
    version = match["version"] or "INIT"
    if match["n"]:
        version += f"-{match['n']}"
    targets = _whole(f"ST-{match['number']}-{year}-{version}", match)
    further = _FURTHER_PAPER.match(text, match.end())
    while further and len(targets) <= LONGEST_RANGE:
        paper = f"ST-{further['number']}-20{further['year']}-INIT"
        targets.append(Target(paper, further.start("number"), further.end()))
        further = _FURTHER_PAPER.match(text, further.end())
    return targets


def act_address(match: re.Match[str], _: str) -> list[Target]:
    """A European act by its address."""
    return _whole(f"{EUROPE}{match['act']}/{match['year']}/{int(match['number'])}/oj", match)


def union_address(match: re.Match[str], _: str) -> list[Target]:
    return _whole(match["item"], match)


LONGEST_ISSUE = 3
"""Digits of a number of the Publicatieblad until October 2023; since then each act has one of its own, with more."""


def journal(match: re.Match[str], _: str) -> list[Target]:
    """A number of the Publicatieblad: its year, its series and its number."""
    series, year = match["series"] or match["series2"], match["year"] or match["year2"]
    number = match["number"] or match["number2"]
    by_act = len(number) > LONGEST_ISSUE
    return _whole(f"OJ:{series}_{year}{int(number):05}" if by_act else f"OJ:{series}:{year}:{int(number):03}", match)


def journal_by_number(match: re.Match[str], _: str) -> list[Target]:
    """The same with its day; since October 2023 each act is a number of its own: `PB L, 2024/1689`."""
    if match["whole"]:
        year, _sign, number = match["whole"].partition("/")
        return _whole(f"OJ:{match['series']}_{year}{int(number):05}", match)
    return _whole(f"OJ:{match['series']}:{match['year']}:{int(match['number']):03}", match)
