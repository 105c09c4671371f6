"""The words by which a minister promises parliament something, or does what a motion, a request or a promise asked.

Precision goes before all: a sentence that leaves doubt is of no kind. Every quantifier is bounded.
"""

import re
from collections.abc import Iterator
from enum import Enum
from functools import cache

from build_tools.citations.by_name import moved_in
from build_tools.data import data
from build_tools.dutch.coming_times import coming_time


class PledgeKind(Enum):
    """What a sentence does: it promises, or it answers a motion, a request, an earlier promise."""

    PROMISE = "toezegging"
    MOTION = "motie"
    REQUEST = "verzoek"
    KEPT = "nagekomen"


LONGEST = 600
"""Characters of a sentence that is looked at; what is longer is a list or a table."""

_ASKED = re.compile(
    r"\?\W{0,3}\Z|,\s(?:zo\s(?:schr|zei|zeg|meld|stel|liet)|aldus\b)|\b(?:schreef|zei|meldde|stelde|antwoordde)\b[^.;:]{0,60}:|\bverzoek(?:t|en)\s(?:de\sregering|het\skabinet|de\sminister)|\b(?:constaterende|overwegende|gehoord\sde)\b|[«“\"„]"
)
"""A question, a motion that is quoted, a quotation, what somebody else says: `, zo schreef de voorzitter`."""


def kind_of(sentence: str, year: int | None, before: str = "") -> PledgeKind | None:
    """What a sentence of a minister does, in a letter of a year; `before` is the sentence before it."""
    if len(sentence) > LONGEST or _ASKED.search(sentence):
        return None
    plain = sentence.replace(".", "")  # all stops within a sentence are those of short forms
    if _answers_motion(plain):
        return PledgeKind.MOTION
    if _KEPT.search(plain):
        return PledgeKind.KEPT
    if _answers_request(plain):
        return PledgeKind.REQUEST
    return PledgeKind.PROMISE if _promises(plain, year) or _promises_that(plain, before, year) else None


_I = r"(?:[Ii]k|[Ww]ij|[Ww]e)"
_OFFICE = r"(?:minister|staatssecretaris)(?:\s(?:van|voor)\s[A-Z][\w&]*(?:\s(?:en\s)?[A-Z]\w*){0,4})?"
_COLLEAGUE = r"[Mm]ijn\s(?:collega|ambtgenoot|ambtgenote)(?:\s(?:van|voor)\s[A-Z][\w&]*(?:,?\s(?:en\s)?[A-Z]\w*){0,5})?"
_WHO = rf"(?:{_I}|{_COLLEAGUE}|[Hh]et\skabinet|[Dd]e\sregering|[Dd]e\s{_OFFICE})"
_HOUSE = (
    r"(?:[Uu]w\s(?:[Kk]amer|commissie)|(?:[Bb]eide|[Dd]e)\s(?:Tweede\sKamer|Eerste\sKamer|Kamers?|Staten-Generaal)"
    r"|[Hh]et\sparlement|\b[Uu]\b)"
)
_SUBJECT = rf"(?<!van\s)(?<!bij\s)(?<!aan\s){_HOUSE}"
"""Parliament that itself is told something; not `de voorzitter van de Tweede Kamer zal ontvangen`."""
_SAME_CLAUSE = r"(?:(?!\b(?:dat|die|waarna|waarbij)\b)[^.;:])"
"""A sign of the same clause, as long as no other begins: `zal stemmen, waarna gemeenten worden geïnformeerd`."""
_NOT = re.compile(r"\b(?:niet|geen|nooit|noch|excuses)\b(?!-)")
"""What makes it none: `krijgt u geen cijfers`, `bied ik u mijn excuses aan`."""

OBJECT = 30
"""Characters behind a verb in which its object is denied: `krijgt van mij geen cijfers`."""

_SAYS = re.compile(
    rf"\b{_I}\szeg(?:gen)?\s[^.;]{{0,120}}?\btoe\b|\bzeg(?:gen)?\s{_I}\s[^.;]{{0,120}}?\btoe\b"
    rf"|\b(?:{_I}\skan|kan\s{_I})\s[^.;]{{0,60}}?\btoezeggen\sdat\b|\b{_I}\sdoe\s[^.;]{{0,20}}?\bde\stoezegging\sdat\b|\A[Tt]oegezegd\swordt\sdat\b"
)
"""`Ik zeg uw Kamer toe dat …`, `ik kan u toezeggen dat …`."""


