"""The kind of a change, by the rules of `data/change_kinds.yml`: the first rule that fits holds."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from typing import NamedTuple

from build_tools.compare.model import ChangeKind
from build_tools.data import data
from build_tools.dutch.tokens import BOUNDARY, DASHES, QUOTES, SOFT_HYPHEN, UNITS, words
from build_tools.model import Kind

_NUMBER = re.compile(r"(?:(?<![\w)])[-−–])?(?:\d{1,3}(?:[. \u00a0\u202f]\d{3})+(?!\d)|\d+)(?:[.,]\d+)*")
"""`1.234,5`, `1 234`, `2,4`, `−3`: digits with what parts thousands and decimals. A hyphen before them makes them less
than nothing, but for one behind a word or a bracket."""

REMEMBERED = 256
"""So many texts are remembered bare: all rules ask for both sides of one change, and then of the next."""

_DIGITS = re.compile(r"\d+")

_THOUSANDS = re.compile(r"(?<=\d)[. \u00a0\u202f](?=\d{3}(?!\d))")
"""What parts the thousands of a number: the point of `1.234`."""

_LABEL = re.compile(r"\(?(?:\d{1,3}[a-z]?(?:\.\d{1,3})*|[a-z]{1,2}|[ivxl]{1,6}|[IVXL]{1,6}|[A-Z])\)?[.)°:]?\s*")
_LETTER = re.compile(r"[A-Za-z]|[IVX]{1,6}")
_CLOSE = re.compile(r"[.)°:]|(?<=\d)\.\d")
"""The label of an item or heading, `3.1 `, `a)`, `(iv)`, `2°`, the letter of `Bijlage A`, and what closes a label or
parts its numbers."""

_HEADING_LABEL = re.compile(r"(?:\d{1,3}[a-z]?(?:\.\d{1,3})*|[A-Za-z]|[IVX]{1,6})(?:[.):–-]|(?=\s|$))\s*")
"""What numbers a heading: `3.1 `, and behind a word as `Bijlage` also `A: ` or `IV `."""

_UNIT = re.compile(f"[{''.join(sorted(UNITS))}]")
"""A sign that says what a number counts: `€`, `%`."""

_TEAR = re.compile(
    r"\b[^\W\daeiouyà-ÿAEIOUY_]+ (?=[a-zà-ÿ])|(?<=[a-zà-ÿ]) (?:[^\W\daeiouyà-ÿ_]+\b|[äëïöü])|(?<=[A-Za-z]) (?=\d)"
    r"|\b[A-Z] (?=[A-Z]+\b)|(?<=[A-Z]) (?=[A-Z]\b)"
)
"""A space beside letters that are no word, for want of a vowel, before a trema, between letters and a digit, or beside
one capital of an abbreviation: `UP V`."""

_ADDRESS = re.compile(r"(?:/|www\.)\S*\Z")
"""The begin of an address, up to a place in it: `www.rijk`."""

_MEANING_SIGNS = "%‰&§@#"
"""Signs that are read aloud, and so say something."""

_INITIAL_BEFORE = re.compile(r"(?:^|\W)[A-ZÀ-Þ][a-z]?\.\s*\Z")
_INITIAL_AFTER = re.compile(r"\s*[A-ZÀ-Þ]")
"""What stands around the space between initials: `J.` or `Th.`, and the capital of the next one or of the name."""


_NO_LETTER = re.compile(rf"[\W_{QUOTES}]+")
"""What is neither a letter nor a digit, and what only looks like one: the apostrophe of `fotoʼs`."""


LABELLED = frozenset({Kind.ITEM, Kind.HEADING})
"""What may begin with a label."""

STRUCTURE = "structure"
"""What a rule asks that is not about words: no change fits it."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its name, the kind it gives, and what it asks."""

    name: str
    kind: ChangeKind
    same_without: tuple[str, ...] | None
    only: str | None
    joins: bool
    says: str
    names: tuple[str, str]


class Edit(NamedTuple):
    """A change as the rules see it: both sides, what stands before it and after it, whether a line ends there, whether
    it is in a paper that both texts cite, and what it is the first word of (`references` may stand before it).
    """

    before: str
    after: str
    behind: str = ""
    ahead: str = ""
    line_end: bool = False
    cited: bool = False
    opens: Kind | None = None


