"""Which lines a signature is: a role and a name, under the letter's last words."""

from collections.abc import Iterator, Sequence

from build_tools.draft import Line
from build_tools.reading.signing.colleges import BODY_LINES, PEOPLE_LINES, college_lines
from build_tools.reading.signing.portfolios import is_portfolio, ministry_of, portfolio_in
from build_tools.reading.signing.shapes import (
    DEPUTED,
    LONGEST_NAME,
    LONGEST_OFFICE,
    LONGEST_ROLE,
    ON_BEHALF,
    ROLE,
    TOGETHER,
    WIDEST_ROLE,
    WITH_INITIALS,
    is_surely_name,
    is_whole_role,
    name_over_lines,
    names_person,
    officer_lines,
    role_and_name,
    says_signed,
    whole_role,
)
from build_tools.reading.signing.signers import led_together_end, offices_joined

LONGEST_TOGETHER = 3
"""Lines of that at the most, in a narrow column."""

MOST_SIGNERS = 12
"""Signers of one letter at the most; letters of several have two to four, and more offices in a row are a list."""

NOT_FULL = 50
"""Characters that a full line of text has at the least: a shorter one ended on purpose, and a signature can follow."""


def signatures(lines: Sequence[Line]) -> Iterator[range]:
    """The lines of each signature: role and name, in either order, for one signer or more."""
    at = behind = 0
    while at < len(lines):
        begins = at == behind or may_begin(lines, at)
        end = signature_end(lines, at) if begins else at
        if end > at:
            behind = end
            yield range(at, end)
        at = max(end, at + 1)


def may_begin(lines: Sequence[Line], at: int) -> bool:
    """A signature begins a new paragraph, unless it stands right behind another one."""
    if at == 0:
        return True
    before = lines[at - 1].plain
    return (
        bool(lines[at].blanks or lines[at].turn)
        or before.endswith((".", ",", "?", "!", ":", "”", ")"))
        or len(before) < NOT_FULL
    )


def signature_end(lines: Sequence[Line], at: int) -> int:
    """The index after the signature that begins at `at`; `at` itself where none does."""
    own = led_together_end([line.plain for line in lines[at : at + LONGEST_ROLE]]) + at
    if own > at:
        stop = signature_end(lines, own) if own < len(lines) else own
        return stop if stop > own else at
    if own := officer_end(lines, at) or college_end(lines, at) or on_behalf_end(lines, at):
        return own
    if is_name(lines, at) or is_name_with_comma(lines, at):
        return roles_below_end(lines, at) or known_role_end(lines, max(name_end(lines, at), at + 1), at)
    end = at
    while (stop := one_line_end(lines, end)) > end:
        end = stop
    if end > at:
        return end
    roles = 0
    while roles < MOST_SIGNERS and (stop := role_end(lines, end)) > end:
        roles, end = roles + 1, deputed_end(lines, stop) or together_end(lines, stop)
        if is_name(lines, end):
            break
    joined = sum(len(offices_joined(line.plain)) - 1 for line in lines[at:end])
    names = 0
    while names < roles + joined and is_name(lines, end):
        names, end = names + 1, name_end(lines, end)
    if not names or names < roles:
        return at
    return end


def officer_end(lines: Sequence[Line], at: int) -> int:
    """The index after an officer of a committee or a chamber and the name below; 0 where none signs here."""
    own = officer_lines([line.plain for line in lines[at : at + LONGEST_OFFICE + 1]])
    return at + own + 1 if own else 0


def college_end(lines: Sequence[Line], at: int) -> int:
    """The index after those who sign for a body, as for a municipality or a High Council of State; 0 where none do."""
    texts = [line.plain for line in lines[at : at + BODY_LINES + PEOPLE_LINES]]
    own = college_lines(texts, above=lines[at - 1].plain if at else "")
    return at + own if own else 0


def deputed_end(lines: Sequence[Line], at: int) -> int:
    """The index of the name of who signs in the name of the role above, perhaps below an office of his own:
    `namens deze,` / `de directeur-generaal Werk,` / `M. Jansen`; 0 where none does."""
    behind = at > 0 and DEPUTED.search(lines[at - 1].plain) is not None
    if not behind and not (at < len(lines) and DEPUTED.match(lines[at].plain)):
        return 0
    return name_below(lines, at if behind else at + 1)


def on_behalf_end(lines: Sequence[Line], at: int) -> int:
    """The index after a signature that says first for whom: `Namens de minister van Financiën,` above an office and a
    name; 0 where none stands here."""
    led = ON_BEHALF.fullmatch(lines[at].plain)
    name = name_below(lines, at + 1) if led and is_whole_role([led["office"]]) else 0
    return name_end(lines, name) if name else 0


def name_below(lines: Sequence[Line], at: int) -> int:
    """The index of the name, surely one, below the few lines of an office; 0 where there is none."""
    for end in range(at, min(at + 1 + LONGEST_TOGETHER, len(lines))):
        text = lines[end].plain
        if is_surely_name(text):
            return end
        if text.endswith((".", ":", ";")) or len(text) > WIDEST_ROLE:
            break
    return 0


