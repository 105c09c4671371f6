"""A letter that wants to be more than text, through a real build of the site, in every place it can reach."""

import gzip
import json
import re
import shutil
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from urllib.parse import quote, unquote, urljoin, urlsplit
from xml.etree import ElementTree

import pytest
from letters import block, connections, letter, note, reuse_among, table
from shared import one_at_a_time, shared_folder

from build_tools.compare.comparing import compare
from build_tools.dutch.characters import visible
from build_tools.exports.all_exports import exports
from build_tools.model import Block, Fact, Kind, LeftOut, Letter, NoteRef, Reason, Signer
from build_tools.pages.all_pages import pages
from build_tools.pages.comparison.sheet import ComparisonSheet
from build_tools.site.mkdocs_run import make_site
from build_tools.site.polish import ARTICLE
from build_tools.site.search.letter_passages import letter_passages
from build_tools.site.search.page_passages import passages
from build_tools.sources.own_site import OwnSite, read_own_site
from build_tools.sources.term_file import TERMS
from build_tools.sources.theme_file import THEMES

pytestmark = pytest.mark.slow

ASSETS = Path(__file__).parent.parent / "build_tools" / "pages" / "assets"
EVIL = (
    '</title></textarea></script><script>evil()</script><img src=x onerror="evil()">'
    '" onclick="evil()" \'> &lt;script&gt;evil()&lt;/script&gt; {{ config }} {% raw %} '
    "{: .evil onclick=evil() } [TOC] --- a: b # c \x02 \u202e"
)
CITING = f"inburgering (Kamerstukken II 2024/25, 32 824, nrs. 446 – 448) {EVIL} Kamerstuk 32 824, nr. 1"
STRING = re.compile(r'"[\w ,.\\]*"')
"""What a style sheet may say of a letter: a string without a sign that could end it."""
EDITOR = (
    """taal:
  title: '{0}'
  introduction: 'Over "taal" & {0}'
  official: '{0}'
  core: [inburgering]
stil:
  title: '{0}'
  introduction: '{0}'
  official: '{0}'
  core: [nergens]
""",
    """burgerschap:
  title: '{0}'
  about: '{0}'
  words: [inburgering]
""",
)
"""What an editor states as themes and as terms."""
CELL_SIGNS = str.maketrans("", "", "·|")
"""What parts the cells of a table in an excerpt; no letter here has these signs."""
IN_META = {"charset", "name", "content", "property", "http-equiv"}
SETTINGS = ("site_name", "site_description", "copyright")
KEYS = ("title", "place", "ministry", "addressee", "dossier_title", "vergaderjaar", "dossier", "ondernummer")
NAMES = ["gewoon", "<b>&\"'#?%41 `x` [y]", "--> {{ x }}", "zonder feiten", "leeg"]
POINTING = ("for", "aria-labelledby", "aria-describedby")
"""Attributes that name elements of the same page."""


def blocks(first: int) -> list[Block]:
    return [
        block(1, f"{EVIL} kop", Kind.HEADING, first, page=EVIL),
        block(2, f"{EVIL} alinea", notes=(NoteRef(1, 3),)),
        block(5, f"inburgering {EVIL} en de motie-Becker", notes=(NoteRef(2, 200),)),
        block(6, CITING),
        block(3, EVIL, Kind.ITEM),
        table(7, [[EVIL, "getal"], [f"inburgering {EVIL}", "1,2"]], page=EVIL, notes=(NoteRef(1, 3),)),
        table(8, [[f"{EVIL} kop", None], [CITING, EVIL]], spans={(0, 0): (1, 2)}, notes=(NoteRef(2, 9),)),
        block(4, EVIL, Kind.SIGNATURE, breaks=(20,)),
    ]


