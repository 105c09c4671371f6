"""Doubts about single words: in pieces or in one, signs that nobody knows."""

import re
import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import chain

from build_tools.data import data
from build_tools.dutch.word_list import compounds, is_sentence_part, known, known_or_made, often
from build_tools.model import Doubt, DoubtKind, LineEndSort, Passage
from build_tools.reading.doubts.evidence import NO_ADDRESS, Evidence, around, doubted

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

ADDRESS = re.compile(r"(?:https?://|www\.|(?<= )[\w.+-]{1,64}@)\S*")
"""An address of a page or of somebody's mail."""

ADDRESS_SIGNS = ("://", "www.", "@")
"""One of these stands in every address."""

HOST = re.compile(r"@[\w.-]{1,64}\.(?P<ending>[a-z]*) [a-z]+")
"""A mail address before a word in small letters, with how its host ends: `loket@kade.examp le`."""

LAST_LETTERS, FIRST_LETTERS, LONGEST_HALF = re.compile(r"[a-z]+$"), re.compile(r"[a-z]+"), 30
"""The letters before and behind a place of a text, and how many of the first, at the most."""

PIECE_APART = re.compile(r"(?:https?://|www\.|\b[\w.+-]{1,64}@)\S*[\w.] (?P<rest>[a-z]{2,})(?=[/;,.)-]|$|\s)")
"""An address before a word in small letters: `www.voorbeeld.nl/stuk ken`."""

SCHEME_ALONE = re.compile(r"https?:// |\bwww\. ")
"""`https:// www.voorbeeld.nl`: the begin of an address apart from the rest of it."""

LONG_TOKEN = re.compile(rf"(?<!\S){NO_ADDRESS}[^\s/@]{{25,}}+(?![/@])")
"""What no word is, and no address: a line without its spaces can be."""

RUN_ON = re.compile(r"[.,;:\d](?<=[a-zà-ÿ]{2}.)(?:(?<!\d)[A-Za-zà-ÿ]{2}|(?<=\d)\d*[a-zà-ÿ]{2})")
"""A stop or a number with letters on either side: `waterschappenstaat.Inhetnajaar`."""

GLUED_COMMA = re.compile(r",(?<=\d,)(?:[a-z]{4,}|\()")
"""`89,miljoen`, `21.050,(incl.`: a comma with nothing behind it but a word or a bracket."""

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

BEHIND = bytes(range(0x80, 0xC0)).decode("cp1252", "ignore")
"""What the later bytes of a sign in UTF-8 are in the set of older machines."""

UNMAPPED = re.compile(
    r"[\ufffd\ue000-\uf8ff\x00-\x08\x0e-\x1b\x7f-\x9f\u0180-\u0191\u0193-\u01bf\u2400-\u243f\u25a0\u25a1\u25af(ƒ¬¤]"
    r"(?:(?<![(ƒ¬¤])|(?<=\()cid:\d+\)|(?<=ƒ)(?! ?\d)|(?<=\w[¬¤])(?=\w))"
)
"""Signs that a font does not name: what stands for no character, private ones, the number of a glyph, signs of control,
letters that no name in Dutch has (`prakƟjk`; `ƒ 150` are guilders), empty boxes, a sign in the midst of a word."""


OTHER_SET = re.compile(f"[ÂÃÄÅâï](?:(?<=[ÂÃÄÅ])[{BEHIND}]|(?<=[âï])[{BEHIND}]{{2}})")
"""A sign that was written as two or three and read as so many of another set: `agrariÃ«rs`, `â‚¬ 40`."""

LETTERED = re.compile(
    r"(?<![\w.,-])(?:(?=[\d.]*[OIl])[\dOIl]{1,3}(?:\.[\dOIl]{3})++|(?=\d++[OIl]++\d)[\dOIl]{4,})(?![\w.]*\w)"
)
"""A number with letters that look like its digits: `2.34O`, `l.870`, `2O18`."""

LOOKS_LIKE = str.maketrans({"0": "o", "1": "l", "5": "s", "9": "g", "ÿ": "ij"})
"""Signs that a machine takes for letters that look like them, and those."""

MISREAD_WITHIN = re.compile(r"(?<![\w.@/-])[a-zà-ÿ]+[0159ÿ][a-zà-ÿ]+(?![\w@/-])")
"""A word in small letters with such a sign within: `da1ing`, `tÿd`."""

MISREAD_SIGN = re.compile(r"[0159ÿ](?<=[a-zà-ÿ].)[a-zà-ÿ]")
"""What these need."""

LETTER_AT_DIGIT = re.compile(r"\d(?:(?<=[OIl.].)|(?=[OIl.]))")
"""What of these has a digit at all."""

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
    yield from doubted(evidence, kind, HUNG)
    yield from doubted(evidence, kind, LONG_TOKEN, lambda match: RUN_ON.search(match[0]) is not None, RUN_ON)


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


