"""What an export needs of the store besides the rows: which words were checked, and a line in the record."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from getpass import getuser

from report.exports.qdpx_project import CodedTexts
from report.exports.redaction import ClearedTexts
from report.exports.theme_columns import ThemeWords
from review.text.report_inputs import theme_words
from sayso.commands.open_store import store
from sayso.exports.qdpx import coded
from sayso.exports.redacted import checked_in
from storage.audit.audit_log import AuditRecord, record


@dataclass(frozen=True)
class ExportSpec:
    """One export: when, in which role, why, in which formats, and of which flow (empty: of all)."""

    at: datetime
    role: str
    why: str
    forms: tuple[str, ...]
    flow: str


@dataclass(frozen=True)
class ExportContext:
    """What exports need of the service.

    `keep` records one before it leaves, `checked` says which words an analyst may see, `coded` what staff have coded,
    `themes` what they have sorted, of one flow (None: of all).
    """

    keep: Callable[[ExportSpec], None]
    checked: Callable[[], ClearedTexts]
    coded: Callable[[], CodedTexts]
    themes: Callable[[str | None], ThemeWords] = lambda _: ThemeWords()


def keep_record(exported: ExportSpec) -> None:
    """Add an export to the audit. Raises SaysoError where it cannot be recorded: then it must not leave."""
    deed = AuditRecord(
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


def checked_words() -> ClearedTexts:
    """Return the texts that staff have checked."""
    with store() as opened, opened.database.reading() as tx:
        return checked_in(tx)


def coded_texts() -> CodedTexts:
    """Return the themes, and what staff have put under them."""
    with store() as opened, opened.database.reading() as tx:
        return coded(tx, opened.vault)


def sorted_themes(flow: str | None) -> ThemeWords:
    """Return the themes, and which words of a flow (None: of all) speak of them."""
    with store() as opened, opened.database.reading() as tx:
        return theme_words(tx, flow=flow)


EXPORT_CONTEXT = ExportContext(keep_record, checked_words, coded_texts, sorted_themes)
