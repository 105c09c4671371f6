"""How each step of a build grows with the number of letters: `make bench`, or with numbers of your own behind it.

Built on one core, so that all time is counted here. Prints the CPU time of each step in seconds, the power of the
number of letters by which it grows from the last size but one to the last (1: in proportion), milliseconds a letter at
the last size, and the memory that was taken at most.
"""

import json
import logging
import math
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from planting import MONTHS, YEARS
from texts import Writer

from build_tools import build as program
from build_tools.folders import PROJECT, Folders
from build_tools.progress import LOG, reading
from build_tools.workers.crew import ALONE

SIZES = (50, 100, 200)
PARAGRAPHS, WORDS, CITATIONS = 14, 90, 4
"""A letter as ministries send it: some 1,300 words."""

DOSSIERS, LAST_PAPER = (26643, 29544, 30950, 32824), 900


class Stages(logging.Handler):
    """Adds up the CPU time of each step that a build tells of."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.spent: dict[str, float] = {}
        self._now, self._since = "beginning", time.process_time()

    def emit(self, record: logging.LogRecord) -> None:
        self.ends(record.getMessage())

    def ends(self, then: str = "") -> None:
        """The step of the moment ends, and perhaps another one begins."""
        now = time.process_time()
        self.spent[self._now] = self.spent.get(self._now, 0) + now - self._since
        self._now, self._since = then, now


def letter(writer: Writer) -> str:
    dice = writer.dice
    texts = [" ".join(writer.words(WORDS)).rstrip(".,;").capitalize() + "." for _ in range(PARAGRAPHS)]
    papers = ((dice.choice(DOSSIERS), dice.randrange(1, LAST_PAPER)) for _ in range(CITATIONS))
    texts += [f"Zie ook Kamerstuk {dossier}, nr. {number}." for dossier, number in papers]
    day = f"{dice.randrange(1, 29)} {dice.choice(MONTHS)} {dice.choice(YEARS)}"
    head = f"Den Haag, {day}\n\nBetreft: {' '.join(writer.words(6))}\n\nGeachte voorzitter,"
    return "\n\n".join([head, *texts, "De Minister van Financiën,\nJ. Jansen\n"])


def lay_down(number: int, place: Path) -> Path:
    """A folder of so many letters, with the themes and terms of the seeds."""
    writer, seeds = Writer(number), place / "seeds"
    seeds.mkdir()
    for name in ("themes.yml", "begrippen.yml"):
        (seeds / name).write_bytes((PROJECT / "seeds" / name).read_bytes())
    for n in range(number):
        (seeds / f"brief-{n:05}.txt").write_text(letter(writer), encoding="utf-8")
    return seeds


def measure(number: int) -> None:
    """Build a site of so many letters; print what it took, as data."""
    with tempfile.TemporaryDirectory() as place:
        seeds = lay_down(number, Path(place))
        stages = Stages()
        program.all_cores = lambda: ALONE
        LOG.addHandler(stages)
        LOG.setLevel(logging.INFO)
        program.build(Folders(seeds, Path(place, "docs"), Path(place, "site")), progress=reading)
        stages.ends()
        largest = max(path.stat().st_size for path in Path(place, "site").rglob("*.html"))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(json.dumps({"seconds": stages.spent, "memory": memory, "largest": largest}))


def main(sizes: list[int]) -> None:
    """Each size in a process of its own, so that none finds anything ready."""
    found = {}
    for size in sizes:
        run = subprocess.run([sys.executable, __file__, "-", str(size)], capture_output=True, text=True, check=True)
        found[size] = json.loads(run.stdout)
    print(f"{'step':34}", *(f"{size:>9,}" for size in sizes), "   grows  ms a letter")
    for step in found[sizes[-1]]["seconds"]:
        row(step, [found[size]["seconds"].get(step, 0) for size in sizes], sizes)
    row("all", [sum(found[size]["seconds"].values()) for size in sizes], sizes)
    print(f"{'MB of memory':34}", *(f"{found[size]['memory']:9,}" for size in sizes))
    print(f"{'kB of the largest page':34}", *(f"{found[size]['largest'] // 1000:9,}" for size in sizes))


def row(step: str, seconds: list[float], sizes: list[int]) -> None:
    rising = len(sizes) > 1 and min(seconds[-2:]) > 0
    power = math.log(seconds[-1] / seconds[-2]) / math.log(sizes[-1] / sizes[-2]) if rising else 0
    print(f"{step:34}", *(f"{value:9.2f}" for value in seconds), f"{power:8.2f} {1000 * seconds[-1] / sizes[-1]:12.1f}")


if __name__ == "__main__":
    if sys.argv[1:2] == ["-"]:
        measure(int(sys.argv[2]))
    else:
        main([int(size) for size in sys.argv[1:]] or list(SIZES))
