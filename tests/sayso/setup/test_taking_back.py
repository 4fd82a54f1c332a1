"""What was set or written in the browser is taken back: at once, or from the list of what was changed lately."""

import re

import pytest
from sqlalchemy import update

from config.load import flow_paths, load_words
from sayso.setup.stored import take_up
from storage.settings import values
from storage.tables import staff_sessions
from tests.sayso.setup.test_pages import posts_of
from tests.sayso.setup.test_questions import HERE, in_use, written

pytestmark = pytest.mark.slow

CHANGES = "/settings/changes"


def acts_on(browser) -> list[str]:
    return re.findall(r'name="act" value="(\w+)"', browser.page.text)


async def take_back(browser, number: int = 0) -> None:
    """Take back a change of the list: the latest is the first."""
    await browser.get(CHANGES)
    await browser.send(CHANGES, act=acts_on(browser)[number])


async def test_a_setting_is_taken_back_from_the_page_that_stored_it(setting):
    browser = setting.again()
    for name in ("Harbour House", "Harbuor Hose"):
        await browser.fill("/settings/organisation", organisation=name, public_url="")
    await browser.send(CHANGES)

    assert "Taken back. It is as it was before." in browser.text
    assert browser.path == "/settings/organisation"
    assert take_up(setting.settings, setting.store).settings.organisation == "Harbour House"
    assert setting.restarts == ["again"] * 3
    assert "Ada changed the organisation" in (await browser.get(CHANGES)).text
    assert browser.page.text.count('"tag">taken back') == 1


async def test_what_somebody_changed_since_is_not_taken_back_over_them(setting):
    browser = setting.again()
    for name in ("Harbour House", "Quay House"):
        await browser.fill("/settings/organisation", organisation=name, public_url="")

    await take_back(browser, 1)

    assert browser.page.status_code == 409
    assert "somebody has changed it since" in browser.text
    assert take_up(setting.settings, setting.store).settings.organisation == "Quay House"


async def test_words_and_help_numbers_are_taken_back(setting):
    browser, before = setting.again(), len(posts_of(setting))
    await browser.fill("/settings/words/privacy", text="We keep it safe.", do="publish")
    await browser.fill("/settings/help-numbers/0", do="remove")
    browser = setting.again()
    assert len(posts_of(setting)) == before - 1
    await take_back(browser)
    await take_back(browser, 0)

    assert len(posts_of(setting)) == before
    words = load_words(written=take_up(setting.settings, setting.store).settings.written)
    assert words.texts["privacy"] == load_words().texts["privacy"]


MAIL = {"address": "feedback@example.org", "host": "127.0.0.1", "port": "1", "smtp_port": "1", "smtp_tls": "start"}


async def set_mailbox(setting, password: str):
    browser = setting.again()
    await browser.fill("/settings/mail", **MAIL, user="ada", password=password, anyway="yes")
    return browser


def imap_of(setting) -> str:
    found = take_up(setting.settings, setting.store).settings.imap
    return str(found.password.reveal()) if found else ""


async def test_a_secret_is_taken_back_to_the_one_before_it_and_to_none(setting):
    for password in ("first word", "second word"):
        browser = await set_mailbox(setting, password)
    assert imap_of(setting) == "second word"

    await take_back(browser)
    assert imap_of(setting) == "first word"
    await take_back(browser)

    assert imap_of(setting) == ""
    page = (await browser.get(CHANGES)).text
    assert "first word" not in page
    assert "second word" not in page
    assert setting.restarts == ["again"] * 4


async def test_a_secret_is_taken_back_only_with_a_proof_of_who_one_is(setting):
    browser = await set_mailbox(setting, "first word")
    is_over = update(staff_sessions).values(proved_at=None)
    setting.store.database.write_now(lambda tx: tx.execute(is_over))

    await take_back(browser)

    assert browser.path.startswith("/prove")
    assert imap_of(setting) == "first word"


async def test_a_schedule_of_backups_that_changed_meanwhile_is_shown_beside_what_was_picked(setting):
    here = "/settings/backups"
    one, other = setting.again(), setting.again()
    await one.get(here)
    await other.get(here)
    await other.send(f"{here}/schedule", every="1")

    await one.send(f"{here}/schedule", every="7")

    assert one.page.status_code == 409
    assert "every day" in one.text
    assert setting.store.database.read_now(lambda tx: values.one(tx, setting.store.vault, "backup_every")) == "1"


async def test_a_moved_question_a_draft_thrown_away_and_a_published_version_come_back(setting):
    browser = setting.again()
    await written(browser)
    await browser.get(HERE)
    await browser.send(f"{HERE}/move", number="2", do="up")
    await browser.send(CHANGES)
    assert browser.path == HERE
    assert "The checker finds no fault" not in browser.text
    assert "checked" in browser.text
    await browser.send(f"{HERE}/discard")
    await browser.send(CHANGES)
    assert (await browser.get(HERE)).status_code == 200

    await browser.fill(f"{HERE}/publish", unrehearsed="yes", open="yes")
    assert in_use(setting).named("a_day_out").version == 1
    browser = setting.again()
    await take_back(browser)
    taken = take_up(setting.settings, setting.store).settings
    assert "a_day_out.toml" not in [path.name for path in flow_paths(taken.flows, taken.written)]
    assert "draft" in (await setting.again().get("/edit")).text


async def test_what_does_not_go_with_what_is_in_use_now_is_not_taken_back(setting):
    browser = setting.again()
    await written(browser)
    await browser.fill(f"{HERE}/publish", unrehearsed="yes", open="yes")
    browser = setting.again()
    await browser.get("/settings/open")
    opened = {f"open-{name}": "yes" for name in ("open_door", "trust_leads", "signatories", "people", "a_day_out")}
    await browser.send("/settings/open", **opened, default="a_day_out")

    browser = setting.again()
    await take_back(browser, 1)

    assert "no such questions any more" in browser.text
    assert in_use(setting).named("a_day_out").version == 1


async def test_an_act_that_is_no_change_of_settings_is_not_taken_back_here(setting):
    browser = setting.again()
    await browser.get(CHANGES)

    answer = await browser.send(CHANGES, act="a" * 26)

    assert answer.status_code == 409
