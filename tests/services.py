"""Servers on this machine that answer as the official services do, for tests of what speaks to them."""

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote, urlsplit

from build_tools.adding.services import Services

XML = b'<?xml version="1.0"?>\n<officiele-publicatie>\n%b\n</officiele-publicatie>\n'
FACTS = b'<metadata_gegevens><metadata name="DCTERMS.issued" content="2025-02-07"/></metadata_gegevens>'
PDF = b"%PDF-1.7\n"
NO_SUCH_PAGE = b"<!DOCTYPE html><title>Document niet gevonden</title>"
KEY = "5f1b3f6e-0000-4000-8000-00000000000%d"


@dataclass
class Answer:
    """What the server says at an address: after so many failures, and so late."""

    body: bytes = b""
    status: int = 200
    location: str = ""
    failures: list[int] = field(default_factory=list)
    late: float = 0


@dataclass
class Server:
    """A server, what it says, and what was asked of it."""

    address: str = ""
    says: dict[str, Answer] = field(default_factory=dict)
    documents: list[dict[str, object]] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    agents: set[str] = field(default_factory=set)
    at_once: int = 0
    most_at_once: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def services(self, **more: object) -> Services:
        """This machine in the place of the official ones; nothing waits long."""
        usual = {"pauses": (0.0, 0.0), "patience": 5.0, "leading_to": ()}
        return Services(self.address, f"{self.address}OData/", **{**usual, **more})  # type: ignore[arg-type]

    def answer(self, path: str) -> Answer:
        parts = urlsplit(path)
        if parts.path in ("/OData/Document", "/OData/Zaak"):
            number = parse_qs(parts.query)["$filter"][0].split("'")[1]
            by = "DocumentNummer" if parts.path.endswith("Document") else "Nummer"
            values = [document for document in self.documents if document.get(by) == number]
            return Answer(json.dumps({"@odata.context": "x", "value": values}).encode())
        return self.says.get(unquote(parts.path), Answer(NO_SUCH_PAGE))


@contextmanager
def running() -> Iterator[Server]:
    """A server that answers with a page for people at any address that it does not know, and says that all is well."""
    server = Server()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            with server.lock:
                server.asked.append(unquote(urlsplit(self.path).path))
                server.agents.add(self.headers["User-Agent"])
                server.at_once += 1
                server.most_at_once = max(server.most_at_once, server.at_once)
                answer = server.answer(self.path)
                status = answer.failures.pop(0) if answer.failures else answer.status
            time.sleep(answer.late)
            with server.lock:
                server.at_once -= 1
            self.send_response(status)
            if answer.location:
                self.send_header("Location", answer.location)
            self.send_header("Content-Length", str(len(answer.body)))
            self.end_headers()
            with suppress(ConnectionError):  # who was told enough reads no further
                self.wfile.write(answer.body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.address = f"http://127.0.0.1:{http.server_port}/"
    thread = threading.Thread(target=http.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield server
    finally:
        http.shutdown()
        thread.join()
        http.server_close()
