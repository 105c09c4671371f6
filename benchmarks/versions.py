"""Finding versions among many letters: what is found of what was planted, and how the time grows.

Planted: letters changed a little (1%) and much (10%), letters contained in longer ones, and a family of 30 versions.
All letters share a greeting, a stock sentence and a closing.
"""

import sys
import time
from itertools import combinations

from texts import Writer

from build_tools.compare.versions import find

SIZES = (500, 1000, 2000, 4000)
FAMILY = 30
MOST_GROWTH = 2.6
"""Twice as many letters may take so many times as long (2 would be linear; machines are noisy)."""


def main() -> int:
    """Print one line per size; fail where a pair is missed or invented, or the time grows faster."""
    failed, before = False, 0.0
    for size in SIZES:
        texts, truth = planted(size)
        start = time.perf_counter()
        found = set(find(list(texts), texts.__getitem__))
        seconds = time.perf_counter() - start
        growth = f", {seconds / before:.2f} times as long as half as many" if before else ""
        failed |= found != truth or (before > 0 and seconds / before > MOST_GROWTH)
        print(
            f"versions, {len(texts):,} letters: {seconds:.1f} s{growth}; "
            f"{len(found & truth)} of {len(truth)} pairs found, {len(found - truth)} invented"
        )
        before = seconds
    return int(failed)


def planted(size: int) -> tuple[dict[str, str], set[tuple[str, str]]]:
    """So many letters by id, and some more that are versions of them; the pairs that are versions."""
    writer = Writer(size)
    texts = {f"brief-{number:05}": writer.letter(1200) for number in range(size)}
    truth: set[tuple[str, str]] = set()
    for number, id_ in enumerate(list(texts)[: size // 20]):
        name = f"versie-{number:05}"
        if number % 3 == 2:
            texts[name] = f"{writer.letter(2000)} {texts[id_]} {writer.letter(2000)}"
        else:
            texts[name] = " ".join(writer.changed(texts[id_].split(" "), (0.01, 0.10)[number % 3]))
        truth.add((id_, name))
    last = f"brief-{size - 1:05}"
    family = [last, *(f"zus-{number:02}" for number in range(FAMILY - 1))]
    texts |= {name: " ".join(writer.changed(texts[last].split(" "), 0.02)) for name in family[1:]}
    return texts, truth | set(combinations(family, 2))


if __name__ == "__main__":
    sys.exit(main())
