"""How articles of a law are read: `artikel 10, tweede lid, onderdeel a, van de Wet inburgering 2021`.

Behind the word come the numbers, each perhaps with its parts (paragraph, item, sentence), which are read over; then
the law, by a name of the table or as a European act. A law that is not known is none, and so are its articles.
"""

import re
from collections.abc import Iterator
from functools import cache

from build_tools.citations.cited_numbers import LONGEST_RANGE
from build_tools.citations.context import SENTENCE_END
from build_tools.citations.european import CITED_ACTS, european
from build_tools.citations.grammar import Target
from build_tools.citations.law_names import BOOKS, Law, is_of_elsewhere, law_at, law_before
from build_tools.data import data
from build_tools.papers.publications import EUROPE
from build_tools.papers.sources import article_of

_ITEM = (  # 10, 3:40, 3.71, 137d, 1F, 2.1.3a, G 3, XIV; 4.3.1. van
    r"(?P<item>(?:[A-Z]{1,2}\s(?=\d))?(?:\d{1,4}(?:[a-z]{1,2}|[A-Z](?!\w)|bis|ter|quater|quinquies)?|[IVX]{1,6}(?!\w))(?:[.:]\d{1,4}[a-z]{0,2}){0,5})"
    r"(?![\w%]|[.:]\d)(?:\.(?=\svan\s))?"
)
_FIRST = re.compile(rf"\s{{0,3}}{_ITEM}")
_AND = (
    r"en/of|en|of|juncto|jo\.?|j°|dan\swel|alsmede|respectievelijk|onderscheidenlijk"
    r"|in\ssamenhang\smet|in\sverbinding\smet"
)
_NEXT = re.compile(
    rf"(?:\s{{0,3}},(?:\s{{1,3}}(?:{_AND}))?|\s{{1,3}}(?:(?P<to>tot\sen\smet|t/m)|{_AND}))\s{{1,3}}"
    rf"(?:(?:(?:in|van|uit)\s)?(?:de\s|het\s)?(?:artikel(?:en)?|artt?\.?)\s{{0,3}})?{_ITEM}"
    rf"|\s?(?P<dash>[-–])\s?(?P<until>(?=\d){_ITEM.replace('?P<item>', '?:')})"
)
"""A further number and what joins it: `, 6`, ` en in artikel 7`, ` tot en met 2.4`, `-10`."""

_LETTER = r"(?:(?!en\s|of\s|jo\b)[a-z]{1,2}|\d{1,2}|[ivx]{1,4})(?:[°ºo]|e)?(?!\w)"
_JOINED = r"(?:\s?,\s?|\s(?:en|of|tot\sen\smet|t/m|dan\swel)\s|\s?[–-]\s?)(?!de\s|het\s|van\s)"
_LETTERS = rf"(?:{_LETTER}(?:{_JOINED}{_LETTER}){{0,8}})"
LAW_LINK = re.compile(
    r"(?:\s{0,3},)?\s{1,3}\(?(?:(?:uit|van|in|bij|der|volgens)\s{1,3})?"
    r"(?:(?:de|het|onze|deze|dit|die|voornoemde|genoemde|zijn)\s{1,3})?(?:(?:Nederlandse|huidige|nieuwe|gewijzigde|(?:(?:destijds|toen|thans)\s)?geldende|oude|voormalige|toenmalige|(?:inmiddels\s)?vervallen)\s{1,3})?"
)
"""What ties the numbers to the law: ` van de `, `, `, ` uit het huidige `, or nothing but a space: `8 EVRM`."""


@cache
def _part() -> re.Pattern[str]:
    """A part of an article, with the comma before it: `, tweede lid`, ` lid 1`, `, aanhef en onder a`."""
    ordinal = rf"(?:{'|'.join(data('citing')['ordinals'])})"
    joined = rf"{ordinal}(?:(?:,|\s(?:en|of|tot\sen\smet|t/m|dan\swel)|,\s(?:en|of))\s{ordinal}){{0,8}}"
    return re.compile(
        rf"(?:\s{{0,3}},)?(?:\s(?:en|of|juncto))?\s{{1,3}}(?:(?:het|de)\s)?"
        rf"(?:{joined}\s(?:lid|leden|(?:vol)?zin(?:nen)?|alinea|gedachtestreepje|paragraaf)"
        rf"|(?:lid|leden|onder|onderdeel|onderdelen|subonderdeel|sub|letter|letters|punt|nummer)\s{_LETTERS}"
        rf"|(?:de\s)?aanhef|ten\s[a-z]{{5,8}}|e\.v\.|en\svolgende|\((?:oud|nieuw)\)"
        r"|\((?=[a-z])[^()\n]{4,120}\)(?=\s(?:van|uit)\s|,?\s(?:en|of)\sartikel)|[a-z](?=\s?,\s))"
    )


