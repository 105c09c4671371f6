"""Doubts about where words begin and end: one in pieces, or several in one."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import chain

from build_tools.data import data
from build_tools.dutch.word_list import compounds, is_sentence_part, known, known_or_made, often
from build_tools.model import Doubt, DoubtKind
from build_tools.reading.doubts.addresses import ADDRESS
from build_tools.reading.doubts.evidence import NO_ADDRESS, Evidence, doubted

BROKEN = re.compile(r"\b(?P<first>[a-zà-ÿ]{3,}) (?P<rest>[b-df-hj-mp-tv-xz]|n)\b(?![.’'])(?!(?<=f) \d)(?= |$|[,;])")
"""`uit te voere n`, `behandele n`: one letter, no vowel, on its own behind a word in small letters. Before a number an
f stands for guilders: `ten hoogste f 4,5 miljoen`."""

ALONE = re.compile(r" [b-df-hj-np-tv-xz]\b")
"""What these need."""

PAIR = re.compile(r"(?P<first>[a-zà-ÿ](?<![\w’'.-].)[a-zà-ÿ]*+)(?= (?P<rest>[a-zà-ÿ]++(?:[’'][a-z]++)?+)(?![\w’'-]))")
"""Two words in small letters, each the first one of a pair: `paragra af`, `vervo erregio’s`."""

HYPHENED = re.compile(r"(?<![\w’'-])(?P<first>[a-zà-ÿ]{2,}+)-(?P<space> ?)(?P<rest>[a-zà-ÿ]{2,})(?![\w’'-])")
"""Two parts in small letters with one hyphen: `inzen-ders`, `dies- elbussen`."""

HYPHEN = re.compile(r"-(?<=[a-zà-ÿ].) ?[a-zà-ÿ]")
"""What these need."""

INITIAL = re.compile(r"[A-Z](?<![\w.].) \.[A-Z]\.")
"""`P .C.`: a space between an initial and its point."""

LONG = 11
"""Letters of a word that may be a row of others, at the least, but for a capital."""

LONG_WORD = re.compile(rf"(?<![\w’'-])[A-ZÀ-Þ]?[a-zà-ÿ]{{{LONG},}}+(?![\w’'-])")
"""A long word without a hyphen: `Hetvisplanbepaalt`."""

SMALL_WORD = re.compile(r"(?<![\w’'./@-])[a-zà-ÿ]{5,}+(?![\w’'/@-])")
"""A word in small letters that is no part of a name or an address."""

LONG_TOKEN = re.compile(rf"(?<!\S){NO_ADDRESS}[^\s/@]{{25,}}+(?![/@])")
"""What no word is, and no address: a line without its spaces can be."""

RUN_ON = re.compile(r"[.,;:\d](?<=[a-zà-ÿ]{2}.)(?:(?<!\d)[A-Za-zà-ÿ]{2}|(?<=\d)\d*[a-zà-ÿ]{2})")
"""A stop or a number with letters on either side: `waterschappenstaat.Inhetnajaar`."""

GLUED_COMMA = re.compile(r",(?<=\d,)(?:[a-z]{4,}|\()")
"""`89,miljoen`, `21.050,(incl.`: a comma with nothing behind it but a word or a bracket."""

GLUED_SENTENCES = re.compile(
    r"(?<![\w’'./@-])(?P<last>[A-ZÀ-Þ]?[a-zà-ÿ]{3,}+)[.?!](?P<first>[A-Z][a-zà-ÿ]++)(?![\w./@-])"
)
"""`in voorbereiding.Verder heb ik`: the last word of a sentence and the first one of the next."""

STOP_WITHIN = re.compile(r"[a-zà-ÿ][.?!][A-Z]")
"""What these need."""

HUNG = re.compile(r"[A-Z](?<=\b.)[A-Z]{1,5}(?:en|of) [A-Z]{2,6}-[a-z]")
"""`WIAen WW-uitkeringen`: the hyphen that hung before a small word was taken for that of a line's end."""

COMPARED = re.compile(r"(?P<base>[a-z]+end)ere?")
"""`sturender`, `dwingendere`: more than what a participle says, which no list of words has."""

