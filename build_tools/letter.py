"""From a source to a letter: the stages of the heart, in order."""

from build_tools.ledger import account
from build_tools.model import Block, Fact, Kind, Letter, Source


def read_letter(source: Source, layout: str | None = None, stated: dict[str, Fact] | None = None) -> Letter:
    blocks = []
    line = 1
    for chunk in source.text.split("\n\n"):
        if chunk.strip():
            blocks.append(Block(len(blocks) + 1, Kind.PARAGRAPH, " ".join(chunk.split()), 1, 0, (line, line + chunk.count("\n"))))
        line += chunk.count("\n") + 2
    return Letter(source, layout or "platte tekst", dict(stated or {}), tuple(blocks), (), account(source, blocks, (), ()))
