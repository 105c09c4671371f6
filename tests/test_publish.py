"""What is made of finished pages: small steps, each with the smallest input that shows it."""

import base64
import hashlib
import json
import re
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pytest
from fontTools.ttLib import TTFont
from growth import STEEP, growth

from build_tools.build import build
from build_tools.data import data
from build_tools.dutch.stems import stem, words
from build_tools.errors import ThemeChangedError
from build_tools.folders import PROJECT, Folders
from build_tools.pages.assets import asset, assets
from build_tools.papers.licences import DATA, LETTERS
from build_tools.site import picture, policy, polish
from build_tools.site.described import page_facts as facts
from build_tools.site.described.feed import FEED, feeds
from build_tools.site.described.for_machines import for_machines
from build_tools.site.described.linked_data import CitedSource, cited_on, head
from build_tools.site.search.entry import IndexEntry
from build_tools.site.search.lean import lean_html
from build_tools.site.search.page_passages import PageText, passages
from build_tools.site.search.words import Parts, paper_names
from build_tools.site.sheets.light import plain, without_comments
from build_tools.site.sheets.styles import lean, without_unread
from build_tools.typeface import cutting
from build_tools.typeface import faces as typeface
from build_tools.typeface.files import cut_file

SITE = facts.Site("Kamerbrieven", "https://x.nl/pad/")
LETTER = {
    "title": "Visie",
    "date": "2011-06-16",
    "signer": "J. Jansen",
    "signers": [{"name": "J. Jansen", "role": "minister"}],
    "ministry": "Financiën",
    "kamerstuk": "32 824, nr. 1",
    "dossier": "32824",
    "ondernummer": "1",
}
ATOM = "{http://www.w3.org/2005/Atom}"


def page(url: str = "brieven/a/", **meta: object) -> facts.Page:
    return facts.Page(url, "Visie </script> & “taal”", "Kort.", LETTER | meta)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Kamerstuk 32 824, nr. 448.", ["32824", "kst32824nr448"]),
        ("Kamerstukken II 2008/09, 31 700 XVIII, nr. 20", ["31700", "31700xviii", "kst31700xviiinr20"]),
        ("34 000 IXB, nr. 12", ["34000", "34000ixb", "kst34000ixbnr12"]),
        ("(35 010, C)", ["35010", "kst35010nrc"]),
        ("21 501-31, nr. 599", ["21501", "2150131", "kst21501" + "31nr599"]),
        ("het dossier 32824", ["32824"]),
        ("het jaarverslag (34 200 XV)", ["34200", "34200xv"]),
        ("in 2011 en 2025, artikel 13", []),
        ("1 234 567 mensen", []),
    ],
)
def test_papers_get_one_name(text: str, names: list[str]) -> None:
    assert list(paper_names(text)) == names


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("arbeidsmarkt", ("arbeid", "markt")),
        ("arbeidsmarktdeelname", ("arbeidsmarkt", "arbeid", "markt", "deelname")),
        ("arbeidsmarktmodule", ("arbeidsmarkt", "arbeid", "markt")),
        ("migrantenbeleid", ("migrant", "beleid")),
        ("jeugdbeleid", ("jeugd", "beleid")),
        ("migrantachtig", ("migrant",)),
        ("taaleis", ("taal", "eis")),
        ("migrantenwet", ("migrant", "wet")),
        ("taalten", ()),
        ("markt", ()),
        ("onderwijs", ()),
        ("vrijheid", ()),
    ],
)
def test_compounds_fall_into_the_words_of_the_letters(word: str, parts: tuple[str, ...]) -> None:
    corpus = ["De arbeid, de markt en de migrant; hun deelname, ons beleid; arbeidsmarkt; onder wijs, vrij, taal"]
    assert Parts(corpus).of(word) == parts


