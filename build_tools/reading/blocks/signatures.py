"""Who signs: a role and a name, under the letter's last words."""

import re
from collections.abc import Iterator, Sequence

from build_tools.draft import Line
from build_tools.dutch.matching import squeezed
from build_tools.model import Signer
from build_tools.reading.blocks.portfolios import ministry_of, portfolio_in

OFFICE = r"(?:vice-?)?(?:minister-president|minister|staatssecretaris|informateur|formateur)"
"""Who signs letters to the chambers; what a minister is minister of is read apart."""

ROLE = re.compile(rf"(?:de )?(?P<office>{OFFICE})\b(?P<rest>(?:,| (?:van|voor|en) | (?=[A-Z])).*)?", re.IGNORECASE)
"""`De minister van Financiën,`, `DE STAATSSECRETARIS VAN …`, `minister-president, minister van …`."""

LAST_LATIN = 0x24F
"""The last letter of the Latin alphabets of Europe (Unicode's Latin Extended-B ends there)."""

CAPITAL = f"[A-Z{''.join(filter(str.isupper, map(chr, range(0xC0, LAST_LATIN + 1))))}]"
"""A capital, whatever its accents: names come from every country (`Đ`, `Ł`, `Ş`)."""

PARTICLE = (
    r"(?:[Vv]an|[Dd]e|[Dd]er|[Dd]en|[Dd]u|[Dd]i|[Dd]a|[Dd]os|[Hh]et|[Tt]en|[Tt]er|[Tt]e|[’'‘]t|in|op|von|zu|el|al|bin|à|a)"
)
TITLE = r"(?:(?:[Mm]r|[Dd]rs?|[Ii]r|[Ii]ng|[Pp]rof|[Mm]evr|[Mm]w|[Dd]hr|[Mm]evrouw)\.? ?)*"
"""`drs. `, `mr.dr. `, `ing. `, or nothing."""

INITIALS = rf"(?:{CAPITAL}[a-z]{{0,2}}\.(?: |-(?=[A-Z]))?){{1,7}}"
"""`J.P.H. `, `J. P. H. `, `Th. `, `P.-J. `: a person has up to seven."""

FAMILY = rf"(?:[dlDL][’'])?{CAPITAL}[\w’'‘]*"
SURNAME = rf"(?:{PARTICLE} )*(?:[Vv]an)?{FAMILY}(?:[ -](?:{PARTICLE}[ -])*{FAMILY}){{0,3}}"
"""`Donner`, `van Gennip`, `Hirsch Ballin`, `Van der Laan`, `Jansen-van den Berg`, `de l’Isle`: up to four parts."""

FIRST_NAME = rf"{CAPITAL}[a-zà-ɏ]+(?:-[A-Z]\w+)? "
NAME = re.compile(
    rf"{TITLE}(?:{INITIALS}(?:\([\w -]+\) )?|{FIRST_NAME}(?:{INITIALS})?){SURNAME}"
    r"(?:,? (?:MSc|MA|BSc|LLM|MBA|RA|PhD)\.?)?"
)
"""`J.P.H. Donner`, `drs. V.L.W.A. Heijnen`, `Inge van Dijk`, `A. (Aukje) de Vries`, `E. van der Burg MSc`."""

OFFICER = re.compile(
    r"de (?:(?:fungerend|waarnemend|plaatsvervangend) )?(?:(?:onder)?voorzitter|(?:adjunct-)?griffier)"
    r"(?: van de (?:[\w-]+ ){0,2}commissie[^.;:]{0,80}|,)",
    re.IGNORECASE,
)
"""`De voorzitter van de commissie,`, `De adjunct-griffier,`: officers of a committee, with a surname below."""

SURNAME_ALONE = re.compile(rf"(?:{INITIALS})?{SURNAME}")
"""`De Wilde-Boon`, `J. Bakker`: how the name of an officer stands there."""

WITH_INITIALS = re.compile(rf"{TITLE}{INITIALS}.*")
"""A name that is one by its shape alone, as `J. Overzet` and not `Jan Overzet`."""

