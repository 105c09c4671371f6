"""The official services, asked politely: what they send is brought into a folder, or there is a line that says why not.

After `Official.get`: the file is whole and no larger than allowed, and came from one of the services' own machines,
also where they led on to another address. What answers late or with a fault of its own is asked again, after a pause.
"""

import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import httpx

from build_tools import __version__
from build_tools.adding.services import Services
from build_tools.errors import MEGABYTE, UserError

AGENT = f"kamerbrieven/{__version__}"
AT_ONCE = 2
"""So many requests at a time: the services are for everyone."""

MOST_REDIRECTS = 5
"""An address of a paper leads to its file in one or two; more goes in a circle."""
NOT_THERE = {httpx.codes.NOT_FOUND, httpx.codes.GONE}
PART = 1 << 16
"""Bytes taken in at a time."""


@dataclass(frozen=True, slots=True)
class Official:
    """The services with a connection to them, and the folder into which files are brought."""

    services: Services
    client: httpx.Client
    folder: Path

    def get(self, address: str, name: str, query: Mapping[str, str] | None = None) -> Path | None:
        """Bring what is at an address into the folder under this name; None where nothing is."""
        url = httpx.URL(address, params=query) if query else httpx.URL(address)
        for pause in (*self.services.pauses, None):
            try:
                return self._followed(url, self.folder / name)
            except httpx.RequestError as error:
                if pause is None:
                    raise _unreachable(url, error) from None
            except _BusyError as busy:
                if pause is None:
                    raise UserError(_shown(url), None, f"answers {busy}", "try again later") from None
            time.sleep(pause)
        raise AssertionError  # the last pause is None

    def _followed(self, url: httpx.URL, target: Path) -> Path | None:
        for _ in range(MOST_REDIRECTS):
            if _origin(url) not in {_origin(httpx.URL(own)) for own in self.services.own}:
                raise UserError(_shown(url), None, "is not one of the official services", "fetch it and name the file")
            with self.client.stream("GET", url) as answer:
                if answer.next_request is None:
                    return self._kept(answer, target)
                url = answer.next_request.url
        raise UserError(_shown(url), None, "leads from one address to the next", "fetch it and name the file")

    def _kept(self, answer: httpx.Response, target: Path) -> Path | None:
        if answer.status_code in NOT_THERE:
            return None
        if answer.status_code == httpx.codes.TOO_MANY_REQUESTS or answer.is_server_error:
            raise _BusyError(answer.status_code)
        if answer.status_code != httpx.codes.OK:
            wrong = f"answers {answer.status_code}"
            raise UserError(_shown(answer.url), None, wrong, "look at it in a browser, and name the file")
        size, until = 0, time.monotonic() + self.services.longest
        with target.open("wb") as file:
            for part in answer.iter_bytes(PART):
                size += len(part)
                if size > self.services.largest or time.monotonic() > until:
                    wrong = f"is more than {self.services.largest // MEGABYTE} MB, or takes too long"
                    raise UserError(_shown(answer.url), None, wrong, "fetch it and name the file")
                file.write(part)
        return target


class _BusyError(Exception):
    """A service has a fault of its own, or too much to do."""


def connected(services: Services) -> httpx.Client:
    """A connection that says who asks, and asks little at a time."""
    return httpx.Client(
        headers={"User-Agent": AGENT, "Accept-Encoding": "gzip, deflate"},  # brotli may grow beyond any bound at once
        timeout=services.patience,
        limits=httpx.Limits(max_connections=AT_ONCE),
        follow_redirects=False,
    )


def _unreachable(url: httpx.URL, error: httpx.RequestError) -> UserError:
    if isinstance(error, httpx.TimeoutException):
        return UserError(_shown(url), None, "does not answer in time", "try again later")
    wrong = f"cannot be reached ({str(error) or type(error).__name__})"
    return UserError(_shown(url), None, wrong, "see whether this machine is on the net")


def _origin(url: httpx.URL) -> tuple[str, str, int | None]:
    return url.scheme, url.host, url.port


def _shown(url: httpx.URL) -> str:
    """The address without its question, which nobody typed."""
    return str(url.copy_with(query=None))
