"""Letters, mails, mailboxes, and addresses that get no more."""

from datetime import UTC, datetime, timedelta

import pytest

from feedback.conversation.messages import Outbound
from storage.messages import inbox, incoming_mail, mailbox_cursors, outbox, outgoing_mail, suppression_list
from storage.messages.inbox import RawMessage
from storage.messages.mailbox_cursors import StoredCursor
from storage.messages.outbox import Destination
from storage.messages.outgoing_mail import WrittenLetter
from storage.people import contacts, erasure, invitations, people
from storage.people.contacts import ContactEntry

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
WARD = invitations.InvitationTerms("ward", NOW)


class Office:
    """A database with Ada in a group, invited, and her letter waiting."""

    def __init__(self, db, vault):
        self.db, self.vault = db, vault
        db.write_now(
            lambda tx: contacts.bring_in(
                tx, vault, group="g", entries=[ContactEntry("ada@example.org", "Ada")], now=NOW
            )
        )
        self.made = db.write_now(lambda tx: invitations.invite_group(tx, vault, group="g", terms=WARD))[0]
        self.queue("invitation")

    def queue(self, kind):
        return self.do(
            outgoing_mail.queue_invitation,
            invitation_id=self.made.id,
            contact_id=self.made.contact_id,
            kind=kind,
            at=NOW,
        )

    def do(self, function, **given):
        return self.db.write_now(lambda tx: function(tx, **given))

    def open(self, function, **given):
        return self.db.write_now(lambda tx: function(tx, self.vault, **given))

    def due(self):
        return self.do(outgoing_mail.waiting, now=NOW, limit=9)

    def writes(self, name="letter1"):
        one = self.due()[0]
        written = WrittenLetter(name, f"<{name}@example.org>", "What did we ask?", "Subject: Hello\n\nWhat did we ask?")
        self.open(outgoing_mail.keep, one=one, written=written, now=NOW)
        self.do(outgoing_mail.start, outbox_id=one.outbox_id, now=NOW)
        return one


@pytest.fixture
def office(db, vault):
    return Office(db, vault)


def test_an_invitation_goes_out_once_however_often_it_is_asked_for(office):
    assert not office.queue("invitation")
    assert office.queue("reminder")
    assert [one.kind for one in office.due()] == ["invitation"]


def test_letters_are_left_to_their_own_loop(office, vault):
    assert office.open(outbox.claim_due, now=NOW, limit=9) == ()


def test_a_letter_is_the_same_at_every_try(office):
    one = office.writes()

    assert office.open(outgoing_mail.raw, outbox_id=one.outbox_id) == ("letter1", "Subject: Hello\n\nWhat did we ask?")
    assert office.due() == ()


def test_a_letter_is_found_by_its_token_its_id_and_the_name_its_provider_gave_it(office, vault):
    one = office.writes()
    office.open(outgoing_mail.settled, outbox_id=one.outbox_id, alias="<other@provider.example>")

    found = [
        office.open(outgoing_mail.by_token, token=vault.token_of("letter1")),
        office.open(outgoing_mail.by_id, letter_id="letter1"),
        office.open(outgoing_mail.by_alias, message_id="<other@provider.example>"),
        office.open(outgoing_mail.by_invitation, invitation_id=office.made.id),
    ]

    assert {letter.id for letter in found} == {"letter1"}
    assert found[0].sent == "What did we ask?"
    assert office.open(outgoing_mail.by_token, token="unknown") is None


def test_the_whole_mail_is_wiped_when_nobody_will_send_it_again(office):
    one = office.writes()
    office.open(outgoing_mail.settled, outbox_id=one.outbox_id)

    assert office.open(outgoing_mail.raw, outbox_id=one.outbox_id) == ("letter1", None)


def test_staff_see_what_became_of_each_letter(office):
    one = office.writes()
    office.do(outbox.sent, outbox_id=one.outbox_id, provider_id="q1", now=NOW)

    standing = office.do(outgoing_mail.standings, flow="ward", group="g")

    assert [(row.kind, row.state, row.sent_at) for row in standing] == [("invitation", "sent", NOW)]


