"""The command `quote`: whether letters say what is quoted, as lines for people and as values for programs."""

from collections.abc import Iterator
from typing import Any

import click

from build_tools import __version__
from build_tools.addresses import LETTER_PAGE, page_path
from build_tools.cache.place import memory_of
from build_tools.compare.telling.doubt_words import says
from build_tools.dutch.characters import visible
from build_tools.dutch.format import capital
from build_tools.dutch.tokens import words
from build_tools.errors import UserError
from build_tools.folders import Folders
from build_tools.gather import gather
from build_tools.model import Letter
from build_tools.papers.of_letter import day_of, kamerstuk, title
from build_tools.progress import reading
from build_tools.quotes.answer import QuoteAnswer, QuotePlace
from build_tools.quotes.quotation import Quotation, quotation
from build_tools.sources.ids import nowhere

LEAST = 2
"""So many words are a quotation."""

LONGEST = 10_000
"""Characters: what is longer is a text, and `compare` compares those."""


def quotation_in(pasted: str) -> Quotation:
    """What a user wants checked. Raises UsageError where it is too little or too much."""
    if len(pasted) > LONGEST:
        raise click.UsageError(f"a quotation has at most {LONGEST} characters; compare tells how whole texts differ")
    quoted = quotation(pasted)
    if sum(len(words(part)) for part in quoted.parts) < LEAST:
        raise click.UsageError(f"a quotation has at least {LEAST} words")
    return quoted


def all_letters(folders: Folders) -> tuple[tuple[Letter, ...], tuple[UserError, ...]]:
    """The letters that can be read, as a build remembers them; and what is to be mended in the others."""
    with memory_of(folders.docs) as memory:
        found = gather(folders.seeds, reading, nowhere, memory)
    return found.letters, found.mistakes


def quote_values(found: QuoteAnswer) -> dict[str, Any]:
    """The answer by key; `after` of a change is what the quotation has."""
    return {
        "kamerbrieven": __version__,
        "status": found.status.value,
        "places": [_place(place) for place in found.places],
    }


def _place(place: QuotePlace) -> dict[str, Any]:
    letter = place.letter
    return {
        "letter": letter.id,
        "title": title(letter),
        "date": day_of(letter),
        "kamerstuk": kamerstuk(letter),
        "anchors": list(place.anchors),
        "page": f"{LETTER_PAGE.format(page_path(letter.id))}#{place.anchors[0]}",
        "stands": list(place.stands),
        "changes": [{"kind": one.kind.value, "before": one.before, "after": one.after} for one in place.changes],
        "doubts": [{"kind": doubt.kind.value, "line": doubt.line, "says": says(doubt)} for doubt in place.doubts],
        "as_told": place.as_told,
        "apart": place.apart,
    }


def quote_lines(found: QuoteAnswer) -> Iterator[str]:
    """The answer in lines."""
    yield capital(found.status.value)
    for place in found.places:
        yield from map(visible, _lines(place))


def _lines(place: QuotePlace) -> Iterator[str]:
    letter = place.letter
    ends = place.anchors if place.apart else (place.anchors[0], place.anchors[-1])
    names = letter.place_names
    where = (", " if place.apart else " – ").join(names[anchor] for anchor in dict.fromkeys(ends))
    yield ", ".join(filter(None, (f"{letter.id}: {title(letter)}", kamerstuk(letter), day_of(letter), where)))
    if place.as_told is not None:
        yield f"  {'' if place.as_told else 'niet '}op de plaats die erbij genoemd wordt"
    if place.apart:
        yield "  de zinnen staan er niet zo achter elkaar"
    for change in place.changes:
        yield f"  {change.kind.value}: {change.before or '–'} → {change.after or '–'}"
    if place.changes or place.apart:
        yield f"  er staat: {' (…) '.join(place.stands)}"
    for doubt in place.doubts:
        yield f"  mogelijk verkeerd gelezen, regel {doubt.line}: {says(doubt)}"
