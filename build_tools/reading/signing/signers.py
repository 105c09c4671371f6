"""The persons that sign, each with a role, from the lines of a signature."""

import re
from collections.abc import Iterable, Iterator, Sequence

from build_tools.dutch.matching import squeezed
from build_tools.model import Signer
from build_tools.reading.signing.colleges import of_college
from build_tools.reading.signing.portfolios import portfolio_in
from build_tools.reading.signing.shapes import (
    DEPUTED,
    MEMBER,
    NAME,
    OFFICE,
    ON_BEHALF,
    ROLE,
    TOGETHER,
    bare_name,
    is_surely_name,
    name_over_lines,
    names_person,
    officer_lines,
    role_and_name,
    says_signed,
    whole_role,
)

ANOTHER = re.compile(rf" en (?=de {OFFICE} )", re.IGNORECASE)
"""Between two offices of one role: `… van Financiën en de minister van …`."""

SMALL = {"EN", "VAN", "VOOR", "DE", "HET", "IN", "OP"}
"""Words of a role that have no capital."""


def signers_in(texts: Sequence[str]) -> tuple[Signer, ...]:
    """The signers of one signature, from its lines; those of a motion have no role. A file that says that it is one may
    have a name of any form.
    """
    texts = [text for text in texts[led_together_end(texts) :] if not says_signed(text)]
    if officer_lines(texts):
        return tuple(officers(texts))
    if of_body := of_college(texts):
        return tuple(of_body)
    if (deputy := deputy_in(texts)) is not None:
        return (deputy,)
    texts = [texts[0].removesuffix(",") if names_person(texts[0].removesuffix(",")) else texts[0], *texts[1:]]
    members = [text if text.endswith("c.s.") else text.rstrip(",.") for text in texts]
    if all(MEMBER.fullmatch(name) and not ROLE.fullmatch(name) for name in members):
        return tuple(Signer(name, "") for name in members)
    both = [role_and_name(text) for text in split_rows(texts)]
    if all(both):
        return tuple(Signer(name, role_name(role)) for role, name in filter(None, both))
    roles, names = roles_and_names(texts)
    apart = [office for role in roles for office in offices_joined(role)]
    roles = apart if len(names) > len(roles) else roles
    return tuple(Signer(name, role_name(role)) for name, role in zip(names, roles or [""], strict=False))


def roles_and_names(texts: Sequence[str]) -> tuple[list[str], list[str]]:
    """The roles of a signature, each from all its rows, and the names: its last row, where none looks like a name."""
    roles: list[str] = []
    names: list[str] = []
    for text in without_together(whole_names(texts)):
        if names_person(text):
            names.append(bare_name(text))
        elif ROLE.fullmatch(text) or not roles:
            roles.append(text)
        else:
            roles[-1] += " " + text
    if not names and not ROLE.fullmatch(texts[-1]):
        return [" ".join(texts[:-1])], [texts[-1]]
    return roles, names


def officers(texts: Sequence[str]) -> Iterator[Signer]:
    """The officers of a committee or a chamber, each an office with a name below it."""
    at = 0
    while own := officer_lines(texts[at:]):
        yield Signer(texts[at + own], role_name(whole_role(texts[at : at + own])))
        at += own + 1


def deputy_in(texts: Sequence[str]) -> Signer | None:
    """Who signs in the name of another, with the office of both: `directeur-generaal Werk, namens de minister van …`;
    None where each signs for himself."""
    *rows, name = texts
    led = ON_BEHALF.fullmatch(rows[0]) if rows else None
    whole = whole_role(rows)
    parting = DEPUTED.search(whole)
    if not (led or parting) or not is_surely_name(name) or any(map(is_surely_name, rows)):
        return None
    office = led["office"] if led else whole[: parting.start()] if parting else ""
    own = whole_role(rows[1:]) if led else whole[parting.end() :] if parting else ""
    return Signer(bare_name(name), ", ".join(filter(None, (role_name(own), f"namens de {role_name(office)}"))))


def whole_names(texts: Sequence[str]) -> Iterator[str]:
    """The rows, a name over two of them as one."""
    waiting = ""
    for text in texts:
        name = name_over_lines(waiting, text) if waiting else None
        yield from [waiting] if waiting and not name else []
        waiting = name or text
    yield waiting


def split_rows(texts: Sequence[str]) -> list[str]:
    """The rows of a signature, one for each signer: a new one begins with an office."""
    rows: list[str] = []
    for text in texts:
        if rows and not ROLE.match(text):
            rows[-1] += " " + text
        else:
            rows.append(text)
    return rows


def without_together(texts: Iterable[str]) -> Iterator[str]:
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


def offices_joined(role: str) -> list[str]:
    """The offices of a role that names more than one: `De minister van Financiën en de minister van Defensie,`. One
    person can hold both, so there are as many roles only where as many names follow.
    """
    together = TOGETHER.search(role)
    own, rest = (role[: together.start()], role[together.start() :]) if together else (role, "")
    *before, last = ANOTHER.split(own)
    return [*before, last + rest]


def led_together_end(texts: Sequence[str]) -> int:
    """How many rows above a signature say for whom else one signs: `Mede namens de minister van Financiën,` above
    `de minister van Defensie,`. They end with a portfolio that is known; 0 where there are none.
    """
    if not texts or not TOGETHER.match(texts[0]):
        return 0
    for end in range(1, len(texts)):
        text = whole_role(texts[:end])
        portfolio = portfolio_in(text)
        if portfolio and squeezed(text).rstrip(",").endswith(squeezed(portfolio)) and ROLE.match(texts[end]):
            return end
    return 0
