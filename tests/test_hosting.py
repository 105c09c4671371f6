"""The recipes of `hosting/`, tried with the servers they are for, on this machine alone."""

import os
import re
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from gzip import decompress
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from time import sleep

import pytest

HOSTING = Path(__file__).parent.parent / "hosting"
PROMISED = {
    "Content-Security-Policy": "frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
TEXT = "<p>Geachte voorzitter, de pont vaart weer.</p>\n" * 100
FILES = {
    "site/index.html": TEXT,
    "site/404.html": "<p>Deze pagina is er niet.</p>",
    "site/brieven/kst-1/index.html": TEXT,
    "site/feed.xml": f"<feed>{TEXT}</feed>",
    "site/sitemap.xml": f"<urlset>{TEXT}</urlset>",
    "site/data/brieven.csv": TEXT,
    "site/data/kst-1.json": f'["{TEXT.strip()}"]'.replace("\n", " "),
    "site/assets/kader.js": f"/* {TEXT} */",
    "site/pagefind/pagefind-entry.json": f'["{"0" * 2000}"]',
    "site/pagefind/fragment/nl_1a2b.pf_fragment": "stuk",
    "geheim.txt": "dit staat naast de site",
}
COMPRESSED = ["", "feed.xml", "sitemap.xml", "data/brieven.csv", "data/kst-1.json", "assets/kader.js"]
TRAVERSALS = [f"/{up}geheim.txt" for up in ("../", "%2e%2e/", "..%2f", "brieven/../../", ".//../")]


def caddy(folder: Path, port: int) -> list[str]:
    """The command of Caddy with its recipe, for another address and folder."""
    recipe = (HOSTING / "Caddyfile").read_text()
    own = recipe.replace("kamerbrieven.example", f"http://127.0.0.1:{port}")
    beside = "{\n\tadmin off\n}\n"
    (folder / "Caddyfile").write_text(beside + own.replace("/srv/kamerbrieven", f"{folder}/site"))
    return ["caddy", "run", "--config", f"{folder}/Caddyfile", "--adapter", "caddyfile"]


def nginx(folder: Path, port: int) -> list[str]:
    """The command of nginx with its recipe, for another address and folder."""
    recipe = (HOSTING / "nginx.conf").read_text()
    own = recipe.replace("listen 80;", f"listen 127.0.0.1:{port};").replace("    listen [::]:80;\n", "")
    (folder / "recept.conf").write_text(own.replace("/srv/kamerbrieven", f"{folder}/site"))
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    kept = "".join(f"{kind}_temp_path {folder}/{kind};" for kind in kinds)
    http = f"include /etc/nginx/mime.types; access_log off; {kept} include {folder}/recept.conf;"
    (folder / "nginx.conf").write_text(
        f"daemon off; master_process off; pid {folder}/pid; error_log stderr; events {{}} http {{ {http} }}"
    )
    return ["nginx", "-e", "stderr", "-p", f"{folder}", "-c", f"{folder}/nginx.conf"]


@contextmanager
def running(command: list[str], folder: Path, port: int) -> Iterator[None]:
    """A server while it answers; what it keeps for itself goes into the folder."""
    kept = {"XDG_CONFIG_HOME": f"{folder}", "XDG_DATA_HOME": f"{folder}"}
    server = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=os.environ | kept)
    try:
        while True:
            assert server.poll() is None, server.stderr and server.stderr.read()
            with socket.socket() as try_out:
                if not try_out.connect_ex(("127.0.0.1", port)):
                    break
            sleep(0.05)
        yield
    finally:
        server.terminate()
        server.communicate()


@pytest.fixture(scope="module", params=[caddy, nginx], ids=lambda recipe: recipe.__name__)
def port(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The port at which a server shows the site."""
    name = request.param.__name__
    if not shutil.which(name):
        pytest.skip(f"{name} is not installed (Debian: apt-get install {name})")
    folder = tmp_path_factory.mktemp(name)
    for path, text in FILES.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        number = free.getsockname()[1]
    with running(request.param(folder, number), folder, number):
        yield number


def get(port: int, path: str, **headers: str) -> tuple[HTTPResponse, bytes]:
    with closing(HTTPConnection("127.0.0.1", port)) as connection:
        connection.request("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        answer = connection.getresponse()
        return answer, answer.read()


@pytest.mark.parametrize(("path", "status"), [("/", 200), ("/brieven/kst-1/", 200), ("/weg/", 404), ("/weg.js", 404)])
def test_a_page_and_a_missing_one_state_the_same_policy(port: int, path: str, status: int) -> None:
    answer, body = get(port, path)
    assert answer.status == status
    assert {name: answer.headers[name] for name in PROMISED} == PROMISED
    assert status == 200 or body == FILES["site/404.html"].encode()
    assert "/" not in answer.headers.get("Server", "")  # no version


@pytest.mark.parametrize("path", COMPRESSED)
def test_what_is_text_goes_compressed(port: int, path: str) -> None:
    answer, body = get(port, f"/{path}", Accept_Encoding="gzip")
    assert answer.headers["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in answer.headers["Vary"]
    assert decompress(body).decode() == FILES[f"site/{path or 'index.html'}"]


@pytest.mark.parametrize("path", ["", "brieven/kst-1/", "pagefind/pagefind-entry.json", "assets/kader.js", "weg/"])
def test_an_old_index_is_never_used_with_new_pages(port: int, path: str) -> None:
    answer, _ = get(port, f"/{path}")
    assert answer.headers["Cache-Control"] == "no-cache"
    if answer.status == 200:
        again, body = get(port, f"/{path}", If_None_Match=answer.headers["ETag"])
        assert (again.status, body) == (304, b"")


def test_what_is_named_by_its_content_stays(port: int) -> None:
    answer, _ = get(port, "/pagefind/fragment/nl_1a2b.pf_fragment")
    assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"


@pytest.mark.parametrize("path", TRAVERSALS)
def test_nothing_beside_the_site_is_served(port: int, path: str) -> None:
    answer, body = get(port, path)
    assert answer.status in (400, 403, 404)
    assert FILES["geheim.txt"].encode() not in body


def test_an_address_without_its_slash_leads_on_to_the_same_host(port: int) -> None:
    answer, _ = get(port, "/brieven/kst-1")
    assert answer.status in (301, 308)
    assert answer.headers["Location"] == "/brieven/kst-1/"


def test_what_a_host_runs_for_us_is_named_by_its_commit() -> None:
    """A tag can be moved to other code, a commit can not."""
    recipe = (HOSTING / "github-pages.yml").read_text()
    used = re.findall(r"uses: (.*)", recipe)
    assert used and all(re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", action) for action in used), used
