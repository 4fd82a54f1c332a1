"""Files for one owner, that appear when they are whole."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import BinaryIO

import click


def write(chunks: Iterable[str], out: Path | None) -> None:
    """Write text as UTF-8 to the screen, or to a file.

    Raises ClickException where the file cannot be written.
    """
    if out is None:
        for chunk in chunks:
            click.echo(chunk.encode(), nl=False)
        return
    _whole(out, lambda file: file.writelines(map(str.encode, chunks)))


def write_bytes(content: bytes, out: Path) -> None:
    """Write a file. Raises ClickException where it cannot be written."""
    write_chunks((content,), out)


def write_chunks(content: Iterable[bytes], out: Path) -> None:
    """Write a file piece by piece as it is made. Raises ClickException where it cannot be written."""
    _whole(out, lambda file: file.writelines(content))


def _whole(out: Path, fill: Callable[[BinaryIO], object]) -> None:
    part = out.with_name(f"{out.name}.part")
    try:
        part.unlink(missing_ok=True)
        part.touch(mode=0o600, exist_ok=False)
        with part.open("wb") as file:
            fill(file)
        part.replace(out)
    except OSError as fault:
        raise click.ClickException(f"{out} cannot be written: {fault.strerror}. Choose another place.") from fault
    finally:
        part.unlink(missing_ok=True)
