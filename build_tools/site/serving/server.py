"""The server of the preview: MkDocs' own, which answers to this machine alone, and shows pages that no site has."""

import mimetypes
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from mkdocs.livereload import LiveReloadServer
from watchdog.observers.api import BaseObserver

from build_tools.errors import UserError
from build_tools.site.policy import without_policy
from build_tools.site.serving.news import Looking, News

HERE_ALONE = Mapping[str, Callable[[], bytes]]
"""What is shown beside the site and is no file of it, by path (`werkbank/index.html`); made when somebody asks."""

Serve = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]
"""How a request is answered (WSGI)."""

HERE = "127.0.0.1"
"""This machine alone is listened to."""

NAMES_HERE = (HERE, "localhost", "[::1]")
"""What nobody else can lead here. A name of their own others can, so that their page reads what is shown at it."""

USUAL_PORT = 80
"""The one that an address does not name."""

SEARCHES = b"assets/zoeken.js"
"""What a page asks for that reads the search index."""


def is_meant(host: str, port: int) -> bool:
    """Whether a request is for this machine and port, by the host that it names: `localhost:8000`."""
    asked = host.lower()
    return asked in {f"{name}:{port}" for name in NAMES_HERE} or (port == USUAL_PORT and asked in NAMES_HERE)


def _for_this_machine(serve: Serve, port: int) -> Serve:
    """Let only those be answered who ask for this machine by a name of its own; others get one line."""

    def answer(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        if is_meant(environ.get("HTTP_HOST", ""), port):
            return serve(environ, start_response)
        start_response("421 Misdirected Request", [("Content-Type", "text/plain; charset=utf-8")])
        return [f"The preview is at http://{HERE}:{port}/ and answers to no other name.\n".encode()]

    return answer


class PreviewServer(LiveReloadServer):
    """Lets the script that renews a page into it, and says so where the port is taken."""

    def __init__(self, here_alone: HERE_ALONE, renew: Callable[[], None], port: int, site: Path) -> None:
        super().__init__(renew, HERE, port, str(site))
        self.observer = BaseObserver(Looking)  # type: ignore[assignment]
        self._here_alone = here_alone
        self.set_app(_for_this_machine(self.serve_request, port))
        self.error_handler = partial(_error_page, site)

    def watch_for(self, news: News, folder: str) -> None:
        """Renew when something in a folder changes, and let that be heard."""
        self.watch(folder)
        self.observer.schedule(news, folder, recursive=True)

    def server_bind(self) -> None:
        try:
            super().server_bind()
        except OSError as error:
            wrong = f"cannot be used ({error.strerror})"
            raise UserError(f"port {self.server_address[1]}", None, wrong, "give another one with --port") from None

    @classmethod
    def _guess_type(cls, path: str) -> str:
        """Text is UTF-8 here: of a source that does not say so a browser would guess another encoding."""
        kind = str(super()._guess_type(path))  # type: ignore[no-untyped-call]
        return f"{kind}; charset=utf-8" if kind == "text/plain" else kind

    def stay(self) -> None:
        """Let the build that is going on end without a sign to those who look at a page."""
        with self._epoch_cond:
            self._wanted_epoch = self._visible_epoch
            self._epoch_cond.notify_all()

    def show(self) -> None:
        """Let those who look at a page have it anew, while the build goes on."""
        with self._epoch_cond:
            self._visible_epoch = self._wanted_epoch
            self._epoch_cond.notify_all()

    def show_index(self) -> None:
        """Let those who look at the search page alone have it anew: it has read an index that is gone."""
        with self._epoch_cond:
            self._wanted_epoch = self._visible_epoch = self._visible_epoch + 1
            self._epoch_cond.notify_all()

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        known = epoch if SEARCHES in content else epoch + 1
        injected = super()._inject_js_into_html(without_policy(content), known)  # type: ignore[no-untyped-call]
        return bytes(injected)

    def _serve_request(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes] | None:
        path = environ["PATH_INFO"].lstrip("/")
        if f"{path}/index.html" in self._here_alone:
            start_response("302 Found", [("Location", f"/{path}/")])
            return []
        name = f"{path}index.html" if path.endswith("/") else path
        if name not in self._here_alone:
            site: Iterable[bytes] | None = super()._serve_request(environ, start_response)
            return site
        content = self._made(self._here_alone[name], name)
        kind = f"{mimetypes.guess_type(name)[0]}; charset=utf-8"
        start_response("200 OK", [("Content-Type", kind), ("Content-Length", str(len(content)))])
        return [content]

    def _made(self, make: Callable[[], bytes], name: str) -> bytes:
        """What somebody asks for, once no build is going on; a page is renewed after the next one."""
        with self._epoch_cond:
            self._epoch_cond.wait_for(lambda: self._visible_epoch == self._wanted_epoch)
            epoch = self._visible_epoch
        return self._inject_js_into_html(make(), epoch) if name.endswith(".html") else make()


def _error_page(site: Path, code: int) -> bytes | None:
    page = site / f"{code}.html"
    return page.read_bytes() if page.is_file() else None
