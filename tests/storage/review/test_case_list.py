"""What staff do with what people said: read, check, code, undo, answer, and tell what came of it."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select, update

from feedback.conversation.events import Answered, Commented, Consented, Distressed, PersonAsked
from feedback.flows.answer import Answer, Piece
from storage.accounts import members
from storage.audit import undo
from storage.audit.undo import Act, CannotUndo
from storage.conversations import response_rows, store
from storage.messages import outbox
from storage.people import erasure
from storage.review import case_list, codings, outcomes, overview, replies, texts, themes
from storage.review.case_list import CaseFilter
from storage.review.replies import NewReply
from storage.review.texts import TextSpan
from storage.review.themes import Wording
from storage.review.work import notes
from storage.subject_access import mydata
from storage.tables import conversations as conversation_table
from storage.tables import notes as note_rows
from storage.tables import staff_acts
from tests.storage.conftest import NOW, Talk

STORY = "Dr Hill was kind 👩‍👧. Ring me on 01632 960983."


class Team:
    """A member of staff who does things, each in a transaction of its own."""

    def __init__(self, talk: Talk, name: str = "Ada") -> None:
        self.talk, self.db, self.vault = talk, talk.db, talk.vault
        self.id = self.db.write_now(self._hire(name))

    def _hire(self, name):
        def job(tx):
            members.add(tx, self.vault, name=name, role="reviewer", now=NOW)
            return members.named(tx, name=name).member.id

        return job

    def does(self, work, conversation_id=None, at=NOW):
        """Do something as one act; return its id."""

        def job(tx):
            act = Act(tx, self.vault, by=self.id, what="did it", now=at, conversation_id=conversation_id)
            work(tx, act)
            return act.store()

        return self.db.write_now(job)

    def undoes(self, act_id):
        return self.db.write_now(lambda tx: undo.undo(tx, self.vault, act_id=act_id, by=self.id, now=NOW))

    def reads(self, work, **more):
        return self.db.read_now(lambda tx: work(tx, self.vault, **more))

    def texts(self, held):
        found = self.reads(texts.of_conversations, ids=[held.conversation.id])
        return found.get(held.conversation.id, ())

    def case(self, held):
        return self.db.read_now(lambda tx: case_list.case(tx, conversation_id=held.conversation.id))

    def finds(self, **wanted):
        found = self.db.read_now(lambda tx: case_list.cases(tx, wanted=CaseFilter(**wanted), limit=10))
        return [case.conversation_id for case in found]

    def theme(self, name, parent=None):
        made = []
        self.does(lambda tx, act: made.append(themes.add(tx, act, wording=Wording(name, parent_id=parent), now=NOW)))
        return made[0]

    def codes(self, text, theme_id, span=codings.WHOLE, memo=""):
        new = codings.NewCoding(span, NOW, memo)
        return self.does(
            lambda tx, act: codings.add(tx, self.vault, act, text=text, theme_id=theme_id, coding=new),
            text.conversation_id,
        )

    def coded(self, text):
        return self.reads(codings.of_texts, refs=[text.ref]).get(text.ref, ())


@pytest.fixture
def ada(talk) -> Team:
    return Team(talk)


def says(talk, *words, address="7001", channel="telegram", events=()):
    held = talk.begin(address, channel)
    first = Answer("answered", NOW, None, (Piece("1", words[0]),))
    more = [Commented(Piece(f"c{number}", said)) for number, said in enumerate(words[1:])]
    agreed = Consented("take_part", granted=True, wording="OK?")
    return talk.save(held, agreed, Answered("story", first), *more, *events, stage="finished")


def test_a_text_is_seen_as_it_came_and_by_others_only_once_it_was_checked(talk, ada):
    held = says(talk, STORY, "More words")
    story, more = ada.texts(held)
    assert (story.words, story.question, more.question, story.shown) == (STORY, "story", "", None)

    hidden = [TextSpan(0, 7, "name"), TextSpan(STORY.index("0"), len(STORY) - 1, "phone"), TextSpan(3, 5, "name")]
    act = ada.does(
        lambda _, act: texts.check(act, text=story, state="checked", hidden=hidden, now=NOW), held.conversation.id
    )

    checked = ada.reads(texts.with_ref, ref=story.ref)
    assert checked.shown == "[name] was kind 👩‍👧. Ring me on [phone]."
    assert checked.check.by == "Ada"
    ada.does(lambda _, act: texts.check(act, text=checked, state="kept back", hidden=(), now=NOW))
    assert ada.reads(texts.with_ref, ref=story.ref).shown is None
    with pytest.raises(CannotUndo, match="since"):
        ada.undoes(act)


def test_a_label_that_was_typed_is_no_text_and_waits_for_nobody(talk, ada):
    held = talk.begin()
    typed = Answer("answered", NOW, "o1", (Piece("1", "Good"),))
    agreed = Consented("take_part", granted=True, wording="OK?")
    talk.save(held, agreed, Answered("how", typed, has_own_words=False))

    assert (ada.texts(held), ada.finds(view="new"), ada.finds()) == ((), [], [])
    kept = ada.reads(
        lambda tx, vault: list(response_rows.responses(tx, vault, response_rows.ResponseFilter(words=True)))
    )
    assert kept[0].answers["how"].words == "Good"


@pytest.mark.parametrize("ref", ["", "a", "x1", "a²", "a99", "c99", "a-1", "a" + "9" * 30])
def test_a_name_of_no_text_leads_nowhere(ada, ref):
    assert ada.reads(texts.with_ref, ref=ref) is None


def test_words_said_before_consent_and_withdrawn_ones_are_nobodys_to_read(talk, ada):
    held = talk.begin()
    talk.save(held, Commented(Piece("c", "Said too early")), stage="consent", consents={})
    other = says(talk, "Take it back", address="7002")
    talk.save(talk.load(other), Consented("take_part", granted=False, wording="OK?"))

    assert ada.texts(held) == ()
    assert ada.finds() == []


def test_the_inbox_is_sorted_by_what_waits_and_filtered(talk, ada):
    quiet = says(talk, "All was well")
    flagged = says(talk, "I cannot go on", address="7002", events=(Distressed("suicide", "go on"),))
    asking = says(talk, "Help", address="7003", channel="web", events=(PersonAsked(may_contact=True),))
    theme = ada.theme("Support")
    ada.codes(ada.texts(quiet)[0], theme)
    taking = {"assigned_to": ada.id, "state": "read"}
    ada.does(lambda _, act: case_list.put(act, conversation_ids=[quiet.conversation.id], now=NOW, **taking))
    names = {held.conversation.id: name for held, name in ((quiet, "quiet"), (flagged, "flagged"), (asking, "asking"))}

    def found(**wanted):
        return {names[one] for one in ada.finds(**wanted)}

    assert found() == {"quiet", "flagged", "asking"}
    assert found(view="new") == {"flagged", "asking"}
    assert (found(view="flagged"), found(view="waiting")) == ({"flagged"}, {"asking"})
    assert (found(view="mine", staff_id=ada.id), found(view="mine", staff_id="other")) == ({"quiet"}, set())
    assert (found(channel="web"), found(state="read"), found(theme_ids=(theme,))) == ({"asking"}, {"quiet"}, {"quiet"})
    assert (found(flow="other"), found(language="cy"), found(since=NOW + timedelta(1))) == (set(), set(), set())
    assert found(until=NOW + timedelta(1), flow="ward") == {"quiet", "flagged", "asking"}
    assert ada.db.read_now(lambda tx: case_list.count(tx, wanted=CaseFilter())) == 3
    assert set(ada.db.read_now(lambda tx: case_list.ids(tx, wanted=CaseFilter(), limit=9))) == set(names)
    case = ada.case(flagged)
    assert (case.flags, case.is_waiting, case.state, ada.case(quiet).assigned_name) == (
        ("suicide",),
        False,
        "new",
        "Ada",
    )
    assert ada.db.read_now(overview.languages) == ("en",)


def test_the_inbox_goes_on_where_it_ended(talk, ada):
    for number in range(5):
        says(talk, "Words", address=f"70{number}")

    def page(after):
        return ada.db.read_now(lambda tx: case_list.cases(tx, wanted=CaseFilter(), limit=2, after=after))

    seen, after = [], None
    while found := page(after):
        seen += [case.conversation_id for case in found]
        after = (found[-1].heard_at, found[-1].conversation_id)
    assert len(set(seen)) == len(seen) == 5


def test_a_conversation_never_goes_back_to_an_earlier_state_by_itself(talk, ada):
    held = says(talk, "Words")
    one = held.conversation.id
    for to, state in (("coded", "coded"), ("read", "coded"), ("closed", "closed"), ("answered", "closed")):
        ada.does(lambda tx, act, to=to: case_list.move_on(tx, act, conversation_id=one, to=to, now=NOW), one)
        assert ada.case(held).state == state


def test_any_act_can_be_undone_in_any_order_that_does_not_conflict(talk, ada):
    held = says(talk, STORY)
    (text,) = ada.texts(held)
    support, process = ada.theme("Support"), ada.theme("Process")
    first = ada.codes(text, support, TextSpan(0, 7), "Kindness matters")
    second = ada.codes(text, process, TextSpan(3, 12))
    assert ada.codes(text, support, TextSpan(0, 7)) == ""
    assert sorted(coding.memo for coding in ada.coded(text)) == ["", "Kindness matters"]

    done = ada.undoes(first)

    assert (done.conversation_id, [coding.theme for coding in ada.coded(text)]) == (held.conversation.id, ["Process"])
    ada.undoes(second)
    assert ada.coded(text) == ()
    with pytest.raises(CannotUndo, match="already"):
        ada.undoes(first)
    with pytest.raises(CannotUndo):
        ada.undoes("no such act")
    latest = ada.db.read_now(lambda tx: undo.latest(tx, conversation_id=held.conversation.id, by=ada.id))
    assert [(done.by, done.is_undone) for done in latest] == [("Ada", True), ("Ada", True)]
    assert ada.db.read_now(lambda tx: undo.owner_of(tx, act_id=first)) == ada.id


def test_a_removed_row_comes_back_whole(talk, ada):
    held = says(talk, STORY)
    (text,) = ada.texts(held)
    theme = ada.theme("Support")
    ada.codes(text, theme, memo="Why")
    before = ada.coded(text)
    table = codings.codings
    gone = ada.does(lambda _, act: act.remove(table, {"id": before[0].id}), held.conversation.id)
    assert ada.coded(text) == ()

    ada.undoes(gone)

    assert ada.coded(text) == before
    assert ada.does(lambda _, act: act.remove(table, {"id": "none"})) == ""
    assert ada.reads(codings.with_id, coding_id=before[0].id) == before[0]
    assert before[0].conversation_id == held.conversation.id
    assert ada.reads(codings.everything) == before == ada.reads(codings.of_theme, theme_ids=[theme])


def test_themes_stand_under_each_other_are_merged_and_split(talk, ada):
    held = says(talk, STORY)
    (text,) = ada.texts(held)
    process = ada.theme("Process")
    support, listening = ada.theme("Support", process), ada.theme("Listening", process)
    ada.codes(text, support)
    ada.codes(text, listening)

    bea, (other,) = Team(talk, "Bea"), ada.texts(says(talk, "Hello", address="7002"))
    again = [bea.codes(text, support), bea.codes(text, support, TextSpan(0, 2)), bea.codes(other, listening)]

    known = ada.db.read_now(lambda tx: themes.in_use(tx, is_counted=True))
    assert [(one.name, one.depth, one.count, one.people) for one in known] == [
        ("Process", 0, 2, 2),
        ("Listening", 1, 2, 2),
        ("Support", 1, 1, 1),
    ]
    for act in again:
        bea.undoes(act)
    assert set(themes.with_parts(known, process)) == {process, support, listening}
    for wording in (Wording("Support"), Wording(""), Wording("Process", parent_id=listening)):
        with pytest.raises(themes.ThemeFault):
            ada.does(lambda tx, act, wording=wording: themes.change(tx, act, theme_id=process, wording=wording))
    with pytest.raises(themes.ThemeFault):
        ada.does(lambda tx, act: themes.merge(tx, act, theme_id=process, into=support))

    merged = ada.does(lambda tx, act: themes.merge(tx, act, theme_id=listening, into=support))
    assert [coding.theme for coding in ada.coded(text)] == ["Support"]
    assert ada.db.read_now(themes.taken_over) == {listening: support}
    ada.undoes(merged)
    assert {coding.theme for coding in ada.coded(text)} == {"Support", "Listening"}
    to = ada.theme("Being heard")
    ids = [coding.id for coding in ada.coded(text) if coding.theme == "Listening"]
    ada.does(lambda tx, act: themes.move(tx, act, coding_ids=ids, to=to))
    assert {coding.theme for coding in ada.coded(text)} == {"Support", "Being heard"}
    ada.does(lambda tx, act: themes.merge(tx, act, theme_id=process, into=to))
    assert [one.depth for one in ada.db.read_now(themes.in_use)] == [0, 1, 1]


def test_a_reply_waits_goes_the_persons_own_way_and_can_be_taken_back(talk, ada):
    held = says(talk, "Please answer")
    case = ada.case(held)
    new = NewReply("Thank you. We are looking into it.", ada.id, NOW)
    first = ada.db.write_now(lambda tx: replies.send(tx, ada.vault, case=case, new=new))
    second = ada.db.write_now(lambda tx: replies.send(tx, ada.vault, case=case, new=replace(new, words="Again")))

    def due(minutes):
        at = NOW + timedelta(minutes=minutes)
        return ada.db.write_now(lambda tx: outbox.claim_due(tx, ada.vault, now=at, limit=9))

    assert [message.kind for message in due(9) if message.outbound.text == new.words] == []
    taken = [ada.db.write_now(lambda tx: replies.take_back(tx, outbox_id=second, by=ada.id, now=NOW)) for _ in "ab"]
    (sent,) = [message for message in due(11) if message.outbound.text == new.words]
    assert (sent.address, sent.id, taken) == ("7001", first, [True, False])
    assert not ada.db.write_now(lambda tx: replies.take_back(tx, outbox_id=first, by=ada.id, now=NOW))
    assert [(one.words, one.state, one.is_waiting) for one in ada.reads(replies.of_conversation, case=case)] == [
        (new.words, "sending", False),
        ("Again", "taken back", False),
    ]
    assert ada.db.read_now(lambda tx: replies.conversation_of(tx, outbox_id=first)) == held.conversation.id


def test_a_reply_never_keeps_the_conversation_itself_waiting(talk, ada):
    held = says(talk, "Please answer")
    new = NewReply("Thank you.", ada.id, NOW)
    ada.db.write_now(lambda tx: replies.send(tx, ada.vault, case=ada.case(held), new=new))
    post = outbox.Destination("telegram", 9, NOW, held.conversation.id, held.person_id, held.contact_id)
    from feedback.conversation.messages import Outbound  # noqa: PLC0415 - beside its use

    ada.db.write_now(lambda tx: outbox.queue(tx, ada.vault, post, (Outbound("Question 2"),)))

    due = ada.db.write_now(lambda tx: outbox.claim_due(tx, ada.vault, now=NOW + timedelta(minutes=1), limit=9))

    assert [message.outbound.text for message in due] == ["Question 2"]


def test_somebody_who_does_not_want_it_or_cannot_be_reached_is_not_written_to(talk, ada):
    free = says(talk, "Words")
    asked = says(talk, "Words", address="7002", events=(PersonAsked(), PersonAsked(may_contact=True)))
    unwilling = says(talk, "Words", address="7003", events=(PersonAsked(may_contact=False),))
    gone = says(talk, "Words", address="7004")
    expired = update(conversation_table).where(conversation_table.c.id == gone.conversation.id)
    ada.db.write_now(lambda tx: tx.execute(expired.values(contact_id=None)))
    blocked = says(talk, "Words", address="7005")
    ada.db.write_now(lambda tx: store.people.set_blocked(tx, contact_id=blocked.contact_id, at=NOW))
    on_page = says(talk, "Words", address="7006", channel="web")

    def leave(held):
        return ada.db.read_now(lambda tx: replies.leave(tx, case=ada.case(held)))

    assert [(leave(held).fault, leave(held).said) for held in (free, asked)] == [("", None), ("", True)]
    assert "do not want" in leave(unwilling).fault
    assert "forgotten" in leave(gone).fault
    assert "blocked" in leave(blocked).fault
    assert replies.is_seen_at_once(ada.case(on_page))
    assert not replies.is_seen_at_once(ada.case(free))


def test_those_who_asked_are_told_once_and_the_share_is_counted_in_people(talk, ada):
    wants = (Consented("contact_next", granted=True, wording="May we?"),)
    held = says(talk, "Words", events=wants)
    says(talk, "More", events=wants)
    other = says(talk, "Words", address="7002", events=wants)
    changed = says(talk, "Words", address="7003", events=wants)
    talk.save(talk.load(changed), Consented("contact_next", granted=False, wording="May we?"))
    silent = says(talk, "Words", address="7004")
    theme = ada.theme("Support")
    for one in (held, changed, silent):
        ada.codes(ada.texts(one)[0], theme)
    made = []
    draft = outcomes.OutcomeDraft("did", "You said that nobody wrote back.", "We now write back.", theme, ada.id)
    ada.does(lambda _, act: made.append(outcomes.add(act, draft=draft, now=NOW)))

    def entry():
        return ada.db.read_now(lambda tx: outcomes.entries(tx, outcome_id=made[0]))[0]

    new = NewReply("We now write back.", ada.id, NOW, made[0])
    told = ada.db.write_now(lambda tx: outcomes.tell(tx, ada.vault, outcome=entry(), new=new))
    again = ada.db.write_now(lambda tx: outcomes.tell(tx, ada.vault, outcome=entry(), new=new))

    share = ada.db.read_now(outcomes.share_told)
    assert (len(told), len(again), entry().told, entry().theme, entry().owner) == (1, 0, 1, "Support", "Ada")
    assert (share.asked, share.told, share.percent) == (2, 1, 50)
    assert other.person_id != held.person_id
    back = ada.db.write_now(lambda tx: outcomes.take_back_all(tx, outcome_id=made[0], by=ada.id, now=NOW))
    assert (back, ada.db.read_now(outcomes.share_told).told) == (1, 0)
    ada.does(lambda _, act: outcomes.change(act, outcome_id=made[0], draft=replace(draft, theme_id=None)))
    assert ada.db.read_now(lambda tx: outcomes.audience(tx, outcome=entry())) == ()
    assert outcomes.InformedShare(0, 0).percent is None


def test_erasing_a_person_leaves_nothing_of_what_staff_wrote_about_them(talk, ada):
    held = says(talk, STORY)
    (text,) = ada.texts(held)
    case = ada.case(held)
    noting = ada.does(
        lambda tx, act: notes.add(tx, ada.vault, act, case=case, words="She is the chair", now=NOW),
        held.conversation.id,
    )
    ada.codes(text, ada.theme("Support"), memo="Why")
    assert [note.words for note in ada.reads(notes.of_conversation, case=case)] == ["She is the chair"]
    (told,) = ada.reads(mydata, person_id=held.person_id)["conversations"]
    assert [note["words"] for note in told["notes_by_staff"]] == ["She is the chair"]

    talk.db.write_now(lambda tx: erasure.erase(tx, talk.vault, person_id=held.person_id, why="asked", now=NOW))

    kept = talk.db.read_now(lambda tx: tx.execute(select(note_rows.c.words)).scalars().all())
    changes = select(staff_acts.c.changes).where(staff_acts.c.conversation_id.is_not(None))
    assert (kept, set(talk.db.read_now(lambda tx: tx.execute(changes).scalars()))) == ([None], {None})
    assert (ada.texts(held), ada.case(held), ada.reads(codings.everything)) == ((), None, ())
    with pytest.raises(CannotUndo):
        ada.undoes(noting)
