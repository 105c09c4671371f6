"""What roles, names and those for whom one signs as well look like."""

import re
from collections.abc import Sequence

from build_tools.dutch.matching import squeezed
from build_tools.reading.signing.portfolios import is_of_portfolio, portfolio_in

OFFICE = r"(?:vice-?)?(?:minister-president|minister|staatssecretaris|informateur|formateur)"
"""Who signs letters to the chambers; what a minister is minister of is read apart."""

ROLE = re.compile(rf"(?:de )?(?P<office>{OFFICE})\b(?P<rest>(?:,| (?:van|voor|en) | (?=[A-Z])).*)?", re.IGNORECASE)
"""`De minister van Financiën,`, `DE STAATSSECRETARIS VAN …`, `minister-president, minister van …`."""

LAST_LATIN = 0x24F
"""The last letter of the Latin alphabets of Europe (Unicode's Latin Extended-B ends there)."""

CAPITAL = f"[A-Z{''.join(filter(str.isupper, map(chr, range(0xC0, LAST_LATIN + 1))))}]"
"""A capital, whatever its accents: names come from every country (`Đ`, `Ł`, `Ş`)."""

PARTICLE = (
    r"(?:[Vv]an|[Dd]e|[Dd]er|[Dd]en|[Dd]u|[Dd]i|[Dd]a|[Dd]os|[Hh]et|[Tt]en|[Tt]er|[Tt]e|[’'‘]t"
    r"|in|op|von|zu|el|al|bin|à|a|[Ll]a|[Ll]e|[Dd]es|[Dd]el|[Tt]ho[er])"
)
OF_HOUSE = rf"(?:{PARTICLE}|tot|toe)"
"""Small words before the second part of a surname, as of noble houses: `Rengers tot Oosterhout`."""

NOBLE = "(?:baron|barones|graaf|gravin|ridder)"
TITLE = (
    r"(?:(?:[Mm]r|[Dd]rs?|[Ii]r|[Ii]ng|[Pp]rof|[Mm]evr|[Mm]w|[Dd]hr|[Mm]evrouw|[Jj]hr|[Jj]kvr|[Dd]s|[Ll]ic)\.? ?"
    rf"|{NOBLE} )*"
)
"""`drs. `, `mr.dr. `, `jhr. mr. `, `baron `, or nothing."""

INITIALS = rf"(?:{CAPITAL}[a-z]{{0,2}}\.(?: |-(?=[A-Z]))?){{1,7}}"
"""`J.P.H. `, `J. P. H. `, `Th. `, `P.-J. `: a person has up to seven."""

FAMILY = rf"(?:[dlDL][’'])?{CAPITAL}[\w’'‘]*"
SURNAME = rf"(?:{PARTICLE} )*(?:[Vv]an)?{FAMILY}(?:(?: [-–] |[ -])(?:{OF_HOUSE}[ -])*{FAMILY}){{0,3}}"
"""`Donner`, `van Gennip`, `Hirsch Ballin`, `Van der Laan`, `Jansen-van den Berg`, `Duin - van der Beek`, `de l’Isle`:
up to four parts."""

FIRST_NAME = rf"{CAPITAL}[a-zà-ɏ]+(?:-[A-Z]\w+)? "
NAME = re.compile(
    rf"{TITLE}(?:{INITIALS}(?:\([\w -]+\) )?(?:{NOBLE} )?|{FIRST_NAME}(?:{INITIALS})?){SURNAME}"
    r"(?:,? (?:MSc|MA|BSc|LLM|MBA|RA|PhD)\.?)?"
)
"""`J.P.H. Donner`, `drs. V.L.W.A. Heijnen`, `Inge van Dijk`, `A. (Aukje) de Vries`, `E. van der Burg MSc`."""

BRACKETED = re.compile(rf"\({TITLE}{INITIALS}{SURNAME}\)")
"""`(A.J.M. Heerkens)`: a name in brackets below a role, as older letters type it."""

STOPPED = re.compile(rf"(?P<name>{TITLE}{INITIALS}(?:{NOBLE} )?{SURNAME})\.")
"""`J. in ’t Velde.`: a name with a stop, as older letters type it."""

SIGNED = re.compile(
    r"^(?:\((?:w\.? ?g\.?|(?:was )?(?:get\.|gete+kend))\)|w\.g\.|[Gg]et\.|(?:[Ww]as )?[Gg]ete+kend)[:,]?(?:\s+|$)"
    r"|\s\((?:w\.? ?g\.?|get\.|(?:was )?getekend)\)$"
)
"""`(w.g.)`, `(get.) `, `was getekend: `, ` (w.g.)`: what a copy has instead of the hand of who signed, above, before or
behind a name."""

OFFICER = re.compile(
    r"de (?:(?:fungerend|waarnemend|plaatsvervangend) )?(?:(?:onder)?voorzitter|(?:adjunct-)?griffier)"
    r"(?: (?:van de|der) (?:[\w-]+ ){0,2}commissie[^.;:]{0,80}"
    r"| (?:van de|der) (?:tweede|eerste) kamer(?: der staten-generaal)?,?| der staten-generaal,?"
    r"| van het presidium,?|,)",
    re.IGNORECASE,
)
"""`De voorzitter van de commissie,`, `De adjunct-griffier,`, `De Voorzitter van de Eerste Kamer der Staten-Generaal,`:
officers of a committee or a chamber, with a surname below."""

SURNAME_ALONE = re.compile(rf"{TITLE}(?:{INITIALS})?{SURNAME}")
"""`De Wilde-Boon`, `J. Bakker`: how the name of an officer stands there."""

