"""A child of these tests: does well, or goes wrong in the way that it is told."""

import sys
import time
from pathlib import Path

from sayso.core.bounded_child import OUT_OF_MEMORY, confine


def main() -> None:
    """Do what the third argument says."""
    memory, seconds, what, *more = sys.argv[1:]
    confine(int(memory), int(seconds))
    try:
        sys.stdout.write(DEEDS[what](*more))
    except MemoryError:
        sys.exit(OUT_OF_MEMORY)


def work() -> str:
    """Never end."""
    while True:
        pass


def write(path: str) -> str:
    """Try to write a file."""
    try:
        Path(path).write_text("words", "utf-8")
    except OSError:
        return "refused"
    return "written"


DEEDS = {
    "echo": sys.stdin.read,
    "eat": lambda: "x" * (1 << 40),
    "work": work,
    "sleep": lambda: str(time.sleep(60)),
    "fail": lambda: sys.exit(1),
    "shout": lambda: "x" * (2 << 20),
    "write": write,
}

if __name__ == "__main__":
    main()