_KEEPS = re.compile(
    rf"\b(?:{_I}\shou(?:d|den)?|hou(?:d|den)?\s{_I})\s(?:[^.;:]{{0,40}}?(?<!\w))?{_HOUSE}\s[^.;:]{{0,80}}?\bop\sde\shoogte\b"
)
"""`houd ik uw Kamer op de hoogte`: what goes on has no time."""


_BEFORE = re.compile(r"\b(?:heb|hebben|heeft|had|hadden|is|zijn)\b[^;]{0,300}\bdat\b[^;]{0,60}\Z")
"""What tells of a promise made before: `heb ik u bericht dat`."""

_SAID = re.compile(r"\b(?:toegezegd|toezegging(?:en)?|aangegeven|aangekondigd|gemeld|geschreven|verzocht|gevraagd)\b")
"""What was said before is told, not promised."""


def _promises(sentence: str, year: int | None) -> bool:
    """Whether a minister says that he will tell parliament something."""
    if _SAYS.search(sentence) and not _NOT.search(sentence):
        return True
    will = _will().search(sentence)
    if will and not _NOT.search(will[0]) and not _BEFORE.search(sentence, 0, will.start()):
        return True
    keeps = _KEEPS.search(sentence)
    if keeps and not _NOT.search(sentence) and not _SAID.search(sentence):
        return True
    if _herewith().search(sentence) or _SAID.search(sentence):
        return False
    found = _tells().search(sentence)
    if not found:
        return False
    aside = _ASIDE.search(sentence, found.end())
    end = aside.start() if aside else len(sentence)
    denied = _NOT.search(sentence, _with_word_before(sentence, found.start()), min(end, found.end() + OBJECT))
    return not denied and coming_time(sentence, 0, end, year) is not None


_THAT = re.compile(rf"\A(?:Dat|Dit|Zulks)\s(?:zal|zullen)\s{_WHO}\s[^,.;:]{{3,80}}\sdoen\W*\Z")
"""`Dat zal ik in het voorjaar doen.`"""

_WANTS = re.compile(r"\b(?:gevraagd|verzocht|vraagt|vragen|vroeg(?:en)?|verzoekt?|verzoeken)\b")


def _promises_that(sentence: str, before: str, year: int | None) -> bool:
    """Whether it promises what the sentence before says that parliament wants to be told: `Dat zal ik in mei doen.`"""
    if not _THAT.match(sentence) or _NOT.search(sentence) or coming_time(sentence, 0, len(sentence), year) is None:
        return False
    return bool(_WANTS.search(before) and _house().search(before) and _telling().search(before))


@cache
def _house() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){_HOUSE}(?!\w)|\b[Vv]aste\scommissie\b")


@cache
def _telling() -> re.Pattern[str]:
    """What parliament wants to be told: `te informeren`, `een overzicht`, `de brief`."""
    return re.compile(rf"\b(?:{'|'.join(data('citing')['telling'])}|overzicht|brief|{_PAPER})\b")


def _with_word_before(sentence: str, at: int) -> int:
    """Where the word before an offset begins: `niet` before `voornemens u te informeren`."""
    return sentence.rfind(" ", 0, max(0, at - 1)) + 1


_ASIDE = re.compile(r"\b(?:die|dat|waarin|waarover|waarmee|waarvan|welke)\b")
"""Where a clause begins whose time is that of something else: `informeer ik u over de wet die in mei ingaat`."""


