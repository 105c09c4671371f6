"""What a build costs after one of before: `make bench`, or with a number of letters behind it.

A folder of letters is built five times, each by a command of its own: the first time, with nothing changed, with a word
more in the text of one letter that other letters have, with one in the text of another that none has, but that is a
part of compounds, and with a word more in the title of a third one, by which lists on other pages name it.
Prints the CPU seconds of each, those of Pagefind too, what part of the first one it is, and of the last ones the steps.
On one core, so that all time is counted here; and, as where the program is installed, with what Python
compiles of it kept.
"""

import json
import logging
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

from scale import Stages, lay_down

from build_tools.cli import main as kamerbrieven
from build_tools.progress import LOG

LETTERS = 200

KNOWN, NEW = "het", "woordelijk"
"""A word that every letter has, and one that no letter has."""

OPENING, SUBJECT = "Geachte voorzitter,\n\n", "Betreft: "
"""What stands before the text of a letter, and before its title."""


def spent(*whose: int) -> float:
    """The CPU seconds of this process so far, or of those that it started."""
    return sum(used.ru_utime + used.ru_stime for used in map(resource.getrusage, whose))


def build_once(place: Path) -> None:
    """Build what lies in a place; print what it took, as data."""
    stages = Stages()
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    LOG.addHandler(stages)
    LOG.setLevel(logging.INFO)
    LOG.setLevel = lambda _: None  # type: ignore[assignment, method-assign]  # the command hears less of its steps
    if kamerbrieven([f"--{name}={place / name}" for name in ("seeds", "docs", "site")]):
        sys.exit("the build failed")
    stages.ends()
    pagefind = spent(resource.RUSAGE_CHILDREN)
    print(json.dumps({"all": spent(resource.RUSAGE_SELF) + pagefind, "Pagefind": pagefind, **stages.spent}))


def one_more(word: str, letter: Path, behind: str = OPENING) -> None:
    """Put a word into a letter, before the first space behind some others."""
    before, found, after = letter.read_text(encoding="utf-8").partition(behind)
    first, space, rest = after.partition(" ")
    letter.write_text(f"{before}{found}{first} {word}{space}{rest}", encoding="utf-8")


def main(number: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        os.environ |= {"PYTHONPYCACHEPREFIX": str(place / "bytecode"), "PYTHONDONTWRITEBYTECODE": ""}
        (place / "one").mkdir()
        lay_down(1, place / "one")
        taken(place / "one")  # all that a build takes is compiled by now
        seeds = lay_down(number, place)
        found = {"first": taken(place), "nothing changed": taken(place)}
        known, new = ("a known word", KNOWN, number // 2, OPENING), ("a new word", NEW, number // 3, OPENING)
        for what, word, at, behind in (known, new, ("a word of a title", KNOWN, number // 4, SUBJECT)):
            one_more(word, seeds / f"brief-{at:05}.txt", behind)
            found[what] = taken(place)
    whole = found["first"]["all"]
    for what, spent_on in found.items():
        print(f"{what:34} {spent_on['all']:9.2f}   1/{whole / spent_on['all']:.1f}")
    for what, spent_on in list(found.items())[2:]:
        print(f"{what}:", *(f"  {step:32} {seconds:9.2f}" for step, seconds in spent_on.items()), sep="\n")


def taken(place: Path) -> dict[str, float]:
    run = subprocess.run([sys.executable, __file__, "-", str(place)], capture_output=True, text=True, check=True)
    found: dict[str, float] = json.loads(run.stdout.splitlines()[-1])
    return found


if __name__ == "__main__":
    if sys.argv[1:2] == ["-"]:
        build_once(Path(sys.argv[2]))
    else:
        main(int(sys.argv[1]) if sys.argv[1:] else LETTERS)
