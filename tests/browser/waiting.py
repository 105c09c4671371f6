"""Waiting for what a test needs, never for a time: a busy machine gets there later, and no test fails for that."""

from collections.abc import Callable

from playwright.sync_api import Browser, BrowserContext, Page, expect

PATIENCE = 180_000
"""Milliseconds after which something that was waited for will not come; a machine in use has come by then."""

STEP = 50
"""Milliseconds between two looks."""

SEARCH_IS_READY = """() => {
    const form = document.querySelector("form.zoekveld");
    if (!form) return true;
    const asks = document.activeElement.id === "vraag", told = form.querySelector(".stand").textContent;
    return !form.hidden && (asks || (told && !told.endsWith(" …")) || !form.checkVisibility());
}"""
"""The last that the search page does is to say what it found, and not that it is at it (`Bezig met zoeken …`); or to
take the focus where nothing was asked. On paper no form is shown, and what is not shown takes no focus."""

AT_REST = """async () => {
    const frame = () => new Promise(requestAnimationFrame);
    const moving = () => document.getAnimations().some(({ playState }) => playState === "running");
    const size = ({ scrollWidth, scrollHeight } = document.documentElement) => `${scrollWidth} ${scrollHeight}`;
    let touched = false;
    const touch = () => { touched = true; };
    const watch = new MutationObserver(touch);
    watch.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    document.addEventListener("scroll", touch, true);
    await document.fonts.ready;
    let before = size();
    for (let same = 0, frames = 0; same < 2 && frames < 1000; frames++) {
        await frame();
        const now = size();
        same = touched || moving() || now !== before ? 0 : same + 1;
        [touched, before] = [false, now];
    }
    watch.disconnect();
    document.removeEventListener("scroll", touch, true);
}"""
"""Ends when the type is there and in two frames no script wrote in the page, nothing scrolled or moved, and the page
kept its size: scripts that measure the page have then placed all. To measure each element instead takes a third of the
work of opening a long letter. A page that never comes to rest is left as it is, for the test to judge."""

FOCUS_AT_REST = """async () => {
    const frame = () => new Promise(requestAnimationFrame);
    const measure = () => JSON.stringify([scrollY, document.activeElement.getBoundingClientRect()]);
    let before = measure();
    for (let same = 0, frames = 0; same < 2 && frames < 1000; frames++) {
        await frame();
        same = measure() === before ? same + 1 : 0;
        before = measure();
    }
}"""
"""Ends when what has the focus has not moved in two frames."""

expect.set_options(timeout=PATIENCE)


def patient_context(browser: Browser, **options: object) -> BrowserContext:
    context = browser.new_context(**options)  # type: ignore[arg-type]
    context.set_default_timeout(PATIENCE)
    return context


def visit(page: Page, url: str, script: bool = True) -> None:
    """Open an address, and come back when its scripts have done what they do by themselves."""
    page.goto(url, wait_until="load")
    if script:
        assert eventually(page, lambda: page.evaluate(SEARCH_IS_READY))
        rest(page)


def rest(page: Page) -> None:
    """Wait until nothing on the page moves any more."""
    page.evaluate(AT_REST)


def eventually(page: Page, holds: Callable[[], bool]) -> bool:
    """Whether something comes to hold."""
    for _ in range(PATIENCE // STEP):
        if holds():
            return True
        page.wait_for_timeout(STEP)
    return False
