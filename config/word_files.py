"""Files of words: read as TOML with the place of each fault, and the blanks in their texts."""

from pathlib import Path
from string import Formatter

from feedback.errors import Fault
from feedback.flows.toml_source import Source, read_source


def source_of(path: Path) -> Source:
    """Return a file as it is read; one that cannot be is a fault in it."""
    text = read_text(path)
    if isinstance(text, str):
        return read_source(str(path), text)
    return Source(str(path), faults=[text], is_whole=False)


def read_text(path: Path) -> str | Fault:
    """Return the text of a file, or why it cannot be read."""
    try:
        return path.read_text("utf-8")
    except OSError:
        return Fault(str(path), 1, "file-missing", "This file is missing or cannot be read.", "Put it back.")
    except UnicodeDecodeError:
        return Fault(str(path), 1, "not-utf-8", "This file is not in UTF-8.", "Save it as UTF-8.")


def blanks_in(text: str) -> frozenset[str] | None:
    """Return the names of the blanks of a text (`{name}`), or None where its brackets do not fit."""
    try:
        names = [name for _, name, _, _ in Formatter().parse(text) if name is not None]
    except ValueError:
        return None
    return frozenset(names) if all(name.isidentifier() for name in names) else None
