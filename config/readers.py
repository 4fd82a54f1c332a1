"""How the text of a setting becomes its value. Each raises ValueError saying what to write instead."""

import re
from pathlib import Path

from config.addresses import database_address
from config.secret import Secret

_FLOW = re.compile(r"[a-z][a-z0-9_]*")
_TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]+")
_WEBHOOK_SECRET = re.compile(r"[A-Za-z0-9_-]{32,256}")
_SERVER_NAME = re.compile(r"[A-Za-z0-9._-]{1,253}")
_LONGEST_SIGNATURE = 120
"""Characters: two lines of a phone."""
_SOMEBODY = re.compile(r"[^\s@<>,;:\"]+@[^\s@<>,;:\"]+")
_MAIL = re.compile(r"[^\s@+<>]+@[^\s@+<>]+")


def plain(text: str) -> str:
    """Return the text as it is."""
    return text


def signature(text: str) -> str:
    """Return a line that stands under messages to people."""
    if len(text) > _LONGEST_SIGNATURE or not text.isprintable():
        raise ValueError(f"Write one line of {_LONGEST_SIGNATURE} characters at most.")
    return text


def path(text: str) -> Path:
    """Return a path; `~` is the home folder."""
    return Path(text).expanduser()


def flow_name(text: str) -> str:
    """Return the name of a flow."""
    if not _FLOW.fullmatch(text):
        raise ValueError("Write the name of a flow: small letters, digits and _.")
    return text


def port(text: str) -> int:
    """Return a port from 0 to 65535."""
    if not text.isascii() or not text.isdigit() or int(text) > 65535:
        raise ValueError("Write a number from 1 to 65535, or 0 for any free port.")
    return int(text)


def folder(text: str) -> Path:
    """Return the path of a folder that is there."""
    if not path(text).is_dir():
        raise ValueError("There is no such folder. Name one that holds flow files.")
    return path(text)


def telegram_token(text: str) -> Secret:
    """Return the token of a bot."""
    if not _TOKEN.fullmatch(text):
        raise ValueError("This is no bot token. It looks like 123456:letters; @BotFather shows it.")
    return Secret(text)


def webhook_secret(text: str) -> Secret:
    """Return the secret that Telegram sends along (Bot API, setWebhook: up to 256 characters)."""
    if not _WEBHOOK_SECRET.fullmatch(text):
        raise ValueError("Write 32 to 256 letters, digits, _ or -.")
    return Secret(text)


def metrics_token(text: str) -> Secret:
    """Return the token that Prometheus shows (RFC 6750)."""
    if not _WEBHOOK_SECRET.fullmatch(text):
        raise ValueError("Write 32 to 256 letters, digits, _ or -.")
    return Secret(text)


def database(text: str) -> Secret:
    """Return the address of a database, which may hold a password."""
    return Secret(database_address(text))


def mail_address(text: str) -> str:
    """Return a mail address that can be given a tag behind a +."""
    if not _MAIL.fullmatch(text):
        raise ValueError("Write an address like feedback@example.org, without a +.")
    return text


def plain_mail_address(text: str) -> str:
    """Return a mail address of somebody."""
    if not _SOMEBODY.fullmatch(text):
        raise ValueError("Write an address like host@example.org.")
    return text


def pace(text: str) -> int:
    """Return a number of letters a minute."""
    if not text.isascii() or not text.isdigit() or not 0 < int(text) <= 100_000:
        raise ValueError("Write a number of letters a minute, such as 20.")
    return int(text)


def letters_a_day(text: str) -> int:
    """Return a number of letters a day; 0 for no limit."""
    if not text.isascii() or not text.isdigit() or int(text) > 1_000_000:
        raise ValueError("Write a number of letters a day, such as 400; or 0 for no limit.")
    return int(text)


def server_name(text: str) -> str:
    """Return an authserv-id (RFC 8601)."""
    if not _SERVER_NAME.fullmatch(text):
        raise ValueError("Write the name at the start of Authentication-Results, such as mx.example.org.")
    return text


def oauth(text: str) -> str:
    """Return whose OAuth2 a mailbox signs in by."""
    if text not in ("microsoft", "google"):
        raise ValueError("Write microsoft or google.")
    return text


def log(text: str) -> str:
    """Return how log lines are written."""
    if text not in ("text", "json"):
        raise ValueError("Write text or json.")
    return text


def switch(text: str) -> str:
    """Return whether something is on."""
    if text not in ("on", "off"):
        raise ValueError("Write on or off.")
    return text