TOGETHER = re.compile(r"(?:,? |^)(?:mede|ook) namens\b.*", re.IGNORECASE)
"""`mede namens de Staatssecretaris van Financiën,`: for whom one signs as well; they have not signed themselves."""

ANOTHER = re.compile(rf" en (?=de {OFFICE} )", re.IGNORECASE)
"""Between two offices of one role: `… van Financiën en de minister van …`."""

LONGEST_TOGETHER = 3
"""Lines of that at the most, in a narrow column."""

LONGEST_NAME = 60
"""Characters of a name at the most; with titles and initials the longest take about 40."""

LONGEST_ROLE, WIDEST_ROLE = 4, 110
"""Lines of a role, and characters of each, at the most: `De minister voor …` takes two, in a narrow column four. What
is longer is a sentence that begins with "De minister"."""

MEMBER = re.compile(rf"(?:{TITLE}{INITIALS})?{SURNAME}(?: c\.s\.)?,?")
"""`Van der Schelp`, `Peeters-Van Lommel`, `J.C. Sterk`, `Omtzigt c.s.`: a member who moves a paper, without a role."""

SMALL = {"EN", "VAN", "VOOR", "DE", "HET", "IN", "OP"}
"""Words of a role that have no capital."""

MOST_SIGNERS = 12
"""Signers of one letter at the most; letters of several have two to four, and more offices in a row are a list."""

NOT_FULL = 50
"""Characters that a full line of text has at the least: a shorter one ended on purpose, and a signature can follow."""


def signatures(lines: Sequence[Line]) -> Iterator[range]:
    """The lines of each signature: role and name, in either order, for one signer or more."""
    at = 0
    while at < len(lines):
        end = signature_end(lines, at) if may_begin(lines, at) else at
        if end > at:
            yield range(at, end)
        at = max(end, at + 1)


def may_begin(lines: Sequence[Line], at: int) -> bool:
    """A signature begins a new paragraph."""
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
    if is_name(lines, at):
        return known_role_end(lines, at + 1, at)
    if is_officer(lines, at):
        return at + 2
    end = at
    while (stop := one_line_end(lines, end)) > end:
        end = stop
    if end > at:
        return end
    roles = 0
    while roles < MOST_SIGNERS and (stop := role_end(lines, end)) > end:
        roles, end = roles + 1, together_end(lines, stop)
        if is_name(lines, end):
            break
    joined = sum(len(offices_joined(line.plain)) - 1 for line in lines[at:end])
    names = 0
    while names < roles + joined and is_name(lines, end):
        names, end = names + 1, end + 1
    if not names or names < roles:
        return at
    return end


def offices_joined(role: str) -> list[str]:
    """The offices of a role that names more than one: `De minister van Financiën en de minister van Defensie,`. One
    person can hold both, so there are as many roles only where as many names follow.
    """
    together = TOGETHER.search(role)
    own, rest = (role[: together.start()], role[together.start() :]) if together else (role, "")
    *before, last = ANOTHER.split(own)
    return [*before, last + rest]


def is_officer(lines: Sequence[Line], at: int) -> bool:
    """Whether an officer of a committee and the name below sign here."""
    return (
        at + 1 < len(lines)
        and OFFICER.fullmatch(lines[at].plain) is not None
        and len(lines[at + 1].plain) <= LONGEST_NAME
        and not lines[at + 1].plain.isupper()
        and SURNAME_ALONE.fullmatch(lines[at + 1].plain) is not None
    )


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


def role_and_name(text: str) -> tuple[str, str] | None:
    """The two halves of a signature on one line; the role names a portfolio that is known, or the name has initials."""
    if len(text) > WIDEST_ROLE + LONGEST_NAME:
        return None
    for comma in re.finditer(r", (?=\S)", text):
        role, name = text[: comma.start()], text[comma.end() :]
        if ROLE.fullmatch(role) and NAME.fullmatch(name):
            portfolio = portfolio_in(role)
            known = portfolio is not None and squeezed(role).endswith(squeezed(portfolio))
            if known or WITH_INITIALS.fullmatch(name):
                return role, name
    return None


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
        known = ministry_of(" ".join(line.plain for line in lines[at:end])) is not None
        if text.endswith((".", ":", ";")) or len(text) > WIDEST_ROLE:
            return at
        if end == len(lines) or is_name(lines, end):
            return end if end < len(lines) or known else at
        if known and (text.endswith(",") or ROLE.fullmatch(lines[end].plain)):
            return end
    return at


