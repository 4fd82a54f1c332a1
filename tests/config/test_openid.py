"""The settings of signing in with a provider: all or none, an exact issuer, and nothing that cannot work."""

from pathlib import Path

import pytest

from config.settings import SettingsError, load_settings

NOWHERE = Path("no-such-file.toml")
TENANT = "11111111-2222-3333-4444-555555555555"
ALL = {
    "SAYSO_OIDC_ISSUER": "https://sso.example.org/realms/harbour/",
    "SAYSO_OIDC_CLIENT_ID": "sayso",
    "SAYSO_OIDC_CLIENT_SECRET": "hushhush",
}


def faults(environ: dict[str, str]) -> list[str]:
    with pytest.raises(SettingsError) as raised:
        load_settings(environ, NOWHERE)
    return [str(fault) for fault in raised.value.faults]


def test_a_provider_is_off_unless_it_is_set() -> None:
    assert load_settings({}, NOWHERE).oidc is None


def test_the_issuer_is_kept_letter_by_letter_and_the_secret_is_not_shown() -> None:
    found = load_settings(ALL, NOWHERE).oidc

    assert (found.issuer, found.client_id, found.has_second_step) == (ALL["SAYSO_OIDC_ISSUER"], "sayso", False)
    assert found.client_secret.reveal() == "hushhush"
    assert "hushhush" not in repr(found)
    assert load_settings(ALL | {"SAYSO_OIDC_SECOND_STEP": "provider"}, NOWHERE).oidc.has_second_step


def test_what_is_missing_is_named_all_at_once() -> None:
    assert faults({"SAYSO_OIDC_CLIENT_ID": "sayso", "SAYSO_PUBLIC_URL": "http://feedback.example.org"}) == [
        "SAYSO_OIDC_ISSUER: It is missing. Signing in with a provider needs it beside SAYSO_OIDC_CLIENT_ID.",
        "SAYSO_OIDC_CLIENT_SECRET: It is missing. Signing in with a provider needs it beside SAYSO_OIDC_CLIENT_ID.",
        "SAYSO_PUBLIC_URL: Signing in with a provider needs https. Set it to your https address.",
    ]


@pytest.mark.parametrize(
    ("issuer", "message"),
    [
        ("accounts.google.com", "Write https://host"),
        ("http://accounts.google.com", "Write https://. Plain http is for a provider on this machine."),
        ("https://login.microsoftonline.com/common/v2.0", "Name your own directory"),
        (f"https://login.microsoftonline.com/{TENANT}/", "Name your own directory"),
        ("https://sso.example.org/?realm=harbour", "without a user, ? or #"),
    ],
)
def test_an_issuer_that_cannot_be_right_is_a_fault_and_blamed_once(issuer: str, message: str) -> None:
    (found,) = faults(ALL | {"SAYSO_OIDC_ISSUER": issuer})

    assert found.startswith(f'SAYSO_OIDC_ISSUER = "{issuer}": ')
    assert message in found


def test_ones_own_directory_at_microsoft_and_a_provider_on_this_machine_may_be_named() -> None:
    for issuer in (f"https://login.microsoftonline.com/{TENANT}/v2.0", "http://localhost:9000", "http://[::1]:9000"):
        assert load_settings(ALL | {"SAYSO_OIDC_ISSUER": issuer}, NOWHERE).oidc.issuer == issuer


def test_google_is_not_vouched_for_since_it_never_says_when_somebody_signed_in() -> None:
    google = ALL | {"SAYSO_OIDC_ISSUER": "https://accounts.google.com", "SAYSO_OIDC_SECOND_STEP": "provider"}

    assert faults(google) == [
        "SAYSO_OIDC_SECOND_STEP: Google does not say when somebody signed in. Leave this out: sayso asks for a code."
    ]
    assert faults({"SAYSO_OIDC_SECOND_STEP": "nobody"}) == [
        'SAYSO_OIDC_SECOND_STEP = "nobody": Write sayso or provider.'
    ]