def test_a_lookup_leads_from_a_contact(office, vault):
    contact = office.made.contact_id

    assert office.do(outgoing_mail.lookup_of, contact_id=contact) == vault.lookup("email", "ada@example.org")


def test_a_mail_waits_until_it_is_read_in_a_process_of_its_own(office, vault):
    office.open(inbox.accept, raw=RawMessage("email", "m1", "", "Subject: hi", NOW))
    unread = office.do(inbox.unread, limit=9)

    assert office.do(inbox.claim, limit=9) == ()

    office.open(inbox.keep_reading, waiting=unread[0], reading="{}")

    claimed = office.do(inbox.claim, limit=9)
    assert [row.id for row in claimed] == [unread[0].id]
    assert office.open(inbox.open_reading, waiting=claimed[0]) == "{}"
    assert office.do(inbox.unread, limit=9) == ()


def test_an_original_is_one_step_away_for_90_days(office, vault):
    mail = incoming_mail.IncomingMail(
        7, "auto-reply", "the raw mail", "what it said", NOW, "the words", message_id="<m@example.org>"
    )
    office.open(incoming_mail.keep, mail=mail)

    assert office.open(incoming_mail.is_known, copy="the words")
    assert not office.open(incoming_mail.is_known, copy="another")
    assert office.do(incoming_mail.count) == {"auto-reply": 1}
    assert office.do(incoming_mail.wipe_old, now=NOW + timedelta(days=89)) == 0
    assert office.do(incoming_mail.wipe_old, now=NOW + timedelta(days=91)) == 1


def test_a_folder_goes_on_where_it_was_left(office):
    office.do(mailbox_cursors.move_on, account="a", folder="INBOX", to=StoredCursor(7, 12))
    office.do(mailbox_cursors.move_on, account="a", folder="INBOX", to=StoredCursor(4_294_967_295, 13))
    office.do(mailbox_cursors.heard, account="a", folder="INBOX", at=NOW)
    office.do(mailbox_cursors.heard, account="a", folder="INBOX", at=None, fault="lost")

    assert office.do(mailbox_cursors.place, account="a", folder="INBOX") == StoredCursor(4_294_967_295, 13)
    assert office.do(mailbox_cursors.place, account="a", folder="Junk") == StoredCursor()
    standing = office.do(mailbox_cursors.standings)[0]
    assert (standing.folder, standing.listened_at, standing.fault) == ("INBOX", NOW, "lost")


def test_one_report_that_an_address_is_gone_ends_its_letters(office):
    office.do(suppression_list.failed, lookup=b"ada", klass="gone", now=NOW)

    assert office.do(suppression_list.why, lookup=b"ada") == "gone"
    assert office.do(suppression_list.count) == {"gone": 1}
    assert not office.do(suppression_list.lift, lookup=b"ada")


def test_who_stopped_the_letters_may_have_them_again_on_their_own_wish(office):
    for name, why in ((b"ada", "stop"), (b"bea", "complaint")):
        office.do(suppression_list.suppress, lookup=name, why=why, now=NOW)
        assert office.do(suppression_list.lift, lookup=name)
        assert not office.do(suppression_list.lift, lookup=name)
        assert office.do(suppression_list.why, lookup=name) == ""


def test_three_other_failures_in_a_month_end_letters_and_a_rule_of_theirs_never_does(office):
    for day in range(3):
        office.do(suppression_list.failed, lookup=b"rule", klass="policy", now=NOW + timedelta(days=day))
        office.do(suppression_list.failed, lookup=b"full", klass="full", now=NOW + timedelta(days=day))
        office.do(suppression_list.failed, lookup=b"rare", klass="full", now=NOW + timedelta(days=20 * day))

    assert [office.do(suppression_list.why, lookup=name) for name in (b"rule", b"full", b"rare")] == ["", "failing", ""]


