"""How much sooner all cores make the pages of many letters: `make bench`, or with a number of letters behind it.

Both ways are taken in turn, so that a busy machine slows both. Prints the seconds of each round and the ratio of the
middle ones, without MkDocs and search; fails where the pages are not the same.
"""

import statistics
import sys
import tempfile
import time
from pathlib import Path

from scale import lay_down

from build_tools import build as program
from build_tools.folders import Folders
from build_tools.workers.crew import ALONE
from build_tools.workers.processes import all_cores, usable_cores

LETTERS, ROUNDS = 300, 3


def main(number: int) -> int:
    ways = {"one core": lambda: ALONE, f"{usable_cores()} cores": all_cores}
    spent: dict[str, list[float]] = {way: [] for way in ways}
    pages: list[dict[str, bytes]] = []
    with tempfile.TemporaryDirectory() as place:
        seeds = lay_down(number, Path(place))
        for n in range(ROUNDS):
            for way, crew in ways.items():
                program.all_cores = crew
                docs, begin = Path(place, f"{way} {n}"), time.perf_counter()
                program.build(Folders(seeds, docs, Path(place, "site")), with_site=False)
                spent[way].append(time.perf_counter() - begin)
                pages.append(files_in(docs))
    for way, seconds in spent.items():
        print(f"{number:,} letters, {way}:", *(f"{own:.1f}" for own in seconds), "s")
    alone, together = map(statistics.median, spent.values())
    print(f"all cores: {alone / together:.2f} times as fast")
    return int(any(made != pages[0] for made in pages))


def files_in(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if sys.argv[1:] else LETTERS))
