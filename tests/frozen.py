"""The five letters as the tests know them: a copy of `seeds/` of 2025, which does not change when an editor adds one.

What tests say of numbers of letters, themes and citations, they say of this folder, and none reads `seeds/` itself.
"""

import shutil
from functools import cache, partial
from pathlib import Path

import yaml
from shared import made_once

from build_tools.gather import Gathered, gather
from build_tools.model import Letter

SEEDS = Path(__file__).parent / "seeds"
IDS = sorted(path.stem for path in SEEDS.glob("*.txt"))


@cache
def gathered() -> Gathered:
    """All that is in the folder, read once in a run of the tests, whichever of their processes asks first."""
    return made_once("gathered", partial(gather, SEEDS, iter))


@cache
def five_letters() -> dict[str, Letter]:
    """All of them by id."""
    assert not gathered().mistakes
    return {letter.id: letter for letter in gathered().letters}


def seeds_of(folder: Path, *ids: str) -> Path:
    """Some of them in a folder of their own, with what the catalogue states of them."""
    for id_ in ids:
        shutil.copy(SEEDS / f"{id_}.txt", folder)
    stated = yaml.safe_load((SEEDS / "catalogue.yml").read_text(encoding="utf-8"))
    (folder / "catalogue.yml").write_text(yaml.safe_dump({id_: stated[id_] for id_ in ids if id_ in stated}))
    return folder
