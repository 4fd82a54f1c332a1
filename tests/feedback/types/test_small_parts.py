"""The small parts of question types that no flow of ours shows."""

from feedback.flows.linter import check
from feedback.types.question_type import own_text
from feedback.types.scale import SCALE
from feedback.types.text import TEXT


def test_a_text_of_fixed_form_is_shown_as_it_is():
    assert own_text("14:30") == "14:30"


def test_a_scale_judges_its_range_alone():
    assert list(SCALE.check("ends", ["a", "b"])) == []


def test_other_names_of_choices_must_be_lists_by_choice(flows):
    text = 'flow = "x"\nversion = 1\n[[question]]\nid = "q"\nask = "How?"\ntype = "yesno"\nalso = ["a"]\n'
    found = check("x.toml", text, flows["people"].words).faults

    assert [fault.line for fault in found if '"also" must be' in fault.message] == [7]


def test_points_of_a_scale_have_a_count_each_and_words_have_none():
    assert SCALE.is_counted_singly
    assert not TEXT.is_counted_singly
