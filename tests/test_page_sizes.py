"""No page of a large site is large: many small letters with all that a register shows, and the size of every page."""

import re
from dataclasses import replace
from functools import cache
from itertools import pairwise

import pytest
from letters import OWN, block, letter

from build_tools.compare.comparing import compare
from build_tools.compare.model import Repeat
from build_tools.connections.connect import connect_by
from build_tools.model import Doubt, DoubtKind, Fact, FactKey, LeftOut, Letter, Reason
from build_tools.pages.all_pages import pages
from build_tools.sources.term_file import Term
from build_tools.sources.theme_file import Theme
from build_tools.versions.reuse import Reuse

BYTES, ELEMENTS = 300_000, 4_000
"""What a page may have at most."""

FRAME_BYTES, FRAME_ELEMENTS = 25_000, 250
"""What MkDocs puts around it."""

LETTERS = 400
THEME = Theme("taal", "Taal", "Over taal.", "Migratie en integratie", ("taaleis*",), (), ())
TERM = Term("eis", "Taaleis", "De eis.", ("taaleis*",))
TEXTS = tuple(
    f"Over taaleis {n} schreef ik u eerder in Kamerstuk {20 + n} {100 + n}, nr. 1, en Kamerstuk 32 824, nr. 1."
    for n in range(4)
)


def small(n: int) -> Letter:
    """A letter of four sentences, that speaks of a theme, uses a term, cites papers and leaves doubts."""
    texts = [block(at, f"{text} Dat is brief {n}.") for at, text in enumerate(TEXTS, 1)]
    facts = {FactKey.DATE: Fact(f"{2015 + n % 3}-{n % 12 + 1:02}-{n % 28 + 1:02}", 1)}
    left_out = [LeftOut(1, "-", Reason.HYPHEN)] * 30
    made = letter(texts, facts=facts, left_out=left_out, id_=f"brief-{n:04}")
    doubt = Doubt(DoubtKind.FOOT_IN_TEXT, 1, 1, "Pagina 1", "al-1")
    return replace(made, doubts=(doubt,) * 20)


def cited() -> Letter:
    number = {FactKey.DOSSIER: Fact("32824", 1), FactKey.ONDERNUMMER: Fact("1", 1)}
    return letter([block(1, "Niets.")], facts=number, id_="kst-32824-1")


@cache
def site() -> dict[str, str]:
    """The pages of such letters, with passages that return. Comparisons are in `test_families.py`."""
    letters, connections = connect_by([*map(small, range(LETTERS)), cited()], [THEME], [TERM])
    again = Repeat("al-1", "al-2", 20, compare(letters[0], letters[1]).rows[0].pieces, (False, True), (True, False))
    reuses = [Reuse(one, other, (again,) * 3) for one, other in pairwise(letters[:LETTERS])]
    return {page.path: page.text for page in pages(letters, connections, OWN, (), lambda: reuses)}


@pytest.mark.parametrize("measure", ["bytes", "elements"])
def test_no_page_is_large(measure: str) -> None:
    pages = {path: text.partition("---\n")[2] for path, text in site().items() if path.endswith(".md")}
    if measure == "bytes":
        large = {path: len(text.encode()) for path, text in pages.items() if len(text.encode()) > BYTES - FRAME_BYTES}
    else:
        counts = {path: len(re.findall(r"<\w", text)) for path, text in pages.items()}
        large = {path: count for path, count in counts.items() if count > ELEMENTS - FRAME_ELEMENTS}
    assert large == {}


@pytest.mark.parametrize(
    "folder",
    [
        "brieven/jaar",
        "verantwoording/jaar",
        "begrippen/eis",
        "themas/taal",
        "verwijzingen",
        "terugkerend",
    ],
)
def test_each_register_is_parted_and_its_first_page_leads_to_all_its_parts(folder: str) -> None:
    files = site()
    register = folder.removesuffix("/jaar")
    first = files.get(f"{register}.md") or files[f"{register}/index.md"]
    base = "jaar/" if folder != register else ""
    parts = [
        path.removeprefix(f"{folder}/") for path in files if path.startswith(f"{folder}/") and path.endswith(".md")
    ]
    assert len(parts) > 1
    assert [part for part in parts if f'href="{base}{part.removesuffix(".md")}/"' not in first] == []


def test_pages_that_gather_lead_to_the_sheet_that_dresses_them() -> None:
    dressed = re.compile(r'class="(?:[^"]* )?(?:grafiek|register|thema-brief|begrip|plaatsen|passage)[ "]')
    gathering = {path: text for path, text in site().items() if dressed.search(text)}
    assert {path.partition("/")[0] for path in gathering} >= {"themas", "begrippen", "verwijzingen"}
    assert [path for path, text in gathering.items() if "assets/overzichten.css" not in text] == []