def hostile_letters() -> list[Letter]:
    left_out = [LeftOut(1, EVIL, Reason.PAGE_FOOT), LeftOut(2, "-", Reason.HYPHEN)]
    facts = {key: Fact(EVIL, f"https://x.nl/ {EVIL}") for key in KEYS}
    facts |= {"date": Fact("2020-01-01", 1), "signers": Fact((Signer(EVIL, EVIL),), 1)}
    facts |= {"official_url": Fact(f"https://x.nl/{EVIL}", EVIL)}
    notes = [note(1, EVIL), note(2, CITING)]
    full = [letter(blocks(level), notes, facts, left_out, NAMES[level], EVIL) for level in (1, 2)]
    bare = letter(blocks(1), notes, {}, left_out, NAMES[3])
    return [*full, letter(blocks(2), notes, facts, left_out, NAMES[0]), bare, letter(id_=NAMES[4])]


class Page(HTMLParser):
    """What a browser would do with a page: the code it would run, and its title."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.inside = ""
        self.code: list[str] = []
        self.data: list[dict[str, object]] = []
        self.title = ""
        self.hrefs: list[str] = []
        self.metas: list[dict[str, str]] = []
        self.ids: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = {name: value or "" for name, value in attrs}
        self.inside = "data" if named.get("type") == "application/ld+json" else tag
        self.metas += [named] if tag == "meta" else []
        self.ids.add(named.get("id", ""))
        self.hrefs += [named[name] for name in ("href", "src", "action") if name in named]
        self.hrefs += [f"#{id_}" for name in POINTING for id_ in named.get(name, "").split()]
        self.code += [value for name, value in named.items() if name.startswith("on")]
        self.code += [value for value in named.values() if value.strip().lower().startswith("javascript:")]

    def handle_endtag(self, _: str) -> None:
        self.inside = ""

    def handle_data(self, data: str) -> None:
        if self.inside in ("script", "style"):
            self.code.append(STRING.sub("", data))
        if self.inside == "data":
            self.data.append(json.loads(data))
        if self.inside == "title" and not self.title:
            self.title = data


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return shared_hostile_site(tmp_path_factory)


def shared_hostile_site(factory: pytest.TempPathFactory) -> Path:
    """The site of these letters, made by whichever test asks first; a browser looks at it too."""
    root = shared_folder(factory, "hostile")
    with one_at_a_time(root):
        return root / "site" if (root / "site").exists() else hostile_site(root, hostile_settings(root))


def hostile_settings(root: Path) -> OwnSite:
    """The settings of the site, with words of an owner who means no harm, or does."""
    path = root / "mkdocs.yml"
    path.write_text("\n".join(f"{name}: {yaml_text(EVIL)}" for name in SETTINGS), encoding="utf-8")
    return read_own_site(path)


def yaml_text(text: str) -> str:
    return "'" + visible(text).replace("'", "''") + "'"


def hostile_site(root: Path, own: OwnSite) -> Path:
    shutil.copytree(ASSETS, root / "docs" / "assets")
    (root / "seeds").mkdir()
    for name, stanzas in zip((THEMES, TERMS), EDITOR, strict=True):
        (root / "seeds" / name).write_text(stanzas.format(visible(EVIL).replace("'", "''")), encoding="utf-8")
    by_hand = f"---\ndescription: {yaml_text(EVIL)}\nauthor: {yaml_text(EVIL)}\n---\n\n# Colofon\n\nMet de hand.\n"
    (root / "docs" / "colofon.md").write_text(by_hand, encoding="utf-8")
    letters = hostile_letters()
    sheets = [ComparisonSheet(compare(one, other)) for one, other in pairwise(letters)]
    connected = connections(letters, root / "seeds")
    shown = pages(letters, connected, own, sheets, lambda: reuse_among(letters))
    for page in (*shown, *exports(letters, connected, sheets)):
        path = root / "docs" / page.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page.text, encoding="utf-8")
    make_site(root / "docs", root / "site", 0, own)
    return root / "site"


def test_nothing_that_a_letter_says_runs(site: Path) -> None:
    read = [Page(path.read_text(encoding="utf-8")) for path in sorted(site.rglob("*.html"))]
    assert len(read) > 2 * len(NAMES) + 8
    for page in read:
        assert not [code for code in page.code if "evil" in code]


def test_what_anybody_states_stays_within_its_tag(site: Path) -> None:
    for path in sorted(site.rglob("*.html")):
        page = Page(path.read_text(encoding="utf-8"))
        assert [meta for meta in page.metas if not meta.keys() <= IN_META] == [], path
        descriptions = [meta["content"] for meta in page.metas if meta.get("name") == "description"]
        assert len(descriptions) == 1, path
        shared = [meta["content"] for meta in page.metas if meta.get("property") == "og:description"]
        assert set(shared) - {""} <= set(descriptions), path


@pytest.mark.parametrize(
    ("page", "name", "says"),
    [
        ("themas/taal", "description", f'Over "taal" & {EVIL}'),
        ("colofon", "description", EVIL),
        ("colofon", "author", EVIL),
        ("", "og:site_name", EVIL),
        ("brieven/gewoon", "og:site_name", EVIL),
    ],
)
def test_what_an_editor_states_is_read_as_it_is(site: Path, page: str, name: str, says: str) -> None:
    metas = Page((site / page / "index.html").read_text(encoding="utf-8")).metas
    read = [meta["content"] for meta in metas if name in (meta.get("name"), meta.get("property"))]
    assert read == [visible(says)]


def test_the_name_of_the_site_is_shown_as_it_is(site: Path) -> None:
    assert Page((site / "index.html").read_text(encoding="utf-8")).title.startswith(visible(EVIL)[:80])
    assert ElementTree.parse(site / "feed.xml").getroot().findtext("{*}title") == visible(EVIL)


def test_titles_are_shown_as_they_are(site: Path) -> None:
    for name in NAMES[:4]:
        html = (site / "brieven" / name / "index.html").read_text(encoding="utf-8")
        assert Page(html).title.startswith(EVIL[:40])


def test_programs_read_the_title_as_it_is(site: Path) -> None:
    data = Page((site / "brieven" / NAMES[0] / "index.html").read_text(encoding="utf-8")).data
    assert [str(one["name"])[:80] for one in data if "name" in one] == [EVIL[:80]]


def test_search_shows_text_as_text(site: Path) -> None:
    fragments = (gzip.decompress(path.read_bytes()) for path in (site / "pagefind" / "fragment").iterdir())
    assert sum(b"<script>evil()</script>" in fragment for fragment in fragments) >= len(NAMES) - 1
    code = "".join(path.read_text(encoding="utf-8") for path in ASSETS.glob("zoek*.js"))
    assert not re.findall(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b", code)


def test_every_link_of_the_site_leads_somewhere(site: Path) -> None:
    read = {path: Page(path.read_text(encoding="utf-8")) for path in site.rglob("*.html")}
    for path, page in read.items():
        base = f"http://here/{quote(path.relative_to(site).as_posix())}"
        for href in page.hrefs:
            there = urlsplit(urljoin(base, href))
            if there.netloc == "here":
                target = site / unquote(there.path).lstrip("/")
                target = target / "index.html" if target.is_dir() else target
                assert target.is_file(), (path, href)
                assert not there.fragment or there.fragment in read[target].ids, (path, href)


def test_search_gets_of_a_letter_what_its_page_shows(site: Path) -> None:
    docs, compared = site.parent / "docs", 0
    for page in sorted((site / "brieven").glob("*/index.html")):
        article = ARTICLE.search(page.read_text(encoding="utf-8"))
        data = letter_passages(docs, page.parent.name)
        assert article and data is not None
        shown = {one.id: "".join(one.text.split()) for one in passages(article[0])}
        said = {one.id: "".join(one.text.translate(CELL_SIGNS).split()) for one in data}
        assert shown == said
        compared += len(data)
    assert compared > 20
