"""How the text of a heading ends, what a line says that heads nothing, and letters that head the parts of a paper."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import chain

from build_tools.data import data
from build_tools.dutch.dates import DAY, date_in
from build_tools.dutch.matching import is_half
from build_tools.dutch.sentences import ENDED
from build_tools.reading.signing.shapes import SURNAME_ALONE

ASKING_WORDS, NUMBERED_ASKING_WORDS = 14, 20
"""Words of a heading that asks at the most: a question can be a paragraph of its own, so less is believed."""

SHORT_QUESTION = 9
"""Words of a heading that asks at the most, where a full line stands above it: a paragraph can end in a question."""

COLON_WORDS = 4
"""The same for one that ends in a colon, as `Energietransitie:`; longer ones introduce a list or a quotation."""

LONG_COLON_WORDS, COLON_HEADINGS = 12, 2
"""Words of one that ends in a colon, at the most, in a text whose headings do so; and headings of few words above
running text that show this custom, at the least."""

SAYING_WORDS = 10
"""Words from which on a text with a finite verb or `ik` is a sentence; `Wat ik verander` is a heading."""

QUOTED = re.compile(r"«[^»]+»|“[^”]+”|‘[^’]+’|\"[^\"]+\"|„[^”]+”")
"""`«De bezetting is ontoereikend»`: a quotation and nothing else."""

RECEIVED = r"\((?:[IiLl1|]ngezonden|[Oo0]ntvangen)(?: op)?:? \d{1,2} [a-z]+ \d{4}\)"
"""`(Ontvangen 4 december 1985)`, also as a scan misread it."""

PRESENT = re.compile(r"(?:Aan|Af)wezig(?:en)?: ")
"""`Aanwezig: de leden Olie en Roest`: who met, and who did not."""

REMARK = re.compile(
    rf"\(.*\)\.?$|.*{RECEIVED}|(?:Nader )?(?:Antwoord(?:en)?|Mededeling) van [^()]{{1,80}}\("
    rf"|(?:[Mm]ede )?[Nn]amens |Bron(?:nen)?: |{PRESENT.pattern}"
    r"|(?:[Cc]\.?[Cc]\.?:|[Kk]opie:?(?= aan)|[Aa]fschrift:?(?= aan)) "
)
"""`(ontvangen 7 juni 2024)`, also behind who answers, `Antwoord van Minister Prins (Defensie) (ontvangen`, `Mede
namens de minister van …`, below a figure or table `Bron: CBS`, who met, `Cc: de raad`."""

QUESTION = re.compile(
    r"(?:Vra(?:ag|gen)|VRA(?:AG|GEN)|Antwoord(?:en)?(?:(?: op)?(?: de)? vra(?:ag|gen))?"
    r"|ANTWOORD(?:EN)?(?:(?: OP)?(?: DE)? VRA(?:AG|GEN))?) \d[\d, en.:t/mEN–-]*"
)
"""The heading of a question or an answer in a list of them: `Vraag 1`, `Antwoorden op vraag 3, 4 en 5`, `VRAAG 1`."""

ASKED = re.compile(rf"{QUESTION.pattern}|Antwoord(?:en)?:?")
"""The same, and the heading of an answer right below its question, which needs no number."""

CASE = re.compile(r"\d{4}Z\d{5}")
"""`2031Z04711`: the case in which questions were put, which heads them."""

HEADING_NUMBER = re.compile(
    r"(?:§ ?)?(?P<number>\d{1,2}(?:\.\d{1,2})*)[.:)]?\s+"
    r"(?=[A-ZÀ-Þ«“‘]|(?<=\.\s)[1-9]\d ?\d{3}(?:, [A-Z]{1,3})? [A-Z])"
)
"""`1. Inleiding`, `§ 1. Inleiding`, `2.3 Beleid`, `1: Vermindering`: a number before a capital, perhaps with a paper
between, `2. 35 992 Wijziging van de wet`."""

HEADING_MARK = re.compile(HEADING_NUMBER.pattern + r"|(?:[A-Z]\.|[IVX]{2,5}\.|[a-z][.)])\s+(?=[A-ZÀ-Þ«“‘])")
"""The same, `B. Beleid`, `IV. Beleid` or `b) Beleid`: a letter where others before or behind it count with it."""

ASKS_ON = re.compile(r"Zo (?:ja|nee|neen|niet)\b")
"""How a question goes on behind its first sentence: `Deelt u die mening?3` / `Zo nee, waarom niet?`"""

IN_CAPITALS, SMALL = 15, re.compile(r"[A-ZÀ-Þ][a-zà-ÿ]")
"""Letters of a line that is a heading by its capitals, at the least: fewer can be a name or short forms; and how a line
begins that is in small letters."""

NO_HEADING = re.compile(r"(?: \d[\d.,]*%?){2}$|[^\W\d_][.!?]\d{1,3}$")
"""How no heading ends: `Post 2031 2032`, the row of a table that lost its columns, and `De pont vaart.4`, a sentence
with a call whose note is not there."""

OPENS_NUMBERED = re.compile(r"\d{1,2}(?:\.\d{1,2})*\.? [A-ZÀ-Þ]")
"""`2.1 Beleid`: a number that a heading can have."""

NEIGHBOURED_WORDS = 7
"""Words of a heading that is told from the begin of a sentence by its neighbours alone, at the most."""

LETTER = re.compile(r"[A-Z]")
"""A letter alone on its line."""

LEAST_LETTERS, PART_WORDS = 2, 4
"""Letters that count on at the least, and words of the text below each: a letter alone can be a cell or a mark."""

NUMBERS = re.compile(r"[1-9]\d?(?:(?:, ?| en | t/m |[-–])[1-9]\d?){0,20}\.?")
"""`2`, `2.`, `3 en 4`, `5 t/m 7`: which questions the text below it is about, where that is known to be its meaning."""


LABEL_VALUE = re.compile(r"(?P<label>[A-ZÀ-Þ][\w-]*(?: [\w-]+){0,2}): (?P<value>\S.*)")
"""`Telefoon: 0800-8002`, `Adjunct-griffier: Van Doornik`."""

REACHED = re.compile(
    r"(?:https?://|www\.)\S+|\S+@\S+\.\w+"  # www.haven.example, loket@haven.example
    r"|(?:\(?0\d{2,3}\)?|\+\d\d)[ –-]?\d[\d ]{3,}"  # 0800-8002, (070) 342 80 00
    r"|[A-Z’'].* \d{1,4}[a-z]?, .*[A-Z].*"  # Zuiderwagenplein 2, Lelystad
)
"""Where somebody can be reached, as the value of a label."""

FILED = re.compile(r"(?=.*\d)[A-Z\d./ -]+")
"""`AWB 03/1187`: what something is filed under; a label with a number can head a text, `Fase 1: 2031-2033`."""

OFFICERS = ("griffier", "voorzitter", "secretaris", "contactpersoon", "rapporteur")
"""What labels of persons end with."""

PERSON_SAYS = re.compile(
    r"(?:De (?:heer|leden|minister|staatssecretaris)|Mevrouw|Het lid) (?:[\w’'()/-]+ ){0,6}?"
    r"[A-ZÀ-Þ(][\w’'()/-]* (?P<verb>[a-zà-ÿ]+) [a-zà-ÿ]"
)
"""`De heer Van Dijkema (SP) stelde hierover`: somebody, and what can be a verb of the past."""

PAST = re.compile(r"[a-zà-ÿ]+[dt]en?")
"""`stelde`, `vroegen`: how most verbs of the past end; the others are listed."""


SOMEBODY_SAYS = re.compile(r"(?:Ik|Wij|We|Hij|Zij) [a-zà-ÿ]+(?: \S+){3}")
"""`Ik geef daarin aan hoe`: who does something, and more than the few words of a heading that says so (`Ik zorg`)."""

TURNED = re.compile(r"(?P<first>[A-Z][a-zà-ÿ]+) (?P<verb>[a-zà-ÿ]+) (?:ik|wij|we)(?: \S+){2}")
"""`Niettemin heb ik de directie verzocht`: the same behind a word; `Wat wil ik bereiken` asks, and can be a heading."""


def gives_value(text: str) -> bool:
    """Whether a text is a label with a value that no heading has: where somebody is reached, who is in office, what
    something is filed under."""
    found = LABEL_VALUE.fullmatch(text)
    if found is None:
        return False
    office = found["label"].lower().endswith(OFFICERS) and SURNAME_ALONE.fullmatch(found["value"]) is not None
    filed = found["label"][-1].isalpha() and FILED.fullmatch(found["value"]) is not None
    return office or filed or REACHED.fullmatch(found["value"]) is not None


def capitals_turn(before: str, text: str) -> bool:
    """Whether a heading in capitals can end above a line in small letters (`VERSLAG VAN DE RAAD` / `Visserij`), or
    begins below a sentence that ended."""
    above, here = in_capitals(before), in_capitals(text)
    ends = above and not here and SMALL.match(text) is not None
    return ends or (here and not above and ENDED.fullmatch(before) is not None)


def in_capitals(text: str) -> bool:
    """Whether a line is a heading by its capitals alone."""
    return text.isupper() and sum(map(str.isalpha, text)) >= IN_CAPITALS


def is_remark(text: str) -> bool:
    """Text in brackets, or a line that only says for whom one signs or where figures are from, heads nothing."""
    return REMARK.match(text) is not None


def ends_as_heading(text: str, answer: bool) -> bool:
    """Whether a text ends as headings do; what stands under a question or an `answer` is none."""
    if answer or NO_HEADING.search(text):
        return False
    if text.endswith("?"):
        return len(text.split()) <= (NUMBERED_ASKING_WORDS if HEADING_NUMBER.match(text) else ASKING_WORDS)
    if text.endswith(":"):
        return len(text.split()) <= COLON_WORDS or HEADING_NUMBER.match(text) is not None
    ended = ENDED.fullmatch(text) and not text.endswith(tuple(data("dutch")["ends_names"]))
    return not ended and not text.endswith((",", "-", "–")) and not goes_on(text)


def heads_asking(text: str) -> bool:
    """Whether a question on a line of its own can be a heading: one with a number, or a short one that asks for more
    than yes or no."""
    first, *more = text.split()
    asks = first.lower() in data("dutch")["question_words"] and len(more) < SHORT_QUESTION
    return text.endswith("?") and (asks or HEADING_NUMBER.match(text) is not None)


def goes_on(text: str) -> bool:
    """Whether a text is surely no heading: it ends with `van de`, or says who does something, at length, in a quotation
    or of somebody by his name."""
    words = text.split()
    verbs = any(word in data("dutch")["sentence_words"] for word in words)
    says = verbs and (len(words) >= SAYING_WORDS or QUOTED.fullmatch(text) is not None)
    return says or is_half(text) or somebody_says(text)


def somebody_says(text: str) -> bool:
    """Whether a text begins with somebody and what he does or did."""
    person = PERSON_SAYS.match(text)
    did = person is not None and (PAST.fullmatch(person["verb"]) is not None or person["verb"] in _past_forms())
    return did or says_turned(text) or SOMEBODY_SAYS.match(text) is not None


def says_turned(text: str) -> bool:
    """Whether a text says who does something behind another word, and does not ask it."""
    turned, known = TURNED.match(text), data("dutch")
    if turned is None or turned["first"].lower() in known["question_words"]:
        return False
    return turned["verb"] in known["sentence_words"]


@cache
def _past_forms() -> frozenset[str]:
    """Forms of verbs that have no ending of the past: `vroeg`, `gaf`."""
    return frozenset(chain.from_iterable(data("word_forms")["families"].values()))


def lettered_parts(texts: Sequence[str]) -> frozenset[int]:
    """The letters that head the parts of a paper that changes another: `A`, `B`, `C`, each alone between the end of
    one text and the capital of the next. They count on from A, however much stands between them.
    """
    runs: list[list[int]] = []
    for at in range(1, len(texts) - 1):
        if not opens_part(texts, at):
            continue
        if texts[at] == "A":
            runs.append([at])
        elif runs and ord(texts[at]) == ord(texts[runs[-1][-1]]) + 1:
            runs[-1].append(at)
    return frozenset(at for run in runs if len(run) >= LEAST_LETTERS for at in run)


def headed_by_colons(texts: Sequence[str], bare: Sequence[bool]) -> frozenset[int]:
    """The texts that head the next one with a colon at their end, in a text that has several such headings; a `bare`
    text has no mark, and is no signature."""
    found = [
        at
        for at in range(len(texts) - 1)
        if bare[at] and bare[at + 1] and ends_in_colon(texts[at])
        if is_running(texts[at + 1]) or ends_in_colon(texts[at + 1])
    ]
    short = sum(len(texts[at].split()) <= COLON_WORDS for at in found)
    return frozenset(found if short >= COLON_HEADINGS else ())


def ends_in_colon(text: str) -> bool:
    """Whether a text can be a heading with a colon, and neither says nor introduces something."""
    if not text.endswith(":") or not text[0].isupper():
        return False
    words = text.removesuffix(":").lower().split()
    known = {*data("dutch")["sentence_words"], *data("dutch")["introducing_words"]}
    return len(words) <= LONG_COLON_WORDS and known.isdisjoint(words)


def is_running(text: str) -> bool:
    """Whether a text begins in a capital, ends in a stop and has as many words as a sentence."""
    return text[:1].isupper() and text.endswith(".") and len(text.split()) >= PART_WORDS


def opens_part(texts: Sequence[str], at: int) -> bool:
    """Whether a letter stands alone between texts."""
    before, after = texts[at - 1], texts[at + 1]
    words = after[:1].isupper() and len(after.split()) >= PART_WORDS
    return LETTER.fullmatch(texts[at]) is not None and ENDED.fullmatch(before) is not None and words


def heads_text(before: str, text: str, following: str) -> bool:
    """Whether a line between the end of a sentence and a capital is a heading, and no sentence that has begun there:
    `… aan het werk.²` / `Kwetsbare groepen` / `Het college meldt …`."""
    numbered = OPENS_NUMBERED.match(text) is not None
    begins = ENDED.fullmatch(before) is not None and (text[:1].isupper() or numbered) and following[:1].isupper()
    words = text.split()
    wants_more = words[-1] in (*data("dutch")["never_last"], *data("dutch")["before_numbers"])
    opens = words[0].lower() in data("dutch")["opens_sentences"]
    says = wants_more or opens or any(word in data("dutch")["sentence_words"] for word in words)
    return begins and not says and len(words) <= NEIGHBOURED_WORDS and ends_as_heading(text, False)


def lone_day(texts: Sequence[str]) -> Sequence[int]:
    """The only day that stands alone in a text: a cell or a value. Of a course of events several days head what was
    done on each."""
    found = [at for at, text in enumerate(texts) if re.fullmatch(DAY, text) and date_in(text)]
    return found if len(found) == 1 else ()
