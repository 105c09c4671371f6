"""The forms in which letters cite official papers, in one table. `find.py` says how they are read.

A form is a pattern for the head of a citation, up to the dossier or the year; the numbers behind it are read
one by one. Every quantifier is bounded, so the time taken grows with the length of the text and no faster.
Each form has cases that must and that must not match in `tests/cases/citations.yml`.
"""

import re
from dataclasses import dataclass
from enum import Enum

from build_tools.papers.numbers import CHAPTER, COUNCIL, DASH, KEPT, KINGDOM


class Numbers(Enum):
    """What must follow the head of a citation of a Kamerstuk."""

    NAMED = "nr. 12, nrs. 3 en 4"
    PLAIN = "the same, or a bare number or letter: 34389, 9; 29291, A; 36100-3"
    OPTIONAL = "the same, or nothing: the dossier itself is cited"


@dataclass(frozen=True, slots=True)
class Form:
    """A row of the table: its name, the pattern of the head, and what follows it (for a Kamerstuk)."""

    name: str
    pattern: re.Pattern[str]
    numbers: Numbers | None = None


SPACE = r"\s{0,4}"
"""White space, if any; in justified text there are a few between words."""

_YEAR = (  # 2010–2011, vergaderjaar 2010/11, 1993/94-1996/97; the second half is no dossier (2010-32 824)
    r"(?:[Vv]ergaderjaar\s{1,3})?(?:19|20)\d\d(?!\d)"
    rf"(?:{SPACE}(?:/|{DASH}){SPACE}(?:\d{{4}}|\d\d)(?!\d|\s\d{{3}}\b)){{0,3}}"
)
_YEARS = rf"(?P<year>{_YEAR}(?:,{SPACE}{_YEAR}){{0,3}})"
_HOUSE = (
    r"(?P<house>TK|EK|ll|Il|I{1,2}(?:(?:\s?/\s?|\sen\s)I{1,2})?)(?!\w)"  # II, I, I en II, TK; ll and Il are II misread
)
NR = r"(?i:nrs?|nummers?)\b\.?"
_CHAPTER = r",?\s{1,3}(?:hoofdstuk|hfd?st\.?)\s{1,3}"
_SUFFIX = (
    rf"(?:{SPACE}{DASH}{SPACE}|{_CHAPTER}|\s{{1,3}}){CHAPTER}(?!\w)"  # 36 600 XV
    rf"|(?:\s|{DASH})[A-Z](?={SPACE},?{SPACE}{NR})"  # 26 800 A, nr. 4: one of the funds
    rf"|{DASH}{COUNCIL}(?={SPACE},?{SPACE}{NR})"  # 21501-31, nr. 599: one of the Councils
    rf"|{SPACE}{DASH}?{SPACE}(?:{KINGDOM}|R\d{{4}}\b)"  # 35 315 (R2137): a bill for the Kingdom
)
# 32 824, 32.824, 36 600 XV, 21 501-31; no part of an amount such as 32 824,5
_DOSSIER = rf"(?:21\s?501\s?{DASH}\s?\d\d|[1-4]\d(?:\s{{0,2}}|\.)\d{{3}})(?!\d|[.,]\d)(?:{_SUFFIX})?"
_BEFORE = r"(?<!\d)(?<!\d[.,\s/‐‑–-])(?<!€\s)(?<!€)"  # what stands behind digits or € is the rest of an amount
_DOSSIERS = rf"(?P<dossier>{_DOSSIER})(?P<more>(?:{SPACE}(?:,|/|\ben\b|&){SPACE}{_DOSSIER}){{0,6}})"  # 32 824 en 29 279
_NUMBER = rf"(?P<nr>(?:[Dd]ossier\s?)?{NR}\s{{0,3}})?"  # nr. 32 824, dossiernr. 32 824
_ANNEX = r"(?:[Bb]ijlagen?\s{1,3}bij\s{1,3}(?:de\s{1,3}|het\s{1,3})?)?"  # Bijlage bij Kamerstukken
_COMMA = rf"{SPACE},?{SPACE}"
_YEAR_PART = rf"(?:\(?{_YEARS}\)?{_COMMA})?"
_LAW_YEAR = r"(?P<year>1[89]\d\d|20\d\d)(?!\d)"
_SITTING = (  # II 2016/17, ; Tweede Kamer, vergaderjaar 2010–2011,
    rf"{_COMMA}(?:\(?(?:{_HOUSE}|(?:(?:van\s)?der?\s)?(?P<chamber>Tweede|Eerste)\s{{1,3}}Kamer)\)?{_COMMA})?"
    rf"(?:[Vv]ergaderjaar\s{{1,3}})?(?P<year>(?:19|20)\d\d){SPACE}(?:/|{DASH}){SPACE}(?P<until>\d{{4}}|\d\d)(?!\d)\)?{_COMMA}"
)
_OF_DEBATES = r"(?:\s{1,3}(?:van\s{1,3}de|der)?\s{0,3}[Hh]andelingen)?"  # van de Handelingen
_UNION = r"(?P<union>E[UG]|EEG|Euratom|JBZ|GBVB|EGKS)"
_ACT = (  # Richtlijn, Gezinsherenigingsrichtlijn, Uitvoeringsverordening, Kaderbesluit
    r"(?P<act>(?:[Gg]edelegeerde\s|[Uu]itvoerings)?"
    r"(?:[\w-]{0,30}(?:[Rr]ichtlijn|[Vv]erordening)|[Bb]esluit|[Aa]anbeveling)(?:en)?"
    r"|[Kk]aderbesluit(?:en)?)"
)
_ACT_NUMBER = r"(?P<one>\d{1,4})/(?P<two>\d{1,4})"  # 604/2013, 2024/1346

