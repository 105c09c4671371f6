"""What the pages show of themes: a theme through time, the matrix of all, and what a letter has beside its text."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup, escape

from build_tools.connections.connect import Connections
from build_tools.connections.theme_hits import Hit
from build_tools.dutch.characters import cells_apart, visible
from build_tools.dutch.words import digest_of_words
from build_tools.pages.registers.charts import ChartRow, Column, circle, columns
from build_tools.pages.registers.letter_names import LetterName, Period, counted_first
from build_tools.sources.theme_file import Theme

UNIT = "procent van de woorden"
MOST_NEIGHBOURS = 4
"""Themes that a theme's page names as its neighbours, the nearest: more would be nearly all there are."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A passage on a theme page, and where other letters have the same text: anchors, and what to call the places."""

    hit: Hit
    twins: tuple[tuple[LetterName, str, str], ...]

    @property
    def marked(self) -> Markup:
        """Its text with the words of its theme marked."""
        parts, at, text = "", 0, self.hit.passage.text
        for find in self.hit.finds:
            before, word = text[at : find.start], text[find.start : find.end]
            parts += f"{escape(visible(cells_apart(before)))}<mark>{escape(visible(word))}</mark>"
            at = find.end
        return Markup(f"{parts}{escape(visible(cells_apart(text[at:])))}")  # noqa: S704 -- escaped there


@dataclass(frozen=True, slots=True)
class HitsInLetter:
    """What one letter says of a theme, and which version counts in its place; `year` is that of the one that counts."""

    letter: LetterName
    year: str
    share: float
    annex: float
    counted_in: LetterName | None
    passages: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """What there is to say of a theme."""

    theme: Theme
    periods: tuple[Column, ...]
    letters: tuple[HitsInLetter, ...]
    neighbours: tuple[Theme, ...]

    @property
    def chart(self) -> Markup:
        """The theme through time."""
        return columns(f"{self.theme.title}: welk deel van elke brief erover gaat", UNIT, self.periods)


class ThemePages:
    """Works out the pages of all themes. `words_of` tells texts with other words apart."""

    def __init__(
        self,
        connections: Connections,
        names: Mapping[str, LetterName],
        time: Sequence[Period],
        words_of: Callable[[str], bytes] = digest_of_words,
    ) -> None:
        self._all = connections
        self._names = names
        self._time = time
        self._hits: dict[str, list[Hit]] = {theme.id: [] for theme in connections.themes}
        self._same: dict[tuple[str, bytes], list[Hit]] = {}
        passages = {_place(hit): hit.passage for hit in connections.hits}
        self._said = {place: words_of(passage.text) for place, passage in passages.items()}
        for hit in connections.hits:
            self._hits[hit.theme].append(hit)
            self._same.setdefault((hit.theme, self._said[_place(hit)]), []).append(hit)
        self._places = {id_: {_place(hit) for hit in hits} for id_, hits in self._hits.items()}

    def stories(self) -> Iterator[Story]:
        """The page of every theme that a passage speaks of."""
        for theme in self._all.spoken:
            yield Story(theme, self._values(theme, "#{}".format), tuple(self._letters(theme)), self._near(theme))

    def matrix(self, lead: Callable[[str, str], str]) -> tuple[tuple[Column, ...], tuple[ChartRow, ...]]:
        """All themes and all times: the heads and the rows. `lead` tells where an anchor of a theme's page is."""
        heads = tuple(Column(*p.heads, p.name, 0, f"../brieven/{p.path}/" if p.path else None) for p in self._time)
        values = [(theme, self._values(theme, partial(lead, theme.id))) for theme in self._all.spoken]
        top = max((cell.value for _, cells in values for cell in cells), default=0)
        rows = (
            ChartRow(theme.title, f"{theme.id}/", tuple((cell, circle(cell.value, top or 1)) for cell in cells))
            for theme, cells in values
        )
        return heads, tuple(rows)

    def _values(self, theme: Theme, lead: Callable[[str], str]) -> tuple[Column, ...]:
        return tuple(self._value(theme, period, lead) for period in self._time)

    def _value(self, theme: Theme, period: Period, lead: Callable[[str], str]) -> Column:
        value = self._all.share(theme.id, period.letters)
        leads = lead(f"in-{period.path}") if value and period.path else None
        annex = round(self._all.share(theme.id, period.letters, annex=True), 1) or None
        return Column(period.label, period.sub, period.name, round(value, 1), leads, annex)

    def _letters(self, theme: Theme) -> Iterator[HitsInLetter]:
        """The letters in order of time, a version after the one that counts; a text told already is not repeated."""
        seen: set[bytes] = set()
        by_letter: dict[str, list[Hit]] = {}
        for hit in self._hits[theme.id]:
            by_letter.setdefault(hit.passage.letter, []).append(hit)
        for id_, letter in counted_first(self._names).items():
            own, shown = by_letter.get(id_, []), []
            for hit in own:
                if (text := self._said[_place(hit)]) not in seen:
                    seen.add(text)
                    shown.append(Shown(hit, self._twins(theme, hit)))
            if own:
                share, annex = (round(self._all.share(theme.id, (id_,), where), 1) for where in (False, True))
                counted = self._names[letter.counted_in] if letter.counted_in else None
                yield HitsInLetter(letter, (counted or letter).year, share, annex, counted, tuple(shown))

    def _twins(self, theme: Theme, hit: Hit) -> tuple[tuple[LetterName, str, str], ...]:
        same = (other.passage for other in self._same[theme.id, self._said[_place(hit)]])
        return tuple((self._names[p.letter], p.anchor, p.where) for p in same if p != hit.passage)

    def _near(self, theme: Theme) -> tuple[Theme, ...]:
        """The themes that most often stand in the same passages, in proportion to how often they stand anywhere."""
        own = self._places[theme.id]
        others = ((other, self._places[other.id]) for other in self._all.spoken if other != theme)
        near = [(len(places & own) / len(places | own), other) for other, places in others if places & own]
        return tuple(other for _, other in sorted(near, key=lambda entry: -entry[0])[:MOST_NEIGHBOURS])


def _place(hit: Hit) -> tuple[str, str]:
    return hit.passage.letter, hit.passage.anchor
