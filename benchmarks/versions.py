"""Finding versions among many letters: what is found of what was planted, and how the time grows.

Planted: letters changed a little (1%) and much (10%), letters contained in longer ones, a family of 30 versions that
each change their own part of the first, and two of 30 that each change the one before it, one of them of 80 words.
Among them letters of moulds, more than the others, and decoys: letters of several years with the same stock paragraphs,
and answers that quote their questions. All letters share a greeting, a stock sentence and a closing.
"""

import sys
import time
from itertools import combinations

from planting import Texts, Truth, moulded, of_made_moulds, other_year, quoted, star, strand
from texts import Writer

from build_tools.versions.finding import find
from build_tools.versions.index import codes_of

SIZES = (100, 200, 400, 800, 1600)
FAMILY = 30
BY_CHANCE = 2
"""So many pairs of a thousand letters of moulds may have all but one place filled in alike, and pass for versions."""

MOST_GROWTH = 2.6
"""Twice as many letters may take so many times the time of a processor (2 would be linear)."""


def main() -> int:
    """Print one line per size; fail where a pair is missed or invented, or the time grows faster."""
    failed, before = False, 0.0
    for size in SIZES:
        texts, truth = planted(size)
        start = time.process_time()
        found = find({id_: codes_of(text) for id_, text in texts.items()})
        seconds = time.process_time() - start
        pairs = {pair for family in found.families for pair in combinations(family, 2)}
        growth = f", {seconds / before:.2f} times as long as half as many" if before else ""
        failed |= not truth <= pairs or len(pairs - truth) > BY_CHANCE * size / 1000
        failed |= before > 0 and seconds / before > MOST_GROWTH
        print(
            f"versions, {len(texts):,} letters: {seconds:.1f} s{growth}; {len(pairs & truth)} of {len(truth)} pairs "
            f"found, {len(pairs - truth)} invented, {len(found.related)} related"
        )
        before = seconds
    return int(failed)


def planted(size: int) -> tuple[Texts, Truth]:
    """So many letters by id, some versions of them, and letters of moulds; the pairs that are versions."""
    writer = Writer(size)
    texts = {f"brief-{number:05}": writer.letter(1200) for number in range(size)}
    truth: Truth = set()
    for number, id_ in enumerate(list(texts)[: size // 20]):
        name = f"versie-{number:05}"
        if number % 3 == 2:
            texts[name] = f"{writer.letter(2000)} {texts[id_]} {writer.letter(2000)}"
        else:
            texts[name] = " ".join(writer.changed(texts[id_].split(" "), (0.01, 0.10)[number % 3]))
        truth.add((id_, name))
    for kind, words in ((star, 600), (strand, 600), (strand, 80)):
        family, pairs = kind(writer, f"{kind.__name__}-{words}", writer.letter(words), FAMILY, 0.03)
        texts, truth = texts | family, truth | pairs
    texts |= moulded(writer, size) | of_made_moulds(writer, size // 2, 50)
    return texts | other_year(writer, "jaar", 4) | quoted(writer, "kamer"), truth


if __name__ == "__main__":
    sys.exit(main())