def articles(match: re.Match[str], text: str) -> list[Target]:
    """The articles behind the word; laws may follow each other: `artikel 14 Vw 2000 juncto artikel 3.4 Vb 2000`."""
    targets: list[Target] = []
    group = numbers_behind(match, text)
    while group:
        law = _behind(text, group[-1][2])
        if not law:
            break
        targets += _named(law, group)
        group = _group(_NEXT.match(text, law.end), text)
    if not targets and group:
        targets = _of_law_before(match, group, text)
    return targets


def numbers_behind(match: re.Match[str], text: str) -> "list[Number]":
    """The first numbers behind the word, which belong to one law."""
    return _group(_FIRST.match(text, match.end()), text)


Number = tuple[str, int, int, bool]
"""A number, its start, where it ends with its parts, and whether it closes a range."""


def _group(first: re.Match[str] | None, text: str) -> list[Number]:
    """The numbers that belong to one law, in order."""
    found: list[Number] = []
    while first and len(found) < LONGEST_RANGE:
        item = "until" if first.groupdict().get("until") else "item"
        to = bool(first.groupdict().get("to") or first.groupdict().get("dash"))
        found.append((first[item], first.start(item), _past_parts(text, first.end()), to))
        first = _NEXT.match(text, found[-1][2])
    return found


MOST_PARTS = 8
"""Parts of one article that are read over."""


def _past_parts(text: str, at: int) -> int:
    for _ in range(MOST_PARTS):
        part = _part().match(text, at)
        if not part:
            break
        at = part.end()
    return at


def _behind(text: str, at: int) -> Law | None:
    """The law that follows the numbers."""
    link = LAW_LINK.match(text, at)
    if not link:
        return None
    for pattern in CITED_ACTS:
        if act := pattern.match(text, link.end()):
            targets = european(act, text)
            return Law(targets[0].paper, act.start(), targets[0].end) if targets else None
    return law_at(text, link.end())


_TIED = re.compile(r"(?:\s?[,:]\s{1,3}|\s\(|\sin\s(?:de\s|het\s)?|\s)\Z")
"""What stands between a law and its article behind it: `Awb, artikel 3:4`, `EVRM (artikel 8)`, `Opiumwet in artikel 3`.
"""

LONGEST_TIE = 8
"""Characters of it at the most."""

_ELSEWHERE = re.compile(r"\s{1,3}(?:van|uit|der|bij)\s")
"""What tells that the article is one of something else."""


def _of_law_before(match: re.Match[str], group: list[Number], text: str) -> list[Target]:
    start = match.start()
    tied = _TIED.search(text, max(0, start - LONGEST_TIE), start)
    if not tied or _ELSEWHERE.match(text, group[-1][2]):
        return []
    law = law_before(text, tied.start()) or _act_before(text, tied.start())
    return [Target(t.paper, t.start, t.end) for t in _named(Law(law.number, 0, group[-1][2]), group)] if law else []


LONGEST_ACT = 80
"""Characters of a European act, as it is cited."""


def _act_before(text: str, at: int) -> Law | None:
    """The European act that ends right before an offset: `Richtlijn 2006/123/EG` before `, artikel 15`."""
    for pattern in CITED_ACTS:
        for act in pattern.finditer(text, max(0, at - LONGEST_ACT), at):
            if act.end() == at and (targets := european(act, text)):
                return Law(targets[0].paper, act.start(), at)
    return None


def _named(law: Law, group: list[Number]) -> list[Target]:
    """A target for each article, those between the ends of a range too; the last has the words of the law."""
    targets: list[Target] = []
    before = ""
    for item, start, end, closes in group:
        between = _between(before, item) if closes else ()
        targets += [Target(_article(law.number, one), start, start) for one in between]
        targets.append(Target(_article(law.number, item), start, end))
        before = item
    known = [target for target in targets if target.paper]
    if known:
        known[-1] = Target(known[-1].paper, known[-1].start, max(law.end, known[-1].end))
    return known


def _between(one: str, two: str) -> Iterator[str]:
    """`2.2` and `2.3` between `2.1` and `2.4`; nothing where the ends differ in more than their last number."""
    first, last = re.fullmatch(r"(.*?)(\d+)", one), re.fullmatch(r"(.*?)(\d+)", two)
    if first and last and first[1] == last[1] and int(last[2]) - int(first[2]) <= LONGEST_RANGE:
        yield from (f"{first[1]}{number}" for number in range(int(first[2]) + 1, int(last[2])))