COLLEGE = re.compile(
    r"(?:de )?(?:(?:waarnemend|wnd\.) )?(?:(?:vice-?)?(?:president|secretaris)"
    r"(?: van de (?:Algemene Rekenkamer|Raad van State))?|(?:Nationale |Kinder)ombudsman),?",
    re.IGNORECASE,
)
"""`president`, `de vice-president van de Raad van State,`, `De Nationale ombudsman,`: who signs for a High Council of
State."""

DEPUTED = re.compile(
    r"(?:^|,? )(?:(?:namens|voor) dezen?\b|bij (?:zijn |haar |diens )?afwezigheid)[,:]?(?: |$)", re.IGNORECASE
)
"""`namens deze,`, `bij afwezigheid,` behind or below a role: who signs has another one, or none that is said."""

ON_BEHALF = re.compile(rf"namens (?P<office>(?:de )?{OFFICE} (?:van|voor) .*)", re.IGNORECASE)
"""`Namens de minister van Financiën,` above the office of who signs."""

LONGEST_OFFICE = 3
"""Lines of such an office at the most: `De Voorzitter van de` / `Eerste Kamer` / `der Staten-Generaal,`."""

HYPHENS = ("-", "\u2010", "\u00ad")
"""Signs that break a word at a line's end."""

WITH_INITIALS = re.compile(rf"{TITLE}{INITIALS}.*")
"""A name that is one by its shape alone, as `J. Overzet` and not `Jan Overzet`."""

TOGETHER = re.compile(r"(?:,? |^)(?:mede|ook) namens\b.*", re.IGNORECASE)
"""`mede namens de Staatssecretaris van Financiën,`: for whom one signs as well; they have not signed themselves."""

LONGEST_NAME = 60
"""Characters of a name at the most; with titles and initials the longest take about 40."""

LONGEST_ROLE, WIDEST_ROLE = 4, 110
"""Lines of a role, and characters of each, at the most: `De minister voor …` takes two, in a narrow column four. What
is longer is a sentence that begins with "De minister"."""

MEMBER = re.compile(rf"(?:{TITLE}{INITIALS})?{SURNAME}(?: c\.s\.)?,?")
"""`Van der Schelp`, `Peeters-Van Lommel`, `J.C. Sterk`, `Omtzigt c.s.`: a member who moves a paper, without a role."""


def officer_lines(texts: Sequence[str]) -> int:
    """How many lines name an officer of a committee or a chamber, above a surname; 0 where none do."""
    ends = range(1, min(LONGEST_OFFICE + 1, len(texts)))
    return next((end for end in ends if OFFICER.fullmatch(whole_role(texts[:end])) and is_surname(texts[end])), 0)


def is_surname(text: str) -> bool:
    """Whether a line is the name of an officer, and not the rest of an office: `der Staten-Generaal`."""
    named = len(text) <= LONGEST_NAME and not text.isupper() and SURNAME_ALONE.fullmatch(text) is not None
    return named and not text.endswith("Staten-Generaal") and not is_of_portfolio(text)


def whole_role(texts: Sequence[str]) -> str:
    """The lines of a role as one text. A hyphen at a line's end broke a word there: no portfolio has one of its own."""
    return "".join(text[:-1] if text.endswith(HYPHENS) else f"{text} " for text in texts).rstrip()


def is_whole_role(texts: Sequence[str]) -> bool:
    """Whether lines are a role that ends in its portfolio, one that is known."""
    text = whole_role(texts)
    portfolio = portfolio_in(text)
    ends = portfolio is not None and squeezed(text).rstrip(",").endswith(squeezed(portfolio))
    return ends and ROLE.fullmatch(text) is not None


def bare_name(text: str) -> str:
    """A name without the brackets around it, the stop behind it, or what says that it was signed."""
    bare = SIGNED.sub("", text, count=1)
    stopped = STOPPED.fullmatch(bare)
    return bare[1:-1] if BRACKETED.fullmatch(bare) else stopped["name"] if stopped else bare


def says_signed(text: str) -> bool:
    """Whether a line says that what is copied was signed, and nothing else."""
    return SIGNED.fullmatch(text) is not None


def names_person(text: str) -> bool:
    """Whether a text has the shape of a name, and is no office and no part of a portfolio: `Economische Zaken`."""
    text = bare_name(text)
    return NAME.fullmatch(text) is not None and ROLE.fullmatch(text) is None and not is_of_portfolio(text)


def is_surely_name(text: str) -> bool:
    """Whether a text is a name by its initials, which no office has: `Directeur-Generaal Werk` has the shape of one."""
    return WITH_INITIALS.fullmatch(bare_name(text)) is not None and names_person(text)


def name_over_lines(first: str, second: str) -> str | None:
    """A name that a narrow column parts within its surname: `E. van der Meij-de` / `Graaf`, `M.C.G. Keijsers-` /
    `Wouda`; None where each line is something by itself."""
    whole = f"{first}{'' if first.endswith('-') else ' '}{second}"
    begun = WITH_INITIALS.fullmatch(first) is not None and not names_person(first)
    return whole if begun and len(whole) <= LONGEST_NAME and names_person(whole) else None


def role_and_name(text: str) -> tuple[str, str] | None:
    """The two halves of a signature on one line; the role names a portfolio that is known, or the name has initials."""
    if len(text) > WIDEST_ROLE + LONGEST_NAME:
        return None
    for comma in re.finditer(r", (?=\S)", text):
        role, name = text[: comma.start()], bare_name(text[comma.end() :])
        if ROLE.fullmatch(role) and NAME.fullmatch(name):
            portfolio = portfolio_in(role)
            known = portfolio is not None and squeezed(role).endswith(squeezed(portfolio))
            if known or WITH_INITIALS.fullmatch(name):
                return role, name
    return None
