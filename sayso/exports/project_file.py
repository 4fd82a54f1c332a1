"""Projects and codebooks of other programs read from files: in a process of its own, since anybody may have made them.

    python -m sayso.exports.project_file MEMORY SECONDS KIND < FILE

is that process. It says one JSON line: the project, or in one sentence what is wrong with it.
"""

import json
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import BinaryIO
from zipfile import BadZipFile, ZipFile

from feedback.errors import SaysoError
from report.exports.codebook_csv import read_codes_csv
from report.exports.qdpx_read import read_qdc, read_qdpx
from report.exports.qdpx_types import QdpxProject
from sayso.core.bounded_child import OUT_OF_MEMORY, ChildFailed, ChildLimits, Reason, confine, run_child
from sayso.exports.project_json import dump_project, load_project

READ_MOST = 200_000_000
"""Bytes of a project, unpacked, that are read at most."""
XML_MOST = 64_000_000
"""Bytes of a project without its texts, or of a codebook. In memory it takes several times as much."""
LIMITS = ChildLimits(memory=768 << 20, seconds=60, clock=240.0)
"""A guess: 5,000 texts with their codings take 90 MB and two seconds."""
_FAULTS: Mapping[Reason, str] = {
    "memory": "is larger than any project of this size of team: to read it takes too much memory. It was not read.",
    "time": "takes too long to read. It was not read.",
    "fault": "cannot be read. Export it again.",
}
_WHOLE: Mapping[str, Callable[[bytes], QdpxProject]] = {"qdc": read_qdc, "csv": read_codes_csv}
_SENTENCE_MOST = 300
"""Characters of what is wrong with a file: some of it may be the file's own words."""


def read_project(path: Path, limits: ChildLimits = LIMITS) -> QdpxProject:
    """Return what a .qdpx, .qdc or codebook as .csv holds. It is read in a child process with little memory and time.

    Raises SaysoError with one clear line.
    """
    try:
        with path.open("rb") as file:
            told = run_child("sayso.exports.project_file", file, limits, path.suffix.lower().removeprefix("."))
    except OSError as fault:
        raise SaysoError(f"{path} cannot be opened: {fault.strerror}.") from fault
    except ChildFailed as failed:
        raise SaysoError(f"{path} {_FAULTS[failed.reason]}") from failed
    if told.startswith(b'"'):
        raise SaysoError(f"{path}: {str(json.loads(told))[:_SENTENCE_MOST]}")
    return load_project(told)


def read_open(file: BinaryIO, kind: str) -> QdpxProject:
    """Return what an open file of this kind (qdpx, qdc, csv) holds, read here. Raises SaysoError."""
    try:
        if kind in _WHOLE:
            return _WHOLE[kind](_all(file))
        with ZipFile(file) as archive:
            return read_qdpx(_unpacked(archive))
    # zipfile says NotImplementedError for a way of packing that it does not know, RuntimeError for a locked archive.
    except (BadZipFile, EOFError, OSError, NotImplementedError, RuntimeError) as fault:
        raise SaysoError("This is no .qdpx or .qdc that can be read. Export it again.") from fault


def _all(file: BinaryIO) -> bytes:
    content = file.read(XML_MOST + 1)
    if len(content) > XML_MOST:
        raise SaysoError(_TOO_LARGE)
    return content


def _unpacked(archive: ZipFile) -> Mapping[str, bytes]:
    """Return the project and its texts; pictures and sound are not read."""
    wanted = [entry for entry in archive.infolist() if entry.filename.lower().endswith((".qde", ".txt"))]
    whole = sum(entry.file_size for entry in wanted)
    xml = sum(entry.file_size for entry in wanted if entry.filename.lower().endswith(".qde"))
    if whole > READ_MOST or xml > XML_MOST:
        raise SaysoError(_TOO_LARGE)
    return {entry.filename: archive.read(entry) for entry in wanted}


_TOO_LARGE = (
    f"This project is too large: it holds more than {READ_MOST // 1_000_000} MB of text, or more than "
    f"{XML_MOST // 1_000_000} MB of codings. It was not read."
)


def main() -> None:
    """Read standard input and say what it holds."""
    memory, seconds, kind = sys.argv[1:]
    confine(int(memory), int(seconds))
    try:
        told = dump_project(read_open(sys.stdin.buffer, kind))
    except SaysoError as fault:
        told = json.dumps(str(fault))
    except (MemoryError, RecursionError):
        sys.exit(OUT_OF_MEMORY)
    sys.stdout.write(told)


if __name__ == "__main__":
    main()
