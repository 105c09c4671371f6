"""Lines that begin a block by what they say: parts of a motion, labels of a form and what stands behind them, sentences
by which a letter takes leave; and first lines that are set in."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from build_tools.data import data
from build_tools.draft import Draft, Line
from build_tools.dutch.dates import DAY
from build_tools.dutch.sentences import ENDED, ends_short
from build_tools.reading.blocks.heading_shapes import CASE, HEADING_NUMBER
from build_tools.reading.blocks.lists.list_marks import bullet_of
from build_tools.reading.blocks.lists.members import moved, parts_motion
from build_tools.reading.blocks.measure import first_word, line_span, measure, width
from build_tools.reading.blocks.numbered_headings import subjects_in_a_row

LABEL_WORDS = 3
"""Words of a label on a line of its own at the most: the last line of a paragraph can end in a colon as well."""

LEAST_LABELS = 3
"""Such lines that make a form of a text."""

PREFIXED = re.compile(r"(?P<number>\d{1,3}\. )?(?P<label>[A-Z]\w+(?:\(s\))?):(?: |$)")
"""`Zaak: `, `3. Agendapunt: `: one word as a label before its value."""

LETTERED = re.compile(r"(?P<letter>[a-z])\) +[A-Z].*[^.,:;?!]")
"""`b) Datum ontvangst`: a label with a letter."""

LETTERED_WORDS = 12
"""Words of it at the most: longer ones say something. `e) Nr. impact assessment Commissie en Opinie Raad voor
Regelgevingstoetsing` has ten."""

POINTS_WORDS = 10
"""Words above the points of a list at the most: `Brieven van de minister van Volksgezondheid, Welzijn en Sport`."""

VALUE = re.compile(r"(?![a-z]\) )(?:[A-Z\d«“‘\"'€]|https?:|www\.)")
"""How what such a label asks for begins: no sentence goes on so, and no other label begins so."""

IN_A_ROW = re.compile(r"[A-ZÀ-Þ][\w-]+(?: [\w-]+){0,3}: \S")
"""`Aard van de bespreking: oriënterend debat.`: a label of four words at the most with its value behind it."""

SHORT_ROW = 0.6
"""The part of the longest line that a label takes with its value, at the most, where the line was ended on purpose."""

ANNEX = ("Bijlage", "Annex")
"""How the name of an annex begins."""

LONGEST_VALUE = 60
"""Characters of a label with a short value, at the most: longer ones say something, or stand beside others."""

YEAR_LABEL = re.compile(r"(?:19|20)\d\d: \S")
"""`2018: 3 miljoen euro`: what is said of a year."""

DENSE = 0.4
"""The part of the lines that begin with a label in a text that is a form, whether or not its labels come back."""

RETURNING = 6
"""Labels that come back which make a form of a text: a decision has three or four."""

SET_IN = 2
"""Columns by which the first line of a paragraph is set in at the least: of fewer an odd space can be the cause."""

LEAST_SET_IN, MOSTLY = 4, 0.8
"""First lines that are set in which make a custom of it, and the part of all lines set in that they are then: in other
letters quotations and items of lists are. Those below a heading tell nothing."""

FULL = 0.8
"""The part of the measure that a line with the next word takes at the least where the text runs on in that: a heading
above a line that is set in takes less."""

SUBJECT, LABELLED_SUBJECT = re.compile(r"\d{1,3}\.\s+(?=[A-Z\d]).*[^:;,\s]"), re.compile(r"\d{1,3}\.\s+\w+:\s+\S")
"""`2. Verslag van de Raad`, `4. Agendapunt: Werkbezoek`: the number of a point and its subject, however that ends where
it has a label."""

IN_A_LIST, LABEL_BELOW = 3, 3
"""Points that are counted behind labels of any kind, at the least; lines below such a label among which another one
is, at the most."""

LEAST_POINTS = 2
"""Points that make a list of a text: a letter has one subject."""

OF_DAY = re.compile(rf" [-–] {DAY}$")
"""`… - 3 mei 2031`: the day of a paper that a list names."""

ASKED = re.compile(r"Vraag|Vragen|Antwoord")
"""Labels of questions and answers, which stand above text."""


def known_starts(draft: Draft) -> frozenset[int]:
    """The indices of these lines."""
    texts = [line.plain for line in draft.lines]
    parts = parts_of_motion(texts) if moved(draft) else ()
    set_in = first_lines_set_in(draft.lines, texts)
    points = heads_of_points(texts, [line.blanks > 0 or line.turn for line in draft.lines], texts)
    labels = (
        *points,
        *subjects_of_points(texts),
        *below_days(texts),
        *(at for subject in subjects_in_a_row(draft.lines) for at in (subject, subject + 1)),
        *around_labels(texts),
        *below_letters(texts),
        *labels_that_return(texts),
        *labels_in_a_row(texts),
        *short_labels(texts),
    )
    return frozenset((*parts, *labels, *set_in, *last_sentences(texts), *below_cases(texts)))


def below_cases(texts: Sequence[str]) -> Iterator[int]:
    """When questions were put, below the case that they are: `2031Z01234` / `(ingezonden 3 mei 2031)`."""
    return (at for at in range(1, len(texts)) if CASE.fullmatch(texts[at - 1]) and texts[at].startswith("(ingezonden "))


def last_sentences(texts: Sequence[str]) -> Iterator[int]:
    """Lines that begin with the sentence by which a letter takes leave, behind another one: it is a paragraph of its
    own, though the line above it can be full."""
    known = tuple(data("dutch")["last_sentences"])
    return (at for at in range(1, len(texts)) if texts[at].startswith(known) and ENDED.fullmatch(texts[at - 1]))


def first_lines_set_in(lines: Sequence[Line], texts: Sequence[str]) -> Sequence[int]:
    """The lines that are set in and begin a paragraph, in a letter that marks its paragraphs so."""
    deeper = [at for at in range(1, len(lines)) if is_set_in(lines, texts, at)]
    begin = [at for at in deeper if ENDED.fullmatch(texts[at - 1])]
    full, _ = measure([line_span(a, b) for a, b in pairwise(texts)])
    other = [at for at in deeper if not ENDED.fullmatch(texts[at - 1])]
    amid = [at for at in other if width(f"{texts[at - 1]} {first_word(texts[at])}") > FULL * full]
    custom = len(begin) >= LEAST_SET_IN and len(begin) > MOSTLY * len(begin + amid)
    return [*begin, *below_set_in(lines, texts, begin)] if custom else ()


def below_set_in(lines: Sequence[Line], texts: Sequence[str], begin: Sequence[int]) -> Iterator[int]:
    """The lines right below paragraphs of one line that are set in as these are: each is a paragraph too."""
    first = set(begin)
    for at in range(1, len(lines)):
        alike = at - 1 in first and lines[at].indent == lines[at - 1].indent and bullet_of(texts[at]) is None
        if alike and ENDED.fullmatch(texts[at - 1]) and not texts[at][:1].islower():
            first.add(at)
            yield at


def is_set_in(lines: Sequence[Line], texts: Sequence[str], at: int) -> bool:
    """Whether a line that can begin a sentence stands further to the right than the text above it."""
    begins = not texts[at][:1].islower() and bullet_of(texts[at]) is None and bullet_of(texts[at - 1]) is None
    return begins and lines[at].indent - SET_IN >= lines[at - 1].indent == 0


def parts_of_motion(texts: Sequence[str]) -> Iterator[int]:
    """`overwegende, dat …` behind `gehoord de beraadslaging,`."""
    return (at for at in range(1, len(texts)) if parts_motion(texts[at - 1], texts[at]))


def below_letters(texts: Sequence[str]) -> Iterator[int]:
    """Each label with a letter, the line behind it, and a heading with a number above it."""
    for at in lettered_labels(texts):
        yield from (at, at + 1)
        yield from [at - 1] if at and HEADING_NUMBER.match(texts[at - 1]) else []


def lettered_labels(texts: Sequence[str]) -> list[int]:
    """The labels that letters count from a, each above what it asks for: `b) Datum ontvangst` / `12 juni 2031`. An item
    of a list has no text of its own below it. Where one row of them is long enough, the others are as sure."""
    rows: list[list[int]] = [[]]
    for at, text in enumerate(texts):
        match = LETTERED.fullmatch(text)
        if match is None or len(text.split()) > LETTERED_WORDS:
            continue
        counts_on = rows[-1] and ord(match["letter"]) == ord(texts[rows[-1][-1]][0]) + 1
        if not counts_on:
            rows.append([])
        if (counts_on or match["letter"] == "a") and at + 1 < len(texts) and VALUE.match(texts[at + 1]):
            rows[-1].append(at)
    return [at for row in rows for at in row] if max(map(len, rows)) >= LEAST_LABELS else []


def around_labels(texts: Sequence[str]) -> Iterator[int]:
    """Each label of a form, and the line behind it."""
    labels = [at for at in range(len(texts)) if is_label_line(texts, at)]
    if len(labels) >= LEAST_LABELS:
        yield from labels
        yield from (at + 1 for at in labels)


def labels_that_return(texts: Sequence[str]) -> frozenset[int]:
    """Where labels with their values stand in a text in which enough of them come back; none where too few do. A number
    before one that comes once is the mark of an item: `1. Almelo: gereed.`"""
    found = {at: match for at, text in enumerate(texts) if (match := PREFIXED.match(text))}
    count = Counter(match["label"] for match in found.values() if not ASKED.match(match["label"]))
    labels = [at for at, match in found.items() if not match["number"] or count[match["label"]] > 1]
    dense = len(labels) >= LEAST_LABELS and sum(count[found[at]["label"]] > 0 for at in labels) > DENSE * len(texts)
    return frozenset(labels if dense or sum(n for n in count.values() if n > 1) >= RETURNING else ())


def heads_of_points(texts: Sequence[str], apart: Sequence[bool], firsts: Sequence[str]) -> Iterator[int]:
    """Few words above the first point of a part of a list: `Europa` above `4. Agendapunt: …`; `apart` says where white
    space is, and in a list mostly without it the point before has ended: there the last words of a value could stand
    too. `firsts` are the first lines of the texts."""
    opens = points_in(texts)
    spaced = 2 * sum(apart[at] or apart[max(0, at - 1)] for at in opens) > len(opens)
    for at in (opening - 1 for opening in opens if opening > 1):
        text, before = texts[at], texts[at - 1]
        few = len(text.split()) <= POINTS_WORDS and text[:1].isupper() and (text[-1].isalpha() or text[-1] == ")")
        valued = PREFIXED.match(before) is not None
        ended = valued or ENDED.fullmatch(before) is not None or before[-1:].isdecimal()
        cells = firsts[at + 1].endswith(":") and apart[at + 1] and heads_cells(texts, apart, at)
        if few and ((apart[at] if spaced else ended) or cells) and not before.endswith(":") and ":" not in text:
            yield at


def heads_cells(texts: Sequence[str], apart: Sequence[bool], at: int) -> bool:
    """Whether words above a label that white space parts from what it says stand right below such a value: it is a
    sentence, or one line below its label. Committees that are named there are in short forms: `EZ, I&M`."""
    below = at > 1 and texts[at - 2].endswith(":") and apart[at - 1]
    valued = below or PREFIXED.match(texts[at - 1]) is not None or ENDED.fullmatch(texts[at - 1]) is not None
    return valued and not texts[at].isupper()


def subjects_of_points(texts: Sequence[str]) -> list[int]:
    """The points that say behind their number what they are about: each heads what is said of it."""
    return [at for at in points_in(texts) if SUBJECT.fullmatch(texts[at]) or LABELLED_SUBJECT.match(texts[at])]


def below_days(texts: Sequence[str]) -> Iterator[int]:
    """What stands in a list of points below the day of a paper, `Brief regering - minister van Defensie - 3 mei 2031`:
    the name of that paper."""
    listed = has_points(texts)
    return (at for at in range(1, len(texts)) if listed and OF_DAY.search(texts[at - 1]) and texts[at][:1].isupper())


def points_in(texts: Sequence[str]) -> Sequence[int]:
    """What opens the points of a list, in most its label; of a text that is no list nothing."""
    labelled = [at for at, text in enumerate(texts) if labelled_point().match(text)]
    found = labelled or counted_labels(texts) or [at for at in range(len(texts)) if opens_point(texts, at)]
    return found if len(found) >= LEAST_POINTS else ()


def counted_labels(texts: Sequence[str]) -> Sequence[int]:
    """The labels that are counted from 1 on, whatever each is, with others right below what they say:
    `1. Toezegging: De minister meldt …` / `Wie: minister` / … / `2. Actie: …`."""
    found = [at for at, text in enumerate(texts) if LABELLED_SUBJECT.match(text)]
    counts = all(texts[at].startswith(f"{n}.") for n, at in enumerate(found, 1))
    others = (map(is_other_label, texts[at + 1 : at + 1 + LABEL_BELOW]) for at in found)
    return found if counts and len(found) >= IN_A_LIST and all(map(any, others)) else ()


def is_other_label(text: str) -> bool:
    """Whether a text begins in a label without a number."""
    found = PREFIXED.match(text)
    return found is not None and not found["number"]


def opens_point(texts: Sequence[str], at: int) -> bool:
    """Whether a text opens a point with a number alone, above what is said of it, perhaps over two lines: `2. Verslag
    van de Raad` / `Besluit: …`."""
    one, two = [*texts[at + 1 : at + 3], "", ""][:2]
    ended = any(text.endswith((".", ";", ":")) for text in (texts[at], one))
    said = said_of_point().match(one) or (said_of_point().match(two) and not ended)
    return bool(said) and SUBJECT.fullmatch(texts[at]) is not None


def has_points(texts: Sequence[str]) -> bool:
    """Whether a text is a list of points."""
    return len(points_in(texts)) > 0


@cache
def labelled_point() -> re.Pattern[str]:
    """`4. Agendapunt: Werkbezoek`, `Onderwerp: …`: what opens a point."""
    return re.compile(rf"(?:\d{{1,3}}\.? )?(?:{'|'.join(data('papers')['points'])}):(?: |$)")


@cache
def said_of_point() -> re.Pattern[str]:
    """`Besluit: Voor kennisgeving aangenomen.`"""
    return re.compile(rf"(?:{'|'.join(data('papers')['below_points'])}):(?: |$)")


def labels_in_a_row(texts: Sequence[str]) -> Iterator[int]:
    """The lines that begin with a label right below one that does so too and ended: `Document: COM(2031) 12.` /
    `Toelichting: De raad …`. Running text begins no two lines with a colon behind a capital."""
    labelled = [IN_A_ROW.match(text) is not None for text in texts]
    ended = (at for at in range(1, len(texts)) if labelled[at - 1] and labelled[at])
    return (at for at in ended if ENDED.fullmatch(texts[at - 1]))


def short_labels(texts: Sequence[str]) -> Iterator[int]:
    """Lines right below each other that are each a label with a short value: `Aanvrager: De Wierde` / `Omvang: 300`."""
    found = [is_short_label(text) for text in texts]
    longest = max(map(len, texts), default=0) if any(found) else 0
    for at in range(1, len(texts)):
        if found[at - 1] and found[at] and len(texts[at - 1]) < SHORT_ROW * longest:
            yield from (at - 1, at)


def is_short_label(text: str) -> bool:
    """Whether a text is a label with a value that is no sentence; `Bijlage: cijfers` is a heading."""
    labelled = IN_A_ROW.match(text) or YEAR_LABEL.match(text)
    one = len(text) <= LONGEST_VALUE and text.count(": ") == 1
    ended = ENDED.fullmatch(text) and not ends_short(text)
    return labelled is not None and one and not (ended or text.startswith(ANNEX))


def is_label_line(texts: Sequence[str], at: int) -> bool:
    """`Voortouwcommissie:` or `1. Agendapunt:`, a line of its own; what introduces a list is none."""
    text = texts[at]
    listed = at + 1 < len(texts) and bullet_of(texts[at + 1]) is not None
    opens = text[:1].isupper() or PREFIXED.fullmatch(text) is not None
    return text.endswith(":") and opens and len(text.split()) <= LABEL_WORDS and not listed
