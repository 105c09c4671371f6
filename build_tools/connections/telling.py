"""How a minister says that parliament will be told something: `zal ik uw Kamer informeren` needs no time, `ontvangt uw
Kamer` is a promise with one.
"""

import re
from collections.abc import Iterator
from functools import cache

from build_tools.connections.house_words import (
    CABINET,
    CLAUSE_TO_HOUSE,
    COLLEAGUE,
    HOUSE,
    ME,
    OFFICE,
    SAME_CLAUSE,
    SUBJECT,
    WHO,
    WILL,
)
from build_tools.data import data
from build_tools.dutch.coming_times import next_paper

PAPER = r"(?:[\w-]{0,30}(?:brief|rapportage|reactie)|verslag|update|terugkoppeling|evaluatie|[\w-]{0,20}nota|monitor)"
_A_PAPER = rf"(?:de|een|mijn|onze)\s(?:[a-z]{{4,14}}e\s)?{PAPER}"
"""`de brief`, `een volgende brief`, `de begeleidende brief`."""

_NEXT_ONE = rf"(?:de|het|een|mijn|onze)\s{next_paper()}"
"""`de eerstvolgende voortgangsbrief`: what is to come, and not `de volgende paragraaf`."""

_SENT = (
    rf"(?:{PAPER}|uitkomsten|resultaten"
    r"|[\w-]{0,20}(?:rapport|onderzoek|analyse|advies|overzicht|cijfers|voorstel(?:len)?|agenda|aanpak|strategie|visie))"
)
"""What goes to parliament by itself: `de resultaten komen in mei naar uw Kamer`."""

_FROM_OTHERS = (
    rf"(?!\s(?:(?:in|eind|begin|medio)\s\w+\s)?van\s(?!de\s{OFFICE})(?:de|het|een)\b"
    rf"|{SAME_CLAUSE}{{0,60}}?\bte\smaken\b)"
)
"""Not `krijgt u in maart van de burgemeester bericht`, nor `krijgt u te maken met nieuwe regels`."""

_APART = {
    r"bied(?:en)?|lever(?:en)?": "aan", r"leg(?:gen)?": "voor", r"licht(?:en)?": "in", r"doen?": "toekomen",
    r"deel|delen": "mee", r"breng(?:en)?|houd(?:en)?|stel(?:len)?": r"(?:op\sde\shoogte|in\skennis)",
    r"zend(?:en)?|stuur|sturen": "toe", r"laat|laten": "weten",
}  # fmt: skip
"""Verbs of which a part stands apart: `bied ik uw Kamer … aan`, by the verb."""

_PLAIN = (
    r"(?:informeer|informeren|meld(?:en)?|bericht(?:en)?|rapporteer|rapporteren|stuur|sturen|zend(?:en)?"
    r"|schrijf|schrijven)"
)
_SENDS = r"(?:stuur|zend|toestuur|toezend|verstuur|verzend|aanbied|voorleg)"
_TELLS = r"(?:stuurt|zendt|informeert|bericht)"
_GETS = (
    r"(?:ontvangt|ontvangen|krijg(?:t|en)(?:(?<!\b[Uu]\skrijgt)(?!\s[Uu]\b)"
    rf"|(?=[^.;:]{{0,160}}?\b(?:{_SENT}|bericht|antwoord|informatie|stand\svan\szaken|tussenstand|uitsluitsel|duidelijkheid|planning|tijdpad|lijst)\b)))"
)
"""Not `krijgt u een rekening`."""

_MEANS = (
    rf"(?:streef|streven|streeft|(?<!was\s)(?<!waren\s)(?<!was\smijn\s)(?<!was\sons\s)(?<!was\shet\s)voornemens?|inzet|van\splan|verwachting"
    rf"|(?:verwacht|hoop|hopen|voorzie)(?:en)?\s{ME}|(?:{ME}|{CABINET})\s(?:verwacht|hoop|hopen|hoopt|voorzie|voorziet)(?:en)?)"
)
"""What a minister means to do: `ik streef ernaar`, `het is mijn voornemen`, `ik verwacht`."""

