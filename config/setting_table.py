"""The table of settings: each with how its text becomes a value, its default, and what it is."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from config import openid, readers
from config.addresses import imap_address, smtp_address, web_address
from config.load import FLOWS
from config.secret import Secret

PREFIX = "SAYSO_"


@dataclass(frozen=True)
class Setting:
    """One row of the table: how a text becomes a value (`read` raises ValueError saying what to do)."""

    name: str
    read: Callable[[str], Any]
    default: str = ""
    is_secret: bool = False
    about: str = ""


_TABLE = (
    Setting("data", readers.path, "data", about="the folder where everything is stored"),
    Setting("database_url", readers.database, is_secret=True, about="the database: sqlite:///FILE or postgresql://..."),
    Setting(
        "key_file",
        readers.path,
        about="the key file, created at first start; keep it apart from the data folder and its backups",
    ),
    Setting("organisation", readers.plain, about="your organisation's name, as people will see it"),
    Setting(
        "signed_by", readers.signature, about="the team or person who signs letters and chats, as people will see it"
    ),
    Setting("reach_us", readers.signature, about="how people can reach whoever signs, such as a telephone number"),
    Setting("flows", readers.folder, str(FLOWS), about="the folder with your flow files"),
    Setting("default_flow", readers.flow_name, "people", about="the flow for people who arrive without an invitation"),
    Setting("host", readers.plain, "127.0.0.1", about="the network address the web server listens on"),
    Setting("port", readers.port, "8000", about="the port the web server listens on"),
    Setting("public_url", web_address, about="the public web address of this service"),
    Setting(
        "telegram_token",
        readers.telegram_token,
        is_secret=True,
        about="the bot token from @BotFather; turns Telegram on",
    ),
    Setting(
        "telegram_api_url",
        web_address,
        "https://api.telegram.org",
        about="the address of the Bot API server, if you run your own",
    ),
    Setting(
        "telegram_webhook_secret",
        readers.webhook_secret,
        is_secret=True,
        about="turns on the webhook: Telegram sends messages to SAYSO_PUBLIC_URL (https), so sayso need not fetch them",
    ),
    Setting(
        "imap_url",
        imap_address,
        is_secret=True,
        about="the mailbox to read: imaps://user:password@host:993/INBOX?ca=FILE",
    ),
    Setting(
        "smtp_url",
        smtp_address,
        is_secret=True,
        about="the server to send by: smtps://... or smtp://...?tls=start|none&ca=FILE",
    ),
    Setting(
        "mail_address",
        readers.mail_address,
        about="the address people reply to; each letter uses its own form of it, such as feedback+TOKEN@example.org",
    ),
    Setting(
        "mail_pace", readers.pace, "20", about="the most letters sent to one domain, such as example.org, in a minute"
    ),
    Setting(
        "mail_a_day",
        readers.letters_a_day,
        "0",
        about="the most letters that leave in a day, if your provider has such a limit; 0 for none. A limit that is met is learned",
    ),
    Setting(
        "mail_server_name",
        readers.server_name,
        about="the name your mail server uses in its Authentication-Results header; see docs/mailbox.md",
    ),
    Setting(
        "mail_oauth",
        readers.oauth,
        about="microsoft or google, to sign in to the mailbox with OAuth2 instead of a password",
    ),
    Setting("mail_oauth_client", readers.plain, about="the client ID of your app registration at Microsoft or Google"),
    Setting("mail_oauth_secret", Secret, is_secret=True, about="the client secret of that app registration"),
    Setting("mail_oauth_tenant", readers.plain, about="the tenant (directory) ID; needed for microsoft"),
    Setting("mail_oauth_refresh", Secret, is_secret=True, about="a refresh token; needed for google"),
    Setting(
        "oidc_issuer",
        openid.issuer_address,
        about="the OpenID Connect provider that staff can sign in with; see docs/hosting.md",
    ),
    Setting("oidc_client_id", readers.plain, about="the client ID of your app registration at that provider"),
    Setting("oidc_client_secret", Secret, is_secret=True, about="the client secret of that app registration"),
    Setting(
        "oidc_second_step",
        openid.second_step,
        "sayso",
        about="who asks staff for the second sign-in step: sayso or provider",
    ),
    Setting("log", readers.log, "text", about="the log format: text or json"),
    Setting(
        "metrics",
        readers.metrics_token,
        is_secret=True,
        about="32 or more letters and digits, by which Prometheus may read /metrics; without it there is no such page",
    ),
    Setting(
        "host_mail",
        readers.plain_mail_address,
        about="who looks after the machine: they get a mail when something is wrong for ten minutes",
    ),
    Setting(
        "second_look",
        readers.switch,
        "on",
        about="on or off: flag for staff, behind the scenes, what the first look at distress may have missed",
    ),
)
SETTINGS: Mapping[str, Setting] = {PREFIX + setting.name.upper(): setting for setting in _TABLE}
"""Every setting by its name in the environment."""
