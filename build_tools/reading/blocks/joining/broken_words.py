"""A hyphen at a line's end: it broke a word, belongs to one, or hangs. `RULES` has the evidence, strongest first."""

import re
from collections.abc import Callable

from build_tools.data import data
from build_tools.dutch.line_end_hyphens import SECOND_WORD, Joint, LineEndHyphen, Vocabulary
from build_tools.dutch.word_list import (
    SHORTEST_PART,
    closes_with_hyphen,
    compounds,
    is_adjective,
    known,
    often,
    opens_with_hyphen,
    pairs_with_hyphen,
)

SURELY_WHOLE = 6
"""Letters that two halves have more than together when a word without a hyphen proves that they are one: short ones
(`op-` / `en`) are words of their own as well."""

ABBREVIATED = 2
"""Capitals that make a word an abbreviation, which keeps its hyphen: `PvdA-`, `WIA-`."""

SHORT_BEGINNING = 2
"""Letters of a beginning that is no syllable unless a prefix: a typesetter leaves more of a word (`Va-` / `schip`)."""

CARRIED_OVER = 3
"""Letters that a typesetter carries over at the least: a known word of fewer is one of its own (`check-` / `in`)."""

LONG_WORD = 5
"""Letters of a common word that is hardly the rest of a broken name: `Schuttevaer-` / `afdeling`, not `ten`."""

SHORTEST_WORD = 3
"""Letters of a part of a compound that is a first part as a whole: `walstroom`."""

CHAIN = re.compile(r"\w+-\w")
"""A word that goes on with another hyphen: `to-face`, `het-zelf`."""

NAME_CHAIN = re.compile(r"[a-zà-ÿ]+-[A-ZÀ-Þ]")
"""The end of a name before another one: `sen-Wapenveld`."""

STANDARD = re.compile(r"[A-Z]+(?:[ -][A-Z]+)*[ -]\d")
"""`EN 1176`, `EN-ISO 9001`: capitals and a number."""

SECOND_NAME = re.compile(r"(?:[a-zà-ÿ’']+ ){1,3}[A-ZÀ-Þ]")
"""`van Rhijn`, `van der Meer`: the small words of a name, and the name."""

NAME_AMID = re.compile(r"[a-zà-ÿ,] [A-ZÀ-Þ][a-zà-ÿ]+-$")
"""`voor de Dieren-`: a word with a capital within a sentence."""

CAPITALS = re.compile(r"\b[A-Z]{2,}-$")
"""A short form in capitals alone: `AKI-`."""

WORDS_BEFORE = re.compile(r"(\w+) \w+-$")
"""`beide partij-`: the word before a broken one."""

PLURALS = ("en", "s")
"""How plurals end."""

VOWEL = re.compile(r"[aeiouyàáâäèéêëìíîïòóôöùúûü]")
"""What each syllable has."""


Rule = Callable[[LineEndHyphen, Vocabulary], Joint | None]
"""What one kind of evidence says; None where it says nothing."""


def joined_elsewhere(at: LineEndHyphen, words: Vocabulary) -> Joint | None:
    """The letter has the whole word without a hyphen: `samen-` / `leving`, and elsewhere `samenleving`. That it has
    `individuen` says nothing of `individu-` / `en groepsniveau`, but it does of `individu-` / `en die`."""
    whole = at.tail + at.second
    names = (word.strip(",.;:)") for word in at.after.split(maxsplit=2)[1:2])
    hung = at.second == "en" and any(word.isalpha() and word not in small_words() for word in names)
    return Joint.WORD if len(whole) > SURELY_WHOLE and whole in words.plain and not hung else None


def small_words() -> frozenset[str]:
    """Words that name nothing."""
    return frozenset((*data("dutch")["sentence_words"], *data("dutch")["never_last"]))


def linked(at: LineEndHyphen, _: Vocabulary) -> Joint | None:
    """A row of words with a small one between hyphens: `mond-` / `en-klauwzeer`."""
    small = at.second in data("dutch")["after_hanging_hyphen"]
    return Joint.CLOSE if small and CHAIN.match(at.after) else None


