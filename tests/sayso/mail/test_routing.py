"""Each mail goes where it belongs: to its conversation, to its own, or to the file of what is no feedback."""

import pytest

from config.load import load_flows, load_words
from mail.reader.pool import NoReaders, Unreadable
from sayso.core.flow_registry import FlowRegistry
from sayso.mail.opting_out import OptOut
from storage.messages import incoming_mail
from storage.people import invitations, people
from storage.people.invitations import InvitationTerms
from tests.sayso.mail_service import OURS, MailService, bounce, complaint, fresh, reply

ALL = "1. yes\n2. yes\n3. It is white"


@pytest.fixture
def room(house):
    words = load_words()
    with house.store() as opened:
        yield MailService(opened, FlowRegistry(load_flows(house.folder / "flows", words), words, "tea"))


@pytest.fixture
async def letter(room):
    """The letter that Ada got."""
    room.invites("ada@example.org")
    return (await room.posts())[0]


async def test_an_answered_letter_fills_the_conversation_and_is_thanked_once(room, letter):
    thanks = await room.gets(reply(letter, ALL))

    assert room.answers() == [{"milk": "yes", "why": "It is white"}]
    assert [one.to for one in thanks] == ["ada@example.org"]
    assert "Thank you" in thanks[0].text
    assert "It is white" not in thanks[0].text
    assert thanks[0].mail["In-Reply-To"] == letter.mail["Message-ID"]
    assert thanks[0].mail["Auto-Submitted"] == "auto-replied"
    assert room.conservation().applied == 1


async def test_what_is_left_is_asked_in_the_letter_back_and_answered_by_its_own_numbers(room, letter):
    (more,) = await room.gets(reply(letter, "1. yes\n2. no"))

    assert "Why is that?" in more.text
    await room.gets(reply(more, "It is too hot"))
    assert room.answers() == [{"milk": "no", "why": "It is too hot"}]


async def test_answers_without_consent_are_held_and_count_after_a_yes(room, letter):
    (asked,) = await room.gets(reply(letter, "2. yes\n3. It is white"))

    assert room.responses() == () or room.responses()[0].stage == "consent"
    await room.gets(reply(asked, "Yes"))
    assert room.answers() == [{"milk": "yes", "why": "It is white"}]


@pytest.mark.parametrize("words", ["yh thats fine", "Yes, thats ok by me thanks"])
async def test_a_yes_in_any_words_alone_is_the_yes_to_keeping_answers(room, letter, words):
    await room.gets(reply(letter, words))

    assert [one.stage for one in room.responses()] == ["asking"]


async def test_a_yes_alone_is_the_yes_to_keeping_answers(room, letter):
    (more,) = await room.gets(reply(letter, "Yes.\n\nSent from my iPhone"))

    assert "Is it OK to keep" not in more.text
    assert "1. Do you take milk?" in more.text
    assert room.comments() == []


async def test_a_yes_to_a_letter_with_help_is_the_yes_that_it_speaks_of(room, letter):
    (help_,) = await room.gets(reply(letter, "I want to kill myself"))
    assert "To let us keep your words, reply Yes." in help_.text
    assert await room.gets(reply(help_, "no")) != []
    (more,) = await room.gets(reply(help_, "Yes"))

    assert "I want to kill myself" in room.comments()
    assert [one.stage for one in room.responses()] == ["asking"]
    assert "Is it OK to keep" not in more.text


async def test_a_no_alone_is_taken_as_no_and_asks_nothing_again(room, letter):
    (last,) = await room.gets(reply(letter, "no thanks"))

    assert "That is fine." in last.text
    assert "The questions" not in last.text
    assert [one.stage for one in room.responses()] == ["declined"]


async def test_a_second_reply_corrects_the_first(room, letter):
    await room.gets(reply(letter, ALL))
    await room.gets(reply(letter, "2. no"))

    assert room.answers() == [{"milk": "no", "why": "It is white"}]


