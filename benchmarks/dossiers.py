"""What a site for each dossier takes: `dossiers.py 100 300`, each number of letters in a process of its own.

Letters of 1,300 words, thirty to a dossier, each with a number in it, which cite each other. Built on one core, so that
all time is counted here. Prints CPU seconds of the program and, apart, of Pagefind, the memory that was taken at most,
the files and bytes of the site, those in front of the dossiers alone, and what the search page in front asks for before
its first answer.
"""

import json
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

import yaml
from scale import letter
from texts import Writer

from build_tools import build as program
from build_tools.dossiers.arrange import per_dossier
from build_tools.folders import PROJECT, Folders
from build_tools.workers.crew import ALONE

IN_A_DOSSIER, FIRST = 30, 30_000
ASKED = ("zeven.json", "woordvormen.json", "keuzes.json", "pagefind.js", "pagefind-worker.js", "wasm.unknown.pagefind")
FOR_THE_FIRST_ANSWER = ("pagefind-entry.json", "*.pf_meta")


def lay_down(number: int, place: Path) -> Path:
    """A folder of so many letters; the catalogue states the dossier and number of each."""
    writer, seeds = Writer(number), place / "seeds"
    seeds.mkdir()
    for name in ("themes.yml", "begrippen.yml"):
        (seeds / name).write_bytes((PROJECT / "seeds" / name).read_bytes())
    stated = {}
    for n in range(number):
        dossier, item = FIRST + n // IN_A_DOSSIER, n % IN_A_DOSSIER + 1
        text = letter(writer)
        cited = writer.dice.randrange(number)
        text += f"\n\nZie Kamerstuk {FIRST + cited // IN_A_DOSSIER}, nr. {cited % IN_A_DOSSIER + 1}.\n"
        (seeds / f"kst-{dossier}-{item}.txt").write_text(text, encoding="utf-8")
        facts = {"dossier": f"{dossier}", "ondernummer": f"{item}"}
        known = {key: {"value": value, "source": "made"} for key, value in facts.items()}
        stated[f"kst-{dossier}-{item}"] = {"facts": known}
    (seeds / "catalogue.yml").write_text(yaml.safe_dump(stated), encoding="utf-8")
    return seeds


def measure(number: int) -> None:
    """Build sites of so many letters; print what it took, as data."""
    program.all_cores = lambda: ALONE
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        folders = Folders(lay_down(number, place), place / "docs", place / "site", place / "mkdocs.yml")
        program.build(folders, cached=True, arranging=per_dossier)
        own, others = (resource.getrusage(whose) for whose in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
        site, dossiers = folders.site, [path for path in folders.site.iterdir() if path.name.startswith("3")]
        files = [path for path in site.rglob("*") if path.is_file()]
        in_front = [path for path in files if path.relative_to(site).parts[0] not in {one.name for one in dossiers}]
        asked = [site / "pagefind" / name for name in ASKED]
        asked += [
            path for one in (site, *dossiers) for form in FOR_THE_FIRST_ANSWER for path in one.glob(f"pagefind/{form}")
        ]
        told = {
            "seconds": own.ru_utime + own.ru_stime,
            "of Pagefind": others.ru_utime + others.ru_stime,
            "memory": own.ru_maxrss // 1024,
            "dossiers": len(dossiers),
            "files": len(files),
            "megabytes": sum(path.stat().st_size for path in files) / 1e6,
            "files in front": len(in_front),
            "megabytes in front": sum(path.stat().st_size for path in in_front) / 1e6,
            "search asks for": len(asked),
            "kilobytes of search": sum(path.stat().st_size for path in asked) / 1e3,
            "largest page": max(path.stat().st_size for path in site.rglob("*.html")) / 1e3,
            "store": (place / ".kamerbrieven/store.sqlite").stat().st_size / 1e6,
        }
    print(json.dumps(told))


def main(sizes: list[int]) -> None:
    found = {}
    for size in sizes:
        run = subprocess.run([sys.executable, __file__, "-", str(size)], capture_output=True, text=True, check=True)
        found[size] = json.loads(run.stdout.splitlines()[-1])
    print(f"{'letters':22}", *(f"{size:>11,}" for size in sizes))
    for what in found[sizes[0]]:
        print(f"{what:22}", *(f"{found[size][what]:11,.1f}" for size in sizes))


if __name__ == "__main__":
    if sys.argv[1:2] == ["-"]:
        measure(int(sys.argv[2]))
    else:
        main([int(size) for size in sys.argv[1:]] or [60, 120])
