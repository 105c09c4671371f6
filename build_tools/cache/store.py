"""Bytes under keys, in one SQLite file that may be lost, damaged or somebody else's: all that costs is time.

After `get`: the very bytes that `put` was given under this key, in whatever process, or None. Each value carries a
digest of its key and itself. The values are bounded; what was not used for longest goes first. The file may be deleted
at any moment, several processes may use it, and one that is killed leaves it whole. What is no such file is replaced.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from hashlib import sha256
from pathlib import Path

LIMIT = 4_000_000_000
"""So many bytes of values at most: what some ten thousand letters of usual length give rise to (measured: 360 kB each).
With less room a build would let go of what the next one asks for first.
"""

WAITING = 16_000_000
"""So many bytes wait in memory to be written together: a transaction for each value would cost more than making it."""

PATIENCE = 10.0
"""Seconds to wait for another process that writes; then this one goes on without it."""

TABLES = """
PRAGMA trusted_schema = OFF;
PRAGMA synchronous = OFF;
CREATE TABLE IF NOT EXISTS uses (key BLOB PRIMARY KEY, used INTEGER NOT NULL, size INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS contents (key BLOB PRIMARY KEY, digest BLOB NOT NULL, data BLOB NOT NULL);
"""
"""When a value was used stands apart from it, so that noting that does not write it again. Nothing is flushed to the
disk: what a power cut loses is made anew."""

NEXT_USE = "SELECT 1 + max(used) FROM uses WHERE typeof(used) = 'integer' AND used BETWEEN 0 AND 1000000000"
"""The number of this process, by which what it uses is known; a number that nobody can have reached is damage."""

CONTENT = "SELECT digest, data FROM contents WHERE key = ?"

LEAST_USED = """
DELETE FROM uses WHERE key IN (
    SELECT key FROM (SELECT key, sum(size) OVER (ORDER BY used DESC, key) AS so_far FROM uses) WHERE so_far > ?
)
"""
"""All but what was used last, as much of that as there is room for."""

TROUBLE = (sqlite3.Error, UnicodeDecodeError)
"""What SQLite raises; where it cannot tell what is wrong with a damaged file, its words are damaged too."""

DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR)
"""What SQLite says of a file that is none of ours, or no longer. Whatever else it says (locked, full) may pass."""


class Store:
    """The values of one file. Without a connection, or once that fails, it holds nothing, and all goes on as well."""

    def __init__(self, connection: sqlite3.Connection | None = None, limit: int = LIMIT) -> None:
        self._connection, self._limit = connection, limit
        self.waiting: dict[bytes, bytes] = {}
        self._bytes_waiting = 0
        self._used: set[bytes] = set()
        self.damaged = False
        self._now = next((now for (now,) in self._ask(NEXT_USE) if isinstance(now, int)), 1)

    def get(self, key: bytes) -> bytes | None:
        """What was put under a key; None where nothing was, or what is there is not that."""
        if key in self.waiting:
            return self.waiting[key]
        for digest, data in self._ask(CONTENT, key):
            if isinstance(data, bytes) and digest == _digest(key, data):
                self._used.add(key)
                return data
        return None

    def use(self, key: bytes) -> None:
        """Take a value for one that is used, which is known without asking."""
        self._used.add(key)

    @property
    def keeps(self) -> bool:
        """Whether what is put is there to be had again."""
        return self._connection is not None

    def put(self, key: bytes, data: bytes) -> None:
        """Keep a value; one for which there is no room at all is let go."""
        if self._connection is None or len(data) > self._limit:
            return
        if self._bytes_waiting + len(data) > min(WAITING, self._limit):
            self.flush()
        self.waiting[key] = data
        self._bytes_waiting += len(data)

    def flush(self) -> None:
        """Write what waits, after making room for it. Where another process does not let us, it is let go."""
        if self._connection is not None and (self.waiting or self._used):
            try:
                with self._connection:
                    self._connection.execute("BEGIN IMMEDIATE")
                    self._write(self._connection)
            except TROUBLE as error:
                self._give_up(error)
        self.waiting.clear()
        self._used.clear()
        self._bytes_waiting = 0

    def _write(self, connection: sqlite3.Connection) -> None:
        connection.executemany("UPDATE uses SET used = ? WHERE key = ?", ((self._now, key) for key in self._used))
        if connection.execute(LEAST_USED, (self._limit - self._bytes_waiting,)).rowcount:
            connection.execute("DELETE FROM contents WHERE key NOT IN (SELECT key FROM uses)")
        for key, data in self.waiting.items():
            connection.execute("INSERT OR REPLACE INTO uses VALUES (?, ?, ?)", (key, self._now, len(data)))
            connection.execute("INSERT OR REPLACE INTO contents VALUES (?, ?, ?)", (key, _digest(key, data), data))

    def _ask(self, query: str, *values: bytes) -> list[tuple[object, ...]]:
        try:
            return self._connection.execute(query, values).fetchall() if self._connection else []
        except TROUBLE as error:
            self._give_up(error)
            return []

    def _give_up(self, error: Exception) -> None:
        self._connection, self.damaged = None, _is_damage(error)


class StoreAside(Store):
    """Holds in memory what is put: whoever has the file takes it from there."""

    @property
    def keeps(self) -> bool:
        return True

    def put(self, key: bytes, data: bytes) -> None:
        self.waiting[key] = data


@contextmanager
def opened(path: Path, limit: int = LIMIT) -> Iterator[Store]:
    """The store in a file, begun if need be; one that holds nothing where no file can be had there."""
    connection = _connected(path) or _connected(path)
    if connection is None:
        yield Store()
        return
    with closing(connection):
        store = Store(connection, limit)
        try:
            yield store
        finally:
            store.flush()
            if store.damaged:
                _take_away(path)


def _connected(path: Path) -> sqlite3.Connection | None:
    """A connection; none where the file is damaged, which takes it away, or where none can be written."""
    connection = None
    try:
        connection = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)
        connection.text_factory = bytes
        connection.executescript(TABLES)
    except TROUBLE as error:
        if connection:
            connection.close()
        if _is_damage(error):
            _take_away(path)
        return None
    return connection


def _is_damage(error: Exception) -> bool:
    code: int = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
    return code & 0xFF in DAMAGED


def _take_away(path: Path) -> None:
    for name in (path, path.with_name(f"{path.name}-journal")):
        with suppress(OSError):
            name.unlink()


def _digest(key: bytes, data: bytes) -> bytes:
    return sha256(key + data).digest()
