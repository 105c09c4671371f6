"""How well comparisons and versions find what was planted."""

import sys
import tempfile
from pathlib import Path

from build_tools.build import read_letters
from build_tools.compare.comparing import compare
from build_tools.folders import PROJECT
from build_tools.model import Kind, Letter
from build_tools.reading.letter import read_letter
from build_tools.sources.readers import read

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
LEAST, LEAST_KINDS = 0.97, 0.95


def main() -> int:
    """Print recall, precision and the part of right kinds; fail below the bars."""
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
    planted = pair(text, seed, *plan)
    b = as_letter(planted.b) if layout == "one layout" else as_paper(planted.b, 357)
    found = compare(letter("a", as_letter(planted.a)), letter("b", b))
    return score(planted.truth, found.changes)


def as_row(own: Score) -> tuple[int, ...]:
    return own.truth, own.found, own.changes, own.true, own.right


def paragraphs(own: Letter) -> list[str]:
    """The first blocks of a letter as a text that can be printed anew."""
    marks = {Kind.HEADING: "# ", Kind.ITEM: "- "}
    blocks = [block for block in own.blocks[:LONGEST] if block.kind is not Kind.SIGNATURE]
    return [marks.get(block.kind, "") + " ".join(block.text.split()) for block in blocks]


def letter(name: str, text: str) -> Letter:
    with tempfile.TemporaryDirectory() as place:
        path = Path(place, f"{name}.txt")
        path.write_text(text, encoding="utf-8")
        return read_letter(read(path))


if __name__ == "__main__":
    sys.exit(main())