@cache
def rules() -> tuple[Rule, ...]:
    """All rules, in the order in which they are tried."""
    return tuple(
        Rule(
            entry["rule"],
            ChangeKind(entry["kind"]),
            tuple(entry["same_without"]) if "same_without" in entry else None,
            entry.get("only"),
            entry.get("joins", False),
            entry["says"],
            tuple(entry["names"]),
        )
        for entry in data("change_kinds")["rules"]
    )


def rule_of(edit: Edit) -> Rule:
    """The first rule that fits; the last one fits all."""
    reworded = _bare(edit.before) != _bare(edit.after)
    return next(rule for rule, fits in _tried(reworded) if fits(edit))


@cache
def _tried(reworded: bool) -> tuple[tuple[Rule, Callable[[Edit], bool]], ...]:
    """The rules that can fit, where the letters differ or not, each with what it asks."""
    tried = (rule for rule in rules() if rule.only != STRUCTURE and not (reworded and rule.same_without))
    return tuple((rule, partial(_fits, rule) if rule.same_without else CONDITIONS[rule.only or ""]) for rule in tried)


def rule_named(name: str) -> Rule:
    """The rule with this name."""
    return next(rule for rule in rules() if rule.name == name)


def _fits(rule: Rule, edit: Edit) -> bool:
    """Whether a rule fits that leaves something aside."""
    one, other = (_without(text, rule.same_without or ()) for text in (edit.before, edit.after))
    return one == other and CONDITIONS[rule.only or ""](edit)


@lru_cache(maxsize=REMEMBERED)
def _bare(text: str) -> str:
    """The letters and digits of a text: where these differ, no rule makes both sides the same."""
    return _NO_LETTER.sub("", unicodedata.normalize("NFKC", text).lower())


def _without(text: str, classes: Iterable[str]) -> str:
    for name in classes:
        text = CLASSES[name](text)
    return text


def _dropping(characters: str) -> Callable[[str], str]:
    table = dict.fromkeys(map(ord, characters))
    return lambda text: text.translate(table)


def _no_space(text: str) -> str:
    return re.sub(r"[^\S\n]+", "", text)


def _no_signs(text: str) -> str:
    return "".join(character for character in text if character.isspace() or _speaks(character))


def _speaks(character: str) -> bool:
    """Whether a character says something: a letter, a digit, or a sign that is read aloud, like % and €."""
    return character.isalnum() or character in _MEANING_SIGNS or unicodedata.category(character) in ("Sc", "Sm", "Mn")


CLASSES: dict[str, Callable[[str], str]] = {
    "boundary": _dropping(BOUNDARY),
    "space": _no_space,
    "soft_hyphen": _dropping(SOFT_HYPHEN),
    "quotes": lambda text: text.replace(",,", "").translate(dict.fromkeys(map(ord, QUOTES))),
    "dashes": _dropping(DASHES + SOFT_HYPHEN),
    "case": str.lower,
    "form": lambda text: unicodedata.normalize("NFKC", text),
    "signs": _no_signs,
}
"""What a rule can leave aside: a name, and what makes a text free of it."""


def _numbers(text: str) -> list[str]:
    """The values and units of the numbers of a text; how their thousands are parted does not matter."""
    found = re.findall(f"{_NUMBER.pattern}|{_UNIT.pattern}", text)
    return [_THOUSANDS.sub("", number).translate(_MINUS) for number in found]


_MINUS = dict.fromkeys(map(ord, "−–"), "-")


def _numbers_differ(edit: Edit) -> bool:
    """All but the numbers and their units is the same, and there are as many of them."""
    if not _DIGITS.search(edit.before) and _bare(edit.before) != _bare(edit.after):
        return False
    one, other = (_DIGITS.sub("", _bare(text)) for text in (edit.before, edit.after))
    if one != other:
        return _in_other_units(edit)
    one, other = (_without(_UNIT.sub("€", _NUMBER.sub("0", text)), CLASSES) for text in (edit.before, edit.after))
    return one == other and _numbers(edit.before) != _numbers(edit.after)


