"""A paper copied from a web page: the menus, tables of particulars and feet of the site around it.

After this step the paper's own first line is the first line; what the site says of the paper is stated.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from build_tools.draft import Draft, HeadLine, Line
from build_tools.dutch.dates import PLACE_DATE
from build_tools.dutch.matching import salutes
from build_tools.model import Reason
from build_tools.reading.steps.heads.head_shapes import WHOLE_ADDRESSEE, is_opening
from build_tools.reading.steps.margins.labels import is_label, is_subject, is_unit, label_of
from build_tools.reading.steps.taking_out import take_out
from build_tools.reading.steps.web.back_links import leads_back
from build_tools.reading.steps.web.introductions import is_introduced
from build_tools.reading.steps.web.menu_rows import is_menu_row
from build_tools.reading.steps.web.paper_begins import begins_paper, is_menu, is_printed_top, is_value
from build_tools.reading.steps.web.web_facts import TITLE_WORDS, stated_around, title_above
from build_tools.reading.steps.web.web_foot import bottom_start, is_below
from build_tools.reading.steps.web.web_words import (
    CAPTION,
    FILE,
    inserted,
    is_common,
    is_named,
    is_of_cookies,
    is_phrase,
    is_sign,
)

TOP, LONGEST = 60, 160
"""Lines above the paper among which its own head is sought, and characters of a line there at the most."""

INTRODUCTION = 8
"""Lines of a title, and of what a site says that the paper is about, at the most."""

LEAST_SIGNS = 3
"""Lines of a site around a paper that make it a web page, one of them a menu or a button: a letter has labels too."""

LEAST_MENUS = 2
"""Menus or buttons around a paper, of those that are no common words, that show a site by themselves."""

MENU_LINE, MENU_LINES, MENU_REST = 4, 5, 3
"""Words of a line of a menu at the most, such lines above a paper that are a menu, and others among them at the most:
the title of the page and what it says of the paper."""

HEAD_LINES = 4
"""Lines from the place and day of a head to its salutation or addressee at the most."""

LINKS = 4
"""Names of other pages below a line that leads to them, at the most: `Lees ook:`."""

NOTICE = 4
"""Lines from a sentence of the site to the button below it at the most: `Ik ga akkoord`, `Weigeren`."""

SHUT = ("X", "Noot")
"""The button that shuts a note which a page shows in a window, and the word that heads each."""

BELOW = ("around signer", "around ministry")
"""What a site states below a paper: numbers and days there are those of other papers, that are like this one."""


def is_web_page(draft: Draft) -> bool:
    """Whether a site shows itself around the paper; around what a browser printed, all there is belongs to it."""
    lines = draft.lines
    top, bottom = edges(draft)
    around = [*lines[:top], *lines[bottom:]]
    signs = [line.text for line in around if is_sign(line.text) or is_menu_row(line.text)]
    menus = [text for text in signs if is_menu(text) and not label_of(text)]
    sure = sum(not is_common(text) for text in menus) >= LEAST_MENUS
    shown = is_print(draft) or sure or (len(signs) >= LEAST_SIGNS and menus) or opens_with_menu(lines)
    shown = shown or introduced_to(lines) > 0
    return 0 < len(around) < len(lines) and bool(shown)


def take_out_web_page(draft: Draft) -> Draft:
    """Take the site out and keep what it states of the paper."""
    lines = draft.lines
    top, bottom = edges(draft)
    taken = dict.fromkeys((*range(top), *range(bottom, len(lines))), Reason.AROUND)
    above, below = lines[:top], lines[bottom:]
    behind = (stated for stated in stated_around(below) if stated.states in BELOW)
    stated = (*stated_around(above), *title_above(above), *title_of(lines[top : top + 2]), *behind)
    return without_inserted(take_out(draft, taken, stated))


def title_of(lines: Sequence[Line]) -> Iterator[HeadLine]:
    """What a page calls the paper right above its own head."""
    if len(lines) > 1 and begins_paper(lines, 1) and not begins_paper(lines, 0):
        text = lines[0].text
        if len(text.split()) >= TITLE_WORDS and not (text.endswith(".") or salutes(text) or is_label(text)):
            yield HeadLine("around title", text, lines[0].number)


def without_inserted(draft: Draft) -> Draft:
    """A paper without what the site put between its paragraphs, which end there."""
    amid = sorted({n for at in range(len(draft.lines)) for n in inserted_at(draft.lines, at)})
    below = {line.number for at in amid for line in draft.lines[at + 1 : at + 2]}
    rest = take_out(draft, dict.fromkeys(amid, Reason.AROUND))
    return replace(rest, lines=tuple(parted(line) if line.number in below else line for line in rest.lines))


def parted(line: Line) -> Line:
    """A line as it stands below white space, with no page that turned there."""
    return replace(line, turn=False, blanks=line.blanks or 1)


def inserted_at(lines: Sequence[Line], at: int) -> range:
    """The lines from this one on that the site put between two paragraphs: one, or with a colon also the names of what
    it leads to, down to white space."""
    if not is_inserted(lines, at):
        return range(0)
    end = at + 1
    names = range(end, min(end + LINKS + 1, len(lines))) if lines[at].text.endswith(":") else ()
    below = next((n for n in names if lines[n].blanks), end)
    linked = all(is_value(lines[n].text) for n in range(end, below))
    return range(at, below if linked else end)


def is_inserted(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is one that the site put between two paragraphs: nothing goes on in it or behind it."""
    text, above = lines[at].text, lines[at - 1].text if at else ""
    below = lines[at + 1].text if at + 1 < len(lines) else ""
    within = above.endswith((",", "-")) or below[:1].islower()
    shuts = (text, below) == SHUT
    return shuts or (inserted().fullmatch(text.lower()) is not None and not text.endswith(".") and not within)


