"""The file of a backup: lines of text, compressed, in chunks of AES-256-GCM under a key that is derived from the master key.

The recovery sheet opens it, and no outside program is needed. A chunk that is missing, swapped or cut off is noticed
before anything is stored.
"""

import os
import secrets
import zlib
from collections.abc import Generator, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from storage.crypto.key_file import Keys
from storage.crypto.vault import fingerprint
from storage.db.errors import KeyFault, StorageError

_MAGIC = b"sayso backup 1\n"
_SALT = 16
"""Bytes: each backup has a key of its own, so counting its nonces from 0 never repeats one under the same key."""
_CHUNK = 1 << 20
"""A mebibyte: a backup of any size is written and read in little memory, and each chunk is checked before it is
used."""
_NOT_OURS = "This file is not a whole sayso backup: it was cut off or changed. Use another copy."


def write(file: Path, keys: Keys, lines: Iterable[str]) -> int:
    """Seal lines into a file, which appears whole or not at all; return its size in bytes.

    Only an older backup is written over: raises StorageError for any other file, and OSError as the disk does.
    """
    _refuse_other(file)
    part = file.with_name(f"{file.name}.part")
    handle = os.open(part, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600)
    try:
        with os.fdopen(handle, "wb") as out:
            _seal_to(out, keys, lines)
            out.flush()
            os.fsync(handle)
        part.replace(file)
    finally:
        part.unlink(missing_ok=True)
    return file.stat().st_size


def read(file: Path, keys: Keys) -> Generator[str, None, None]:
    """Yield the lines of a file. Raises StorageError for one that is not whole, KeyFault for another key file."""
    with file.open("rb") as source:
        yield from _lines(_open_from(source, keys))


def check(file: Path, keys: Keys) -> None:
    """Read the whole file once, so that a bad one is known before anything is stored. Raises as `read`."""
    try:
        with file.open("rb") as source:
            for _ in _open_from(source, keys):
                pass
    except OSError as error:
        raise StorageError(f"Cannot read the backup: {error.strerror}.") from None


def name_of(file: Path) -> str:
    """Return what tells one backup from every other: the key's fingerprint and the salt at its head, in hexadecimal."""
    try:
        with file.open("rb") as source:
            return source.read(len(_MAGIC) + 4 + _SALT)[len(_MAGIC) :].hex()
    except OSError as error:
        raise StorageError(f"Cannot read the backup: {error.strerror}.") from None


def _refuse_other(file: Path) -> None:
    """Spare the database, the key file, or whatever else stands where a backup was to go."""
    if not file.exists():
        return
    with file.open("rb") as found:
        if found.read(len(_MAGIC)) != _MAGIC:
            raise StorageError(f"{file} is there already, and is no backup. Choose another name.")


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
