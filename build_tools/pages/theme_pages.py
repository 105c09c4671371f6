"""What the pages show of themes: a theme through time, the matrix of all, and what a letter has beside its text."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from build_tools.addresses import place_name
from build_tools.connections.connect import Connections
from build_tools.connections.theme_hits import Hit
from build_tools.dutch.characters import cells_apart, visible
from build_tools.dutch.words import words
from build_tools.model import Passage
from build_tools.pages.charts import ChartRow, Column, circle, columns
from build_tools.pages.letter_names import LetterName, Period
from build_tools.sources.theme_file import Theme

UNIT = "procent van de woorden"
MOST_NEIGHBOURS = 4
"""Themes that a theme's page names as its neighbours, the nearest: more would be nearly all there are."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A passage on a theme page: its words marked, and where other letters have the same text."""

    hit: Hit
    marked: Markup
    where: str
    twins: tuple[tuple[LetterName, str], ...]


@dataclass(frozen=True, slots=True)
class HitsInLetter:
    """What one letter says of a theme."""

    letter: LetterName
    share: float
    passages: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """A theme page."""

    theme: Theme
    chart: Markup
    periods: tuple[Column, ...]
    letters: tuple[HitsInLetter, ...]
    neighbours: tuple[Theme, ...]
    passages: int


class ThemePages:
    """Works out the pages of all themes."""

    def __init__(self, connections: Connections, names: Mapping[str, LetterName], time: Sequence[Period]) -> None:
        self._all = connections
        self._names = names
        self._time = time
        self.spoken = tuple(theme for theme in connections.themes if theme not in connections.silent)
        self._hits: dict[str, list[Hit]] = {theme.id: [] for theme in connections.themes}
        self._same: dict[tuple[str, str], list[Hit]] = {}
        for hit in connections.hits:
            self._hits[hit.theme].append(hit)
            self._same.setdefault((hit.theme, _key(hit.passage)), []).append(hit)

    def stories(self) -> Iterator[Story]:
        """The page of every theme that a passage speaks of."""
        for theme in self.spoken:
            values = self._values(theme, "#in-{}")
            title = f"{theme.title}: welk deel van elke brief erover gaat"
            yield Story(
                theme, columns(title, UNIT, values), values, tuple(self._letters(theme)), self._near(theme),
                len(self._hits[theme.id]),
            )  # fmt: skip

    def matrix(self) -> tuple[tuple[Column, ...], tuple[ChartRow, ...]]:
        """All themes and all times: the heads and the rows."""
        heads = tuple(
            Column(p.label, p.sub, p.name, 0, f"../brieven/{p.path}/" if p.path else None) for p in self._time
        )
        values = [(theme, self._values(theme, f"{theme.id}/#in-{{}}")) for theme in self.spoken]
        top = max((cell.value for _, cells in values for cell in cells), default=0)
        rows = (
            ChartRow(theme.title, f"{theme.id}/", tuple((cell, circle(cell.value, top or 1)) for cell in cells))
            for theme, cells in values
        )
        return heads, tuple(rows)

    def _values(self, theme: Theme, href: str) -> tuple[Column, ...]:
        return tuple(self._value(theme, period, href) for period in self._time)

    def _value(self, theme: Theme, period: Period, href: str) -> Column:
        sizes = [self._all.sizes.get(letter, 0) for letter in period.letters]
        shares = [self._all.shares.get((theme.id, letter), 0) for letter in period.letters]
        value = sum(size * share for size, share in zip(sizes, shares, strict=True)) / max(1, sum(sizes))
        leads = href.format(period.path) if value and period.path else None
        return Column(period.label, period.sub, period.name, round(value, 1), leads)

    def _letters(self, theme: Theme) -> Iterator[HitsInLetter]:
        """The letters in order of time; a text that an earlier one had already is not repeated."""
        seen: set[str] = set()
        by_letter: dict[str, list[Hit]] = {}
        for hit in self._hits[theme.id]:
            by_letter.setdefault(hit.passage.letter, []).append(hit)
        for id_, letter in self._names.items():
            own, shown = by_letter.get(id_, []), []
            for hit in own:
                if _key(hit.passage) not in seen:
                    seen.add(_key(hit.passage))
                    twins = self._twins(theme, hit)
                    shown.append(Shown(hit, self._marked(hit), place_name(hit.passage.anchor), twins))
            if own:
                yield HitsInLetter(letter, round(self._all.shares.get((theme.id, id_), 0), 1), tuple(shown))

    def _twins(self, theme: Theme, hit: Hit) -> tuple[tuple[LetterName, str], ...]:
        same = (other.passage for other in self._same[theme.id, _key(hit.passage)])
        return tuple((self._names[p.letter], p.anchor) for p in same if p != hit.passage)

    def _marked(self, hit: Hit) -> Markup:
        """The text of a passage with the words of its theme marked."""
        parts, at, text = [], 0, hit.passage.text
        for find in hit.finds:
            word = Markup("<mark>{}</mark>").format(visible(text[find.start : find.end]))
            parts += [escape(visible(cells_apart(text[at : find.start]))), word]
            at = find.end
        return Markup("").join([*parts, escape(visible(cells_apart(text[at:])))])

    def _near(self, theme: Theme) -> tuple[Theme, ...]:
        """The themes that most often stand in the same passages, in proportion to how often they stand anywhere."""
        own = {_place(hit) for hit in self._hits[theme.id]}
        shared = {t.id: {_place(hit) for hit in self._hits[t.id]} for t in self.spoken if t != theme}
        score = {id_: len(places & own) / len(places | own) for id_, places in shared.items() if places & own}
        best = sorted(score, key=lambda id_: -score[id_])[:MOST_NEIGHBOURS]
        return tuple(t for id_ in best for t in self.spoken if t.id == id_)


def _place(hit: Hit) -> tuple[str, str]:
    return hit.passage.letter, hit.passage.anchor


def _key(passage: Passage) -> str:
    """Texts with the same words are the same text."""
    return " ".join(word.plain for word in words(passage.text))
