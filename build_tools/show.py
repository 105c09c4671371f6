"""The middle stages of one document as text, for `kamerbrieven show`."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from build_tools.connections.references import references
from build_tools.connections.theme_hits import Finder
from build_tools.draft import Line
from build_tools.model import Kind, Letter, Signer
from build_tools.reading.letter import Reading
from build_tools.sources.theme_file import read_themes


def raw_lines(reading: Reading) -> Iterator[str]:
    return lines(reading.raw.lines)


def cleaned_lines(reading: Reading) -> Iterator[str]:
    yield f"layout: {reading.layout.name}"
    yield from lines(reading.cleaned.lines)


def lines(found: Iterable[Line]) -> Iterator[str]:
    """Each line with its number, its page and the blank lines before it."""
    return (f"{line.number:5} p{line.page} +{line.blanks} {line.plain}" for line in found)


def notes(reading: Reading) -> Iterator[str]:
    return (f"{note.n:3} (printed {note.printed}, al-{note.block}) {note.text}" for note in reading.letter.notes)


def blocks(reading: Reading) -> Iterator[str]:
    return (f"{b.n:4} {b.kind.value:9} {b.level} {b.lines[0]}-{b.lines[1]} {b.text}" for b in reading.letter.blocks)


def facts(reading: Reading) -> Iterator[str]:
    return (f"{key}: {plain(fact.value)}  [{fact.origin}]" for key, fact in reading.letter.facts.items())


def plain(value: str | tuple[Signer, ...]) -> str:
    """The value of a fact on one line."""
    return value if isinstance(value, str) else "; ".join(f"{signer.name}, {signer.role}" for signer in value)


def ledger(reading: Reading) -> Iterator[str]:
    account = reading.letter.ledger
    for entry in account.left_out:
        yield f"{entry.line:5} {entry.reason.value:32} {entry.text}"
    parts = (account.block_characters, account.note_characters, account.left_out_characters)
    yield f"{account.source_characters} = {' + '.join(map(str, parts))}"


def cited(letter: Letter, _: Path) -> Iterator[str]:
    """Each citation with its place, its form, the papers that it names; then the names tied to a note."""
    found = references([letter])
    for reference in found.all:
        papers = " ".join(reference.papers)
        yield f"{reference.passage.anchor:8} {reference.citation.form:12} {reference.printed!r} -> {papers}"
    texts = {block.anchor: block.text for block in letter.blocks}
    for anchor, names in found.named[letter.id].items():
        for name in names:
            named = texts[anchor][name.start : name.end]
            yield f"{anchor:8} {'by name':12} {named!r} -> {' '.join(name.papers)} (note {name.note})"


def themes(letter: Letter, folder: Path) -> Iterator[str]:
    """Each passage with the themes that it has words of: why it speaks of them, or why not."""
    finder = Finder(read_themes(folder))
    for passage in letter.saying:
        hits = finder.hits(passage) if passage.kind is not Kind.HEADING else ()
        for hit in sorted(hits, key=lambda hit: not hit.speaks):
            found = ", ".join(passage.text[find.start : find.end] for find in hit.finds)
            above = f"; under {hit.heading!r}" if hit.heading else ""
            verdict = "speaks of" if hit.speaks else "names    "
            yield f"{passage.anchor:8} {verdict} {hit.theme}: {hit.points} of {hit.needed} ({found}{above})"


CONNECTED: dict[str, Callable[[Letter, Path], Iterator[str]]] = {"citations": cited, "themes": themes}
"""What connects a letter to others; themes are stated in the folder of letters."""

STAGES: dict[str, Callable[[Reading], Iterator[str]]] = {
    "lines": raw_lines,
    "cleaned": cleaned_lines,
    "notes": notes,
    "blocks": blocks,
    "facts": facts,
    "ledger": ledger,
}
"""What can be shown, in the order in which a document comes through it."""
