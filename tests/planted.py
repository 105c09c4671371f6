"""Pairs of letters whose differences are known, because they were planted: for tests and for the measure of quality."""

import random
import re
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from build_tools.compare.model import Change, ChangeKind
from build_tools.dutch.tokens import key_of, words

WORD, ADDED, DROPPED, MOVED, SIGN = (
    ChangeKind.WORD, ChangeKind.ADDED, ChangeKind.DROPPED, ChangeKind.MOVED, ChangeKind.SIGN,
)  # fmt: skip


@dataclass(frozen=True)
class Planted:
    """One true difference."""

    kind: ChangeKind
    before: str
    after: str


@dataclass
class Pair:
    """Two versions as lists of paragraphs (headings start with `# `, items with `- `), and what differs."""

    a: list[str]
    b: list[str] = field(default_factory=list)
    truth: list[Planted] = field(default_factory=list)


def pair(paragraphs: Sequence[str], seed: int, *edits: str) -> Pair:
    """Plant edits: `typo`, `number`, `sentence`, `drop`, `move`, `quotes`; each name as often as it is given.

    Each edit takes a long paragraph of its own; when these run out, the other edits are left.
    """
    dice = random.Random(seed)
    made = Pair(list(paragraphs), list(paragraphs))
    free = [n for n, text in enumerate(paragraphs) if len(text.split()) >= 25]
    dice.shuffle(free)
    structural = [edit for edit in edits if edit in ("drop", "move")]
    inside = [edit for edit in edits if edit not in structural and edit != "quotes"]
    taken = free[: len(edits)]
    for edit, place in zip(structural, taken, strict=False):
        _restructure(edit, paragraphs[place], made, dice)
    for edit, place in zip(inside, taken[len(structural) :], strict=False):
        at = made.b.index(paragraphs[place])
        made.b[at] = EDITS[edit](made.b[at], made, dice)
    if "quotes" in edits:
        made.b = [_requoted(text, made) for text in made.b]
    return made


def _typo(text: str, made: Pair, dice: random.Random) -> str:
    long_words = list(re.finditer(r"(?<!\S)[a-z]{6,}(?=[\s.,])", text))
    match = dice.choice(long_words)
    at = dice.randrange(1, len(match[0]) - 1)
    wrong = match[0][:at] + match[0][at + 1] + match[0][at] + match[0][at + 2 :]
    if wrong == match[0]:
        wrong = match[0][:at] + match[0][at:] * 2
    made.truth.append(Planted(WORD, match[0], wrong))
    return text[: match.start()] + wrong + text[match.end() :]


def _number(text: str, made: Pair, dice: random.Random) -> str:
    spaces = [match.end() for match in re.finditer(r"[a-z] (?=[a-z])", text)]
    at = dice.choice(spaces)
    old, new = (str(number) for number in dice.sample(range(11, 4000), 2))
    place = made.a.index(text)
    made.a[place] = f"{text[:at]}{old} {text[at:]}"
    made.truth.append(Planted(WORD, old, new))
    return f"{text[:at]}{new} {text[at:]}"


def _sentence(text: str, made: Pair, dice: random.Random) -> str:
    ends = [match.end() for match in re.finditer(r"[a-z]\. (?=[A-Z])", text)] or [0]
    at = dice.choice(ends)
    one, two, three, four = (dice.choice(NOUNS) for _ in range(4))
    new = f"De {one} krijgt daarbij {two} van {three} en {four}. "
    made.truth.append(Planted(ADDED, "", new.strip()))
    return text[:at] + new + text[at:]


def _restructure(edit: str, text: str, made: Pair, dice: random.Random) -> None:
    place = made.b.index(text)
    del made.b[place]
    if edit == "drop":
        made.truth.append(Planted(DROPPED, text, ""))
        return
    targets = [n for n in range(1, len(made.b)) if abs(n - place) > 2]
    made.b.insert(dice.choice(targets), text)
    made.truth.append(Planted(MOVED, text, text))


