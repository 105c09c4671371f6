"""How long the letters of seeds/ take, beside what MkDocs takes for them: `make bench`."""

import sys
import tempfile
import time
from pathlib import Path

from build_tools.build import build
from build_tools.folders import PROJECT, Folders

ROUNDS = 5


def main() -> int:
    """Print both times; fail when the letters take longer than MkDocs."""
    with tempfile.TemporaryDirectory() as place:
        folders = Folders(PROJECT / "seeds", Path(place, "docs"), Path(place, "site"))
        build(folders)
        letters = min(seconds(folders, with_site=False) for _ in range(ROUNDS))
        whole = min(seconds(folders, with_site=True) for _ in range(ROUNDS))
    print(f"letters to pages {letters:.2f} s, MkDocs {whole - letters:.2f} s")
    return int(letters > whole - letters)


def seconds(folders: Folders, with_site: bool) -> float:
    start = time.perf_counter()
    build(folders, with_site)
    return time.perf_counter() - start


if __name__ == "__main__":
    sys.exit(main())