async def test_the_same_mail_twice_counts_once_whatever_servers_wrote_on_it(room, letter):
    mail = reply(letter, f"Good morning\n\n{ALL}")
    await room.gets(mail, b"Received: from mx.example.org\r\n" + mail)

    assert room.conservation().duplicate == 1
    assert len(room.comments()) <= 1


async def test_a_reply_from_elsewhere_is_a_conversation_of_its_own(room, letter):
    await room.gets(reply(letter, ALL))
    await room.gets(reply(letter, "1. yes\n2. no\n3. I had it from Ada", sender="bea@example.org"))

    assert sorted(str(found["why"]) for found in room.answers()) == ["I had it from Ada", "It is white"]
    assert len({response.person for response in room.responses()}) == 2


async def test_a_letter_to_somebody_else_refers_to_none_of_adas(room, letter):
    (asked,) = await room.gets(reply(letter, "I had it from Ada", sender="bea@example.org"))

    assert (asked.to, asked.mail["In-Reply-To"], asked.mail["References"]) == ("bea@example.org", None, None)


async def test_a_mail_in_adas_name_without_a_token_never_joins_ada(room, letter):
    await room.gets(reply(letter, ALL))
    (asked,) = await room.gets(fresh("I never said that", "ada@example.org"))
    await room.gets(reply(asked, "1. yes"))

    ada = next(response for response in room.responses() if response.answers)
    assert ada.comments == ()
    assert "I never said that" in room.comments()
    assert len({response.person for response in room.responses()}) == 2


async def test_whoever_writes_first_is_asked_for_a_yes_and_then_for_the_rest(room):
    (asked,) = await room.gets(fresh("The tea was cold", "cal@example.org"))

    assert asked.to == "cal@example.org"
    assert "Is it OK to keep your answers?" in asked.text
    assert "Do you take milk?" not in asked.text
    (more,) = await room.gets(reply(asked, "1. yes"))
    assert "Do you take milk?" in more.text
    assert room.comments() == ["The tea was cold"]


async def test_stop_acts_at_once_and_is_confirmed_once(room, letter):
    last = await room.gets(reply(letter, "STOP"))

    assert room.stopped() == {"stop": 1}
    assert ["You will get no more letters" in one.text for one in last] == [True]
    assert await room.gets(reply(letter, "stop", Message_ID="<other@example.org>")) == []
    room.reminds()
    assert await room.posts() == []


async def test_an_empty_mail_whose_subject_is_stop_stops(room, letter):
    await room.gets(reply(letter, "", Subject="STOP"))

    assert room.stopped() == {"stop": 1}


async def test_stop_in_the_middle_of_a_talk_stops_the_reminders_too(room, letter):
    await room.gets(reply(letter, "1. yes\n2. no"))
    await room.gets(reply(letter, "Unsubscribe"))
    room.waits(days=5)

    assert await room.hears_silence() == []


async def test_please_stop_inside_a_comment_is_a_comment(room, letter):
    await room.gets(reply(letter, f"{ALL}\n\nPlease stop changing the times of the meetings."))

    assert room.stopped() == {}


async def test_stop_without_a_token_asks_that_address_first(room, letter):
    (sure,) = await room.gets(fresh("stop", "ada@example.org"))

    assert room.stopped() == {}
    assert "If that was you, reply STOP" in sure.text
    await room.gets(reply(sure, "STOP"))
    assert room.stopped() == {"stop": 1}
    assert await room.gets(fresh("stop", "nobody@example.org")) == []


async def test_stop_from_another_address_of_adas_acts_at_once(room, letter):
    (told,) = await room.gets(reply(letter, "STOP", sender="ada.lovelace@example.com"))

    assert (told.to, room.stopped()) == ("ada@example.org", {"stop": 1})


async def test_stop_of_somebody_whom_we_write_to_is_about_themselves(room, letter):
    room.invites("bea@example.org")
    await room.posts()
    (sure,) = await room.gets(reply(letter, "STOP", sender="bea@example.org"))

    assert (sure.to, room.stopped()) == ("bea@example.org", {})


