"""Who cannot spell is let go like everybody else, and ordinary words of a service are no wish to leave."""

import pytest

from feedback.hearing.leaving import leave_in
from feedback.hearing.wording.leaving_spelling import mended


@pytest.mark.parametrize(
    ("text", "leave"),
    [
        ("pls dont rite to me no more thx", "stop"),
        ("dont rite 2 me agen", "stop"),
        ("stop riting to me", "stop"),
        ("no more emals please", "stop"),
        ("stop sendin me these", "stop"),
        ("pls leav me alone", "stop"),
        ("unsuscribe", "stop"),
        ("I want out of this", "stop"),
        ("cant be doin with these emails stop em", "stop"),
        ("u keep writin to me stop it", "stop"),
        ("delete evrything i rote", "delete"),
        ("get rid of what i sed", "delete"),
        ("she has past away stop writing", "bereaved"),
        ("wrong persn im not ada", "wrong-person"),
        ("they dont write to me any more the ward", "none"),
        ("they should stop writing letters in that small print", "none"),
        ("it is all rite there now and they rote to me after", "none"),
    ],
)
def test_a_wish_to_leave_is_heard_however_it_is_spelt(text, leave):
    assert leave_in(text, "Re: A few questions from Example Trust")[0] == leave


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("questionaire", "questionnaire"),
        ("recieve", "receive"),
        ("writin", "writing"),
        ("ritin", "writing"),
        ("rinse", "rinse"),
        ("dolphin", "dolphin"),
        ("spending", "spending"),
        ("cant", "cant"),
        ("2nd", "2nd"),
        ("hospital", "hospital"),
    ],
)
def test_only_words_of_such_wishes_are_mended(word, meant):
    assert mended(f"it was {word} to me") == f"it was {meant} to me"
