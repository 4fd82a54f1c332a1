"""What must be heard and what must not, on lines written by somebody who wrote none of the rules."""

from feedback.distress import denied, notices


def test_a_plain_cry_is_noticed_with_its_kind():
    assert [(one.reason, one.kind, one.language) for one in notices("i wanna d1eeee")] == [
        ("self-harm", "about-me-now", "en")
    ]


def test_one_sentence_in_a_long_answer_counts():
    text = "The room was nice. The tea was warm. I took 30 tablets last night. The chair was kind."

    assert [one.reason for one in notices(text)] == ["self-harm"]


def test_short_messages_are_read_together():
    assert notices("die") == ()
    assert [one.reason for one in notices("die", ("i just", "want to"))] == ["self-harm"]


def test_what_was_noticed_before_is_not_noticed_again():
    assert notices("ok thanks", ("i want to die",)) == ()


def test_a_denial_is_no_notice_and_is_told():
    assert notices("I am not suicidal") == ()
    assert denied("I am not suicidal")
    assert not denied("The tea was cold.")


def test_a_denial_does_not_hide_what_stands_beside_it():
    assert [one.reason for one in notices("I am not suicidal but I cut myself last night")] == ["self-harm"]
