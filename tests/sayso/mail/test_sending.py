"""Letters go out once, by day, at a pace, to whom they may, and the second try is the first letter again."""

import asyncio
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest

from config.load import load_flows, load_words
from mail.outgoing.rate_limits import DomainRate
from mail.outgoing.smtp_replies import LetterDeferred, LetterRefused
from sayso.core.flow_registry import FlowRegistry
from storage.messages import outgoing_mail, suppression_list
from storage.messages.mailbox_cursors import StoredCursor
from storage.people import erasure, people
from tests.sayso.mail_service import MailService, fresh, reply

UNKNOWN = LetterDeferred("The line broke.", outcome_known=False)
BROKEN = LetterDeferred("The mail server could not be reached.")
GREY = LetterDeferred("Try again.", scope="address", counts=True)
BUSY = LetterDeferred("Too much.", scope="domain", counts=True)


@pytest.fixture
def make_room(house):
    words = load_words()
    with house.store() as opened:
        registry = FlowRegistry(load_flows(house.folder / "flows", words), words, "tea")
        yield lambda rate=None: MailService(opened, registry, rate)


@pytest.fixture
def room(make_room):
    made = make_room()
    made.invites("ada@example.org")
    return made


async def test_everybody_gets_one_letter_however_often_they_are_invited(room):
    room.invites("ada@example.org", "bea@example.com")

    assert sorted(one.to for one in await room.posts()) == ["ada@example.org", "bea@example.com"]
    assert await room.posts() == []


async def test_no_invitation_goes_out_at_night_and_an_answer_does(room):
    (letter,) = await room.posts()
    room.now = datetime(2026, 3, 2, 23, 0, tzinfo=UTC)
    room.invites("bea@example.com")

    answered = await room.gets(reply(letter, "1. yes"))

    assert [one.to for one in answered] == ["ada@example.org"]
    room.now = datetime(2026, 3, 3, 8, 0, tzinfo=UTC)
    assert [one.to for one in await room.posts()] == ["bea@example.com"]


@pytest.mark.slow
async def test_one_domain_gets_no_more_than_its_pace(make_room):
    room = make_room(DomainRate(per_second=1, per_minute=20))
    room.invites(*(f"p{number}@example.org" for number in range(30)))

    began, times = room.now, []
    while len(times) < 30:
        sent = await room.sends()
        times += [(room.now - began).total_seconds()] * sent
        room.waits(seconds=1)

    assert all(later - earlier >= 1 for earlier, later in pairwise(times))
    assert times[20] - times[0] >= 60


async def test_a_letter_whose_end_is_unknown_is_sent_once_more_with_the_same_name_and_date(room):
    room.bag.answers = [UNKNOWN]
    (first,) = await room.posts()
    room.waits(minutes=6)

    (second,) = await room.posts()

    assert second.raw == first.raw
    assert [state for state, _ in room.states()] == ["sent"]


async def test_a_second_unknown_end_is_left_at_that(room):
    room.bag.answers = [UNKNOWN, UNKNOWN]
    await room.posts()
    room.waits(minutes=6)
    await room.posts()
    room.waits(days=1)

    assert await room.posts() == []
    assert [state for state, _ in room.states()] == ["unknown"]


async def test_a_letter_under_way_in_a_crash_is_sent_again_the_very_same(room):
    room.bag.answers = [RuntimeError("killed")]
    (first,) = await room.posts()
    room.do(outgoing_mail.start, outbox_id=1, now=room.now)
    room.recovers()
    room.waits(hours=1)

    (second,) = await room.posts()

    assert second.raw == first.raw


@pytest.mark.slow
async def test_a_refusal_for_now_is_tried_after_5_and_30_minutes_2_and_6_hours_and_a_day(make_room):
    room = make_room()
    room.now = datetime(2026, 3, 2, 8, 30, tzinfo=UTC)
    room.invites("ada@example.org")
    room.bag.answers = [GREY] * 9
    waits = []
    await room.posts()
    while [state for state, _ in room.states()] == ["waiting"]:
        before = room.now
        while not await room.posts():
            room.waits(minutes=5)
            if room.now - before > timedelta(days=2):
                break
        waits.append(round((room.now - before) / timedelta(minutes=1)))

    assert [round(wait / 5) * 5 for wait in waits[:4]] == [5, 30, 120, 360]
    assert [state for state, _ in room.states()] == ["refused"]


