"""How much sooner all cores make the site of many letters: `make bench`, or with a number of letters behind it.

Both ways are taken in turn, so that a busy machine slows both. Prints the seconds of each round, how many of them the
process that builds worked itself, with Pagefind, and the ratio of the middle ones; fails where the files are not the
same.
"""

import statistics
import sys
import tempfile
import time
from hashlib import sha256
from pathlib import Path
from resource import RUSAGE_CHILDREN, RUSAGE_SELF

from again import spent
from scale import lay_down

from build_tools import build as program
from build_tools.folders import Folders
from build_tools.workers.crew import ALONE
from build_tools.workers.processes import all_cores, usable_cores

LETTERS, ROUNDS = 300, 3


def main(number: int) -> int:
    ways = {"one core": lambda: ALONE, f"{usable_cores()} cores": all_cores}
    taken: dict[str, list[float]] = {way: [] for way in ways}
    made: list[dict[str, str]] = []
    with tempfile.TemporaryDirectory() as place:
        seeds = lay_down(number, Path(place))
        for n in range(ROUNDS):
            for way, crew in ways.items():
                program.all_cores = crew
                own, begin, worked = Path(place, f"{way} {n}"), time.perf_counter(), spent(RUSAGE_SELF, RUSAGE_CHILDREN)
                program.build(Folders(seeds, own / "docs", own / "site"))
                taken[way].append(time.perf_counter() - begin)
                worked = spent(RUSAGE_SELF, RUSAGE_CHILDREN) - worked
                print(f"{number:,} letters, {way}: {taken[way][-1]:.1f} s, of which this process worked {worked:.1f}")
                made.append(digests_in(own))
    alone, together = map(statistics.median, taken.values())
    print(f"all cores: {alone / together:.2f} times as fast")
    return int(any(digests != made[0] for digests in made))


def digests_in(folder: Path) -> dict[str, str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): sha256(path.read_bytes()).hexdigest() for path in files}


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if sys.argv[1:] else LETTERS))