@cache
def _will() -> re.Pattern[str]:
    """`zal ik uw Kamer voor de zomer informeren`, `uw Kamer zal worden geïnformeerd`."""
    words = data("citing")
    verbs, told = "|".join(words["telling"]), "|".join(words["told"])
    will = rf"(?:{_WHO}\s(?:zal|zullen)|(?:zal|zullen)\s{_WHO})"
    return re.compile(
        rf"\b{will}\b(?P<between>(?=[^.;:]{{0,200}}?(?<!\w){_HOUSE}(?!\w))[^.;:]{{1,240}}?)\b(?:{verbs})\b"
        rf"|\b{_I}\s(?:(?!\b(?:dat|die)\b)[^.;:]){{0,60}}?(?<!\w){_HOUSE}(?!\w)(?:(?!\b(?:dat|die)\b)[^.;:]){{0,200}}?\b(?:zal|zullen)\s(?:doen\s)?(?:{verbs})\b"
        rf"|\A{_I}\s[^.;:]{{1,200}}?\ben\s(?:zal|zullen)\s{_HOUSE}(?!\w){_SAME_CLAUSE}{{1,160}}?\b(?:{verbs})\b"
        rf"|(?<!\w){_SUBJECT}\s(?:zal|zullen)\b{_SAME_CLAUSE}{{1,160}}?\b(?:{told}|ontvangen)\b"
        rf"|(?<!\w){_SUBJECT}\s(?:zal|zullen)\s{_I}\s{_SAME_CLAUSE}{{1,160}}?\b(?:{verbs})\b"
        rf"|\b(?:zal|zullen|zult)\s{_HOUSE}(?!\w){_SAME_CLAUSE}{{1,200}}?\b(?:{told}|ontvangen)\b"
        rf"|\b(?:zal|zullen)\b{_SAME_CLAUSE}{{1,120}}?\b(?:aan|naar|met|bij)\s{_HOUSE}\s(?:kunnen\s)?worden\s(?:{told})\b"
        rf"|\b{will}\servoor\s(?:zorgen|zorgdragen)\sdat\s{_HOUSE}\s[^.;:]{{1,120}}?\b(?:beschikt|ontvangt|krijgt|(?:{told})\swordt|wordt\s(?:{told}))\b"
    )


_FROM_OTHERS = rf"(?!\s(?:(?:in|eind|begin|medio)\s\w+\s)?van\s(?:de|het|een)\b|{_SAME_CLAUSE}{{0,60}}?\bte\smaken\b)"
"""Not `krijgt u in maart van de burgemeester bericht`, nor `krijgt u te maken met nieuwe regels`."""

_APART = {
    r"bied(?:en)?|lever(?:en)?": "aan", r"leg(?:gen)?": "voor", r"licht(?:en)?": "in", r"doen?": "toekomen",
    r"deel|delen": "mee", r"breng(?:en)?|houd(?:en)?|stel(?:len)?": r"(?:op\sde\shoogte|in\skennis)",
}  # fmt: skip
"""Verbs of which a part stands apart: `bied ik uw Kamer … aan`, by the verb."""


def _apart() -> Iterator[str]:
    house = rf"{_SAME_CLAUSE}{{0,60}}?(?<!\w){_HOUSE}(?!\w){_SAME_CLAUSE}{{0,160}}?"
    for verb, part in _APART.items():
        yield rf"(?:(?:{verb})\s{_I}|{_I}\s(?:{verb}))\s{house}\b{part}\b(?!\s(?:zover|de|het|een|dit|deze)\b)"


def _to(verbs: str) -> str:
    """`te sturen`, `te kunnen delen`, `te doen toekomen`, `aan te bieden`."""
    return (
        rf"(?:te\s(?:kunnen\s|doen\s)?(?:{verbs})|(?:aan\ste\sbieden|voor\ste\sleggen|in\ste\sdienen|mee\ste\sdelen"
        r"|toe\ste\s(?:sturen|zenden)|(?:op\sde\shoogte|in\skennis)\ste\s(?:stellen|brengen|houden)))\b"
    )


_CABINET = rf"(?:[Hh]et\skabinet|[Dd]e\s{_OFFICE})"
_TELLS = r"(?:stuurt|zendt|informeert|bericht)"
_PLAIN = (
    r"(?:informeer|informeren|meld(?:en)?|bericht(?:en)?|rapporteer|rapporteren|stuur|sturen|zend(?:en)?"
    r"|schrijf|schrijven)"
)
_GETS = r"(?:ontvangt|krijgt|ontvangen|krijgen)"
_PAPER = r"(?:[\w-]{0,30}brief|[\w-]{0,30}rapportage|reactie|verslag|update|terugkoppeling|evaluatie)"
_A_PAPER = rf"(?:de|een|mijn)\s(?:[a-z]{{4,14}}e\s)?{_PAPER}"
"""`de brief`, `een volgende brief`, `de begeleidende brief`."""
_NEXT_ONE = r"(?:de|het|een)\s(?:eerst)?volgende\s[\w-]{0,30}(?:brief|rapportage|monitor|verslag|begroting)"
"""`de eerstvolgende voortgangsbrief`: what is to come, and not `de volgende paragraaf`."""


