"""The key file: made once, kept outside the database and its backups, and printed as a recovery sheet.

The file is the sheet: five short lines that can be typed in again. Without it nothing that was sealed can be read,
by anyone.
"""

import hashlib
import os
import secrets
import stat
from dataclasses import dataclass, field
from pathlib import Path

from storage.db.errors import KeyFault
from storage.db.ids import CROCKFORD, read_crockford

_BYTES = 32
"""256 bits, for AES-256 and for HMAC-SHA-256."""
_HEAD = "sayso keys 1"
_CHECK_LETTERS = 4
"""20 bits: a slip in copying the recovery sheet goes unnoticed once in a million."""
_KEY_LETTERS = 52
"""256 bits at five a letter."""


@dataclass(frozen=True)
class Keys:
    """What the key file holds. `previous` is the master key before a change that is not finished yet."""

    master: bytes = field(repr=False)
    lookup: bytes = field(repr=False)
    previous: bytes | None = field(default=None, repr=False)


def new_keys() -> Keys:
    """Return fresh random keys."""
    return Keys(secrets.token_bytes(_BYTES), secrets.token_bytes(_BYTES))


def changed_master(keys: Keys) -> Keys:
    """Return keys with a fresh master key that still open what the old one wrapped."""
    return Keys(secrets.token_bytes(_BYTES), keys.lookup, previous=keys.master)


def make(path: Path) -> Keys:
    """Make a key file that only this user can read, and return its keys once they are safely on the disk.

    Raises KeyFault when there is one already or it cannot be written: a key file is never written over.
    """
    keys = new_keys()
    try:
        _write(path, keys, os.O_CREAT | os.O_EXCL | os.O_WRONLY)
    except OSError as error:
        raise KeyFault(f"Cannot make the key file {path}: {error.strerror}. Check SAYSO_KEY_FILE.") from None
    return keys


def replace(path: Path, keys: Keys) -> None:
    """Put other keys in the place of a key file, whole or not at all."""
    beside = path.with_name(f"{path.name}.new")
    try:
        _write(beside, keys, os.O_CREAT | os.O_TRUNC | os.O_WRONLY)
        beside.replace(path)
        _sync_folder(path.parent)
    except OSError as error:
        raise KeyFault(f"Cannot write the key file {path}: {error.strerror}.") from None


def read(path: Path) -> Keys:
    """Return the keys of a key file. Raises KeyFault when it is missing, damaged, or others may read it."""
    try:
        if stat.S_IMODE(path.stat().st_mode) & 0o077:
            raise KeyFault(f"Others can read the key file {path}. Run: chmod 600 {path}")
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise KeyFault(
            f"The key file {path} is missing. Put it back from its copy, or type the recovery sheet into it. "
            "Without it nothing in the database can be read."
        ) from None
    except (OSError, UnicodeDecodeError):
        raise KeyFault(f"Cannot read the key file {path}. Check who owns it and SAYSO_KEY_FILE.") from None
    return parse(text, str(path))


def parse(text: str, where: str) -> Keys:
    """Return the keys of a sheet or key file. Raises KeyFault that names the line with the slip."""
    found: dict[str, bytes] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        name, _, groups = line.strip().partition(":")
        if name in ("master", "lookup", "previous"):
            found[name] = _key(groups, f"{where}, line {number}")
    if "master" not in found or "lookup" not in found:
        raise KeyFault(f"{where} is no key file: it needs a line `master:` and a line `lookup:`.")
    return Keys(found["master"], found["lookup"], found.get("previous"))


def sheet(keys: Keys, path: Path) -> str:
    """Return the recovery sheet to print and lock away. Everybody who has it can read everything."""
    return (
        f"{_lines(keys)}\n"
        "This is the recovery sheet of sayso. Print it, lock it away, and tell one other person where.\n"
        "Whoever has it and the database can read everything. Without it a lost key file is lost feedback.\n"
        f"To put it back: type the lines above into {path}, then run: chmod 600 {path}\n"
        "The last group of each key is a check: sayso says so if a letter is wrong.\n"
    )


def _write(path: Path, keys: Keys, flags: int) -> None:
    handle = os.open(path, flags, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        os.fchmod(handle, 0o600)
        file.write(_lines(keys))
        file.flush()
        os.fsync(handle)
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _lines(keys: Keys) -> str:
    named = (("master", keys.master), ("lookup", keys.lookup), ("previous", keys.previous))
    return "\n".join([_HEAD, *(f"{name}: {_groups(key)}" for name, key in named if key), ""])


def _groups(key: bytes) -> str:
    letters = _letters(int.from_bytes(key, "big"), _KEY_LETTERS) + _check(key)
    return " ".join(letters[start : start + 4] for start in range(0, len(letters), 4))


def _letters(number: int, count: int) -> str:
    return "".join(CROCKFORD[number >> (5 * place) & 31] for place in reversed(range(count)))


def _check(key: bytes) -> str:
    digest = hashlib.sha256(b"sayso key check" + key).digest()
    return _letters(int.from_bytes(digest[:4], "big") & 0xFFFFF, _CHECK_LETTERS)


def _key(groups: str, where: str) -> bytes:
    letters = read_crockford(groups)
    number = 0
    for letter in letters[:_KEY_LETTERS]:
        number = number * 32 + CROCKFORD.index(letter)
    is_whole = len(letters) == _KEY_LETTERS + _CHECK_LETTERS and number < 1 << (8 * _BYTES)
    if not is_whole or letters[_KEY_LETTERS:] != _check(number.to_bytes(_BYTES, "big")):
        raise KeyFault(f"{where}: a letter of this key is wrong or missing. Compare it with the recovery sheet.")
    return number.to_bytes(_BYTES, "big")