_AT_A_WORD = r"(?!(?<=\w)\w)"
"""Where all patterns of telling begin: not amid a word. It is asked once, before each of them asks it."""

_EXPECTED = r"(?:verwacht(?:ing)?|gericht|streven|inzet|planning|voornemen)"


@cache
def _verbs() -> str:
    return "|".join(data("citing")["telling"])


@cache
def _told() -> str:
    return "|".join(data("citing")["told"])


@cache
def will_tell() -> re.Pattern[str]:
    """`zal ik uw Kamer voor de zomer informeren`, `uw Kamer zal worden geïnformeerd`."""
    verbs, told = _verbs(), _told()
    return re.compile(
        rf"{_AT_A_WORD}(?:\b{WILL}\b(?P<between>(?=[^.;:]{{0,200}}?(?<!\w){HOUSE}(?!\w))[^.;:]{{1,240}}?)\b(?:{verbs})\b"
        rf"|\b{ME}\s(?:(?!\b(?:dat|die)\b)[^.;:]){{0,60}}?(?<!\w){HOUSE}(?!\w)(?:(?!\b(?:dat|die)\b)[^.;:]){{0,200}}?\b(?:zal|zullen)\s(?:doen\s)?(?:{verbs})\b"
        rf"|\A{ME}\s[^.;:]{{1,200}}?\ben\s(?:zal|zullen)\s{HOUSE}(?!\w){SAME_CLAUSE}{{1,160}}?\b(?:{verbs})\b"
        rf"|(?<!\w){SUBJECT}\s(?:zal|zullen)\b{SAME_CLAUSE}{{1,160}}?\b(?:{told}|ontvangen)\b"
        rf"|(?<!\w){SUBJECT}\s(?:zal|zullen)\s{ME}\s{SAME_CLAUSE}{{1,160}}?\b(?:{verbs})\b"
        rf"|\b(?:zal|zullen|zult)\s{HOUSE}(?!\w){SAME_CLAUSE}{{1,200}}?\b(?:{told}|ontvangen)\b"
        rf"|\b(?:zal|zullen)\b{SAME_CLAUSE}{{1,120}}?\b(?:aan|naar|met|bij)\s{HOUSE}\s(?:kunnen\s)?worden\s(?:{told})\b"
        rf"|\b{WILL}\s(?:ervoor\s(?:zorgen|zorgdragen)|erop\stoezien)\sdat\s{HOUSE}\s[^.;:]{{1,120}}?\b(?:beschikt|ontvangt|krijgt|(?:{told})\swordt|wordt\s(?:{told}))\b)"
    )


@cache
def tells() -> re.Pattern[str]:
    """`informeer ik uw Kamer`, `ontvangt uw Kamer`, `komt in mei naar uw Kamer`, `kom ik hierop terug`."""
    every = (*_in_paper(), *_by_minister(), *_by_others(), *_meant(), *_of_parliament(), *_of_paper())
    return re.compile(rf"{_AT_A_WORD}(?:{'|'.join(every)})")


