"""Opening pages of a site, in tabs that tests use one after another."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, ConsoleMessage, Error, Page, Request
from waiting import patient_context, visit

Open = Callable[..., Page]

SCREEN = {"width": 1280, "height": 720}
LOOKS = {"color_scheme": "light", "reduced_motion": "no-preference", "forced_colors": "none"}
"""What a browser takes where a test states nothing."""

LEAVE_NOTHING = "[localStorage, sessionStorage].forEach((kept) => kept.clear())"


class Tabs:
    """Pages that tests use one after another: of opening a page, a new tab is a third of the work.

    A page goes from test to test as a tab from site to site: nothing is stored, and it looks as it did. What stays in a
    tab whatever is done (a script put into each page, a clock, no net) is for a test that asks for its own.
    """

    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        self.free: dict[str, list[Page]] = {}
        self.kinds: dict[Page, str] = {}

    def take(self, viewport: Any = None, own: bool = False, **options: Any) -> Page:
        looks = {name: options.pop(name, usual) for name, usual in LOOKS.items()}
        kind = repr(sorted(options.items()))
        free = [] if own else self.free.setdefault(kind, [])
        page = free.pop() if free else patient_context(self.browser, **options).new_page()
        if not own:
            self.kinds[page] = kind
        page.set_viewport_size(viewport or SCREEN)
        page.emulate_media(media="null", **looks)
        return page

    def put_back(self, page: Page) -> None:
        if page not in self.kinds or page.is_closed():
            return page.context.close()
        page.unroute_all()
        page.evaluate(LEAVE_NOTHING)
        page.goto("about:blank")
        page.mouse.move(-1, -1)
        return self.free[self.kinds[page]].append(page)


@contextmanager
def opening(tabs: Tabs, address: str, **more: Callable[[Any], None]) -> Iterator[Open]:
    """What `open_page` gives, for a test or for all of a file; `more` is told of by the name of its event."""
    pages: list[Page] = []
    troubles: list[str] = []

    def error(message: ConsoleMessage) -> None:
        troubles.extend([message.text] * (message.type == "error"))

    def fault(fault: Error) -> None:
        troubles.append(str(fault))

    def foreign(request: Request) -> None:
        troubles.extend([request.url] * (not request.url.startswith((address, "blob:", "data:"))))

    hears: dict[Any, Callable[[Any], None]] = {"console": error, "pageerror": fault, "request": foreign, **more}

    def opened(path: str = "", **options: Any) -> Page:
        pages.append(page := tabs.take(**options))
        for event, told in hears.items():
            page.on(event, told)
        visit(page, address + path, options.get("java_script_enabled", True))
        return page

    yield opened
    for page in pages:
        for event, told in hears.items():
            page.remove_listener(event, told)
        tabs.put_back(page)
    assert not troubles