SET_PHRASE = re.compile(r"(?:in|ter|ten|te)[a-z]{3,}ge[a-z]+(?:d|t|n)e?n?")
"""`inbeslaggenomen`, `tenlastegelegde`: a participle that is written in one with what belongs to it."""

VOWELS = "aeiouy"

REST = 4
"""Letters of the word behind a small one that it may have run into: `eenafstand`."""

SHORT_PART = 3
"""Letters of a part of a word by which it is none that has run into a small one: `datalek` is `data` and `lek`."""

COMMON = 50_000
"""Words of which is kept whether Dutch has them: letters say the same ones over and over."""

SPACED = re.compile(r"(?<!\S)(?:[^\W_] ){5,}+(?:[^\W_](?!\w))?")
"""A row of letters with a space behind each: `d i t j a a r`."""

SIGNS_APART = re.compile(r" . . . ")
"""What these need."""


def broken_words(evidence: Evidence) -> Iterator[Doubt]:
    """Words that a tool has parted, with a space or a hyphen. What a letter says twice with the same hyphen it means
    so, and a piece that also stands before a word with which it makes none is a word: `de Commissie mer en`."""
    kept = data("dutch")["before_a_letter"]
    kind = DoubtKind.BROKEN_WORD
    hyphened = Counter(match[0] for match in evidence.matches(HYPHENED, HYPHEN) if not match["space"])
    pairs = {pair for passage, _ in evidence.parts() for pair in PAIR.findall(passage.text)}
    pairs -= {tuple(both.split()) for both in data("dutch")["written_apart"]}
    strange = set(filter(is_strange, set(chain.from_iterable(pairs))))
    parted = {pair for pair in pairs if (not strange.isdisjoint(pair) or "".join(pair) in often()) and is_parted(*pair)}
    apart = strange & {first for first, _ in pairs - parted}
    cut_off = doubted(evidence, kind, BROKEN, lambda match: match["first"] not in kept and is_cut_off(match), ALONE)
    yield from cut_off
    parted = {(first, rest) for first, rest in parted if first not in apart}
    yield from doubted(evidence, kind, PAIR, lambda match: match.group("first", "rest") in parted) if parted else ()
    yield from doubted(evidence, kind, HYPHENED, lambda match: hyphened[match[0]] < 2 and has_false_hyphen(match))
    yield from doubted(evidence, kind, INITIAL, needs=(" .",))
    yield from doubted(evidence, kind, SPACED, needs=SIGNS_APART)


def fused_words(evidence: Evidence) -> Iterator[Doubt]:
    """Words without the spaces or the hyphen between them. What a letter says twice it means so, and a word with a
    capital amid a sentence is of a name: `het Interstedelijk Overleg`."""
    said = Counter(word for passage in evidence.letter.passages for word in SMALL_WORD.findall(passage.text.lower()))
    once = [word for word, count in said.items() if count == 1]
    rows, opened = set(filter(in_a_row, once)), set(filter(opens_with_small_word, once))
    kind = DoubtKind.WORDS_FUSED
    if rows:
        yield from doubted(evidence, kind, LONG_WORD, lambda one: one[0].lower() in rows and not is_named(one))
    yield from doubted(evidence, kind, SMALL_WORD, lambda match: match[0] in opened) if opened else ()
    yield from doubted(evidence, kind, GLUED_COMMA)
    yield from doubted(evidence, kind, GLUED_SENTENCES, parts_sentences, STOP_WITHIN)
    yield from doubted(evidence, kind, HUNG)
    yield from doubted(evidence, kind, LONG_TOKEN, runs_on, RUN_ON)


def runs_on(found: re.Match[str]) -> bool:
    """Whether a long row of signs may be several words, and has no address of a page in it."""
    return RUN_ON.search(found[0]) is not None and ADDRESS.search(found[0]) is None


def parts_sentences(found: re.Match[str]) -> bool:
    """Whether a stop without a space parts two words of Dutch, and no parts of a name."""
    return known_or_made(found["last"].lower()) and known(found["first"].lower())