@cache
def _tells() -> re.Pattern[str]:
    """`informeer ik uw Kamer`, `ontvangt uw Kamer`, `uw Kamer wordt … geïnformeerd`, `kom ik hierop terug`."""
    words = data("citing")
    told, verbs = "|".join(words["told"]), "|".join(words["telling"])
    apart = "|".join(_apart())
    will = rf"(?:{_WHO}\s(?:zal|zullen)|(?:zal|zullen)\s{_WHO})"
    return re.compile(
        rf"\b(?:{_PLAIN}\s{_I}|{_I}\s{_PLAIN})\s[^.;:]{{0,60}}?(?<!\w){_HOUSE}(?!\w)"
        rf"|\b(?:{apart})"
        rf"|\bdeel\s{_I}\s{_SAME_CLAUSE}{{1,60}}?\bmet\s{_HOUSE}(?!\w)"
        rf"|(?<!\w){_SUBJECT}\s(?:{_GETS}\b{_FROM_OTHERS}|wordt\b[^.;:]{{1,200}}?\b(?:{told})\b)"
        rf"|\b(?:{_GETS}\s{_SUBJECT}(?!\w){_FROM_OTHERS}|word(?:t|en)\s{_SUBJECT}(?!\w)[^.;:]{{1,200}}?\b(?:{told})\b)"
        rf"|\bword(?:t|en)\b{_SAME_CLAUSE}{{1,120}}?\b(?:aan|naar|met|bij)\s{_HOUSE}\s(?:{told})\b"
        rf"|(?<!\w){_HOUSE}\s(?:kunt|kan)\b{_SAME_CLAUSE}{{1,120}}?\b(?:tegemoetzien|tegemoet\szien|verwachten(?!\sdat))\b"
        rf"|\b(?:streef|streven|streeft|(?<!was\s)(?<!waren\s)voornemens|inzet|van\splan|verwachting|verwacht(?:en)?\s{_I}|{_I}\sverwacht(?:en)?)\b(?!\s(?:was|waren)\b){_SAME_CLAUSE}{{0,80}}?(?<!\w){_HOUSE}(?!\w){_SAME_CLAUSE}{{1,120}}?\b{_to(verbs)}"
        rf"|\bkan\b{_SAME_CLAUSE}{{1,120}}?\b(?:aan|naar|bij)\s{_HOUSE}\sworden\s(?:{told})\b"
        rf"|\b(?:{_CABINET}\s{_TELLS}|{_TELLS}\s{_CABINET})\s{_SAME_CLAUSE}{{0,60}}?(?<!\w){_HOUSE}(?!\w)"
        rf"|\b(?:volgt|gaat)\s(?:er\s)?{_SAME_CLAUSE}{{0,40}}?\b{_PAPER}\s(?:aan|naar)\s{_HOUSE}(?!\w)"
        rf"|\b{_PAPER}\svolgt\s{_SAME_CLAUSE}{{1,60}}?\b(?:aan|naar)\s{_HOUSE}(?!\w)"
        rf"|\b(?:hoort|leest)\su\b{_SAME_CLAUSE}{{0,80}}?\bvan\smij\b|\b[Uu]\s(?:hoort|leest)\b{_SAME_CLAUSE}{{0,80}}?\bvan\smij\b"
        rf"|\b(?:[Bb]eleids|[Kk]abinets|[Mm]ijn\s)reactie\b{_SAME_CLAUSE}{{1,60}}?\bvolgt\b"
        rf"|\b[Ii]n\s{_NEXT_ONE}\s(?:ga|gaan)\s{_I}\s{_SAME_CLAUSE}{{0,80}}?\bin\b"
        rf"|\b{_I}\s(?:ga|gaan)\s{_SAME_CLAUSE}{{0,30}}?\bin\s{_NEXT_ONE}\s{_SAME_CLAUSE}{{0,60}}?\bop\sin\b"
        rf"|\b(?:verwacht(?:ing)?|gericht|streven|inzet|planning)\b{_SAME_CLAUSE}{{0,40}}?\bdat\s{_HOUSE}\s{_SAME_CLAUSE}{{1,120}}?\b(?:ontvangt|krijgt|(?:{told})\swordt|wordt\s(?:{told}))\b"
        rf"|\b{_CABINET}\skomt\s{_SAME_CLAUSE}{{1,80}}?\bop\sterug\b"
        rf"|\b(?:{_WHO}\s(?:zal|zullen)|(?:zal|zullen)\s{_WHO})\s{_SAME_CLAUSE}{{0,80}}?\b(?:hier|daar)?op\b{_SAME_CLAUSE}{{1,60}}?\bterugkomen\b"
        rf"|\b{will}\s{_SAME_CLAUSE}{{0,120}}?\bin\s{_A_PAPER}\b{_SAME_CLAUSE}{{0,60}}?\bingaan\b"
        rf"|\b[Ii]n\s{_A_PAPER}\b{_SAME_CLAUSE}{{0,40}}?\b{will}\s{_SAME_CLAUSE}{{0,80}}?\bingaan\b"
        rf"|\b(?:[Hh]ier|[Dd]aar)(?:op)?\s(?:zal|zullen)\s{_WHO}\s{_SAME_CLAUSE}{{1,100}}?\bterugkomen\b"
        rf"|\b(?:{_I}\s(?:kan|kunnen|wil|willen)|(?:kan|kunnen|wil|willen)\s{_I})\s{_SAME_CLAUSE}{{0,40}}?(?<!\w){_HOUSE}(?!\w)(?={_SAME_CLAUSE}{{8}}){_SAME_CLAUSE}{{1,120}}?\b(?:{verbs})\b"
        rf"|\b(?:opnemen|meenemen|ingaan|betrek(?:ken)?|terugkomen|komt?|komen|neem|nemen)\b{_SAME_CLAUSE}{{1,60}}?\b{_PAPER},?\sdie\s(?:{_I}\s{_SAME_CLAUSE}{{0,40}}?(?<!\w){_HOUSE}|{_HOUSE}\s[^.;:]{{1,60}}?(?:ontvangt|krijgt))(?!\w)"
        rf"|\b(?:kom|komen)\s{_I}\s[^.;:]{{0,200}}?\bterug\b|\b{_I}\s(?:kom|komen)\s[^.;:]{{0,200}}?\bterug\b"
    )