_NOT_A_UNIT = (  # 32 824, 12 miljoen; 32 824, 3 maart: what follows makes the number an amount or a date
    r"(?![\w%]|[.,:]\d|\s?(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
    r"|miljoen|miljard|procent|euro|jaar|andere|moties|leden|punten|weken|maanden|dagen)\b)"
)
_NOT_A_SESSION = rf"(?!(?:19|20)\d\d\s?(?:/|{DASH})\s?(?:\d\d){{1,2}}(?!\d))"  # 32 824, 2010/11
ITEM = rf"(?P<item>{_NOT_A_SESSION}\d{{1,5}}[a-z]?{_NOT_A_UNIT}(?!\s\d{{3}}(?!\d))|[A-Z]{{1,3}}(?![\w-]))"
"""The number of a paper: digits, with a letter perhaps, or the letters of the Eerste Kamer."""

_PAGE = rf",?{SPACE}(?:pp?|blz|pag)\b\.?{SPACE}\d{{1,5}}(?:{SPACE}(?:{DASH}|en\b){SPACE}\d{{1,5}})?"  # , p. 3-4
NEXT = re.compile(
    rf"(?P<aside>(?:{_PAGE}|\s?\([^()]{{1,80}}\)){{1,2}})?"
    rf"{SPACE}(?P<sign>,|;|&|/|{DASH}|\bt/m\b|\btot\sen\smet\b|\b(?:en|alsmede|respectievelijk|resp\.)\s){SPACE}"
    r"(?:(?:en|ook)\s)?"
    rf"(?P<nr>{NR}{SPACE})?(?(aside)(?(nr)|(?!))){ITEM}(?!\s?\({_DOSSIER})"
)
"""A further number, and the sign that joins it to the one before; behind a page or a remark only with `nr.`."""


def _form(name: str, pattern: str, numbers: Numbers | None = None) -> Form:
    return Form(name, re.compile(pattern), numbers)


