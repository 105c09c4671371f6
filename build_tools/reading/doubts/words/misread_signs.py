"""Doubts about signs: those that a font does not name, of another set, or taken for one that looks like them."""

import re
from collections.abc import Iterator

from build_tools.dutch.word_list import known, known_or_made
from build_tools.model import Doubt, DoubtKind
from build_tools.reading.doubts.evidence import Evidence, doubted

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