def many_of_them(at: LineEndHyphen, _: Vocabulary) -> Joint | None:
    """Words that have a plural behind them show that `en` is its ending: `beide partij-` / `en overeenstemming`; not
    where another plural follows, before which the word can hang: `alle partij-` / `en vakbondsbesturen`. Before a small
    word no word hangs: `partij-` / `en en gemeenten`. Of made words the last part has a plural: `voedsel-` / `en de` is
    no `voed` and `selen`."""
    behind = at.after.split(maxsplit=2)[1:2] if at.second == "en" else []
    known_whole = at.listed_whole or any(known(at.tail[max(way, default=0) :]) for way in compounds(at.whole))
    if not behind or not (known_whole and len(at.whole) > SURELY_WHOLE):
        return None
    before = WORDS_BEFORE.search(at.before)
    counted = before is not None and before[1].lower() in data("dutch")["before_plurals"]
    small = behind[0] in small_words() or behind[0] in data("dutch")["after_hanging_hyphen"]
    return Joint.WORD if small or (counted and not behind[0].rstrip(",.;:)").endswith(PLURALS)) else None


def hangs(at: LineEndHyphen, words: Vocabulary) -> Joint | None:
    """The rest of the word comes later: `huwelijks-` / `en gezinsmigratie`; not of `zo-` / `als`, which is one word, or
    in the name of a standard: `NEN-` / `EN 1176`."""
    if STANDARD.match(at.after):
        return None
    if words.breaks_words and not at.spaced and at.second != "en" and at.listed_whole:
        return None
    return Joint.SPACE if at.spaced or at.second in data("dutch")["after_hanging_hyphen"] else None


def hangs_behind_capitals(at: LineEndHyphen, _: Vocabulary) -> Joint | None:
    """Behind capitals more words show that it hangs: `van AKI-` / `naar AHOB-installaties`; `eige-` / `naar` is one."""
    capitals = CAPITALS.search(at.before) is not None
    return Joint.SPACE if capitals and at.second in data("dutch")["after_hanging_capitals"] else None


def broken_capitals(at: LineEndHyphen, _: Vocabulary) -> Joint | None:
    """A known word in capitals, as roles have them: `KONINKRIJKSRELA-` / `TIES`; not `WOON-` / `WERKVERKEER`."""
    capitals = CAPITALS.search(at.before) is not None and at.after[: len(at.word)].isupper()
    return Joint.WORD if capitals and at.listed_whole and not (at.listed_with_hyphen or known(at.tail)) else None


def capital_inside(at: LineEndHyphen, words: Vocabulary) -> Joint | None:
    """A name that has a capital where the line ends: `Groen-` / `Links`."""
    word = SECOND_WORD.match(at.after)
    name = last_letters(at) + word[0] if word else ""
    return Joint.WORD if words.breaks_words and name in data("dutch")["capital_inside"] else None


def name_goes_on(at: LineEndHyphen, _: Vocabulary) -> Joint | None:
    """The second of two names, which begins in a small word: `mevrouw Van den Bosch-` / `van Rhijn`; not what both make
    a word of: `de Minis-` / `ter van Defensie`."""
    named = last_letters(at)[:1].isupper() and at.word in data("dutch")["within_names"] and not at.listed_whole
    return Joint.CLOSE if named and SECOND_NAME.match(at.after) else None


def behind_name(at: LineEndHyphen, _: Vocabulary) -> Joint | None:
    """What belongs to somebody whose name stands before it: `de Partij voor de Dieren-` / `fractie`. A sentence goes on
    there, as at its begin any word has a capital."""
    named = NAME_AMID.search(at.before) is not None and at.word in data("dutch")["behind_names"]
    return Joint.CLOSE if named and not at.listed_whole else None


def last_letters(at: LineEndHyphen) -> str:
    """The letters and digits before the hyphen, as they are printed."""
    tail = re.search(r"(\w+)[^\w]*-$", at.before)
    return tail[1] if tail else ""


def capital_or_digit(at: LineEndHyphen, _: Vocabulary) -> Joint | None:
    """No such word is broken there: `Noord-` / `Holland`, `24-` / `uurs`, `PvdA-` / `fractie`, `hbs-` / `diploma`. The
    two letters of `IJs-` / `sel` are one capital.
    """
    letters = re.sub("^IJ", "Ij", last_letters(at))
    capitals = len(letters) == 1 or sum(map(str.isupper, letters)) >= ABBREVIATED
    keeps = not letters[-1:].isalpha() or letters[-1:].isupper() or capitals or not VOWEL.search(letters.lower())
    return Joint.CLOSE if keeps or not at.after[0].islower() else None


