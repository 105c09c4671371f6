"""One sign, word or line over and over: to compare two such texts takes time in proportion, wherever they differ."""

from collections.abc import Callable

import pytest
from growth import STEEP, growth

from build_tools.compare.comparing import compare
from build_tools.compare.telling.verdict import verdict_of
from build_tools.draft import Document
from build_tools.model import Kind, Letter, Source
from build_tools.reading.letter import read_letter

PARTS = {
    "hyphens": ("a-", 6_000), "dashes": ("–", 6_000), "stops": (".", 4_000), "questions": ("?", 4_000),
    "ellipses": ("…", 4_000), "one word": ("de ", 6_000), "digits": ("1", 12_000), "numbers": ("1,5-", 6_000),
    "brackets": ("(", 12_000), "pairs of brackets": ("()", 6_000), "quotations": ("“a” ", 6_000),
    "short sentences": ("Ja. ", 4_000), "lines": ("a\n", 2_000), "hyphens at line ends": ("a-\n", 1_000),
    "paragraphs": ("a\n\n", 2_000), "items": ("- a\n", 2_000),
}  # fmt: skip

DIFFERENCES: tuple[Callable[[str], str], ...] = (
    lambda text: text + " kade",
    lambda text: text + text[: len(text) // 3],
    lambda text: "z".join(text[at : at + 96] for at in range(0, len(text), 97)),
    lambda text: text.replace("a", "b").replace(".", "!").replace("-", ""),
)
"""At the end, for a whole part more, here and there, and all along."""


def letter_of(id_: str, text: str) -> Letter:
    whole = f"Geachte voorzitter,\n\n{text}\n\nDaarmee eindigt deze brief.\n"
    return read_letter(Document(Source.of(id_, f"{id_}.txt", whole, "UTF-8", "0" * 64)))


@pytest.mark.slow
@pytest.mark.parametrize("name", PARTS)
def test_comparing_takes_time_in_proportion(name: str) -> None:
    """Four times the text takes about four times as long, not sixteen times."""
    part, longest = PARTS[name]

    def texts(size: int) -> list[tuple[Letter, Letter]]:
        text = (part * size)[:size]
        one = letter_of("a", text)
        return [(one, letter_of("b", change(text))) for change in DIFFERENCES]

    pairs = {size: texts(size) for size in (longest // 4, longest)}
    assert growth(lambda size: [verdict_of(compare(*pair)) for pair in pairs[size]], longest) < STEEP


@pytest.mark.slow
def test_tables_of_which_every_row_is_another_one_take_time_in_proportion() -> None:
    """Each row that went can be each that came."""

    def pair(size: int) -> tuple[Letter, Letter]:
        tables = [["Plaats\t2030\t2031", *(f"Kade {id_}{n}\t{n}\t{n + 7}" for n in range(size))] for id_ in "ab"]
        one, other = (letter_of(id_, "\n".join(rows)) for id_, rows in zip("ab", tables, strict=True))
        assert any(block.kind is Kind.TABLE for block in one.blocks)
        return one, other

    pairs = {size: pair(size) for size in (75, 300)}
    assert growth(lambda size: compare(*pairs[size]), 300) < STEEP
