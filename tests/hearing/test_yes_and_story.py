"""A plain yes, and a story in the same breath: both are heard. Whatever may take the yes back leaves it open."""

import pytest

from feedback.hearing.ask import Ask
from feedback.hearing.consent import consent_in
from feedback.hearing.hear import hear


@pytest.mark.parametrize(
    "text",
    [
        "yh thats fine. it woz at the drop in, nobdy rang bak for 3 weeks n the fares nevr came",
        "yeah ok. They never rang me back",
        "yes\n\nit was cold and loud on the ward",
        "Yes of course! " + "The bus was late every single time. " * 60,
    ],
)
def test_a_plain_yes_before_a_story_is_a_yes(text):
    assert consent_in(text) == ("yes", True)
    assert (hear(Ask("consent"), text).consent, hear(Ask("consent"), text).sure) == ("yes", True)


@pytest.mark.parametrize(
    "text",
    [
        "yes thats fine. but not my name",
        "Yes. Dont use my name",
        "ok fine. the staff told me to say no at first",
        "Yes. nobdy else reads it, right",
        "Yes. What do you do with it all?",
        "ok. Only if my mum cannot look",
        "no thats fine. i dont want to",
        "Not really. They never rang me back",
        "They never rang me back. I was so cross",
    ],
)
def test_what_may_take_a_yes_back_leaves_it_open(text):
    assert consent_in(text) != ("yes", True)
