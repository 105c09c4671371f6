"""The themes: an overview, and a page for each with its passages; where these are many, the strongest and the years."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial

from build_tools.cache.keyed import UNKEYED, Keyed
from build_tools.cache.remembering import Memory, Product
from build_tools.committing.waiting import PackedFile
from build_tools.connections.findings import THEME
from build_tools.pages.day_marks import all_packed
from build_tools.pages.front_matter import as_yaml
from build_tools.pages.registers.charts import Column
from build_tools.pages.registers.letter_names import LetterName
from build_tools.pages.registers.parts import RegisterPart, parted, runs, share, sized, year_of
from build_tools.pages.registers.places import RegisterFiles, places_in
from build_tools.pages.registers.themes import HitsInLetter, Shown, Story
from build_tools.pages.templating import KeptPieces, filled, has_pieces, kept_pieces, piece
from build_tools.workers.crew import Waiting

FOLDER = "themas"

MOST_STRONG = 8
"""Passages that the page of a parted theme shows itself: some three screens."""


FILES = Product("pages of a theme", RegisterFiles)


@dataclass(frozen=True, slots=True)
class PartedStory:
    """A theme and the pages of its years, none where one page is enough; `places` has the page of each anchor."""

    story: Story
    parts: tuple[RegisterPart[HitsInLetter], ...]
    places: Mapping[str, str]

    @property
    def led(self) -> Story:
        """The theme with a chart that leads to where the letters are."""
        return replace(self.story, periods=tuple(_led(column, self.places) for column in self.story.periods))

    @property
    def strongest(self) -> list[tuple[LetterName, Shown]]:
        """The passages that speak most of the theme for their length; of equals the newer."""
        found = [(entry.letter, shown) for entry in reversed(self.story.letters) for shown in reversed(entry.passages)]
        return sorted(found, key=lambda pair: pair[1].hit.needed / pair[1].hit.points)[:MOST_STRONG]


def register_of(story: Story) -> str:
    """The address of a theme's page."""
    return f"{FOLDER}/{story.theme.id}"


def theme_begun(story: Story, shown: bytes, keyed: Keyed = UNKEYED) -> Waiting[RegisterFiles]:
    """The page of a theme, and those of its years. `shown` is the digest of how lists name all letters."""
    theme, shares = story.theme, [(own.letter.id, own.share, own.annex) for own in story.letters]
    others = theme, story.periods, story.neighbours, shares, shown
    anew = not has_pieces(keyed.memory, register_of(story))
    return keyed.begun_of(FILES, [(THEME, theme.id)], partial(_files, story), *others, anew=anew)


def _files(story: Story, memory: Memory) -> RegisterFiles:
    with kept_pieces(memory, register_of(story)) as kept:
        own = _parted(story, kept)
        return RegisterFiles(all_packed(_pages(own, kept)), own.places)


def _parted(story: Story, kept: KeptPieces) -> PartedStory:
    """A theme with the pages that it needs. Versions of one letter stay together."""
    parts = tuple(parted(sized(story.letters, kept.measured(_size), _divided), lambda entry: year_of(entry.year)))
    return PartedStory(story, parts, places_in(parts, _anchors))


def _pages(own: PartedStory, kept: KeptPieces) -> Iterator[PackedFile]:
    theme, register = own.story.theme, register_of(own.story)
    matter = as_yaml({"title": theme.title, "description": theme.introduction})
    fill, known = filled if own.parts else kept.page, {"parts": own.parts, "strongest": own.strongest}
    yield fill(f"{register}.md", "thema.md.j2", front_matter=matter, story=own.led, **known)
    for part in own.parts:
        about = {"description": f"{theme.title} in de brieven: {part.title}.", "search": {"exclude": True}}
        page = f"{register}/{part.name}.md"
        yield kept.page(page, "thema-jaar.md.j2", front_matter=as_yaml(about), theme=theme, part=part)


def _divided(entry: HitsInLetter) -> Iterator[HitsInLetter]:
    """The passages in a letter, as many at a time as fit on a page."""
    passages = sized(entry.passages, lambda shown: share(piece("passages.j2", "passage", shown, entry.letter, "")))
    yield from (replace(entry, passages=own) for own in runs(passages))


def _size(entry: HitsInLetter) -> float:
    return share(piece("passages.j2", "passages_in", entry, ""))


def _anchors(entry: HitsInLetter) -> Iterator[str]:
    yield f"in-{entry.letter.path}"
    for shown in entry.passages:
        yield f"{entry.letter.path}-{shown.hit.passage.anchor}"
        yield from (f"{twin.path}-{anchor}" for twin, anchor, _ in shown.twins)


def _led(column: Column, places: Mapping[str, str]) -> Column:
    anchor = (column.href or "").removeprefix("#")
    return replace(column, href=f"{places[anchor]}/#{anchor}") if anchor in places else column
