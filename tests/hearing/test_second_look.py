"""What no rule knows: the model's word for it, what stands after a turn, and words of topics."""

import pytest

from feedback.hearing.ask import Ask
from feedback.hearing.hear import hear
from feedback.hearing.second_look import second_look

TRAVEL = Ask("one", "How did you get here?", {name: name.title() for name in ("bus", "train", "car", "taxi", "walked")})
CONTACT = Ask("one", "How shall we reach you?", {"phone": "By phone", "text": "By text", "face": "In person"})
HELPER = Ask("one", "Who helped you most?", {"a": "Psychiatrist", "b": "Psychologist", "c": "Nurse", "d": "Nobody"})
EQUAL = Ask(
    "one", "Were you treated as an equal?", {"yes": "Yes", "partly": "Partly", "no": "No", "unsure": "Not sure"}
)


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("could we leave that question alone", "skip"),
        ("the kettle is on, il do the rest after", "pause"),
        ("would it be possible to return to the one before", "back"),
        ("does my support worker get to see it", "who-reads-this"),
        ("am i writing to a machine", "are-you-human"),
    ],
)
def test_a_request_in_words_that_no_rule_has_is_heard(text: str, act: str):
    assert hear(Ask("any"), text).act == act


@pytest.mark.parametrize("text", ["the nurse never called me back", "we stopped the meetings on mondays"])
def test_what_is_told_of_a_day_is_no_request(text: str):
    assert hear(Ask("any"), text).act == "none"


@pytest.mark.parametrize(
    "text", ["i dont want them kept", "yes but not my name", "never keep what i say", "id object to that"]
)
def test_no_yes_to_keeping_is_made_of_a_text_that_denies(text: str):
    assert second_look("consent", text, ("unclear", False))[0] != "yes"


@pytest.mark.parametrize("text", ["yeah right", "im alright thanks", "I'm good thanks mate", "aye right"])
def test_a_friendly_or_mocking_no_is_no_yes_to_keeping(text: str):
    assert hear(Ask("consent"), text).consent != "yes"


@pytest.mark.parametrize("text", ["yeah i guess", "i suppose so", "go on then i guess", "ok I suppose"])
def test_a_yes_without_joy_is_a_yes_that_is_asked_back(text: str):
    heard = hear(Ask("consent"), text)

    assert (heard.consent, heard.sure) == ("yes", False)


def test_what_the_model_alone_says_of_an_answer_is_asked_back():
    heard = hear(EQUAL, "they talked over me the whole time")

    assert (heard.choice, heard.sure) == ("no", False)


@pytest.mark.parametrize(
    ("ask", "text", "choice"),
    [
        (TRAVEL, "got an uber", "taxi"),
        (TRAVEL, "shanks's pony", "walked"),
        (TRAVEL, "i meant to get the bus but had to get a taxi", "taxi"),
        (CONTACT, "gis a bell", "phone"),
        (CONTACT, "not by phone, I went there myself", "face"),
        (CONTACT, "at first phone but then in person", "face"),
        (HELPER, "the shrink", "a"),
        (HELPER, "sikologist", "b"),
        (HELPER, "no one", "d"),
    ],
)
def test_everyday_and_dialect_words_name_a_choice(ask: Ask, text: str, choice: str):
    assert hear(ask, text).choice == choice


def test_all_but_one_is_no_choice_of_that_one():
    assert hear(CONTACT, "anything but phone").choice is None


@pytest.mark.parametrize(
    "text", ["No secrets here, so yes", "Fine. No name, that suits me", "I havent any worries, yes"]
)
def test_a_yes_apart_from_what_is_denied_is_asked_back(text: str):
    heard = hear(Ask("consent"), text)

    assert (heard.consent, heard.sure) == ("yes", False)


@pytest.mark.parametrize(
    "text",
    ["i wouldnae be happy wi that", "ah divvent like it kept", "yes, no", "yes I see. no", "fine, I refuse", "I widny"],
)
def test_a_no_in_dialect_or_after_a_yes_is_no_yes(text: str):
    assert hear(Ask("consent"), text).consent != "yes"


@pytest.mark.parametrize("text", ["yes to keep, no to share", "no to sharing, yes to keeping"])
def test_a_yes_to_one_thing_and_a_no_to_another_is_asked_again(text: str):
    heard = hear(Ask("consent"), text)

    assert (heard.consent, heard.sure) == ("unclear", False)


@pytest.mark.parametrize("text", ["gonna pass", "thanks but no thanks", "I'll pass on that"])
def test_passing_on_a_yes_is_a_no_to_keeping(text: str):
    assert hear(Ask("consent"), text).consent == "no"
