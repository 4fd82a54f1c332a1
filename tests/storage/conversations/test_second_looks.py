"""The second look reads every text once for each encoder, and flags none twice, whatever is cut off in between."""

from datetime import timedelta

from sqlalchemy import select

from feedback.conversation.events import Answered, Commented, Distressed
from feedback.flows.answer import Answer, Piece
from storage.conversations import second_looks
from storage.conversations.second_looks import TAG, UnreadConversation
from storage.people import erasure
from storage.tables import flags
from tests.storage.conftest import NOW

SINCE, BEFORE = NOW - timedelta(days=1), NOW + timedelta(days=1)


def unread(talk, encoder: str = "e1", **between) -> tuple[UnreadConversation, ...]:
    span = {"since": SINCE, "before": BEFORE} | between
    return talk.db.read_now(lambda tx: second_looks.unread(tx, talk.vault, encoder=encoder, limit=9, **span))


def looked(talk, found: UnreadConversation, *flagged: str, encoder: str = "e1") -> bool:
    def job(tx):
        return second_looks.looked(tx, talk.vault, encoder=encoder, found=found, flagged=flagged, now=NOW)

    return talk.db.write_now(job)


def tags(talk) -> list[str]:
    return talk.db.read_now(lambda tx: list(tx.execute(select(flags.c.tag).order_by(flags.c.id)).scalars()))


def said(talk, held, words: str, message: str = "m1", **changes):
    return talk.save(held, Commented(Piece(message, words)), **changes)


def test_answers_and_comments_in_words_are_read_in_their_order(talk):
    held = talk.answer(talk.begin(), "q1", words="first")
    said(talk, held, "second")

    (found,) = unread(talk)

    assert (found.texts, found.before) == (("first", "second"), None)


def test_words_that_wait_for_a_yes_are_read_too(talk):
    said(talk, talk.begin(), "before a yes", consents={}, stage="consent")

    assert [found.texts for found in unread(talk)] == [("before a yes",)]


def test_what_was_picked_and_what_only_repeats_a_label_is_no_text(talk):
    held = talk.answer(talk.begin(), "q1", "o1")
    given = Answer("answered", NOW, "o2", (Piece("m2", "Yes"),))
    talk.save(held, Answered("q2", given, has_own_words=False))

    assert [found.texts for found in unread(talk)] == [()]


def test_what_was_read_is_not_read_again_and_what_comes_later_is(talk):
    held = said(talk, talk.begin(), "first")
    assert looked(talk, unread(talk)[0])
    assert unread(talk) == ()

    said(talk, held, "second", "m2")

    assert [found.texts for found in unread(talk)] == [("second",)]


def test_a_text_is_flagged_with_the_mark_that_it_was_read(talk):
    said(talk, talk.begin(), "nobody would notice")

    assert looked(talk, unread(talk)[0], "nobody would notice")
    assert (tags(talk), unread(talk)) == ([TAG], ())


def test_two_services_that_read_the_same_text_flag_it_once(talk):
    held = said(talk, talk.begin(), "first")
    (slow,) = unread(talk)
    said(talk, held, "second", "m2")
    (quick,) = unread(talk)

    assert looked(talk, quick, "first", "second")
    assert not looked(talk, slow, "first")
    assert not looked(talk, quick, "first", "second")
    assert tags(talk) == [TAG, TAG]


def test_the_quicker_of_two_that_go_on_from_the_same_mark_wins(talk):
    held = said(talk, talk.begin(), "first")
    looked(talk, unread(talk)[0])
    held = said(talk, held, "second", "m2")
    (one,) = unread(talk)
    said(talk, held, "third", "m3")
    (other,) = unread(talk)

    assert looked(talk, one, "second")
    assert not looked(talk, other, "second", "third")
    assert [found.texts for found in unread(talk)] == [("third",)]


def test_another_encoder_reads_everything_again_and_flags_nothing_twice(talk):
    held = said(talk, talk.begin(), "first")
    said(talk, held, "second", "m2")
    looked(talk, unread(talk)[0], "first")

    (again,) = unread(talk, "e2")

    assert again.texts == ("first", "second")
    assert looked(talk, again, "first", "second", encoder="e2")
    assert tags(talk) == [TAG, TAG]
    assert unread(talk, "e2") == ()


def test_nothing_is_noted_of_somebody_who_was_erased_meanwhile(talk):
    held = said(talk, talk.begin(), "first")
    (found,) = unread(talk)
    talk.db.write_now(lambda tx: erasure.erase(tx, talk.vault, person_id=held.person_id, why="asked", now=NOW))

    assert not looked(talk, found, "first")
    assert (tags(talk), unread(talk)) == ([], ())


def test_only_those_heard_between_two_moments_are_read(talk):
    said(talk, talk.begin(), "first")

    assert unread(talk, since=NOW + timedelta(hours=1)) == ()
    assert unread(talk, before=NOW - timedelta(hours=1)) == ()


def test_a_flag_of_the_first_look_stays_as_it_is(talk):
    held = talk.save(talk.begin(), Distressed("self_harm_or_suicide", "die"), Commented(Piece("m1", "i want to die")))
    looked(talk, unread(talk)[0])

    assert (held.turn, tags(talk)) == (1, ["self_harm_or_suicide"])
