"""How well comparisons find what was planted and what was edited by hand, and nothing where only the print differs."""

import re
import sys
from functools import partial
from itertools import combinations_with_replacement

import edited
import yaml
from edited import letter

from build_tools.compare.comparing import compare
from build_tools.compare.model import SUBSTANCE
from build_tools.folders import PROJECT
from build_tools.gather import read_letters
from build_tools.model import Kind, Letter

sys.path.insert(0, str(PROJECT / "tests"))
from planted import Score, as_letter, as_paper, pair, score

PLANS = (
    ("typo",) * 6 + ("quotes",),
    ("number",) * 5 + ("sentence",) * 3,
    ("drop", "drop", "move", "move", "typo", "typo", "quotes"),
    ("typo",) * 8 + ("number",) * 6 + ("sentence",) * 4 + ("drop",) * 2 + ("move",) * 2 + ("quotes",),
    ("quotes",),
)
SEEDS = ("kst-32824-357", "kst-32824-448", "kst-32824-1")
LONGEST = 75
LEAST, LEAST_KINDS, LEAST_BY_HAND = 0.98, 0.98, 0.99
BY_HAND = PROJECT / "tests" / "cases" / "compare" / "changes.yml"
PRINTS = (
    as_letter,
    partial(as_paper, number=357),
    partial(as_paper, number=12, width=58, height=39),
    lambda text: as_letter([own.replace("“", "«").replace("”", "»").replace("fi", "ﬁ") for own in text], 64),
    lambda text: as_letter([re.sub(r"\b([A-Z])\.(?=[A-Z])", r"\1. ", own) for own in text], 97),
)


def main() -> int:
    """Print recall, precision and the part of right kinds; fail below the bars."""
    return max(planted(), by_hand(), prints(), edited.main())


def by_hand() -> int:
    """The letters with every change in them, kind by kind of edit."""
    stated = yaml.safe_load(BY_HAND.read_text(encoding="utf-8"))
    right = found = true = 0
    for case in stated:
        told = [
            [change.kind.value, change.before, change.after]
            for change in compare(letter("a", case["a"]), letter("b", case["b"])).changes
        ]
        right += sum(change in told for change in case["changes"])
        found, true = found + len(told), true + len(case["changes"])
    recall, precision = right / true, right / found
    print(
        f"comparison, {len(stated)} pairs by hand, {true} changes: recall {recall:.3f}, precision {precision:.3f} "
        f"(bar {LEAST_BY_HAND})"
    )
    return int(min(recall, precision) < LEAST_BY_HAND)


def prints() -> int:
    """One text in several prints, and each print with itself: no word changed."""
    letters = {own.id: own for own in read_letters(PROJECT / "seeds", iter)[0]}
    pairs = changed = 0
    for id_ in SEEDS:
        text = paragraphs(letters[id_])
        made = [letter("a", show(text)) for show in PRINTS]
        for one, other in combinations_with_replacement(made, 2):
            pairs += 1
            changed += sum(change.kind in SUBSTANCE for change in compare(one, other).changes)
    print(f"comparison, {pairs} pairs of prints of one text: {changed} changes in words (bar 0)")
    return int(changed > 0)


def planted() -> int:
    """The edits of `planted.py`, in one layout and in two."""
    letters = {letter.id: letter for letter in read_letters(PROJECT / "seeds", iter)[0]}
    texts = [paragraphs(letters[id_]) for id_ in SEEDS]
    failed = False
    for layout in ("one layout", "two layouts"):
        scores = [
            measured(text, plan, 10 * number + place, layout)
            for number, text in enumerate(texts)
            for place, plan in enumerate(PLANS)
        ]
        whole = Score(*(sum(column) for column in zip(*map(as_row, scores), strict=True)))
        failed |= min(whole.recall, whole.precision) < LEAST or whole.kinds < LEAST_KINDS
        print(
            f"comparison, {len(scores)} pairs in {layout}, {whole.truth} true differences: recall {whole.recall:.3f}, "
            f"precision {whole.precision:.3f} (bar {LEAST}), right kind {whole.kinds:.3f} (bar {LEAST_KINDS})"
        )
    return int(failed)


def measured(text: list[str], plan: tuple[str, ...], seed: int, layout: str) -> Score:
    made = pair(text, seed, *plan)
    b = as_letter(made.b) if layout == "one layout" else as_paper(made.b, 357)
    found = compare(letter("a", as_letter(made.a)), letter("b", b))
    return score(made.truth, found.changes)


def as_row(own: Score) -> tuple[int, ...]:
    return own.truth, own.found, own.changes, own.true, own.right


def paragraphs(own: Letter) -> list[str]:
    """The first blocks of a letter as a text that can be printed anew."""
    marks = {Kind.HEADING: "# ", Kind.ITEM: "- "}
    blocks = [block for block in own.blocks[:LONGEST] if block.kind is not Kind.SIGNATURE]
    return [marks.get(block.kind, "") + " ".join(block.text.split()) for block in blocks]


if __name__ == "__main__":
    sys.exit(main())