def known_role_end(lines: Sequence[Line], start: int, none: int) -> int:
    """The index after a role below its name, with a portfolio that is known; `none` where there is no such role."""
    if start >= len(lines) or not ROLE.fullmatch(lines[start].plain):
        return none
    for end in range(start + 1, min(start + LONGEST_ROLE, len(lines)) + 1):
        text = " ".join(line.plain for line in lines[start:end])
        portfolio = portfolio_in(text)
        if portfolio and squeezed(text).rstrip(",").endswith(squeezed(portfolio)):
            return end
    return none


def is_name(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is the name of a person, and nothing else; `De Staatssecretaris van Economische` has the shape of
    one, and is half a role.
    """
    return at < len(lines) and len(lines[at].plain) <= LONGEST_NAME and names_person(lines[at].plain)


def names_person(text: str) -> bool:
    """Whether a text has the shape of a name, and not of an office."""
    return NAME.fullmatch(text) is not None and ROLE.fullmatch(text) is None


def signers_in(texts: Sequence[str]) -> tuple[Signer, ...]:
    """The signers of one signature, from its lines; those of a motion have no role. A file that says that it is one may
    have a name of any form.
    """
    roles: list[str] = []
    names: list[str] = []
    if all(MEMBER.fullmatch(text) and not ROLE.fullmatch(text) for text in texts):
        return tuple(Signer(text.rstrip(","), "") for text in texts)
    if OFFICER.fullmatch(texts[0]):
        return tuple(Signer(name, role_name(role)) for role, name in zip(texts[::2], texts[1::2], strict=False))
    both = [role_and_name(text) for text in split_rows(texts)]
    if all(both):
        return tuple(Signer(name, role_name(role)) for role, name in filter(None, both))
    for text in without_together(texts):
        if names_person(text):
            names.append(text)
        elif ROLE.fullmatch(text) or not roles:
            roles.append(text)
        else:
            roles[-1] += " " + text
    if not names and not ROLE.fullmatch(texts[-1]):
        names, roles = [texts[-1]], [" ".join(texts[:-1])]
    apart = [office for role in roles for office in offices_joined(role)]
    roles = apart if len(names) > len(roles) else roles
    return tuple(Signer(name, role_name(role)) for name, role in zip(names, roles or [""], strict=False))


def split_rows(texts: Sequence[str]) -> list[str]:
    """The rows of a signature, one for each signer: a new one begins with an office."""
    rows: list[str] = []
    for text in texts:
        if rows and not ROLE.match(text):
            rows[-1] += " " + text
        else:
            rows.append(text)
    return rows


def without_together(texts: Sequence[str]) -> Iterator[str]:
    """The rows without those that say for whom else one signs, up to the name; a role before such words stays."""
    apart = False
    for text in texts:
        apart = (apart or TOGETHER.match(text) is not None) and NAME.fullmatch(text) is None
        if not apart:
            yield text
            apart = TOGETHER.search(text) is not None


def role_name(text: str) -> str:
    """A role as running text writes it: "minister van Sociale Zaken en Werkgelegenheid"."""
    role = re.sub(r"^de ", "", TOGETHER.sub("", " ".join(text.split())).rstrip(","), flags=re.IGNORECASE)
    office = re.match(OFFICE, role, re.IGNORECASE)
    if office is None:
        return role
    rest = role[office.end() :]
    portfolio = portfolio_in(rest)
    if portfolio and rest.isupper():
        rest = f" {rest.split()[0].lower()} {portfolio}{after_portfolio(rest, portfolio)}"
    return office[0].lower() + rest


def after_portfolio(rest: str, portfolio: str) -> str:
    """What stands behind the portfolio in a role that is all in capitals, as running text writes it."""
    at = rest.lower().find(portfolio.lower())
    tail = rest[at + len(portfolio) :] if at >= 0 else ""
    return re.sub(r"\w+", lambda word: word[0].lower() if word[0] in SMALL else word[0].capitalize(), tail)
