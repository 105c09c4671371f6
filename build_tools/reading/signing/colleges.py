"""Who signs for a body: the college of a municipality or a province, a board, a group of a chamber; or as its member.

All of them are read or none: half of who signed would be wrong.
"""

import re
from collections.abc import Sequence

from build_tools.dutch.matching import is_closing
from build_tools.model import Signer
from build_tools.reading.signing.shapes import (
    COLLEGE,
    DEPUTED,
    ON_BEHALF,
    ROLE,
    is_surely_name,
    names_person,
)

BODY = re.compile(
    r"(?:[Nn]amens )?(?:[Hh]et |[Dd]e )?(?i:(?:dagelijks |algemeen )?bestuur|(?:bestuurs)?college"
    r"|burgemeester en wethouders|b&w|b en w|(?:gedeputeerde|provinciale) staten|gemeenteraad"
    r"|dijkgraaf en (?:hoog)?heemraden|raad van (?:bestuur|toezicht)|(?:tweede kamer)?fractie|directie|presidium"
    r"|hoofdbestuur)\b[^.;:!?]{0,100}"
)
"""`het college van burgemeester en wethouders van Drempt,`, `Gedeputeerde Staten van Gelderland,`: the body itself."""

COUNCIL = re.compile(r"(?:[Dd]e )?(?:Algemene Rekenkamer|(?:Afdeling advisering van de )?Raad van State),?")
"""A High Council of State above those who sign for it, whatever parts them."""

FOR_OTHERS = re.compile(r"[Nn]amens (?:de |het )?[A-Z][^.;:!?]{1,100},")
"""`Namens de Vereniging van Bruggen,`: the same, whatever it is called."""

OFFICE_OF_BODY = (
    r"(?:vice-?|loco-?|adjunct-?|fractie|gemeente|provincie|raads|bestuurs)?"
    r"(?:voorzitter|secretaris|burgemeester|griffier|president|penningmeester)(?:-directeur|-generaal)?"
    r"|wethouder|gedeputeerde|dijkgraaf|watergraaf|hoogheemraad|rector|(?:algemeen )?directeur|bestuurder"
    r"|commissaris van de koning(?:in)?|(?:(?:tweede |eerste )?kamer|raads|staten|burgerraads)lid"
    r"|lid van de (?:tweede kamer|eerste kamer|gemeenteraad)"
    r"|(?:afdelings|sector|team|bureau)?hoofd"
)
POST = re.compile(
    rf"(?i:(?:de |het )?(?:(?:waarnemend|wnd\.|plaatsvervangend|plv\.|fungerend) )?(?:{OFFICE_OF_BODY}))"
    r"(?: [^.;:!?,]{1,50}(?<! [Dd]e))?,?"
)
"""`de secretaris,`, `wethouder Wonen`, `de commissaris van de Koning`, `Tweede Kamerlid SP`, `hoofd afdeling Veren`."""

POST_THEN_NAME = re.compile(rf"(?P<post>(?i:{OFFICE_OF_BODY})) (?P<name>.+)")
"""`wethouder J. Bakker`: an office, and right behind it a name."""

OTHER_POST = re.compile(r"de [a-z][\w-]*(?: [\w-]+){0,3},")
"""`de conrector,`: an office that nobody knows, beside one that is known."""

ORDERS = re.compile(r"(?:PN)+(?!N)|(?:NP)+(?!P)|PPNN|PPPNNN|NNPP|NNNPPP|B+")
"""The orders of posts (P), names (N) and lines with both (B) that tell which post is whose."""

TITLED = re.compile(r"(?:mr|dr|drs|ir|ing|prof|mw|dhr|mevr)\. ")
"""`drs. ` before a name that has a first name and no initials."""

FELLOWS = re.compile(r"(?:NP){2,}(?!P)")
"""The order in which those follow each other whom nothing else leads."""

PARTING = re.compile(r", | [-–] ")
"""Between a name and a post on one line."""

BODY_LINES, PEOPLE_LINES = 3, 16
"""Lines of the name of a body, and of those who sign for it, at the most: eight of a college sign on two lines each."""


def college_lines(texts: Sequence[str], above: str) -> int:
    """How many lines at the begin of these name those who sign for a body, with the body itself; 0 where none do. What
    stands `above` tells who they are where it is the closing of a letter."""
    closed = is_closing(above)
    for body in range(min(BODY_LINES, len(texts)) + 1):
        council = body == 1 and COUNCIL.fullmatch(texts[0]) is not None
        named = council or (body > 0 and names_body(texts[:body]) and (closed or texts[body - 1].endswith(",")))
        people = people_lines(texts[body : body + PEOPLE_LINES], closed or named) if named or not body else 0
        people = people or (0 if body or above.endswith(":") else named_below_each_other(texts))
        if people:
            return body + people
    return 0


def names_body(texts: Sequence[str]) -> bool:
    """Whether lines name the body for which somebody signs, and perhaps say so: `namens dezen,`."""
    *rows, last = texts
    deputed = bool(rows) and DEPUTED.fullmatch(last) is not None
    whole = " ".join(rows if deputed else texts)
    return any(shape.fullmatch(whole) for shape in (BODY, FOR_OTHERS, COUNCIL)) and not ON_BEHALF.fullmatch(whole)