def _by_minister() -> Iterator[str]:
    house = rf"{SAME_CLAUSE}{{0,120}}?(?<!\w){HOUSE}(?!\w){SAME_CLAUSE}{{0,160}}?"
    for verb, part in _APART.items():
        yield rf"\b(?:(?:{verb})\s{ME}|{ME}\s(?:{verb})),?\s{house}\b{part}\b(?!\s(?:zover|de|het|een|dit|deze)\b)"
    yield rf"\b(?:{_PLAIN}\s{ME}|{ME}\s{_PLAIN}),?\s[^.;:]{{0,60}}?(?<!\w){HOUSE}(?!\w)"
    yield rf"\A{ME}\s[^.;:]{{1,200}}?\ben\s{_PLAIN}\s{CLAUSE_TO_HOUSE}"
    yield rf"\A{ME}\s[^.;:]{{1,200}}?\ben\s(?:kom|komen)\s{SAME_CLAUSE}{{1,80}}?\bop\sterug\b"
    yield rf"\b(?:deel\s{ME}|{ME}\sdeel|delen\s{ME}|{ME}\sdelen)\s{SAME_CLAUSE}{{1,90}}?\bmet\s{HOUSE}(?!\w)"
    yield (
        rf"\b(?:{ME}\s(?:kan|kunnen|wil|willen)|(?:kan|kunnen|wil|willen)\s{ME})\s{SAME_CLAUSE}{{0,40}}?(?<!\w){HOUSE}(?!\w)"
        rf"(?={SAME_CLAUSE}{{8}}){SAME_CLAUSE}{{1,120}}?\b(?:{_verbs()})\b"
    )
    yield (
        rf"\b(?:(?:kom|komen)\s{ME}|{ME}\s(?:kom|komen))\s{SAME_CLAUSE}{{0,40}}?\bmet\s(?:een|het|de|mijn)\s"
        rf"{SAME_CLAUSE}{{1,60}}?\bnaar\s{HOUSE}(?!\w)"
    )
    yield (
        rf"\bwaar(?:na|over)\s{ME}\s(?![^.;:]{{0,160}}\b(?:heb|hebben|had|hadden)\b){CLAUSE_TO_HOUSE}"
        rf"{SAME_CLAUSE}{{0,100}}?\b(?:{_SENDS}|informeer|bericht|rapporteer|(?:zal|kan)\s(?:{_verbs()})|(?:{_verbs()})\s(?:zal|kan))\b"
    )
    yield rf"\b(?:kom|komen)\s{ME}\s[^.;:]{{0,200}}?\bterug\b|\b{ME}\s(?:kom|komen)\s[^.;:]{{0,200}}?\bterug\b"
    yield rf"\b{WILL}\s{SAME_CLAUSE}{{0,80}}?\b(?:hier|daar)?op\b{SAME_CLAUSE}{{1,60}}?\bterugkomen\b"
    yield rf"\b(?:[Hh]ier|[Dd]aar)(?:op)?\s(?:zal|zullen)\s{WHO}\s{SAME_CLAUSE}{{1,100}}?\bterugkomen\b"
    yield (
        rf"\b(?:{WILL}|\A{ME}\s[^.;:]{{1,200}}?\ben\s(?:zal|zullen))\s{SAME_CLAUSE}{{0,80}}?\bmet\seen\s(?:[a-z]{{4,14}}e\s)?\w{{0,12}}reactie\s{SAME_CLAUSE}{{0,60}}?komen\b"
    )
    yield rf"\b{WILL}\s{SAME_CLAUSE}{{0,80}}?\bverzoek\svan\s{HOUSE}\s(?:{SAME_CLAUSE}{{0,60}}?\s)?voldoen\b"
    yield (
        rf"\b[Aa]an\s(?:het|dit|uw)\sverzoek\b{SAME_CLAUSE}{{0,80}}?\b{WILL}\s(?=[^.;:]{{0,60}}(?:{_NEXT_ONE}|{HOUSE}))[^.;:]{{1,80}}?\bvoldoen\b"
    )


def _by_others() -> Iterator[str]:
    yield rf"\b(?:(?:{CABINET}|{COLLEAGUE})\s{_TELLS}|{_TELLS}\s(?:{CABINET}|{COLLEAGUE}))\s{CLAUSE_TO_HOUSE}"
    yield (
        rf"\b(?:{CABINET}|{COLLEAGUE})\skomt\s{SAME_CLAUSE}{{1,80}}?\b"
        r"(?:op\sterug|met\seen\s(?:[a-z]{4,14}e\s)?\w{0,12}reactie)\b"
    )
    yield (
        rf"\b(?:hoort|leest)\su\b{SAME_CLAUSE}{{0,80}}?\bvan\smij\b|\b[Uu]\s(?:hoort|leest)\b{SAME_CLAUSE}{{0,80}}?\bvan\smij\b"
    )