async def test_a_line_that_breaks_uses_up_no_try(room):
    room.bag.answers = [BROKEN] * 5
    for _ in range(6):
        await room.posts()
        room.waits(minutes=6)

    assert [state for state, _ in room.states()] == ["sent"]


async def test_a_domain_that_wants_none_now_gets_none(room):
    room.invites("bea@example.org", "cal@example.com")
    room.bag.answers = [BUSY]

    first = await room.posts()
    again = await room.posts()
    room.waits(minutes=6)

    assert {one.to for one in (*first, *again)} >= {"cal@example.com"}
    assert len([one for one in (*first, *again) if one.to.endswith("example.org")]) <= 2
    assert sorted({one.to for one in await room.posts()}) != []


async def test_an_address_that_is_gone_gets_no_more_and_staff_see_why(room):
    room.bag.answers = [LetterRefused("Nobody has this address (550 5.1.1).", "gone", "550 5.1.1")]
    await room.posts()

    assert room.states() == [("refused", "Nobody has this address (550 5.1.1).")]
    assert room.stopped() == {"gone": 1}
    room.reminds()
    assert await room.posts() == []


async def test_a_rule_of_theirs_is_no_reason_to_write_never_again(room):
    room.bag.answers = [LetterRefused("A rule (550 5.7.1).", "policy", "550 5.7.1")]
    await room.posts()

    assert room.stopped() == {}


async def test_a_stop_between_queue_and_send_wins(room):
    room.do(suppression_list.suppress, lookup=room.vault.lookup("email", "ada@example.org"), why="stop", now=room.now)

    assert await room.posts() == []
    assert room.states() == [("refused", "No letters go to this address: stop.")]


async def test_nobody_who_has_answered_is_reminded(room):
    (letter,) = await room.posts()
    await room.gets(reply(letter, "1. yes\n2. no\n3. It is hot"))
    room.reminds()

    assert await room.posts() == []
    assert room.states()[-1] == ("refused", "This invitation has been answered.")


async def test_a_reminder_belongs_to_the_first_letter(room):
    (first,) = await room.posts()
    room.waits(days=4)
    room.reminds()

    (second,) = await room.posts()

    assert second.mail["In-Reply-To"] == first.mail["Message-ID"]
    assert "We wrote to you some days ago" in second.text


async def test_an_erased_contact_gets_nothing(room):
    contact_id = room.open(people.contact_of_address, channel="email", address="ada@example.org")
    room.open(erasure.remove_contact, contact_id=contact_id)

    assert await room.posts() == []
    assert [state for state, _ in room.states()] == ["refused"]


async def test_an_address_that_is_none_is_refused_with_a_reason(make_room):
    room = make_room()
    room.invites("ada@exa mple")

    assert await room.posts() == []
    assert room.states() == [("refused", "This is no mail address that a letter can be sent to.")]


async def test_every_reply_address_is_the_letters_own(room):
    room.invites("bea@example.com")
    sent = await room.posts()

    assert len({one.reply_to for one in sent}) == 2
    assert all(one.mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click" for one in sent)
    assert all(one.sender.startswith("feedback+bounce-") for one in sent)


async def test_it_runs_until_it_is_stopped_and_wakes_when_it_is_rung(room):
    running = asyncio.create_task(room.delivery.run())
    async with asyncio.timeout(20):
        while not room.bag.letters:
            room.signals.queued.set()
            await asyncio.sleep(0)
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running

    assert [one.to for one in room.bag.letters] == ["ada@example.org"]


async def test_mail_is_read_until_the_reader_is_stopped(room):
    (letter,) = await room.posts()
    reading = asyncio.create_task(room.mail_reader.run())
    await room.intake.accept_mail([room._received(reply(letter, "1. yes"))], "a", "INBOX", StoredCursor(1, 1))
    async with asyncio.timeout(20):
        while not await room.worker.round():
            room.mail_reader.wake.set()
            await asyncio.sleep(0)
    reading.cancel()
    with pytest.raises(asyncio.CancelledError):
        await reading

    assert room.conservation().applied == 1


@pytest.mark.slow
async def test_mails_in_somebodys_name_do_not_fill_their_mailbox(make_room):
    room = make_room()
    sent = 0
    for number in range(40):
        sent += len(await room.gets(fresh(f"Forged {number}", "ada@example.org")))

    assert sent == 30
    assert room.conservation().applied == 40


async def test_letters_of_one_exchange_have_one_subject(room):
    (first,) = await room.posts()
    (second,) = await room.gets(reply(first, "1. yes"))

    assert second.mail["Subject"] == f"Re: {first.mail['Subject']}"
