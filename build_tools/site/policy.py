"""A Content-Security-Policy that each page states itself, so that it holds on any host.

Everything comes from the site itself, and no script stands in a page. The style that a letter's paper needs
(`linked_data.py`) is named by its hash; one in an article never is, so that a letter could not run a script or
change the page even if it got more than text into it.
"""

import base64
import hashlib
import re

from build_tools.site.polish import ARTICLE

_STYLE = re.compile(r"<style\b[^>]*>(.*?)</style>", re.DOTALL)
"""A style sheet within a page."""
_CHARSET = re.compile(r'<meta charset="[^"]*">')
"""Behind `<meta charset="utf-8">`: a policy holds for what stands below it."""
RULES = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "manifest-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
}
WEB_ASSEMBLY = " 'wasm-unsafe-eval'"
"""What the engines of search and of the bench are: to run it is no leave to evaluate JavaScript."""


def with_policy(html: str, with_engine: bool) -> str:
    """State the policy first thing in the head."""
    frame = ARTICLE.sub("", html)
    extra = {
        "script-src": WEB_ASSEMBLY if with_engine else "",
        "style-src": _hashes(_STYLE.findall(frame)),
    }
    rules = "; ".join(f"{name} {value}{extra.get(name, '')}" for name, value in RULES.items())
    tag = f'<meta http-equiv="Content-Security-Policy" content="{rules}">'
    return _CHARSET.sub(lambda found: f"{found[0]}\n{tag}", html, count=1)


def without_policy(html: bytes) -> bytes:
    """For the preview, which puts a script of its own into every page."""
    return re.sub(rb'<meta http-equiv="Content-Security-Policy"[^>]*>', b"", html, count=1)


def _hashes(codes: list[str]) -> str:
    digests = (hashlib.sha256(code.encode()).digest() for code in codes)
    return "".join(f" 'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)