def _article(law: str, item: str) -> str:
    """The identifier of an article; of the Burgerlijk Wetboek `7:658` tells the book, and so does `7.658`."""
    item = "".join(item.split())
    if law == BOOKS:
        book, _, number = item.replace(".", ":", 1).partition(":")
        law = data("laws")["books"]["numbers"].get(book.upper(), "")
        return article_of(law, number) if law and number else ""
    if law in _books() and ":" in item:
        item = item.partition(":")[2]
    if law in data("laws")["colons"]:
        item = item.replace(".", ":", 1)
    if law.startswith(_NUMBERED_PLAINLY):
        item = re.split("[.:]", item)[0]
    return article_of(_published(law), item)


_NUMBERED_PLAINLY = ("BWBV", "celex/", "eli/", EUROPE)
"""Treaties and European acts: what follows a stop in `artikel 42.7 VEU` is the paragraph."""


@cache
def _books() -> frozenset[str]:
    return frozenset(data("laws")["books"]["numbers"].values())


_THAT_LAW = re.compile(
    r"\s{1,3}(?:van|uit)\s(?:die|deze|dat|dit|genoemde|voornoemde)\s(?:[Ww]et|[Bb]esluit|[Vv]erdrag|[Rr]ichtlijn|[Vv]erordening)\b"
)
"""`van die wet`: the last one that was named."""

_OF_THAT_SENTENCE = re.compile(r"\s?(?:[.,;:)]|\Z)|\s(?:en|is|wordt|bepaalt|op|te|om|dat|zijn|worden|geldt|niet)\b")
"""What can follow an article of which the sentence has named the law."""

_CAPITAL = re.compile(r"(?<![\w-])[A-ZÀ-Þ](?=[\w’'-]{2,60})")

FAR = 240
"""Characters before an article in which the law is looked for that it is one of."""


def articles_of_that_law(match: re.Match[str], text: str) -> list[Target]:
    """Articles without a law of their own: of the one law that their sentence has named, or of `die wet`."""
    group = numbers_behind(match, text)
    if not group:
        return []
    law = _says_in(text, match.start())
    if law and not _ELSEWHERE.match(text, group[-1][2]):
        return _named(Law(law.number, match.start(), group[-1][2]), group)
    that = _THAT_LAW.match(text, group[-1][2])
    if not that and not _OF_THAT_SENTENCE.match(text, group[-1][2]):
        return []
    start = max(0, match.start() - FAR)
    if not that:
        start = max([start, *(end.end() for end in SENTENCE_END.finditer(text, start, match.start()))])
    laws = [law for law in _named_between(text, start, match.start()) if law.number != BOOKS]
    if not laws or (not that and len({law.number for law in laws}) > 1):
        return []
    return _named(Law(laws[-1].number, match.start(), that.end() if that else group[-1][2]), group)


_SAYS_IN = re.compile(r"\s(?:bepaalt|regelt|kent|verplicht|voorziet|verbiedt|biedt)\sin\s(?:de\s|het\s)?\Z")
"""What stands between an abbreviation and the article in which that law says something: `De Awb bepaalt in`."""

LONGEST_SAYING = 24
"""Characters of it at the most."""


def _says_in(text: str, at: int) -> Law | None:
    """The law that says something in an article that begins at an offset."""
    says = _SAYS_IN.search(text, max(0, at - LONGEST_SAYING), at)
    law = law_before(text, says.start()) if says else None
    return law if law and law.number != BOOKS else None


def _named_between(text: str, start: int, end: int) -> Iterator[Law]:
    """The laws that a stretch of text names in full."""
    at = start
    while word := _CAPITAL.search(text, at, end):
        law = law_at(text, word.start(), short=False)
        if law and law.end <= end and not is_of_elsewhere(text, law.start):
            yield law
        at = law.end if law else word.end()


def part_of_law(match: re.Match[str], text: str) -> list[Target]:
    """The law of which a chapter or the like is cited: parts are numbered in too many ways to be links themselves."""
    law = _behind(text, match.end())
    if not law or law.number == BOOKS or is_of_elsewhere(text, law.start):
        return []
    return [Target(article_of(_published(law.number), ""), match.start(), law.end)]


def whole_law(match: re.Match[str], text: str) -> list[Target]:
    """A law called by its full name, without an article."""
    law = law_at(text, match.start(), short=False)
    if not law or law.number == BOOKS or is_of_elsewhere(text, match.start()):
        return []
    return [Target(article_of(_published(law.number), ""), law.start, law.end)]


def _published(law: str) -> str:
    """A European act of the table by its whole identifier; any other law by its number."""
    return f"{EUROPE}{law.removeprefix('eli/')}/oj" if law.startswith("eli/") else law
