"""A site served as a host would do it: below a path, with nothing behind it."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

PREFIX = "/onder/pad/"


class Handler(SimpleHTTPRequestHandler):
    """Serves a folder below the prefix, and the site's own page for what is not there."""

    late = 0.0
    """Seconds by which scripts and what they fetch come after the page, each time anew."""

    def translate_path(self, path: str) -> str:
        return super().translate_path(path.removeprefix(PREFIX[:-1]) if path.startswith(PREFIX) else "/nergens")

    def end_headers(self) -> None:
        if self.late and self.path.partition("?")[0].endswith((".js", ".json")):
            self.send_header("Cache-Control", "no-store")
            time.sleep(self.late)
        super().end_headers()

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


class LateHandler(Handler):
    """The same over a slow net."""

    late = 0.1


@contextmanager
def served(site: Path, handler: type[Handler] = Handler) -> Iterator[str]:
    """Give the address at which a folder is served, now or when it is there."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(site))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{PREFIX}"
        server.shutdown()
