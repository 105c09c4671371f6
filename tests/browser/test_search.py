"""Search as a reader meets it: what is typed, what is found, where it leads."""

import re
from urllib.parse import urljoin

from frozen import five_letters
from playwright.sync_api import Page, expect
from serving import PREFIX
from waiting import STEP

from build_tools.dutch.stems import stem, words

DONNER, NR1, NR357, NR448, ARTICLE = (
    "brief-donner-2011",
    "kst-32824-1",
    "kst-32824-357",
    "kst-32824-448",
    "kst-34200-XV-1-artikel-13",
)
ALL = {DONNER, NR1, NR357, NR448, ARTICLE}
TABLE = {
    "inburgeren": ALL,
    "inburgering": ALL,
    "jongeren": {NR1, NR448, ARTICLE},  # the last has only `Jeugdverblijven`; the others nothing of the kind
    "burgers": ALL,
    "markt": ALL - {DONNER},  # where no word holds it
    "Yesilgöz": {NR448},  # nobody else names her
    "YESILGÖZ": {NR448},
    "yesilgoz": {NR448},
    "geintegreerd": ALL,
    "inburgeringsplichtig": {NR1, NR448},
    "arbeidsmarkt": ALL - {DONNER},
    "EU-arbeidsmigranten": {NR1, NR448},
    "moskeeen": {ARTICLE},
    "leden": {NR448, NR357},  # Kamerlid
    "steden": {NR1},
    "taalles": {NR448},
    "inburg": ALL,
    "donner 2011": {DONNER, NR1},
    "nobel": {NR448},
    "mei 2015": {ARTICLE},
    "32824": {NR1, NR357, NR448},
    "32824 448": {NR448},
    "32824 44": set(),
    "kst-32824-448": {NR448},
    "32 824, nr. 448": {NR448},
    "Kamerstuk 32824-448": {NR448},
    "34200-XV 1": {ARTICLE},
    "34200": {ARTICLE},
    "34200 en inburgering": {ARTICLE},
    "34200 XV": {ARTICLE},
    "34 200 XV": {ARTICLE},
    "34200-XV": {ARTICLE},
    "34200 XVI": set(),
    "jaarverslag": {ARTICLE},  # the title of its dossier
    "35925-XV 108": {NR357},
    '"open en vrije samenleving"': {NR448},
    '"samenleving vrije en open"': set(),
    '"zelfredzaam in de Nederlandse samenleving"': {DONNER, NR1},
    'inburgering "zelfredzaam in de Nederlandse"': {DONNER, NR1},
    "stagediscriminatie taaleis": {NR448},
    "remigratie": {ARTICLE, NR1},  # Remigratiewet: a word of a title, and an end of three letters
    "xyzzyplugh": set(),
    "a" * 999: set(),
    "constructor __proto__": set(),
    "<>": set(),
}
"""What is typed, and which of the five letters are found: all that hold a form of it, and no other."""

FIRST = {
    "inburgeren": "inburgering",
    "jongeren": NR1,
    "burgers": NR1,
    "markt": "arbeidsmarkt-en-werk",
    "moskeeen": "vrijheid-van-godsdienst-en-islam",
    "gemeente": "gemeenten-en-lokaal-beleid",
    "donner 2011": DONNER,
    "35 925 XV, nr. 108": NR357,
    '"jaren ’70 van de vorige eeuw"': NR357,
}

MARKED = {"markt": "markt", "jongeren": "jong|jeugd", "steden": "steden|stad", "leden": "leden|lid"}
"""What all marked words are forms of."""

FOUND = """(question) => {
    const told = document.querySelector(".stand").textContent, links = [...document.querySelectorAll(".treffer h2 a")];
    const shown = links.length > 0 || (told.startsWith("Niets gevonden") && !/: [1-9]/.test(told));
    const answered = told.includes(` voor “${question}”`) && shown;
    return answered ? links.map((link) => link.href) : null;
}"""
"""What is found, once the page says of this question that it is answered and shows what it says."""


IN_ORDER = """(sign) => {
    const days = [...document.querySelectorAll(".treffer time")].map((one) => one.dateTime);
    return days.every((day, at) => !at || sign * day.localeCompare(days[at - 1]) >= 0) ? days : null;
}"""
"""The days of what is shown, once they go up or down."""


