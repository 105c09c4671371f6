"""What a build costs after one of before: `make bench`, or with a number of letters behind it.

A folder of letters is built three times, each in a process of its own: the first time, with nothing changed, with one
word of one letter changed. Prints the CPU seconds of each, those of Pagefind too, what part of the first one it is, and
of the last one its steps. On one core, so that all time is counted here.
"""

import json
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

from scale import Stages, lay_down

from build_tools import build as program
from build_tools.folders import Folders
from build_tools.progress import LOG, reading
from build_tools.workers.crew import ALONE

LETTERS = 200


def spent() -> float:
    """The CPU seconds of this process so far, and of those that it started."""
    both = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(used.ru_utime + used.ru_stime for used in both)


def build_once(place: Path) -> None:
    """Build what lies in a place; print what it took, as data."""
    stages = Stages()
    program.all_cores = lambda: ALONE
    LOG.addHandler(stages)
    LOG.setLevel("INFO")
    program.build(Folders(place / "seeds", place / "docs", place / "site"), progress=reading, cached=True)
    stages.ends()
    print(json.dumps({"all": spent(), **stages.spent}))


def one_word(letter: Path) -> None:
    """Change one word in the middle of a letter."""
    before, space, after = letter.read_text(encoding="utf-8").partition(". ")
    letter.write_text(f"{before} woordelijk{space}{after}", encoding="utf-8")


def main(number: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        seeds = lay_down(number, place)
        first, nothing = taken(place), taken(place)
        one_word(seeds / f"brief-{number // 2:05}.txt")
        word = taken(place)
    for what, found in (("first", first), ("nothing changed", nothing), ("one word changed", word)):
        print(f"{what:34} {found['all']:9.2f}   1/{first['all'] / found['all']:.0f}")
    for step, seconds in list(word.items())[1:]:
        print(f"  {step:32} {seconds:9.2f}")


def taken(place: Path) -> dict[str, float]:
    run = subprocess.run([sys.executable, __file__, "-", str(place)], capture_output=True, text=True, check=True)
    found: dict[str, float] = json.loads(run.stdout)
    return found


if __name__ == "__main__":
    if sys.argv[1:2] == ["-"]:
        build_once(Path(sys.argv[2]))
    else:
        main(int(sys.argv[1]) if sys.argv[1:] else LETTERS)
