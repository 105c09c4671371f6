"""The head of a paper: dossier, number, session, date and title, each with the line where it stands.

What stands in a head is no running text; it states facts.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from build_tools.dutch.dates import date_in
from build_tools.model import FactKey, Reason
from build_tools.papers.numbers import kept
from build_tools.sources.readers.markup.asked import asked_title
from build_tools.sources.readers.markup.guards import local
from build_tools.sources.readers.markup.pieces import SPACE, TaggedPiece, TaggedRun, piece
from build_tools.sources.readers.official_xml.flow import READINGS, PaperPlace, flow
from build_tools.sources.readers.official_xml.words import runs_of, text_of

States = tuple[tuple[FactKey, str], ...]

SESSION = re.compile(r"(\d{4})\s*[-–/]\s*(\d{4})")
"""`2023–2024`, `2023 / 2024`."""
ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def head(runs: list[TaggedRun], states: States = ()) -> Iterator[TaggedPiece]:
    """A line of the head with what it states; nothing where it has no text."""
    own = piece(runs, reason=Reason.MASTHEAD)
    if own.text:
        yield replace(own, states=tuple((key, value) for key, value in states if value))


def head_line(element: etree._Element, place: PaperPlace) -> Iterator[TaggedPiece]:
    """`Vergaderjaar 2024-2025`, `Tweede Kamer der Staten-Generaal`."""
    session = SESSION.search(text_of(element))
    states: States = ((FactKey.VERGADERJAAR, "-".join(session.groups())),) if session else ()
    yield from head(list(runs_of(element, place.notes)), states)


def dossier(element: etree._Element, place: PaperPlace) -> Iterator[TaggedPiece]:
    """`26 643 Informatie- en communicatietechnologie (ICT)`; a paper may belong to more than one dossier."""
    titles = [child for child in element if local(child) == "titel"]
    numbers = [child for child in element if local(child) == "dossiernummer"]
    runs = [run for child in (*numbers, *titles) for run in (*runs_of(child, place.notes), SPACE)]
    title = text_of(titles[0]) if titles else ""
    number = kept(text_of(numbers[0])) if numbers else ""
    yield from head(runs, ((FactKey.DOSSIER, number), (FactKey.DOSSIER_TITLE, title)))
    yield from flow(element, place, (*titles, *numbers))


def paper(element: etree._Element, place: PaperPlace) -> Iterator[TaggedPiece]:
    """`Nr. 1284 BRIEF VAN DE STAATSSECRETARIS …`, and then the paper itself."""
    heads = [child for child in element if local(child) in ("stuknr", "titel")]
    runs = [run for child in heads for run in (*runs_of(child, place.notes), SPACE)]
    title = next((text_of(child) for child in heads if local(child) == "titel"), "")
    yield from head(runs, ((FactKey.ONDERNUMMER, undernumber(element)), (FactKey.TITLE, title)))
    yield from flow(element, place, heads)


def undernumber(element: etree._Element) -> str:
    """The number of a paper within its dossier."""
    return text_of(element.find("{*}stuknr/{*}ondernummer"))


def dated(element: etree._Element, place: PaperPlace) -> Iterator[TaggedPiece]:
    """`Voorgesteld 20 maart 2025`, `Ontvangen ter Griffie op 4 april 2024`.

    A date in words is read as any other of the head: where the letter itself is dated, that is its date.
    """
    in_words = date_in(text_of(element)) is not None
    yield from head(list(runs_of(element, place.notes)), ((FactKey.DATE, "" if in_words else date_of(element)),))


def date_of(element: etree._Element) -> str:
    """The date that an element states, in figures or in words."""
    for own in element.iter("{*}datum"):
        for value in (own.get("isodatum"), own.get("isodate")):
            if value and ISO_DATE.fullmatch(value):
                return value
    return date_in(text_of(element)) or ""


def question_number(element: etree._Element, place: PaperPlace) -> Iterator[TaggedPiece]:
    """The number of questions and answers in the Aanhangsel, which each chamber counts by itself."""
    heads = element.getroottree().iter("{*}kamervraagkop")
    chamber = "I" if any("Eerste Kamer" in text_of(above) for above in heads) else "II"
    states = ((FactKey.ONDERNUMMER, text_of(element)), (FactKey.SERIES, f"Aanhangsel Handelingen {chamber}"))
    yield from head(list(runs_of(element, place.notes)), states)


def question_head(element: etree._Element, place: PaperPlace) -> Iterator[TaggedPiece]:
    """`Vragen van het lid …`; the answer's own line states who answers, and when."""
    asks = element.get("type") != "antwoord"
    states = ((FactKey.TITLE, asked_title(text_of(element))),) if asks else ()
    yield from head(list(runs_of(element, place.notes)), states)


def meeting(element: etree._Element, place: PaperPlace) -> Iterator[TaggedPiece]:
    """The number, day and time of a debate."""
    for child in element:
        if local(child):
            day = date_in(text_of(child)) if local(child) == "vergaderdatum" else ""
            yield from head(list(runs_of(child, place.notes)), ((FactKey.DATE, day or ""),))


def item_number(element: etree._Element, place: PaperPlace) -> Iterator[TaggedPiece]:
    """The number of a part of a debate; any other number is a part of the text."""
    if any(local(above) == "handelingen" for above in element.iterancestors()):
        yield from head(list(runs_of(element, place.notes)))
    else:
        yield from flow(element, place)


def law_title(element: etree._Element, place: PaperPlace) -> Iterator[TaggedPiece]:
    """`Besluit van 3 maart 2024, houdende …`: the long title of a law is its first paragraph, and its name."""
    for own in flow(element, place):
        yield replace(own, states=((FactKey.TITLE, own.text),))


READINGS.update({
    "tekstregel": head_line,
    "dossier": dossier,
    "stuk": paper,
    "datumtekst": dated,
    "kamervraagnummer": question_number,
    "kamervraagomschrijving": question_head,
    "vergadering": meeting,
    "nr": item_number,
    "intitule": law_title,
})  # fmt: skip
