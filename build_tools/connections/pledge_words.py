"""The words by which a minister promises parliament something, or does what a motion, a request or a promise asked.

Precision goes before all: a sentence that leaves doubt is of no kind. Every quantifier is bounded.
"""

import re
from enum import Enum
from functools import cache

from build_tools.citations.by_name import moved_in
from build_tools.connections.house_words import HOUSE, ME, WHO
from build_tools.connections.telling import PAPER, tells, will_tell
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
    r"\?\W{0,3}\Z|\b(?:[Ll]eden|[Ll]id|[Ff]racties?)\b[^.;:]{0,60}\b(?:vraagt|vragen|vroeg(?:en)?)\b[^.;:]{0,30}\b(?:of|wanneer|hoe)\b|,\s(?:zo\s(?:schr|zei|zeg|meld|stel|liet)|aldus\b)|\b(?:schreef|zei|meldde|stelde|antwoordde)\b[^.;:]{0,60}:|\bverzoek(?:t|en)\s(?:de\sregering|het\skabinet|de\sminister)|\b(?:constaterende|overwegende|gehoord\sde)\b|[«“\"„]"
)
"""A question, a motion that is quoted, a quotation, what somebody else says: `, zo schreef de voorzitter`."""


def kind_of(sentence: str, year: int | None, before: str = "") -> PledgeKind | None:
    """What a sentence of a minister does, in a letter of a year; `before` is the sentence before it.

    Most do nothing, so what is quick to ask is asked first, and of what few have the rest.
    """
    kind = _said_to_do(sentence, year, before) if len(sentence) <= LONGEST else None
    return kind if kind and not _ASKED.search(sentence) else None


def _said_to_do(sentence: str, year: int | None, before: str) -> PledgeKind | None:
    """The same, whoever says it."""
    plain = sentence.replace(".", "")  # all stops within a sentence are those of short forms
    if _answers_motion(plain):
        return PledgeKind.MOTION
    if _PROMISED in plain and _KEPT.search(plain):
        return PledgeKind.KEPT
    if _answers_request(plain):
        return PledgeKind.REQUEST
    return PledgeKind.PROMISE if _promises(plain, year) or _promises_that(plain, before, year) else None


_PROMISED = "toe"
"""What `toezegging`, `toegezegd` and `zeg … toe` share."""

_TO_COME = re.compile("z[au]l")
"""What `will_tell` always has: `zal`, `zullen`, `zult`."""

_NOT = re.compile(r"\b(?:niet|niets|geen|nooit|nergens|evenmin|noch|excuses)\b(?!-)")
"""What makes it none: `krijgt u geen cijfers`, `bied ik u mijn excuses aan`."""

OBJECT = 30
"""Characters behind a verb in which its object is denied: `krijgt van mij geen cijfers`."""

_SAYS = re.compile(
    rf"\b{ME}\szeg(?:gen)?\s[^.;]{{0,120}}?\btoe\b|\bzeg(?:gen)?\s{ME}\s[^.;]{{0,120}}?\btoe\b"
    rf"|\b(?:{ME}\skan|kan\s{ME})\s[^.;]{{0,60}}?\btoezeggen\sdat\b|\b{ME}\sdoe\s[^.;]{{0,20}}?\bde\stoezegging\sdat\b|\A[Tt]oegezegd\swordt\sdat\b"
)
"""`Ik zeg uw Kamer toe dat …`, `ik kan u toezeggen dat …`."""


_KEEPS = re.compile(
    rf"\b(?:{ME}\shou(?:d|den)?|hou(?:d|den)?\s{ME})\s(?:[^.;:]{{0,40}}?(?<!\w))?{HOUSE}\s[^.;:]{{0,80}}?\bop\sde\shoogte\b"
    rf"|\b(?:{ME}\sblijf|blijf\s{ME}|{ME}\sblijven|blijven\s{ME})\s[^.;:]{{0,40}}?(?<!\w){HOUSE}\s[^.;:]{{0,120}}?\b(?:informeren|berichten|rapporteren)\b"
)
"""`houd ik uw Kamer op de hoogte`, `ik blijf u informeren`: what goes on has no time."""


_HOLD, _STAY = "hou", "blij"
"""One of these it always has."""

