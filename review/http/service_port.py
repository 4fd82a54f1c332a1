"""What the service does for the pages of staff, because the parts that do it lie where pages cannot reach."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from report.build.report import Report
from report.formats.blocks import Document
from storage.people.list_files import ContactTable, read_table


@dataclass(frozen=True)
class MailRead:
    """A mail as it was read when it came: all of its words as plain text, and how they were told apart."""

    subject: str = ""
    text: str = ""
    words: str = ""
    """The person's own words."""
    quoted: str = ""
    signature: str = ""
    attachments: tuple[str, ...] = ()
    """Files that nobody could read."""
    files: tuple[tuple[str, str], ...] = ()
    """Files whose words were read, by their names, with the words."""
    is_locked: bool = False
    problems: tuple[str, ...] = ()


@dataclass(frozen=True)
class ExportOrder:
    """An export that is asked for: in whose role, in which formats, of which flow (empty: of all).

    `semicolon` puts ; between the cells of CSV.
    """

    role: Literal["analyst", "reviewer"]
    forms: tuple[str, ...]
    flow: str = ""
    semicolon: bool = False


def _unread(_: str) -> MailRead:
    return MailRead()


def _nothing(_: ExportOrder) -> bytes:
    return b""


def _unprinted(_: Report, __: str, ___: bool) -> bytes:  # noqa: FBT001 - as `print_report` is called
    return b""


def _none_published(_: str) -> Mapping[str, Report]:
    return {}


def _unpublished(_: str) -> None:
    """There is no place to keep it."""


def _no_letter(words: str) -> str:
    return words


def _undrawn(_: Document, __: str) -> bytes:
    return b""


def _unnoted() -> None:
    """Nothing lies beside the database."""


@dataclass(frozen=True)
class ServicePort:
    """What pages may ask of the service.

    `read_mail` takes what `storage.messages.incoming_mail` keeps as `heard`. `export` returns a zip, of the `forms` that there are; it
    takes long, so it is called in a thread. So is `print_report`, which returns a report as a file, of the
    `report_forms` that there are, in Easy Read if that is true, and `print_document` for any other document. So is
    `note_erased`: it writes down beside the key file who was erased, so that a restored backup forgets them too, and folds the log of the database.

    `published` returns the reports of a flow that were published, by name, the newest first. `publish` publishes the
    figures of a flow as they are now, held apart from those before; it raises SaysoError where that would tell of few.
    `as_letter` returns what people read by email where staff write these words.
    `read_list` returns the table in a list of contacts; it too takes long, and raises RosterFault.
    """

    read_mail: Callable[[str], MailRead] = _unread
    forms: tuple[str, ...] = ()
    export: Callable[[ExportOrder], bytes] = _nothing
    report_forms: tuple[str, ...] = ()
    print_report: Callable[[Report, str, bool], bytes] = _unprinted
    print_document: Callable[[Document, str], bytes] = _undrawn
    note_erased: Callable[[], None] = _unnoted
    published: Callable[[str], Mapping[str, Report]] = _none_published
    publish: Callable[[str], None] = _unpublished
    as_letter: Callable[[str], str] = _no_letter
    read_list: Callable[[bytes], ContactTable] = read_table