def ask(page: Page, question: str) -> list[str]:
    """Type a question and give the names of the pages that are found."""
    field = page.get_by_label("Zoek naar")
    field.fill(question)
    field.press("Enter")
    told = re.sub('^"(.*)"$', r"\1", question)
    found = page.wait_for_function(FOUND, arg=told, polling=STEP).json_value()
    return [href.rstrip("/").rpartition("/")[2] for href in found]  # of a promise: its place in the register


MEANT = {
    "verantwoordelijkhied": "verantwoordelijkheid",
    "nederlnadse": "Nederlandse",
    "vreiheid": "vrijheid",
    "onderweis": "onderwijs",
    "beleit": "beleid",
    "verandwoordelijkheid": "verantwoordelijkheid",
    "godsdiest": "godsdienst",
    "statushoudders": "statushouders",
    "maatschapelijke": "maatschappelijke",
    "discriminasie": "discriminatie",
    "antisemetisme": "antisemitisme",
    "bestuurlik": "bestuurlijke",
    "taal eis": "taaleis",
    "inburgerings plicht": "inburgeringsplicht",
    "arbeits markt": "arbeidsmarkt",
    "opdearbeidsmarkt": "op de arbeidsmarkt",
    "parralelle samenleving": "parallelle samenleving",
    "rechtstaat": "rechtsstaat",  # recht and staat stand there, and are not what was meant
    "inburgeringsexaamen": "inburgeringsexamen",  # of which the letters have another form
    "gemeentten": "gemeenten",
    "binnenlandsezaken": "binnenlandse zaken",  # found in its parts, and written so
    "uitgangpunt": "uitgangspunt",  # which a letter has wrong itself
    "economiese": "economische",
    "geslagt": "geslacht",  # geslaagd sounds so too, and is written less like it
    "taalacyhterstand": "taalachterstand",
    "bestuurelijke": "bestuurlijke",  # bestuur stands there, lijke is no word
    "gebedoproepen": "gebedsoproepen",
    "ziekte kosten verzekering": "ziektekostenverzekering",
    "van gennep": "van Gennip",
}
"""What is typed, and what the page says was meant."""

GOOD = (
    "fiets",
    "voetbal",
    "belastingdienst",
    "ziekenhuis",
    "koopkracht",  # of two words; opdracht is near
    "kinderbijslag",  # kind, erbij and slag stand there
    "Kaag",
    "Jetten",
    "Rutte",
    "gemeentes",  # another form stands there
    "taalles",  # found in its parts, and rightly one word
    "open samenleving",
    "Nederlandse taal",
    "wie is dat",
    "32824 99",
)
"""Good words; nothing else was meant, whether they are found or not."""

ASKED = {
    "minister Donner": "j-p-h-donner",
    "wie is Van Gennip": "c-e-g-van-gennip",
    "staatssecretaris Nobel": "j-n-j-nobel",
    "ministerie van Sociale Zaken": "sociale-zaken-en-werkgelegenheid",
    "verschil brief en Kamerstuk visie op integratie": "brief-donner-2011--kst-32824-1",
    "wat is er veranderd in de visie op integratie": "brief-donner-2011--kst-32824-1",
    "vergelijk de brief van Donner met Kamerstuk 32 824, nr. 1": "brief-donner-2011--kst-32824-1",
    "toezegging taalvaardigheid": "#kst-32824-448-al-64",
    "wat heeft Nobel beloofd over de werkgever": "#kst-32824-448-al-64",
    "belofte uitwerking actieagenda": "#kst-32824-448-al-77",
    "toezegging over het begrip integratie": "#kst-32824-357-al-1",
    "gedrukte versie naast de brief van het ministerie": "brief-donner-2011--kst-32824-1",
    "wat staat er in het Kamerstuk dat niet in de brief staat": "brief-donner-2011--kst-32824-1",
    "brieven die Donner schreef": "j-p-h-donner",
    "thema onderwijs": "onderwijs",
    "minister Donner over het onderwijs aan jongeren": "j-p-h-donner",
    "beloofde Donner een wetsvoorstel inburgering": "#kst-32824-1-al-61",
    "toezegging nadere informatie taalvaardigheid statushouders": "#kst-32824-448-al-64",
    "staatssecretaris Jurgen Nobel": "j-n-j-nobel",
    "wat verschilt er tussen de brief en Kamerstuk 32824 nr. 1": "brief-donner-2011--kst-32824-1",
}
"""What is asked for, and what stands first: also where it does not hold all that was typed."""


