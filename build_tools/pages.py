"""The pages of the site as values: gathered here, written elsewhere."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from build_tools.accounts import account_of
from build_tools.addresses import Link
from build_tools.beside import BesideText
from build_tools.citing import bibtex, ris
from build_tools.connected_pages import around_the_text, connected_pages, names_of
from build_tools.connections import Connections
from build_tools.front_matter import front_matter
from build_tools.letter_names import in_time
from build_tools.markdown import blocks_markdown, inline, notes_markdown
from build_tools.model import Letter, Reason
from build_tools.open_data import letter_json
from build_tools.page import Page
from build_tools.sheet import Entry, entry_of, facts_sheet
from build_tools.templating import render
from build_tools.text_links import links_of
from build_tools.wording import opens_with_title, title


def pages(letters: Sequence[Letter], connections: Connections) -> list[Page]:
    """Every generated file of the site."""
    ordered = in_time(letters)
    entries = [entry_of(letter) for letter in ordered]
    accounts = [account_of(letter) for letter in ordered]
    return [
        Page("index.md", render("index.md.j2", entries=entries, accounts=accounts)),
        Page("brieven/index.md", render("brieven.md.j2", years=_by_year(entries))),
        Page("verantwoording.md", render("verantwoording.md.j2", accounts=accounts)),
        Page("over.md", render("over.md.j2", reasons=list(Reason))),
        *_letter_pages(ordered, entries, connections),
        *connected_pages(ordered, connections),
    ]


def _letter_pages(letters: Sequence[Letter], entries: Sequence[Entry], connections: Connections) -> Iterator[Page]:
    around: list[Entry | None] = [None, *entries, None]
    names = names_of(letters)
    beside = BesideText(connections, names)
    for letter, before, after in zip(letters, around, around[2:], strict=False):
        links = links_of(letter.id, connections.references)
        connected = around_the_text(letter, connections, names, beside)
        yield Page(f"brieven/{letter.id}.md", letter_page(letter, before, after, connected, links))
        yield Page(f"data/brieven/{letter.id}.json", letter_json(letter))
        yield Page(f"data/brieven/{letter.id}.bib", bibtex(letter))
        yield Page(f"data/brieven/{letter.id}.ris", ris(letter))
        yield Page(f"bronnen/{letter.id}.txt", letter.source.text.encode("utf-8", "replace").decode("utf-8"))


def letter_page(
    letter: Letter,
    before: Entry | None,
    after: Entry | None,
    connected: Mapping[str, Any],
    links: Mapping[str, Sequence[Link]],
) -> str:
    """The page of one letter: facts for programs, title, facts for readers, text, notes, the way on."""
    title_block = letter.blocks[0] if opens_with_title(letter) else None
    made = f"# {inline(title(letter))} {{: #titel .bijwerk }}\n"
    return render(
        "brief.md.j2",
        front_matter=front_matter(letter),
        heading=blocks_markdown([title_block], links=links) if title_block else made,
        sheet=facts_sheet(letter),
        text=blocks_markdown(letter.blocks[1 if title_block else 0 :], title_block, links),
        notes=notes_markdown(letter, links),
        before=before,
        after=after,
        **connected,
    )


def _by_year(entries: Sequence[Entry]) -> list[tuple[str, list[Entry]]]:
    return [(year, list(group)) for year, group in groupby(entries, lambda entry: entry.year)]
