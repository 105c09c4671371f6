"""The head of a paper on a page, and what the page says around it: each states facts."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from lxml import etree

from build_tools.dutch.dates import date_in
from build_tools.model import Fact, FactKey, Reason, Signer
from build_tools.papers.numbers import kept
from build_tools.sources.readers.markup.asked import asked_title
from build_tools.sources.readers.markup.guards import local
from build_tools.sources.readers.markup.pieces import TaggedPiece, TaggedRun, piece
from build_tools.sources.readers.official_html.elements import TITLES, classes
from build_tools.sources.readers.official_html.notes import words

DOSSIER = re.compile(r"(?P<number>\d\d ?\d{3}(?: ?\(R ?\d+\))?(?:[ -](?:[IVX]+|\d{2}))?)\s+(?P<title>\D.*)")
"""`36 600 XV Vaststelling van de begrotingsstaten …`: for pages that do not set the number apart."""

PAPER = re.compile(r"[Nn]r\. ?(?P<number>\d+\w*)\s*(?P<title>.*)|(?P<letters>[A-Z]{1,3})\s+(?P<rest>[A-Z]{2}.*)")
"""`Nr. 1284 BRIEF VAN …`, and in the Eerste Kamer `F BRIEF VAN …`."""

NUMBERED = re.compile(r"((?:\d{1,3}\.)*\d{1,3}\.?|[IVXL]+\.|[A-Z]\.)\s+\S")
"""`2.1 Doorstroming`, `III. Huur`, `A. De rol`: the number of a heading that stands in its text."""

WITHIN = re.compile(r"(?P<dossier>\d{5}(?:-[IVXLC]+|-\d{2})?(?: \(R\d+\))?)(?:[-; ]|,? nr\. )+(?P<number>\w+)")
"""`26643 nr. 1284` and `33308-13`."""

ANNEXED = re.compile(r"(?:ah-tk-)?(?P<first>\d{4})-?(?P<last>\d{4})-(?P<number>\d+)")
"""`20232024-1602`: the session and the number of questions in the Aanhangsel."""

QUESTIONS = {"vraag", "antwoord"}
LABELS = {
    "vergaderjaar": FactKey.VERGADERJAAR,
    "indiener": FactKey.SIGNERS,
    "publicatiedatum": FactKey.DATE,
    "datum publicatie": FactKey.DATE,
}
NUMBERS = ("dossier- en ondernummer", "nummer")
MEMBER = re.compile(
    r"(?P<name>[A-ZÀ-Þ’'][^,<>]{2,60})(?:, (?P<role>Kamerlid .*|minister .*|staatssecretaris .*))?", re.I
)
"""`J. de Vries, Kamerlid VVD`, `C. Jansen, minister van Financiën`, `P. Bakker`: who asks, signs or answers."""
NUMERIC_DATE = re.compile(r"(\d\d)-(\d\d)-(\d{4})(?: .*)?")
"""`03-05-2024`, `03-05-2024 12:00`."""


def is_title(element: etree._Element) -> bool:
    """Whether an element is a title of the paper; on some pages each question is set as one."""
    if not classes(element) & TITLES:
        return False
    return not any(classes(above) & QUESTIONS for above in element.iterancestors())


def title(element: etree._Element, runs: list[TaggedRun]) -> Iterator[TaggedPiece]:
    """A line of the head of the paper, with what it states."""
    own = piece(runs, reason=Reason.MASTHEAD)
    if own.text:
        stated = {key: value for key, value in stated_in(element, own.text) if value}
        yield replace(own, states=tuple(stated.items()))


def stated_in(element: etree._Element, text: str) -> Iterator[tuple[FactKey, str]]:
    """What a title states."""
    own = classes(element)
    if "dossiertitel" in own:
        yield from dossier(part(element, "dossiernummer"), text)
    elif "stuktitel" in own:
        yield from paper(part(element, "stuknummer"), text)
    elif "kamervraagomschrijving_kop" in own or text.startswith("Vragen van"):
        yield FactKey.TITLE, asked_title(text)


def part(element: etree._Element, name: str) -> str:
    """The words of the part of a title that has its own class."""
    return next((words(inner) for inner in element.iterdescendants() if name in classes(inner)), "")


def dossier(number: str, text: str) -> Iterator[tuple[FactKey, str]]:
    match = DOSSIER.fullmatch(text)
    number = number or (match["number"] if match else "")
    if number:
        yield FactKey.DOSSIER, kept(number)
        yield FactKey.DOSSIER_TITLE, text.removeprefix(number).strip()


def paper(number: str, text: str) -> Iterator[tuple[FactKey, str]]:
    match = PAPER.fullmatch(text)
    if number:
        yield FactKey.ONDERNUMMER, re.sub(r"^[Nn]r\. ?", "", number)
        yield FactKey.TITLE, text.removeprefix(number).strip()
    elif match:
        yield FactKey.ONDERNUMMER, match["number"] or match["letters"]
        yield FactKey.TITLE, (match["title"] or match["rest"] or "").strip()
    else:
        yield FactKey.TITLE, text


def heading_number(text: str) -> str:
    """The number that a heading begins with."""
    match = NUMBERED.match(text)
    return match[1] if match else ""


def around(body: etree._Element, site: str) -> dict[FactKey, Fact]:
    """What the page says of the paper beside it: labels with their values, in a table or a list."""
    found: dict[FactKey, Fact] = {}
    for element in body.iter("p", "h1", "span"):
        if "use-as-title" in classes(element) and words(element):
            found.setdefault(FactKey.TITLE, Fact(words(element), f"{site}, titel van het stuk"))
    for label, value in labelled(body):
        for key, stated in read(label.lower().rstrip(":"), value):
            found.setdefault(key, Fact(stated, f"{site}, {label}"))
    return found


def labelled(body: etree._Element) -> Iterator[tuple[str, str]]:
    """`Vergaderjaar` and `2024-2025`: the heads of a table with its first row, terms with what they mean."""
    for element in body.iter("table", "dl"):
        if local(element) == "dl":
            parts = [child for child in element if local(child) in ("dt", "dd")]
            pairs = pairwise(parts)
            yield from ((words(a), words(b)) for a, b in pairs if (local(a), local(b)) == ("dt", "dd"))
        elif "table__data-overview" in classes(element):
            heads, cells = list(element.iter("th")), list(element.iter("td"))
            yield from ((words(a), words(b)) for a, b in zip(heads, cells, strict=False))


def read(label: str, value: str) -> Iterator[tuple[FactKey, str | tuple[Signer, ...]]]:
    """The facts that a label with its value states."""
    if label in NUMBERS and (match := WITHIN.fullmatch(value)):
        yield FactKey.DOSSIER, kept(match["dossier"])
        yield FactKey.ONDERNUMMER, match["number"]
    elif label in NUMBERS and (match := ANNEXED.fullmatch(value)):
        yield FactKey.VERGADERJAAR, f"{match['first']}-{match['last']}"
        yield FactKey.ONDERNUMMER, match["number"]
    elif label in NUMBERS and (match := PAPER.fullmatch(value)) and match["number"]:
        yield FactKey.ONDERNUMMER, match["number"]
    elif label == "vergaderjaar" and re.fullmatch(r"\d{4}-\d{4}", value):
        yield FactKey.VERGADERJAAR, value
    elif LABELS.get(label) is FactKey.DATE and (day := date_in(value) or numeric_date(value)):
        yield FactKey.DATE, day
    elif label == "indiener" and (who := MEMBER.fullmatch(value)):
        yield FactKey.SIGNERS, (Signer(who["name"], who["role"] or ""),)


def numeric_date(text: str) -> str | None:
    match = NUMERIC_DATE.fullmatch(text)
    return f"{match[3]}-{match[2]}-{match[1]}" if match else None


def stated_by_head(head: etree._Element | None) -> dict[FactKey, Fact]:
    """What the head of the page states of the paper: the facts for search engines."""
    found: dict[FactKey, Fact] = {}
    for entry in head.iter("meta") if head is not None else ():
        name, value = entry.get("name") or "", " ".join((entry.get("content") or "").split())
        if name == "DCTERMS.issued" and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
            found.setdefault(FactKey.DATE, Fact(value, f"meta {name}"))
    return found