def test_who_types_a_word_wrong_is_led_on_and_who_types_it_right_is_not(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page("zoeken/")
    meant = page.locator(".bedoelt")

    def suggested(question: str) -> str | None:
        ask(page, question)
        return meant.inner_text() if meant.count() else None

    assert {question: suggested(question) for question in MEANT} == MEANT
    assert [question for question in GOOD if suggested(question)] == []
    ask(page, "discriminasie")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/zoeken/?q=discriminatie")
    expect(page.get_by_label("Zoek naar")).to_be_focused()
    page.get_by_role("status").get_by_text("3 brieven").wait_for()


def test_what_is_asked_for_as_such_stands_first(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page("zoeken/")
    firsts = {question: ask(page, question)[0] for question in ASKED}
    assert {question: first for question, first in firsts.items() if first != ASKED[question]} == {}
    ask(page, "toezegging taalvaardigheid")
    page.locator(".treffer h2 a").first.click()
    page.wait_for_url("**/toezeggingen/#kst-32824-448-al-64")
    expect(page.locator(":target")).to_contain_text("In het eerste kwartaal wordt uw Kamer nader geïnformeerd")
    expect(page.locator(":target").get_by_role("link", name="alinea 64")).to_be_visible()


def test_nothing_of_the_index_comes_before_the_first_letter(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page("zoeken/")
    loaded = "() => performance.getEntriesByType('resource').map((one) => one.name)"
    own = [url for url in page.evaluate(loaded) if "pagefind" in url]
    assert [url.rpartition("/")[2] for url in own] == ["keuzes.json"]
    page.keyboard.type("taal")
    page.locator(".treffer").first.wait_for()
    assert any("pagefind.js" in url for url in page.evaluate(loaded))


def test_who_waits_is_told_so_and_who_waits_in_vain_too(open_page) -> None:  # type: ignore[no-untyped-def]
    """On a slow connection the page says that it is at it; without one it does not keep silent."""
    page = open_page("zoeken/")
    held = []
    page.route("**/zoekmachine.js", lambda route: held.append(route))
    page.locator("#vraag").fill("remigratie")
    expect(page.locator(".stand")).to_have_text("Bezig met zoeken …")
    held[0].continue_()
    expect(page.locator(".stand")).to_contain_text("voor “remigratie”")
    page = open_page("zoeken/")
    fails = "export const start = () => Promise.reject(new Error('no connection'))"
    page.route("**/zoekmachine.js", lambda route: route.fulfill(body=fails, content_type="text/javascript"))
    page.locator("#vraag").fill("remigratie")
    expect(page.locator(".stand")).to_have_text("Zoeken lukt nu niet. Laad de pagina opnieuw.")


def test_within_one_letter_from_its_page(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page("brieven/kst-32824-448/")
    page.get_by_role("link", name="Zoek in deze brief").click()
    page.wait_for_url("**/zoeken/?brief=kst-32824-448")
    within = page.locator(".binnen")
    within.get_by_role("link", name="Actieagenda Integratie").wait_for()
    assert ask(page, "inburgering") == [NR448]
    ask(page, "steden")
    expect(page.get_by_role("status")).to_have_text("Niets gevonden voor “steden” in deze brief; in andere wel.")
    within.get_by_role("button", name="Zoek in alle brieven").click()
    page.wait_for_url("**/zoeken/?q=steden")
    page.get_by_role("status").get_by_text("1 brief").wait_for()
    expect(within).to_be_hidden()


def test_in_order_of_time(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page("zoeken/?q=integratie&soort=Brief")
    page.locator(".treffer").first.wait_for()
    days = page.locator(".treffer time")
    for order, sign in (("nieuwste eerst", -1), ("oudste eerst", 1)):
        page.get_by_label("Volgorde").select_option(order)
        page.wait_for_url(f"**volgorde={order.split()[0]}")
        shown = page.wait_for_function(IN_ORDER, arg=sign, polling=STEP).json_value()
        assert len(shown) == 5
    assert days.first.get_attribute("datetime") == "2011-06-16"


def test_an_excerpt_shows_where_most_stands_together(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page("zoeken/?q=taalvaardigheid+werkgever&brief=kst-32824-448")
    marks = page.locator(".plaats").first.locator("mark")
    marks.first.wait_for()
    told = " ".join(marks.all_inner_texts()).lower()
    assert "taalvaardigheid" in told and "werkgever" in told


def test_every_row_of_the_table(open_page) -> None:  # type: ignore[no-untyped-def]
    """What is found, what of it stands first, which words of it are marked; and that nothing is, where that is so."""
    page = open_page("zoeken/")
    found, firsts, marked = {}, {}, {}
    for question in TABLE | FIRST:
        names = ask(page, question)
        found[question] = ALL.intersection(names)
        if question in FIRST:
            firsts[question] = names[0]
        if question in MARKED:
            marks = page.locator(".treffer mark").all_text_contents()
            marked[question] = {bool(re.search(MARKED[question], mark.lower())) for mark in marks}
        assert names or page.get_by_role("status").inner_text().startswith("Niets gevonden voor “")
    assert {question: found[question] for question in TABLE} == TABLE
    assert firsts == FIRST
    assert marked == {question: {True} for question in MARKED}


def test_a_phrase_stands_in_any_quotes(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page()
    for quotes in ("“{}”", "„{}”", "«{}»", "« {} »"):
        page.goto(urljoin(page.url, f"{PREFIX}zoeken/?q={quotes.format('open en vrije samenleving')}"))
        expect(page.get_by_role("status")).to_have_text("1 brief voor “open en vrije samenleving”")


COMPARISON = "brief-donner-2011--kst-32824-1"


QUESTIONS = ("vergelijking", "versies", "verschil", "visie op integratie", "aanhalingstekens", '"woord van de brief"')
"""What finds a comparison: its title, its verdict and what it is."""


def test_a_comparison_is_found_by_title_verdict_and_what_it_is(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page("zoeken/")
    hit = page.locator(".treffer").filter(has=page.locator(f'h2 a[href*="/vergelijken/{COMPARISON}/"]'))
    compared = "Vergelijking van brief van het ministerie en gedrukt Kamerstuk"
    verdict = "Geen woord van de brief gewijzigd; het Kamerstuk heeft ook een bijlage."
    for question in QUESTIONS:
        assert COMPARISON in ask(page, question)
        assert hit.locator(".dag").inner_text() == f"{compared} · {verdict}"


def test_a_letter_with_versions_says_so(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page("zoeken/?q=zelfredzaam&soort=Brief")
    expect(page.locator(".treffer").first).to_be_visible()
    told = page.locator(".treffer").evaluate_all(
        "all => all.filter((one) => /1 andere versie/.test(one.querySelector('.dag').textContent))"
        ".map((one) => one.querySelector('h2 a').pathname.split('/').at(-2))"
    )
    assert sorted(told) == [DONNER, NR1]


def test_the_page_folds_and_stems_as_the_index_does(open_page) -> None:  # type: ignore[no-untyped-def]
    text = " ".join(letter.source.text for letter in five_letters().values())
    text += " İstanbul ıłøđßæœ ﬁnanciën ﬀ x² Ⅳ jan\u00adtje"
    made = open_page("zoeken/").evaluate(
        """async (text) => {
            const { Forms } = await import("../assets/zoekwoorden.js");
            const forms = new Forms(await (await fetch("../pagefind/woordvormen.json")).json());
            return forms.words(text).map((word) => [word, forms.stem(word)]);
        }""",
        text,
    )
    assert made == [[word, stem(word)] for word in words(text)]


def test_a_result_is_a_paragraph_with_its_letter_and_day(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page("zoeken/?q=schooluitval")
    first = page.locator(".treffer").first
    assert first.locator("time").get_attribute("datetime") == "2011-06-16"
    place = first.locator(".plaats a").first
    assert "schooluitval" in place.inner_text()
    assert place.locator("mark").all_inner_texts()
    place.click()
    page.wait_for_url("**/brieven/*/#*")
    anchor = page.url.partition("#")[2]
    assert "schooluitval" in page.locator(f"#{anchor}").inner_text()


def test_filters_alone_and_together(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page("zoeken/?q=integratie")
    told = page.get_by_role("status")
    told.get_by_text("5 brieven en").wait_for()
    page.get_by_label("Jaar").select_option("2025")
    told.get_by_text("1 brief voor “integratie”").wait_for()
    page.wait_for_url("**?q=integratie&jaar=2025")
    options = page.get_by_label("Ministerie").locator("option")
    assert options.evaluate_all("all => all.map(one => [one.textContent, one.disabled])") == [
        ["alle", False],
        ["Binnenlandse Zaken en Koninkrijksrelaties (0)", True],
        ["Sociale Zaken en Werkgelegenheid (1)", False],
    ]
    page.reload()
    told.get_by_text("1 brief voor “integratie”").wait_for()
    page.get_by_label("Soort").select_option("Brief")
    page.get_by_label("Thema").select_option("Nederlandse taal")
    page.wait_for_url("**thema=Nederlandse+taal")
    page.go_back()
    page.wait_for_url("**?q=integratie&soort=Brief&jaar=2025")
    expect(page.get_by_label("Thema")).to_have_value("")
    page.get_by_role("button", name="Filters wissen").click()
    told.get_by_text("5 brieven en").wait_for()
    page.wait_for_url("**?q=integratie")
    page.go_back()
    told.get_by_text("1 brief voor “integratie”").wait_for()


def test_filters_without_a_question(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page("zoeken/?ministerie=Sociale+Zaken+en+Werkgelegenheid")
    page.get_by_role("status").get_by_text("3 brieven").wait_for()
    days = page.locator(".treffer time").evaluate_all("all => all.map(one => one.dateTime.slice(0, 4))")
    assert days == ["2025", "2022", "2015"]
    ask_nothing = page.get_by_label("Zoek naar")
    ask_nothing.fill("jong")
    ask_nothing.press("Enter")
    page.get_by_role("status").get_by_text("2 brieven voor “jong”").wait_for()
    ask(page, "steden")
    expect(page.get_by_role("status")).to_have_text(
        "Niets gevonden voor “steden” met deze filters; zonder filters wel."
    )


def test_from_the_header_and_by_keyboard_alone(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page("brieven/kst-32824-357/")
    field = page.get_by_role("searchbox", name="Zoeken in de brieven")
    field.focus()
    page.keyboard.type("wederkerigheid")
    page.keyboard.press("Enter")
    page.locator(".treffer").first.wait_for()
    page.get_by_label("Zoek naar").focus()
    while page.evaluate("document.activeElement.closest('.plaats') === null"):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/brieven/*/#al-*")


def test_arrows_go_through_the_results_and_escape_goes_back(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page("zoeken/?q=markt")
    field = page.get_by_label("Zoek naar")
    page.locator(".treffer").first.wait_for()
    field.focus()
    page.keyboard.press("ArrowDown")
    expect(page.locator(":focus")).to_have_text("Arbeidsmarkt en werk")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.closest('.plaats') !== null")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == "vraag"
    page.keyboard.press("Escape")
    page.wait_for_url("**/zoeken/")
    expect(field).to_have_value("")
    expect(page.locator(".treffer")).to_have_count(0)


LESS = {
    "waterschap inburgering": "inburgering",
    "wat doet het waterschap aan inburgering": "wat doet het aan inburgering",
    'waterschap "open en vrije samenleving"': '"open en vrije samenleving"',
    "waterschap kst-32824-448": "kst-32824-448",
    "xyzzyplugh waterschap": None,
    "waterschap": None,
}
"""Questions that nothing holds all of, and the question that leaves out as little as can be."""


def test_who_asks_too_much_is_told_what_there_is(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page("zoeken/")

    def offered(question: str) -> str | None:
        assert bool(ask(page, question)) == bool(LESS[question])
        found = page.locator(".bedoelt")
        return found.inner_text() if found.count() else None

    assert {question: offered(question) for question in LESS} == LESS
    ask(page, "waterschap inburgering")
    told = r"Niets gevonden voor “waterschap inburgering”\. Wel voor inburgering: 5 brieven en \d andere pagina’s\."
    expect(page.get_by_role("status")).to_have_text(re.compile(told))
    page.get_by_role("link", name="inburgering", exact=True).click()
    page.wait_for_url("**/zoeken/?q=inburgering")


def test_without_script_registers_lead_on(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page("zoeken/", java_script_enabled=False)
    assert not page.locator(".zoekveld").is_visible()
    page.get_by_role("link", name="Alle brieven op volgorde van datum").click()
    page.wait_for_url("**/brieven/")