def _meant() -> Iterator[str]:
    """`ik streef ernaar de Kamer in mei te informeren`, `de verwachting is dat uw Kamer de nota in juni ontvangt`."""
    told = _told()
    yield (
        rf"\b{_MEANS}\b(?!\s(?:was|waren)\b){SAME_CLAUSE}{{0,80}}?(?<!\w){HOUSE}(?!\w){SAME_CLAUSE}{{1,120}}?\b{_to()}"
    )
    yield (
        rf"\A{ME}\s[^.;:]{{1,200}}?\ben\s(?:verwacht|hoop)(?:en)?\s{HOUSE}(?!\w)"
        rf"{SAME_CLAUSE}{{1,120}}?\b{_to()}"
    )
    yield (
        rf"\b{_EXPECTED}\b{SAME_CLAUSE}{{0,40}}?\bdat\s{HOUSE}\s{SAME_CLAUSE}{{1,120}}?\b(?:ontvangt|krijgt|(?:{told})\swordt|wordt\s(?:{told}))\b"
    )
    yield (
        rf"\b{_EXPECTED}\b(?!\s(?:was|waren)\b){SAME_CLAUSE}{{0,40}}?\bdat\s{SAME_CLAUSE}{{1,120}}?\b(?:aan|naar|met|bij)\s{HOUSE}\s(?:wordt|worden|kan\sworden|kunnen\sworden)\s(?:{told})\b"
    )
    yield (
        rf"\b{ME}\s(?:verwacht|voorzie|denk|hoop)\sdat\s{ME}\s{CLAUSE_TO_HOUSE}"
        rf"{SAME_CLAUSE}{{1,120}}?\b(?:(?:kan|zal)\s(?:{_verbs()})|(?:{_verbs()})\s(?:kan|zal))\b"
    )


def _to() -> str:
    """`te sturen`, `te kunnen delen`, `te doen toekomen`, `aan te bieden`, `duidelijkheid te kunnen geven`."""
    return (
        rf"(?:te\s(?:kunnen\s|doen\s)?(?:{_verbs()})|(?:aan\ste\sbieden|voor\ste\sleggen|in\ste\sdienen|mee\ste\sdelen"
        r"|toe\ste\s(?:sturen|zenden)|(?:op\sde\shoogte|in\skennis)\ste\s(?:stellen|brengen|houden))"
        r"|(?:uitsluitsel|duidelijkheid|inzicht|tussenstand|overzicht|update|beeld)\ste\s(?:kunnen\s)?(?:geven|bieden))\b"
    )


def _of_parliament() -> Iterator[str]:
    told = _told()
    yield rf"(?<!\w){SUBJECT}\s(?:{_GETS}\b{_FROM_OTHERS}|wordt\b[^.;:]{{1,200}}?\b(?:{told})\b)"
    yield rf"\b(?:{_GETS}\s{SUBJECT}(?!\w){_FROM_OTHERS}|word(?:t|en)\s{SUBJECT}(?!\w)[^.;:]{{1,200}}?\b(?:{told})\b)"
    yield rf"(?<!\w){SUBJECT}\s(?:zal|zullen)\s{SAME_CLAUSE}{{1,80}}?\b{_SENT}\s(?:kunnen\s)?krijgen\b"
    yield (
        rf"(?<!\w){HOUSE}\s(?:kunt|kan|mag)\b{SAME_CLAUSE}{{1,120}}?\b"
        r"(?:tegemoetzien|tegemoet\szien|verwachten(?!\sdat))\b"
    )


