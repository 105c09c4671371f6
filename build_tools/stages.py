"""The middle stages of one document as text, for `kamerbrieven show`."""

from collections.abc import Callable, Iterable, Iterator

from build_tools.letter import Reading
from build_tools.model import Line, Signer


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
    return value if isinstance(value, str) else "; ".join(f"{signer.name}, {signer.role}" for signer in value)


def ledger(reading: Reading) -> Iterator[str]:
    account = reading.letter.ledger
    for entry in account.left_out:
        yield f"{entry.line:5} {entry.reason.value:32} {entry.text}"
    parts = (account.block_characters, account.note_characters, account.left_out_characters)
    yield f"{account.source_characters} = {' + '.join(map(str, parts))}"


STAGES: dict[str, Callable[[Reading], Iterator[str]]] = {
    "lines": raw_lines,
    "cleaned": cleaned_lines,
    "notes": notes,
    "blocks": blocks,
    "facts": facts,
    "ledger": ledger,
}
"""What can be shown, in the order in which a document comes through it."""