_BEFORE = re.compile(r"\b(?:heb|hebben|heeft|had|hadden|is|zijn)\b[^;]{0,300}\bdat\b[^;]{0,60}\Z")
"""What tells of a promise made before: `heb ik u bericht dat`."""

_SAID = re.compile(r"\b(?:toegezegd|toezegging(?:en)?|aangegeven|aangekondigd|gemeld|geschreven|verzocht|gevraagd)\b")
"""What was said before is told, not promised."""


def _promises(sentence: str, year: int | None) -> bool:
    """Whether a minister says that he will tell parliament something."""
    if _PROMISED in sentence.lower() and _SAYS.search(sentence) and not _NOT.search(sentence):
        return True
    will = will_tell().search(sentence) if _TO_COME.search(sentence) else None
    if will and not _NOT.search(will[0]) and not _BEFORE.search(sentence, 0, will.start()):
        return True
    keeps = _KEEPS.search(sentence) if _HOLD in sentence or _STAY in sentence else None
    if keeps and not _NOT.search(sentence) and not _SAID.search(sentence):
        return True
    if coming_time(sentence, 0, len(sentence), year) is None:  # of few sentences, which makes this the fastest to ask
        return False
    if _herewith().search(sentence) or _SAID.search(sentence):
        return False
    return any(_at_a_time(sentence, found, year) for found in tells().finditer(sentence))


def _at_a_time(sentence: str, found: re.Match[str], year: int | None) -> bool:
    """Whether what is told there is not denied, and at a time to come."""
    aside = _ASIDE.search(sentence, found.end())
    end = aside.start() if aside else len(sentence)
    denied = _NOT.search(sentence, _with_word_before(sentence, found.start()), min(end, found.end() + OBJECT))
    return not denied and coming_time(sentence, 0, end, year) is not None


_THAT = re.compile(rf"\A(?:Dat|Dit|Zulks)\s(?:zal|zullen)\s{WHO}\s[^,.;:]{{3,80}}\sdoen\W*\Z")
"""`Dat zal ik in het voorjaar doen.`"""

_WANTS = re.compile(r"\b(?:gevraagd|verzocht|vraagt|vragen|vroeg(?:en)?|verzoekt?|verzoeken)\b")


def _promises_that(sentence: str, before: str, year: int | None) -> bool:
    """Whether it promises what the sentence before says that parliament wants to be told: `Dat zal ik in mei doen.`"""
    if not _THAT.match(sentence) or _NOT.search(sentence) or coming_time(sentence, 0, len(sentence), year) is None:
        return False
    return bool(_WANTS.search(before) and _house().search(before) and _telling().search(before))


@cache
def _house() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){HOUSE}(?!\w)|\b[Vv]aste\scommissie\b")


@cache
def _telling() -> re.Pattern[str]:
    """What parliament wants to be told: `te informeren`, `een overzicht`, `de brief`."""
    return re.compile(rf"\b(?:{'|'.join(data('citing')['telling'])}|overzicht|brief|{PAPER})\b")


def _with_word_before(sentence: str, at: int) -> int:
    """Where the word before an offset begins: `niet` before `voornemens u te informeren`."""
    return sentence.rfind(" ", 0, max(0, at - 1)) + 1


_ASIDE = re.compile(r"\b(?:die|dat|waarin|waarover|waarmee|waarvan|welke)\b")
"""Where a clause begins whose time is that of something else: `informeer ik u over de wet die in mei ingaat`."""


@cache
def _herewith() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, data('citing')['herewith']))})\b", re.IGNORECASE)


