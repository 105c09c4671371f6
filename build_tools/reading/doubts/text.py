"""Doubts about the running text: where it breaks off, words in pieces or in one, signs that nobody knows."""

import re
from collections import Counter
from collections.abc import Iterator

from build_tools.data import data
from build_tools.dutch.word_list import is_sentence_part
from build_tools.model import Doubt, DoubtKind, Kind
from build_tools.reading.blocks.typesetting import ENDED
from build_tools.reading.doubts.evidence import Evidence, doubted

BROKEN = re.compile(r"\b(?P<first>[a-zà-ÿ]{3,}) (?P<rest>[b-df-hj-mp-tv-xz]|n)\b(?![.’'])(?!(?<=f) \d)(?= |$|[,;])")
"""`uit te voere n`, `behandele n`: one letter, no vowel, on its own behind a word in small letters. Before a number an
f stands for guilders: `ten hoogste f 4,5 miljoen`."""

LONG_WORD = re.compile(r"(?<![\w’'-])[A-ZÀ-Þ]?[a-zà-ÿ]{11,}+(?![\w’'-])")
"""A word of twelve letters or more, without a hyphen: `Hetvisplanbepaalt`."""

UNMAPPED = re.compile("[\ufffd\ue000-\uf8ff]|\\(cid:\\d+\\)")
"""Signs that a font does not name: what stands for no character, private ones, the number of a glyph."""

NO_PARAGRAPH = 30
"""A shorter text is a line of a list or a signature; that it has no stop says nothing. In characters."""


def paragraphs_that_break_off(evidence: Evidence) -> Iterator[Doubt]:
    """Paragraphs without a stop at their end, where a page ends or something was taken out below them."""
    numbers = {line.number: index for index, line in enumerate(evidence.cleaned.lines)}
    lines = evidence.cleaned.lines
    for block in evidence.letter.blocks:
        index = numbers.get(block.lines[1], len(lines))
        turned = index + 1 < len(lines) and (lines[index + 1].turn or lines[index + 1].page != lines[index].page)
        whole = block.kind is not Kind.PARAGRAPH or ENDED.fullmatch(block.text) or block.text.endswith(",")
        if turned and not whole and len(block.text) > NO_PARAGRAPH:
            text = block.text[-80:]
            yield evidence.doubt(DoubtKind.PARAGRAPH_BREAKS_OFF, block.lines[1], text, block.anchor)


def broken_words(evidence: Evidence) -> Iterator[Doubt]:
    """Words that a tool has parted."""
    known = data("dutch")["before_a_letter"]
    yield from doubted(evidence, DoubtKind.BROKEN_WORD, BROKEN, lambda match: match["first"] not in known)


def fused_words(evidence: Evidence) -> Iterator[Doubt]:
    """Words without the spaces between them. What a letter says twice it means so."""
    small = frozenset(data("dutch")["small_words"])
    said = Counter(word for passage in evidence.letter.passages for word in LONG_WORD.findall(passage.text))
    yield from doubted(
        evidence,
        DoubtKind.WORDS_FUSED,
        LONG_WORD,
        lambda match: said[match[0]] == 1 and is_sentence_part(match[0], small),
    )


def unmapped_signs(evidence: Evidence) -> Iterator[Doubt]:
    """Signs that stand for nothing known."""
    yield from doubted(evidence, DoubtKind.UNMAPPED, UNMAPPED)
