"""Settings: environment over file over defaults, every fault at once, secrets never shown."""

import pickle
from pathlib import Path

import pytest

from config.secret import Secret
from config.setting_table import SETTINGS
from config.settings import SettingsError, load_settings

NOWHERE = Path("no-such-file.toml")
MAIL = {
    "SAYSO_IMAP_URL": "imaps://ada:p%40ss@mail.example.org/In%20here",
    "SAYSO_SMTP_URL": "smtp://ada:pass@mail.example.org?tls=start",
    "SAYSO_MAIL_ADDRESS": "feedback@example.org",
}


def faults(environ: dict[str, str], file: Path = NOWHERE) -> list[str]:
    with pytest.raises(SettingsError) as raised:
        load_settings(environ, file)
    return [str(fault) for fault in raised.value.faults]


def test_nothing_set_is_enough() -> None:
    settings = load_settings({}, NOWHERE)
    assert (settings.host, settings.port, settings.public_url) == ("127.0.0.1", 8000, "http://127.0.0.1:8000")
    assert settings.database_url.reveal() == "sqlite:///data/sayso.db"
    assert settings.key_file == Path("data.key")
    assert (settings.telegram_token, settings.imap, settings.smtp, settings.default_flow) == (
        None,
        None,
        None,
        "people",
    )
    assert settings.flows.is_dir()


def test_the_environment_goes_before_the_file_and_the_file_before_the_defaults(tmp_path: Path) -> None:
    file = tmp_path / "sayso.toml"
    file.write_text('port = 9000\nhost = "::1"\nlog = "json"\n')
    settings = load_settings({"SAYSO_PORT": "9100", "SAYSO_LOG": " "}, file)
    assert (settings.port, settings.log, settings.public_url) == (9100, "json", "http://[::1]:9100")


def test_a_secret_may_come_from_a_file_named_in_either_place(tmp_path: Path) -> None:
    token, file = tmp_path / "token", tmp_path / "sayso.toml"
    token.write_text("123:abc\n")
    file.write_text(f'telegram_token_file = "{token}"\n')
    for settings in (load_settings({"SAYSO_TELEGRAM_TOKEN_FILE": str(token)}, NOWHERE), load_settings({}, file)):
        assert settings.telegram_token == Secret("123:abc")


def test_mail_addresses_are_read_into_their_parts() -> None:
    settings = load_settings(MAIL, NOWHERE)
    imap, smtp = settings.imap, settings.smtp
    assert (imap.host, imap.port, imap.tls, imap.user, imap.folder) == (
        "mail.example.org",
        993,
        "always",
        "ada",
        "In here",
    )
    assert imap.password.reveal() == "p@ss"
    assert (smtp.port, smtp.tls) == (587, "needed")
    assert load_settings({**MAIL, "SAYSO_SMTP_URL": "smtp://127.0.0.1:2525?tls=none"}, NOWHERE).smtp.tls == "none"
    assert load_settings({**MAIL, "SAYSO_SMTP_URL": "smtps://mail.example.org"}, NOWHERE).smtp.port == 465
    assert load_settings({**MAIL, "SAYSO_IMAP_URL": "imap://ada:x@localhost:1143"}, NOWHERE).imap.tls == "none"


