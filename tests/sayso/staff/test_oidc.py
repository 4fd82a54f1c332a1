"""A provider of accounts as a host meets it: what the start says, and what the doctor finds."""

import asyncio
import json
import sys
from collections.abc import Iterator
from datetime import timedelta
from threading import Event, Thread

import pytest

from config.settings import load_settings
from sayso.app import greeting
from sayso.core.clock import now
from sayso.staff.oidc import provider_for
from storage.accounts import members
from storage.accounts.members import Identity
from tests.review.openid_server import CLIENT, SECRET, OpenIdServer, openid_server

BACK = "http://127.0.0.1:8000/staff/sign-in/provider/back"


@pytest.fixture
def accounts() -> Iterator[OpenIdServer]:
    """A provider on a thread of its own, as it would be on another machine."""
    started, stop, made = Event(), asyncio.Event(), []

    async def serve() -> None:
        async with openid_server(now) as server:
            made.extend([server, asyncio.get_running_loop()])
            started.set()
            await stop.wait()

    thread = Thread(target=lambda: asyncio.run(serve()))
    thread.start()
    assert started.wait(20)
    server, loop = made
    yield server
    loop.call_soon_threadsafe(stop.set)
    thread.join()


def settings_of(url: str, **more: str) -> dict[str, str]:
    known = {"OIDC_ISSUER": url, "OIDC_CLIENT_ID": CLIENT, "OIDC_CLIENT_SECRET": SECRET, **more}
    return {f"SAYSO_{name}": value for name, value in known.items()}


def checks(house, *names):
    found = {check["name"]: check for check in json.loads(house.run("doctor", "--format", "json").out)}
    return [found[name] for name in names]


def test_the_doctor_sees_a_provider_that_answers_and_a_clock_that_goes_right(house, accounts):
    house.environ |= settings_of(accounts.url)

    answers, clock = checks(house, "sign-in with a provider", "clock")

    assert (answers["ok"], answers["found"]) == (True, "127.0.0.1 answers, with 1 keys.")
    assert (clock["ok"], clock["found"][1:]) == (True, " seconds from that of 127.0.0.1.")


def test_the_doctor_names_a_wrong_clock_and_a_provider_that_does_not_say_when(house, accounts):
    house.environ |= settings_of(accounts.url, OIDC_SECOND_STEP="provider")
    accounts.now = lambda: now() - timedelta(minutes=3)
    accounts.document = {"claims_supported": ["sub"]}

    silent, clock = checks(house, "sign-in with a provider", "clock")

    assert (silent["ok"], "does not say when" in silent["found"]) == (False, True)
    assert (clock["ok"], "clock of this machine" in clock["fix"]) == (False, True)


def test_the_doctor_names_a_provider_that_is_not_there_and_one_of_another_name(house, accounts):
    house.environ |= settings_of("http://127.0.0.1:1")
    (gone,) = checks(house, "sign-in with a provider")
    house.environ |= settings_of(f"{accounts.url}/")
    (other,) = checks(house, "sign-in with a provider")

    assert (gone["ok"], "could not be asked" in gone["found"], "SAYSO_OIDC_ISSUER" in gone["fix"]) == (
        False,
        True,
        True,
    )
    assert (other["ok"], "another issuer" in other["found"]) == (False, True)


@pytest.mark.slow
def test_the_doctor_counts_who_could_no_longer_come_in(house, accounts):
    def job(tx):
        for name, has_code in (("Ada", True), ("Bea", False), ("Cal", False)):
            members.add(tx, opened.vault, name=name, role="coder", now=now())
            identity = Identity(accounts.url, name)
            known = {"staff_id": members.named(tx, name=name).member.id, "identity": identity}
            members.join_identity(tx, opened.vault, **known, has_code=has_code)
        members.disable(tx, name="Cal", now=now())

    with house.store() as opened:
        opened.database.write_now(job)
    (off,) = checks(house, "ways of signing in")
    house.environ |= settings_of(accounts.url)
    (ours,) = checks(house, "ways of signing in")
    house.environ |= settings_of(accounts.url, OIDC_SECOND_STEP="provider")
    (theirs,) = checks(house, "ways of signing in")

    assert (off["ok"], off["found"][:6], "new link" in off["fix"]) == (False, "2 of 2", True)
    assert (ours["ok"], ours["found"][:6]) == (False, "1 of 2")
    assert (theirs["ok"], theirs["found"]) == (True, "2 sign in with a provider.")


def test_without_the_optional_part_start_and_doctor_say_what_to_install(house, monkeypatch):
    monkeypatch.delitem(sys.modules, "review.identity.id_token", raising=False)
    monkeypatch.setitem(sys.modules, "joserfc", None)
    house.environ |= settings_of("https://accounts.example.org", PUBLIC_URL="https://feedback.example.org")

    ran = house.run("serve")
    (missing,) = checks(house, "sign-in with a provider")

    assert (ran.code, ran.out, ran.err.count("\n")) == (1, "", 1)
    assert "pip install 'sayso[oidc]'" in ran.err
    assert (missing["ok"], "pip install 'sayso[oidc]'" in missing["found"]) == (False, True)


def test_the_provider_is_told_one_address_to_come_back_to_and_the_start_says_that_it_is_on(tmp_path):
    settings = load_settings(settings_of("https://accounts.google.com"), tmp_path / "none.toml")

    provider = provider_for(settings, now)

    assert (provider.registration.back, provider.name) == (BACK, "Google")
    assert "Staff may sign in with Google." in greeting(settings)
    assert "sign in" not in " ".join(greeting(load_settings({}, tmp_path / "none.toml")))
