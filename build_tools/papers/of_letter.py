"""What a letter is as an official paper: its number, its address, what to call it."""

import re

from build_tools.data import data
from build_tools.dutch.format import dutch_date
from build_tools.model import Fact, FactKey, Letter
from build_tools.papers.numbers import identifier, nr, session, spaced
from build_tools.papers.publications import address

APPENDIX = "Aanhangsel Handelingen"
"""The series of answers to written questions; `I` or `II` behind it is the chamber."""

DEBATES = "Handelingen"
"""The series of what is said in the chamber, part by part: the number of a part is its sitting and its place there."""

ELSEWHERE = "°"
"""Behind what a letter's own text does not say; the page of the letter tells where it was found."""


def dossier(letter: Letter) -> str | None:
    """The dossier as Dutch readers write it: `34200-XV` as `34 200 XV`."""
    value = letter.fact(FactKey.DOSSIER)
    return value and spaced(value)


def kamerstuk(letter: Letter) -> str | None:
    """The paper as Dutch readers write it: `32 824, nr. 448`, `39 328 en 39 512, nr. 21`.

    Answers to questions stand in a series of their own: `Aanhangsel Handelingen II 2024/25, nr. 1028`.
    """
    item, series = letter.fact(FactKey.ONDERNUMMER), in_series(letter)
    number = series or " en ".join(filter(None, (dossier(letter), *(spaced(other.number) for other in letter.also_in))))
    return f"{number}, {nr(item)}" if number and item else None


def in_series(letter: Letter) -> str | None:
    """The series and session of a paper that is none of the Kamerstukken: `Aanhangsel Handelingen II 2024/25`."""
    series, years = letter.fact(FactKey.SERIES), letter.fact(FactKey.VERGADERJAAR) or ""
    within = session(int(years[:4])) if years[:4].isdecimal() else None
    return series and " ".join(filter(None, (series, within)))


def sort_of(letter: Letter) -> dict[str, str]:
    """What a document is: how a sentence names it (`noun`) and a list (`what`).

    A letter with the number of a paper is one, whatever its text looks like or its file is; what came as the text of a
    Word file and a part of a budget stay what they are.
    """
    numbered = kamerstuk(letter) and letter.layout not in ("word", "begroting")
    sorts = data("document_sorts")
    sort: dict[str, str] = sorts.get("kamerstuk" if numbered else letter.layout, sorts["brief"])
    return sort


def as_sent(letter: Letter) -> bool:
    """Whether it is a letter as its ministry sends it: without a number, which it gets where it is printed."""
    numbered = {FactKey.DOSSIER, FactKey.ONDERNUMMER, FactKey.SERIES} & letter.facts.keys()
    return not numbered and sort_of(letter)["what"] == data("document_sorts")["brief"]["what"]


def sort_name(letter: Letter) -> str:
    """The sort by which a letter is chosen: `Kamerstuk`, `antwoord op Kamervragen`, `brief van het ministerie`."""
    if series := letter.fact(FactKey.SERIES):
        return "deel van een debat" if series.startswith(DEBATES) else "antwoord op Kamervragen"
    return "Kamerstuk" if kamerstuk(letter) else sort_of(letter)["what"]


def called(paper: str) -> str:
    """A paper with what it is: `Kamerstuk 32 824, nr. 448`; an Aanhangsel and a debate say it themselves."""
    return paper if paper.startswith((APPENDIX, DEBATES)) else f"Kamerstuk {paper}"


def what(letter: Letter) -> str:
    """What a document is, told shortly: `Kamerstuk 32 824, nr. 448`, or of what sort it is."""
    paper = kamerstuk(letter)
    return called(paper) if paper else sort_of(letter)["what"]


def paper_of(letter: Letter) -> str | None:
    """The identifier of the paper that a letter is, where its number is known: `kst-32824-448`.

    A paper in several dossiers is published in the first. Answers to questions: `ah-tk-20242025-1028`; a part of a
    debate: `h-tk-20162017-66-6`.
    """
    series, item = letter.fact(FactKey.DOSSIER), letter.fact(FactKey.ONDERNUMMER)
    if letter.fact(FactKey.SERIES):
        return _of_debates(letter)
    return identifier(series, item) if series and item else None


def _of_debates(letter: Letter) -> str | None:
    """The identifier of a part of a debate or of answers to questions, where number and session are known."""
    years, item = letter.fact(FactKey.VERGADERJAAR), letter.fact(FactKey.ONDERNUMMER)
    series = letter.fact(FactKey.SERIES) or ""
    kind, house = "h" if series.startswith(DEBATES) else "ah", "ek" if series.endswith(" I") else "tk"
    return f"{kind}-{house}-{years.replace('-', '')}-{item}" if years and item else None


def official_url(letter: Letter) -> str | None:
    """The address of the official publication, where the letter's number is known."""
    stated = letter.fact(FactKey.OFFICIAL_URL)
    if stated and re.match(r"https?://", stated):
        return stated
    paper = paper_of(letter)
    return paper and address(paper)


def day_of(letter: Letter) -> str | None:
    """The day of a letter as lists show it: with a mark where its own text does not state it, `16 juni 2011°`."""
    stated, iso = letter.facts.get(FactKey.DATE), letter.fact(FactKey.DATE)
    return iso and dutch_date(iso) + (ELSEWHERE if stated and isinstance(stated.origin, str) else "")


def title(letter: Letter) -> str:
    """What to call a letter everywhere: its own title, or what is known of it."""
    if stated := _stated_title(letter):
        return stated
    paper, day = kamerstuk(letter), letter.fact(FactKey.DATE)
    return called(paper) if paper else f"Brief van {dutch_date(day)}" if day else letter.id


def has_title(letter: Letter) -> bool:
    """Whether it has a title of its own."""
    return bool(_stated_title(letter))


def _stated_title(letter: Letter) -> str | None:
    stated = letter.fact(FactKey.TITLE) or (letter.blocks[0].text if letter.opens_with_title else None)
    return stated if stated and stated.strip() else None


_BEHIND = {"signer": (FactKey.SIGNERS,), "kamerstuk": (FactKey.ONDERNUMMER, FactKey.DOSSIER, FactKey.SERIES)}
"""Values that pages show, made of facts with other names."""


def rests_on(letter: Letter, value: str) -> Fact | None:
    """The fact behind a value; where it takes two, the one that the letter's own text does not say."""
    keys = _BEHIND[value] if value in _BEHIND else (FactKey(value),)
    stated = [letter.facts[key] for key in keys if key in letter.facts]
    return next((fact for fact in stated if isinstance(fact.origin, str)), stated[0] if stated else None)