def take_out_shown_site(draft: Draft) -> Draft:
    """The same for a file that says itself what its lines are: a page that was printed to PDF."""
    return take_out_web_page(draft) if is_web_page(draft) else draft


def edges(draft: Draft) -> tuple[int, int]:
    """Where the paper begins, and where the site goes on below it."""
    lines = draft.lines
    head = introduced_to(lines)
    shown = is_print(draft) or head > 0 or shows_site(lines)
    bottom = bottom_start(lines, shown)
    return head or top_end(lines[:bottom], shown), bottom


def introduced_to(lines: Sequence[Line]) -> int:
    """Where the paper's own head begins below what an unknown site says of it; 0 where none does."""
    head = own_head(lines)
    return head if is_introduced(lines, head) else 0


def own_head(lines: Sequence[Line]) -> int:
    """The first line of a paper's own head; 0 where none is found."""
    return next((at for at in range(len(lines[:TOP])) if begins_head(lines, at)), 0)


def begins_head(lines: Sequence[Line], at: int) -> bool:
    """Whether a paper's own head surely begins here: a place and day alone can end a letter as well."""
    below = lines[at + 1 : at + 1 + HEAD_LINES]
    opens = any(salutes(one.text) or is_addressed(one.text) for one in below)
    return begins_paper(lines, at) and (opens or PLACE_DATE.fullmatch(lines[at].text) is None)


def is_addressed(text: str) -> bool:
    """Whether a line says to whom a letter is."""
    return WHOLE_ADDRESSEE.fullmatch(text) is not None or is_subject(text)


def is_print(draft: Draft) -> bool:
    """Whether a browser printed the document: what it added is the only thing that was taken out before."""
    return any(cut.reason is Reason.AROUND for cut in draft.taken)


