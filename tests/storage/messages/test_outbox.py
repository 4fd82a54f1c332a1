"""What goes out goes in order, once if it can be known, and never silently not at all."""

import pytest

from feedback.conversation.events import Said
from feedback.conversation.messages import Outbound, Prompt
from storage.conversations import store
from storage.messages import outbox


def ask(about):
    return Said(Outbound("Thank you.", Prompt(about, "How was it?", "text")))


HELP = Said(Outbound("You can talk to someone now.", kind="help"))


def claim(talk, at, limit=10):
    return talk.db.write_now(lambda tx: outbox.claim_due(tx, talk.vault, now=at, limit=limit))


def settle(talk, at, due, provider_id="1"):
    talk.db.write_now(lambda tx: outbox.sent(tx, outbox_id=due.id, provider_id=provider_id, now=at))


def test_one_at_a_time_for_each_contact_and_help_first(talk, later):
    ada, bea = talk.begin("ada"), talk.begin("bea")
    ada = talk.save(ada, ask("q1"), ask("q2"))
    talk.save(bea, ask("q1"))
    talk.save(ada, HELP)

    first = claim(talk, later(1))
    second = claim(talk, later(1))
    settle(talk, later(1), first[0])
    third = claim(talk, later(1))

    assert [(due.address, due.kind, due.about) for due in first] == [("ada", "help", ""), ("bea", "talk", "q1")]
    assert second == ()
    assert [(due.address, due.about) for due in third] == [("ada", "q1")]
    assert third[0].outbound == ask("q1").outbound


def test_a_message_that_is_put_off_holds_back_the_later_ones_but_not_help(talk, later):
    ada = talk.save(talk.begin("ada"), ask("q1"), ask("q2"))
    due = claim(talk, later(1))[0]
    talk.db.write_now(lambda tx: outbox.put_off(tx, outbox_id=due.id, next_at=later(9), doubtful=True))
    talk.save(ada, HELP)

    urgent = claim(talk, later(2))
    settle(talk, later(2), urgent[0])

    assert [one.kind for one in urgent] == ["help"]
    assert claim(talk, later(3)) == ()
    again = claim(talk, later(9))[0]
    assert (again.id, again.tries, again.is_doubtful) == (due.id, 2, True)


@pytest.mark.slow
def test_what_was_being_sent_when_the_program_died_is_sent_again_as_doubtful(talk, later):
    talk.save(talk.begin("ada"), ask("q1"))
    due = claim(talk, later(1))[0]

    assert talk.db.write_now(outbox.recover) == 1

    again = claim(talk, later(1))[0]
    assert (again.id, again.is_doubtful) == (due.id, True)


def test_while_a_message_is_on_its_way_its_order_in_the_chat_is_not_known(talk, later):
    def is_spoken_to(name):
        lookup = talk.vault.lookup("telegram", name)
        find = store.for_sender
        return talk.db.read_now(lambda tx: find(tx, talk.vault, channel="telegram", sender=lookup).is_spoken_to)

    talk.save(talk.begin("ada"), ask("q1"), ask("q2"))
    talk.begin("bea")

    before = is_spoken_to("ada")
    due = claim(talk, later(1))[0]
    meanwhile = is_spoken_to("ada"), is_spoken_to("bea")
    settle(talk, later(1), due)

    assert (before, meanwhile, is_spoken_to("ada")) == (False, (True, False), False)


@pytest.mark.parametrize("ending", [outbox.refused, outbox.unknown])
def test_a_message_that_ends_makes_way_for_the_next(talk, later, ending):
    talk.save(talk.begin("ada"), ask("q1"), ask("q2"))
    due = claim(talk, later(1))[0]

    talk.db.write_now(lambda tx: ending(tx, outbox_id=due.id, reason="chat not found", now=later(1)))

    assert [one.about for one in claim(talk, later(1))] == ["q2"]


def test_nothing_more_is_sent_to_who_blocked_us(talk, later):
    held = talk.save(talk.begin("ada"), ask("q1"), ask("q2"))

    gone = talk.db.write_now(lambda tx: outbox.give_up(tx, contact_id=held.contact_id, reason="blocked", now=later(1)))

    assert gone == 2
    assert claim(talk, later(1)) == ()


def test_the_question_that_stood_above_an_answer_is_known_unless_in_doubt(talk, later):
    held = talk.begin("ada")

    def sight(message_id):
        return talk.db.read_now(
            lambda tx: outbox.sight_of(tx, conversation_id=held.conversation.id, message_id=message_id)
        )

    def asked(provider_id):
        return talk.db.read_now(
            lambda tx: outbox.asked_in(tx, conversation_id=held.conversation.id, provider_id=provider_id)
        )

    def seen(message_id):
        return sight(message_id).about

    assert seen(5) is None
    step = talk.save(held, ask("q1"))
    settle(talk, later(1), claim(talk, later(1))[0], "10")
    step = talk.save(step, Said(Outbound("A word without a question.")), ask("q2"))
    settle(talk, later(1), claim(talk, later(1))[0], "20")
    assert (seen(11), seen(21), seen(5)) == ("q1", "q1", None)
    assert sight(21).is_crossed, "the next question waits to be sent"

    due = claim(talk, later(1))[0]
    assert seen(21) is None
    settle(talk, later(1), due, "22")
    assert (seen(21), seen(23)) == ("q1", "q2")
    assert (sight(21).is_crossed, sight(23).is_crossed) == (True, False)
    assert [asked("10"), asked("20"), asked("22"), asked("99")] == ["q1", None, "q2", None]

    talk.save(step, ask("q3"))
    doubted = claim(talk, later(1))[0]
    talk.db.write_now(lambda tx: outbox.put_off(tx, outbox_id=doubted.id, next_at=later(5), doubtful=True))
    assert seen(30) is None
    settle(talk, later(5), claim(talk, later(5))[0], "40")
    assert (seen(30), seen(41)) == (None, "q3"), "what was sent twice may have been answered after the first time"


def test_the_page_shows_the_latest_turn_and_nothing_waits_to_be_delivered(talk, later):
    held = talk.save(talk.begin("a session", "web"), ask("q1"))
    held = talk.save(held, Said(Outbound("Thank you.")), ask("q2"))

    shown = talk.db.read_now(lambda tx: outbox.messages_of_turn(tx, talk.vault, conversation_id=held.conversation.id))

    assert [message.prompt.about if message.prompt else "" for message in shown] == ["", "q2"]
    assert claim(talk, later(1)) == ()
    assert talk.db.read_now(lambda tx: outbox.oldest_waiting_at(tx, now=later(1))) is None
