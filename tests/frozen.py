"""The five letters as the tests know them: a copy of `seeds/` of 2025, which does not change when an editor adds one.

What tests say of numbers of letters, themes and citations, they say of this folder, and none reads `seeds/` itself.
"""

from functools import cache
from pathlib import Path

from build_tools.build import read_letters
from build_tools.model import Letter

SEEDS = Path(__file__).parent / "seeds"
IDS = sorted(path.stem for path in SEEDS.glob("*.txt"))


@cache
def five_letters() -> dict[str, Letter]:
    """All of them, read once, by id."""
    return {letter.id: letter for letter in read_letters(SEEDS, iter)[0]}
