"""Headings: by their style, and where a file has none for them, by their type: a short line that is wholly bold,
italic or underlined, does not end as a sentence, and has text below it.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from build_tools.data import data
from build_tools.model import DEEPEST_HEADING, HIGHEST_HEADING
from build_tools.sources.readers.office.standing import Standing, joined, lines_of
from build_tools.sources.readers.office.styles import heading_level, role_of
from build_tools.sources.readers.office.written import Paragraph

LONGEST, LONGEST_STYLED = 150, 300
"""Characters of a heading that has no style, and of one that has: what is longer is a paragraph, numbered or bold."""
LONGEST_QUESTION = 14
"""Words of a question that can be a heading."""
LONGEST_INTRODUCTION = 5
"""Words before a colon that can be a heading: more introduce what follows."""
ASKED = re.compile(r"(?:Vra(?:ag|gen)|Antwoord(?:en)?)\b.{0,40}", re.IGNORECASE)
"""The heading of a question or an answer: what stands below it is its text, however short."""
QUESTION_NUMBERS = re.compile(r"\d{1,2}(?:(?:, | en | t/m )\d{1,2})*")
"""`1, 2 en 3`: below `Antwoord` it heads the answer to these questions."""
NO_HEADING = re.compile(r"[(–—•*·-]|(?:Figuur|Tabel|Grafiek|Diagram|Afbeelding|Kaart|Foto|Bron)\b[ :]")
"""A remark in brackets, an item with its sign typed, a caption."""
LETTERED = re.compile(r"\(?[a-z][.)]\s+(?=\W{0,2}[A-ZÀ-Þ])")
"""`a) Titel voorstel`: the letter, typed, of a heading or of an item in a list."""
ADDRESS = re.compile(r"https?://|www\.")
CLOSING_SIGNS = "”’»\"')"
"""What can stand behind the stop of a sentence."""
Type = tuple[bool, bool, bool]
PLAIN: Type = (False, False, False)


def with_headings(found: Sequence[Standing]) -> list[Standing]:
    """The paragraphs with the level of each that is a heading."""
    apart = [part for one in found for part in heading_apart(one)]
    styled = shifted([replace(one, heading=level_by_style(one, at)) for at, one in enumerate(apart)])
    return by_type(styled)


def level_by_style(one: Standing, at: int) -> int:
    """The level that a style gives; what is called a title further on in a text is a heading in it."""
    if not one.runs_on or len(one.text) > LONGEST_STYLED or not one.text:
        return 0
    level = heading_level(one.paragraph)
    return HIGHEST_HEADING if level == 1 and at else level


def shifted(found: Sequence[Standing]) -> list[Standing]:
    """The highest headings below the title have level 2, whichever style was used for them."""
    highest = min((one.heading for one in found if one.heading > 1), default=HIGHEST_HEADING)
    return [replace(one, heading=one.heading - highest + HIGHEST_HEADING) if one.heading > 1 else one for one in found]


def by_type(found: Sequence[Standing]) -> list[Standing]:
    """Headings that only their type shows; each type has a level, in the order in which they are first met."""
    usual = usual_type(found)
    ranks: dict[Type, int] = {}
    told: list[Standing] = []
    above = 1
    for at, one in enumerate(found):
        above = one.heading or above
        if one.heading or not is_heading(found, at, usual):
            told.append(one)
            continue
        rank = ranks.setdefault(type_of(one.paragraph), len(ranks) + 1)
        told.append(replace(one, heading=min(above + rank, DEEPEST_HEADING), sure=False))
    return told


def usual_type(found: Sequence[Standing]) -> Type:
    """The type of most of the running text."""
    sizes: dict[Type, int] = {}
    for one in found:
        if one.runs_on:
            sizes[type_of(one.paragraph)] = sizes.get(type_of(one.paragraph), 0) + len(one.text)
    return max(sizes, key=lambda kind: sizes[kind], default=PLAIN)


def type_of(paragraph: Paragraph) -> Type:
    """The type that all letters of a paragraph share; plain where they share none."""
    types = {run.type for run in paragraph.runs if not run.note and any(map(str.isalnum, run.text))}
    if not types:
        return PLAIN
    bold, italic, underlined = (all(marked) for marked in zip(*types, strict=True))
    return bold, italic, underlined


def is_heading(found: Sequence[Standing], at: int, usual: Type) -> bool:
    """Whether a paragraph is a heading by its type and by what follows it."""
    one = found[at]
    kind = type_of(one.paragraph)
    if kind in (PLAIN, usual) or not one.runs_on or (one.paragraph.label and one.paragraph.label.is_sign):
        return False
    if role_of(one.paragraph) in ("contents", "signature", "caption") or not is_short(one.text):
        return False
    return ends_as_heading(one.text, is_asked(found, at)) and is_followed(found, at) and not is_listed(found, at)


def is_listed(found: Sequence[Standing], at: int) -> bool:
    """Whether a paragraph with a letter is an item of a list: one beside it has its type and a letter too."""
    kind = type_of(found[at].paragraph)

    def alike(other: Standing) -> bool:
        return LETTERED.match(other.text) is not None and type_of(other.paragraph) == kind

    return alike(found[at]) and any(map(alike, [*found[max(at - 1, 0) : at], *found[at + 1 : at + 2]]))


def is_asked(found: Sequence[Standing], at: int) -> bool:
    """Whether a paragraph stands below `Vraag 3`."""
    return at > 0 and ASKED.fullmatch(found[at - 1].text) is not None


def is_short(text: str) -> bool:
    """Whether a text can be a heading by its length and its first letter; a remark in brackets is none."""
    first = next((letter for letter in unlettered(text) if letter.isalnum()), "")
    salutes = text.lower().startswith((*data("dutch")["salutation"], *data("dutch")["closing"]))
    opens = first.isupper() or first.isdigit()
    return len(text) <= LONGEST and opens and not NO_HEADING.match(text) and not salutes


def unlettered(text: str) -> str:
    """A text without the letter before it."""
    opening = LETTERED.match(text)
    return text[opening.end() :] if opening else text


def ends_as_heading(text: str, asked: bool) -> bool:
    """Whether a text ends as headings do; what stands below a question or an answer is its text."""
    if asked and not ASKED.fullmatch(text) and not QUESTION_NUMBERS.fullmatch(text.removesuffix(".")):
        return False
    if text.endswith("?"):
        return len(text.split()) <= LONGEST_QUESTION
    if text.endswith(":"):
        return len(text.split()) <= LONGEST_INTRODUCTION
    return not text.rstrip(CLOSING_SIGNS).endswith((".", "!", ";", ",", "-", "–")) or is_numbered(text)


def is_numbered(text: str) -> bool:
    """`1.`, `1, 2 en 3.`, `Antwoord.`: a heading that is no more than its number, or than what it heads."""
    alone = re.fullmatch(r"(?:\w{1,9} )?\d+(?:\.\d+)*\.|Antwoord\.", text)
    return alone is not None or QUESTION_NUMBERS.fullmatch(text.removesuffix(".")) is not None


def is_followed(found: Sequence[Standing], at: int) -> bool:
    """Whether text follows that can stand below a heading: it does not go on in a small letter, but for an address."""
    after = found[at + 1] if at + 1 < len(found) else None
    if after is None or after.left_out is not None:
        return False
    return not after.runs_on or ADDRESS.match(after.text) is not None or not unlettered(after.text)[:1].islower()


def heading_apart(one: Standing) -> list[Standing]:
    """A paragraph, in two where its first line is a heading and a line break parts it from its text."""
    lines = lines_of(one.paragraph.runs)
    if not one.runs_on or len(lines) < 2 or not any(run.text.strip() for run in lines[0]):
        return [one]
    first, rest = Paragraph(lines[0]), Paragraph(joined(lines[1:]))
    text = " ".join(first.text.split())
    titled = type_of(first) not in (PLAIN, type_of(rest)) or ASKED.fullmatch(text) is not None
    if not titled or not is_short(text) or not ends_as_heading(text, False) or not rest.text.strip():
        return [one]
    below = replace(one.paragraph, runs=rest.runs, label=None, outline=0)
    return [replace(one, paragraph=replace(one.paragraph, runs=lines[0])), replace(one, paragraph=below, apart=False)]
