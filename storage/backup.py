"""Backups: everything in the database at one moment, and the published reports beside it, in one encrypted file, restorable into either kind of database.

The file is a dump (`storage.db.dump`), compressed, in chunks of AES-256-GCM under a key that is derived from the master
key: the recovery sheet opens it, and no outside program is needed. A chunk that is missing, swapped or cut off is
noticed before anything is stored.

What a backup can and cannot forget. The key file is not in it. The wrapped keys of people are, for else a lost disk
would be lost feedback. So a backup made before an erasure can still be read with the recovery sheet of its time, until
it is deleted: delete backups after 30 days, or change the master key and destroy the old sheet, after which all older
backups are unreadable. A restore replays every erasure of the ledger beside the key file and of the backup itself, so
what is restored never holds an erased person, and writes to nobody who said since that they want no letters
(`storage.people.suppression_log`); if those files are lost together with the machine, what is later than the newest
backup is lost with them.
"""

import os
import secrets
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from sqlalchemy import Connection

from storage.crypto.key_file import Keys
from storage.crypto.vault import Vault, fingerprint
from storage.db import dump, migrations_runner
from storage.db.engine import Database
from storage.db.errors import KeyFault, StorageError
from storage.messages import held_back
from storage.people import erasure, erasure_log, suppression_log

_MAGIC = b"sayso backup 1\n"
_SALT = 16
"""Bytes: each backup has a key of its own, so counting its nonces from 0 never repeats one under the same key."""
_CHUNK = 1 << 20
"""A mebibyte: a backup of any size is written and read in little memory, and each chunk is checked before it is
used."""
_NOT_OURS = "This file is not a whole sayso backup: it was cut off or changed. Use another copy."


@dataclass(frozen=True)
class RestoreResult:
    """How many rows came back, how many people were erased again at once, and how many messages are held back."""

    rows: int
    erased: int
    held_back: int


def backup(database: Database, keys: Keys, file: Path, *, beside: Mapping[str, bytes] = MappingProxyType({})) -> int:
    """Write everything as it is at this moment; return the size in bytes. The file appears whole or not at all.

    `beside` is what is kept beside the database, by name: it comes back from `restore`. Only an older backup is written over: raises StorageError for any other file, and OSError as the disk does.
    """
    _refuse_other(file)
    part = file.with_name(f"{file.name}.part")
    handle = os.open(part, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600)
    try:
        with os.fdopen(handle, "wb") as out:
            database.read_now(lambda tx: _seal_to(out, keys, chain(dump.lines(tx), dump.file_lines(beside))))
            out.flush()
            os.fsync(handle)
        part.replace(file)
    finally:
        part.unlink(missing_ok=True)
    return file.stat().st_size


def _refuse_other(file: Path) -> None:
    """Spare the database, the key file, or whatever else stands where a backup was to go."""
    if not file.exists():
        return
    with file.open("rb") as found:
        if found.read(len(_MAGIC)) != _MAGIC:
            raise StorageError(f"{file} is there already, and is no backup. Choose another name.")


def restore(
    file: Path,
    *,
    database: Database,
    keys: Keys,
    ledger_file: Path,
    now: datetime,
    put_beside: Callable[[Mapping[str, bytes]], object] = dict,
) -> RestoreResult:
    """Fill an empty, open database from a backup, and bring it up to date.

    All of it is one transaction, with whoever was erased since: cut off at any point, the database is as empty as
    before, and nobody of the ledger is ever in it. What waited to be sent is held back (`storage.messages.held_back`).
    `put_beside` is given the files from beside the database before the transaction ends; it may be given them twice.

    Raises StorageError for a database that is not empty or a file that is not whole, KeyFault for another key file;
    then no row was stored.
    """
    if migrations_runner.revision(database) is not None:
        raise StorageError("This database is not empty. Restore into an empty one.")
    _check(file, keys)
    with file.open("rb") as source:
        lines = _lines(_open_from(source, keys))

        def fill(tx: Connection) -> RestoreResult:
            migrations_runner.move(tx, to=dump.revision_of(next(lines)) or "head")
            rows = dump.load(tx, lines)
            put_beside(dump.files_of(lines))
            migrations_runner.move(tx)
            return RestoreResult(rows, _erase_again(tx, Vault(keys), ledger_file, now), held_back.hold(tx, now=now))

        done = database.write_now(fill)
    database.checkpoint()
    return done


