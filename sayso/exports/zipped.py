"""Zip archives made piece by piece: no more of them is held than what was packed last.

The same files give the same bytes. Sizes stand behind each file instead of before it (APPNOTE 4.3.9), as in every
archive that is written while it is made.
"""

from collections.abc import Iterable, Iterator
from typing import IO, cast
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

Chunks = Iterable[bytes]
"""The content of a file, piece by piece."""
_BEGAN = (1980, 1, 1, 0, 0, 0)
"""Every file in a zip has this time, so that the same rows give the same bytes."""
_TOGETHER = 1 << 16
"""Bytes that are handed on at once, so that small pieces do not cost a step each."""


def zipped(files: Iterable[tuple[str, Chunks]]) -> Iterator[bytes]:
    """Yield a zip of these files, in their order. The content of each is taken before the next file is asked for."""
    sink = _Sink()
    with ZipFile(cast(IO[bytes], sink), "w", ZIP_DEFLATED) as archive:
        for name, chunks in files:
            with archive.open(_entry(name), "w") as file:
                for chunk in chunks:
                    file.write(chunk)
                    if sink.held > _TOGETHER:
                        yield sink.taken()
    yield sink.taken()


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, _BEGAN)
    entry.compress_type = ZIP_DEFLATED
    entry.external_attr = 0o600 << 16
    return entry


class _Sink:
    """What is written to it, until it is taken."""

    def __init__(self) -> None:
        self._chunks: list[bytes] = []
        self.held = 0

    def write(self, chunk: bytes) -> int:
        self._chunks.append(bytes(chunk))
        self.held += len(chunk)
        return len(chunk)

    def flush(self) -> None:
        """Nothing is held back."""

    def taken(self) -> bytes:
        whole = b"".join(self._chunks)
        self._chunks, self.held = [], 0
        return whole


def encoded(texts: Iterable[str]) -> Iterator[bytes]:
    """Yield texts as UTF-8, some together."""
    held: list[str] = []
    size = 0
    for text in texts:
        held.append(text)
        size += len(text)
        if size > _TOGETHER:
            yield "".join(held).encode()
            held, size = [], 0
    yield "".join(held).encode()