FORMS = (
    _form(
        "kamerstuk",  # Kamerstukken II 2009/10, 27858, nr. 88; Kamerstukken 31945
        rf"\b{_ANNEX}(?i:kamerstuk(?:ken|dossier|nummer)?|kst\.)(?:{_COMMA}{_HOUSE})?{_COMMA}"
        rf"{_YEAR_PART}{_NUMBER}{_DOSSIERS}",
        Numbers.OPTIONAL,
    ),
    _form(
        "kamer",  # TK 2010–2011, 29 407, nr. 118; Tweede Kamer, vergaderjaar 2023-2024, 35 228, nr.44
        rf"\b{_ANNEX}(?:TK|EK|(?P<chamber>Tweede|Eerste)\s{{1,3}}Kamer(?:\s{{1,3}}der\s{{1,3}}Staten-Generaal)?){_COMMA}"
        rf"{_YEAR_PART}{_NUMBER}{_DOSSIERS}",
        Numbers.PLAIN,
    ),
    _form(
        "motie",  # Motie 36410-111
        rf"\b(?:[Mm]otie|[Aa]mendement|[Ss]tuk)\s{{1,3}}{_NUMBER}{_DOSSIERS}",
        Numbers.PLAIN,
    ),
    _form("haakjes", rf"[(\[]\s?{_NUMBER}{_BEFORE}{_DOSSIERS}", Numbers.PLAIN),  # (31 143, nr. 13); (29291, A)
    _form(
        "kaal",  # 34775-XVI, nr. 12; 35483 nr. K. What letters cite begins at 17 000
        rf"(?<![\w(\[]){_BEFORE}(?=1[7-9]|[2-4]){_DOSSIERS}",
        Numbers.NAMED,
    ),
    _form(
        "omgekeerd",  # nr. 456 (36800-XVI)
        rf"\b[Nn]r\.?\s{{0,3}}(?P<item>\d{{1,4}}|[A-Z]{{1,2}})\s?\(\s?(?P<dossier>{_DOSSIER})\s?\)",
    ),
    _form(
        "dossier",  # dossier 32 824; wetsvoorstel 36 651; (36 600 XV)
        rf"\b(?:[Dd]ossier|[Ww]etsvoorstel(?:len)?)\s{{1,3}}\(?{_NUMBER}{_DOSSIERS}(?=\s?[,.;:)]|\s[a-z(]|\s?$)"
        r"(?!\s(?:euro|mensen|personen|inwoners))",
        Numbers.OPTIONAL,
    ),
    _form(
        "hoofdstuk",  # (36 600 XV)
        rf"(?<=\()(?P<dossier>[1-4]\d\s?\d{{3}}[\s-]{CHAPTER})(?P<more>)(?=\))",
        Numbers.OPTIONAL,
    ),
    _form(
        "kenmerk",  # kst-32824-448
        rf"(?<![\w/.-])kst-(?P<key>(?:\d{{8}}-)?{KEPT}-(?:\d{{1,4}}[a-z]?|[A-Z]{{1,2}}))(?![\w-])",
    ),
    _form(
        "adres",  # https://zoek.officielebekendmakingen.nl/dossier/kst-32824-448.html
        r"\bhttps?://zoek\.officielebekendmakingen\.nl/(?:[\w-]{1,40}/){0,2}"
        r"(?P<key>(?:kst-(?:\d{8}-)?\d{5}-|a?h-[te]k-\d{8}-|(?:stb|stcrt|trb)-\d{4}-)[\w()-]{1,20})"
        r"(?=\.(?:html|pdf|xml)|$|[\s,;)])(?:\.(?:html|pdf|xml)\b)?",
    ),
    _form(
        "samengesteld",  # 36800-XVI-456, 21501-02-3174
        rf"(?<![\w-])(?P<key>(?:[1-4]\d{{4}}-{CHAPTER}|21501-{COUNCIL})-\d{{1,4}})(?![\w-])",
    ),
    _form("lopend", r"(?<=\()20\d\d(?P<dossier>[1-4]\d{4})-(?P<item>\d{1,4})(?=\))"),  # (200831268-10)
    _form(
        "zaak",  # 2008Z06588, 2025D05339
        r"(?:\b[Kk]amerstuk\s{1,3})?(?<![\w=])(?<!\D/)(?P<key>20\d\d[ZD]\d{5})(?!\w)",
    ),
    _form(
        "handelingen",  # Handelingen II 2016/17, nr. 66, item 6; … 2007/08, p. 7909-7943
        rf"\bHandelingen{_SITTING}(?=(?i:nr)|\d{{1,3}}\s?,?\s?item|pp?\.|pp?\s|blz)",
    ),
    _form(
        "aanhangsel",  # Aanhangsel Handelingen II 2014/15, nr. 12
        rf"\b(?i:aanhangsel){_OF_DEBATES}\)?{_SITTING}(?=(?i:n)|\d)",
    ),
    _form(
        "aanhangsel-achteraan",  # Tweede Kamer, vergaderjaar 2010–2011, Aanhangsel van de Handelingen, nr. 2233
        rf"\b(?:Handelingen|(?=TK|EK|Tweede|Eerste)){_SITTING}(?i:aanhangsel){_OF_DEBATES}{_COMMA}(?={NR})",
    ),
    _form(
        "staatsblad",  # Stb. 2011, 35; Stcrt. 2012, nr. 4015; Trb. 1966, 91
        rf"\b(?P<paper>Stb|Stcrt|Trb|Staatsblad|Staatscourant|Tractatenblad)\.?{_COMMA}(?:van\s)?{_LAW_YEAR}{_COMMA}(?=n|\d)",
    ),
    _form(
        "eu-nieuw",  # Richtlijn (EU) 2024/1346; Verordening (EG) nr. 45/2001
        rf"\b{_ACT}\s{{1,3}}\({_UNION}(?:,\s?Euratom)?\)\s{{0,3}}(?P<nr>{NR}\s{{0,3}})?{_ACT_NUMBER}(?![\d/])",
    ),
    _form(
        "eu-oud",  # Richtlijn 2003/86/EG
        rf"\b{_ACT}\s{{1,3}}\(?(?P<nr>{NR}\s{{0,3}})?{_ACT_NUMBER}/{_UNION}(?!\w)",
    ),
    _form(
        "eu-kort",  # EU-verordening 604/2013
        rf"\bE[UG]-(?P<act>(?:richtlijn|verordening)(?:en)?)\s{{1,3}}(?P<nr>{NR}\s{{0,3}})?{_ACT_NUMBER}(?![\d/])",
    ),
    _form(
        "verordening",  # verordening 604/2013
        rf"\b(?P<act>[Vv]erordening(?:en)?)\s{{1,3}}(?P<nr>{NR}\s{{0,3}})?"
        r"(?P<one>(?!(?:19|20)\d\d/)\d{1,4})/(?P<two>19[5-9]\d|20\d\d)(?![\d/])",
    ),
)
"""Every form, in order: where two match at one place, the longer one counts, and of equals the first."""
