"""The site in a browser, renewed while one works on the letters."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from build_tools.errors import UserError
from build_tools.folders import Folders
from build_tools.pages.assets import ASSETS
from build_tools.site.policy import without_policy
from build_tools.sources.own_site import BASE

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer


def preview(folders: Folders, port: int, build: Callable[[], None]) -> None:
    """Build, show, and build again on every change of a letter or page, until Ctrl-C.

    A mistake in a letter is said; the site stays as it was until it is mended.
    """

    def renew() -> None:
        try:
            build()
        except UserError as error:
            print(error, file=sys.stderr)  # noqa: T201

    build()
    server = _server()(renew, "127.0.0.1", port, str(folders.site))
    server.error_handler = lambda code: _error_page(folders.site, code)
    for path in (folders.seeds, folders.docs, folders.config, BASE, ASSETS):
        if path.exists():
            server.watch(str(path))
    try:
        server.serve()  # type: ignore[no-untyped-call]
    except KeyboardInterrupt:
        pass
    finally:
        server.shutdown()


def _server() -> type["LiveReloadServer"]:
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

        def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
            injected = super()._inject_js_into_html(without_policy(content), epoch)  # type: ignore[no-untyped-call]
            return bytes(injected)

    return Server


def _error_page(site: Path, code: int) -> bytes | None:
    page = site / f"{code}.html"
    return page.read_bytes() if page.is_file() else None