async def test_stop_from_elsewhere_that_only_refers_to_a_letter_asks_whom_it_was_written_to(room, letter):
    (sure,) = await room.gets(reply(letter, "STOP", sender="someone@example.net", To=OURS))

    assert (sure.to, room.stopped()) == ("ada@example.org", {})


async def test_a_letter_forwarded_to_an_address_that_is_gone_came_back_but_ada_is_not_gone(room, letter):
    await room.gets(bounce(letter).replace(b"rfc822; ada@example.org", b"rfc822; ada.old@example.net"))

    assert room.states() == [("refused", "It came back: unknown.")]
    assert room.stopped() == {}


async def test_of_two_letters_in_one_mail_it_answers_the_senders_own(room, letter):
    room.invites("bea@example.org")
    (other,) = await room.posts()
    await room.gets(reply(letter, "1. yes\n2. no\n3. Mine", sender="bea@example.org", Cc=other.reply_to))

    (response,) = room.responses()
    assert response.person == room.open(people.person_of_address, channel="email", address="bea@example.org")


async def test_the_button_of_a_mail_program_stops_the_letters(room, letter):
    token = letter.reply_to.partition("+")[2].partition("@")[0]

    assert room.do(OptOut(room.conversations).stop_by_link, token=token, now=room.now)
    assert not room.do(OptOut(room.conversations).stop_by_link, token="a" * 26, now=room.now)
    assert room.stopped() == {"stop": 1}


async def test_delete_by_mail_deletes_after_one_question(room, letter):
    await room.gets(reply(letter, ALL))
    (sure,) = await room.gets(reply(letter, "DELETE"))
    last = await room.gets(reply(sure, "Yes, delete it all"))

    assert room.answers() == []
    assert "We have deleted everything" in last[0].text


async def test_help_is_answered_with_help_and_nothing_else(room, letter):
    (help_,) = await room.gets(reply(letter, "HELP"))

    assert "999" in help_.text
    assert "The questions" not in help_.text


async def test_an_automatic_reply_is_kept_and_nobody_answers_it(room, letter):
    sent = await room.gets(reply(letter, "I am away", Auto_Submitted="auto-replied"))

    assert sent == []
    assert (room.conservation().not_feedback, room.kinds()) == (1, {"auto-reply": 1})


async def test_a_letter_that_came_back_is_known_and_its_address_gets_no_more(room, letter):
    await room.gets(bounce(letter))

    assert room.states() == [("refused", "It came back: gone.")]
    assert room.stopped() == {"gone": 1}


async def test_a_delay_is_no_failure(room, letter):
    await room.gets(bounce(letter, "4.4.1"))

    assert room.states() == [("sent", "")]
    assert room.stopped() == {}


async def test_a_bounce_without_our_token_says_nothing_about_anybody(room, letter):
    forged = bounce(letter).replace(letter.sender.encode(), OURS.encode())
    forged = forged.replace(letter.mail["Message-ID"].encode(), b"<made-up@example.org>")
    await room.gets(forged)

    assert room.states() == [("sent", "")]
    assert room.stopped() == {}


async def test_a_complaint_stops_the_letters(room, letter):
    assert await room.gets(complaint(letter)) == []
    assert room.stopped() == {"complaint": 1}


async def test_junk_is_heard_only_where_it_answers_a_letter(room, letter):
    assert await room.gets(fresh("Buy this", "spam@example.org"), is_junk=True) == []
    await room.gets(reply(letter, ALL), is_junk=True)

    assert room.answers() == [{"milk": "yes", "why": "It is white"}]


async def test_a_mail_that_goes_in_circles_is_not_answered(room):
    circle = b"Received: from a\r\n" * 30 + fresh("Hello there", "ada@example.org")

    assert await room.gets(circle) == []
    assert room.conservation().not_feedback == 1