_DOES = re.compile(
    rf"\b(?:ge(?:ef|ven)\s{ME}|{ME}\sge(?:ef|ven))\b[^.;]{{0,240}}?\b(?:uitvoering|invulling|gevolg)\saan\b"
    rf"|\b(?:beschouw(?:en)?\s{ME}|{ME}\sbeschouw(?:en)?)\b[^.;]{{0,160}}?\b(?:afgedaan|uitgevoerd)\b"
    rf"|\b(?:doe|doen)\s{ME}\s[^.;]{{0,160}}?\b(?:af|gestand)\b|\b{ME}\s(?:doe|doen)\s[^.;]{{0,160}}?\baf\b"
    rf"|\b(?:kom|komen)\s{ME}\s[^.;]{{0,80}}?\btegemoet\saan\b"
    r"|\b(?:is|zijn|wordt|worden)\s(?:hiermee|daarmee|met\sdeze\sbrief|hierdoor)\b[^.;]{0,80}?\b(?:uitgevoerd|afgedaan|uitvoering\sgegeven|invulling\sgegeven|gevolg\sgegeven)\b"
    r"|\b(?:[Hh]iermee|[Dd]aarmee|[Mm]et\sdeze\sbrief|[Hh]ierbij)\s(?:is|zijn|wordt|worden)\b[^.;]{0,160}?\b(?:uitgevoerd|afgedaan|uitvoering\sgegeven|invulling\sgegeven|gevolg\sgegeven)\b"
    r"|\b[Tt]er\suitvoering\svan\b|\b(?:[Ii]n\s(?:reactie|antwoord)\sop|[Nn]aar\saanleiding\svan|[Cc]onform)\sde(?:ze)?\s(?:\w+\s)?moties?\b"
)
"""`geef ik uitvoering aan`, `doe ik de motie af`, `is hiermee uitgevoerd`, `ter uitvoering van`."""

_MOTION = re.compile(r"\b[Mm]oties?\b|\b[Mm]otie-")

_ASKS, _ASKED_FOR = "otie", "verzoek"
"""What a sentence has that names a motion, and one that names a request."""


def _answers_motion(sentence: str) -> bool:
    """Whether a letter does what a motion asks; the motion is named, by its authors or by a number."""
    does = _DOES.search(sentence) if _ASKS in sentence and _MOTION.search(sentence) else None
    if not does or _NOT.search(sentence) or _OTHERS_DO.search(sentence):
        return False
    if _WAS_ASKED.search(sentence, 0, does.start()) or _TALKED.search(sentence):
        return False
    named = any(moved.kind == "motie" for moved in moved_in(sentence)) or _NAMED.search(sentence)
    return bool(named or re.search(r"\d", sentence) or "deze motie" in sentence)


_WAS_ASKED = re.compile(r"\b(?:gevraagd|verzocht)\b")
"""`heeft de indiener gevraagd om een brief in reactie op deze motie`: somebody asks, nobody answers."""

_TALKED = re.compile(r"\b(?:gesproken|besproken|gedebatteerd)\b")
"""`naar aanleiding van de motie heb ik met uw Kamer gesproken`: what was said of it does nothing of what it asks."""

_OTHERS_DO = re.compile(
    r"\b(?:reactie|antwoord|aanleiding|[Cc]onform|uitvoering)\b[^,.;]{0,100}\b(?:heeft|hebben)\s(?!(?:ik|wij|we|het\skabinet|de\s(?:regering|minister|staatssecretaris))\b)"
)
"""`In reactie op de motie heeft VluchtelingenWerk een brief geschreven`."""

_NAMED = re.compile(r"\b[Mm]otie\s[A-ZÀ-Þ][a-zà-þ]")


_KEPT = re.compile(
    rf"\b(?:kom|komen)\s{ME}\s[^.;]{{0,120}}?\btoezegging(?:en)?\b[^.;]{{0,160}}?\b(?:na|tegemoet)\b"
    rf"|\b(?:doe|doen)\s{ME}\s[^.;]{{0,120}}?\btoezegging(?:en)?\b[^.;]{{0,160}}?\b(?:gestand|af)\b"
    rf"|\b(?:ge(?:ef|ven)|voldoe|voldoen)\s{ME}\b[^.;]{{0,240}}?\baan\s(?:mijn|de|een|onze|deze)\s(?:\w+\s)?toezegging(?:en)?\b"
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
    rf"\b(?:{ME}\s(?:informeer|stuur|zend|bied|reageer|geef|ga|doe|bericht|heb)|(?:informeer|stuur|zend|bied|reageer|geef|ga|doe|bericht|voldoe|kom)(?:en)?\s{ME}|ontvangt\s(?:u|uw\sKamer)|treft\su)\b"
)


def _answers_request(sentence: str) -> bool:
    asked = _ASKED_FOR in sentence and _REQUEST.search(sentence)
    return bool(asked and _NOW.search(sentence)) and not _NOT.search(sentence)
