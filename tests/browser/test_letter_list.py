"""The list of letters: chosen and put in order at once, and without script as it stands."""

from playwright.sync_api import expect


def test_who_looks_for_the_letters_of_a_dossier_finds_them_at_once(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page("brieven/")
    shown = page.locator(".brieven > li:visible .titel a")
    expect(shown).to_have_count(5)
    page.get_by_label("Dossier").select_option("32 824")
    page.get_by_role("status").get_by_text("3 van 5 brieven").wait_for()
    page.get_by_label("Volgorde").select_option("oudste eerst")
    page.wait_for_url("**/brieven/?dossier=32+824&volgorde=oudste")
    days = page.locator(".brieven > li:visible time")
    expect(days.first).to_have_attribute("datetime", "2011-06-16")
    expect(page.get_by_role("heading", name="2011")).to_be_hidden()
    page.reload()
    page.get_by_role("status").get_by_text("3 van 5 brieven").wait_for()
    page.get_by_label("Jaar").select_option("2015")
    page.get_by_role("status").get_by_text("Geen brief voldoet aan deze keuze.").wait_for()
    for label in ("Jaar", "Dossier", "Volgorde"):
        page.get_by_label(label).select_option(index=0)
    expect(shown).to_have_count(5)
    expect(page.get_by_role("heading", name="2011")).to_be_visible()
    shown.first.click()
    page.wait_for_url("**/brieven/kst-32824-448/")


def test_on_a_phone_the_choices_leave_room_for_the_letters(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page("brieven/", viewport={"width": 360, "height": 740})
    choices = page.locator(".zeven select:visible")
    tops = choices.evaluate_all("all => all.map((one) => one.getBoundingClientRect().top)")
    assert len(tops) == 5 and len(set(tops)) == 3
    page = open_page("soorten/kamerstuk/", viewport={"width": 360, "height": 740})
    facts, first = (page.locator(kind).first.bounding_box() for kind in (".kenmerken", ".brieven time"))
    assert facts and first and 0 < first["y"] - facts["y"] - facts["height"] < 30


def test_without_script_the_list_is_whole_and_other_pages_choose(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page("brieven/", java_script_enabled=False)
    expect(page.locator(".lijstkeuze")).to_be_hidden()
    expect(page.locator(".brieven > li")).to_have_count(5)
    page.get_by_role("link", name="ministerie", exact=True).click()
    page.wait_for_url("**/ministeries/")
    page.go_back()
    page.get_by_role("link", name="soort", exact=True).click()
    page.get_by_role("link", name="Kamerstuk").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Soort: Kamerstuk")
    expect(page.locator(".brieven > li")).to_have_count(4)
