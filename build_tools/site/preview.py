"""The site in a browser, renewed while one works on the letters; beside it pages that are shown here alone."""

import mimetypes
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from build_tools.errors import UserError
from build_tools.folders import Folders
from build_tools.pages.assets import ASSETS
from build_tools.site.policy import without_policy
from build_tools.sources.own_site import BASE

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


def preview(folders: Folders, port: int, build: Callable[[bool], bool], here_alone: HERE_ALONE) -> None:
    """Build, show, and build again on every change of a letter or page, until Ctrl-C.

    `build` is told whether it is done again, and says whether anything had to be done: else no page is loaded anew, as
    after the pages that a build itself has written. A mistake in a letter is said; the site stays as it was until it
    is mended.
    """

    def renew() -> None:
        try:
            if not build(True):
                server.stay()
        except UserError as error:
            print(error, file=sys.stderr)  # noqa: T201

    build(False)
    server = _server(here_alone)(renew, HERE, port, str(folders.site))
    server.set_app(_for_this_machine(server.serve_request, port))
    server.error_handler = lambda code: _error_page(folders.site, code)
    for path in (folders.seeds, folders.docs, folders.config, BASE, ASSETS):
        if path.exists():
            server.watch(str(path))
    try:
        server.serve()
    except KeyboardInterrupt:
        pass
    finally:
        server.shutdown()


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


def _server(here_alone: HERE_ALONE) -> Any:
    """MkDocs' own, which other commands need not wait for."""
    from mkdocs.livereload import LiveReloadServer

    class Server(LiveReloadServer):
        """Lets the script that renews a page into it, and says so where the port is taken."""

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
            self._wanted_epoch = self._visible_epoch

        def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
            injected = super()._inject_js_into_html(without_policy(content), epoch)  # type: ignore[no-untyped-call]
            return bytes(injected)

        def _serve_request(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes] | None:
            path = environ["PATH_INFO"].lstrip("/")
            if f"{path}/index.html" in here_alone:
                start_response("302 Found", [("Location", f"/{path}/")])
                return []
            name = f"{path}index.html" if path.endswith("/") else path
            if name not in here_alone:
                site: Iterable[bytes] | None = super()._serve_request(environ, start_response)
                return site
            content = self._made(here_alone[name], name)
            kind = f"{mimetypes.guess_type(name)[0]}; charset=utf-8"
            start_response("200 OK", [("Content-Type", kind), ("Content-Length", str(len(content)))])
            return [content]

        def _made(self, make: Callable[[], bytes], name: str) -> bytes:
            """What somebody asks for, once no build is going on; a page is renewed after the next one."""
            with self._epoch_cond:
                self._epoch_cond.wait_for(lambda: self._visible_epoch == self._wanted_epoch)
                epoch = self._visible_epoch
            return self._inject_js_into_html(make(), epoch) if name.endswith(".html") else make()

    return Server


def _error_page(site: Path, code: int) -> bytes | None:
    page = site / f"{code}.html"
    return page.read_bytes() if page.is_file() else None
