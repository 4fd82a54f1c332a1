"""A mailbox as a form asks for it, and as the settings hold it: two addresses of servers."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qs, quote, unquote, urlencode, urlsplit

SENDING = {"smtps": "encrypted from the start (465)", "start": "encrypted by STARTTLS (587)", "none": "not encrypted"}
"""How a server that sends is spoken to."""


@dataclass(frozen=True)
class MailForm:
    """The fields of the form. `password` and `smtp_password` are empty where they stay as they are."""

    address: str = ""
    host: str = ""
    port: str = "993"
    user: str = ""
    password: str = ""
    folder: str = "INBOX"
    smtp_host: str = ""
    smtp_port: str = "587"
    smtp_tls: str = "start"
    ca: str = ""

    def settings(self) -> dict[str, str]:
        """Return the settings that this form means. The server that sends takes the same user and password."""
        signed = f"{quote(self.user, safe='')}:{quote(self.password, safe='')}@"
        ca = {"ca": self.ca} if self.ca else {}
        is_plain = self.port == "143"
        scheme, tls = ("smtps", {}) if self.smtp_tls == "smtps" else ("smtp", {"tls": self.smtp_tls})
        smtp_sign = "" if self.smtp_tls == "none" else signed
        return {
            "mail_address": self.address,
            "imap_url": f"{'imap' if is_plain else 'imaps'}://{signed}{self.host}:{self.port}/{quote(self.folder)}{_query(ca)}",
            "smtp_url": f"{scheme}://{smtp_sign}{self.smtp_host or self.host}:{self.smtp_port}{_query({**tls, **ca})}",
        }


def form_of(settings: Mapping[str, str]) -> MailForm:
    """Return the form as what is stored fills it. Raises ValueError for an address that is none."""
    imap, smtp = urlsplit(settings.get("imap_url", "")), urlsplit(settings.get("smtp_url", ""))
    if not imap.hostname or not smtp.hostname:
        return MailForm(settings.get("mail_address", ""))
    options = parse_qs(smtp.query)
    return MailForm(
        address=settings.get("mail_address", ""),
        host=imap.hostname,
        port=str(imap.port or 993),
        user=unquote(imap.username or ""),
        password=unquote(imap.password or ""),
        folder=unquote(imap.path.strip("/")) or "INBOX",
        smtp_host=smtp.hostname,
        smtp_port=str(smtp.port or 587),
        smtp_tls="smtps" if smtp.scheme == "smtps" else next(iter(options.get("tls", ["start"]))),
        ca=next(iter(options.get("ca", [""]))),
    )


def _query(options: Mapping[str, str]) -> str:
    return f"?{urlencode(options)}" if options else ""