def people_lines(texts: Sequence[str], led: bool) -> int:
    """How many lines name persons with their posts; 0 where one of those who follow has no post, or no name. Where
    nothing leads them, it is one by one."""
    if not led:
        return 2 if is_pair(texts[:2]) else 0
    found = ORDERS.match(kinds_of(texts))
    own = texts[: found.end()] if found else []
    more = texts[len(own) : len(own) + 2]
    minister = bool(more) and ROLE.fullmatch(more[0]) is not None
    half = not minister and any(is_known(text) or is_surely_name(bare(text)) for text in more)
    return len(own) if any(map(is_known, own)) and not half else 0


def named_below_each_other(texts: Sequence[str]) -> int:
    """How many lines name two persons or more, each surely, with a post below a comma: `A. Meel,` / `voorzitter` /
    `B. Bakker,` / `secretaris`; 0 where fewer are named so. Below a colon they are a list."""
    found = FELLOWS.match(kinds_of(texts)) if texts and texts[0].endswith(",") else None
    names = texts[: found.end() : 2] if found else []
    sure = all(name.endswith(",") and is_surely_name(bare(name)) for name in names)
    return 2 * len(names) if sure else 0


def is_pair(texts: Sequence[str]) -> bool:
    """Whether two lines are surely a post and a name: it has initials, or a title or a comma between the two, and the
    post is one at a High Council of State, or stands above the name before a comma."""
    if len(texts) < 2:
        return False
    first, second = texts
    of_council = COLLEGE.fullmatch(first) is not None and is_titled(second)
    below = of_council or (is_before_name(first) and is_surely_name(bare(second)))
    above = is_titled(first) or (first.endswith(",") and names_person(bare(first)))
    return below or (above and COLLEGE.fullmatch(second) is not None)


def is_titled(text: str) -> bool:
    """Whether a text is a name by its initials or its title: `drs. Sanne Stuiver`."""
    name = bare(text)
    return is_surely_name(name) or (TITLED.match(name) is not None and names_person(name))


def is_before_name(text: str) -> bool:
    """Whether a line is a post that a name stands below: `de burgemeester,`, `het hoofd van de afdeling Veren,`."""
    return text.lower().startswith(("de ", "het ")) and text.endswith(",") and is_known(text)


def kinds_of(texts: Sequence[str]) -> str:
    """The kind of each line, up to the first that has none."""
    kinds = ""
    for text in texts:
        kind = kind_of(text)
        if not kind:
            break
        kinds += kind
    return kinds


def kind_of(text: str) -> str:
    """Whether a line is a post (P), a name (N), both (B), or none of them."""
    if any(shape.fullmatch(text) for shape in (ROLE, BODY, COUNCIL)) or is_closing(text):
        return ""
    if post_and_name(text):
        return "B"
    if is_known(text) or OTHER_POST.fullmatch(text):
        return "P"
    return "N" if names_person(bare(text)) else ""


def bare(text: str) -> str:
    """A name or a post without the comma behind it."""
    return text.rstrip(",")


def is_known(text: str) -> bool:
    """Whether a line holds a post that is known."""
    alone = any(shape.fullmatch(text) for shape in (POST, COLLEGE)) and not BODY.fullmatch(text)
    return alone or post_and_name(text) is not None


def post_and_name(text: str) -> tuple[str, str] | None:
    """The post and the name that stand on one line, in either order: `A. Terpstra, secretaris`; without a comma between
    them a name with initials, for `wethouder Openbare Werken` looks like one."""
    first, *others = PARTING.split(text)
    for post, name in ((first, bare(others[0])), (others[0], first)) if len(others) == 1 else ():
        if POST.fullmatch(post) and names_person(name):
            return post, name
    behind = POST_THEN_NAME.fullmatch(bare(text))
    return (behind["post"], behind["name"]) if behind and is_surely_name(behind["name"]) else None


def of_college(texts: Sequence[str]) -> list[Signer]:
    """Those who sign for a body, from the lines of a signature; none where it is another one."""
    bodies = (end for end in range(min(BODY_LINES, len(texts) - 1) + 1) if not end or names_body(texts[:end]))
    rows = next((texts[end:] for end in bodies if people_lines(texts[end:], led=True) == len(texts) - end), [])
    kinds = kinds_of(rows)
    both = [post_and_name(row) for row, kind in zip(rows, kinds, strict=True) if kind == "B"]
    posts = [row for row, kind in zip(rows, kinds, strict=True) if kind == "P"]
    names = [bare(row) for row, kind in zip(rows, kinds, strict=True) if kind == "N"]
    pairs = [pair for pair in both if pair] or list(zip(posts, names, strict=True))
    return [Signer(name, role_of_post(post)) for post, name in pairs]


def role_of_post(post: str) -> str:
    """A post as running text writes it: `burgemeester`."""
    return re.sub(r"^(?:de|het) ", "", bare(post), flags=re.IGNORECASE)
