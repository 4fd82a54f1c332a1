"""Settings: environment SAYSO_* over the browser over sayso.toml over defaults. Every fault is named at once."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal

from config import openid
from config.addresses import MailServer
from config.openid import OpenId
from config.secret import Secret
from config.setting_table import PREFIX, SETTINGS, Setting
from feedback.errors import SaysoError

FILE = Path("sayso.toml")
_NONE: Mapping[str, str] = MappingProxyType({})
Origin = Literal["environment", "browser", "file", "default"]
"""Where the value of a setting comes from; each stands over those after it."""


@dataclass(frozen=True)
class Sources:
    """Where settings were read from: kept, so that they can be read again with what is set in the browser."""

    environ: Mapping[str, str] = field(default_factory=dict, repr=False)
    file: Path = FILE


@dataclass(frozen=True)
class Settings:
    """Everything that a host can set. A channel whose settings are absent is off."""

    data: Path
    database_url: Secret
    key_file: Path
    organisation: str
    signed_by: str
    reach_us: str
    flows: Path
    default_flow: str
    host: str
    port: int
    public_url: str
    telegram_token: Secret | None
    telegram_api_url: str
    telegram_webhook_secret: Secret | None
    imap: MailServer | None
    smtp: MailServer | None
    mail_address: str
    mail_pace: int
    mail_a_day: int
    mail_server_name: str
    mail_oauth: str
    mail_oauth_client: str
    mail_oauth_secret: Secret | None
    mail_oauth_tenant: str
    mail_oauth_refresh: Secret | None
    oidc: OpenId | None
    log: Literal["text", "json"]
    metrics: Secret | None
    host_mail: str
    second_look: Literal["on", "off"]
    sources: Sources = field(default=Sources(), repr=False, compare=False)

    @property
    def written(self) -> Path:
        """Return the folder of the files that are written in the browser. It may not be there."""
        return self.data / "written"


@dataclass(frozen=True)
class SettingFault:
    """One setting that cannot be used. `value` is never that of a secret."""

    name: str
    value: str
    message: str

    def __str__(self) -> str:
        """Return one line: name, value, what to do."""
        return f"{self.name} = {self.value}: {self.message}" if self.value else f"{self.name}: {self.message}"


class SettingsError(SaysoError):
    """Settings with faults; `faults` holds all of them."""

    def __init__(self, faults: tuple[SettingFault, ...]) -> None:
        super().__init__("\n".join(str(fault) for fault in faults))
        self.faults = faults


_OAUTH_NEEDS: Mapping[str, tuple[str, ...]] = {
    "microsoft": ("mail_oauth_client", "mail_oauth_secret", "mail_oauth_tenant"),
    "google": ("mail_oauth_client", "mail_oauth_secret", "mail_oauth_refresh"),
}
_MAY_BE_EMPTY = (
    *("organisation", "signed_by", "reach_us", "host_mail"),
    *("mail_address", "mail_server_name", "mail_oauth", "mail_oauth_client", "mail_oauth_tenant"),
)
_MAIL_NAMES = ("imap_url", "smtp_url", "mail_address")


def load_settings(environ: Mapping[str, str], file: Path = FILE, stored: Mapping[str, str] = _NONE) -> Settings:
    """Return the settings. `environ` is the environment; `file` may be missing. Raises SettingsError with all faults.

    An empty value counts as none. Each secret may be given as NAME_FILE, the path of a file that holds it. `stored` is
    what is set in the browser, by the small names: it stands over the file and under the environment.
    """
    written, faults = _file_values(file)
    gathering = _Gathering(environ, file, written, faults, stored)
    values = {setting.name: gathering.value(setting) for setting in SETTINGS.values()}
    gathering.judge_names()
    gathering.judge_mail(values)
    gathering.judge_sign_in(values)
    gathering.judge_webhook(values)
    gathering.judge_openid(values)
    if gathering.faults:
        raise SettingsError(tuple(gathering.faults))
    return replace(_settings(values), sources=Sources(dict(environ), file))


def origin(sources: Sources, name: str, stored: Mapping[str, str] = _NONE) -> Origin:
    """Return where the value of a setting comes from; `name` is the small one."""
    in_environ = PREFIX + name.upper()
    if any(sources.environ.get(one, "").strip() for one in (in_environ, f"{in_environ}_FILE")):
        return "environment"
    if stored.get(name):
        return "browser"
    written, _ = _file_values(sources.file)
    return "file" if any(written.get(one) for one in (name, f"{name}_file")) else "default"


def _settings(values: dict[str, Any]) -> Settings:
    data: Path = values["data"]
    values["database_url"] = values["database_url"] or Secret(f"sqlite:///{data / 'sayso.db'}")
    values["key_file"] = values["key_file"] or data.parent / f"{data.name}.key"
    host = f"[{values['host']}]" if ":" in values["host"] else values["host"]
    values["public_url"] = values["public_url"] or f"http://{host}:{values['port']}"
    values["imap"], values["smtp"] = values.pop("imap_url"), values.pop("smtp_url")
    values["oidc"] = openid.openid(values)
    for name in _MAY_BE_EMPTY:
        values[name] = values[name] or ""
    return Settings(**values)


def _file_values(file: Path) -> tuple[Mapping[str, Any], list[SettingFault]]:
    try:
        return tomllib.loads(file.read_text("utf-8")), []
    except FileNotFoundError:
        return {}, []
    except (OSError, UnicodeDecodeError):
        return {}, [SettingFault(file.name, "", "This file cannot be read. Save it as UTF-8, and see who owns it.")]
    except tomllib.TOMLDecodeError as error:
        return {}, [SettingFault(file.name, "", f'{error}. Write: name = "value".')]


@dataclass
class _Gathering:
    """Finds each value and notes each fault."""

    environ: Mapping[str, str]
    file: Path
    written: Mapping[str, Any]
    faults: list[SettingFault] = field(default_factory=list)
    stored: Mapping[str, str] = field(default_factory=dict)

    def value(self, setting: Setting) -> Any:
        found = self.found(setting)
        if found is None:
            return setting.read(setting.default) if setting.default else None
        name, text = found
        try:
            return setting.read(text)
        except ValueError as error:
            shown = "(not shown)" if setting.is_secret else f'"{text}"'
            self.faults.append(SettingFault(name, shown, str(error)))
            return None

    def found(self, setting: Setting) -> tuple[str, str] | None:
        """Return where a value was found, and its text."""
        name = PREFIX + setting.name.upper()
        text = self.environ.get(name, "").strip()
        secret_file = self.environ.get(f"{name}_FILE", "").strip() if setting.is_secret else ""
        if text and secret_file:
            self.faults.append(SettingFault(f"{name}_FILE", "", f"{name} is set as well. Keep one of the two."))
        if text:
            return name, text
        if secret_file:
            return self.from_file(f"{name}_FILE", Path(secret_file))
        if self.stored.get(setting.name):
            return f"{name} (set in the browser)", self.stored[setting.name]
        return self.from_settings_file(setting)

    def from_file(self, name: str, path: Path) -> tuple[str, str] | None:
        try:
            text = path.read_text("utf-8").strip()
        except (OSError, UnicodeDecodeError):
            self.faults.append(
                SettingFault(name, f'"{path}"', "This file cannot be read. See that it is there, and who owns it.")
            )
            return None
        if not text:
            self.faults.append(SettingFault(name, f'"{path}"', "This file is empty. Put the secret in it."))
        return (name, text) if text else None

    def from_settings_file(self, setting: Setting) -> tuple[str, str] | None:
        for key in (setting.name, f"{setting.name}_file") if setting.is_secret else (setting.name,):
            value, name = self.written.get(key), f"{key} in {self.file.name}"
            if isinstance(value, str | int) and not isinstance(value, bool) and str(value).strip():
                text = str(value).strip()
                return self.from_file(name, Path(text)) if key != setting.name else (name, text)
            if value is not None and value != "":
                self.faults.append(SettingFault(name, "", "Write one text or number."))
        return None

    def judge_names(self) -> None:
        """Blame what is nearly the name of a setting: it would else be passed over in silence."""
        secret_files = [f"{setting.name}_file" for setting in SETTINGS.values() if setting.is_secret]
        known = [*(setting.name for setting in SETTINGS.values()), *secret_files]
        for key in self.written:
            if key not in known:
                self.faults.append(
                    SettingFault(f"{key} in {self.file.name}", "", _meant(key, known) or "There is no such setting.")
                )
        for name in self.environ:
            key = name.removeprefix(PREFIX).lower()
            if name.startswith(PREFIX) and key not in known and (meant := _meant(key, known, PREFIX)):
                self.faults.append(SettingFault(name, "", meant))

    def judge_mail(self, values: Mapping[str, Any]) -> None:
        """Mail needs all three of its settings, or none."""
        blamed = self.blamed()
        missing = [name for name in _MAIL_NAMES if not values[name] and name not in blamed]
        if missing and any(values[name] for name in _MAIL_NAMES):
            present = ", ".join(PREFIX + name.upper() for name in _MAIL_NAMES if name not in missing)
            for name in missing:
                self.faults.append(
                    SettingFault(PREFIX + name.upper(), "", f"It is missing. Email needs it beside {present}.")
                )

    def judge_sign_in(self, values: Mapping[str, Any]) -> None:
        """A mailbox signs in by its password, or by OAuth2 with everything that this needs."""
        imap, way = values["imap_url"], values["mail_oauth"]
        if imap and not way and not imap.password.reveal():
            message = (
                "Name the password: imaps://user:password@host. Or set SAYSO_MAIL_OAUTH, as docs/mailbox.md tells."
            )
            self.faults.append(SettingFault("SAYSO_IMAP_URL", "(not shown)", message))
        for name in _OAUTH_NEEDS.get(str(way), ()):
            if not values[name]:
                fault = SettingFault(PREFIX + name.upper(), "", f"It is missing. SAYSO_MAIL_OAUTH {way} needs it.")
                self.faults.append(fault)

    def judge_openid(self, values: dict[str, Any]) -> None:
        """A provider of accounts needs all of its settings, or none."""
        blamed = self.blamed()
        for name, message in openid.faults(values):
            if name not in blamed:
                self.faults.append(SettingFault(PREFIX + name.upper(), "", message))

    def blamed(self) -> set[str]:
        """Return the names of settings that have a fault already, as the settings file writes them."""
        return {fault.name.split(" ")[0].removeprefix(PREFIX).removesuffix("_FILE").lower() for fault in self.faults}

    def judge_webhook(self, values: Mapping[str, Any]) -> None:
        """Telegram brings messages to an https address only; a Bot API server of one's own may be nearer."""
        is_public = str(values["telegram_api_url"]).rstrip("/") == SETTINGS["SAYSO_TELEGRAM_API_URL"].default
        if (
            values["telegram_webhook_secret"]
            and is_public
            and not str(values["public_url"] or "").startswith("https://")
        ):
            self.faults.append(
                SettingFault(
                    "SAYSO_PUBLIC_URL",
                    "",
                    "Telegram brings messages to https only. Set it to your https address, or leave "
                    "SAYSO_TELEGRAM_WEBHOOK_SECRET out.",
                )
            )


def _meant(key: str, known: list[str], prefix: str = "") -> str:
    close = get_close_matches(key, known, n=1, cutoff=0.8)
    return (
        f"There is no such setting. Did you mean {prefix}{close[0].upper() if prefix else close[0]}?" if close else ""
    )
