"""A clerk at the page for clerks: two of ten letters are doubtful, and both are settled without a mouse."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from socket import socket

import pytest
from playwright.sync_api import Browser, Error, Page, expect
from test_everyone import AXE, AXE_RUN
from waiting import eventually, patient_context, visit

from build_tools.folders import PROJECT

LETTER = "Geachte voorzitter,\n\nDe minister licht nummer {} van haar {} plannen toe.\n\nHoogachtend,\n"
DOUBTED = LETTER.replace("licht nummer", "laat nummer").replace("toe", "uit te voere n")
NAMES = """() => [...document.querySelectorAll(".werkbank :is(textarea, button, summary)")]
    .map((one) => one.ariaLabel ?? one.textContent)"""


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """A folder with letters, and where the preview shows it."""
    (tmp_path / "seeds").mkdir()
    for number in range(1, 11):
        text = (DOUBTED if number in (4, 9) else LETTER).format(number, "*" * number)
        (tmp_path / f"seeds/brief-{number}.txt").write_text(text, encoding="utf-8")
    with socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port = listener.getsockname()[1]
    command = [sys.executable, "-m", "build_tools", "serve", "-q", "--port", str(port)]
    environment = os.environ | {"PYTHONPATH": str(PROJECT)}
    with subprocess.Popen(command, cwd=tmp_path, env=environment) as server:
        yield tmp_path, f"http://127.0.0.1:{port}/werkbank/"
        server.send_signal(signal.SIGTERM)


def comes_up(page: Page, url: str) -> bool:
    """Whether somebody answers there by now."""
    try:
        return page.request.get(url).ok
    except Error:
        return False


def put(catalogue: Path, text: str, where: str) -> None:
    """What a clerk does in an editor: the lines that were copied, where the page says."""
    lines = catalogue.read_text(encoding="utf-8").splitlines() if catalogue.exists() else []
    found = re.search(r"regel (\d+)", where)
    at = int(found[1]) if found else len(lines)
    lines[at:at] = text.rstrip("\n").split("\n")
    catalogue.write_text("\n".join(lines) + "\n", encoding="utf-8")


def test_a_clerk_settles_two_letters_of_ten_without_a_mouse(browser: Browser, preview: tuple[Path, str]) -> None:
    folder, url = preview
    context = patient_context(
        browser, permissions=["clipboard-read", "clipboard-write"], viewport={"width": 390, "height": 800}
    )
    page = context.new_page()
    assert eventually(page, lambda: comes_up(page, url))
    without_script(browser, url)
    visit(page, url)
    expect(page.locator("#twijfel-1")).to_contain_text("brief-4.txt, 1 plaats")
    expect(page.locator(".plek")).to_have_count(2)
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    names = page.evaluate(NAMES)
    assert "Kopieer: regel 3 van brief-9.txt" in names
    assert len(set(names)) == len(names)
    page.evaluate(AXE)
    assert page.evaluate(AXE_RUN, True)["violations"] == []
    for left in (1, 0):
        place = page.locator(".plek").first
        expect(place.locator(".bron mark")).to_contain_text("uit te voere n")
        expect(place.locator(".lezing mark")).to_contain_text("uit te voere n")
        place.locator("textarea").focus()
        page.keyboard.press("Control+A")
        page.keyboard.press("Control+C")
        where = place.locator(".zetten p").inner_text()
        put(folder / "seeds/catalogue.yml", page.evaluate("navigator.clipboard.readText()"), where)
        expect(page.locator(".plek")).to_have_count(left)
        expect(page.locator("h1")).to_have_text("Werkbank")
        if left:  # the page is another one, and whoever was at a place is at the next
            expect(page.locator(":focus")).to_have_accessible_name("Kopieer: regel 3 van brief-9.txt")
    context.close()
    published = (path for place in ("docs", "site") for path in (folder / place).rglob("*") if path.is_file())
    assert not [path for path in published if b"werkbank" in path.read_bytes().lower()]


def without_script(browser: Browser, url: str) -> None:
    """All that can be copied is there to be selected."""
    context = patient_context(browser, java_script_enabled=False)
    page = context.new_page()
    visit(page, url, script=False)
    expect(page.locator("textarea").first).to_have_value(re.compile(r"brief-4:\n  doubts:\n    - at: 3\n"))
    expect(page.locator(".kopieer")).to_have_count(0)
    context.close()
