"""Where one block of the text ends and the next begins.

The evidence, line by line: a blank line, the end of a sentence, room left on a line for the next word,
a small letter that goes on, the mark of a list item, a signature.
"""

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from functools import lru_cache
from itertools import groupby, pairwise

from build_tools.draft import Bullet, Draft
from build_tools.dutch.line_end_hyphens import Vocabulary
from build_tools.reading.blocks.forced_breaks import forces_breaks
from build_tools.reading.blocks.items import item_at
from build_tools.reading.blocks.known_starts import first_lines_set_in, known_starts
from build_tools.reading.blocks.line_groups import LineGroup, given_groups
from build_tools.reading.blocks.lists.enumerations import within_sentences
from build_tools.reading.blocks.lists.list_marks import marks_of
from build_tools.reading.blocks.lists.members import names_of_members
from build_tools.reading.blocks.measure import SLACK, WINDOW, face_of, measures, runs_on, sure_measures
from build_tools.reading.blocks.parting import opens_or_closes, parted
from build_tools.reading.blocks.typesetting import (
    ROUGH,
    PrintedLines,
    as_printed,
    parts_by_blanks,
    parts_sentences,
    slack_of,
    syllable_slack_of,
    usual_space,
)
from build_tools.reading.signing.signatures import signatures


def group(draft: Draft, words: Vocabulary) -> list[LineGroup]:
    """The groups of a draft, in order; together they hold every line."""
    if draft.has_structure():
        return list(given_groups(draft))
    if any(line.given for line in draft.lines):
        return list(around_tables(draft, words))
    return grouped(*as_set(draft, words))


@lru_cache(maxsize=1)
def as_set(draft: Draft, words: Vocabulary) -> tuple[PrintedLines, Sequence[range]]:
    """The lines of a text as they were set, with the measures that hold for text and for items, and its signatures.
    Who doubts a reading asks for those of the same draft as who read it."""
    lines = draft.lines
    texts = tuple(line.plain for line in lines)
    printed = tuple(map(as_printed, lines))
    signed = (*signatures(lines), *names_of_members(draft))
    counted = within_sentences(texts)
    marks = (None if at in counted else mark for at, mark in enumerate(marks_of(texts)))
    bullets = tuple(line.bullet or mark for line, mark in zip(lines, marks, strict=True))
    face, starts = face_of(printed), known_starts(draft)
    rough = PrintedLines(
        lines,
        texts,
        printed,
        bullets,
        tuple(measures_of_text(printed, face, starts, signed)),
        words,
        draft.wrapped,
        usual_space(lines),
        ROUGH,
        False,
        face,
        starts,
        len(first_lines_set_in(lines, texts)) > 0,
        parts_sentences(lines, texts),
        measured=is_measured(texts, signed),
    )
    rough = replace(rough, forces_breaks=forces_breaks(rough))
    return refined(rough, grouped(rough, signed)), signed


def is_measured(texts: Sequence[str], signed: Sequence[range]) -> bool:
    """Whether any line of a text runs on, but for salutations, closings and who signs."""
    around = {at for run in signed for at in run}
    pairs = (pair for at, pair in enumerate(pairwise(texts), 1) if at not in around)
    return any(runs_on(above, below) and not opens_or_closes(above) for above, below in pairs)


def measures_of_text(printed: Sequence[str], face: str, starts: Set[int], signed: Sequence[range]) -> list[float]:
    """For each line the measure that held there. Salutations, closings and who signs are short, and in a signed letter
    that is shorter than what tells a measure as many as the lines of its text: there that alone tells it as well."""
    whole = measures(printed, face, starts)
    around = {at for run in signed for at in run}
    text = [at for at, one in enumerate(printed) if at not in around and not opens_or_closes(one)]
    if not signed or len(text) > WINDOW:
        return whole
    begun = {n for n, at in enumerate(text) if at in starts or (n and text[n - 1] < at - 1)}
    alone = dict(zip(text, measures([printed[at] for at in text], face, begun), strict=True))
    return [max(value, alone.get(at, 0.0)) for at, value in enumerate(whole)]


def around_tables(draft: Draft, words: Vocabulary) -> Iterator[LineGroup]:
    """The groups of the text around tables that stand in it, and each table as one."""
    text = [at for at, line in enumerate(draft.lines) if not line.given]
    own = group(replace(draft, lines=tuple(draft.lines[at] for at in text)), words)
    numbers = {at: (n, True) for n, part in enumerate(own) for at in text[part.start : part.end]}
    tables = {at: (line.given.paragraph, False) for at, line in enumerate(draft.lines) if line.given}
    homes = numbers | tables
    begun: set[int] = set()
    for (n, is_text), run in groupby(range(len(draft.lines)), key=homes.__getitem__):
        places = list(run)
        whole = own[n] if is_text and n not in begun else None
        begun |= {n} if is_text else set()
        signs = is_text and own[n].signature
        yield LineGroup(places[0], places[-1] + 1, whole.bullet if whole else None, signs)


def refined(page: PrintedLines, groups: Sequence[LineGroup]) -> PrintedLines:
    """The same page with a measure apart for list items, which are set narrower than the text."""
    measured = list(page.measures)
    for items in (True, False):
        members = [at for g in groups if (g.bullet is not None) == items for at in range(g.start, g.end)]
        own = sure_measures([page.printed[at] for at in members], [page.measures[at] for at in members], page.face)
        for at, value in zip(members, own, strict=True):
            measured[at] = value
    known = replace(page, measures=tuple(measured), slack=SLACK)
    known = replace(known, slack=slack_of(known), syllable_slack=syllable_slack_of(known))
    return replace(known, marks_paragraphs=known.marks_paragraphs or parts_by_blanks(known))


def grouped(page: PrintedLines, signed: Sequence[range]) -> list[LineGroup]:
    """The lines of a page in groups that become a block each."""
    found: list[LineGroup] = []
    starts = {run.start: run for run in signed}
    at = 0
    counts: dict[str, int] = {}
    bullet: Bullet | None = None
    while at < len(page.lines):
        if at in starts:
            found.append(LineGroup(at, starts[at].stop, signature=True))
            at = starts[at].stop
            continue
        bullet = item_at(page, at, counts, bullet)
        end = at + 1
        while end < len(page.lines) and end not in starts and not parted(page, end, counts, bullet):
            end += 1
        found.append(LineGroup(at, end, bullet))
        at = end
    return found