def _of_paper() -> Iterator[str]:
    """`wordt aan uw Kamer aangeboden`, `de resultaten komen in mei naar uw Kamer`, `volgt een aparte Kamerbrief`."""
    told = _told()
    kinds = r"(?:aparte|separate|nadere|afzonderlijke|uitgebreide|inhoudelijke)\s"
    yield rf"\bword(?:t|en)\b{SAME_CLAUSE}{{1,120}}?\b(?:aan|naar|met|bij)\s{HOUSE}\s(?:{told})\b"
    yield rf"\b(?:kan|zal|zullen)\b{SAME_CLAUSE}{{1,120}}?\b(?:aan|naar|bij)\s{HOUSE}\sworden\s(?:{told})\b"
    yield rf"\b(?:volgt|gaat)\s(?:er\s)?{SAME_CLAUSE}{{0,40}}?\b{PAPER}\s(?:aan|naar)\s{HOUSE}(?!\w)"
    yield rf"\b{PAPER}\svolgt\s{SAME_CLAUSE}{{1,60}}?\b(?:aan|naar)\s{HOUSE}(?!\w)"
    yield rf"\b(?:[Bb]eleids|[Kk]abinets|[Mm]ijn\s)reactie\b{SAME_CLAUSE}{{1,60}}?\bvolgt\b"
    yield (
        rf"\bvolgt\s{SAME_CLAUSE}{{0,50}}?\been\s(?:(?:{kinds})?(?:[Kk]amerbrief|kabinetsreactie|beleidsreactie)|{kinds}brief)\b(?!\s(?:aan|van|naar)\s(?!{HOUSE}))"
    )
    yield rf"\b{_SENT}\s{SAME_CLAUSE}{{0,60}}?\b(?:komt|komen|gaat|gaan)\s{SAME_CLAUSE}{{1,60}}?\bnaar\s{HOUSE}(?!\w)"
    yield rf"\b(?:komt|komen|gaat|gaan)\s{SAME_CLAUSE}{{1,60}}?\b{_SENT}\s{SAME_CLAUSE}{{0,60}}?\bnaar\s{HOUSE}(?!\w)"


def _in_paper() -> Iterator[str]:
    """`in de volgende voortgangsbrief ga ik in op`, `betrek ik bij de brief die ik u in maart stuur`."""
    paper = rf"(?:{_NEXT_ONE}|{_A_PAPER})"
    yield (
        rf"\b{WILL}\s{SAME_CLAUSE}{{0,40}}?\bin\s{_NEXT_ONE}\s"
        rf"{SAME_CLAUSE}{{0,60}}?\baandacht\s{SAME_CLAUSE}{{0,60}}?besteden\b"
    )
    yield rf"\b[Ii]n\s{paper}\b{SAME_CLAUSE}{{0,40}}?\b(?:ga|gaan)\s{ME}\s{SAME_CLAUSE}{{0,80}}?\bin\b"
    yield rf"\b{ME}\s(?:ga|gaan)\s{SAME_CLAUSE}{{0,30}}?\bin\s{paper}\s{SAME_CLAUSE}{{0,60}}?\b(?:op\sin|in\sop)\b"
    yield rf"\b{WILL}\s{SAME_CLAUSE}{{0,120}}?\bin\s{paper}\b{SAME_CLAUSE}{{0,60}}?\bingaan\b"
    yield rf"\b[Ii]n\s{paper}\b{SAME_CLAUSE}{{0,40}}?\b{WILL}\s{SAME_CLAUSE}{{0,80}}?\bingaan\b"
    yield (
        rf"\b(?:neem\s{ME}|{ME}\sneem|nemen\s{ME}|{ME}\snemen)\s{SAME_CLAUSE}{{0,60}}?\bmee\sin\s{_NEXT_ONE}"
        rf"|\b{WILL}\s{SAME_CLAUSE}{{0,60}}?\b(?:(?:in|bij)\s{_NEXT_ONE}{SAME_CLAUSE}{{0,40}}?\s(?:meenemen|opnemen)|(?:meenemen|opnemen)\sin\s{_NEXT_ONE})\b"
    )
    yield (
        rf"(?:,|\b[\w-]+)\s(?:die|dat|waarin|waarover|waarmee)\s{ME}\s{CLAUSE_TO_HOUSE}"
        rf"{SAME_CLAUSE}{{0,60}}?\b{_SENDS}\b"
    )
    yield rf"\b{PAPER}\b[^.;:]{{0,60}}?,\s(?:die|dat)\s{HOUSE}\s{SAME_CLAUSE}{{1,60}}?\b(?:ontvangt|krijgt)\b"
    yield (
        rf"\b(?:opnemen|meenemen|ingaan|betrek(?:ken)?|terugkomen|komt?|komen|neem|nemen)\b{SAME_CLAUSE}{{1,60}}?\b{PAPER},?"
        rf"\s(?:die|dat|waarin|waarover|waarmee)\s(?:{ME}\s{CLAUSE_TO_HOUSE}|{HOUSE}\s[^.;:]{{1,60}}?(?:ontvangt|krijgt))(?!\w)"
    )
