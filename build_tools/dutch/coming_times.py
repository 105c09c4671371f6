"""A time to come as Dutch states it: `voor de zomer van 2026`, `eind maart`, `binnen drie weken`, `zodra het kan`."""

import re
from functools import cache

from build_tools.data import data

_YEAR = r"(?:19|20)\d\d"
_BEGIN = r"(?:uiterlijk|begin|eind|medio|halverwege|half|rond|tegen|vóór|voor|na|in|per|vanaf|aan|tot|bij)"
_FIRST = (
    rf"(?:{_BEGIN}|nog|later|dit|deze|komende?|volgende?|aanstaande|met|op|via|binnen|over|zodra|wanneer|voorafgaand)\s"
    r"|twee|drie|vier|elk|ieder|half|jaarlijks"
)
"""The first words of all times: where none of them stands, none is looked for."""

_MEETING = (
    r"(?:debat|commissiedebat|notaoverleg|wetgevingsoverleg|begrotingsdebat|tweeminutendebat|(?:[a-z][\w-]{0,20}-)?top"
    r"|(?:[a-z][a-z-]*r|r)aad(?!\svan\sstate))"
)
_LONGEST_CLAUSE = 80
"""Characters of what follows `zodra`."""


def coming_time(text: str, start: int, end: int, year: int | None) -> str | None:
    """The first time in a stretch that can be one to come for a text of that year, as printed; else `binnenkort`."""
    # In any case, which takes half the time of patterns that do not mind it; `İ` alone would become two characters.
    small = text.replace("İ", "i").lower()
    for match in _stated().finditer(small, start, end):
        said = re.search(_YEAR, match[0])
        if not (year and said and int(said[0]) < year):
            return text[match.start() : match.end()].strip()
    later = _later().search(small, start, end)
    return text[later.start() : later.end()] if later else None


def next_paper() -> str:
    """A pattern of what comes regularly, and next: `eerstvolgende voortgangsbrief`, `volgende Stand van`."""
    return rf"(?:(?:eerst)?volgende|komende)\s[\w-]{{0,30}}(?:{'|'.join(data('citing')['regular_papers'])})"


@cache
def _later() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, data('citing')['later']))})(?![\w-])")


@cache
def _stated() -> re.Pattern[str]:
    dutch, words = data("dutch"), data("citing")
    months, times = "|".join(dutch["months"]), "|".join(words["times"]).lower()
    of_year = rf"(?:\s(?:van\s)?(?:{_YEAR}|dit\sjaar|volgend\sjaar|komend\sjaar))?"
    unit = r"(?:weken|week|maanden|maand|dagen|jaar|kwartaal|jaren)"
    parts = (
        rf"(?:{_BEGIN}\s){{1,2}}(?:(?:het|de|einde?\svan\s(?:het|de|dit)|begin\svan\s(?:het|de))\s)?(?:(?:komende?|volgende?|aanstaande|vroege|late)\s)?(?:{times}){of_year}",
        rf"(?:{_BEGIN}\s){{1,2}}(?:\d{{1,2}}\s)?(?:{months})(?:\s{_YEAR})?",
        rf"(?:{_BEGIN}\s){{1,2}}(?:(?:het\s)?einde?\svan\s)?(?:{_YEAR}|dit\s(?:jaar|kwartaal|parlementaire\sjaar)|(?:het\s)?(?:volgend|komend)e?\s(?:jaar|kwartaal|parlementaire\sjaar))",
        rf"in\sde\sloop\svan\s(?:(?:het|de)\s(?:{times})|{_YEAR}|(?:dit|volgend|komend)\sjaar|{months}){of_year}",
        r"(?:nog\s|later\s|eind\s|begin\s|medio\s)?(?:dit|komende?|volgende?|aanstaande)\s(?:jaar|najaar|voorjaar|zomer|herfst|winter|kwartaal|week|maand|weken|maanden)",
        r"(?:nog\s|later\s)?deze\s(?:zomer|herfst|winter|maand|week)|(?:met|op)\s(?:prinsjesdag|verantwoordingsdag)|met\sde\s(?:miljoenennota|voorjaarsnota|najaarsnota)",
        rf"(?:{_BEGIN}\s){{1,2}}(?:het\s)?q[1-4](?:\s(?:van\s)?{_YEAR})?",
        rf"(?:voor|vóór|tegen|aan|rond)\s(?:het\s)?einde?\svan\s(?:(?:het|dit|volgend)\s(?:jaar|kwartaal|schooljaar|kalenderjaar|parlementaire\sjaar)|(?:{months})(?:\s{_YEAR})?)",
        rf"(?:in|bij)\shet\sjaarverslag\s(?:(?:over|van)\s)?{_YEAR}|(?:voor|vóór)\s(?:die\stijd|de\s(?:plenaire\s)?behandeling)\b|(?:twee|drie|vier)\s?(?:keer|maal)\sper\sjaar",
        rf"in\s(?:de|mijn|onze)\s\w{{0,20}}brief\s(?:van|in)\s(?:(?:het|de)\s(?:{times})|{months}){of_year}|in\sweek\s\d{{1,2}}(?:\svan\s{_YEAR})?",
        rf"in\sde\s(?:(?:eerste|tweede|derde|vierde|laatste)\s)?week\svan\s(?:\d{{1,2}}\s)?(?:{months})(?:\s{_YEAR})?",
        rf"(?:voor|vóór|na|voorafgaand\saan|in\s(?:de\s)?aanloop\snaar)\s(?:het|de)\s(?:(?:eerst)?volgende\s)?{_MEETING}(?:\svan\s\d{{1,2}}\s(?:{months})(?:\s{_YEAR})?)?",
        r"(?:elk|ieder)e?\s(?:half\s?jaar|jaar|kwartaal|maand)|(?:half|twee)?jaarlijks",
        rf"(?:in|bij|via|met)\s(?:de|het|een|mijn|onze)\s{next_paper().lower()}",
        rf"(?:binnen|over)\s(?:een|enkele|enige|twee|drie|vier|vijf|zes|acht|tien|twaalf|\d{{1,2}})\s{unit}",
        r"na\s(?:de\s)?(?:afronding|afloop|ommekomst|ontvangst|publicatie|vaststelling|besluitvorming|behandeling|bekendmaking|(?:internet)?consultatie)\b(?:\svan(?:\s(?!nader|wordt|worden|zal|geïnformeerd)[\w-]+){1,6})?",
        rf"zodra\s[^,.;:]{{3,{_LONGEST_CLAUSE}}}",
        rf"wanneer\s[^,.;:]{{3,{_LONGEST_CLAUSE}}}?\s(?:gereed|beschikbaar|bekend|afgerond|klaar)\s(?:is|zijn)",
    )
    return re.compile(rf"(?<![\w-])(?={_FIRST})(?:" + "|".join(parts) + r")(?![\w-])")
