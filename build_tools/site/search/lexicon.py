"""What Dutch makes of words, as the search tables ask it of every word of the site: answered once for all builds."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, partial

from build_tools.cache.answers import answers
from build_tools.cache.remembering import Memory, Product, key_of
from build_tools.dutch.stems import stem, words
from build_tools.dutch.word_list import binds, common, known

STEMS: Product[dict[str, str]] = Product("stems of words", dict)
LISTED: Product[dict[tuple[str, str], bool]] = Product("what the word list has", dict)
COMMON: Product[dict[str, tuple[str, str]]] = Product("common words", dict)


@cache
def common_words() -> dict[str, tuple[str, str]]:
    """The words that Dutch uses often, by their folded form: as they are written, and their stem. They are the same for
    each site of one process; to find them takes a third of the making of a small one.
    """
    folded = {"".join(words(word)): word for word in common() if word.isalpha()}
    return {plain: (word, stem(plain)) for plain, word in folded.items()}


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The stem of a folded word; whether the word list has one, and words that begin with one and letters that bind it
    to another; the words that are used often.
    """

    stem: Callable[[str], str] = stem
    known: Callable[[str], bool] = known
    binds: Callable[[str, str], bool] = binds
    common: Callable[[], dict[str, tuple[str, str]]] = common_words


PLAIN = Lexicon()


@contextmanager
def lexicon(memory: Memory, about: str = "") -> Iterator[Lexicon]:
    """One that knows what was asked of it about the same in the last build that asked at all."""
    with answers(memory, STEMS, about) as stems, answers(memory, LISTED, about) as listed:
        yield Lexicon(
            lambda word: stems.of(word, partial(stem, word)),
            lambda word: listed.of((word, ""), partial(known, word)),
            lambda first, letters: listed.of((first, letters), partial(binds, first, letters)),
            memory.begun(COMMON, key_of(COMMON.name), lambda: common_words),
        )