def one_line_end(lines: Sequence[Line], at: int) -> int:
    """The index after a role and a name on one line: `De minister van Financiën, J. Jansen`; it may run over two."""
    for end in range(at + 1, min(at + LONGEST_ROLE, len(lines)) + 1):
        goes_on = end < len(lines) and not lines[end].blanks and lines[end].plain[:1].islower()
        both = role_and_name(" ".join(line.plain for line in lines[at:end]))
        apart = both is not None and both[1].startswith(lines[end - 1].plain)
        if both and not apart and not goes_on:
            return end
        if apart or (end < len(lines) and (lines[end].blanks or lines[end].turn)):
            break
    return at


def together_end(lines: Sequence[Line], at: int) -> int:
    """The index after lines that say for whom else one signs, where a name follows them.

    The words may begin behind the role: `de minister voor Wonen, Wijken en Integratie, mede namens de` /
    `staatssecretaris van Financiën,` / `A. Meel`; the second office has not signed.
    """
    behind = at > 0 and TOGETHER.search(lines[at - 1].plain) is not None
    if at < len(lines) and (behind or TOGETHER.match(lines[at].plain)):
        for end in range(at if behind else at + 1, min(at + 1 + LONGEST_TOGETHER, len(lines))):
            if is_name(lines, end):
                return end
    return at


def role_end(lines: Sequence[Line], at: int) -> int:
    """The index after a role of one line or more: it ends with a comma, or before a name."""
    if at >= len(lines) or not ROLE.fullmatch(lines[at].plain):
        return at
    for end in range(at + 1, min(at + 1 + LONGEST_ROLE, len(lines) + 1)):
        text = lines[end - 1].plain
        known = ministry_of(whole_role([line.plain for line in lines[at:end]])) is not None
        if text.endswith((".", ":", ";")) or len(text) > WIDEST_ROLE:
            return at
        if end == len(lines) or is_name(lines, end):
            return end if known or (end < len(lines) and is_below(lines, end)) else at
        another = ROLE.fullmatch(lines[end].plain) or DEPUTED.match(lines[end].plain)
        if known and (another or (text.endswith(",") and not names_more(lines, at, end))):
            return end
    return at


def is_below(lines: Sequence[Line], at: int) -> bool:
    """Whether a name surely stands below its role: where something else came between, a heading can look like it."""
    return not lines[at].turn or WITH_INITIALS.fullmatch(lines[at].plain) is not None


def names_more(lines: Sequence[Line], at: int, end: int) -> bool:
    """Whether the portfolio of the role in these lines goes on in the next, `Economische Zaken,` / `Landbouw en …`, or
    another one of who signs stands there, above the name."""
    if end < len(lines) and is_portfolio(lines[end].plain) and is_name(lines, end + 1):
        return True
    short, long = (portfolio_in(whole_role([line.plain for line in lines[at:to]])) for to in (end, end + 1))
    return len(long or "") > len(short or "")


def roles_below_end(lines: Sequence[Line], at: int) -> int:
    """The index after several names and as many roles below them, in their order, as a tool gives signatures that stand
    side by side; 0 where there are no such."""
    names, end = 0, at
    while names < MOST_SIGNERS and (stop := name_end(lines, end)) > end:
        names, end = names + 1, stop
    for _ in range(names if names > 1 else 0):
        stop = known_role_end(lines, end, end)
        if stop == end:
            return 0
        end = stop
    return end if names > 1 else 0


def known_role_end(lines: Sequence[Line], start: int, none: int) -> int:
    """The index after a role below its name, with a portfolio that is known; `none` where there is no such role."""
    if start >= len(lines) or not ROLE.fullmatch(lines[start].plain):
        return none
    for end in range(start + 1, min(start + LONGEST_ROLE, len(lines)) + 1):
        if is_whole_role([line.plain for line in lines[start:end]]) and not names_more(lines, start, end):
            return end
    return none


def is_name_with_comma(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is a name that a comma parts from the role below it: `Inge Haring,` / `Minister van Financiën`."""
    text = lines[at].plain
    return text.endswith(",") and len(text) <= LONGEST_NAME and names_person(text.removesuffix(","))


def is_name(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is the name of a person, and nothing else; `De Staatssecretaris van Economische` has the shape of
    one, and is half a role. Of a name over two lines it is the first one.
    """
    return name_end(lines, at) > at


def name_end(lines: Sequence[Line], at: int) -> int:
    """The index after a name that takes a line, or two in a narrow column, or stands below `(w.g.)`; `at` itself where
    there is none."""
    texts = [line.plain for line in lines[at : at + 2]]
    if len(texts) == 2 and says_signed(texts[0]):
        return at + 2 if is_name(lines, at + 1) and not says_signed(texts[1]) else at
    if texts and len(texts[0]) <= LONGEST_NAME and names_person(texts[0]):
        return at + 1
    return at + 2 if len(texts) == 2 and name_over_lines(*texts) else at
