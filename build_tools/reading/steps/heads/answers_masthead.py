"""The words that the masthead of an Aanhangsel always has, on lines in whatever order and however they break.

`Vergaderjaar 2001–2002 Aanhangsel van de` / `Handelingen`; every decade and every tool sets them otherwise.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import accumulate

PHRASES = (
    "Tweede Kamer der Staten Generaal",
    "Eerste Kamer der Staten Generaal",
    "Vergaderjaar",
    "Zitting",
    "Aanhangsel van de Handelingen",
    "Aanhangsel tot het Verslag van de Handelingen",
    "Aanhangsel tot het Verslag van de Handelingen der Tweede Kamer",
    "Aanhangsel tot het Verslag van de Handelingen der Eerste Kamer",
    "Vragen gesteld door de leden der Kamer met de daarop door de regering gegeven antwoorden",
    "Vragen gesteld door de leden der Kamer overeenkomstig artikel van het Reglement van Orde"
    " met de daarop door de regering gegeven antwoorden",
    "Vragen door de leden der Kamer met de daarop door de regering schriftelijk gegeven antwoorden",
)
"""What the masthead says, a phrase each; of the numbers in it only the letters around them are looked at."""

SQUEEZED = tuple("".join(phrase.lower().split()) for phrase in PHRASES)
WORDS = sorted({word.lower() for phrase in PHRASES for word in phrase.split()})

LEAST_LETTERS = 4
"""Letters of a line that tells by itself that it is of the masthead; `van` does so below another one only."""

LONGEST = 200
"""Letters of a line of it at the most: all that it says is little longer."""

MISREAD_LETTERS, ALIKE = 5, 0.7
"""Letters of a word that can be known though a scan was misread, at the least, and how much of it stays: `Karner`."""

YEARS = re.compile(r"(?P<first>[12]\d{3})\s?[-–—/]\s?(?P<last>[12]\d{3})")
"""`2001–2002`, as a scan may have it `1985 - 1986`."""

SESSION = re.compile(rf"{YEARS.pattern}|[12]\d{{3}}\s?[-–—]")
"""Those years alone, the last one perhaps on the line below."""

NUMBER = re.compile(r"(?:[Nn][ro]\.? ?)?(?<![\d–-])(?P<number>\d{1,4}[a-z]?)(?![\w–-])")
"""The number of the Aanhangsel, the mark of the chamber, or that of an article; a year of a session is none."""

NAMES_OTHER = re.compile(r"(?:artikel|\d[-–—])$", re.IGNORECASE)
"""What stands before the number of an article or the last year of a session, also at the end of the line above."""

MARKS = {"eerstekamer": "1", "tweedekamer": "2"}
"""The mark of each chamber, set large beside its name."""

ASKED_BY = ("vragengestelddoordeleden", "vragendoordeledenderkamer")
"""How the longest phrases begin, which every decade goes on with in other words."""

WHOLE_WORDS = ("vragengesteld", "aanhangsel")
"""With the years of the session, what only such a masthead says; two of the three are enough."""

SURE = 2


@dataclass(frozen=True, slots=True)
class AnswersMasthead:
    """The lines of a masthead by index, what they say without white space, its years, the numbers that stand in it."""

    lines: Collection[int]
    words: str
    years: str
    numbers: Sequence[tuple[int, str]]

    def is_sure(self) -> bool:
        """Whether it can be of nothing else."""
        return sum(word in self.words for word in WHOLE_WORDS) + bool(self.years) >= SURE

    def mark(self) -> str:
        """The mark of its chamber."""
        return next((mark for name, mark in MARKS.items() if name in self.words), "2")


def masthead_of(texts: Sequence[str]) -> AnswersMasthead:
    """The masthead in the first lines of a document."""
    lines = list(of_masthead(texts))
    own = [texts[at] for at in lines]
    said = " ".join(own)
    session = YEARS.search(said)
    years = f"{session['first']}-{session['last']}" if session else ""
    return AnswersMasthead(lines, letters("".join(map(mended, own))), years, list(numbers_in(texts, lines)))


def of_masthead(texts: Sequence[str]) -> Iterator[int]:
    """The lines that hold nothing but words of the masthead and numbers."""
    below = -1
    for at, text in enumerate(texts):
        heads = letters(text) == "vragen" and not letters("".join(texts[at + 1 : at + 2])).startswith(("ges", "doorde"))
        known = is_masthead(text, below == at - 1) or SESSION.fullmatch(text)
        if not heads and (known or (NUMBER.fullmatch(text) and below == at - 1)):
            below = at
            yield at


def is_masthead(text: str, below: bool) -> bool:
    """Whether a line holds pieces of the masthead alone; a short piece does so only right below another line."""
    own = letters(text)
    if not (1 if below else LEAST_LETTERS) <= len(own) <= LONGEST:
        return False
    return own.startswith(ASKED_BY) or in_phrases(own) or in_phrases(letters(mended(text)))


def in_phrases(own: str) -> bool:
    """Whether letters are within a phrase, or the end of one, whole ones and the begin of one behind each other."""
    return any(own in phrase for phrase in SQUEEZED) or PIECES.fullmatch(own) is not None


def letters(text: str) -> str:
    """A text without white space, numbers and signs, in small letters."""
    return "".join(filter(str.isalpha, text.lower()))


def mended(text: str) -> str:
    """A text in which words that a scan misread are those of the masthead again."""
    return " ".join(word if len(word) < MISREAD_LETTERS else known(word) for word in text.split())


def known(word: str) -> str:
    """The word of the masthead that this one is most like, if any is much like it."""
    return next(iter(get_close_matches(word.lower(), WORDS, 1, ALIKE)), word)


def numbers_in(texts: Sequence[str], lines: Collection[int]) -> Iterator[tuple[int, str]]:
    """The numbers on lines of the masthead, but for the years and that of an article, with the line of each."""
    before = ""
    for at in lines:
        text = YEARS.sub(lambda years: " " * len(years[0]), texts[at])
        for found in NUMBER.finditer(text):
            if not NAMES_OTHER.search(f"{before} {text[: found.start()]}".rstrip()):
                yield at, found["number"]
        before = texts[at]


def beginnings(text: str) -> Iterator[str]:
    """Every begin of a text, the longest first."""
    return reversed(list(accumulate(text)))


WHOLE = "|".join(sorted(SQUEEZED, key=len, reverse=True))
BEGIN = "|".join(begin for phrase in SQUEEZED for begin in beginnings(phrase))
END = "|".join(phrase[at:] for phrase in SQUEEZED for at in range(len(phrase)))
PIECES = re.compile(rf"(?:{END})?(?:{WHOLE})*(?:{BEGIN})?")
"""`handelingenvragengesteld`: an end, what is whole, a begin. The phrases are a few hundred letters together."""
