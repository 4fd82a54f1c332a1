"""Letters are signed by whom the host named, once."""

from dataclasses import replace

import pytest

from feedback.conversation.messages import Outbound
from mail.outgoing.mime_builder import compose
from mail.outgoing.text import letter_for
from tests.mail.written import ENVELOPE, INVITATION, WORDS, body, read

SIGNED = WORDS.signed_by("Ada, Involvement Team", "0117 496 0000")
NAMED = "This is from Ada, Involvement Team."


def sent(letter, words=SIGNED):
    message = read(compose(letter, replace(ENVELOPE), words))
    return body(message, "plain"), body(message, "html")


@pytest.mark.parametrize("letter", [INVITATION, letter_for(Outbound("Thank you."), SIGNED)])
def test_an_invitation_and_an_answer_are_signed_in_both_forms(letter):
    for form in sent(letter):
        assert form.count(NAMED) == 1
        assert "You can reach us: 0117 496 0000" in form


def test_what_is_signed_already_is_not_signed_twice_and_help_is_not_signed():
    assert sent(letter_for(Outbound(f"Hello.\n\n{SIGNED.signature}"), SIGNED))[0].count(NAMED) == 1
    assert NAMED not in sent(letter_for(Outbound("Call now.", kind="help"), SIGNED))[0]


def test_no_letter_is_signed_where_nobody_was_named():
    assert "This is from" not in sent(INVITATION, WORDS)[0]
