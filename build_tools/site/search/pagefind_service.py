"""Pagefind as a service: pages go in, the files of the index come out, as bytes.

Pagefind can also write the files itself, but says that it has done so before the last of them stands on the disk, and
is then stopped: on a busy machine that leaves empty files (Pagefind/pagefind issue 1271). Its Python wrapper gives the
bytes too, but waits without end for an answer of more than 2 MB, so the service is asked here: each question and each
answer is a JSON text in base64, and a comma ends it.
"""

import base64
import json
import subprocess
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import ExitStack, contextmanager, suppress
from functools import partial
from itertools import chain, count
from pathlib import Path
from queue import Queue
from typing import Any, TypeVar

from build_tools.as_json import in_one_line
from build_tools.errors import UserError
from build_tools.progress import at

NAME = "Pagefind, which makes the search index,"
AGAIN = "build again, and if it stays so, install the package pagefind anew"
CHUNK = 1 << 16
"""Bytes read at once: what a pipe holds."""

AHEAD = 200
"""So many pages at most wait until they are taken in: each has some 20 kB."""

A_WHILE = 0.1
"""Seconds between two tellings that it is still at it."""

T = TypeVar("T")

Files = dict[str, bytes]
"""The files of an index, by their names in its folder."""


@contextmanager
def index_of(pages: Iterable[tuple[str, str]], config: Mapping[str, str]) -> Iterator[Callable[[], Files]]:
    """The index of pages, given as address and HTML; the service takes them in and makes it while others do something
    else, until they ask for it. Where it fails, that is said in one line.
    """
    waiting: Queue[tuple[str, str] | None] = Queue(AHEAD)
    with ExitStack() as stack:
        with _told():
            service = stack.enter_context(
                subprocess.Popen(  # noqa: S603 - the program that comes with the package
                    [_program(), "--service"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
                )
            )
        made = stack.enter_context(ThreadPoolExecutor(1)).submit(_indexed, service, waiting, dict(config))
        stack.push(lambda error, *_: service.kill() if error else None)  # nobody waits any more for what it makes
        try:
            for n, page in enumerate(pages, 1):
                at("making the search index, page", n)
                waiting.put(page)
        finally:
            waiting.put(None)
        yield partial(_files, made)


@contextmanager
def _told() -> Iterator[None]:
    """Say what went wrong with the service."""
    try:
        yield
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UserError(NAME, None, f"does not work here ({error})", AGAIN) from error


def _program() -> Path:
    from pagefind.service import get_executable

    found = get_executable()
    if found is None:
        raise UserError(NAME, None, "is not there", "install the package pagefind")
    return found


def _files(made: Future[dict[str, Any]]) -> Files:
    with _told():
        files = _waited_for(made)["files"]
        return {file["path"]: base64.b64decode(file.pop("content"), validate=True) for file in files}


def _waited_for(made: Future[T]) -> T:
    """What is being made, once it is. Until then it is told how long that takes, so that the work can be given up."""
    for n in count(1):
        if wait([made], A_WHILE).done:
            break
        at("making the search index, moment", n)
    return made.result()


def _indexed(
    service: subprocess.Popen[bytes], waiting: "Queue[tuple[str, str] | None]", config: dict[str, str]
) -> dict[str, Any]:
    """What it says of the index of all pages that wait until none is to come. Where it fails, the others are taken as
    well: who puts them there is not to wait for ever; and what it no longer reads fails here alone, not once more where
    it is let go.
    """
    pages: Iterator[tuple[str, str]] = iter(waiting.get, None)
    try:
        _put(service, _wrapped(type="NewIndex", config=config))
        return _put_pages(service, pages, _answer(service)["index_id"])
    finally:
        deque(pages, 0)
        with suppress(OSError):
            if service.stdin:
                service.stdin.close()


def _put_pages(service: subprocess.Popen[bytes], pages: Iterable[tuple[str, str]], index: int) -> dict[str, Any]:
    """Give it all pages, and ask for the index. Each page is made ready while it takes in the one before."""
    added = (
        _wrapped(type="AddFile", index_id=index, url=url, file_contents=html, file_path=None) for url, html in pages
    )
    for n, question in enumerate(chain(added, [_wrapped(type="GetFiles", index_id=index)])):
        if n:
            _answer(service)
        _put(service, question)
    return _answer(service)


def _wrapped(**question: Any) -> bytes:
    message = in_one_line({"message_id": 1, "payload": question})
    return base64.b64encode(message.encode()) + b","


def _put(service: subprocess.Popen[bytes], question: bytes) -> None:
    if service.stdin is None:
        raise ValueError("no pipe to it")
    service.stdin.write(question)
    service.stdin.flush()


def _answer(service: subprocess.Popen[bytes]) -> dict[str, Any]:
    """Wait for the answer to the question that was put."""
    if service.stdout is None:
        raise ValueError("no pipe from it")
    told = bytearray()
    while not told.endswith(b","):
        more = service.stdout.read1(CHUNK)  # type: ignore[attr-defined]
        if not more:
            raise ValueError("it stopped before it had answered")
        told += more
    answer: dict[str, Any] = json.loads(_unwrapped(told))["payload"]
    if answer["type"] == "Error":
        raise ValueError(answer["message"])
    return answer


def _unwrapped(told: bytearray) -> bytes:
    """The JSON text of an answer, which is let go: one with all files of an index is larger than all that is held."""
    del told[-1]
    text = base64.b64decode(told, validate=True)
    told.clear()
    return text
