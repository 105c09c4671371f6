"""Letters with a known truth: moulds filled in by the hundred, families of versions, and decoys."""

from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import Any

import yaml
from texts import Writer

from build_tools.folders import PROJECT

MONTHS = ("januari", "februari", "maart", "april", "mei", "juni", "september", "oktober", "november", "december")
YEARS = range(2019, 2026)
PARTS = 12
"""Paragraphs of a made letter of which decoys share some."""

Texts = dict[str, str]
Truth = set[tuple[str, str]]


def moulded(writer: Writer, number: int) -> Texts:
    """So many letters from the moulds, in turn."""
    moulds: Mapping[str, Any] = yaml.safe_load((PROJECT / "benchmarks/moulds.yml").read_text(encoding="utf-8"))
    kinds = list(moulds["moulds"])
    return {
        f"vorm-{n:05}": moulds["moulds"][kinds[n % len(kinds)]].format(**_fillings(writer, moulds["places"]))
        for n in range(number)
    }


def of_made_moulds(writer: Writer, number: int, size: int) -> Texts:
    """So many letters, of moulds of random words that each have so many letters and two to six open places."""
    letters: Iterator[str] = iter(())
    texts = {}
    for n in range(number):
        if n % size == 0:
            letters = _of_mould(writer)
        texts[f"mal-{n:05}"] = next(letters)
    return texts


def _of_mould(writer: Writer) -> Iterator[str]:
    """Letters of one mould, without end; the first open place has the number of the letter, or its subject."""
    dice = writer.dice
    parts = [" ".join(writer.words(dice.randrange(15, 60))) for _ in range(dice.randrange(3, 8))]
    subjects = [[" ".join(writer.words(dice.randrange(2, 8))) for _ in range(dice.randrange(5, 40))] for _ in parts]
    numbered = dice.random() < 0.5
    while True:
        filled = [dice.choice(choices) for choices in subjects]
        filled[0] = str(dice.randrange(10**6)) if numbered else filled[0]
        yield " ".join(f"{part} {subject}" for part, subject in zip(parts[:-1], filled, strict=False)) + f" {parts[-1]}"


def _fillings(writer: Writer, places: Mapping[str, list[str]]) -> dict[str, str]:
    dice = writer.dice
    days = {
        name: f"{dice.randrange(1, 29)} {dice.choice(MONTHS)} {dice.randrange(2019, 2026)}" for name in ("day", "later")
    }
    number = f"{dice.choice(YEARS)}Z{dice.randrange(10000, 25000)}"
    return days | {"number": number} | {name: dice.choice(values) for name, values in places.items()}


def star(writer: Writer, name: str, original: str, size: int, part: float) -> tuple[Texts, Truth]:
    """A family of versions that each change their part of the same words."""
    words = original.split(" ")
    texts = {f"{name}-{n:02}": " ".join(writer.changed(words, part if n else 0)) for n in range(size)}
    return texts, set(combinations(sorted(texts), 2))


def strand(writer: Writer, name: str, original: str, size: int, part: float) -> tuple[Texts, Truth]:
    """A family of which each version changes the one before it; their names are not in that order."""
    words, texts = original.split(" "), {}
    names = [f"{name}-{n:02}" for n in range(size)]
    writer.dice.shuffle(names)
    for version in names:
        texts[version] = " ".join(words)
        words = writer.changed(words, part)
    return texts, set(combinations(sorted(texts), 2))


def other_year(writer: Writer, name: str, size: int) -> Texts:
    """Letters of several years on one subject: half of the paragraphs are the same, the others of each year."""
    stock = [" ".join(writer.words(70)) for _ in range(PARTS // 2)]

    def parts() -> Iterator[str]:
        for same in stock:
            yield same
            yield " ".join(writer.words(70))

    return {f"{name}-{n}": "\n".join(parts()) for n in range(size)}


def quoted(writer: Writer, name: str) -> Texts:
    """Questions, and the letter that answers them and quotes each."""
    questions = [" ".join(writer.words(35)) for _ in range(8)]
    answers = "\n".join(f"{question}\n{' '.join(writer.words(90))}" for question in questions)
    return {f"{name}-vragen": "\n".join(questions), f"{name}-antwoorden": answers}
