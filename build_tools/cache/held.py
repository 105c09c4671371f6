"""Values that a process holds which builds again and again: it need not read, check and decode them each time."""

from collections import OrderedDict

LIMIT = 200_000_000
"""So many bytes are held of values as they are kept, which take some twice as much: those of a site of a thousand
letters. What was not used for longest is let go first."""

CHANGING = (dict, list, set)
"""What may be changed by who is given it is held for nobody else."""


class HeldValues:
    """Values by their keys. One key stands for one value for ever."""

    def __init__(self, limit: int = LIMIT) -> None:
        self._limit = limit
        self._held: OrderedDict[bytes, tuple[object, int]] = OrderedDict()
        self._bytes = 0

    def get(self, key: bytes) -> object | None:
        found = self._held.get(key)
        if found is None:
            return None
        self._held.move_to_end(key)
        return found[0]

    def put(self, key: bytes, value: object, size: int) -> None:
        """Hold a value, of which the bytes that stand for it are so many."""
        if isinstance(value, CHANGING) or key in self._held:
            return
        self._held[key] = value, size
        self._bytes += size
        while self._bytes > self._limit:
            _, (_, gone) = self._held.popitem(last=False)
            self._bytes -= gone
