"""Holds each room of the product to its share of lines and branches that the tests have run.

Reads the report that `pytest --cov --cov-report=json:FILE` wrote: `python scripts/coverage_gate.py FILE [ROOM ...]`, all rooms
where none is named. The two pure rooms hold the rules that figures rest on, so nothing in them may go untested. What runs in a process of its own, as
`sayso serve` does in the journeys, is not counted; those files are named here with what runs them.
"""

import json
import sys
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

FLOORS = {
    "feedback": 100,
    "report": 100,
    "bot": 90,
    "mail": 90,
    "browser": 90,
    "web": 90,
    "storage": 90,
    "review": 90,
    "config": 90,
    "sayso": 90,
}
ELSEWHERE = {
    "sayso/app.py": "every journey starts it as a process",
    "sayso/channels/telegram.py": "every journey with Telegram starts it as a process",
    "sayso/commands/serve.py": "every journey starts it as a process",
    "sayso/mail/wiring.py": "the journeys of email start it as a process",
    "mail/reader/worker.py": "the tests of mail/reader/pool.py start it as a process",
}


def room_of(file: str) -> str:
    """Return the room that a file counts to."""
    return next(room for room in FLOORS if file.startswith(f"{room}/"))


def shares(files: Mapping[str, Mapping[str, Mapping[str, int]]]) -> dict[str, tuple[int, int]]:
    """Return for each room how many of its lines and branches were run, and how many there are."""
    run: Counter[str] = Counter()
    all_: Counter[str] = Counter()
    for file, found in files.items():
        if file in ELSEWHERE:
            continue
        room, summary = room_of(file), found["summary"]
        run[room] += summary["covered_lines"] + summary["covered_branches"]
        all_[room] += summary["num_statements"] + summary["num_branches"]
    return {room: (run[room], all_[room]) for room in FLOORS}


def missing(room: str, files: Mapping[str, Mapping[str, object]]) -> list[str]:
    """Return each file of a room that was not run whole, with its lines and branches that were not."""
    return [
        f"  {file}: lines {found['missing_lines']}, branches {found['missing_branches']}"
        for file, found in files.items()
        if room_of(file) == room and (found["missing_lines"] or found["missing_branches"])
    ]


def main(report: Path, rooms: list[str]) -> int:
    """Print one line for each room; return 1 if one is below its floor, or has no line at all."""
    files = json.loads(report.read_text(encoding="utf-8"))["files"]
    counted = {room: found for room, found in shares(files).items() if room in (rooms or FLOORS)}
    low = [room for room, (run, total) in counted.items() if not total or run * 100 < FLOORS[room] * total]
    for room, (run, total) in counted.items():
        print(f"{room}: {100 * run / max(total, 1):.1f} % of lines and branches run, at least {FLOORS[room]} %")
    for room in low:
        print(
            "\n".join([f"{room} is below its floor. Write a test for these, or take them out:", *missing(room, files)])
        )
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2:]))