def test_every_fault_comes_at_once_with_name_value_and_what_to_do(tmp_path: Path) -> None:
    file = tmp_path / "sayso.toml"
    file.write_text('telegram_tokn = "123:abc"\nlog = ["text"]\ncolour = "red"\n')
    found = faults({"SAYSO_PORT": "many", "SAYSO_FLOWS": "/no/such", "SAYSO_DEFAULT_FLO": "people"}, file)
    assert found == [
        'SAYSO_FLOWS = "/no/such": There is no such folder. Name one that holds flow files.',
        'SAYSO_PORT = "many": Write a number from 1 to 65535, or 0 for any free port.',
        "log in sayso.toml: Write one text or number.",
        "telegram_tokn in sayso.toml: There is no such setting. Did you mean telegram_token?",
        "colour in sayso.toml: There is no such setting.",
        "SAYSO_DEFAULT_FLO: There is no such setting. Did you mean SAYSO_DEFAULT_FLOW?",
    ]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SAYSO_TELEGRAM_TOKEN", "hushhush"),
        ("SAYSO_DATABASE_URL", "mysql://ada:hushhush@host/name"),
        ("SAYSO_DATABASE_URL", "postgresql://ada:hushhush@host:port/name"),
        ("SAYSO_IMAP_URL", "imap://ada:hushhush@mail.example.org"),
        ("SAYSO_IMAP_URL", "imaps://hushhush@mail.example.org"),
        ("SAYSO_IMAP_URL", "imaps://ada:hushhush@mail.example.org?tls=none"),
        ("SAYSO_IMAP_URL", "imaps://ada:hushhush@mail.example.org?ca=/no/such"),
        ("SAYSO_SMTP_URL", "smtp://ada:hushhush@mail.example.org?tls=none"),
        ("SAYSO_SMTP_URL", "smtp://ada:hushhush@mail.example.org?tls=maybe"),
        ("SAYSO_SMTP_URL", "smtps://ada:hushhush@mail.example.org?tls=start"),
        ("SAYSO_SMTP_URL", "http://ada:hushhush@mail.example.org"),
    ],
)
def test_the_value_of_a_secret_is_never_shown(name: str, value: str) -> None:
    found = faults({**MAIL, name: value})
    assert len(found) == 1
    assert found[0].startswith(f"{name} = (not shown): ")
    assert "hushhush" not in found[0]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SAYSO_PUBLIC_URL", "ftp://example.org"),
        ("SAYSO_PUBLIC_URL", "https://ada@example.org"),
        ("SAYSO_TELEGRAM_API_URL", "127.0.0.1:8081"),
        ("SAYSO_MAIL_ADDRESS", "feedback+x@example.org"),
        ("SAYSO_LOG", "xml"),
        ("SAYSO_DEFAULT_FLOW", "The people"),
    ],
)
def test_a_plain_value_that_cannot_be_used_is_shown(name: str, value: str) -> None:
    found = faults({**MAIL, name: value})
    assert [line.startswith(f'{name} = "{value}": Write ') for line in found] == [True]


def test_mail_needs_all_of_its_settings_or_none() -> None:
    found = faults({"SAYSO_MAIL_ADDRESS": "feedback@example.org"})
    assert [line.split(":")[0] for line in found] == ["SAYSO_IMAP_URL", "SAYSO_SMTP_URL"]


MICROSOFT = {
    "SAYSO_MAIL_OAUTH": "microsoft",
    "SAYSO_MAIL_OAUTH_CLIENT": "an app",
    "SAYSO_MAIL_OAUTH_SECRET": "hushhush",
    "SAYSO_MAIL_OAUTH_TENANT": "a tenant",
}
GOOGLE = {
    "SAYSO_MAIL_OAUTH": "google",
    "SAYSO_MAIL_OAUTH_CLIENT": "an app",
    "SAYSO_MAIL_OAUTH_SECRET": "hushhush",
    "SAYSO_MAIL_OAUTH_REFRESH": "hushtoo",
}
NO_PASSWORD = {**MAIL, "SAYSO_IMAP_URL": "imaps://feedback%40example.org@mail.example.org/INBOX"}


@pytest.mark.parametrize("sign_in", [MICROSOFT, GOOGLE], ids=["microsoft", "google"])
def test_a_mailbox_signs_in_by_oauth_and_needs_no_password(sign_in: dict[str, str]) -> None:
    settings = load_settings({**NO_PASSWORD, **sign_in}, NOWHERE)
    assert (settings.imap.user, settings.imap.password.reveal()) == ("feedback@example.org", "")
    assert settings.mail_oauth == sign_in["SAYSO_MAIL_OAUTH"]
    assert "hush" not in str(settings)


