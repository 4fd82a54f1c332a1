"""What an export needs of the store besides the rows: which words were checked, and a line in the record."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from getpass import getuser

from report.export_qdpx import Coded
from report.export_role import Checked, Hidden
from sayso.commands.stored import store
from sayso.outputs.qdpx import coded
from storage.audit import Deed, record
from storage.checked import checked_answers, checked_comments


@dataclass(frozen=True)
class Exported:
    """One export: when, in which role, why, in which formats, and of which flow (empty: of all)."""

    at: datetime
    role: str
    why: str
    forms: tuple[str, ...]
    flow: str


@dataclass(frozen=True)
class Desk:
    """What hands exports out.

    `keep` records one before it leaves, `checked` says which words an analyst may see, `coded` what staff have coded.
    """

    keep: Callable[[Exported], None]
    checked: Callable[[], Checked]
    coded: Callable[[], Coded]


def keep_record(exported: Exported) -> None:
    """Add an export to the audit. Raises SaysoError where it cannot be recorded: then it must not leave."""
    deed = Deed(
        by=f"command ({_user()})",
        what=f"export {','.join(exported.forms)} as {exported.role}",
        target=f"flow {exported.flow}" if exported.flow else "all flows",
        reason=exported.why,
    )
    with store() as opened:
        opened.database.write_now(lambda tx: record(tx, opened.vault, deed, now=exported.at))


def _user() -> str:
    try:
        return getuser()
    except (OSError, KeyError):
        return "a user without a name"


def checked_words() -> Checked:
    """Return the texts that staff have checked."""
    with store() as opened, opened.database.reading() as tx:
        return Checked(
            {key: _hidden(spans) for key, spans in checked_answers(tx).items()},
            {key: _hidden(spans) for key, spans in checked_comments(tx).items()},
        )


def coded_texts() -> Coded:
    """Return the themes, and what staff have put under them."""
    with store() as opened, opened.database.reading() as tx:
        return coded(tx, opened.vault)


def _hidden(spans: tuple[tuple[int, int, str], ...]) -> tuple[Hidden, ...]:
    return tuple(Hidden(*span) for span in spans)


DESK = Desk(keep_record, checked_words, coded_texts)
