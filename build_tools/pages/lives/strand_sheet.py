"""What the page of returning passages says of each strand: its first words, its places in time, its picture."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from build_tools.addresses import number_in
from build_tools.compare.model import Side
from build_tools.dutch.characters import cells_apart, visible
from build_tools.dutch.format import counted
from build_tools.model import FactKey, Letter
from build_tools.pages.comparison.markup import marked, text
from build_tools.pages.lives.lines import Dot, Years, along, thread
from build_tools.pages.registers.letter_names import LetterName
from build_tools.versions.strands import Stand, Strand

REGISTER = "terugkerend"
"""The address of the page."""

FIRST_WORDS = 90
"""Characters of a strand by which the list knows it: a line of a wide page."""

PLACE, REWORDED = "stip", "stip anders"
"""The classes of a dot where the words are those of the place before it, and where they are others."""


@dataclass(frozen=True, slots=True)
class ShownStand:
    """A place of a strand: its letter, what to call the place, its words with what became of those before."""

    letter: LetterName
    anchor: str
    where: str
    words: Markup
    reworded: bool


@dataclass(frozen=True, slots=True)
class ShownStrand:
    """A strand in the list: its name on the page, its first words, how often it stands where, its picture; the day of
    its first place (ISO) and, where it never leaves its letter, that letter.
    """

    id: str
    words: str
    told: str
    line: Markup
    stands: tuple[ShownStand, ...]
    day: str | None
    within: LetterName | None


def first_words(words: str, longest: int = FIRST_WORDS) -> str:
    """The begin of a text, with an ellipsis where it goes on."""
    shown = visible(cells_apart(words)).strip()
    return shown if len(shown) <= longest else shown[:longest].rpartition(" ")[0] + " …"


def strand_names(strands: Iterable[Strand]) -> Iterator[str]:
    """What each strand is called in an address: by its first place; a further one from there has a number behind it."""
    seen = Counter[str]()
    for strand in strands:
        name = f"{strand.stands[0].letter}-{strand.stands[0].anchor}"
        seen[name] += 1
        yield name if seen[name] == 1 else f"{name}-{seen[name]}"


def shown_strands(
    strands: Sequence[Strand], letters: Sequence[Letter], names: Mapping[str, LetterName], years: Years | None
) -> list[ShownStrand]:
    """All strands as the page shows them."""
    by_id = {letter.id: letter for letter in letters}
    return [
        ShownStrand(
            name,
            "… " * strand.stands[0].cut[0] + first_words(strand.stands[0].text),
            _told(strand, names),
            thread(_dots(strand, by_id, names, years)),
            tuple(_stand(stand, names) for stand in strand.stands),
            by_id[strand.stands[0].letter].fact(FactKey.DATE),
            names[strand.letters[0]] if strand.within else None,
        )
        for strand, name in zip(strands, strand_names(strands), strict=True)
    ]


def _told(strand: Strand, names: Mapping[str, LetterName]) -> str:
    """`9 brieven, 2008–2023`; in one letter `alinea 2 en 31`."""
    if strand.within:
        first, *others = (stand.where for stand in strand.stands)
        return " en ".join([first, *(other.removeprefix("alinea ") for other in others)])
    known = [names[letter].year for letter in strand.letters if names[letter].year]
    period = "–".join(dict.fromkeys((known[0], known[-1]))) if known else ""
    return ", ".join(filter(None, (counted(len(strand.letters), "brief", "brieven"), period)))


def _dots(
    strand: Strand, letters: Mapping[str, Letter], names: Mapping[str, LetterName], years: Years | None
) -> list[Dot]:
    """The dots of a strand: by day, or within one letter from its begin to its end."""
    dots = []
    for stand in strand.stands:
        letter, kind = letters[stand.letter], REWORDED if stand.reworded else PLACE
        where, day = stand.where, letter.fact(FactKey.DATE)
        if strand.within:
            dots.append(Dot(along(number_in(stand.anchor), len(letter.blocks)), kind, where))
        elif day and years:
            dots.append(Dot(years.at(day), kind, f"{names[letter.id].short}, {where}"))
    return dots or [Dot(along(0, 1), PLACE)]


def _stand(stand: Stand, names: Mapping[str, LetterName]) -> ShownStand:
    words = Markup("".join(_words(stand)))  # noqa: S704 -- escaped there
    return ShownStand(names[stand.letter], stand.anchor, stand.where, words, stand.reworded)


def _words(stand: Stand) -> Iterator[str]:
    """The words as HTML; an ellipsis where they are cut."""
    yield "… " if stand.cut[0] else ""
    if not stand.pieces:
        yield text(stand.text)
    for piece in stand.pieces:
        if not piece.change:
            yield text(piece.b)
        else:
            yield from (marked(side, own) for side in Side if (own := piece.of(side)))
    yield " …" if stand.cut[1] else ""
