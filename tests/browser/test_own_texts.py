"""Comparing in the reader's own browser: what the command says, and nothing leaves the machine."""

import json
from collections.abc import Iterator
from importlib.resources import files
from itertools import combinations, product
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from frozen import IDS, SEEDS, five_letters
from planted import as_letter, as_paper, pair
from playwright.sync_api import Page, expect
from tabs import Open, Tabs, opening
from waiting import rest
from word_parts import call, note, p, word

from build_tools.cli import main

BENCH = "vergelijken/zelf/"
AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
PLANS = (
    ("typo", "typo", "quotes"),
    ("number", "sentence"),
    ("drop", "move"),
    ("typo", "number", "sentence", "drop"),
    (),
)
LENGTH = 9
"""Paragraphs of a text: enough for every plan, few enough for all pairs."""
STRETCHES = 2
"""Of each letter, for every plan: fifty pairs in all, and those of the site."""

SHORT = [id_ for id_ in IDS if id_ not in ("kst-32824-1", "kst-32824-448")]
"""Letters of the site whose pairs a browser compares in a moment; the longest is tested with its version, below."""


@pytest.fixture(scope="session")
def has_bench(site: Path) -> None:
    if not (site / "zelf").is_dir():
        pytest.skip("Pyodide is not kept here, and cannot be fetched")


@pytest.fixture(scope="module")
def loaded(has_bench: None, tabs: Tabs, address: str) -> Iterator[Page]:  # noqa: ARG001
    """The page with the program, which is loaded by the first test that compares and serves the others."""
    with opening(tabs, address) as open_page:
        yield open_page(BENCH, own=True)


@pytest.fixture
def bench(has_bench: None, open_page: Open) -> Open:  # noqa: ARG001
    """Opens the page anew."""

    def opened(question: str = "", **options: Any) -> Page:
        return open_page(BENCH + question, **options)

    return opened


def choose(page: Page, side: str, what: str | Path) -> None:
    """Choose a letter of the site by its id, or a file."""
    own = isinstance(what, Path)
    box = page.locator(f"[data-kant={side}]")
    box.get_by_role("radio", name="eigen" if own else "van deze site").check()
    if isinstance(what, Path):
        box.locator("[type=file]").set_input_files(what)
    else:
        box.get_by_role("combobox").fill(what)


def press(page: Page) -> None:
    page.get_by_role("button", name="Vergelijk", exact=True).click()
    expect(page.locator(".zelf [type=submit]")).to_be_enabled()


def taken(page: Page, form: str) -> bytes:
    with page.expect_download() as download:
        page.locator(f"[data-vorm={form}]").click()
    return Path(download.value.path()).read_bytes()


def pairs(folder: Path) -> Iterator[tuple[str | Path, str | Path]]:
    """Three pairs of letters of the site; every plan in two stretches of every letter, but for a move in one that is
    too short for it. Each plan, and each letter, comes as text of a ministry, as text of a Kamerstuk and as Word files.
    """
    yield from combinations(SHORT, 2)
    numbered = enumerate(product(IDS, range(STRETCHES), enumerate(PLANS)))
    for seed, (id_, stretch, (nth, plan)) in numbered:
        texts = [block.text for block in five_letters()[id_].blocks]
        if "move" in plan and len(texts) < LENGTH:
            continue
        start = (stretch * len(PLANS) + nth) * LENGTH % max(1, len(texts) - LENGTH)
        made = pair(texts[start : start + LENGTH], seed, *plan)
        kind = seed % 3
        if kind < 2:
            other = as_paper(made.b, 357) if kind else as_letter(made.b, 64)
            files = [(as_letter(made.a).encode(), "a.txt"), (other.encode(), "b.txt")]
        else:
            files = [(in_word(made.a), "a.docx"), (in_word(made.b), "b.docx")]
        paths = [folder / f"{seed} {name}" for _, name in files]
        for path, (content, _) in zip(paths, files, strict=True):
            path.write_bytes(content)
        yield paths[0], paths[1]


def in_word(paragraphs: list[str]) -> bytes:
    """The paragraphs as a Word file, the first with a note."""
    escaped = [text.replace("&", "&amp;").replace("<", "&lt;") for text in paragraphs]
    body = p(escaped[0], call(1)) + "".join(map(p, escaped[1:]))
    return word(body, footnotes=note(1, p("Kamerstuk 32 824, nr. 12.")))


def test_fifty_pairs_are_in_the_browser_what_the_command_says(loaded, tmp_path, capsys) -> None:  # type: ignore[no-untyped-def]
    page = loaded
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    differing, count = [], 0
    for one, other in pairs(tmp_path):
        choose(page, "a", one)
        choose(page, "b", other)
        press(page)
        found = json.loads(taken(page, "json"))
        main(["compare", str(one), str(other), "--json", "--seeds", str(SEEDS)])
        count += 1
        if found != json.loads(capsys.readouterr().out):
            differing.append((one, other))
    assert count == 51 and not differing
    assert not [url for url in asked if ".txt" in url or ".docx" in url]
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]


