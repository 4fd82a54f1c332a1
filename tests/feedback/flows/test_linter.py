"""What the checker says that no flow file can show alone."""

from dataclasses import replace
from pathlib import Path

from config.load import load_words
from feedback.flows.linter import check

SOUND = (Path(__file__).parents[2] / "data/flows/faults/sound.toml").read_text("utf-8")


def codes(text: str, **changes: object) -> list[str]:
    return [fault.code for fault in check("tiny.toml", text, replace(load_words("en"), **changes)).faults]


def test_words_that_do_not_say_where_help_is_are_a_fault_of_every_flow() -> None:
    assert codes(SOUND) == []
    assert codes(SOUND, signposts=()) == ["help-missing"]
    assert codes(SOUND, texts={"yes": "Yes", "no": "No", "privacy": "Kept."}) == ["help-missing"]


def test_a_yesno_without_choices_takes_them_from_the_shared_words() -> None:
    texts = {"yes": "Ydw", "no": "Nac ydw", "privacy": "Kept.", "help_first": "Help."}
    flow = check("tiny.toml", SOUND, replace(load_words("en"), texts=texts)).flow
    assert [choice.label for choice in flow.questions[0].choices] == ["Ydw", "Nac ydw"]
    assert codes(SOUND, texts={"privacy": "Kept.", "help_first": "Help."}) == ["words-missing"]


def test_a_queue_is_no_warning_where_people_are_asked_if_they_may_be_contacted_about_it() -> None:
    queued = SOUND.replace('theme = "impact"\n', 'theme = "impact"\nqueues.training = ["yes"]\n', 1)
    asked = (
        '\n[[question]]\nid = "q3"\nask = "Can we call?"\nshort = "Call"\ntype = "yesno"\nconsent = "{}"\n\n[finish]'
    )

    assert codes(queued) == ["queue-without-contact"]
    assert codes(queued.replace("\n[finish]", asked.format("meet_others"))) == ["queue-without-contact"]
    assert codes(queued.replace("\n[finish]", asked.format("training"))) == []
    assert codes(queued.replace("\n[finish]", asked.format("contact_more"))) == []
