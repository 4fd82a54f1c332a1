"""The erasure ledger as a file beside the key file: one random person id a line, never removed.

The database holds the same ledger, but a backup that is older than an erasure does not. Whoever restores has the key
file, and so this file, at hand.
"""

import os
from collections.abc import Iterable
from pathlib import Path


def beside(key_file: Path) -> Path:
    """Return where the ledger of a key file is kept."""
    return key_file.with_name(f"{key_file.name}.erased")


def read(path: Path) -> tuple[str, ...]:
    """Return everybody in the ledger; nobody when there is no file yet."""
    return tuple(path.read_text(encoding="ascii").split()) if path.exists() else ()


def keep(path: Path, person_ids: Iterable[str]) -> None:
    """Add people who are missing, and return once they are safely on the disk."""
    known = set(read(path))
    missing = [person_id for person_id in dict.fromkeys(person_ids) if person_id not in known]
    if not missing:
        return
    handle = os.open(path, os.O_CREAT | os.O_APPEND | os.O_WRONLY, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        # A line that a crash cut short is ended first, so that it spoils no other.
        file.write("".join(f"\n{person_id}\n" for person_id in missing))
        file.flush()
        os.fsync(handle)