def _requoted(text: str, made: Pair) -> str:
    for old, new in (("“", "«"), ("”", "»")):
        made.truth += [Planted(SIGN, old, new)] * text.count(old)
        text = text.replace(old, new)
    return text


EDITS = {"typo": _typo, "number": _number, "sentence": _sentence}
NOUNS = ("gemeente", "commissie", "inspectie", "monitor", "regeling", "subsidie", "evaluatie", "docent")


def as_letter(paragraphs: Sequence[str], width: int = 82) -> str:
    """As a ministry sends it: a blank line after every line, more between paragraphs."""
    lines: list[str] = []
    for text in paragraphs:
        lines += [*textwrap.wrap(_bare(text), width, break_on_hyphens=False), ""]
    return "\n\n".join(lines) + "\n"


def as_paper(paragraphs: Sequence[str], number: int, width: int = 70, height: int = 46) -> str:
    """As a printed Kamerstuk: words broken at line ends, page feet, a masthead."""
    head = ["Tweede Kamer der Staten-Generaal 2", "", "Vergaderjaar 2021–2022", "", "32 824 Integratiebeleid", "",
            f"Nr. {number} BRIEF VAN DE MINISTER VAN SOCIALE ZAKEN EN WERKGELEGENHEID", "",
            "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal", "", "Den Haag, 5 april 2022", ""]  # fmt: skip
    body = [line for text in paragraphs for line in (*_broken(_bare(text), width), "")]
    lines = [*head, *body]
    pages = [lines[start : start + height] for start in range(0, len(lines), height)]
    feet = (f"\nTweede Kamer, vergaderjaar 2021–2022, 32 824, nr. {number} {page}\n" for page in range(1, 99))
    return "\f".join("\n".join(page) + "\n" + foot for page, foot in zip(pages, feet, strict=False))


def _bare(text: str) -> str:
    return text.removeprefix("# ").replace("- ", "– ", 1) if text.startswith("- ") else text.removeprefix("# ")


def _broken(text: str, width: int) -> Iterator[str]:
    """Lines of a width, some words broken in two with a hyphen."""
    line = ""
    for word in text.split(" "):
        room = width - len(line) - 2
        plain = re.fullmatch(r"[a-z]{9,}[.,]?", word)
        if len(line) + len(word) + 1 <= width:
            line = f"{line} {word}".strip()
        elif plain and room > 4 and (at := _syllable(word, room)):
            yield f"{line} {word[:at]}-"
            line = word[at:]
        else:
            yield line
            line = word
    yield line


def _syllable(word: str, room: int) -> int:
    """A place to break a word, between two consonants that stand between vowels."""
    places = [match.start() + 2 for match in re.finditer(r"[aeiou][bdfgklmnprst][bdfgklmnprst][aeiou]", word)]
    return max((place for place in places if 3 <= place <= min(room, len(word) - 4)), default=0)


@dataclass(frozen=True)
class Score:
    """How many true differences were found, how many findings were true, and how many of these have the right kind."""

    truth: int
    found: int
    changes: int
    true: int
    right: int

    @property
    def recall(self) -> float:
        return self.found / max(1, self.truth)

    @property
    def precision(self) -> float:
        return self.true / max(1, self.changes)

    @property
    def kinds(self) -> float:
        return self.right / max(1, self.found)


def score(truth: Sequence[Planted], changes: Sequence[Change]) -> Score:
    """Findings against the truth; differences of layout alone do not count."""
    left = [change for change in changes if change.kind is not ChangeKind.LAYOUT]
    total, found, right = len(left), 0, 0
    for planted in truth:
        match = next((change for change in left if _is(planted, change)), None)
        if match:
            left.remove(match)
            found += 1
            right += match.kind is planted.kind
    return Score(len(truth), found, total, total - len(left), right)


def _is(planted: Planted, change: Change) -> bool:
    if planted.kind is SIGN:
        return (planted.before, planted.after) == (change.before, change.after)
    wanted, given = ([key_of(text) if " " not in text else words(text) for text in sides]
                     for sides in ((planted.before, planted.after), (change.before, change.after)))  # fmt: skip
    return wanted == given