@cache
def _herewith() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, data('citing')['herewith']))})\b", re.IGNORECASE)


_DOES = re.compile(
    rf"\b(?:ge(?:ef|ven)\s{_I}|{_I}\sge(?:ef|ven))\b[^.;]{{0,240}}?\b(?:uitvoering|invulling|gevolg)\saan\b"
    rf"|\b(?:beschouw(?:en)?\s{_I}|{_I}\sbeschouw(?:en)?)\b[^.;]{{0,160}}?\b(?:afgedaan|uitgevoerd)\b"
    rf"|\b(?:doe|doen)\s{_I}\s[^.;]{{0,160}}?\b(?:af|gestand)\b|\b{_I}\s(?:doe|doen)\s[^.;]{{0,160}}?\baf\b"
    rf"|\b(?:kom|komen)\s{_I}\s[^.;]{{0,80}}?\btegemoet\saan\b"
    r"|\b(?:is|zijn|wordt|worden)\s(?:hiermee|daarmee|met\sdeze\sbrief|hierdoor)\b[^.;]{0,80}?\b(?:uitgevoerd|afgedaan|uitvoering\sgegeven|invulling\sgegeven|gevolg\sgegeven)\b"
    r"|\b(?:[Hh]iermee|[Dd]aarmee|[Mm]et\sdeze\sbrief|[Hh]ierbij)\s(?:is|zijn|wordt|worden)\b[^.;]{0,160}?\b(?:uitgevoerd|afgedaan|uitvoering\sgegeven|invulling\sgegeven|gevolg\sgegeven)\b"
    r"|\b[Tt]er\suitvoering\svan\b|\b(?:[Ii]n\s(?:reactie|antwoord)\sop|[Nn]aar\saanleiding\svan|[Cc]onform)\sde(?:ze)?\s(?:\w+\s)?moties?\b"
)
"""`geef ik uitvoering aan`, `doe ik de motie af`, `is hiermee uitgevoerd`, `ter uitvoering van`."""

_MOTION = re.compile(r"\b[Mm]oties?\b|\b[Mm]otie-")