def test_a_word_from_an_address_clears_its_failures(office):
    for day in (1, 2):
        office.do(suppression_list.failed, lookup=b"ada", klass="full", now=NOW + timedelta(days=day))
    office.do(suppression_list.arrived, lookup=b"ada")
    office.do(suppression_list.failed, lookup=b"ada", klass="full", now=NOW + timedelta(days=3))

    assert office.do(suppression_list.why, lookup=b"ada") == ""


def test_a_letter_that_came_back_counts_as_refused(office):
    one = office.writes()
    office.do(outbox.sent, outbox_id=one.outbox_id, provider_id="q1", now=NOW)

    assert office.do(suppression_list.bounced, outbox_id=one.outbox_id, klass="gone", now=NOW)
    assert not office.do(suppression_list.bounced, outbox_id=one.outbox_id, klass="gone", now=NOW)
    assert office.do(outgoing_mail.standings, flow="ward", group="g")[0].reason == "It came back: gone."


def test_an_erased_person_leaves_no_letter_and_no_mail(talk, office, vault):
    held = talk.begin()
    post = Destination("email", 1, NOW, held.conversation.id, held.person_id, office.made.contact_id)
    office.db.write_now(lambda tx: outbox.queue(tx, vault, post, [Outbound("Thank you, Ada")]))
    office.do(outbox.sent, outbox_id=office.writes().outbox_id, provider_id="q1", now=NOW)
    one = office.due()[0]
    office.open(
        outgoing_mail.keep, one=one, written=WrittenLetter("mine", "<mine@example.org>", "Thank you", "raw"), now=NOW
    )
    mail = incoming_mail.IncomingMail(
        9, "reply", "raw", "heard", NOW, "raw", conversation_id=held.conversation.id, person_id=held.person_id
    )
    office.open(incoming_mail.keep, mail=mail)
    assert office.open(incoming_mail.of_conversation, conversation_id=held.conversation.id)[0].original == "raw"

    office.open(erasure.erase, person_id=held.person_id, why="asked", now=NOW)

    assert office.open(incoming_mail.of_conversation, conversation_id=held.conversation.id) == ()
    assert office.open(outgoing_mail.by_id, letter_id="mine").sent is None


def test_a_contact_that_is_removed_leaves_its_letter_without_a_name(office):
    office.writes()
    office.open(erasure.remove_contact, contact_id=office.made.contact_id)

    assert office.open(outgoing_mail.by_id, letter_id="letter1").contact_id is None
    assert office.open(people.contact, contact_id=office.made.contact_id) is None


def test_a_refused_letter_is_written_anew_under_its_own_name(office):
    one = office.writes()
    office.do(outbox.refused, outbox_id=one.outbox_id, reason="It came back.", now=NOW)
    office.open(outgoing_mail.settled, outbox_id=one.outbox_id)

    assert office.do(outgoing_mail.queue_again, outbox_ids=[one.outbox_id], now=NOW) == 1
    (again,) = office.due()
    written = WrittenLetter("letter1", "<letter1@example.org>", "Again?", "Subject: Again")
    office.open(outgoing_mail.keep, one=again, written=written, now=NOW)

    assert (again.tries, again.first_tried_at, again.reason) == (0, None, "")
    assert office.open(outgoing_mail.raw, outbox_id=one.outbox_id) == ("letter1", "Subject: Again")
    assert office.open(outgoing_mail.by_id, letter_id="letter1").sent == "Again?"


def test_what_comes_back_again_and_again_stays_refused(office):
    one = office.writes()
    office.do(outbox.sent, outbox_id=one.outbox_id, provider_id="q1", now=NOW)
    office.do(suppression_list.bounced, outbox_id=one.outbox_id, klass="policy", now=NOW, fault="us")
    again = {"outbox_id": one.outbox_id, "now": NOW}

    assert not office.do(outgoing_mail.queue_own_again, most=1, **again)
    assert office.do(outgoing_mail.queue_own_again, most=2, **again)
