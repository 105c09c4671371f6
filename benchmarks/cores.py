"""How much sooner all cores make the site of many letters: `make bench`, or with a number of letters behind it.

Each build is a process of its own, that knows nothing of one before; on one core it and Pagefind share that one. Both
ways are taken in turn, so that a busy machine slows both. Prints the seconds of each round, how many of CPU the process
that builds worked itself and how many its others and Pagefind did, and the ratio of the middle ones; fails where the
files are not the same.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from hashlib import sha256
from pathlib import Path
from resource import RUSAGE_CHILDREN, RUSAGE_SELF

from again import spent
from scale import lay_down

from build_tools.build import build
from build_tools.folders import Folders

LETTERS, ROUNDS = 300, 3


def main(number: int) -> int:
    all_of_them = sorted(os.sched_getaffinity(0))
    ways = {"one core": all_of_them[:1], f"{len(all_of_them)} cores": all_of_them}
    taken: dict[str, list[float]] = {way: [] for way in ways}
    made: list[dict[str, str]] = []
    with tempfile.TemporaryDirectory() as place:
        seeds = lay_down(number, Path(place))
        for n in range(ROUNDS):
            for way, cores in ways.items():
                own = Path(place, f"{way} {n}")
                told = built(seeds, own, cores)
                taken[way].append(told["seconds"])
                worked = f"this process {told['own']:.1f} s of CPU, others and Pagefind {told['others']:.1f}"
                print(f"{number:,} letters, {way}: {told['seconds']:.1f} s; {worked}", flush=True)
                made.append(digests_in(own))
    alone, together = map(statistics.median, taken.values())
    print(f"all cores: {alone / together:.2f} times as fast")
    return int(any(digests != made[0] for digests in made))


def built(seeds: Path, place: Path, cores: list[int]) -> dict[str, float]:
    """Build in a process of its own on some cores; what it took."""
    command = [sys.executable, __file__, str(seeds), str(place), *map(str, cores)]
    told: dict[str, float] = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)
    return told


def build_once(seeds: Path, place: Path, cores: list[int]) -> None:
    """Build on some cores; print what it took, as data."""
    os.sched_setaffinity(0, cores)
    begin = time.perf_counter()
    build(Folders(seeds, place / "docs", place / "site"))
    seconds = time.perf_counter() - begin
    print(json.dumps({"seconds": seconds, "own": spent(RUSAGE_SELF), "others": spent(RUSAGE_CHILDREN)}))


def digests_in(folder: Path) -> dict[str, str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): sha256(path.read_bytes()).hexdigest() for path in files}


if __name__ == "__main__":
    if len(sys.argv) > 2:
        build_once(Path(sys.argv[1]), Path(sys.argv[2]), [*map(int, sys.argv[3:])])
    else:
        sys.exit(main(int(sys.argv[1]) if sys.argv[1:] else LETTERS))
