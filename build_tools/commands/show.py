"""The middle stages of one document, for `kamerbrieven show`: as lines for people, and as values for programs."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Any

from build_tools import __version__
from build_tools.addresses import block_anchor
from build_tools.connections.references import references
from build_tools.connections.theme_hits import Finder, theme_hits
from build_tools.draft import Line
from build_tools.exports.letter_json import letter_values
from build_tools.model import FactValue, Kind, Letter
from build_tools.reading.letter import Reading
from build_tools.sources.theme_file import read_themes

Values = Any
"""What `json` can write."""


@dataclass(frozen=True, slots=True)
class Stage:
    """What a stage gives: in words, as lines, as values. The folder of letters states the themes."""

    about: str
    lines: Callable[[Reading, Path], Iterator[str]]
    values: Callable[[Reading, Path], Values]


def listing(id_: str) -> Iterator[str]:
    """The stages that a document comes through."""
    yield f"{id_} can be shown after each stage of its way; name one with --stage:"
    for name, stage in STAGES.items():
        yield f"  {name:10} {stage.about}"


def listing_values(id_: str) -> Values:
    return {"kamerbrieven": __version__, "id": id_, "stages": {name: stage.about for name, stage in STAGES.items()}}


def stage_values(name: str, reading: Reading, folder: Path) -> Values:
    """The values of a stage under its name, with what they were read from."""
    read = STAGES[name].values(reading, folder)
    return {"kamerbrieven": __version__, "id": reading.letter.id, "layout": reading.layout.name, name: read}


def raw_lines(reading: Reading, _: Path) -> Iterator[str]:
    return _lines(reading.raw.lines)


def raw_values(reading: Reading, _: Path) -> Values:
    return _line_values(reading.raw.lines)


def cleaned_lines(reading: Reading, _: Path) -> Iterator[str]:
    yield f"layout: {reading.layout.name}"
    yield from _lines(reading.cleaned.lines)


def cleaned_values(reading: Reading, _: Path) -> Values:
    return _line_values(reading.cleaned.lines)


def _lines(found: Iterable[Line]) -> Iterator[str]:
    """Each line with its number, its page and the blank lines before it."""
    return (f"{line.number:5} p{line.page} +{line.blanks} {line.plain}" for line in found)


def _line_values(found: Iterable[Line]) -> Values:
    return [{"line": line.number, "page": line.page, "blanks": line.blanks, "text": line.plain} for line in found]


def notes(reading: Reading, _: Path) -> Iterator[str]:
    for note in reading.letter.notes:
        called = "no call" if note.block is None else block_anchor(note.block)
        yield f"{note.n:3} (printed {note.printed}, {called}) {note.text}"


def blocks(reading: Reading, _: Path) -> Iterator[str]:
    return (f"{b.n:4} {b.kind.value:9} {b.level} {b.lines[0]}-{b.lines[1]} {b.text}" for b in reading.letter.blocks)


def facts(reading: Reading, _: Path) -> Iterator[str]:
    return (f"{key}: {plain(fact.value)}  [{fact.origin}]" for key, fact in reading.letter.facts.items())


def plain(value: FactValue) -> str:
    """The value of a fact on one line."""
    return value if isinstance(value, str) else "; ".join(", ".join(astuple(part)) for part in value)


def ledger(reading: Reading, _: Path) -> Iterator[str]:
    account = reading.letter.ledger
    for entry in account.left_out:
        yield f"{entry.line:5} {entry.reason.value:32} {entry.text}"
    parts = (account.block_characters, account.note_characters, account.left_out_characters)
    yield f"{account.source_characters} = {' + '.join(map(str, parts))}"


def published(key: str) -> Callable[[Reading, Path], Values]:
    """The values as the site publishes them in `data/brieven/<id>.json`."""
    return lambda reading, _: letter_values(reading.letter)[key]


def cited(reading: Reading, _: Path) -> Iterator[str]:
    """Each citation with its place, its form, the papers that it names; then the names tied to a note."""
    printed = reading.letter.printed_numbers
    for found in _cited(reading.letter):
        note = f" (note {printed[found['note']]})" if found["note"] else ""
        yield f"{found['anchor']:8} {found['form']:12} {found['text']!r} -> {' '.join(found['papers'])}{note}"


def cited_values(reading: Reading, _: Path) -> Values:
    return list(_cited(reading.letter))


def _cited(letter: Letter) -> Iterator[Values]:
    found = references([letter])
    for reference in found.all:
        anchor, form = reference.passage.anchor, reference.citation.form
        yield _citation(anchor, form, reference.printed, reference.papers, None)
    texts = {block.anchor: block.text for block in letter.blocks}
    for anchor, names in found.named[letter.id].items():
        for name in names:
            yield _citation(anchor, "by name", texts[anchor][name.start : name.end], name.papers, name.note)


def _citation(anchor: str, form: str, text: str, papers: Iterable[str], note: int | None) -> Values:
    return {"anchor": anchor, "form": form, "text": text, "papers": list(papers), "note": note}


def themes(reading: Reading, folder: Path) -> Iterator[str]:
    """Each passage with the themes that it has words of: why it speaks of them, or why not."""
    for hit in _themes(reading.letter, folder):
        above = f"; under {hit['heading']!r}" if hit["heading"] else ""
        verdict = "speaks of" if hit["speaks"] else "names    "
        words = f"{', '.join(hit['words'])}{above}"
        yield f"{hit['anchor']:8} {verdict} {hit['theme']}: {hit['points']} of {hit['needed']} ({words})"


def theme_values(reading: Reading, folder: Path) -> Values:
    return list(_themes(reading.letter, folder))


def _themes(letter: Letter, folder: Path) -> Iterator[Values]:
    finder = Finder(read_themes(folder))
    spoken = {(hit.passage.anchor, hit.theme) for hit in theme_hits(finder, letter.saying)}
    for passage in letter.saying:
        hits = finder.hits(passage) if passage.kind is not Kind.HEADING else ()
        for hit in sorted(hits, key=lambda hit: (passage.anchor, hit.theme) not in spoken):
            yield {
                "anchor": passage.anchor,
                "theme": hit.theme,
                "speaks": (passage.anchor, hit.theme) in spoken,
                "points": hit.points,
                "needed": hit.needed,
                "words": [passage.text[find.start : find.end] for find in hit.finds],
                "heading": hit.heading or None,
            }


STAGES = {
    "lines": Stage("the lines of the file, each with its page and the blank lines before it", raw_lines, raw_values),
    "cleaned": Stage("the lines that are left of the text, and the layout", cleaned_lines, cleaned_values),
    "notes": Stage("the notes, as printed and as numbered through the letter", notes, published("notes")),
    "blocks": Stage("headings, paragraphs, list items and signatures", blocks, published("blocks")),
    "facts": Stage("date, signers, dossier, …, each with where it was found", facts, published("facts")),
    "ledger": Stage("what was left out of the text and why, and the sum", ledger, published("ledger")),
    "citations": Stage("the papers that it cites", cited, cited_values),
    "themes": Stage("the themes that its passages speak of, and why", themes, theme_values),
}
"""What can be shown, in the order in which a document comes through it."""
