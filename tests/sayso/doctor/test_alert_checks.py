"""`sayso doctor` says whether somebody is told when people wait, and what could not be sent."""

from config.settings import load_settings
from feedback.alerts.model import Colleague
from sayso.core.clock import now
from sayso.doctor.alert_checks import alert_check
from storage.accounts import members
from storage.alerts import alert_log, choices
from storage.messages import outbox


def check(house, job=None):
    settings = load_settings(house.environ, house.folder / "sayso.toml")
    with house.store() as store:
        if job:
            store.database.write_now(lambda tx: job(tx, store.vault))
        return alert_check(settings, store)


def hire(tx, vault):
    members.add(tx, vault, name="bea", role="reviewer", now=now())
    bea = members.named(tx, name="bea").member.id
    members.set_password(tx, vault, staff_id=bea, hashed="not a hash")
    tx.exec_driver_sql("UPDATE staff SET totp_step = 1")


def lose(tx, vault):
    bea = members.named(tx, name="bea").member.id
    code = choices.new_chat_code(tx, vault, staff_id=bea, now=now())
    assert choices.link_chat(tx, vault, code=code, chat="7", now=now()) == bea
    who = Colleague(bea, now(), ways=("telegram",))
    alert_log.tell(tx, vault, who, occasions=["p1 first"], text="One waits.\n\nLook.", now=now())
    outbox.refused(tx, outbox_id=1, reason="The person has blocked the bot.", now=now())


def test_a_team_of_which_nobody_can_be_told_is_a_fault_and_no_team_is_none(house_on_both):
    house = house_on_both
    house.environ["SAYSO_TELEGRAM_TOKEN"] = "1:token"

    assert check(house).is_well
    assert check(house, hire).found == "0 of 1 who may act can be told that people wait."
    assert not check(house).is_well
    lost = check(house, lose)

    assert "Not reached: bea by telegram (The person has blocked the bot.)" in lost.found
    assert "Rota" in lost.fix
