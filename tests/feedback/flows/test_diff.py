"""What a change to a flow does."""

from dataclasses import replace
from pathlib import Path

import pytest

from config.load import FLOWS, load_words
from feedback.flows.diff import compare, meaning_faults, version_faults
from feedback.flows.flow_parser import parse
from feedback.flows.model import ConsentAsk, Finish, Flow, Question
from feedback.flows.toml_source import read_source

TEXT = (FLOWS / "people.toml").read_text("utf-8")
SOURCE = read_source("people.toml", TEXT)


def edited(*edits: tuple[str, str]) -> str:
    text = TEXT
    for old, new in edits:
        assert old in text
        text = text.replace(old, new, 1)
    return text


def changed(*edits: tuple[str, str]) -> Flow:
    return parse("people.toml", edited(*edits), load_words("en"))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('ask = "Were you treated as an equal?"', 'ask = "Did they treat you as equals?"', [("wording", "c3")]),
        ('choices.carer = "I care for someone"', 'choices.carer = "I look after someone"', [("wording", "c1.carer")]),
        ('no = "That is fine. We', 'no = "OK. We', [("wording", "consent")]),
        ('when = "c9b is yes"', 'when = "c9b is not no"', [("structure", "c9c")]),
        ('choices.time = "More time or breaks"\n', "", [("structure", "c6b.time")]),
        ('language = "en"', 'language = "en-GB"', [("structure", "language")]),
        ('reminders = ["1 day", "4 days"]', 'reminders = ["2 days"]', [("structure", "reminders")]),
        ("story = true\n", "", [("structure", "story")]),
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
    raised = changed(('when = "c9b is yes"', 'when = "c9b is not no"'), ("version = 2", "version = 3"))
    meaning = changed(('type = "place"', 'type = "text"'), ("version = 2", "version = 3"))
    assert [fault.code for fault in version_faults(SOURCE, before, structure)] == ["version-not-raised"]
    assert version_faults(SOURCE, before, raised) == ()
    assert [fault.code for fault in version_faults(SOURCE, before, meaning)] == ["meaning-changed"]
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


USER, SURVIVOR = '"I use or used services"', '"I am a survivor"'
C2 = 'id = "c2"'
SWAPPED = (
    'choices.user = "I use or used services"\nchoices.survivor = "I am a survivor"',
    'choices.user = "I am a survivor"\nchoices.survivor = "I use or used services"',
)


def judged(*edits: tuple[str, str], kept: tuple[Flow, ...] = ()) -> list[str]:
    """What is said of the people's flow with these edits, where it is stored as it was, or as in `kept`."""
    text = edited(*edits)
    flow = parse("people.toml", text, load_words("en"))
    return [str(fault) for fault in meaning_faults(read_source("people.toml", text), kept or (changed(),), flow)]


def line_of(text: str, start: str, after: str = "") -> int:
    rows = text.split("\n")
    begin = next(number for number, row in enumerate(rows) if row.startswith(after)) if after else 0
    return next(number for number, row in enumerate(rows, 1) if number > begin and row.startswith(start))


def test_each_changed_meaning_is_named_with_its_line_what_was_what_is_and_what_to_do() -> None:
    edits = (SWAPPED, ('type = "place"', 'type = "text"'), ('level = "person"', 'level = "organisation"'))
    text = edited(*edits)

    def at(start: str, after: str = "") -> str:
        return f"people.toml:{line_of(text, start, after)}: "

    do = "Put back what was there. If you mean it, write: version = 3, best with a new id."
    assert judged(*edits) == [
        at("level") + f"level: A reply spoke for one person, and now for one organisation. {do}",
        at("choices.user") + f'c1.user: It was {USER} and is {SURVIVOR}, which was the choice "survivor". {do}',
        at("choices.survivor") + f'c1.survivor: It was {SURVIVOR} and is {USER}, which was the choice "user". {do}',
        at("type", C2) + f'c2: "type" was "place" and is "text". {do}',
    ]


def test_what_a_yes_grants_is_named_at_its_own_line() -> None:
    old, new = 'switches = ["take_part", "health_answers"]', 'switches = ["take_part"]'
    (fault,) = judged((old, new))
    assert fault.startswith(
        f"people.toml:{line_of(edited((old, new)), 'switches')}: consent: A yes at the start granted "
    )
    assert "granted take_part, health_answers, and now grants take_part." in fault


@pytest.mark.parametrize(
    "edits",
    [
        (),
        (SWAPPED, ("version = 2", "version = 3")),
        (('choices.carer = "I care for someone"', 'choices.carer = "I care for somebody"'),),
        (('when = "c9b is yes"', 'when = "c9b is not no"'),),
        (('choices.time = "More time or breaks"\n', ""),),
    ],
)
def test_a_raised_version_other_words_and_another_structure_change_no_meaning(
    edits: tuple[tuple[str, str], ...],
) -> None:
    assert judged(*edits) == []


def test_a_file_is_held_against_every_version_of_its_number_and_passes_as_one_of_them() -> None:
    reworded = changed(('choices.user = "I use or used services"', 'choices.user = "I was a patient"'))
    moved = ('choices.survivor = "I am a survivor"', 'choices.survivor = "I was a patient"')
    second = changed(("version = 2", "version = 3"))
    (fault,) = judged(moved, kept=(changed(), reworded, second))
    assert "c1.survivor" in fault
    assert fault.endswith("write: version = 4, best with a new id.")
    assert judged(moved, kept=(changed(), reworded, changed(moved))) == []
    assert judged(moved, kept=(second,)) == []


def test_a_number_that_counts_something_else_is_a_new_meaning_and_naming_its_unit_is_not() -> None:
    asked = Question("q", "How long?", "number", range=(0, 10), unit="minutes")
    flow = Flow("f", 1, "en", "T", "S", ConsentAsk("a", "n"), (asked,), Finish("c", "t"))

    def kinds(unit: str, before: str = "minutes") -> list[str]:
        was, now = (replace(flow, questions=(replace(asked, unit=one),)) for one in (before, unit))
        return [change.kind for change in compare(was, now)]

    assert (kinds("hours"), kinds("")) == (["meaning"], ["meaning"])
    assert (kinds("Minute"), kinds("minutes", before=""), kinds("minutes")) == (["wording"], ["wording"], [])


def test_ranges_and_ends_are_told_as_they_were_and_as_they_are() -> None:
    asked = Question("q", "How much?", "scale", range=(1, 5), ends=("None", "A lot"))
    flow = Flow("f", 1, "en", "T", "S", ConsentAsk("a", "n"), (asked,), Finish("c", "t"))
    changed_to = replace(asked, range=(0, 10), ends=("A lot", "None"), consent="quote_words")
    told = [
        change.message for change in compare(flow, replace(flow, questions=(changed_to,))) if change.kind == "meaning"
    ]
    assert told == [
        '"range" was 1 to 5 and is 0 to 10.',
        '"consent" was nothing and is "quote_words".',
        'The ends of the scale have changed places: they were "None" to "A lot", and are "A lot" to "None".',
    ]
