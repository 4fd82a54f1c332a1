"""What the service does for the pages of staff (`review.service`)."""

from mail.understood import Attachment
from review.service import MailRead, Service
from sayso.mailroom import load_reading


def service() -> Service:
    """Return what pages may ask of the service."""
    return Service(read_mail=read_mail)


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
        attachments=tuple(map(_named, known.attachments)),
        problems=known.problems,
    )


def _named(one: Attachment) -> str:
    return f"{one.name or 'without a name'} ({one.type}, {one.size:,} bytes)"
