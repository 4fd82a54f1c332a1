"""The measure itself: the made-up replies are the same every time, and cover what they say they cover."""

from email import message_from_bytes

import pytest
from mail_replies.clients import CLIENTS
from mail_replies.judge import judge
from mail_replies.languages import LANGUAGES
from mail_replies.make import Reply, replies, reply
from mail_replies.positions import POSITIONS

from mail.model.expected_answers import ItemReply, ParsedReply


@pytest.mark.slow
def test_a_few_hundred_replies_cover_every_program_language_position_and_form():
    made = list(replies(300))

    assert {one.client for one in made} == {client.name for client in CLIENTS}
    assert {one.language for one in made} == {language.code for language in LANGUAGES}
    assert len({one.position for one in made}) == len(POSITIONS)
    assert {one.form for one in made} == {"text", "html", "both"}
    assert len({one.raw for one in made}) == 300


def test_a_seed_always_makes_the_same_reply():
    assert reply(17) == reply(17)


@pytest.mark.slow
def test_every_typed_word_stands_in_the_mail():
    for one in replies(64):
        mail = message_from_bytes(one.raw)
        bodies = [part.get_payload(decode=True) for part in mail.walk() if not part.is_multipart()]
        words = [word for text in one.words for word in text.split() if word.isalpha()]

        assert all(word.encode() in body for body in bodies for word in words), one.name


@pytest.mark.slow
def test_a_reply_heard_as_it_was_meant_is_clean_and_exact():
    for one in replies(64):
        verdict = judge(one, heard_well(one))

        assert verdict.is_clean, one.name
        assert (verdict.exact, verdict.faults) == (len(one.slots), ()), one.name


def test_each_kind_of_mishearing_is_told_apart():
    one = next(each for each in replies(640) if len({slot.text for slot in each.slots}) == len(each.slots) > 2)
    first, second, *rest = one.slots
    well = heard_well(one)

    lost = judge(one, ParsedReply("", slots=well.slots))
    leaked = judge(one, ParsedReply(f"{well.reply} Samaritans", slots=well.slots))
    crossed = judge(
        one,
        ParsedReply(
            well.reply, slots=(ItemReply(first.about, second.text), ItemReply(second.about, first.text), *rest)
        ),
    )
    held_back = judge(one, ParsedReply(well.reply, comment=well.reply, grade="unsure"))

    assert lost.lost
    assert leaked.foreign == ("Samaritans",)
    assert crossed.wrong == 2
    assert held_back.unsure == len(one.slots)


def heard_well(one: Reply) -> ParsedReply:
    return ParsedReply("\n\n".join(one.words), signature=one.signature.text, slots=one.slots, comment=one.comment)