def hyphen_elsewhere(at: LineEndHyphen, words: Vocabulary) -> Joint | None:
    """The letter has the word with a hyphen elsewhere."""
    both = {f"{at.first}-{at.second}", f"{at.tail}-{at.second}"}
    return Joint.CLOSE if both & words.hyphenated else None


def short_word_elsewhere(at: LineEndHyphen, words: Vocabulary) -> Joint | None:
    """The letter has the whole word, a short one."""
    return Joint.WORD if at.tail + at.second in words.plain else None


def ij_before_i(at: LineEndHyphen, _: Vocabulary) -> Joint | None:
    """No word has `iji` inside: `zij-` / `instromers`. Lists have it by mistake."""
    return Joint.CLOSE if at.tail.endswith("ij") and at.word.startswith("i") else None


def listed(at: LineEndHyphen, words: Vocabulary) -> Joint | None:
    """The list of Dutch words has it: `woon-werkverkeer` with a hyphen, `infrastructuur` without."""
    if at.listed_with_hyphen:
        return Joint.CLOSE
    return Joint.WORD if at.listed_whole and words.breaks_words else None


def compound_of_listed(at: LineEndHyphen, words: Vocabulary) -> Joint | None:
    """Known words make up the whole, and the line ended within one of them: `lijkver-` / `brandingen`."""
    ways = compounds(at.whole) if words.breaks_words else []
    within = [len(way) for way in ways if len(at.tail) not in way]
    between = [len(way) for way in ways if len(at.tail) in way]
    return Joint.WORD if within and (not between or min(within) < min(between)) else None


def initialism(at: LineEndHyphen, _: Vocabulary) -> Joint | None:
    """A short form that is said letter by letter: `cao-` / `partijen`, `zorg-` / `ict`."""
    return Joint.CLOSE if {at.tail, at.word} & set(data("dutch")["initialisms"]) else None


def habit_of_listed(at: LineEndHyphen, _: Vocabulary) -> Joint | None:
    """Most listed words that begin or end so have a hyphen there: `niet-` / `deelbaar`, `inspecteurs-` / `generaal`."""
    habit = opens_with_hyphen(at.tail) or closes_with_hyphen(at.word) or pairs_with_hyphen(at.tail, at.word)
    return Joint.CLOSE if habit else None


def prefix(at: LineEndHyphen, _: Vocabulary) -> Joint | None:
    """A first part that keeps its hyphen: `oud-` / `raadslid`."""
    return Joint.CLOSE if at.tail in data("dutch")["hyphenated_prefixes"] else None


def vowels_clash(at: LineEndHyphen, _: Vocabulary) -> Joint | None:
    """Two vowels that would be read as one sound: `demo-` / `opstelling`."""
    return Joint.CLOSE if at.tail[-1:] + at.word[:1] in data("dutch")["clashing_vowels"] else None


def coupled(at: LineEndHyphen, _: Vocabulary) -> Joint | None:
    """Two things that stand side by side before a third: `warmte-` / `koudeopslag`."""
    seconds = data("dutch")["coupled"].get(at.tail, ())
    return Joint.CLOSE if at.word.startswith(tuple(seconds)) else None


def two_adjectives(at: LineEndHyphen, _: Vocabulary) -> Joint | None:
    """An adjective before another that letters mostly write apart, though the list has them in one as well:
    `sociaal-` / `economische`; nouns end so too, which do not bend as it does: `materiaal-` / `technische`."""
    return Joint.CLOSE if is_adjective(at.tail) and is_adjective(at.word) and at.whole not in often() else None


def adjective(at: LineEndHyphen, _: Vocabulary) -> Joint | None:
    """An adjective before another: `juridisch-` / `bestuurlijke`."""
    endings = tuple(data("dutch")["adjective_endings"])
    return Joint.CLOSE if at.tail.endswith(endings) and known(at.tail) and known(at.word) else None


