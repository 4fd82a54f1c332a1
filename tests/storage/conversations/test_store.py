"""One step is one transaction: the conversation, what was said, what we say, and the message that it came from."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sqlalchemy import func, select

from feedback.conversation.events import (
    Answered,
    Commented,
    Consented,
    Distressed,
    Erased,
    HelpShown,
    Moved,
    PersonAsked,
    Said,
)
from feedback.conversation.messages import Outbound, Prompt
from feedback.flows.answer import Answer, Piece
from storage.conversations import response_rows, store
from storage.conversations.store import StepResult
from storage.db import counters
from storage.db.errors import Stale
from storage.messages import inbox, outbox
from storage.people import erasure, people
from storage.tables import answers, consents, contacts, erasure_ledger, flags, person_requests, vault_keys
from storage.tables import people as person_table

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
GOODBYE = Said(Outbound("Everything you said is deleted.", kind="farewell"))


def ask(about):
    return Said(Outbound("Thank you.", Prompt(about, "How was it?", "text")))


def count(talk, table):
    return talk.db.read_now(lambda tx: tx.execute(select(func.count()).select_from(table)).scalar_one())


def read(talk, **wanted):
    return talk.db.read_now(
        lambda tx: tuple(response_rows.responses(tx, talk.vault, response_rows.ResponseFilter(**wanted)))
    )


def test_what_is_saved_is_what_is_loaded(talk):
    held = talk.answer(talk.begin(), "q1", ("o1", "o2"), "MARKER ’\ud83d")

    assert talk.load(held) == held


def test_one_step_stores_everything_that_happened(talk):
    inbox_id = talk.accept("m1")
    held = talk.begin()
    given = Answer("answered", NOW, "o1", (Piece("m1", "MARKER"),))
    events = (
        Consented("take_part", granted=True, wording="Is it OK?"),
        Answered("q1", given),
        Commented(Piece("m2", "by the way"), media="photo"),
        Distressed("self_harm_or_suicide", "MARKER"),
        HelpShown(),
        PersonAsked(),
        Moved("asking"),
        ask("q2"),
    )

    held = talk.save(held, *events, inbox_id=inbox_id, answers={"q1": given})
    talk.save(held, PersonAsked(may_contact=True))

    response = read(talk, words=True)[0]
    assert (response.flow, response.version, response.person) == ("ward", 2, held.person_id)
    assert response.answers == {"q1": given}
    assert response.consents == {"take_part": True}
    assert [(said.words, said.media) for said in response.comments] == [("by the way", "photo")]
    assert count(talk, flags) == 1
    assert count(talk, consents) == 1
    assert talk.db.read_now(lambda tx: tx.execute(select(person_requests.c.may_contact)).scalars().all()) == [True]
    assert talk.db.read_now(lambda tx: counters.total(tx, name=counters.HELP_SHOWN)) == 1
    assert talk.db.read_now(inbox.conservation).applied == 1


def test_a_message_that_was_applied_cannot_be_applied_again(talk):
    inbox_id = talk.accept("m1")
    held = talk.save(talk.begin(), ask("q1"), inbox_id=inbox_id)
    given = Answer("answered", NOW, "o1")

    with pytest.raises(Stale):
        talk.save(held, Answered("q1", given), inbox_id=inbox_id)

    assert count(talk, answers) == 0
    assert talk.load(held) == held


def test_a_step_from_an_old_view_of_the_conversation_is_refused(talk):
    old = talk.begin()
    new = talk.answer(old, "q1", "o1")

    with pytest.raises(Stale, match="moved on"):
        talk.answer(old, "q1", "o2")

    assert talk.load(old) == new


def test_a_new_revision_counts_and_the_old_one_stays_as_history(talk):
    held = talk.answer(talk.begin(), "q1", "o1", "first words")
    talk.answer(held, "q1", "o2", "second words", revision=2)

    response = read(talk, words=True, history=True)[0]
    bare = read(talk)[0]

    assert response.answers["q1"].words == "second words"
    assert [(q, a.value, a.words) for q, a in response.history] == [
        ("q1", "o1", "first words"),
        ("q1", "o2", "second words"),
    ]
    assert (bare.answers["q1"].value, bare.answers["q1"].pieces, bare.history) == ("o2", (), ())


def test_an_edited_comment_is_a_new_revision_of_it(talk):
    held = talk.save(talk.begin(), Commented(Piece("m1", "first")))
    talk.save(held, Commented(Piece("m1", "second"), is_edit=True))

    assert [(said.words, said.revision) for said in read(talk, words=True)[0].comments] == [("second", 2)]


def test_words_said_before_consent_are_held_back_until_there_is_one(talk):
    held = talk.save(talk.begin(), Commented(Piece("m1", "MARKER")), consents={})
    assert read(talk, words=True)[0].comments == ()

    talk.save(held, Consented("take_part", granted=True, wording="OK?"), consents={"take_part": True})

    assert [said.words for said in read(talk, words=True)[0].comments] == ["MARKER"]


def test_the_sender_of_a_message_leads_to_the_open_conversation_or_the_latest(talk, later):
    def sender():
        lookup = talk.vault.lookup("telegram", "7001")
        return talk.db.read_now(lambda tx: store.for_sender(tx, talk.vault, channel="telegram", sender=lookup))

    assert sender() == store.Correspondent()
    first = talk.begin()
    assert sender() == store.Correspondent(first.contact_id, first)

    talk.save(first, Moved("finished"), stage="finished")
    second = talk.begin(at=later(5))
    assert second.person_id == first.person_id
    assert sender().held == second
    talk.save(second, Moved("stopped"), stage="stopped")
    assert sender().held.conversation.id == second.conversation.id


def test_silence_becomes_due_when_its_time_has_come(talk, later):
    held = talk.begin()
    step = StepResult(held.conversation, (), NOW, due_at=later(10))
    talk.db.write_now(lambda tx: store.save(tx, talk.vault, held=held, step=step))

    def due(at):
        return talk.db.write_now(lambda tx: store.due(tx, now=at, limit=5))

    assert due(later(9)) == ()
    assert due(later(10)) == (held.conversation.id,)
    talk.db.write_now(lambda tx: store.put_off(tx, conversation_id=held.conversation.id, due_at=None))
    assert due(later(99)) == ()


def test_those_who_wait_for_us_after_a_gap_are_known(talk, later):
    talk.begin("long ago", at=later(-900))
    asked = talk.begin("ada")
    talk.save(talk.begin("bea"), Moved("finished"), stage="finished")
    talk.begin("cal", "web")

    def waiting(since, before):
        times = {"heard_since": later(since), "heard_before": later(before)}
        return talk.db.read_now(lambda tx: store.open_on(tx, channel="telegram", **times))

    assert waiting(-60, 60) == (asked.conversation.id,)
    assert waiting(-60, 0) == ()


def test_a_return_code_carries_the_person_to_another_channel(talk):
    held = talk.save(talk.begin("a session", "web"), ask("q1"))
    other = talk.begin("7001", "telegram")
    found = talk.db.read_now(lambda tx: people.by_code(tx, talk.vault, code=held.conversation.code.lower()))
    assert (found.person_id, found.conversation_id) == (held.person_id, held.conversation.id)

    def come_back(tx):
        people.move_contact(tx, contact_id=other.contact_id, person_id=found.person_id, now=NOW)
        before = store.load(tx, talk.vault, conversation_id=found.conversation_id)
        after = replace(before.conversation, channel="telegram")
        step = StepResult(after, (ask("q1"),), NOW, contact_id=other.contact_id)
        return store.save(tx, talk.vault, held=before, step=step)

    moved = talk.db.write_now(come_back)

    assert talk.load(held) == moved
    assert moved.contact_id == other.contact_id
    due = talk.db.write_now(lambda tx: outbox.claim_due(tx, talk.vault, now=NOW, limit=9))
    assert [one.address for one in due] == ["7001"]
    assert talk.db.read_now(lambda tx: people.by_code(tx, talk.vault, code="0000-0000-0000")) is None


def test_an_expired_link_leaves_a_person_nobody_can_write_to(talk, later):
    held = talk.begin()
    talk.db.write_now(lambda tx: people.set_link_expiry(tx, person_id=held.person_id, at=later(5)))

    assert talk.db.write_now(lambda tx: erasure.expire_links(tx, talk.vault, now=later(4))) == 0
    assert talk.db.write_now(lambda tx: erasure.expire_links(tx, talk.vault, now=later(5))) == 1

    assert talk.load(held).contact_id is None
    assert count(talk, contacts) == 0
    assert talk.begin().person_id != held.person_id


def test_who_asks_to_be_erased_leaves_only_a_withdrawn_answer_and_a_last_word_on_its_way(talk):
    held = talk.answer(talk.begin(), "q1", "o1", "MARKER")
    held = talk.save(held, Commented(Piece("m2", "MARKER")), Distressed("harm_to_others", "MARKER"), ask("q2"))
    earlier = talk.db.read_now(lambda tx: tx.execute(select(vault_keys.c.owner)).scalars().all())

    talk.save(held, Moved("deleted"), Erased("asked"), GOODBYE, stage="deleted")

    assert talk.load(held) is None
    assert read(talk, words=True) == ()
    kept = talk.db.read_now(lambda tx: tx.execute(select(answers.c.state, answers.c.value, answers.c.words)).all())
    assert kept == [("withdrawn", None, None)]
    assert count(talk, contacts) == 0
    assert count(talk, erasure_ledger) == 1
    left = talk.db.read_now(lambda tx: tx.execute(select(vault_keys.c.owner)).scalars().all())
    assert set(earlier) - set(left) == {held.person_id, held.contact_id}

    due = talk.db.write_now(lambda tx: outbox.claim_due(tx, talk.vault, now=NOW, limit=9))
    assert [(one.address, one.kind, one.outbound) for one in due] == [("7001", "farewell", GOODBYE.outbound)]
    talk.db.write_now(lambda tx: outbox.sent(tx, outbox_id=due[0].id, provider_id="9", now=NOW))
    bodies = talk.db.read_now(
        lambda tx: tx.execute(select(func.count(outbox.outbox.c.body), func.count(outbox.outbox.c.address))).one()
    )
    assert tuple(bodies) == (0, 0)


def test_who_does_not_consent_again_keeps_what_they_agreed_to_before(talk, later):
    first = talk.answer(talk.begin(), "q1", "o1", "MARKER")
    talk.save(first, Moved("finished"), stage="finished")
    second = talk.begin(at=later(5))

    talk.save(second, Erased("no consent"), GOODBYE, stage="declined")

    kept, declined = read(talk, words=True)
    assert kept.answers["q1"].words == "MARKER"
    assert (declined.stage, dict(declined.answers)) == ("declined", {})
    assert count(talk, contacts) == 1


def test_who_never_consented_is_erased_whole(talk):
    held = talk.begin()
    talk.save(held, Erased("no consent"), GOODBYE, stage="declined")

    erased_at = talk.db.read_now(lambda tx: tx.execute(select(person_table.c.erased_at)).scalar_one())
    assert erased_at == NOW
    assert count(talk, contacts) == 0
    assert [response.stage for response in read(talk)] == ["declined"]


def test_a_web_page_can_show_the_last_word_until_it_is_forgotten(talk, later):
    held = talk.save(talk.begin("a session", "web"), Erased("asked"), GOODBYE, stage="deleted")
    conversation_id = held.conversation.id

    def shown():
        return talk.db.read_now(lambda tx: store.turn_messages(tx, talk.vault, conversation_id=conversation_id))

    assert shown() == (GOODBYE.outbound,)
    assert talk.db.write_now(lambda tx: outbox.forget_farewells(tx, before=later(1))) == 1
    assert shown() == ()


def test_many_responses_come_in_order_a_few_hundred_at_a_time(talk, later, monkeypatch):
    monkeypatch.setattr(response_rows, "_TOGETHER", 2)
    started = [talk.begin(f"person {number}", at=later(number // 2)) for number in range(5)]

    found = read(talk, flow="ward")

    assert {one.conversation for one in found} == {held.conversation.id for held in started}
    assert [one.started_at for one in found] == sorted(one.started_at for one in found)
    assert read(talk, flow="other") == ()


def test_after_erasure_the_key_is_in_no_byte_of_the_files(sqlite_db, vault, tmp_path):
    sqlite_db.write_now(lambda tx: vault.seal(tx, "ada", "answer.words", "MARKER"))
    find = select(vault_keys.c.wrapped).where(vault_keys.c.owner == "ada")
    wrapped = sqlite_db.read_now(lambda tx: tx.execute(find).scalar_one())

    def files():
        return b"".join(path.read_bytes() for path in tmp_path.glob("sayso.db*"))

    assert wrapped in files()
    sqlite_db.write_now(lambda tx: vault.forget(tx, "ada"))
    sqlite_db.checkpoint()

    assert wrapped not in files()
