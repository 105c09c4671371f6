"""What is touched in folders while they are shown, by others than the builds that show them."""

from collections.abc import Iterable
from pathlib import Path
from time import thread_time
from typing import Any

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers.polling import PollingEmitter

from build_tools.sources.seeds import is_hidden

SOONEST, REST = 0.1, 40
"""Seconds at least between two looks at a folder, and how many times as long as a look takes. So the letters are looked
at often, and what is made of many of them, which is more, takes little of what a build needs."""

Trace = tuple[int, int, int] | None
"""By what it shows that a file was touched; None where there is none."""


class News(FileSystemEventHandler):
    """What was touched since a build last read it, by others than builds: a listener to the folders."""

    def __init__(self) -> None:
        self._touched: set[Path] = set()
        self._known: dict[Path, Trace] = {}

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Hear of a file that a watched folder had, has, or has elsewhere now."""
        paths = [Path(str(path)) for path in (event.src_path, event.dest_path) if path and not event.is_directory]
        self._touched.update(path for path in paths if not is_hidden(path.name))

    def is_there(self) -> bool:
        """Whether anything is not as it is known to be."""
        while self._touched:
            path = self._touched.pop()
            if path not in self._known or self._known[path] != _trace(path):
                self._touched.add(path)
                return True
        return False

    def is_read(self) -> None:
        """All that was touched is about to be read."""
        while self._touched:
            path = self._touched.pop()
            self._known[path] = _trace(path)

    def wrote(self, paths: Iterable[Path]) -> None:
        """A build has written files."""
        self._known.update((path.resolve(), _trace(path)) for path in paths)


class Looking(PollingEmitter):
    """Looks at a folder again and again."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._pause = SOONEST

    def queue_events(self, timeout: float) -> None:  # noqa: ARG002 - whoever looks knows best when to look again
        """Wait, then look, and tell what changed."""
        before = thread_time()
        super().queue_events(self._pause)
        self._pause = max(SOONEST, REST * (thread_time() - before))


def _trace(path: Path) -> Trace:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
