"""One sign, word or passage over and over: to compare two such texts takes time in proportion, wherever they differ."""

from collections.abc import Callable

import pytest
from growth import STEEP, growth
from letters import block, letter, table

from build_tools.compare.comparing import compare
from build_tools.compare.telling.verdict import verdict_of
from build_tools.model import Kind, Letter

PARTS = {
    "hyphens": ("a-", 6_000), "dashes": ("–", 6_000), "stops": (".", 4_000), "questions": ("?", 4_000),
    "ellipses": ("…", 4_000), "one word": ("de ", 6_000), "digits": ("1", 12_000), "numbers": ("1,5-", 6_000),
    "brackets": ("(", 12_000), "pairs of brackets": ("()", 6_000), "quotations": ("“a” ", 6_000),
    "short sentences": ("Ja. ", 4_000), "paragraphs": ("a\n", 2_000), "paragraphs with a hyphen": ("a-\n", 1_000),
    "items": ("- a\n", 2_000),
}  # fmt: skip

DIFFERENCES: tuple[Callable[[str], str], ...] = (
    lambda text: text + " kade",
    lambda text: text + text[: len(text) // 3],
    lambda text: "z".join(text[at : at + 96] for at in range(0, len(text), 97)),
    lambda text: text.replace("a", "b").replace(".", "!").replace("-", ""),
)
"""At the end, for a whole part more, here and there, and all along."""


def letter_of(id_: str, text: str) -> Letter:
    """A letter of which each line is a paragraph or an item. To read it takes ten times as long as to compare it."""
    lines = ["Geachte voorzitter,", *filter(None, text.split("\n")), "Daarmee eindigt deze brief."]
    kinds = [Kind.ITEM if line.startswith("- ") else Kind.PARAGRAPH for line in lines]
    passages = enumerate(zip(lines, kinds, strict=True), 1)
    return letter([block(n, line.removeprefix("- "), kind) for n, (line, kind) in passages], id_=id_)


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
        rows = {id_: [[f"Kade {id_}{n}", f"{n}", f"{n + 7}"] for n in range(size)] for id_ in "ab"}
        one, other = (letter([table(1, [["Plaats", "2030", "2031"], *rows[id_]])], id_=id_) for id_ in "ab")
        return one, other

    pairs = {size: pair(size) for size in (75, 300)}
    assert growth(lambda size: compare(*pairs[size]), 300) < STEEP
