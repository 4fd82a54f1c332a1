"""What a lead sets on the pages of set-up counts from the next start on, and the page says which source wins."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from config.load import load_words
from config.settings import load_settings
from feedback.errors import SaysoError
from sayso.core.clock import now
from sayso.core.flow_registry import registry_for
from sayso.core.ports import JobFault
from sayso.setup import backups
from sayso.setup.stored import take_up
from storage.audit import audit_log
from storage.backup import restoring
from storage.crypto import key_file
from storage.db.engine import Database
from storage.messages import downtime
from storage.settings import values
from storage.tables import outbox

pytestmark = pytest.mark.slow

POST = {"name": "Night line", "contact": "01632 960001", "audience": "anyone", "hours": "day and night"}
NATIONS = ["england", "wales", "scotland", "northern ireland"]


async def test_the_name_of_the_organisation_counts_and_the_audit_says_who_set_it(setting):
    browser = setting.again()
    await browser.get("/settings/organisation")
    await browser.send("/settings/organisation", organisation="Harbour House", public_url="")

    assert setting.restarts == ["again"]
    assert take_up(setting.settings, setting.store).settings.organisation == "Harbour House"
    again = setting.again()
    assert "Harbour House" in (await again.get("/settings")).text
    assert "It was set here" in (await again.get("/settings/organisation")).text
    lines = setting.store.database.read_now(audit_log.entries)
    assert ("Ada", "changed the organisation") in [(one.by, one.what) for one in lines]


async def test_what_the_environment_says_wins_and_the_page_says_so(setting):
    environ = {**setting.settings.sources.environ, "SAYSO_ORGANISATION": "Of the machine"}
    setting.settings = load_settings(environ, setting.settings.sources.file)
    browser = setting.again()
    await browser.get("/settings/organisation")
    await browser.send("/settings/organisation", organisation="Harbour House", public_url="")

    assert take_up(setting.settings, setting.store).settings.organisation == "Of the machine"
    assert "It wins" in (await setting.again().get("/settings/organisation")).text


async def test_a_form_over_anothers_change_is_not_taken(setting):
    first, second = setting.again(), setting.again()
    for browser in (first, second):
        await browser.get("/settings/organisation")
    await first.send("/settings/organisation", organisation="Of the first", public_url="")

    late = await second.send("/settings/organisation", organisation="Of the second", public_url="")

    assert late.status_code == 409
    assert "Of the first" in late.text
    assert "Of the second" in late.text
    assert take_up(setting.settings, setting.store).settings.organisation == "Of the first"


async def test_numbers_are_ticked_as_rung_changed_hidden_added_and_removed(setting):
    browser = setting.again()
    await browser.get("/settings/help-numbers")
    await browser.send("/settings/help-numbers", rung=["0", "2"])
    browser = setting.again()
    await browser.get("/settings/help-numbers/new")
    new = {**POST, "nation": NATIONS, "always_open": "yes", "show": "yes", "rung": "yes"}
    await browser.send("/settings/help-numbers/new", **new)

    browser, posts = setting.again(), posts_of(setting)
    assert [one.checked_by for one in posts[:3]] == ["Ada", "", "Ada"]
    assert (posts[-1].contact, posts[-1].always_open, posts[-1].checked_by) == ("01632 960001", True, "Ada")

    last = f"/settings/help-numbers/{len(posts) - 1}"
    await browser.get(last)
    await browser.send(last, **{**POST, "contact": "01632 960002"}, nation="wales")
    browser = setting.again()
    changed = posts_of(setting)[-1]
    assert (changed.show, changed.nations, changed.checked_on) == (False, ("wales",), None)

    await browser.get(last)
    await browser.send(last, do="remove")
    assert len(posts_of(setting)) == len(posts) - 1
    browser = setting.again()
    await browser.get("/settings/help-numbers")
    await browser.send("/settings/help-numbers/file")
    assert posts_of(setting)[0].checked_by == ""


async def test_a_number_without_a_nation_or_a_name_is_not_stored(setting):
    browser = setting.again()
    for missing, says in (({"nation": "wales", "name": ""}, "a name"), ({}, "Tick one nation")):
        await browser.get("/settings/help-numbers/new")
        answer = await browser.send("/settings/help-numbers/new", **{**POST, **missing})
        assert answer.status_code == 400
        assert says in answer.text
    assert setting.restarts == []


async def test_questions_are_open_from_a_day_to_a_day(setting):
    browser, today = setting.again(), now().date()
    await browser.get("/settings/open")
    days = {"from-trust_leads": today + timedelta(days=1), "until-signatories": today - timedelta(days=1)}
    opened = {f"open-{name}": "yes" for name in ("open_door", "trust_leads", "signatories")}
    await browser.send("/settings/open", **days, **opened, default="people")

    taken = take_up(setting.settings, setting.store)
    registry = registry_for(taken.settings, taken.windows)
    assert [name for name, _ in registry.open_titles(now())] == ["open_door"]
    assert registry.default_at(now()).name == "open_door"
    assert "trust_leads" in dict(registry.open_titles(now() + timedelta(days=1)))


async def test_days_that_end_before_they_begin_are_said(setting):
    browser = setting.again()
    await browser.get("/settings/open")
    days = {"from-people": "2026-05-02", "until-people": "2026-05-01", "from-open_door": "tomorrow"}
    answer = await browser.send("/settings/open", **days, default="none")

    assert answer.status_code == 400
    assert answer.text.count("write days like") == 2
    assert "Choose the questions" in answer.text


async def test_a_text_is_previewed_judged_and_published_and_the_shipped_one_taken_again(setting):
    browser, hard = (
        setting.again(),
        "Representatives collaborate comprehensively across organisational responsibilities.",
    )
    page = "/settings/words/privacy"
    await browser.get(page)
    stopped = await browser.send(page, text=hard, do="publish")
    assert "hard to read" in stopped.text
    assert setting.restarts == []

    await browser.send(page, text="We keep it safe.", do="publish")
    words = load_words(written=take_up(setting.settings, setting.store).settings.written)
    assert (words.texts["privacy"], words.texts["yes"]) == ("We keep it safe.", "Yes")
    assert words.version != load_words().version

    browser = setting.again()
    await browser.get(page)
    await browser.send(page, do="shipped")
    words = load_words(written=take_up(setting.settings, setting.store).settings.written)
    assert words.texts["privacy"] == load_words().texts["privacy"]


async def test_a_text_that_loses_its_blanks_is_refused(setting):
    browser = setting.again()
    await browser.get("/settings/words/progress")
    answer = await browser.send("/settings/words/progress", text="Question", do="publish")

    assert answer.status_code == 400
    assert "number, total" in answer.text


async def test_a_backup_is_made_now_and_taken_away_and_opens_with_the_key(setting, tmp_path):
    browser = setting.again()
    await browser.get("/settings/backups")
    await browser.send("/settings/backups")
    made, people = backups.backups(setting.settings)
    assert setting.store.database.read_now(lambda tx: downtime.alive_at(tx, channel="backup")) is not None

    taken = await browser.client.get(f"/staff/settings/backups/{made.name}")
    keys_taken = await browser.client.get(f"/staff/settings/backups/{people.name}")
    (tmp_path / "taken").write_bytes(taken.content)
    (tmp_path / people.name).write_bytes(keys_taken.content)
    other = Database(f"sqlite:///{tmp_path / 'other.db'}")
    other.open()
    keys = key_file.read(setting.settings.key_file)
    source = restoring.source_of(tmp_path / "taken", keys)
    restoring.restore(source, database=other, ledger_file=tmp_path / "erased", now=now())
    other.close()
    assert (await browser.client.get("/staff/settings/backups/keys")).status_code == 404


@pytest.mark.parametrize(
    ("choice", "state", "reason"), [("send", "waiting", ""), ("drop", "refused", "restored, not sent")]
)
async def test_staff_say_whether_what_a_restore_held_back_is_sent(setting, choice, state, reason):
    row = {"channel": "telegram", "kind": "talk", "state": "refused", "reason": "restored", "body": b"sealed"}
    row |= {"sealed_for": "somebody", "next_at": now(), "created_at": now()}
    setting.store.database.write_now(lambda tx: tx.execute(outbox.insert(), [row, row]))
    browser = setting.again()
    home = (await browser.get("/")).text
    page = await browser.get("/settings/backups")
    await browser.send("/settings/backups/held", choice=choice)
    after = setting.store.database.read_now(lambda tx: tx.execute(select(outbox.c.state, outbox.c.reason)).all())

    assert "2 messages held back since a restore: say whether to send." in home
    assert "talk by telegram: 2 messages, the oldest from " in page.text
    assert set(after) == {(state, reason)}
    assert "Held back" not in (await browser.get("/settings/backups")).text
    assert (await browser.send("/settings/backups/held", choice="perhaps")).status_code == 400


async def test_backups_are_made_by_themselves_when_they_are_due_and_old_ones_go(setting):
    browser = setting.again()
    await browser.get("/settings/backups")
    await browser.send("/settings/backups/schedule", every="7")
    store, settings, start = setting.store, setting.settings, now()
    made = [bool(backups.round_of_backups(settings, store, start + timedelta(days=day))) for day in range(0, 40, 2)]

    assert made == [day % 8 == 0 for day in range(0, 40, 2)]
    assert [one.is_keys for one in backups.backups(settings)] == [False] * 4 + [True]
    assert store.database.read_now(lambda tx: values.one(tx, store.vault, "backup_every")) == "7"


def posts_of(setting):
    """The help numbers as they count now."""
    return load_words(written=take_up(setting.settings, setting.store).settings.written).signposts


async def test_a_backup_by_schedule_is_put_back_for_practice_each_week(setting):
    browser = setting.again()
    await browser.get("/settings/backups")
    await browser.send("/settings/backups/schedule", every="1")
    store, settings, start = setting.store, setting.settings, now()

    def last():
        return store.database.read_now(lambda tx: downtime.alive_at(tx, channel=backups.DRILL))

    practised = []
    for day in range(9):
        backups.round_of_backups(settings, store, start + timedelta(days=day))
        practised.append(last())

    assert [(at - start).days for at in practised] == [0] * 7 + [7] * 2
    assert not list((settings.data / "backups").glob(".sayso-drill-*"))


async def test_a_backup_that_does_not_come_back_is_tried_again_each_round_until_one_does(setting):
    browser = setting.again()
    await browser.get("/settings/backups")
    await browser.send("/settings/backups/schedule", every="1")
    store, settings, start = setting.store, setting.settings, now()
    spoiled = settings.data / "backups" / "keys-99991231-235959.backup"
    spoiled.parent.mkdir()
    spoiled.write_bytes(b"sayso backup 1\nspoiled")

    for minutes in (0, 10, 20):
        with pytest.raises(SaysoError):
            backups.round_of_backups(settings, store, start + timedelta(minutes=minutes))
    spoiled.unlink()
    backups.round_of_backups(settings, store, start + timedelta(minutes=30))

    last = store.database.read_now(lambda tx: downtime.alive_at(tx, channel=backups.DRILL))
    assert last == start + timedelta(minutes=30)
    assert len(backups.backups(settings)) == 2


async def test_a_backup_that_cannot_be_made_makes_the_service_say_so(setting):
    browser = setting.again()
    await browser.get("/settings/backups")
    await browser.send("/settings/backups/schedule", every="1")
    (setting.settings.data / "backups").write_text("no folder")

    with pytest.raises(JobFault, match=r"The last backup is not well: File exists\. Look at"):
        await backups.keep_backing_up(setting.settings, setting.store)