def _in_other_units(edit: Edit) -> bool:
    """Both sides are nothing but numbers and their units, as many of them, and the numbers are written otherwise:
    `250.000` and `0,25 miljoen`, `86 miljoen euro` and `€ 680.000`. Where the unit alone is, a word is another.
    """
    units, one, other = set(data("looked_for")["units"]), edit.before.split(), edit.after.split()
    numbers = [[word for word in own if _NUMBER.fullmatch(word)] for own in (one, other)]
    bare = all(word.lower() in units or _NUMBER.fullmatch(word) for word in one + other)
    return bare and len(numbers[0]) == len(numbers[1]) and numbers[0] != numbers[1]


def refers(behind: str) -> bool:
    """Whether a number that stands behind this text names a part of a text: `zie paragraaf`."""
    last = behind.rsplit(maxsplit=1)[-1:]
    return bool(last) and last[0].strip("(").lower() in _references()


def behind_label(heading: str) -> str:
    """A heading without what only numbers it: `Overzicht` of `Bijlage 1 Overzicht`, nothing of `Bijlage 1`."""
    word, _, rest = heading.partition(" ")
    named = refers(word)
    label = _HEADING_LABEL.match(rest if named else heading)
    if label is None or not (named or heading[0].isdigit()):
        return heading
    return (rest if named else heading)[label.end() :]


@cache
def _references() -> frozenset[str]:
    return frozenset(data("change_kinds")["references"])


def _label(edit: Edit) -> bool:
    """Whether only the label of an item or heading differs: `c` before `) de haven`, `3.1` before ` Doel`."""
    sides = [side for side in (edit.before, edit.after) if side.strip()] if edit.opens in LABELLED else []
    if not sides or not all(map(_LABEL.fullmatch, sides)):
        return False
    named = refers(edit.behind)
    digits, letters = (all(map(test, map(str.strip, sides))) for test in (str.isdigit, _LETTER.fullmatch))
    bare = (digits and (edit.opens is Kind.HEADING or named)) or (letters and edit.opens is Kind.HEADING and named)
    closed = all(_CLOSE.search(side) for side in sides) or (len(sides) == 2 and _CLOSE.match(edit.ahead))
    return bare or bool(closed)


def _citation(edit: Edit) -> bool:
    """A paper that both texts cite, each in its own form."""
    return edit.cited and words(edit.before) != words(edit.after)


def _words_differ(edit: Edit) -> bool:
    """Letters that were one word are two, or the reverse. Digits parted by a space are one number."""
    one, other = ([word for word in words(text) if not word.isdigit()] for text in (edit.before, edit.after))
    return one != other


def _torn(edit: Edit) -> bool:
    """Letters that one print set apart, as no writer does: `naa r`, `CO 2`, or amid an address: `brie fadvies`."""
    one, other = (_TEAR.search(text) for text in (edit.before, edit.after))
    return (one is None) != (other is None) or _ADDRESS.search(edit.behind) is not None


def _only(own: str, other: str) -> bool:
    """Whether the one says something and the other nothing."""
    return not _says(other) and _says(own)


def _says(text: str) -> bool:
    return text.isalnum() or any(map(_speaks, text))


def _initials(edit: Edit) -> bool:
    before, after = _INITIAL_BEFORE.search(edit.behind + edit.before), _INITIAL_AFTER.match(edit.ahead)
    return before is not None and after is not None


CONDITIONS: dict[str, Callable[[Edit], bool]] = {
    "": lambda _: True,
    "boundary": lambda edit: BOUNDARY in edit.before + edit.after,
    "line_end": lambda edit: edit.line_end and not _numbers_differ(edit),
    "added": lambda edit: _only(edit.after, edit.before),
    "dropped": lambda edit: _only(edit.before, edit.after),
    "numbers_differ": _numbers_differ,
    "words_differ": _words_differ,
    "torn": _torn,
    "citation": _citation,
    "label": _label,
    "initials": _initials,
    "dash": lambda edit: any(sign in DASHES for sign in edit.before + edit.after),
}
"""What else a rule can ask."""