def double_name(at: LineEndHyphen, words: Vocabulary) -> Joint | None:
    """The first of two names with a hyphen between them, broken within itself: `Vees-` / `sen-Wapenveld`."""
    name = at.before[-len(at.tail) - 1 :][:1].isupper() and NAME_CHAIN.match(at.after)
    return Joint.WORD if name and words.breaks_words and at.word not in data("dutch")["small_words"] else None


def chain(at: LineEndHyphen, _: Vocabulary) -> Joint | None:
    """A row of words with hyphens: `doe-` / `het-zelf`."""
    return Joint.CLOSE if CHAIN.match(at.after) and known(at.tail) else None


def too_short_to_break(at: LineEndHyphen, _: Vocabulary) -> Joint | None:
    """Less of a word than typesetters leave or carry over: `au-` / `pairs`, `check-` / `in`."""
    leaves = len(at.tail) <= SHORT_BEGINNING and at.tail not in data("dutch")["short_beginnings"]
    carries = len(at.word) < CARRIED_OVER and known(at.tail)
    return Joint.CLOSE if (leaves or carries) and known(at.word) else None


def name_before_word(at: LineEndHyphen, _: Vocabulary) -> Joint | None:
    """A name or another word that no list has, before one that is whole and often used: `Schuttevaer-` / `afdeling`;
    the rest of a name can be a rare one, `Duivest-` / `einder`."""
    own = at.tail.removesuffix("s")
    strange = not known(at.tail) and not known(own) and not compounds(own, SHORTEST_WORD)
    return Joint.CLOSE if strange and len(at.word) >= LONG_WORD and at.word in often() else None


def habit_of_letter(_: LineEndHyphen, words: Vocabulary) -> Joint | None:
    """Nothing tells: a letter that breaks words broke this one, too."""
    return Joint.WORD if words.breaks_words else Joint.CLOSE


RULES: tuple[Rule, ...] = (
    linked,
    joined_elsewhere,
    many_of_them,
    hangs,
    hangs_behind_capitals,
    broken_capitals,
    capital_inside,
    name_goes_on,
    behind_name,
    capital_or_digit,
    hyphen_elsewhere,
    short_word_elsewhere,
    ij_before_i,
    coupled,
    two_adjectives,
    listed,
    compound_of_listed,
    initialism,
    habit_of_listed,
    prefix,
    vowels_clash,
    adjective,
    double_name,
    chain,
    too_short_to_break,
    name_before_word,
    habit_of_letter,
)

OWN_HYPHEN = (coupled, initialism, habit_of_listed, prefix, vowels_clash, two_adjectives, chain, adjective)
"""The rules that speak for a hyphen in a word that can also be written without."""


def hyphen_joint(at: LineEndHyphen, words: Vocabulary) -> Joint:
    """What the first rule says that says anything; the last always does."""
    return next(joint for rule in RULES if (joint := rule(at, words)))


def surely_broken(at: LineEndHyphen) -> bool:
    """A sign that a document breaks words: the list has this one without a hyphen, or the words that it consists of and
    not what follows the hyphen (`grondwaterplan-` / `nen`), and nothing speaks for one."""
    rest = not known(at.word) and any(len(at.tail) not in way for way in compounds(at.whole))
    return (at.listed_whole or rest) and not may_have_hyphen(at)


def broken_beyond_doubt(at: LineEndHyphen) -> bool:
    """Whether a word was broken beyond doubt: it is often used, as `veiligheid`, and nothing speaks for a hyphen in it;
    a rare one can be written with one, `know-how`."""
    return at.whole in often() and not may_have_hyphen(at)


def may_be_broken(at: LineEndHyphen) -> bool:
    """Whether known words make up the whole, and nothing speaks for a hyphen between them; not of a few letters that
    may have lost the rest of their own word: `ver-` / `verloren`."""
    return len(at.tail) >= SHORTEST_PART and bool(compounds(at.whole)) and not may_have_hyphen(at)


def may_have_hyphen(at: LineEndHyphen) -> bool:
    """Whether a word can have a hyphen of its own where its line ends."""
    return at.listed_with_hyphen or any(rule(at, NOTHING_SHOWN) for rule in OWN_HYPHEN)


NOTHING_SHOWN = Vocabulary(frozenset(), frozenset(), breaks_words=False, spaced=False)
"""A document that tells nothing of its own use of hyphens."""