def shows_site(lines: Sequence[Line]) -> bool:
    """Whether menus or buttons stand above and below the paper: by these the rest of a site is known."""
    head = takewhile(lambda at: not (begins_paper(lines, at) or salutes(lines[at].text)), range(len(lines[:TOP])))
    menus = [*(lines[at].text for at in head), *(line.text for line in lines[-TOP // 2 :] if is_below(line.text))]
    sure = sum(is_menu(text) and not is_common(text) for text in menus)
    return sure >= LEAST_MENUS or (sure > 0 and sum(map(is_sign, menus)) >= LEAST_SIGNS) or opens_with_menu(lines)


def opens_with_menu(lines: Sequence[Line]) -> bool:
    """Whether many short lines, one of them a menu, open a text above a paper's own head, and nothing that a ministry
    prints there: no label, no part of it, no figure of an address; unless several are menus."""
    head = next((at for at in range(len(lines[:TOP])) if begins_paper(lines, at)), 0)
    short = [text for text in (line.text for line in lines[:head]) if len(text.split()) <= MENU_LINE]
    known = [text for text in short if is_phrase(text)]
    printed = any(label_of(text) or is_unit(text) or re.search(r"\d", text) for text in set(short) - set(known))
    return len(short) >= MENU_LINES and head - len(short) <= MENU_REST and len(known) > printed * LEAST_MENUS


def top_end(lines: Sequence[Line], shown: bool) -> int:
    """Where the paper begins: with its own head, or else below the last line that is surely the site's. Where a site is
    `shown`, all that stands above the paper's head is the site's."""
    last = known = 0
    for at, line in enumerate(lines[:TOP]):
        if begins_paper(lines, at):
            return at if last or shown else 0
        if is_sign(line.text):
            last = max(last, at + 1)
        elif at >= known and (is_opening(line, 1, 0) or len(line.text) > LONGEST or line.text.endswith(".")):
            known = introduction_end(lines, at, below_sign=last > 0 or shown) or notice_end(lines, at)
            known = known or (shown and title_end(lines, at))
            if not known:
                break
            last = known
    return last


def title_end(lines: Sequence[Line], at: int) -> int:
    """Where what a site says of a paper in a few words, below what it calls it, ends: right above the paper's own head;
    0 where none does. The name alone is the paper's title."""
    for end in range(at, min(at + INTRODUCTION, len(lines))):
        if end > at and begins_head(lines, end):
            return end if end > at + 1 else 0
        if not is_value(lines[end].text) or salutes(lines[end].text):
            return 0
    return 0


def notice_end(lines: Sequence[Line], at: int) -> int:
    """Where a sentence of the site itself ends, of cookies or of what can be found on it: a button or menu stands right
    below it; 0 where none does. What leads from a note back to the text stands below the paper's own lines."""
    if is_of_cookies(lines[at].text):
        return at + 1
    for end in range(at + 1, min(at + 1 + NOTICE, len(lines))):
        if salutes(lines[end - 1].text) or begins_paper(lines, end) or len(lines[end - 1].text) > LONGEST:
            return 0
        if is_phrase(lines[end].text) and not is_common(lines[end].text):
            return 0 if leads_back(lines[end]) else end
    return 0


def introduction_end(lines: Sequence[Line], at: int, below_sign: bool) -> int:
    """Where a title like a sentence, or what a site says that a paper is about, ends; 0 where neither begins.

    That is surely the site's where its file or caption follows (`Kamerstuk: Kamerbrief | 12-03-2024`), or where a whole
    sentence stands between a menu and the paper's own head, perhaps with what else the site puts there: letters say
    nothing above their salutation. Above a masthead a title is the site's in any case.
    """
    for end in range(at + 1, min(at + 1 + INTRODUCTION, len(lines))):
        last = next(n for n in range(end - 1, at - 1, -1) if n == at or not is_inserted(lines, n))
        ended = lines[last].text.endswith(".")
        if salutes(lines[end].text) or begins_paper(lines, end):
            headed = is_printed_top(lines, end) or (ended and not PLACE_DATE.fullmatch(lines[end].text))
            return end if below_sign and headed else 0
        if CAPTION.fullmatch(lines[end].text) or FILE.fullmatch(lines[end].text):
            return end
        if not ended and all(is_named(line.text) for line in lines[end : end + 2]):
            return end
    return 0
