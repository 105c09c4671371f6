"""What a page shows to the search for notes: lines that may begin one, how numbers count on, where notes end."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import accumulate, pairwise

from build_tools.draft import Line
from build_tools.dutch.matching import is_closing
from build_tools.dutch.sentences import cut_short
from build_tools.reading.blocks.heading_shapes import ASKED
from build_tools.reading.blocks.joining.broken_addresses import URL_TAIL, url_goes_on
from build_tools.reading.blocks.joining.broken_numbers import begins_dossier, number_follows
from build_tools.reading.blocks.measure import first_word, line_span, measure, width
from build_tools.reading.footnotes.calls.marker_shapes import DOUBTFUL, SURE
from build_tools.reading.footnotes.calls.markers import Places, number_value
from build_tools.reading.signing.shapes import ROLE, names_person

NUMBERED_NOTE = re.compile(r"(?P<number>[1-9]\d{0,2})(?P<close>\)|(?=\s)|(?=https?://|www\.|[A-Z«“‘(]))\s*(?P<rest>.+)")
"""`1 Staatssecretaris …`, `2) NOS, 6 maart 2024`, and glued to the text `5https://…`, `3Kamerstuk …`."""

BRACKETED_NOTE = re.compile(r"(?P<up>\^\()?\[(?P<number>[1-9]\d{0,2}|[ivxl]{1,9})\](?(up)\))(?P<close>)\s*(?P<rest>.+)")
"""`[1] NOS, 23 mei 2024`, and `[ii] NOS`, as Word saves end notes; `^([1]) NOS`, as pandoc writes raised text."""

PARENTHESISED_NOTE = re.compile(r"\^?\((?P<number>[1-9]\d{0,2})\)(?P<close>)\s*(?P<rest>.+)")
"""`(1) NOS, 23 mei 2024`, and raised `^(1) NOS`."""

BARE_NUMBER = re.compile(r"(?P<number>[1-9]\d{0,2})(?P<close>\)?)(?P<rest>)")
"""The number alone on the line above its note, `2` or `2)`."""

BARE_BRACKETED = re.compile(r"\[(?P<number>[1-9]\d{0,2})\](?P<close>)(?P<rest>)")
"""The same in brackets: `[11]` above a note that is set in further than the shorter `[1] NOS`."""

NOTE_ENDED = re.compile(r".*[.!?:;…)\]»”’/\d]$")
"""A line that can be the last of a note or a sentence; notes also end in a number (`nr. 407`) or an address (`…/`)."""

SURELY_ENDED = re.compile(r"(?:\d|[^\W\d_]{4}|[)»”’/])[.!?]$")
"""A stop that ends a sentence and no abbreviation: `nr. 48.`, `gesteld.`, not `o.a.` or `blz.`."""

STOPPED = re.compile(r"[.!?:;][)\]»”’]?$")
"""A line that ends a sentence; one of text that runs on can end in the number of a note."""

BULLETED = re.compile(r"[•·–](?: |$)")
"""An item of a list, or its sign alone whose text an extraction put elsewhere: notes have none."""

RUNS_ON = re.compile(r"(?:\d{1,4} )?[a-zà-ÿ]")
"""How a sentence goes on behind notes: in a small letter, or in a number before one (`artikel` / notes / `3 van`)."""

LISTED_SMALL = re.compile(r"(?P<number>\d{1,2})[.)] (?!https?:|www\.)[a-zà-ÿ]")
"""`2. een meldpunt`: an item of a list that is one sentence; notes begin in a capital."""

IN_SENTENCE = re.compile(r"\d{1,3} (?!https?:|www\.)[a-zà-ÿ]")
"""`3 maanden premie` below `ten minste`: the number of what it counts, not of a note."""

CURRENCY, IN_CAPITALS = "€", re.compile(r"\d{1,3} [A-ZÀ-Þ]")
"""`€` at the end of a page, above `1 Artikel 4.103`: what is paid has no capital behind its number."""

LABEL = re.compile(r"(?:Bijlage|Annex)(?: \d+)?:?")
"""`Bijlage 1:` below the notes: the text of the letter goes on there."""

WORD = re.compile(r"[^\W\d_]{2}|\b20\d\d[ZDV]\d{4,5}\b")
"""Two letters in a row, or a paper by its number: a line of figures or signs has none, and is no note."""

NO_NOTE = re.compile(r"[–•·-] |\d{1,2}\.(?: |$)|De [Mm]inister |De [Ss]taatssecretaris ")
"""What list items and roles of signers begin with: text that a numbered heading opens, not a note."""

ROOM = 0.8
"""The part of the measure that a line with the next word takes at the most where it was ended on purpose."""

LIKE_TEXT = 0.75, 1.03
"""The parts of that measure between which a full line of text lies; one of a note in smaller type is wider."""


@dataclass(frozen=True, slots=True)
class Opening:
    """A line that may begin a note: its index, the number, how many characters that takes, whether
    it was typed as text (`1)`, `[1]`), whether stars count it (`**` is 2), and how it is written (`iv` is 4)."""

    index: int
    number: int
    width: int
    typed: bool
    starred: bool = False
    numeral: str = ""

    @property
    def printed(self) -> str:
        """The number as the source has it."""
        return "*" * self.number if self.starred else self.numeral or str(self.number)


@dataclass(frozen=True, slots=True)
class Ground:
    """A page with all that the search for notes asks of it, worked out once.

    `following` has the opening that counts on from the one at an index, and `length` how many count on from there.
    `ends` has for each index where notes end that run up to it: within a sentence of the text or not, and
    as a rule with the page or not; `anew` are the lines in which text surely begins; `paged` says whether pages are
    told apart; `signed` are the lines with which a signature begins;
    `words` and `signs` count the lines with words, and those that notes do not have, before each index.
    """

    lines: Sequence[Line]
    page: range
    openings: tuple[Opening, ...]
    following: Mapping[int, Opening]
    length: Mapping[int, int]
    places: Places
    ends: Mapping[tuple[bool, bool], Sequence[int]]
    anew: Set[int]
    signed: Sequence[int]
    paged: bool
    words: Sequence[int]
    signs: Sequence[int]

    def speaks(self, start: int, stop: int) -> bool:
        """Whether there are words between two lines."""
        return self.words[stop - self.page.start] > self.words[start - self.page.start]

    def pure(self, start: int, stop: int) -> bool:
        """Whether no list item or role of a signer stands between two lines: these are text of the letter."""
        return self.signs[stop - self.page.start] == self.signs[start - self.page.start]

    def placed(self, number: int, typed: bool, start: int, stop: int, least: int = DOUBTFUL) -> bool:
        """Whether there is a place for a number's marker between two lines, of this weight at the least."""
        return any(place.weight >= least for place in self.places.between(number, typed, start, stop))

    def chain(self, first: Opening) -> list[Opening]:
        """Openings that count up by one."""
        chain = [first]
        while chain[-1].index in self.following:
            chain.append(self.following[chain[-1].index])
        return chain

    def end_after(self, last: Opening, in_sentence: bool) -> int:
        """Where notes end of which this is the last: with their page, unless text of the letter stands on it."""
        return self.end_from(last.index + 1 + is_bare(last, self.lines), last, in_sentence)

    def end_from(self, begin: int, last: Opening, in_sentence: bool) -> int:
        """The same where the text of the last one goes on from a line."""
        if begin >= self.page.stop:
            return self.page.stop
        end = self.ends[in_sentence, self.paged][begin - self.page.start]
        whole = end if self.pure(begin, end) else self.ends[in_sentence, False][begin - self.page.start]
        signed = bisect_left(self.signed, begin)
        return min(whole, self.next_called(last, begin), *self.signed[signed : signed + 1])

    def next_called(self, last: Opening, begin: int) -> int:
        """Where the sentence begins that surely calls the next note, from a line on: a note does not."""
        for place in self.places.between(last.number + 1, last.typed, begin, self.page.stop):
            if place.weight >= SURE:
                sentence = (at for at in range(place.target, begin - 1, -1) if ended(self.lines[at - 1]))
                return next(sentence, self.page.stop)
        return self.page.stop