@pytest.mark.parametrize("sign_in", [MICROSOFT, GOOGLE], ids=["microsoft", "google"])
def test_oauth_names_each_thing_that_it_needs_and_has_not(sign_in: dict[str, str]) -> None:
    found = faults({**NO_PASSWORD, "SAYSO_MAIL_OAUTH": sign_in["SAYSO_MAIL_OAUTH"]})
    assert [line.split(":")[0] for line in found] == [name for name in sign_in if name != "SAYSO_MAIL_OAUTH"]


def test_without_oauth_a_mailbox_needs_its_password() -> None:
    (fault,) = faults(NO_PASSWORD)
    assert fault.startswith("SAYSO_IMAP_URL = (not shown): Name the password")
    assert "feedback" not in fault


def test_letters_go_at_twenty_a_minute_unless_told() -> None:
    assert load_settings(MAIL, NOWHERE).mail_pace == 20
    assert load_settings({**MAIL, "SAYSO_MAIL_PACE": "600"}, NOWHERE).mail_pace == 600
    assert load_settings(MAIL, NOWHERE).mail_a_day == 0
    assert load_settings({**MAIL, "SAYSO_MAIL_A_DAY": "400"}, NOWHERE).mail_a_day == 400


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SAYSO_MAIL_PACE", "0"),
        ("SAYSO_MAIL_PACE", "-1"),
        ("SAYSO_MAIL_PACE", "fast"),
        ("SAYSO_MAIL_A_DAY", "many"),
        ("SAYSO_MAIL_OAUTH", "yahoo"),
    ],
)
def test_a_pace_or_sign_in_that_there_is_not_is_a_fault(name: str, value: str) -> None:
    assert [line.startswith(f'{name} = "{value}": ') for line in faults({**MAIL, name: value})] == [True]


def test_a_secret_file_that_cannot_be_used_is_a_fault(tmp_path: Path) -> None:
    empty, file = tmp_path / "empty", tmp_path / "sayso.toml"
    empty.write_text("\n")
    file.write_text("port = \n")
    both = {"SAYSO_TELEGRAM_TOKEN": "1:a", "SAYSO_TELEGRAM_TOKEN_FILE": str(empty)}
    assert faults({"SAYSO_TELEGRAM_TOKEN_FILE": str(empty)})[0].endswith("This file is empty. Put the secret in it.")
    assert "cannot be read" in faults({"SAYSO_TELEGRAM_TOKEN_FILE": str(tmp_path)})[0]
    assert "Keep one of the two" in faults(both)[0]
    assert faults({}, file)[0].startswith("sayso.toml: Invalid value (at line 1")
    assert "cannot be read" in faults({}, tmp_path)[0]


def test_a_secret_does_not_print_and_is_not_written_down() -> None:
    secret = Secret("hushhush")
    assert "hushhush" not in f"{secret} {secret!r} {load_settings(MAIL, NOWHERE)}"
    assert (bool(secret), bool(Secret("")), hash(secret) == hash(Secret("hushhush"))) == (True, False, True)
    with pytest.raises(TypeError, match="not written down"):
        pickle.dumps(secret)


def test_every_setting_says_what_it_is_about() -> None:
    assert all(setting.about for setting in SETTINGS.values())
    assert {"SAYSO_DATA", "SAYSO_KEY_FILE", "SAYSO_LOG"} <= SETTINGS.keys()


def test_a_webhook_needs_an_https_address_or_a_bot_api_server_of_ones_own() -> None:
    hook = {"SAYSO_TELEGRAM_WEBHOOK_SECRET": "s" * 32}
    near = {**hook, "SAYSO_TELEGRAM_API_URL": "http://127.0.0.1:8081"}

    (fault,) = faults(hook)

    assert fault.startswith("SAYSO_PUBLIC_URL: Telegram brings messages to https only.")
    assert load_settings(near, NOWHERE).telegram_webhook_secret
    assert load_settings({**hook, "SAYSO_PUBLIC_URL": "https://example.org"}, NOWHERE).telegram_webhook_secret
