"""Mails out of files: one mail, an mbox, a Maildir, a folder of .eml files, or lines of JSON. Reads only."""

import base64
import binascii
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_ENVELOPE = re.compile(rb"^From (?:\S+) .{0,40}\d{2}:\d{2}.{0,40}\d{4}|^From (?:\S+) .{0,60}\d{4}", re.IGNORECASE)
_QUOTED_FROM = re.compile(rb"^>(>*From )", re.MULTILINE)


@dataclass(frozen=True)
class MailFile:
    """One mail as bytes with the name to call it by, or the code of what was wrong with this piece."""

    name: str
    raw: bytes = b""
    fault: str = ""


def pieces(path: Path) -> Iterator[MailFile]:
    """Yield the mails in a file or folder. A fault is yielded in its place, and reading goes on."""
    try:
        yield from _in_folder(path) if path.is_dir() else _in_file(path)
    except FileNotFoundError:
        yield MailFile(str(path), fault="missing")
    except OSError:
        yield MailFile(str(path), fault="unreadable")


def _in_folder(path: Path) -> Iterator[MailFile]:
    boxes = [path / name for name in ("new", "cur") if (path / name).is_dir()]
    found = sorted(file for box in boxes for file in box.iterdir() if file.is_file() and not file.name.startswith("."))
    found = found if boxes else sorted(path.rglob("*.eml"))
    for file in found:
        yield from _one(file)
    if not found:
        yield MailFile(str(path), fault="no-mails")


def _in_file(path: Path) -> Iterator[MailFile]:
    if path.suffix.lower() in {".jsonl", ".ndjson"}:
        yield from _in_lines(path)
        return
    with path.open("rb") as file:
        is_mbox = bool(_ENVELOPE.match(file.readline(500)))
    yield from _in_mbox(path) if is_mbox else _one(path)


def _one(path: Path) -> Iterator[MailFile]:
    try:
        raw = path.read_bytes()
    except OSError:
        yield MailFile(str(path), fault="unreadable")
        return
    yield MailFile(str(path), raw, fault="" if raw.strip() else "empty")


def _in_mbox(path: Path) -> Iterator[MailFile]:
    """Yield the mails of an mbox, one after the other in memory: FILE when it holds one, else FILE#1, FILE#2."""
    held: MailFile | None = None
    for number, raw in enumerate(_envelopes(path), start=1):
        if held:
            yield MailFile(f"{path}#{number - 1}", held.raw)
        held = MailFile(str(path) if number == 1 else f"{path}#{number}", raw)
    if held:
        yield held


def _envelopes(path: Path) -> Iterator[bytes]:
    lines: list[bytes] = []
    was_blank = True
    with path.open("rb") as file:
        for line in file:
            if was_blank and line.startswith(b"From ") and _ENVELOPE.match(line):
                if lines:
                    yield _unquoted(lines)
                lines = []
            else:
                lines.append(line)
            was_blank = not line.strip()
    if lines:
        yield _unquoted(lines)


def _unquoted(lines: list[bytes]) -> bytes:
    return _QUOTED_FROM.sub(rb"\1", b"".join(lines))


def _in_lines(path: Path) -> Iterator[MailFile]:
    is_empty = True
    with path.open("rb") as file:
        for number, line in enumerate(file, start=1):
            if line.strip():
                is_empty = False
                yield _of_line(line, path, number)
    if is_empty:
        yield MailFile(str(path), fault="no-lines")


def _of_line(line: bytes, path: Path, number: int) -> MailFile:
    try:
        row = json.loads(line)
        name = f"{path}#{row.get('id', number)}"
        return MailFile(name, base64.b64decode(row["raw_base64"], validate=True))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, binascii.Error):
        return MailFile(f"{path}#{number}", fault="bad-line")