def survey(lines: Sequence[Line], page: range, openings: tuple[Opening, ...], places: Places) -> Ground:
    """What a page shows, with the places for markers in its text."""
    following = successors(lines, openings)
    length: dict[int, int] = {}
    for opening in reversed(openings):
        after = following.get(opening.index)
        length[opening.index] = 1 + (length[after.index] if after else 0)
    texts = [lines[index].text for index in page]
    anew, closing = text_anew(lines, page), closings(lines, page)
    return Ground(
        lines,
        page,
        openings,
        following,
        length,
        places,
        {
            (inside, to_end): zone_ends(lines, page, closing, inside, to_end, anew)
            for inside in (False, True)
            for to_end in (False, True)
        },
        anew,
        [at for at in page if begins_signature(lines, at)],
        lines[0].page != lines[-1].page,
        list(accumulate((WORD.search(text) is not None for text in texts), initial=0)),
        list(accumulate((NO_NOTE.match(text) is not None for text in texts), initial=0)),
    )


def begins_signature(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is a closing apart, or a role with a person below it, behind a closing or the end of what stands
    above: no note says so."""
    if lines[at].blanks and is_closing(lines[at].text):
        return True
    if at + 1 == len(lines) or not at or ROLE.fullmatch(lines[at].text) is None:
        return False
    return (ended(lines[at - 1]) or is_closing(lines[at - 1].text)) and names_person(lines[at + 1].text)


def find_openings(lines: Sequence[Line], page: range) -> Iterator[Opening]:
    """The lines of a page that could begin a note: a number, but no heading and not the rest of a paper's."""
    return openings_of(lines, page, (NUMBERED_NOTE, BRACKETED_NOTE, PARENTHESISED_NOTE, BARE_NUMBER, BARE_BRACKETED))


def openings_of(lines: Sequence[Line], page: range, forms: Sequence[re.Pattern[str]]) -> Iterator[Opening]:
    """The lines of a page that begin in one of these forms."""
    for index in page:
        text = lines[index].text
        if lines[index].heading or begins_dossier(text) or (index and counts_within(lines[index - 1], lines[index])):
            continue
        match = next(filter(None, (form.fullmatch(text) for form in forms)), None)
        if match:
            width = match.start("rest") if match["rest"] else len(text)
            number, typed = number_value(match["number"]), match["close"] == ")" or text[0] in "[(^"
            yield Opening(index, number, width, typed, numeral=match["number"])


def counts_within(before: Line, line: Line) -> bool:
    """Whether the number that a line begins with belongs to the sentence that the line before it did not end."""
    runs_on = not (line.blanks or line.turn or ended(before)) and IN_SENTENCE.match(line.text)
    amount = before.text.endswith(CURRENCY) and IN_CAPITALS.match(line.text)
    return bool(runs_on) or (number_follows(before.text, line.text) and not amount)


def successors(lines: Sequence[Line], openings: Sequence[Opening]) -> dict[int, Opening]:
    """For each opening the next one that counts on; of two with the same number the one after an ended line."""
    found: dict[int, Opening] = {}
    nearest: dict[tuple[int, bool], Opening] = {}
    clean: dict[tuple[int, bool], Opening] = {}
    for opening in reversed(openings):
        wanted = opening.number + 1, opening.typed
        if wanted in nearest:
            found[opening.index] = clean.get(wanted, nearest[wanted])
        own = opening.number, opening.typed
        nearest[own] = opening
        if opening.index and ended(lines[opening.index - 1]):
            clean[own] = opening
    return found


def zone_ends(
    lines: Sequence[Line], page: range, closing: Set[int], in_sentence: bool, to_end: bool, anew: Set[int]
) -> list[int]:
    """For each line where notes end that go on up to it.

    Notes end with their page (`to_end`), or where a new paragraph or the interrupted sentence of the text follows; and
    where text surely begins anew, as a paragraph does below an imprint that was taken out. `closing` are the lines
    above which a note can end.
    """
    ends = [page.stop] * len(page)
    end = page.stop
    for index in reversed(page):
        if index in closing:
            line, before = lines[index], lines[index - 1].text if index > page.start else ""
            opens_here = line.text[0].isupper() if line.turn or not to_end else LABEL.fullmatch(line.text)
            paragraph = line.blanks > 0 and opens_here
            goes_on = in_sentence and RUNS_ON.match(line.text) and (line.blanks > 0 or line.turn or surely_ends(before))
            goes_on = goes_on and not (before[-1:].isdecimal() and not line.turn and turns_within(lines, end))
            end = index if paragraph or goes_on or index in anew else end
        ends[index - page.start] = end
    return ends


def turns_within(lines: Sequence[Line], end: int) -> bool:
    """Whether a sentence goes on at a line behind a page's end or something that was taken out: above it notes go on
    below a number (`Van de 204` / `benaderde personen`)."""
    if end >= len(lines) or not RUNS_ON.match(lines[end].text):
        return False
    return lines[end].turn or lines[end].page != lines[end - 1].page


def surely_ends(before: str) -> bool:
    """Whether a line surely ends what it says, or is none that a note can end with."""
    return SURELY_ENDED.search(before) is not None or NOTE_ENDED.fullmatch(before) is None


def closings(lines: Sequence[Line], page: range) -> frozenset[int]:
    """The lines of a page above which a note can end; a web address that a line's end broke ends with its rest."""
    texts = ["", *(lines[at].text for at in page)]
    before = ["", *(above + text if is_rest(above, text) else text for above, text in pairwise(texts))]
    return frozenset(at for at, above in zip(page, before, strict=False) if closes(above, lines[at].text))


def is_rest(before: str, text: str) -> bool:
    """Whether a line is nothing but the rest of the web address that the line before it ends within."""
    address = URL_TAIL.search(before)
    return address is not None and " " not in text and url_goes_on(address[0], text)


def text_anew(lines: Sequence[Line], page: range) -> frozenset[int]:
    """Where a page shows that text begins, though it tells no page from another: below a sentence that was ended on
    purpose, in a line that is as full as those of the text and runs on in the next one, or in a heading above it; in a
    numbered heading that counts on; and in what heads questions or answers."""
    texts = [lines[at].text for at in page]
    full, _ = measure([line_span(a, b) for a, b in pairwise(texts)])
    least, most = (part * full for part in LIKE_TEXT)
    like_text = [text[0].isupper() and least <= width(text) <= most for text in texts]
    apart = [False, *(has_room(a, b, full) for a, b in pairwise(texts))]
    begins = running_on(texts, like_text)
    listed = items_that_go_on(texts)
    return frozenset(
        page[n]
        for n in range(1, len(texts) - 1)
        if ((n in listed or lines[page[n]].heading or ASKED.fullmatch(texts[n])) and closes(texts[n - 1], texts[n]))
        or (BULLETED.match(texts[n]) and (apart[n] or len(texts[n]) == 1) and closes(texts[n - 1], texts[n]))
        or (apart[n] and SURELY_ENDED.search(texts[n - 1]) and (begins[n] or heads(texts, n, like_text, apart)))
    )


def items_that_go_on(texts: Sequence[str]) -> set[int]:
    """The items of lists that count on from an item above them."""
    seen: set[int] = set()
    found: set[int] = set()
    for at, text in enumerate(texts):
        if match := LISTED_SMALL.match(text):
            number = int(match["number"])
            found |= {at} if number - 1 in seen else set()
            seen.add(number)
    return found


def heads(texts: Sequence[str], at: int, like_text: Sequence[bool], apart: Sequence[bool]) -> bool:
    """Whether a line is a heading above text."""
    return opens(texts[at]) and like_text[at + 1] and apart[at + 1]


def closes(before: str, text: str) -> bool:
    """Whether a note can end with the line before: with a stop, a number, or an address that does not go on in this."""
    if NOTE_ENDED.fullmatch(before) is not None and not cut_short(before):
        return True
    address = URL_TAIL.search(before)
    return address is not None and not before.endswith(",") and not url_goes_on(address[0], text)


def running_on(texts: Sequence[str], like_text: Sequence[bool]) -> list[bool]:
    """For each line whether it is like text and runs on below, or the next one does."""
    begins = [False] * (len(texts) + 1)
    for at in reversed(range(len(texts))):
        begins[at] = like_text[at] and (not STOPPED.search(texts[at]) or begins[at + 1])
    return begins


def opens(text: str) -> bool:
    """Whether a line begins in a capital, and goes on below or heads what stands there."""
    return text[0].isupper() and NOTE_ENDED.fullmatch(text) is None


def has_room(before: str, text: str, full: float) -> bool:
    """Whether the first word of a line would have fitted on the line before it."""
    return width(f"{before} {first_word(text)}") <= ROOM * full


def ended(line: Line) -> bool:
    """Whether a note or a sentence can end with this line."""
    return NOTE_ENDED.fullmatch(line.text) is not None and not cut_short(line.text)


def is_bare(opening: Opening, lines: Sequence[Line]) -> bool:
    """Whether the number stands on a line of its own."""
    return opening.width == len(lines[opening.index].text)
