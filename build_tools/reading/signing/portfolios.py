"""The portfolios that roles name, and the ministry that each belongs to."""

import re
from functools import cache

from build_tools.data import data
from build_tools.dutch.matching import squeezed

OF_COMMITTEE = re.compile(r"\bvan (?:de|het) (?:[\w-]+ ){0,2}commissie\b", re.IGNORECASE)
"""`BRIEF VAN DE VASTE COMMISSIE VOOR FINANCIËN`: who sends it is no minister."""


def portfolio_in(text: str) -> str | None:
    """The portfolio that a role names first, spelled as `data/ministries.yml` spells it; the longest that fits."""
    compact = squeezed(text)
    found = [(compact.find(short), -len(name), name) for name, short in portfolios() if short in compact]
    return min(found)[2] if found else None


def is_of_portfolio(text: str) -> bool:
    """Whether a text is a portfolio, or words of one: `Ruimtelijke Ordening`."""
    own = squeezed(text)
    return any(own in short for _, short in portfolios())


def is_portfolio(text: str) -> bool:
    """Whether a text is a portfolio and nothing else."""
    own = squeezed(text).rstrip(",")
    return any(own == short for _, short in portfolios())


@cache
def portfolios() -> tuple[tuple[str, str], ...]:
    """All portfolios, each as it is spelled and without white space."""
    return tuple((name, squeezed(name)) for name in (*data("ministries")["ministries"], *data("ministries")["for"]))


def ministry_of(role: str) -> str | None:
    """The ministry of a role's portfolio; None where the role names none that is known."""
    portfolio = portfolio_in(role)
    if portfolio is None:
        return None
    within = data("ministries")["for"].get(portfolio)
    own = portfolio in data("ministries")["ministries"]
    return within if within and (not own or " voor " in f" {role.lower()} ") else portfolio


def ministry_in_title(title: str) -> str | None:
    """The ministry of the sender that the title of a paper names; a committee can be called like one."""
    return None if OF_COMMITTEE.search(title) else ministry_of(title)