def _answers_motion(sentence: str) -> bool:
    """Whether a letter does what a motion asks; the motion is named, by its authors or by a number."""
    motion, does = _MOTION.search(sentence), _DOES.search(sentence)
    if not motion or not does or _NOT.search(sentence) or _OTHERS_DO.search(sentence):
        return False
    if _WAS_ASKED.search(sentence, 0, does.start()):
        return False
    named = any(moved.kind == "motie" for moved in moved_in(sentence)) or _NAMED.search(sentence)
    return bool(named or re.search(r"\d", sentence) or "deze motie" in sentence)


_WAS_ASKED = re.compile(r"\b(?:gevraagd|verzocht)\b")
"""`heeft de indiener gevraagd om een brief in reactie op deze motie`: somebody asks, nobody answers."""

_OTHERS_DO = re.compile(
    r"\b(?:reactie|antwoord|aanleiding|[Cc]onform|uitvoering)\b[^,.;]{0,100}\b(?:heeft|hebben)\s(?!(?:ik|wij|we|het\skabinet|de\s(?:regering|minister|staatssecretaris))\b)"
)
"""`In reactie op de motie heeft VluchtelingenWerk een brief geschreven`."""

_NAMED = re.compile(r"\b[Mm]otie\s[A-ZÀ-Þ][a-zà-þ]")


_KEPT = re.compile(
    rf"\b(?:kom|komen)\s{_I}\s[^.;]{{0,120}}?\btoezegging(?:en)?\b[^.;]{{0,160}}?\b(?:na|tegemoet)\b"
    rf"|\b(?:doe|doen)\s{_I}\s[^.;]{{0,120}}?\btoezegging(?:en)?\b[^.;]{{0,160}}?\b(?:gestand|af)\b"
    rf"|\b(?:ge(?:ef|ven)|voldoe|voldoen)\s{_I}\b[^.;]{{0,240}}?\baan\s(?:mijn|de|een|onze|deze)\s(?:\w+\s)?toezegging(?:en)?\b"
    r"|\b(?:[Cc]onform|[Oo]vereenkomstig|[Tt]er\suitvoering\svan|[Zz]oals)\s(?:mijn|onze|de|een)?\s?(?:\w+\s)?toe(?:zegging(?:en)?|gezegd)\b(?=[^.;]{0,240}?\b(?:hierbij|bijgaand|in\sdeze\sbrief|met\sdeze\sbrief|informeer|informeren|stuur|zend|bied|treft|ontvangt)\b)"
    r"|\b(?:[Hh]ierbij|[Bb]ijgaand|[Mm]et\sdeze\sbrief)\b[^.;]{0,120}?\b(?:conform|overeenkomstig)\s(?:mijn|onze|de|een)\s(?:\w+\s)?toezegging(?:en)?\b"
    r"|\b(?:[Hh]iermee|[Dd]aarmee|[Mm]et\sdeze\sbrief)\s(?:is|zijn|wordt|worden|beschouw\sik)\b[^.;]{0,80}?\btoezegging(?:en)?\b"
)
"""`kom ik mijn toezegging na`, `conform mijn toezegging stuur ik`."""

_REQUEST = re.compile(
    r"\b(?:[Oo]p|[Ii]n\s(?:reactie|antwoord)\sop|[Nn]aar\saanleiding\svan|[Cc]onform|[Vv]oldoe\sik\saan|[Gg]eef\sik\sgevolg\saan|[Kk]om\sik\stegemoet\saan)"
    r"\s(?:(?:het|een|dit)\s)?(?:schriftelijke?\s)?(?:verzoek\svan\s(?=[^.;]{0,80}\b(?:commissies?|lid|leden|Kamer|fracties?)\b)|uw\sverzoek\b)"
)
"""`op verzoek van de vaste commissie`, `in reactie op het verzoek van het lid …`."""

_NOW = re.compile(
    rf"\b(?:{_I}\s(?:informeer|stuur|zend|bied|reageer|geef|ga|doe|bericht|heb)|(?:informeer|stuur|zend|bied|reageer|geef|ga|doe|bericht|voldoe|kom)(?:en)?\s{_I}|ontvangt\s(?:u|uw\sKamer)|treft\su)\b"
)


def _answers_request(sentence: str) -> bool:
    return bool(_REQUEST.search(sentence) and _NOW.search(sentence)) and not _NOT.search(sentence)
