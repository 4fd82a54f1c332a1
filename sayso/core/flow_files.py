"""Files of questions, checked one by one and against what is stored: for commands, the start, and the staff pages."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from sqlalchemy import Connection

from config.load import check_file, check_translation, flow_paths, is_translation
from config.settings import Settings
from feedback.errors import Fault, FlowError, SaysoError
from feedback.flows.canonical_json import load_compiled
from feedback.flows.diff import meaning_faults
from feedback.flows.flow_parser import read
from feedback.flows.linter import Checked
from feedback.flows.model import Flow
from feedback.flows.words import Words
from storage.conversations import flow_versions


class MeaningChanged(FlowError):
    """Flow files mean something else under a version that is stored; `faults` holds every place."""

    def __str__(self) -> str:
        """Return what it would do, and a line for each place."""
        head = "sayso does not start: answers that are stored would be read as something else."
        return "\n".join((head, *map(str, self.faults)))


def check_path(path: Path, words: Words, beside: Iterable[Path] = ()) -> Checked:
    """Return what the checker says of one file: a flow, or a translation of the flow beside it.

    `beside` are files that may lie in other folders: a translation is of the one among them that has its name.
    """
    if not is_translation(path):
        return check_file(path, words)
    name = f"{path.stem.split('.')[0]}.toml"
    base = next((one for one in beside if one.name == name), path.with_name(name))
    own = check_file(base, words).flow if base.is_file() else None
    return Checked(check_translation(path, {base.stem: own} if own else {}))


def changed_meanings(tx: Connection, settings: Settings, words: Words) -> tuple[Fault, ...]:
    """Return each meaning that the flow files in use change under a version that is stored, at its line.

    What `sayso flow diff` calls wording or structure is none. Files with other faults are left to the checker.
    """
    files = (path for path in flow_paths(settings.flows, settings.written) if not is_translation(path))
    return tuple(fault for path in files for fault in _changed_in(tx, path, words))


def refuse_changed_meanings(tx: Connection, settings: Settings, words: Words) -> None:
    """Raise MeaningChanged with every place where a flow file means something else than what is stored."""
    if faults := changed_meanings(tx, settings, words):
        raise MeaningChanged(faults)


def _changed_in(tx: Connection, path: Path, words: Words) -> tuple[Fault, ...]:
    try:
        draft = read(str(path), path.read_text("utf-8"), words)
    except (OSError, UnicodeDecodeError):
        return ()
    return () if draft.faults else meaning_faults(draft.source, tuple(_kept(tx, draft.flow.name, words)), draft.flow)


def _kept(tx: Connection, name: str, words: Words) -> Iterator[Flow]:
    """Yield the stored versions of a flow. One that this release cannot read has nothing to be compared with."""
    for entry in flow_versions.versions(tx, flow=name):
        with suppress(SaysoError):
            yield load_compiled(entry.compiled, words)
