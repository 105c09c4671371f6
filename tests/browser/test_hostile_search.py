"""Letters that want to be more than text, found by search: shown as they are, and nothing of them runs."""

import pytest
from playwright.sync_api import Browser
from serving import served
from test_hostile_site import EVIL, shared_hostile_site
from waiting import patient_context, visit

QUESTIONS = ("evil", "<script>evil()</script>", "alinea", "inburgering")


def test_results_of_hostile_letters_are_text(browser: Browser, hostile: str) -> None:
    context = patient_context(browser, bypass_csp=True)
    page = context.new_page()
    page.add_init_script("window.ran = 0; window.evil = () => (ran += 1)")
    for question in QUESTIONS:
        visit(page, f"{hostile}zoeken/")
        page.get_by_label("Zoek naar").fill(question)
        page.get_by_role("status").get_by_text("4 brieven").wait_for()
        titles = page.locator(".treffer h2 a").all_text_contents()
        assert any(title.startswith(EVIL[:40]) for title in titles)
        assert page.locator(".treffers").locator("script, img, [onclick]").count() == 0
        assert page.evaluate("ran") == 0
        page.locator(".plaats a[href*='/brieven/']").first.click()
        page.wait_for_function("document.getElementById(location.hash.slice(1)) !== null")
        assert page.evaluate("ran") == 0
    context.close()


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory):  # type: ignore[no-untyped-def]
    with served(shared_hostile_site(tmp_path_factory)) as address:
        yield address