def test_two_letters_are_compared_from_an_address_as_their_page_shows_them(bench, open_page) -> None:  # type: ignore[no-untyped-def]
    """Also after a stop; and what was loaded for them goes on without the net."""
    viewport = {"width": 1280, "height": 900}
    page = bench("?a=brief-donner-2011&b=kst-32824-1&weergave=lopend#w-2", own=True, viewport=viewport)
    loaded = page.evaluate("performance.getEntriesByType('resource').map((one) => one.name)")
    assert not [url for url in loaded if "zelf/" in url]
    page.route("**/zelf/programma.zip", lambda _: None)  # else a fast machine could be done before it is told to stop
    page.get_by_role("button", name="Vergelijk", exact=True).click()
    page.get_by_role("button", name="Stop").click()
    expect(page.locator(".zelf .stand")).to_have_text("Gestopt.")
    page.unroute("**/zelf/programma.zip")
    press(page)
    expect(page.locator(".vergelijking .stand")).to_have_text("2 van 5")
    expect(page.get_by_role("heading", name="Visie op integratie: vergeleken")).to_be_visible()
    assert page.url.endswith("?a=brief-donner-2011&b=kst-32824-1&weergave=lopend#w-2")
    page.evaluate(AXE)
    rest(page)
    assert [fault["id"] for fault in page.evaluate("axe.run({ resultTypes: ['violations'] })")["violations"]] == []
    shown = open_page("vergelijken/brief-donner-2011--kst-32824-1/")
    ours, theirs = (one.locator("[data-view=lopend]").inner_html() for one in (page, shown))
    assert page.evaluate(SAME, [ours, theirs])
    goes_on_without_the_net(page)


def goes_on_without_the_net(page: Page) -> None:
    """With a text that is pasted, which leaves the address."""
    own = page.locator("[data-kant=b]")
    own.get_by_role("radio", name="eigen").check()
    own.get_by_role("textbox", name="Plak").fill("Geachte voorzitter,\n\nHierbij treft u de visie op integratie aan.")
    press(page)
    expect(page.locator("#uitkomst")).to_be_focused()
    assert urlsplit(page.url).query == "a=brief-donner-2011"
    own.get_by_role("textbox", name="Plak").fill("Geachte voorzitter,\n\nHierbij treft u een visie op integratie.")
    rest(page)
    page.context.set_offline(True)
    press(page)
    expect(page.locator("#uitkomst")).to_be_focused()
    expect(page.locator(".zelf-uitkomst .documenten")).to_contain_text("tekst B")
    page.context.set_offline(False)


def test_a_letter_can_be_named_by_its_number_or_title(loaded) -> None:  # type: ignore[no-untyped-def]
    page = loaded
    for one, other in (("32 824, nr. 357", "artikel 13"), ("brief-donner-2011", "32824-357")):
        choose(page, "a", one)
        choose(page, "b", other)
        press(page)
        expect(page.locator("#uitkomst")).to_be_focused()
    assert page.url.endswith("?a=brief-donner-2011&b=kst-32824-357")
    choose(page, "a", "visie op integratie")
    press(page)
    expect(page.locator(".zelf .stand")).to_have_text("Bij A passen 2 brieven; kies er één uit de lijst.")


SAME = """(texts) => { const [one, other] = texts.map((html) => {
    const box = document.createElement("div");
    box.innerHTML = html;
    for (const link of box.querySelectorAll(".hier, [tabindex]")) { link.classList.remove("hier"); }
    return box.textContent.replace(/\\s+/g, " ").trim();
}); return one === other; }"""


def test_what_cannot_be_compared_is_told_in_a_line(loaded, tmp_path) -> None:  # type: ignore[no-untyped-def]
    page = loaded
    choose(page, "a", "")
    said = page.locator(".zelf .stand")
    press(page)
    expect(said).to_have_text("Kies bij A een brief.")
    choose(page, "a", "brief-donner-2011")
    for name, content, told in (
        ("groot.txt", b"a" * 20_000_001, "«groot.txt» is groter dan 20 MB; zo lang is geen brief."),
        ("lang.txt", b"woord " * 300_000, "De tekst van «lang.txt» is langer dan deze pagina aankan."),
        ("stuk.docx", b"PK\x03\x04" + b"x" * 900, "«stuk.docx» is niet te lezen als de tekst van een brief."),
        ("brief.pdf", b"%PDF-1.7", "Een pdf leest deze pagina niet"),
        ("pdf.docx", b"%PDF-1.7", "Een pdf leest deze pagina niet"),
        ("oud.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Een Word-bestand van vóór 2007 (.doc) leest"),
        ("leeg.txt", b"", "«leeg.txt» is niet te lezen"),
        ("haken.txt", b"(" * 900_000, "In «haken.txt» staan meer dan 1.000 tekens zonder spatie"),
        ("diep.docx", word("<w:ins>" * 6_000 + "</w:ins>" * 6_000), "«diep.docx» is niet te lezen"),
    ):
        path = tmp_path / name
        path.write_bytes(content)
        choose(page, "b", path)
        press(page)
        expect(said).to_contain_text(told)
        expect(page.locator(".zelf-uitkomst")).to_be_hidden()


def test_the_site_tells_of_web_assembly_only_where_it_runs(bench, site) -> None:  # type: ignore[no-untyped-def]
    page = bench()
    page.goto(page.url.partition("vergelijken/")[0] + "over/")
    told = page.locator("p", has_text="wasm-unsafe-eval")
    expect(told).to_contain_text("Twee pagina’s draaien WebAssembly: zoeken, en zelf vergelijken")
    assert "wasm-unsafe-eval" in (site / "vergelijken/zelf/index.html").read_text(encoding="utf-8")
    without = (site.parent / "docs/over.md").read_text(encoding="utf-8")
    assert "Alleen [zoeken](zoeken.md) draait WebAssembly" in without and "Twee pagina’s" not in without
