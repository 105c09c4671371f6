"""What a letter does not say, asked in the catalogue: an entry for it, with a question for each fact as a comment.

After `with_questions`: what stood in the catalogue stands there byte for byte, it reads as before, and each letter has
an entry that states nothing yet. Where an entry cannot stand behind what is there, all of it is a comment.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

import yaml

from build_tools.adding.arriving import Arrival
from build_tools.errors import UserError, attempt
from build_tools.model import FactKey
from build_tools.sources.catalogue import FACTS
from build_tools.sources.yaml_nodes import Walker, compose

HEAD = "# What the texts of the letters do not say themselves, each fact with where you found it.\n"
"""How a new catalogue begins."""

Plain = tuple[str, object]

QUESTIONS = {
    FactKey.TITLE: "what is it called?",
    FactKey.DATE: "when was it sent?",
    FactKey.SIGNERS: "who signed it, in what office?",
    FactKey.MINISTRY: "which ministry sent it?",
    FactKey.DOSSIER: "in which dossier was it published?",
    FactKey.ONDERNUMMER: "as which paper of the dossier?",
    FactKey.VERGADERJAAR: "in which session?",
}


def entry(arrival: Arrival) -> str:
    """The entry of one letter; every line of a fact becomes part of it when its `# ` goes."""
    told = f"# What {arrival.name} does not say. Take away the '# ' before what you fill in; readers see the source."
    lines = [f"{arrival.id}:", f"  {told}", "  facts:", *(f"    # {line}" for line in asked(arrival.missing))]
    return "".join(f"{line}\n" for line in lines)


def asked(missing: Iterable[FactKey]) -> Iterator[str]:
    """What an entry has to state of each fact, with what is asked for as a comment behind it."""
    for key in missing:
        form = f" {FACTS[key][1]}" if key in FACTS else ""
        yield f"{key}: # {QUESTIONS[key]}{form}"
        yield from ("  value:", "    - name:", "      role:") if key is FactKey.SIGNERS else ("  value:",)
        yield "  source:"


def with_questions(path: Path, old: bytes, arrivals: Sequence[Arrival]) -> tuple[bytes, int]:
    """The catalogue with an entry for each letter that lacks something and has none yet, and how many there are."""
    before = _entries(path, old)
    lacking = [arrival for arrival in arrivals if arrival.missing and arrival.id not in before]
    entries = "\n".join(map(entry, lacking))
    comments = "".join(f"# {line}".rstrip() + "\n" for line in entries.splitlines())
    for new, gap in ((entries, "\n"), (entries, ""), (comments, "\n")) if lacking else ():
        content = old + _behind(old, new, gap)
        if attempt(partial(_entries, path, content)) == before | _entries(path, new.encode()):
            return content, len(lacking)
    if lacking:
        raise UserError(path, None, "takes no entry behind what is there", "state by hand what is missing")
    return old, 0


def _behind(old: bytes, new: str, gap: str) -> bytes:
    """The new lines, with the ends that lines have here. The gap before them could be part of a text that ends here."""
    text = (f"{gap}{new}" if old.endswith(b"\n") else f"\n{gap}{new}") if old else f"{HEAD}\n{new}"
    return (text.replace("\n", "\r\n") if b"\r\n" in old else text).encode()


def _entries(path: Path, content: bytes) -> dict[str, Plain]:
    """What each entry says, in a form that can be compared."""
    node = compose(path, content)
    return {name: _plain(value) for name, _, value in Walker(path).keys(node, "the catalogue")} if node else {}


def _plain(node: yaml.Node) -> Plain:
    if isinstance(node, yaml.MappingNode):
        return (node.tag, tuple((_plain(key), _plain(value)) for key, value in node.value))
    return (node.tag, tuple(map(_plain, node.value)) if isinstance(node, yaml.SequenceNode) else node.value)
