"""The word diff beside diff-match-patch (plain Python, no time limit) and its C++ port: time and size of the result.

Both get the same tokens and run in turn; only ratios are worth something. The C++ port cannot live in one
environment with diff-match-patch, so it runs in `.venv-fast`, which `make bench` makes.
"""

import json
import subprocess
import sys
import time
from collections.abc import Sequence

from diff_match_patch import diff_match_patch
from texts import Writer

from build_tools.compare.words.word_diff import word_diff
from build_tools.folders import PROJECT

FAST = PROJECT / ".venv-fast" / "bin" / "python"
FAST_PROGRAM = """
import json, sys, time
from fast_diff_match_patch import diff
one, other = json.load(sys.stdin)
start = time.perf_counter()
found = diff(one, other, timelimit=0, checklines=False, cleanup="No", counts_only=True)
print(time.perf_counter() - start, sum(count for kind, count in found if kind != "="))
"""
CASES = (
    (10_000, 0.05, "plain", 0.15, 9),
    (10_000, 0.30, "plain", 0.15, 1),
    (100_000, 0.30, "C++ port", 0.25, 2),
)
MOST_EDITS = 1.03


def main() -> int:
    """Print one line per case; fail where a bar is not met."""
    failed = False
    for count, part, against, bar, rounds in CASES:
        if against == "C++ port" and not FAST.exists():
            print(f"word diff, {count:,} words, {part:.0%} changed: no C++ port here (make bench brings it)")
            continue
        writer = Writer(count)
        one = writer.words(count)
        other = writer.changed(one, part)
        ours, theirs = run(one, other, plain if against == "plain" else fast, rounds)
        time_ratio, size_ratio = ours[0] / theirs[0], ours[1] / max(1, theirs[1])
        failed |= time_ratio > bar or size_ratio > MOST_EDITS
        print(
            f"word diff, {count:,} words, {part:.0%} changed: {time_ratio:.3f} of the time of the {against} "
            f"(bar {bar}), {size_ratio:.4f} of its edits (bar {MOST_EDITS})"
        )
    return int(failed)


def run(one: Sequence[str], other: Sequence[str], theirs, rounds: int) -> tuple[tuple[float, int], tuple[float, int]]:  # type: ignore[no-untyped-def]
    """The best of some rounds of either, in turn."""
    done = [(own(one, other), theirs(one, other)) for _ in range(rounds)]
    return min(entry[0] for entry in done), min(entry[1] for entry in done)


def own(one: Sequence[str], other: Sequence[str]) -> tuple[float, int]:
    start = time.perf_counter()
    found = word_diff(one, other)
    taken = time.perf_counter() - start
    return taken, sum(run.a1 - run.a0 + run.b1 - run.b0 for run in found if not run.equal)


def plain(one: Sequence[str], other: Sequence[str]) -> tuple[float, int]:
    start = time.perf_counter()
    matcher = diff_match_patch()
    matcher.Diff_Timeout = 0
    found = matcher.diff_main(*coded(one, other), False)
    return time.perf_counter() - start, sum(len(text) for kind, text in found if kind)


def fast(one: Sequence[str], other: Sequence[str]) -> tuple[float, int]:
    given = json.dumps(coded(one, other))
    done = subprocess.run([FAST, "-c", FAST_PROGRAM], input=given, capture_output=True, text=True, check=True)
    seconds, size = done.stdout.split()
    return float(seconds), int(size)


def coded(one: Sequence[str], other: Sequence[str]) -> tuple[str, str]:
    codes: dict[str, str] = {}
    for word in (*one, *other):
        codes.setdefault(word, chr(0xF0000 + len(codes)))
    return "".join(codes[word] for word in one), "".join(codes[word] for word in other)


if __name__ == "__main__":
    sys.exit(main())
