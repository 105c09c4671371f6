"""What citations are made of: the patterns that the forms share, and what a form is.

Every quantifier is bounded, so the time taken grows with the length of the text and no faster.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from build_tools.papers.numbers import CHAPTER, COUNCIL, DASH, KINGDOM


class Numbers(Enum):
    """What must follow the head of a citation of a Kamerstuk."""

    NAMED = "nr. 12, nrs. 3 en 4"
    PLAIN = "the same, or a bare number or letter: 34389, 9; 29291, A; 36100-3"
    OPTIONAL = "the same, or nothing: the dossier itself is cited"


@dataclass(frozen=True, slots=True)
class Target:
    """A paper that a citation names, and the words that name it."""

    paper: str
    start: int
    end: int


Reader = Callable[[re.Match[str], str], list[Target]]
"""Reads the papers from the head of a citation and the text that it stands in."""


@dataclass(frozen=True, slots=True)
class Form:
    """A row of the table: its name, the pattern of the head, and how it goes on: with the numbers of a Kamerstuk, or
    as its reader says. What it `needs` is found in every text in which the pattern is, and sooner.
    """

    name: str
    pattern: re.Pattern[str]
    needs: re.Pattern[str]
    numbers: Numbers | None = None
    reader: Reader | None = None


SPACE = r"\s{0,4}"
"""White space, if any; in justified text there are a few between words."""

OF_SESSION = r"(?:(?:[Vv]ergaderjaar|[Zz]itting(?:sjaar)?)\s{1,3})?"
SLASH = rf"(?:/{SPACE}{DASH}?|{DASH})"
"""What stands between the years of a session: `2010/11`, `2010–2011`, and `1985/- 86` as it is misprinted."""

YEAR = (  # 2010–2011, vergaderjaar 2010/11, 1993/94-1996/97; the second half is no dossier (2010-32 824)
    rf"{OF_SESSION}(?:19|20)\d\d(?!\d)"
    rf"(?:{SPACE}{SLASH}{SPACE}(?:\d{{4}}|\d\d)(?!\d|\s\d{{3}}\b)){{0,3}}"
)
YEARS = rf"(?P<year>{YEAR}(?:,{SPACE}{YEAR}){{0,3}})"
HOUSE = (  # II, I, I en II, TK, II2015–16; ll and Il are II misread
    r"(?P<house>TK|EK|ll|Il|I{1,2}(?:(?:\s?/\s?|\sen\s)I{1,2})?)(?![^\W\d])"
)
NR = r"(?i:nrs?|nummers?)\b\.?"
IN_CHAPTER = r",?\s{1,3}(?:hoofdstuk|hfd?st\.?)\s{1,3}"
OF_DOSSIER = (
    rf"(?:{SPACE}{DASH}{SPACE}|{IN_CHAPTER}|\s{{1,3}}){CHAPTER}(?!\w)"  # 36 600 XV
    rf"|\.{CHAPTER}(?!\w)|,\s{CHAPTER}(?={SPACE},?{SPACE}{NR}\s{{0,3}}\d)"  # 31700.VIII; 36 600, XV, nr. 3
    rf"|(?:\s|{DASH})[A-Z](?={SPACE},?{SPACE}{NR}|\sen\s{CHAPTER}\b)"  # 26 800 A, nr. 4: one of the funds
    rf"|(?<=00)\s[A-Z](?={SPACE},{SPACE}[A-Z]{{1,2}}(?![\w-]))"  # 36 600 A, B: of a fund, in the Eerste Kamer
    rf"|{DASH}{COUNCIL}(?={SPACE},?{SPACE}{NR})"  # 21501-31, nr. 599: one of the Councils
    rf"|{SPACE}{DASH}?{SPACE}(?:{KINGDOM}|R\d{{4}}\b)"  # 35 315 (R2137): a bill for the Kingdom
)
# 32 824, 32.824, 36 600 XV, 21 501-31; no part of an amount such as 32 824,5
DOSSIER = rf"(?:21\s?501\s?{DASH}\s?\d\d|[1-4]\d(?:\s{{0,2}}|\.)\d{{3}})(?!\d|[.,]\d)(?:{OF_DOSSIER})?"
BEFORE = r"(?<!\d)(?<!\d[.,\s/‐‑–-])(?<!€\s)(?<!€)"  # what stands behind digits or € is the rest of an amount
DOSSIERS = (  # 32 824 en 29 279; 35 925 A en XII
    rf"(?P<dossier>{DOSSIER})(?P<more>(?:{SPACE}(?:,|/|\ben\b|&){SPACE}{DOSSIER}){{0,6}}(?:\sen\s{CHAPTER}(?=,?{SPACE}{NR}))?)"
    r"(?:\s[ec]\.a\.)?"  # 29 762 e.a., D
)
NUMBER = rf"(?:[Dd]ossier\s{{1,3}})?(?P<nr>(?:[Dd]ossier\s?)?{NR}\s{{0,3}})?"  # nr. 32 824, dossiernr. 32 824
ANNEX = r"(?:[Bb]ijlagen?\s{1,3}bij\s{1,3}(?:de\s{1,3}|het\s{1,3})?)?"  # Bijlage bij Kamerstukken
COMMA = rf"{SPACE},?{SPACE}"
MARK = rf"{SPACE}[,;:]?{SPACE}"
YEAR_PART = rf"(?:\(?{YEARS}\)?{MARK})?"
LAW_YEAR = r"(?P<year>1[89]\d\d|20\d\d)(?!\d)"
OF_HOUSE = rf"(?:\(?(?:{HOUSE}|(?:(?:van\s)?der?\s)?(?P<chamber>Tweede|Eerste)\s{{1,3}}Kamer)\)?)"
SITTING = (  # II 2016/17, ; Tweede Kamer, vergaderjaar 2010–2011,
    rf"{COMMA}(?:{OF_HOUSE}{COMMA})?"
    rf"\(?{OF_SESSION}(?P<year>(?:19|20)\d\d){SPACE}{SLASH}{SPACE}(?P<until>\d{{4}}|\d\d)(?!\d)\)?{COMMA}"
)
SITTING_AT_LAST = (  # , vergaderjaar 2024–2025
    rf"{COMMA}\(?{OF_SESSION}(?P<year>(?:19|20)\d\d){SPACE}{SLASH}{SPACE}(?P<until>\d{{4}}|\d\d)(?!\d)\)?"
)
DAY = r"\d{1,2}\s[a-z]{3,9}\s"  # 12 mei
GAZETTE = (  # Stb, STB, stcrt; Staatsblad, STAATSBLAD, Staatsbladen; Gmb, Gemeenteblad van Utrecht
    r"(?P<paper>(?i:stb|stcrt|trb|gmb|prb|wsb)(?=[.\s])|(?:(?:Staatsblad|Tractatenblad)(?:en)?|STAATSBLAD)(?:\svan\shet\sKoninkrijk(?:\sder\sNederlanden)?)?"
    r"|Staatscourant(?:en)?|STAATSCOURANT|(?:Gemeenteblad|Provinciaal\s[Bb]lad|Waterschapsblad)(?:\svan\s(?:de\s\w{8,10}\s|Den\s|De\s)?[A-Z][\w-]{1,30})?)"
)
CASE = r"20\d\d[ZDV](?:\d{5}|[1-9]\d{3})"  # 2008Z06588, 2025D05339
OF_DEBATES = r"(?:\s{1,3}(?:van\s{1,3}de|der)?\s{0,3}(?:[Hh]andelingen|Hand\.))?"  # van de Handelingen
UNION = r"(?P<union>E[UGC]|EE[GC]|Euratom|JBZ|GBVB|EGKS)"
ACT = (  # Richtlijn, Gezinsherenigingsrichtlijn, Uitvoeringsverordening, Kaderbesluit
    r"(?P<act>(?:[Gg]edelegeerde\s|[Uu]itvoerings)?"
    r"(?:[\w-]{0,30}(?:[Rr]ichtlijn|[Vv]erordening)|[Bb]esluit|[Bb]eschikking|[Aa]anbeveling)(?:en)?"
    r"|[Kk]aderbesluit(?:en)?|(?:Directive|Regulation)s?)"
)
ACT_NR = rf"(?:{NR}|[Nn]o\b\.?)"  # Verordening (EU) nr. 604/2013, (EU) No 260/2012
ACT_NUMBER = r"(?P<one>\d{1,4})/(?P<two>\d{1,4})"  # 604/2013, 2024/1346

_NOT_A_UNIT = (  # 32 824, 12 miljoen; 32 824, 3 maart: what follows makes the number an amount or a date
    r"(?![\w%]|[.,:]\d|\s?(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
    r"|miljoen|miljard|procent|euro|jaar|andere|moties|leden|punten|weken|maanden|dagen)\b)"
)
_NOT_A_SESSION = rf"(?!(?:19|20)\d\d\s?(?:/|{DASH})\s?(?:\d\d){{1,2}}(?!\d))"  # 32 824, 2010/11
ITEM = rf"(?P<item>{_NOT_A_SESSION}\d{{1,6}}[a-z]?{_NOT_A_UNIT}(?!\s\d{{3}}(?!\d))|[A-Z]{{1,3}}(?![\w-]))"
"""The number of a paper: digits, with a letter perhaps, or the letters of the Eerste Kamer."""

PAGE_WORD = r"(?:(?:pp?|blz|pag)\b\.?|pagina(?:[’']s)?\b|bladzijden?\b)"
_PLACE_WORD = rf"(?:{PAGE_WORD}|par\.|§{{1,2}}|(?:paragraaf|hoofdstuk|(?:voet)?noot|bijlage|onder)\b)"
PLACE = (  # , p. 3-4; , blz. 17, 19-22; , p. 8/9 e.v.; , par. 3.2
    rf"(?:,?{SPACE}|\sen\s){_PLACE_WORD}{SPACE}\d{{1,5}}(?:\.\d{{1,2}}){{0,2}}(?:{SPACE}(?:,|/|{DASH}|en\b){SPACE}\d{{1,5}}){{0,4}}"
    r"(?:\s?e\.?\s?v\.?(?!\w))?"
)
_STATE = (
    r"(?:\s?\((?:(?:nader\s)?gewijzigd|herdruk|aangehouden|aangenomen|verworpen|ingetrokken|ontraden|overgenomen)\)"
    r"|,?\sherdruk\b)?"
)
"""What became of a motion or a paper, behind its number."""

_JOINS = r"(?:en|alsmede|alsook|evenals|juncto|respectievelijk)\s|(?:resp|jo)\.\s"
_KIND = (  # ; voor de nota van wijziging nr. 6
    r"(?:voor\s)?(?:de|het)\s(?:nota|(?:nader\s)?verslag|memorie|brief|advies|motie|amendement|voorstel)(?:\s[a-z]{1,20}){0,5}"
)
NEXT = re.compile(
    rf"{_STATE}(?P<aside>(?:{PLACE}|\s?\([^()]{{1,80}}\)){{1,3}})?"
    rf"{SPACE}(?P<sign>,|;|&|/|{DASH}|\bt/m\b|\btot\sen\smet\b|\b(?:{_JOINS})){SPACE}"
    rf"(?:(?:ook\s|{_JOINS})|(?:was|zie\sook|t\.v\.v\.|{_KIND})\s(?=nr))?"
    rf"(?P<nr>{NR}{SPACE})?(?(aside)(?(nr)|(?=[A-Z]{{1,2}}(?:,\s{PAGE_WORD}|\s\(|[;)]|\.?\Z)))){ITEM}(?!\s?\({DOSSIER})"
)
"""A further number, and the sign that joins it to the one before; behind a page or a remark only with `nr.`, or a
letter with a page of its own.
"""


FIVE_DIGITS = r"[1-4]\d(?:\s{0,2}|\.)\d{3}"
"""What every dossier has: `32 824`, `32.824`."""

TWO_YEARS = rf"(?:19|20)\d\d{SPACE}(?:/|{DASH})"
"""What every session of parliament has: `2010–`, `2010/`."""

SLASH_DIGIT = r"/\d"
"""What every number with its year has: `604/2013`."""

GAZETTE_WORD = r"[bBcC](?:(?<=[tTrRmMsS][bB])[.\s]|[rR][tT][.\s]|lad|LAD|ourant|OURANT)"
"""The end of every name of a gazette: `Stb.`, `Stcrt `, `Staatsblad`; not `heb `."""


def form(name: str, pattern: str, how: Numbers | Reader, needs: str = "") -> Form:
    """A row of the table."""
    compiled = re.compile(pattern), re.compile(needs)
    return Form(name, *compiled, how) if isinstance(how, Numbers) else Form(name, *compiled, None, how)
