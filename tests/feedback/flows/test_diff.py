"""What a change to a flow does."""

from dataclasses import replace
from pathlib import Path

import pytest

from config.load import FLOWS, load_words
from feedback.flows.diff import compare, version_faults
from feedback.flows.flow_parser import parse
from feedback.flows.model import ConsentAsk, Finish, Flow, Question

TEXT = (FLOWS / "people.toml").read_text("utf-8")


def changed(*edits: tuple[str, str]) -> Flow:
    text = TEXT
    for old, new in edits:
        assert old in text
        text = text.replace(old, new, 1)
    return parse("people.toml", text, load_words("en"))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('ask = "Were you treated as an equal?"', 'ask = "Did they treat you as equals?"', [("wording", "c3")]),
        ('choices.carer = "I care for someone"', 'choices.carer = "I look after someone"', [("wording", "c1.carer")]),
        ('no = "That is fine. We', 'no = "OK. We', [("wording", "consent")]),
        ('when = "c9b is yes"', 'when = "c9b is not no"', [("structure", "c9c")]),
        ('choices.time = "More time or breaks"\n', "", [("structure", "c6b.time")]),
        ('reminders = ["1 day", "4 days"]', 'reminders = ["2 days"]', [("structure", "reminders")]),
        ('id = "c10"', 'id = "c10b"', [("structure", "c10"), ("structure", "c10b")]),
        ('level = "person"', 'level = "organisation"', [("meaning", "level")]),
        ('switches = ["take_part", "health_answers"]', 'switches = ["take_part"]', [("meaning", "consent")]),
        ('type = "place"', 'type = "text"', [("meaning", "c2")]),
    ],
)
def test_a_change_is_wording_structure_or_meaning(old: str, new: str, expected: list[tuple[str, str]]) -> None:
    found = compare(changed(), changed((old, new)))
    assert [(change.kind, change.where) for change in found] == expected


def test_labels_that_change_places_change_the_meaning() -> None:
    old, new = 'choices.user = "I use or used services"', 'choices.survivor = "I am a survivor"'
    swapped = changed(
        (f"{old}\n{new}", 'choices.user = "I am a survivor"\nchoices.survivor = "I use or used services"')
    )
    found = {(change.kind, change.where) for change in compare(changed(), swapped)}
    assert {("meaning", "c1.user"), ("meaning", "c1.survivor")} <= found


@pytest.mark.slow
def test_a_new_meaning_and_a_version_not_raised_are_refused() -> None:
    before = changed()
    structure = changed(('when = "c9b is yes"', 'when = "c9b is not no"'))
    raised = changed(('when = "c9b is yes"', 'when = "c9b is not no"'), ("version = 1", "version = 2"))
    meaning = changed(('type = "place"', 'type = "text"'), ("version = 1", "version = 2"))
    assert [fault.code for fault in version_faults("f", before, structure)] == ["version-not-raised"]
    assert version_faults("f", before, raised) == ()
    assert [fault.code for fault in version_faults("f", before, meaning)] == ["meaning-changed"]
    assert compare(before, before) == ()


def test_the_order_of_questions_and_choices_is_structure() -> None:
    flow = changed(
        (
            'choices.user = "I use or used services"\nchoices.survivor = "I am a survivor"',
            'choices.survivor = "I am a survivor"\nchoices.user = "I use or used services"',
        )
    )
    assert [(change.kind, change.where) for change in compare(changed(), flow)] == [("structure", "c1")]


def test_another_flow_and_a_turned_scale_are_a_new_meaning_and_new_ends_are_wording() -> None:
    asked = Question("q", "How much?", "scale", range=(1, 5), ends=("None", "A lot"))
    flow = Flow("f", 1, "en", "T", "S", ConsentAsk("a", "n"), (asked,), Finish("c", "t"))
    turned = replace(flow, name="g", questions=(replace(asked, ends=("A lot", "None"), private=True),))
    reworded = replace(flow, questions=(replace(asked, ends=("Nothing", "A lot")),))
    assert [(change.kind, change.where) for change in compare(flow, turned)] == [
        ("meaning", "flow"),
        ("meaning", "q"),
        ("structure", "q"),
        ("wording", "q"),
    ]
    assert [(change.kind, change.where) for change in compare(flow, reworded)] == [("wording", "q")]


def test_the_path_of_a_flow_is_not_part_of_it() -> None:
    assert parse(str(Path("elsewhere.toml")), TEXT, load_words("en")) == changed()
