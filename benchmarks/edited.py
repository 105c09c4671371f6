"""Pairs of which each edit is known, letters that are no versions, texts beside themselves: a line and a bar each."""

import random
import re
import sys
import tempfile
from itertools import combinations
from pathlib import Path
from typing import Any

import yaml
from planting import Texts, Truth, moulded, of_made_moulds, other_year, quoted, star, strand
from texts import Writer

from build_tools.compare.comparing import compare
from build_tools.compare.model import SUBSTANCE, ChangeKind, Comparison
from build_tools.dutch.tokens import count_words
from build_tools.folders import PROJECT
from build_tools.model import Letter
from build_tools.reading.letter import read_letter
from build_tools.sources.readers import read
from build_tools.versions.finding import find
from build_tools.versions.index import codes_of

sys.path.insert(0, str(PROJECT / "tests"))
from letters import block
from letters import letter as made

EDITED = PROJECT / "benchmarks" / "edited.yml"
MOST_RUNS = 1.3
"""Changes for each sentence that was rewritten."""

SCRAP = 2
"""So many words that stayed between two changes would only confuse."""

FORM_LETTERS, FAMILY = 200, 30
ITSELF = 10_000
LONGEST = 40
"""Tokens of a random text, which stands beside itself."""

END = "¶"
"""The end of a paragraph."""

PARTS = ("de", "haven", "haven.", "is", "open.", "3", "0,4", "-0,4", "€", "***", "– –", "a.", "“ja”", "J.P.H.", END)


def main() -> int:
    """Whether a bar is not met."""
    stated = yaml.safe_load(EDITED.read_text(encoding="utf-8"))
    return max(rewritten(stated), moved(stated), kin(), itself())


def rewritten(stated: list[dict[str, Any]]) -> int:
    """Sentences of which little stayed: each is one change, and no word or two stand between."""
    pairs = [(one["text"], _edited(one["text"], one["rewritten"])) for one in stated]
    found = [compare(letter("a", a), letter("b", b)) for a, b in pairs]
    sentences = sum(len(one["rewritten"]) for one in stated)
    runs = sum(change.kind in SUBSTANCE for one in found for change in one.changes) / sentences
    scraps = sum(map(_scraps, found))
    print(
        f"comparison, {sentences} sentences rewritten: {runs:.2f} changes each (bar {MOST_RUNS}), {scraps} scraps of a "
        "word or two (bar 0)"
    )
    return int(runs > MOST_RUNS or scraps > 0)


def _edited(text: str, edits: list[tuple[str, str]]) -> str:
    for old, new in edits:
        text = text.replace(old, new)
    return text


def _scraps(comparison: Comparison) -> int:
    """Stretches of a word or two that stayed between two changes of words in one sentence."""
    kinds = {change.n: change.kind for change in comparison.changes} | {0: None}
    return sum(
        kinds[before.change] in SUBSTANCE and kinds[after.change] in SUBSTANCE and _is_scrap(piece.a)
        for row in comparison.rows
        for before, piece, after in zip(row.pieces, row.pieces[1:], row.pieces[2:], strict=False)
        if not piece.change
    )


def _is_scrap(text: str) -> bool:
    return 0 < count_words(text) <= SCRAP and not re.search(r"[.!?\n]", text)


def moved(stated: list[dict[str, Any]]) -> int:
    """Sentences that stand elsewhere: one move each, and no word changed."""
    all_ = right = 0
    for one in stated:
        for text, target in one["moved"]:
            other = one["text"].replace(text, "").replace(target, text + target)
            changes = compare(letter("a", one["text"]), letter("b", other)).changes
            found = [change for change in changes if change.kind in SUBSTANCE]
            all_ += 1
            right += [change.kind for change in found] == [ChangeKind.MOVED] and found[0].after == text.strip()
    print(f"comparison, {all_} sentences that moved: {right} told as one move and no more (bar {all_})")
    return int(right < all_)


def kin() -> int:
    """Which letters are versions: none of many form letters and decoys, all of two families."""
    writer = Writer(FAMILY)
    forms: Texts = moulded(writer, FORM_LETTERS)
    decoys = of_made_moulds(writer, FORM_LETTERS, FORM_LETTERS // 4)
    decoys |= other_year(writer, "jaar", 4) | quoted(writer, "kamer")
    families = [kind(writer, kind.__name__, writer.letter(600), FAMILY, 0.03) for kind in (star, strand)]
    whole = sum(_pairs(texts) == truth for texts, truth in families)
    invented = len(_pairs(forms)), len(_pairs(decoys))
    print(
        f"versions, {len(forms)} form letters: {invented[0]} pairs; {len(decoys)} decoys: {invented[1]} (bars 0); "
        f"{whole} of {len(families)} families of {FAMILY} whole"
    )
    return int(any(invented) or whole < len(families))


def _pairs(texts: Texts) -> Truth:
    found = find({id_: codes_of(text) for id_, text in texts.items()})
    return {pair for family in found.families for pair in combinations(family, 2)}


def itself() -> int:
    """Random texts beside themselves: nothing differs."""
    dice = random.Random(ITSELF)
    differ = 0
    for _ in range(ITSELF):
        text = " ".join(dice.choice(PARTS) for _ in range(dice.randrange(LONGEST)))
        own = made([block(n, part.strip()) for n, part in enumerate(text.split(END), start=1)])
        differ += bool(compare(own, own).changes)
    print(f"comparison, {ITSELF:,} random texts with themselves: {differ} differ (bar 0)")
    return int(differ > 0)


def letter(name: str, text: str) -> Letter:
    """A text as it is read."""
    with tempfile.TemporaryDirectory() as place:
        path = Path(place, f"{name}.txt")
        path.write_text(text, encoding="utf-8")
        return read_letter(read(path))