def test_a_word_without_end_is_not_taken_apart() -> None:
    """Its cuts are as many as its letters, and each is as long: the time must not grow with their product."""

    def taken_apart(length: int) -> None:
        word = "taal" * (length // 4)
        assert Parts([word, "taal"]).of(word) == ()

    assert growth(taken_apart, 200_000) < STEEP


def test_the_page_that_searches_looks_up_what_can_be_a_part() -> None:
    """How words fall apart is the build's to know: the script has no lengths of parts and no letters that bind them."""
    table = Parts(["arbeid, taalles, een les, iets van 2024"]).table()
    assert table == {
        "parts": sorted({stem(word) for word in ("arbeid", "taalles", "een", "les", "iets", "van")}),
        "bound": {"arbeids": "arbeid"},
        "longest": data("search")["longest"],
    }
    script = asset("zoekwoorden.js")
    assert all(name in script for name in table)
    assert not any(f'"{binder}"' in script for binder in data("search")["binders"] if binder)


def test_passages_hold_a_pages_own_text_under_its_anchors() -> None:
    html = """<h1 class="bijwerk" id="titel">Weg</h1><p id="al-1"><a class="anker bijwerk">x</a>Een<sup id="fnref:1">
    <a>1</a></sup> <b>ding</b>en<br>twee</p><ul><li id="al-2">drie<ul><li id="al-3">vier</li></ul></li></ul>
    <div data-search-exclude="1">weg</div><p>vijf</p><ol>
    <li id="fn:1"><p>noot <a class="footnote-backref">t</a></p></li></ol>"""
    assert passages(html) == [
        PageText("al-1", "Een dingen twee"),
        PageText("al-2", "drie"),
        PageText("al-3", "vier vijf"),
        PageText("fn:1", "noot"),
    ]


def test_search_gets_hidden_words_behind_each_passage() -> None:
    passage = PageText("al-1", "de arbeidsmarkten & meer")
    entry = IndexEntry("brieven/a/", "T <b>", "2011-01-01", "32 824, nr. 1", "Begroting", (), (passage,))
    html = lean_html(entry, {"arbeidsmarkten": ("arbeid", "markten")})
    assert '<h1 id="">T &lt;b&gt;</h1>' in html
    assert "328240q kst32824nr10q" in html
    assert "begrot0q" in html
    assert "Begroting" not in html
    assert '<p id="al-1">de arbeidsmarkten &amp; meer</p>' in html
    hidden = 'arbeidsmarkt0q de0q mer0q <i data-pagefind-weight="0.3">arbeid0q markt0q</i>'
    assert f'<p id="x:al-1" data-pagefind-weight="1">{hidden}</p>' in html


@pytest.mark.parametrize(
    "forms",
    [
        "inburgeren inburgering inburgeraar inburgeraars ingeburgerd",
        "integratie integreren integreert geïntegreerd geïntegreerde geintegreerd",
        "werk werken werkt werkte gewerkt",
        "jongeren jongere jonge jong jeugd jeugdige",
        "taak taken",
        "brief brieven",
        "moskee moskeeën moskeeen",
        "vrijheid vrijheden",
        "lid leden",
        "stad steden",
        "kind kinderen",
        "onderzoek onderzoeken onderzocht",
        "aannemen aangenomen",
        "Yeşilgöz YESİLGÖZ yesilgoz",
    ],
)
def test_the_forms_of_a_word_have_one_stem(forms: str) -> None:
    assert len({stem(word) for word in words(forms)}) == 1


@pytest.mark.parametrize(
    "others", ["gezin zin", "gemeente mening", "stad steeds stage", "leden geleden", "markt gemarkeerd", "wet weten"]
)
def test_other_words_have_other_stems(others: str) -> None:
    assert len({stem(word) for word in words(others)}) == len(words(others))


def test_the_policy_names_a_style_of_the_frame_and_none_of_an_article() -> None:
    html = '<meta charset="utf-8"><style>a</style><article><style>evil</style></article><script>never()</script>'
    done = policy.with_policy(html, with_engine=False)
    hashed = base64.b64encode(hashlib.sha256(b"a").digest()).decode()
    assert f"style-src 'self' 'sha256-{hashed}';" in done
    assert "script-src 'self';" in done
    assert "unsafe" not in done
    assert "'wasm-unsafe-eval'" in policy.with_policy(html, with_engine=True)
    assert policy.without_policy(done.encode()) == html.replace('utf-8">', 'utf-8">\n', 1).encode()


def test_a_theme_that_changed_stops_the_build() -> None:
    with pytest.raises(ThemeChangedError):
        polish.polished("<header></header><article></article>", "../")


@pytest.mark.parametrize(
    ("depth", "links"),
    [(2, ["../..", "../../brieven/", "../"]), (3, ["../../..", "../../../brieven/", "../../"])],
)
def test_a_page_of_a_register_however_deep_says_in_the_menu_where_it_is(depth: int, links: list[str]) -> None:
    menu = "".join(f'<li class="md-tabs__item"><a href="{link}">x</a></li>' for link in links)
    (step,) = (step for step in polish._steps_from("../" * depth) if 'aria-current="true"' in str(step.replacement))
    told = re.sub(step.pattern, step.replacement, menu)
    assert re.findall(r'aria-current="true" href="([^"]*)"', told) == links[-1:]


def test_a_part_of_a_register_is_no_page_of_its_kind() -> None:
    urls = ("brieven/", "brieven/x/", "brieven/jaar/2015/", "themas/taal/2015/")
    assert [facts.Page(url, "", "", {}).kind == facts.OTHER_KIND for url in urls] == [True, False, True, True]


def test_the_head_of_a_letter() -> None:
    tags = str(head(page(), SITE))
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', tags)
    assert found is not None
    data = json.loads(found[1])
    assert data["name"] == "Visie </script> & “taal”"
    assert data["author"] == [{"@type": "Person", "name": "J. Jansen", "jobTitle": "minister"}]
    assert data["reportNumber"] == "32 824, nr. 1"
    assert data["sameAs"] == "https://zoek.officielebekendmakingen.nl/kst-32824-1.html"
    assert data["license"] == "https://wetten.overheid.nl/BWBR0001886"
    assert data["encoding"]["license"] == "https://creativecommons.org/publicdomain/zero/1.0/"
    assert '@bottom-left { content: "Kamerstuk 32 824, nr. 1" }' in tags
    assert '<meta property="og:image" content="https://x.nl/pad/assets/deelplaatje.png">' in tags
    assert 'href="../../feed.xml"' in tags


def test_unknown_facts_and_an_unknown_address_are_left_out() -> None:
    bare = facts.Page("brieven/a/", "a", "", {})
    tags = str(head(bare, facts.Site("Kamerbrieven", "")))
    for elsewhere in ("https://schema.org", LETTERS, DATA):
        tags = tags.replace(elsewhere, "")
    assert "http" not in tags
    assert not {"author", "datePublished", "sameAs", "url"} & set(re.findall(r'"(\w+)":', tags))


def test_the_feed_has_the_newest_letters_first_with_lasting_ids() -> None:
    pages = [
        page("brieven/a/"),
        page("brieven/b/", date="2025-02-07"),
        page("over/"),
        facts.Page("brieven/c/", "c", "", {}),
    ]
    here, there = (ElementTree.fromstring(feeds(pages, site)[FEED]) for site in (SITE, facts.Site("Kamerbrieven", "")))
    links = [entry.find(f"{ATOM}link").get("href") for entry in here.iter(f"{ATOM}entry")]  # type: ignore[union-attr]
    assert links == ["https://x.nl/pad/brieven/b/", "https://x.nl/pad/brieven/a/"]
    ids = [[one.text for one in tree.iter(f"{ATOM}id")] for tree in (here, there)]
    assert ids[0] == ids[1]
    assert here.findtext(f"{ATOM}updated") == "2025-02-07T00:00:00Z"


def test_each_subject_of_a_letter_has_a_feed() -> None:
    """A theme is known by its page alone: without one it has no feed."""
    theme = facts.Page("themas/taal/", "Taal & lezen", "", {})
    old = page("brieven/a/", themes=["taal", "stil"], corrected="2025-03-01")
    made = feeds([old, page("brieven/b/", date="2024-02-07", signers=[]), theme], SITE)
    assert set(made) == {
        "feed.xml", "feeds/thema/taal.xml", "feeds/dossier/32824.xml", "feeds/ministerie/financien.xml",
        "feeds/persoon/j-jansen.xml",
    }  # fmt: skip
    of_theme = ElementTree.fromstring(made["feeds/thema/taal.xml"])
    assert of_theme.findtext(f"{ATOM}title") == "Kamerbrieven: thema Taal & lezen"
    assert [link.get("href") for link in of_theme.findall(f"{ATOM}link")] == [
        "https://x.nl/pad/feeds/thema/taal.xml",
        "https://x.nl/pad/themas/taal/",
    ]
    assert len(ElementTree.fromstring(made["feeds/ministerie/financien.xml"]).findall(f"{ATOM}entry")) == 2


def test_a_correction_reaches_who_follows_a_letter() -> None:
    old, other = page("brieven/a/", corrected="2025-03-01"), page("brieven/b/", date="2024-02-07")
    tree = ElementTree.fromstring(feeds([old, other], SITE)[FEED])
    assert [one.text for one in tree.iter(f"{ATOM}updated")] == [
        "2025-03-01T00:00:00Z", "2024-02-07T00:00:00Z", "2025-03-01T00:00:00Z"
    ]  # fmt: skip
    assert [one.text for one in tree.iter(f"{ATOM}published")] == ["2024-02-07T00:00:00Z", "2011-06-16T00:00:00Z"]


def test_a_feed_without_an_address_counts_from_itself() -> None:
    made = feeds([page()], facts.Site("Kamerbrieven", ""))
    hrefs = re.findall(r'href="([^"]*)"', made["feeds/persoon/j-jansen.xml"])
    assert hrefs == ["../../feeds/persoon/j-jansen.xml", "../../personen/j-jansen/", "../../brieven/a/"]


def test_machines_find_the_data_and_no_address_that_nobody_stated() -> None:
    there, nowhere = for_machines([page()], SITE, "Over & zo"), for_machines([page()], facts.Site("K", ""), "Over")
    assert set(there) - set(nowhere) == {"opensearch.xml"}
    search = ElementTree.fromstring(there["opensearch.xml"])
    assert search.find("{*}Url").get("template") == "https://x.nl/pad/zoeken/?q={searchTerms}"  # type: ignore[union-attr]
    assert "Sitemap: https://x.nl/pad/sitemap.xml" in there["robots.txt"] and "Sitemap" not in nowhere["robots.txt"]
    assert "](https://x.nl/pad/data/index.json)" in there["llms.txt"] and "](data/index.json)" in nowhere["llms.txt"]
    described = json.loads(there["data/catalogus.jsonld"])
    assert described["dct:modified"]["@value"] == "2011-06-16"
    assert described["dcat:distribution"][0]["dcat:accessURL"] == {"@id": "https://x.nl/pad/data/index.json"}
    assert all(f"data/{path}.json" in there["llms.txt"] for path in ("verwijzingen", "themas", "toezeggingen"))
    here = json.loads(nowhere["data/catalogus.jsonld"])
    assert here["dcat:distribution"][0]["dcat:accessURL"] == {"@id": "../data/index.json"}


def described(page: facts.Page, cited: list[CitedSource] | None = None) -> dict[str, dict[str, object]]:
    """What the head of a page says in JSON-LD, by type."""
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', str(head(page, SITE, cited or [])))
    return {one["@type"]: one for one in map(json.loads, found)}


def test_a_letter_tells_what_it_cites_and_where_it_stands() -> None:
    listed = """<h2 id="verwijst-naar">Dit stuk verwijst naar</h2><dl class="stukken">
    <div><dt><a href="../kst-1/">Kamerstuk <b>1</b></a> <a class="weg" href="https://o.nl/1">officiële …</a></dt>
    <dd><a class="plaats" href="#al-1">x</a></dd></div>
    <div><dt><a href="https://o.nl/2?a=1&amp;b">Stb. 2</a></dt></div></dl>
    <h2 id="aangehaald-in"></h2><dl><div><dt><a href="https://o.nl/3">niet</a></dt></div></dl></section>"""
    cited = cited_on(listed)
    assert cited == [CitedSource("Kamerstuk 1", "https://o.nl/1"), CitedSource("Stb. 2", "https://o.nl/2?a=1&b")]
    made = described(page(), cited)
    assert made["Report"]["citation"][1] == {"@type": "CreativeWork", "name": "Stb. 2", "url": "https://o.nl/2?a=1&b"}  # type: ignore[index]
    names = [step["name"] for step in made["BreadcrumbList"]["itemListElement"]]  # type: ignore[attr-defined]
    assert names == ["Kamerbrieven", "Brieven", "Visie </script> & “taal”"]
    assert list(described(facts.Page("", "Begin", "", {}))) == ["Dataset"]
    assert cited_on("<p>Geen.</p>") == []


@pytest.mark.parametrize(
    ("meta", "html", "told"),
    [
        ({"description": "Zelf gezegd."}, "<p>x</p>", "Zelf gezegd."),
        (
            LETTER,
            '<p id="al-1">Hierbij &lt;b&gt;.</p>',
            "Brief van J. Jansen van 16 juni 2011. Kamerstuk 32 824, nr. 1. Hierbij &lt;b&gt;.",
        ),
        ({}, f"<p>{'woord ' * 40}</p>", f"{'woord ' * 24}woord…"),
        (
            {},
            f"<p>{'woord ' * 10}</p><p class='{'x' * 4_000}'>{'later ' * 40}</p>",
            f"{'woord ' * 10}{'later ' * 14}later…",
        ),
    ],
)
def test_every_page_describes_itself(meta: dict[str, object], html: str, told: str) -> None:
    assert facts.description(meta, html) == told


def test_the_picture_is_the_same_each_time() -> None:
    made = picture.share_picture("Kamerbrieven", "Brieven van de regering aan de Tweede Kamer, woord voor woord.")
    assert made[:8] == b"\x89PNG\r\n\x1a\n"
    assert made == picture.share_picture(
        "Kamerbrieven", "Brieven van de regering aan de Tweede Kamer, woord voor woord."
    )
    assert len(made) < 40_000


@pytest.mark.parametrize(
    ("css", "left"),
    [
        (".a{x:1}.b{x:2}", ".a{x:1}"),
        (".b,.a .c,.a{x:1}", ".a{x:1}"),
        (".a:not(.b,.c):is(.b,p){x:1}", ".a:not(.b,.c):is(.b,p){x:1}"),
        ("@media print{.b{x:1}}@media print{.a{x:1}.b{x:1}}", "@media print{.a{x:1}}"),
        ("[data-md-color-primary=a] p{x:1}[data-md-color-primary=b] p{x:2}", "[data-md-color-primary=a] p{x:1}"),
        ("kbd,.a kbd,p>kbd{x:1}.a p[title='kbd x']{x:2}", ".a p[title='kbd x']{x:2}"),
        ('@charset "UTF-8";p{x:"};.b{"}', 'p{x:"};.b{"}'),
        ("@keyframes k{0%{x:1}to{x:2}}/* c */[dir=rtl] .a{x:1}[dir=ltr] .a{x:2}",
         "@keyframes k{0%{x:1}to{x:2}}[dir=ltr] .a{x:2}"),
    ],
)  # fmt: skip
def test_rules_that_no_page_needs_are_left_out(css: str, left: str) -> None:
    assert lean(css, {"a", "<p"}) == left


def test_values_that_nothing_reads_are_left_out() -> None:
    css = ':root{--md-x:url("a;b");--md-y:url("c");--md-a:var(--md-b);--md-b:1;--md-c:2}p{mask:var(--md-y)}'
    assert without_unread(css, "p{color:var(--md-c)}") == ':root{--md-y:url("c");--md-c:2}p{mask:var(--md-y)}'


def test_comments_stay_with_those_who_write_them() -> None:
    assert plain("/* a */\np  a { x: 1; }\n") == "p a{x:1;}"
    assert without_comments('// a\nlet x = "http://b"; // c\n  // d\n') == 'let x = "http://b"; // c\n'


def contents(headings: int) -> str:
    items = "".join(f'<li><a href="#{n}" class="md-nav__link">x</a></li>' for n in range(headings))
    return f'<div data-md-type="toc"><nav><ul data-md-component="toc">{items}</ul></nav></div>'


@pytest.mark.parametrize("headings", [2, 5])
def test_contents_open_from_a_line_where_there_is_a_choice(headings: int) -> None:
    step = next(step for step in polish.STEPS if "data-md-type" in step.pattern)
    done = re.sub(step.pattern, step.replacement, contents(headings), flags=re.DOTALL)
    assert done.count('<details class="inhoud"><summary>Inhoud</summary><ul') == 1
    assert done.count("</ul></details></nav>") == 1


PARTS = ("begin", "zoeken", "vergelijking", "wijzigingen", "draden", "citaat", "zelf", "overzichten")
OWN_SHEETS = {f"assets/{name}.css" for name in PARTS}
"""Style sheets beside the lean one, which only some pages need."""


@pytest.mark.slow
@pytest.mark.parametrize("part", typeface.SIGNS)
@pytest.mark.parametrize("face", typeface.FACES)
def test_the_type_that_lies_ready_is_what_cutting_gives(face: str, part: str) -> None:
    ready = cut_file(face, part).read_bytes()
    assert ready == cutting.cut(face, part)
    assert len(ready) < 20_000


@pytest.mark.parametrize("face", typeface.faces(), ids=lambda face: face.name)
def test_each_face_has_the_letters_it_says(face: typeface.Face) -> None:
    stated = re.search(r"unicode-range:([^;]*);", face.rules)
    assert stated is not None
    ranges = [[int(end, 16) for end in part.removeprefix("U+").split("-")] for part in stated[1].split(",")]
    with TTFont(BytesIO(face.data)) as font:
        drawn = {code for code in font.getBestCmap() if code != 0xAD}
    asked = {code for ends in ranges for code in range(ends[0], ends[-1] + 1)}
    assert drawn <= asked
    assert set(map(ord, "ABC xyz é ij ş ğ ı č – “ ” € «")) <= drawn or "anders" in face.name


def test_every_variable_of_a_style_sheet_is_stated() -> None:
    sheets = "".join(text.decode() for name, text in assets().items() if name.endswith(".css"))
    asked, stated = (set(re.findall(pattern, sheets)) for pattern in (r"var\((--(?:kb|vg)-[\w-]+)", r"(--[\w-]+):"))
    assert asked <= stated


@pytest.mark.slow
def test_a_site_with_an_address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds/a.txt").write_text("Geachte voorzitter,\n\nTer inzage.\n", encoding="utf-8")
    monkeypatch.setenv("SITE_URL", SITE.url)
    assert build(Folders(tmp_path / "seeds", tmp_path / "docs", tmp_path / "site")).notices == ()
    site = tmp_path / "site"
    html = (site / "brieven/a/index.html").read_text(encoding="utf-8")
    assert '<link rel="canonical" href="https://x.nl/pad/brieven/a/">' in html
    assert "https://x.nl/pad/brieven/a/" in (site / "sitemap.xml").read_text(encoding="utf-8")
    sheets = {
        sheet for path in site.rglob("*.html") for sheet in re.findall(r"assets/stijl[^\"]*", path.read_text("utf-8"))
    }
    assert {str(path.relative_to(site)) for path in site.glob("assets/**/*.css")} == {*OWN_SHEETS, *sheets}
    assert len(sheets) == 1
    missing = (site / "404.html").read_text(encoding="utf-8")
    assert "Deze pagina is er niet" in missing
    assert 'href="/pad/zoeken/"' in missing
    descriptions = [found[1] for path in site.rglob("index.html") if (found := stated_description(path))]
    assert len(set(descriptions)) == len(descriptions) == len(list(site.rglob("index.html")))


def stated_description(path: Path) -> re.Match[str] | None:
    return re.search(r'<meta name="description" content="([^"]+)"', path.read_text(encoding="utf-8"))


@pytest.mark.slow
def test_the_way_out_of_mkdocs_works(tmp_path: Path) -> None:
    """ProperDocs, the fork that goes on, builds the same site from the same folder."""
    pytest.importorskip("properdocs")
    command = [sys.executable, "-m", "properdocs", "build", "--strict", "--quiet", "--site-dir", str(tmp_path)]
    subprocess.run(command, cwd=PROJECT, check=True, capture_output=True)
    for name in ("index.html", "brieven/kst-32824-448/index.html", "feed.xml", "pagefind/pagefind.js"):
        assert (tmp_path / name).is_file()
    assert "Content-Security-Policy" in (tmp_path / "index.html").read_text(encoding="utf-8")


def test_the_committed_pages_have_the_assets_of_this_program() -> None:
    """A build leaves alone what it did not write: an old script would stay there as somebody's own."""
    docs = PROJECT / "docs"
    listed = json.loads((docs / ".kamerbrieven.json").read_text(encoding="utf-8"))
    same = {name for name, content in assets().items() if (docs / name).read_bytes() == content and name in listed}
    assert assets().keys() - same == set()
