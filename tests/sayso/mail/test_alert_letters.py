"""Letters to staff: plain, without a way to stop them by mail; one that comes back is shown, a reply is nobody's words."""

import pytest

from config.load import load_flows, load_words
from feedback.alerts.model import Colleague
from sayso.core.flow_registry import FlowRegistry
from storage.accounts import members
from storage.alerts import alert_log, choices
from storage.review import triage
from tests.sayso.mail_service import MailService, bounce, reply

TEXT = (
    "1 thing waits for your team\n\n1 person wants to hear from one of you.\n\nLook here:\nhttps://example.org/staff/"
)


@pytest.fixture
def room(house):
    words = load_words()
    with house.store() as opened:
        yield MailService(opened, FlowRegistry(load_flows(house.folder / "flows", words), words, "tea"))


@pytest.fixture
async def alert(room):
    """The letter that Bea of the team got."""

    def job(tx):
        members.add(tx, room.vault, name="bea", role="reviewer", now=room.now)
        bea = members.named(tx, name="bea").member.id
        token = choices.ask_address(tx, room.vault, staff_id=bea, address="bea@example.org", now=room.now)
        choices.confirm(tx, room.vault, staff_id=bea, token=token, now=room.now)
        who = Colleague(bea, room.now, ways=("email",))
        alert_log.tell(tx, room.vault, who, occasions=["p1 first"], text=TEXT, now=room.now)

    room.database.write_now(job)
    (letter,) = await room.posts()
    return letter


def lost(room) -> list[tuple[str, str]]:
    found = room.database.read_now(lambda tx: alert_log.undelivered(tx, now=room.now))
    return [(one.name, one.reason) for one in found]


async def test_an_alert_is_a_plain_letter_to_one_of_the_team(room, alert):
    assert (alert.to, alert.mail["Subject"]) == ("bea@example.org", "1 thing waits for your team")
    assert alert.text.split("\r\n\r\n")[:2] == [
        "1 thing waits for your team",
        "1 person wants to hear from one of you.",
    ]
    assert "Samaritans" not in alert.text
    assert "STOP" not in alert.text
    assert alert.mail["List-Unsubscribe"] is None
    assert alert.mail["Auto-Submitted"] == "auto-generated"


async def test_an_alert_that_comes_back_is_shown_as_not_sent_and_a_delay_is_not(room, alert):
    await room.gets(bounce(alert, "4.4.1"))
    assert lost(room) == []

    await room.gets(bounce(alert))
    assert lost(room) == [("bea", "It came back: gone.")]


@pytest.mark.parametrize("words", ["I am on it.", "STOP", "delete everything"])
async def test_a_reply_to_an_alert_begins_nothing_and_stops_nothing(room, alert, words):
    sent = await room.gets(reply(alert, words))

    assert sent == []
    assert (room.conservation().not_feedback, room.answers(), room.stopped()) == (1, [], {})


async def test_a_cry_in_reply_to_an_alert_is_heard_and_answered_with_help(room, alert):
    (help_,) = await room.gets(reply(alert, "I want to die"))

    assert "999" in help_.text
    assert [item.why for item in room.do(triage.waiting)] == ["self_harm_or_suicide"]


async def test_staff_who_once_stopped_letters_as_a_person_are_still_told(room, alert):
    room.invites("ada@example.org", "bea@example.org")
    letters = {letter.to: letter for letter in await room.posts()}
    await room.gets(reply(letters["bea@example.org"], "STOP"))
    bea = room.database.read_now(lambda tx: members.named(tx, name="bea")).member.id
    who = Colleague(bea, room.now, ways=("email",))
    room.database.write_now(
        lambda tx: alert_log.tell(tx, room.vault, who, occasions=["p2 first"], text=TEXT, now=room.now)
    )

    assert [letter.to for letter in await room.posts()] == ["bea@example.org"]
