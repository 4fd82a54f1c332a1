"""Files that are made piece by piece, whole."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from report.exports.qdpx_types import QdpxProject
from report.exports.qdpx_write import qdpx_files
from sayso.exports.dataset import ResponseDataset
from sayso.exports.project_file import read_open
from sayso.exports.zipped import encoded, zipped

AT = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
Pieces = Iterator[tuple[str, Iterator[bytes]]]


def whole(files: Iterable[tuple[str, str, Iterable[bytes]]]) -> dict[str, bytes]:
    """The files of an export, by name."""
    return {name: b"".join(content) for name, _, content in files}


def read_here(path: Path) -> QdpxProject:
    """What a project holds, read in this process."""
    with path.open("rb") as file:
        return read_open(file, path.suffix.removeprefix("."))


def as_files(project: QdpxProject) -> dict[str, bytes]:
    """The files of a project, by name."""
    return {name: "".join(text).encode() for name, text in qdpx_files(project)}


def as_zip(files: dict[str, bytes]) -> bytes:
    """These files in a zip."""
    return b"".join(zipped((name, (content,)) for name, content in files.items()))


def as_qdpx(project: QdpxProject) -> bytes:
    """A project as one file, made as an export makes it."""
    return b"".join(zipped((name, encoded(text)) for name, text in qdpx_files(project)))


def project_pieces(material: ResponseDataset) -> Pieces:
    """The files of the project of an export, piece by piece."""
    return ((name, encoded(text)) for name, text in qdpx_files(material.project, material.sources))
