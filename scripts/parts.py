"""Prints the lines of requirements.lock that a host installs: all of them, but for the parts that it leaves out.

    python scripts/parts.py [FILE]

The parts are the optional dependencies of pyproject.toml. WITHOUT="pdf word" leaves those two out; WITH=pdf takes one
back in; WITHOUT= takes all. With neither set it stays as it was: FILE holds the names of what was left out the last time.
The first line printed tells what is left out now. A part that does not exist is refused: exit code 1.

This runs before anything is installed, so it uses the standard library alone. Who needs a package is read from the notes
in the lock ("# via"), which speak of all machines alike; pip reads the markers.
"""

import os
import re
import sys
import tomllib
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent


def left_out(wishes: Mapping[str, str], before: str, parts: Collection[str]) -> set[str]:
    """Return the parts to leave out, by the wishes WITHOUT and WITH or as before. Raises ValueError for one unknown."""
    names = {key: set(wishes.get(key, "").split()) for key in ("WITHOUT", "WITH")}
    if unknown := (names["WITHOUT"] | names["WITH"]).difference(parts):
        told = ", ".join(sorted(unknown))
        raise ValueError(f"There is no part {told}. The parts of sayso are: {', '.join(sorted(parts))}.")
    chosen = names["WITHOUT"] if "WITHOUT" in wishes else set(before.split()).intersection(parts)
    return chosen - names["WITH"]


def picked(lock: str, roots: Iterable[str]) -> list[str]:
    """Return the blocks of a lock (pin, hashes, notes) that these packages need, they themselves included."""
    blocks = re.findall(r"^[a-z0-9].*\n(?: .*\n)*", lock, flags=re.MULTILINE)
    askers: dict[str, set[str]] = {}
    for block in blocks:
        askers.setdefault(_name(block), set()).update(_askers(block))
    wanted = set(roots)
    while more := {name for name, by in askers.items() if by & wanted} - wanted:
        wanted |= more
    return [block for block in blocks if _name(block) in wanted]


def asked_for(project: Mapping[str, Any], parts: Iterable[str]) -> set[str]:
    """Return the names of what sayso itself asks for, with these of its parts."""
    lists = [project["project"]["dependencies"], project["dependency-groups"]["install"]]
    lists += [project["project"]["optional-dependencies"][part] for part in parts]
    return {_name(line) for lines in lists for line in lines}


def _name(line: str) -> str:
    """Return the name at the start of a requirement, as PEP 503 normalises it."""
    found = re.match(r"[A-Za-z0-9._-]+", line)
    return re.sub(r"[-_.]+", "-", found.group()).lower() if found else ""


def _askers(block: str) -> list[str]:
    """Return who asks for a package by the notes: "# via a" on one line, or "#   a" on each line after "# via"."""
    return re.findall(r"^ +# +(?:via +)?([a-z0-9-]+)$", block, flags=re.MULTILINE)


def main() -> None:
    """Print what to install."""
    remembered = Path(sys.argv[1]) if sys.argv[1:] else Path(os.devnull)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    parts = project["project"]["optional-dependencies"].keys()
    try:
        absent = left_out(os.environ, remembered.read_text() if remembered.exists() else "", parts)
    except ValueError as fault:
        sys.exit(str(fault))
    print("# without:", *sorted(absent))
    lock = (ROOT / "requirements.lock").read_text()
    print("".join(picked(lock, asked_for(project, parts - absent))), end="")


if __name__ == "__main__":
    main()
