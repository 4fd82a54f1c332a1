"""What the service does for the pages of staff (`review.http.service_port`)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path

from sqlalchemy import Connection

from config.settings import Settings
from feedback.conversation.messages import Outbound
from feedback.errors import SaysoError
from feedback.flows.model import Flow
from mail.model.parsed_mail import Attachment
from mail.outgoing.layout import Envelope, blocks, plain
from mail.outgoing.text import letter_for
from report.build.release_history import VersionedResponses
from report.build.report import Report, build, signed
from report.exports.redaction import withheld
from review.http.service_port import ExportOrder, MailRead, ServicePort
from review.text.invited_counts import invited_to
from review.text.report_inputs import heard, theme_words
from sayso.core.flow_registry import FlowRegistry
from sayso.core.store import Store
from sayso.exports import report_formats
from sayso.exports.archive import CODED_FORMS, FORMS, bundle
from sayso.exports.dataset import Reread, material
from sayso.exports.qdpx import coded, with_project
from sayso.exports.redacted import checked_in
from sayso.exports.zipped import zipped
from sayso.mail.file_notes import unread_files
from sayso.mail.reading import load_reading
from sayso.staff.list_file import read_list_file
from sayso.staff.published_reports import PublishedReports
from storage.conversations import flow_versions
from storage.conversations.coded_rows import coded_responses
from storage.conversations.response_rows import ResponseFilter, responses
from storage.people import erasure, erasure_log


def service_for(settings: Settings, store: Store, registry: FlowRegistry, now: Callable[[], datetime]) -> ServicePort:
    """Return what pages may ask of the service."""
    return ServicePort(
        read_mail=read_mail,
        forms=FORMS,
        export=partial(export, store, registry, now),
        report_forms=report_formats.FORMS,
        print_report=print_report,
        print_document=report_formats.drawn,
        note_erased=partial(note_erased, store, settings.key_file),
        published=PublishedReports(lambda: settings.data / "published").of_flow,
        publish=partial(publish, settings, store, registry, now),
        as_letter=partial(as_letter, settings, registry, now),
        read_list=read_list_file,
    )


def export(store: Store, registry: FlowRegistry, now: Callable[[], datetime], order: ExportOrder) -> bytes:
    """Return an export as a zip: what `sayso export --role ... --out FILE.zip` makes of the same answers.

    Raises SaysoError for a format that there is not.
    """
    forms = [form for form in FORMS if form in order.forms]
    if not forms:
        raise SaysoError(f"Name a format. There are: {', '.join(FORMS)}.")
    has_words, flow = order.role == "reviewer", order.flow or None
    with store.database.reading() as tx:
        checked = None if has_words else checked_in(tx)
        wanted = ResponseFilter(flow=flow, words=True, history=True)
        whole = Reread(lambda: responses(tx, store.vault, wanted))
        shown = whole if checked is None else Reread(lambda: withheld(whole, checked))
        made_of = material(shown, _flows(tx, registry), flow, theme_words(tx, flow=flow))
        made_of = replace(made_of, separator=";" if order.semicolon else ",")
        if not CODED_FORMS.isdisjoint(forms):
            made_of = with_project(made_of, whole, coded(tx, store.vault), checked, now())
        made = bundle(made_of, forms, role=order.role, has_words=has_words, made_at=now())
        return b"".join(zipped((name, content) for name, _, content in made))


def _flows(tx: Connection, registry: FlowRegistry) -> dict[str, Flow]:
    """Return every version stored, and the newest of each flow, by version id."""
    newest = [flow for name, _ in registry.titles() if (flow := registry.named(name))]
    stored = (one.version_id for one in flow_versions.versions(tx))
    return {flow.version_id: flow for flow in newest} | {one: registry.pinned(tx, one) for one in stored}


def print_report(told: Report, form: str, is_easy: bool) -> bytes:  # noqa: FBT001 - as `review.http.service_port` calls it
    """Return a report as a file: what `sayso report --format FORM --out FILE` makes of it."""
    return report_formats.printed(told, form, is_easy=is_easy)


def publish(
    settings: Settings, store: Store, registry: FlowRegistry, now: Callable[[], datetime], flow_name: str
) -> None:
    """Publish the figures of a flow as they are now, as `sayso report FLOW --publish` does. Raises SaysoError."""
    shelf = PublishedReports(lambda: settings.data / "published")
    with store.database.reading() as tx:
        flows, watched = _flows(tx, registry), VersionedResponses(coded_responses(tx, flow=flow_name))
        told = heard(tx, store.vault, flow=flow_name)
        report = build(flow_name, watched, flows, invited_to(tx, flow=flow_name), None, told)
        report = signed(report, settings.organisation, now().date())
    with shelf.keeping(shelf.prepare(report, watched.version, flows)):
        """It is kept as it is: nothing is handed over."""


def as_letter(settings: Settings, registry: FlowRegistry, now: Callable[[], datetime], words: str) -> str:
    """Return the plain form of the letter in which people read these words; its token is that of nobody."""
    sender = settings.mail_address or "feedback@example.org"
    stop = f"{settings.public_url}/stop/..."
    envelope = Envelope(
        sender, "", "...", "", now(), "", settings.organisation, public_url=settings.public_url, stop_url=stop
    )
    letter = letter_for(Outbound(words), registry.words, organisation=settings.organisation)
    return plain(blocks(letter, envelope, registry.words))


def note_erased(store: Store, key_file: Path) -> None:
    """Write down beside the key file who was erased, and fold the log, as `sayso forget` does."""
    erasure_log.keep(erasure_log.beside(key_file), store.database.read_now(erasure.erased_people))
    store.database.checkpoint()


def read_mail(heard: str) -> MailRead:
    """Return what was read in a mail when it came, for staff to see beside the conversation."""
    reading = load_reading(heard)
    known, told = reading.understood, reading.heard
    return MailRead(
        subject=known.subject,
        text=known.text,
        words=told.reply if told else known.reply,
        quoted=told.quoted if told else known.quoted,
        signature=told.signature if told else known.signature,
        attachments=tuple(map(_named, unread_files(known))),
        files=tuple((one.name, one.words) for one in known.files),
        is_locked=known.is_locked,
        problems=known.problems,
    )


def _named(one: Attachment) -> str:
    return f"{one.name or 'without a name'} ({one.type}, {one.size:,} bytes)"