def broken_addresses(evidence: Evidence) -> Iterator[Doubt]:
    """Addresses with a hyphen that their line may have put into a word, or with a piece of them apart."""
    for passage, part in evidence.parts():
        breaks = [end.at for end in passage.line_ends if passage.text.endswith("-", 0, end.at)]
        lost = (end.at for end in passage.line_ends if end.sort is LineEndSort.HYPHEN)
        for at in (at for at in lost if is_no_word(passage.text, at)):
            line = evidence.lines_of(part)[at]
            before = evidence.line_before(line)
            if before and before.text.endswith("-"):
                yield evidence.doubt(DoubtKind.WORDS_FUSED, line, around(passage.text, at, at), passage.anchor)
        for at in breaks:
            if is_in_address(passage.text, at, at) and one_word(passage, at):
                line = evidence.lines_of(part)[at]
                yield evidence.doubt(DoubtKind.BROKEN_WORD, line, around(passage.text, at, at), passage.anchor)
    endings = frozenset(data("dutch")["site_endings"])
    yield from doubted(evidence, DoubtKind.BROKEN_WORD, HOST, lambda match: match["ending"] not in endings)
    yield from doubted(evidence, DoubtKind.BROKEN_WORD, SCHEME_ALONE, needs=ADDRESS_SIGNS)
    yield from doubted(
        evidence, DoubtKind.BROKEN_WORD, PIECE_APART, lambda match: is_strange(match["rest"]), ADDRESS_SIGNS
    )


def is_no_word(text: str, at: int) -> bool:
    """Whether a hyphen was lost at a place where no word was broken: within an address, behind or before a sign."""
    named = any(text.startswith(name, at - within) for name, within in capitals_inside())
    letters = text[at - 1 : at].isalpha() and (text[at : at + 1].islower() or named)
    glued = text[at : at + 1].isalnum() and not letters
    return glued or (is_in_address(text, at, at) and not is_word_of_address(text, at))


def is_word_of_address(text: str, at: int) -> bool:
    """Whether a place within an address is amid a word of Dutch one half of which is none: `toege-` / `kende`."""
    first, rest = LAST_LETTERS.search(text, max(0, at - LONGEST_HALF), at), FIRST_LETTERS.match(text, at)
    halves = (first[0], rest[0]) if first and rest else ("", "")
    return known("".join(halves)) and any(map(is_strange, halves))


@cache
def capitals_inside() -> tuple[tuple[str, int], ...]:
    """Names that are written in one with a capital in them, and where that stands: `ProRail`."""
    names: list[str] = data("dutch")["capital_inside"]
    return tuple((name, at) for name in names for at, sign in enumerate(name) if at and sign.isupper())


def one_word(passage: Passage, at: int) -> bool:
    """Whether what stands on either side of a hyphen is one word in Dutch, and not two that are common."""
    before, behind = re.search(r"[a-z]*$", passage.text[: at - 1]), re.match(r"[a-z]*", passage.text[at:])
    first, rest = before[0] if before else "", behind[0] if behind else ""
    return bool(first and rest) and known(first + rest) and not {first, rest} <= often()


def unmapped_signs(evidence: Evidence) -> Iterator[Doubt]:
    """Signs that stand for nothing known, or for another one than was printed."""
    kind = DoubtKind.UNMAPPED
    yield from doubted(evidence, kind, UNMAPPED)
    yield from doubted(evidence, kind, OTHER_SET)
    yield from doubted(evidence, kind, LETTERED, lambda match: re.search(r"\d", match[0]) is not None, LETTER_AT_DIGIT)
    yield from doubted(evidence, kind, MISREAD_WITHIN, lambda match: is_misread(match[0]), MISREAD_SIGN)


def is_misread(word: str) -> bool:
    """Whether Dutch has a word with the letters that signs in it look like."""
    meant = word.translate(LOOKS_LIKE)
    return known_or_made(meant) or known(word.replace("1", "i"))


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


def word_around(passage: Passage, at: int) -> tuple[str, str]:
    """What stands before and behind a place of a text of the word there."""
    before, behind = re.search(r"[\w’'-]*$", passage.text[:at]), re.match(r"[\w’'-]*", passage.text[at:])
    return before[0] if before else "", behind[0] if behind else ""


def is_in_address(text: str, start: int, end: int) -> bool:
    """Whether a stretch of a text is within an address there."""
    spans = _addresses(text)
    before = bisect_left(spans, (start,)) - 1
    return before >= 0 and end < spans[before][1]


@lru_cache(maxsize=1)
def _addresses(text: str) -> tuple[tuple[int, int], ...]:
    """The addresses of a text: who asks for one place in it asks for others next."""
    return tuple(found.span() for found in ADDRESS.finditer(text))
