"""People who get our letters in a real mailbox and answer with the mail programs that they have."""

import re
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from email.utils import parseaddr
from html import escape

from journeys.crowd import until
from mail_servers.dovecot import FEEDBACK, PASSWORD
from mail_servers.letter import Letter
from mail_servers.postfix import Postfix

Answers = Sequence[tuple[int, str]]
Style = Callable[["Letter", Answers], EmailMessage]


def settings(postfix: Postfix, mailbox: str = FEEDBACK) -> dict[str, str]:
    """What a host would set, for the servers of the test; by day, whatever time it is."""
    imap, user, ca = postfix.dovecot.imaps_port, mailbox.replace("@", "%40"), postfix.certificate
    now = datetime.now(UTC)  # noqa: TID251 - the service under test has a real clock
    noon = now.replace(hour=12, minute=0, second=0) + timedelta(days=1)
    return {
        "SAYSO_IMAP_URL": f"imaps://{user}:{PASSWORD}@localhost:{imap}/INBOX?ca={ca}",
        "SAYSO_SMTP_URL": f"smtps://{user}:{PASSWORD}@localhost:{postfix.smtps_port}?ca={ca}",
        "SAYSO_MAIL_ADDRESS": mailbox,
        "SAYSO_MAIL_PACE": "60000",
        "JOURNEY_CLOCK_SHIFT": str((noon - now).total_seconds()),
    }


async def letters_to(postfix: Postfix, person: str, count: int = 1) -> list[Letter]:
    """Wait until somebody has so many letters, and return them."""
    await until(lambda: postfix.dovecot.count(person) >= count)
    return [Letter(raw) for raw in postfix.dovecot.read(person)]


def plain(letter: Letter, text: str) -> EmailMessage:
    mail = EmailMessage()
    mail["To"] = letter.reply_to
    mail["Subject"] = f"Re: {letter.mail['Subject']}"
    mail["In-Reply-To"] = letter.mail["Message-ID"]
    mail["References"] = letter.mail["Message-ID"]
    mail.set_content(text)
    return mail


def _numbered(answers: Answers) -> str:
    return "\n".join(f"{number}. {answer}" for number, answer in answers)


def _quoted(letter: Letter) -> str:
    return "\n".join(f"> {line}".rstrip() for line in letter.text.splitlines())


def top(letter: Letter, answers: Answers) -> EmailMessage:
    return plain(
        letter, f"{_numbered(answers)}\n\nOn Mon, 2 Mar 2026 at 10:00, Example Trust wrote:\n{_quoted(letter)}\n"
    )


def welsh_phone(letter: Letter, answers: Answers) -> EmailMessage:
    head = f"Ar 2 Maw 2026, am 10:00, ysgrifennodd Example Trust <{letter.reply_to}>:"
    return plain(letter, f"{_numbered(answers)}\n\nAnfonwyd o fy iPhone\n\n{head}\n{_quoted(letter)}\n")


def bottom(letter: Letter, answers: Answers) -> EmailMessage:
    return plain(letter, f"Example Trust wrote on 2 March:\n{_quoted(letter)}\n\n{_numbered(answers)}\n")


def one_line(letter: Letter, answers: Answers) -> EmailMessage:
    said = " ".join(f"{number} {answer.replace(' and ', ',')}" for number, answer in answers if len(answer) < 40)
    return plain(letter, f"{said}\n")


def inline(letter: Letter, answers: Answers) -> EmailMessage:
    return plain(letter, "\n".join(_between(letter, answers, "> ")))


def outlook(letter: Letter, answers: Answers) -> EmailMessage:
    head = f"From: Example Trust <{letter.reply_to}>\nSent: 02 March 2026 10:00\nTo: Ada\nSubject: A few questions\n"
    return plain(letter, f"Please see below.\n\n{head}\n" + "\n".join(_between(letter, answers, "")))


def _between(letter: Letter, answers: Answers, mark: str) -> list[str]:
    """Put each answer below its question, behind the options."""
    told, lines, number = dict(answers), [], None
    for line in letter.text.splitlines():
        begins = re.match(r"(\d+)\. ", line)
        if (begins or not line.strip()) and number is not None and (begins or lines[-1].strip() != mark.strip()):
            if number in told:
                lines += ["", told.pop(number), ""]
            number = None
        number = int(begins[1]) if begins else number
        lines.append(f"{mark}{line}".rstrip())
    return lines


def html_only(letter: Letter, answers: Answers) -> EmailMessage:
    said = "".join(f"<div>{number}. {escape(answer)}</div>" for number, answer in answers)
    quoted = "<br>".join(escape(line) for line in letter.text.splitlines())
    mail = plain(letter, "")
    mail.set_content(
        f'<html><body>{said}<br><div class="gmail_quote"><div class="gmail_attr">On Mon Example Trust wrote:</div>'
        f'<blockquote class="gmail_quote">{quoted}</blockquote></div></body></html>',
        subtype="html",
    )
    return mail


def with_picture(letter: Letter, answers: Answers) -> EmailMessage:
    mail = top(letter, answers)
    mail.add_attachment(b"\x89PNG and so on", maintype="image", subtype="png", filename="photo.png")
    return mail


STYLES: tuple[Style, ...] = (top, inline, bottom, html_only, welsh_phone, outlook, with_picture, one_line)


def out_of_office(letter: Letter) -> EmailMessage:
    mail = plain(letter, "I am away until Monday.\n")
    mail.replace_header("Subject", "Automatic reply: A few questions")
    mail["Auto-Submitted"] = "auto-replied"
    return mail


def send(postfix: Postfix, person: str, mail: EmailMessage, to: str = "") -> None:
    """Send a mail as somebody, with a name of its own."""
    mail["From"] = person
    if mail["Message-ID"] is None:
        mail["Message-ID"] = f"<{abs(hash(bytes(mail)))}.{person}>"
    postfix.deliver(bytes(mail), to or parseaddr(mail["To"])[1], person)