def is_named(found: re.Match[str]) -> bool:
    """Whether a word has a capital though its sentence goes on there, or before a comma at the begin of a text, as
    notes name who wrote something."""
    before = found.string[max(0, found.start() - 2) : found.start()]
    amid = before[:1].isalnum() and before.endswith(" ")
    opens = not before and found.string.startswith(",", found.end())
    return found[0][0].isupper() and (amid or opens)


@lru_cache(maxsize=COMMON)
def in_a_row(word: str) -> bool:
    """Whether a long word is a row of others, and no participle with what belongs to it."""
    return len(word) >= LONG and is_sentence_part(word, _small()) and not SET_PHRASE.fullmatch(word)


@cache
def _small() -> frozenset[str]:
    """The words that stand in each sentence."""
    return frozenset(data("dutch")["small_words"]) | frozenset(data("dutch")["sentence_words"])


@cache
def capitals_inside() -> tuple[tuple[str, int], ...]:
    """Names that are written in one with a capital in them, and where that stands: `ProRail`."""
    names: list[str] = data("dutch")["capital_inside"]
    return tuple((name, at) for name in names for at, sign in enumerate(name) if at and sign.isupper())


@lru_cache(maxsize=COMMON)
def is_strange(word: str) -> bool:
    """Whether Dutch has no such word, and no words that make it up. Accents that only stress (`één`) do not count."""
    bare = "".join(sign for sign in unicodedata.normalize("NFD", word) if not unicodedata.combining(sign))
    compared = COMPARED.fullmatch(bare)
    listed = (bare.removesuffix("s"), compared["base"] if compared else bare)
    return not any(map(known_or_made, (word, bare))) and not any(map(known, listed))


def is_cut_off(found: re.Match[str]) -> bool:
    """Whether a letter on its own is the last one of the word before it; not in `tot en met d`."""
    whole = found["first"] + found["rest"]
    return is_strange(found["first"]) or known_or_made(whole)


def is_parted(first: str, rest: str) -> bool:
    """Whether two words are one in Dutch, and one of them is none by itself. Where the other is, that one consists of
    two parts: of more, short ones among them, Dutch can make up much (`verantwoordelijk`, `ewan`, `bestuurders`), and
    so it can of a short one that is rare: `zondert hen` is no `zonder` and `then`. Or they are one that is used often,
    and one of them hardly ever is: `bete kent`.
    """
    strange = is_strange(first) + is_strange(rest)
    if not strange:
        rare = min(len(first), len(rest)) >= REST and not {first, rest} <= often()
        return rare and first + rest in often()
    small = {first, rest} & set(data("dutch")["small_words"])
    whole = first + rest
    ways = [way for way in compounds(whole) if strange > 1 or (len(way) == 1 and not ends_in_rare(whole[way[0] :]))]
    return known(first + rest) or (not small and bool(ways))


def ends_in_rare(part: str) -> bool:
    """Whether the last part of a compound is short and hardly ever used."""
    return len(part) <= REST and part not in often()


def has_false_hyphen(found: re.Match[str]) -> bool:
    """Whether two parts with a hyphen are one word in Dutch, and one of them is none by itself; or there is a space
    behind the hyphen, which does not hang: `voor- jaar`. No word has `iji` inside: `zij-instromers`."""
    first, rest = found["first"], found["rest"]
    keeps = first in data("dutch")["hyphenated_prefixes"] or rest in data("dutch")["after_hanging_hyphen"]
    keeps = keeps or (first.endswith("ij") and rest.startswith("i"))
    strange = is_strange(first) or is_strange(rest)
    one = known(first + rest) and not known(f"{first}-{rest}")
    return not keeps and (bool(found["space"]) or strange) and one


@lru_cache(maxsize=COMMON)
def opens_with_small_word(word: str) -> bool:
    """Whether a word that Dutch does not have is one that it has behind a small one: `debloei`."""
    starts = (len(small) for small in data("dutch")["begins_no_word"] if word.startswith(small))
    begins = any(known(word[at:]) for at in starts if len(word) - at >= REST)
    return begins and is_strange(word) and not compounds(word, SHORT_PART)