def _erase_again(tx: Connection, vault: Vault, ledger_file: Path, now: datetime) -> int:
    """Erase whoever the ledger names, hold to the wishes about letters, and note there what only the backup knows."""
    vault.check(tx)
    erased = erasure.replay(tx, vault, person_ids=erasure_log.read(ledger_file), now=now)
    wishes = suppression_log.beside(ledger_file)
    suppression_log.replay(tx, suppression_log.read(wishes), now=now)
    erasure_log.keep(ledger_file, erasure.erased_people(tx))
    suppression_log.keep(wishes, suppression_log.wishes(tx))
    return erased


def name_of(file: Path) -> str:
    """Return what tells one backup from every other: the key's fingerprint and the salt at its head, in hexadecimal."""
    try:
        with file.open("rb") as source:
            return source.read(len(_MAGIC) + 4 + _SALT)[len(_MAGIC) :].hex()
    except OSError as error:
        raise StorageError(f"Cannot read the backup: {error.strerror}.") from None


def _check(file: Path, keys: Keys) -> None:
    """Read the whole file once, so that a bad one is known before anything is stored."""
    try:
        with file.open("rb") as source:
            for _ in _open_from(source, keys):
                pass
    except OSError as error:
        raise StorageError(f"Cannot read the backup: {error.strerror}.") from None


def _seal_to(out: BinaryIO, keys: Keys, lines: Iterable[str]) -> None:
    header = _MAGIC + fingerprint(keys.master) + secrets.token_bytes(_SALT)
    cipher = _cipher(keys.master, header)
    out.write(header)
    number, held, packer = 0, bytearray(), zlib.compressobj(1)
    for line in lines:
        held += packer.compress(line.encode("utf-8", "surrogatepass"))
        while len(held) >= _CHUNK:
            _write_chunk(out, cipher, header, _nonce(number, is_last=False), bytes(held[:_CHUNK]))
            del held[:_CHUNK]
            number += 1
    held += packer.flush()
    _write_chunk(out, cipher, header, _nonce(number, is_last=True), bytes(held))


def _write_chunk(out: BinaryIO, cipher: AESGCM, header: bytes, nonce: bytes, plain: bytes) -> None:
    sealed = cipher.encrypt(nonce, plain, header)
    out.write(len(sealed).to_bytes(4, "big") + sealed)


def _open_from(source: BinaryIO, keys: Keys) -> Iterator[bytes]:
    header = source.read(len(_MAGIC) + 4 + _SALT)
    if not header.startswith(_MAGIC):
        raise StorageError(_NOT_OURS)
    cipher = _cipher(_master(keys, header[len(_MAGIC) : len(_MAGIC) + 4]), header)
    unpacker = zlib.decompressobj()
    number, size = 0, source.read(4)
    while size:
        sealed = source.read(int.from_bytes(size, "big"))
        size = source.read(4)
        try:
            yield unpacker.decompress(cipher.decrypt(_nonce(number, is_last=not size), sealed, header))
        except InvalidTag:
            raise StorageError(_NOT_OURS) from None
        number += 1
    if number == 0:
        raise StorageError(_NOT_OURS)


def _lines(parts: Iterable[bytes]) -> Iterator[str]:
    held = b""
    for part in parts:
        *whole, held = (held + part).split(b"\n")
        for line in whole:
            yield line.decode("utf-8", "surrogatepass")


def _master(keys: Keys, wanted: bytes) -> bytes:
    for master in (keys.master, keys.previous):
        if master and fingerprint(master) == wanted:
            return master
    raise KeyFault("This backup was made with another key file. Put back the recovery sheet of that time.")


def _cipher(master: bytes, header: bytes) -> AESGCM:
    return AESGCM(HKDF(SHA256(), 32, salt=header[-_SALT:], info=b"sayso backup").derive(master))


def _nonce(number: int, *, is_last: bool) -> bytes:
    """Number the chunks and mark the last, so that none can be swapped, left out or cut off."""
    return number.to_bytes(11, "big") + bytes([is_last])