async def test_a_picture_alone_is_thanked_for_and_not_kept(room, letter):
    await room.gets(reply(letter, ALL))
    mail = reply(letter, "", Message_ID="<picture@example.org>")
    picture = mail.replace(b"Content-Type: text/plain", b"Content-Type: image/png; name=a.png\r\nX-Was: text/plain")

    (thanks,) = await room.gets(picture)

    assert "We found no words in your letter itself." in thanks.text
    assert "We could not read: picture." in thanks.text


@pytest.mark.slow
async def test_one_question_a_letter_goes_step_by_step(room):
    room.invites("ada@example.org", is_series=True)
    (first,) = await room.posts()
    assert "Do you take milk?" not in first.text

    (second,) = await room.gets(reply(first, "Yes"))
    (third,) = await room.gets(reply(second, "No, never"))
    (check,) = await room.gets(reply(third, "It is too hot"))
    await room.gets(reply(check, "Yes, that is right"))

    assert "Do you take milk?" in second.text
    assert room.answers() == [{"milk": "no", "why": "It is too hot"}]


async def test_a_mail_to_a_printed_link_begins_its_flow(room):
    made = room.open(invitations.print_links, terms=InvitationTerms("tea", room.now), count=1)[0]
    to = f"feedback+{made.token}@example.org"

    (asked,) = await room.gets(fresh("Hello", "cal@example.org").replace(OURS.encode(), to.encode()))

    assert "Do you take milk?" in asked.text


async def test_a_mail_that_cannot_be_read_is_set_aside_after_three_tries_and_the_others_go_on(room, letter):
    class Never:
        async def understand(self, raw):
            if b"poison" in raw:
                raise Unreadable("memory")
            return await type(room.readers)().understand(raw)

        hear = room.readers.hear

    room.mail_reader._readers = Never()

    await room.gets(fresh("poison", "ada@example.org"), reply(letter, ALL))

    assert room.conservation().quarantined == 1
    assert room.answers() == [{"milk": "yes", "why": "It is white"}]


async def test_no_mail_is_blamed_when_the_reading_process_cannot_start(room, letter):
    room.readers.fault = NoReaders("It did not start.")
    with pytest.raises(NoReaders):
        await room.gets(reply(letter, ALL))

    await room.reads()

    assert room.answers() == [{"milk": "yes", "why": "It is white"}]


async def test_the_original_is_one_step_away_and_names_nobody_in_the_open(room, letter):
    await room.gets(reply(letter, ALL))
    (conversation,) = [response.conversation for response in room.responses()]

    (kept,) = room.open(incoming_mail.of_conversation, conversation_id=conversation)

    assert kept.is_verified
    assert "It is white" in kept.original
    assert kept.grade in ("exact", "likely")


async def test_until_there_is_a_yes_only_the_yes_is_asked_for_again(room, letter):
    (privacy,) = await room.gets(reply(letter, "PRIVACY"))
    (asked,) = await room.gets(reply(letter, "2. yes"))

    for back in (privacy, asked):
        assert "Is it OK to keep your answers?" in back.text
        assert "Do you take milk?" not in back.text
    assert len(privacy.text.partition("In danger now?")[0].split()) < 105
    (rest,) = await room.gets(reply(asked, "Yes"))
    assert "Why is that?" in rest.text


async def test_the_numbers_for_help_follow_the_nation_of_the_person_in_every_letter(room):
    room.invites("ada@example.org", nation="scotland")
    (letter,) = await room.posts()
    (thanks,) = await room.gets(reply(letter, ALL))
    (help_,) = await room.gets(reply(thanks, "HELP"))

    for one in (letter, help_):
        assert "NHS 24" in one.text
        assert "NHS 111" not in one.text


async def test_a_forwarded_letter_that_somebody_else_answers_still_waits_for_whom_it_was_written_to(room, letter):
    await room.gets(reply(letter, ALL, sender="bea@example.org"))
    assert [one.used_at for one in room.standings()] == [None]
    room.waits(days=4)
    room.reminds()
    assert [(one.to, one.mail["Subject"][:4]) for one in await room.posts()] == [("ada@example.org", "Your")]

    await room.gets(reply(letter, ALL))
    assert all(one.used_at for one in room.standings())
