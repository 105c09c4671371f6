"""Who comes for a place that stood on a register before it was parted, ends where that place stands now."""

from typing import Any

import pytest
from playwright.sync_api import expect

PLACES = {"kst-32824-448": "dossier-32824-deel-2", "brief%20twee": "dossier-32824", "kb-inhoud": "dossier-32824"}
EMPTY = {"body": "<!doctype html>", "content_type": "text/html"}


@pytest.mark.parametrize(
    ("asked", "ends"),
    [
        ("#kst-32824-448", "/verwijzingen/dossier-32824-deel-2/#kst-32824-448"),
        ("#brief%20twee", "/verwijzingen/dossier-32824/#brief%20twee"),
        ("#kb-inhoud", "/verwijzingen/#kb-inhoud"),
    ],
)
def test_an_old_anchor_leads_on(open_page: Any, asked: str, ends: str) -> None:
    """The third one is still there."""
    page = open_page("over/")
    start = page.url.removesuffix("over/")
    page.route("**/ankers.json", lambda route: route.fulfill(json=PLACES))
    page.route("**/verwijzingen/dossier-*/", lambda route: route.fulfill(**EMPTY))
    page.goto(f"{start}verwijzingen/{asked}")
    page.add_script_tag(url=f"{start}assets/ankers.js")
    expect(page).to_have_url(f"{start.removesuffix('/')}{ends}")
